#include <algorithm>
#include <string_view>

#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

/// Which elements may stand right above one, and which right below it (ISO 32000-1, tables 333, 336 to 338); names
/// apart by spaces, nothing for any.
struct Nesting {
    std::string_view role, above, below, condition;
};

constexpr Nesting nestings[] = {
    {"Table", "", "TR THead TBody TFoot Caption", "09-004"},
    {"THead", "Table", "TR", "09-004"},
    {"TBody", "Table", "TR", "09-004"},
    {"TFoot", "Table", "TR", "09-004"},
    {"TR", "Table THead TBody TFoot", "TH TD", "09-004"},
    {"TH", "TR", "", "09-004"},
    {"TD", "TR", "", "09-004"},
    {"L", "", "L LI Caption", "09-005"},
    {"LI", "L", "Lbl LBody", "09-005"},
    {"LBody", "LI", "", "09-005"},
    {"TOC", "", "TOC TOCI Caption", "09-006"},
    {"TOCI", "TOC", "Lbl Reference NonStruct P TOC", "09-006"},
    {"Ruby", "", "RB RT RP", "09-007"},
    {"RB", "Ruby", "", "09-007"},
    {"RT", "Ruby", "", "09-007"},
    {"RP", "Ruby", "", "09-007"},
    {"Warichu", "", "WT WP", "09-008"},
    {"WT", "Warichu", "", "09-008"},
    {"WP", "Warichu", "", "09-008"},
};

bool lists(std::string_view names, std::string_view name) {
    for (std::size_t begin = 0; begin < names.size();) {
        const std::size_t end = std::min(names.find(' ', begin), names.size());
        if (names.substr(begin, end - begin) == name) return true;
        begin = end + 1;
    }
    return false;
}

void check_element(const CheckedFile& file, const Element& element, const Nesting& nesting, Findings& findings) {
    const auto role_of = [&](int index) -> const std::string& {
        return file.elements()[static_cast<std::size_t>(index)].role;
    };
    if (!nesting.above.empty())
        findings.add_unless(element.parent >= 0 && lists(nesting.above, role_of(element.parent)), nesting.condition,
                            file.place_of(element));
    if (nesting.below.empty()) return;
    for (const int child : element.children)
        findings.add_unless(lists(nesting.below, role_of(child)), nesting.condition,
                            file.place_of(element) + " holds " + role_of(child));
    findings.add_unless(element.contents.empty(), nesting.condition, file.place_of(element) + " holds content");
}

bool is_heading(const std::string& role) { return role == "H" || (role.size() == 2 && role[0] == 'H'); }

// Inside a heading only what runs in its line may stand (ISO 32000-1, 14.8.4.4).
void check_heading(const CheckedFile& file, const Element& heading, Findings& findings) {
    constexpr std::string_view allowed =
        "Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure Formula Form Lbl NonStruct";
    for (const int child : heading.children) {
        const std::string& role = file.elements()[static_cast<std::size_t>(child)].role;
        findings.add_unless(lists(allowed, role), "S-heading", file.place_of(heading) + " holds " + role);
    }
}

}  // namespace

void check_nesting(const CheckedFile& file, Findings& findings) {
    for (const Element& element : file.elements()) {
        for (const Nesting& nesting : nestings)
            if (nesting.role == element.role) check_element(file, element, nesting, findings);
        if (is_heading(element.role)) check_heading(file, element, findings);
    }
}

}  // namespace rapporteur::pdf_check
