#include "extract/date_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

struct SlotName {
    std::string_view name;
    DateSlot slot;
};

constexpr std::array slot_names{
    SlotName{"W", DateSlot::weekday},       SlotName{"D", DateSlot::day},
    SlotName{"D2", DateSlot::day_end},      SlotName{"DD", DateSlot::days},
    SlotName{"M", DateSlot::month},         SlotName{"M2", DateSlot::month_end},
    SlotName{"Y", DateSlot::year},          SlotName{"Y2", DateSlot::year_end},
    SlotName{"N", DateSlot::numeric},       SlotName{"N2", DateSlot::numeric_end},
    SlotName{"T", DateSlot::clock},         SlotName{"T2", DateSlot::clock_end},
    SlotName{"C", DateSlot::colon_clock},   SlotName{"H", DateSlot::hour},
    SlotName{"H2", DateSlot::hour_end},     SlotName{"MIN", DateSlot::minute},
    SlotName{"HHMM", DateSlot::compact},    SlotName{"HHMM2", DateSlot::compact_end},
    SlotName{"MIN2", DateSlot::minute_end}, SlotName{"A", DateSlot::meridiem},
    SlotName{"A2", DateSlot::meridiem_end}, SlotName{"NOON", DateSlot::named},
    SlotName{"NOON2", DateSlot::named_end},
};

Diagnostic invalid(const NamedText& file, int line, std::string detail) {
    return {Code::rule_invalid, {file.name, 0, line, 0}, std::move(detail)};
}

int to_int(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::vector<std::string> alternatives(std::string_view text) {
    std::vector<std::string> words;
    for (std::string_view word : split(text, '|')) words.push_back(fold(trim(word)));
    return words;
}

void read_names(const XmlNode& node, std::map<std::string, DateName, std::less<>>& names) {
    DateName name{to_int(node.attribute("number")), node.attribute("capital") == "yes", false};
    for (const std::string& word : alternatives(node.attribute("names"))) names[word] = name;
    name.abbreviated = true;
    if (!node.has_attribute("short")) return;
    for (const std::string& word : alternatives(node.attribute("short"))) names[word] = name;
}

void read_numbers(const XmlNode& node, std::map<std::string, int, std::less<>>& numbers) {
    for (const std::string& word : alternatives(node.attribute("names"))) {
        numbers[word] = to_int(node.attribute("number"));
    }
}

/// The element that one piece of a form's pattern stands for; nothing where it names an unknown class.
std::optional<FormElement> read_element(std::string_view piece, const DateWords& words) {
    FormElement element;
    if (piece.size() > 1 && piece.back() == '?') {
        element.optional = true;
        piece.remove_suffix(1);
    }
    const auto* slot =
        std::find_if(slot_names.begin(), slot_names.end(), [&](const SlotName& s) { return s.name == piece; });
    if (slot != slot_names.end()) {
        element.slot = slot->slot;
    } else if (piece.size() > 2 && piece.front() == '{' && piece.back() == '}') {
        const auto found = words.classes.find(piece.substr(1, piece.size() - 2));
        if (found == words.classes.end()) return std::nullopt;
        element.words = found->second;
    } else {
        element.words = alternatives(piece);
    }
    return element;
}

Result<DateForm> read_form(const NamedText& file, const XmlNode& node, const DateWords& words) {
    DateForm form{std::string(node.attribute("id")), 0, {}};
    for (std::string_view piece : split(node.attribute("pattern"), ' ')) {
        if (piece.empty()) continue;
        if (piece == ":") {
            form.before = form.elements.size();
            continue;
        }
        std::optional<FormElement> element = read_element(piece, words);
        if (!element) return invalid(file, node.line, "no such class of words: " + std::string(piece));
        form.elements.push_back(std::move(*element));
    }
    if (form.id.empty() || form.elements.size() <= form.before)
        return invalid(file, node.line, "a form without a pattern");
    return form;
}

/// Every form stands with examples below it; those with gives="" are the ones that must find nothing.
std::optional<Diagnostic> read_examples(const NamedText& file, const XmlNode& node, bool times, DateWords& words) {
    bool finds = false;
    bool refuses = false;
    for (const XmlNode& child : node.children) {
        if (child.name != "example") continue;
        words.examples.push_back({std::string(child.attribute("text")), std::string(child.attribute("document")),
                                  std::string(child.attribute("gives")), times, child.line});
        (words.examples.back().dates.empty() ? refuses : finds) = true;
    }
    if (finds && refuses) return std::nullopt;
    return Diagnostic{Code::rule_without_example, {file.name, 0, node.line, 0}, std::string(node.attribute("id"))};
}

std::optional<Diagnostic> read_child(const NamedText& file, const XmlNode& node, DateWords& words) {
    if (node.name == "month") {
        read_names(node, words.months);
    } else if (node.name == "weekday") {
        read_names(node, words.weekdays);
    } else if (node.name == "half") {
        read_numbers(node, words.meridiems);
    } else if (node.name == "hour") {
        read_numbers(node, words.named_hours);
    } else if (node.name == "ordinal") {
        read_numbers(node, words.day_ordinals);
    } else if (node.name == "suffixes") {
        words.ordinal_suffixes = alternatives(node.attribute("words"));
    } else if (node.name == "class") {
        words.classes[std::string(node.attribute("name"))] = alternatives(node.attribute("words"));
    } else if (node.name == "date" || node.name == "time") {
        Result<DateForm> form = read_form(file, node, words);
        if (!form) return form.error();
        (node.name == "date" ? words.dates : words.times).push_back(std::move(*form));
        return read_examples(file, node, node.name == "time", words);
    } else {
        return invalid(file, node.line, "unknown element " + node.name);
    }
    return std::nullopt;
}

void gather_telling(DateWords& words) {
    for (const auto* names : {&words.months, &words.weekdays}) {
        for (const auto& [name, value] : *names) words.telling.insert(name);
    }
    for (const auto* numbers : {&words.named_hours, &words.day_ordinals}) {
        for (const auto& [name, value] : *numbers) words.telling.insert(name);
    }
}

}  // namespace

bool DateWords::in_class(std::string_view name, std::string_view word) const {
    const auto found = classes.find(name);
    return found != classes.end() && std::find(found->second.begin(), found->second.end(), word) != found->second.end();
}

Result<DateWords> read_date_words(const NamedText& file) {
    Result<XmlNode> root = parse_xml(file.text, file.name);
    if (!root) return root.error();
    if (root->name != "dates") return invalid(file, root->line, "not a file of dates: " + root->name);
    DateWords words;
    words.language = root->attribute("language");
    for (const XmlNode& child : root->children) {
        if (child.is_text()) continue;
        if (std::optional<Diagnostic> wrong = read_child(file, child, words)) return *wrong;
    }
    gather_telling(words);
    return words;
}

}  // namespace rapporteur
