#include "support/text.h"
#include "template/change_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

/// The labels of ChangeKind, in its order.
constexpr std::string_view headings[] = {"added",       "reworded",     "answered", "moved",
                                         "rescheduled", "other_people", "withdrawn"};

/// "2 June 2014, 10.00–11.30" of "2014-06-02 10:00-11:30".
std::string when_words(const std::string& when, const Wording& wording) {
    const std::size_t space = when.find(' ');
    const auto date = parse_iso_date(when.substr(0, space));
    const std::string times = date ? (space == when.npos ? "" : when.substr(space + 1)) : when;
    const std::size_t dash = times.find('-');
    std::string words = date ? wording.date(*date) : "";
    const std::string hours = wording.times(times.substr(0, dash), dash == times.npos ? "" : times.substr(dash + 1));
    if (!words.empty() && !hours.empty()) words += wording.labels().text("list.separator");
    return words + hours;
}

}  // namespace

std::string words_of_kind(ChangeKind kind, const Labels& labels) {
    return labels.text("changes." + std::string(headings[static_cast<std::size_t>(kind)]));
}

std::string words_of_subject(const ChangeRow& row, const Labels& labels) {
    if (row.about == "item" && !row.name.empty()) return labels.text("changes.item", {{"number", row.name}});
    return labels.text("changes.about_" + row.about);
}

std::string words_of_difference(ChangeKind kind, const ChangeRow& row, const Wording& wording) {
    const Labels& labels = wording.labels();
    if (kind == ChangeKind::added) {
        std::vector<std::string> parts = row.people;
        if (std::string when = when_words(row.now, wording); !when.empty())
            parts.insert(parts.begin(), std::move(when));
        return join(parts, labels.text("list.semicolon"));
    }
    const bool people = kind == ChangeKind::other_people, time = kind == ChangeKind::rescheduled;
    const auto part = [&](const char* label, const std::string& said) {
        const std::string words = time ? when_words(said, wording) : said;
        return words.empty() ? words : labels.text(label, {{"what", words}});
    };
    const std::string before = part(people ? "changes.no_longer" : "changes.before", row.before);
    const std::string now = part(people ? "changes.in_addition" : "changes.now", row.now);
    return before.empty() || now.empty() ? before + now : before + " " + now;
}

namespace {

Value stretch_value(const WordStretch& stretch) {
    const char* fate = stretch.fate == WordFate::added     ? "added"
                       : stretch.fate == WordFate::removed ? "removed"
                                                           : "kept";
    return ObjectValue("word_stretch").set(fate, stretch.text).take();
}

Value change_value(ChangeKind kind, const ChangeRow& row, const StatementValues& values, const RecommendationRow* as) {
    const Wording& wording = values.wording();
    const Labels& labels = wording.labels();
    ObjectValue value("change");
    value.set("label", words_of_subject(row, labels)).set("spot", row.spot);
    // A supplement's sheets are not among the rest of the pack.
    if (row.spot.empty() && !row.anchor.empty()) value.set("target", "#" + row.anchor);
    if (row.about == "recommendation") value.set("number", row.name);
    value.set("who", row.who).set("text", row.text).set("cut", row.cut).set("language", values.foreign(row.language));
    if (as) value.set("recommendation", values.recommendation(*as));
    // A paper is not quoted from anywhere.
    if (row.about != "paper") value.set("cites", values.cites(std::optional(row.reference)));
    value.set("words", list_of(row.words, stretch_value));
    if (kind == ChangeKind::answered) {
        const std::string status = "status." + row.now;
        value.set(labels.has(status) ? "status" : "answer", labels.has(status) ? labels.text(status) : row.now);
    } else {
        value.set("difference", words_of_difference(kind, row, wording));
    }
    return value.take();
}

std::string title_of(const ChangesPage& page, const Wording& wording) {
    if (!page.date) return wording.labels().text("changes.title_undated", {{"edition", page.edition}});
    return wording.labels().text("changes.title", {{"edition", page.edition}, {"date", wording.date(*page.date)}});
}

}  // namespace

Value change_group_value(const ChangeGroup& group, const StatementValues& values, const std::string& letter,
                         const RecommendationsByAnchor& recommendations) {
    const auto row_value = [&](const ChangeRow& row) {
        const auto found = recommendations.find(row.anchor);
        return change_value(group.kind, row, values, found == recommendations.end() ? nullptr : found->second);
    };
    return ObjectValue("change_group")
        .set("letter", letter)
        .set("heading", words_of_kind(group.kind, values.wording().labels()))
        .set("reworded", group.kind == ChangeKind::reworded)
        .set("rows", list_of(group.rows, row_value))
        .take();
}

Value superseded_value(const Briefing& briefing, const Labels& labels) {
    return list_of(briefing.superseded, [&](const SupersededRow& row) {
        return Value(labels.text(row.whole ? "changes.replaced" : "changes.corrected",
                                 {{"by", row.by}, {"symbol", row.symbol}}));
    });
}

Value changes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    if (!briefing.changes) return false;
    const ChangesPage& page = *briefing.changes;
    const Labels& labels = values.wording().labels();
    PartNumbers letters(PartNumbers::Kind::letters, page.groups.size());
    ObjectValue value("changes");
    value.set("numeral", numeral).set("title", title_of(page, values.wording()));
    value.set("count", labels.counted("changes.count", page.count));
    value.set("nothing", page.groups.empty());
    value.set("groups", list_of(page.groups, [&](const ChangeGroup& group) {
                  return change_group_value(group, values, letters.next());
              }));
    return value.take();
}

}  // namespace rapporteur
