#include "template/agenda_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

Value group_value(const GroupConcern& group, const StatementValues& values, const std::string& letter) {
    const Labels& labels = values.wording().labels();
    std::vector<std::string> numbers;
    for (const int number : group.further) numbers.push_back("R" + std::to_string(number));
    ObjectValue value("group_concern");
    value.set("letter", letter);
    value.set("heading", labels.text("concern.to_group", {{"group", group.group}}));
    value.set("rows", list_of(group.rows, [&](const RecommendationRow& row) { return values.recommendation(row); }));
    if (!numbers.empty())
        value.set("further", labels.text("concern.further", {{"numbers", values.wording().list(numbers)}}));
    return value.take();
}

Value own_person(const OwnPerson& own, const StatementValues& values) {
    const Wording& wording = values.wording();
    std::string when = own.day ? wording.date(*own.day) : std::string();
    const std::string times = wording.times(own.start, own.end);
    if (!when.empty() && !times.empty()) when += wording.labels().text("list.separator");
    return ObjectValue("own_person")
        .set("when", when + times)
        .set("person", values.person(own.person))
        .set("number", own.number)
        .set("title", own.title)
        .set("target", own.sheet.empty() ? own.sheet : "#" + own.sheet)
        .take();
}

}  // namespace

Value concern_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    const ConcernPage& page = briefing.concern;
    if (page.delegation.empty()) return false;
    const Labels& labels = values.wording().labels();
    const auto parts = std::size_t(!page.to_it.empty()) + page.to_groups.size() + std::size_t(!page.by_it.empty()) +
                       std::size_t(!page.said.empty()) + std::size_t(!page.people.empty());
    PartNumbers letters(PartNumbers::Kind::letters, parts);
    ObjectValue value("concern");
    value.set("numeral", numeral).set("title", labels.text("concern.title", {{"delegation", page.delegation}}));
    if (!page.groups.empty())
        value.set("groups", labels.text("concern.groups", {{"groups", values.wording().list(page.groups)}}));
    if (page.empty()) value.set("nothing", labels.text("concern.nothing", {{"delegation", page.delegation}}));
    if (!page.people.empty())
        value.set("people", ObjectValue("own_people")
                                .set("letter", letters.next())
                                .set("rows", list_of(page.people,
                                                     [&](const OwnPerson& each) { return own_person(each, values); }))
                                .take());
    if (!page.to_it.empty()) value.set("to_it", values.recommendation_rows(page.to_it, letters.next()));
    value.set("to_groups", list_of(page.to_groups, [&](const GroupConcern& group) {
                  return group_value(group, values, letters.next());
              }));
    if (!page.by_it.empty()) value.set("by_it", values.recommendation_rows(page.by_it, letters.next()));
    if (!page.said.empty())
        value.set("said",
                  ObjectValue("own_words")
                      .set("letter", letters.next())
                      .set("rows", list_of(page.said, [&](const SpeakerRow& row) { return values.speaker(row); }))
                      .take());
    return value.take();
}

}  // namespace rapporteur
