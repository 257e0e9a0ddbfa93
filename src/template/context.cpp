#include "template/context.h"

#include <functional>

#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

/// Roman numerals of the pages that are there, in the order asked for.
std::string roman(int number) {
    constexpr std::pair<int, std::string_view> signs[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    std::string numeral;
    for (const auto& [value, sign] : signs)
        for (; number >= value; number -= value) numeral += sign;
    return numeral;
}

/// What a figure of a page shows, in words.
Value words_of_figure(const Value& page, std::initializer_list<std::string_view> path) {
    const Value* found = &page;
    for (const std::string_view name : path) found = found ? found->field(name) : nullptr;
    return found ? *found : Value(false);
}

Value meeting_value(const Briefing& briefing, const Wording& wording) {
    if (briefing.by_theme) return false;
    return ObjectValue("meeting")
        .set("name", briefing.cover.title)
        .set("dates", wording.dates(briefing.cover.dates))
        .set("place", briefing.cover.place)
        .take();
}

using PageMaker = std::function<Value(const std::string& numeral)>;

}  // namespace

Value make_context(const Briefing& briefing, const Wording& wording) {
    const StatementValues values(wording, briefing.language);
    const auto page = [&](auto make) -> PageMaker {
        return [&briefing, &values, make](const std::string& numeral) { return make(briefing, values, numeral); };
    };
    const std::pair<std::string_view, PageMaker> pages[] = {
        {"changes", page(changes_value)},
        {"summary", page(summary_value)},
        {"concern", page(concern_value)},
        {"agenda", page(agenda_value)},
        {"sheets", page(sheets_value)},
        {"recommendations", page(recommendations_value)},
        {"outcomes", page(outcomes_value)},
        {"meetings", page(meetings_value)},
        {"who", page(who_value)},
        {"participants", page(participants_value)},
        {"documents", page(documents_value)},
        {"abbreviations", page(abbreviations_value)},
        {"method", page(method_value)},
        {"loose_notes", page(loose_notes_value)},
    };
    ObjectValue pack("pack");
    pack.set("language", briefing.language).set("title", briefing.cover.title).set("by_theme", briefing.by_theme);
    pack.set("meta", meta_value(briefing, wording)).set("cover", cover_value(briefing, wording));
    pack.set("key", key_value(wording));
    pack.set("long_summary", long_summary_value(briefing, values));
    pack.set("withheld", list_of(briefing.withheld, [&](const WithheldRow& row) {
                 return Value(wording.labels().counted("withheld." + row.level, row.statements));
             }));
    pack.set("superseded", superseded_value(briefing, wording.labels()));
    pack.set("supplement", supplement_value(briefing, values));
    pack.set("annexes", annexes_value(briefing, values));
    ObjectValue figures("figure");
    int used = 0;
    for (const auto& [name, make] : pages) {
        Value value = make(roman(used + 1));
        if (value.fields()) ++used;
        if (name == "agenda") figures.set("sessions", words_of_figure(value, {"strip", "alt"}));
        if (name == "outcomes") figures.set("timeline", words_of_figure(value, {"timeline", "figure", "alt"}));
        if (name == "recommendations")
            figures.set("addressees", words_of_figure(value, {"by_addressee", "figure", "alt"}));
        pack.set(name, std::move(value));
    }
    pack.set("meeting", meeting_value(briefing, wording)).set("figure", figures.take());
    return pack.take();
}

}  // namespace rapporteur
