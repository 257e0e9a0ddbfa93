#include "readers/docx/docx_field.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_instruction = 8192;
constexpr std::size_t deepest = 64;

/// The arguments of an instruction, quotes taken off; switches keep their backslash.
std::vector<std::string> arguments_of(std::string_view text) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') {
            ++at;
            continue;
        }
        const bool quoted = text[at] == '"';
        const std::size_t begin = quoted ? at + 1 : at;
        const std::size_t end = std::min(text.find_first_of(quoted ? "\"" : " \t\n", begin), text.size());
        out.emplace_back(text.substr(begin, end - begin));
        at = quoted ? end + 1 : end;
    }
    return out;
}

}  // namespace

void DocxFields::begin() {
    if (open_.size() < deepest) open_.emplace_back();
}

void DocxFields::understand(Field& field) {
    const std::vector<std::string> arguments = arguments_of(field.instruction);
    if (arguments.empty()) return;
    const std::string kind = to_upper(arguments[0]);
    field.contents = kind == "TOC";
    if (kind != "HYPERLINK") return;
    std::string anchor;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        if (arguments[i] == "\\l" && i + 1 < arguments.size()) {
            anchor = arguments[++i];
        } else if (arguments[i] == "\\o" || arguments[i] == "\\t") {
            ++i;
        } else if (field.link.empty() && !arguments[i].starts_with('\\')) {
            field.link = arguments[i];
        }
    }
    if (!anchor.empty()) field.link += "#" + anchor;
}

void DocxFields::separate() {
    if (open_.empty()) return;
    open_.back().result = true;
    understand(open_.back());
}

void DocxFields::end() {
    if (!open_.empty()) open_.pop_back();
}

void DocxFields::begin_simple(std::string_view instruction) {
    begin();
    add_instruction(instruction);
    separate();
}

void DocxFields::add_instruction(std::string_view text) {
    if (open_.empty() || open_.back().result) return;
    if (open_.back().instruction.size() + text.size() <= longest_instruction) open_.back().instruction += text;
}

void DocxFields::abandon_instructions() {
    while (!open_.empty() && !open_.back().result) open_.pop_back();
}

bool DocxFields::in_instruction() const {
    return std::any_of(open_.begin(), open_.end(), [](const Field& field) { return !field.result; });
}

bool DocxFields::in_contents() const {
    return std::any_of(open_.begin(), open_.end(), [](const Field& field) { return field.contents; });
}

const std::string& DocxFields::link() const {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [](const Field& field) { return !field.link.empty(); });
    return found == open_.rend() ? no_link_ : found->link;
}

}  // namespace rapporteur
