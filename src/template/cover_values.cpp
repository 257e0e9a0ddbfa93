#include "support/text.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

/// "Edition 2, 2 June 2014", or what of it is known.
std::string edition_words(const CoverPage& cover, const Wording& wording) {
    const Labels& labels = wording.labels();
    const std::string date = cover.date ? wording.date(*cover.date) : std::string();
    if (cover.edition.empty()) return date.empty() ? date : labels.text("pack.dated", {{"date", date}});
    if (date.empty()) return labels.text("pack.edition_undated", {{"edition", cover.edition}});
    return labels.text("pack.edition", {{"edition", cover.edition}, {"date", date}});
}

std::string edition_fact(const CoverPage& cover, const Wording& wording) {
    if (cover.edition.empty() || !cover.date)
        return cover.edition.empty() && cover.date ? wording.date(*cover.date) : cover.edition;
    return wording.labels().text("pack.edition_of", {{"edition", cover.edition}, {"date", wording.date(*cover.date)}});
}

/// "5 documents at hand, 1 of them damaged, 27 named but not at hand".
std::string sources_words(const CoverPage& cover, const Labels& labels) {
    std::vector<std::string> parts = {labels.counted("cover.at_hand", cover.documents_at_hand)};
    if (cover.documents_damaged > 0) parts.push_back(labels.counted("cover.damaged", cover.documents_damaged));
    if (cover.documents_missing > 0) parts.push_back(labels.counted("cover.missing", cover.documents_missing));
    return join(parts, labels.text("list.separator"));
}

Value fact(const std::string& label, const std::string& value) {
    return ObjectValue("fact").set("label", label).set("value", value).take();
}

Value facts(const CoverPage& cover, const Wording& wording) {
    const Labels& labels = wording.labels();
    Value::List list;
    if (!cover.prepared_for.empty()) list.push_back(fact(labels.text("cover.prepared_for"), cover.prepared_for));
    const std::string edition = edition_fact(cover, wording);
    if (!edition.empty()) list.push_back(fact(labels.text("cover.edition"), edition));
    list.push_back(fact(labels.text("cover.sources"), sources_words(cover, labels)));
    return list;
}

Value counts(const CoverPage& cover, const Labels& labels) {
    return list_of(cover.figures, [&](const CoverFigure& figure) {
        return ObjectValue("count")
            .set("number", std::to_string(figure.count))
            .set("caption", labels.counted("figures." + figure.name, figure.count))
            .take();
    });
}

/// The body, where it fits beside the meeting into the running head.
std::string head_body(const CoverPage& cover) {
    constexpr std::size_t longest_head = 84;
    const bool fits = count_code_points(cover.short_body) + count_code_points(cover.short_title) <= longest_head;
    const bool repeats = cover.short_title.find(cover.short_body) != std::string::npos;
    return fits && !repeats ? cover.short_body : std::string();
}

}  // namespace

Value meta_value(const Briefing& briefing, const Wording& wording) {
    const CoverPage& cover = briefing.cover;
    const Labels& labels = wording.labels();
    return ObjectValue("meta")
        .set("body", briefing.by_theme ? labels.text("cover.theme") : head_body(cover))
        .set("meeting", cover.short_title)
        .set("classification", cover.distribution)
        .set("edition", edition_words(cover, wording))
        .set("page_words", labels.text("pack.page"))
        .set("date", cover.date ? to_iso(*cover.date) : std::string())
        .set("subject", labels.text("pack.kind"))
        .take();
}

Value cover_value(const Briefing& briefing, const Wording& wording) {
    const CoverPage& cover = briefing.cover;
    const Labels& labels = wording.labels();
    std::vector<std::string> lines;
    for (const std::string& line : {wording.dates(cover.dates), cover.place})
        if (!line.empty()) lines.push_back(line);
    return ObjectValue("cover")
        .set("title", cover.title)
        .set("body", briefing.by_theme ? labels.text("cover.theme") : cover.body)
        .set("classification", cover.distribution)
        .set("prepared_for", cover.prepared_for)
        .set("date", cover.date ? wording.date(*cover.date) : std::string())
        .set("lines", text_list(lines))
        .set("facts", facts(cover, wording))
        .set("counts", counts(cover, labels))
        .set("disclaimer", labels.text(briefing.by_theme ? "cover.disclaimer_theme" : "cover.disclaimer"))
        .take();
}

Value key_value(const Wording& wording) {
    Value::List list;
    for (const char* n : {"1", "2", "3", "4", "5"}) {
        const std::string words = wording.labels().text(std::string("contents.strength_key_") + n);
        const std::string alt = wording.labels().text("strength.alt_plain", {{"strength", n}});
        list.push_back(ObjectValue("key").set("n", n).set("words", words).set("alt", alt).take());
    }
    return list;
}

}  // namespace rapporteur
