#include "template/tag.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view open_braces = "{{", close_braces = "}}";

/// Knows line and column of bytes that are asked for in rising order.
class Position {
public:
    explicit Position(std::string_view text) : text_(text) {}

    void move_to(std::size_t byte) {
        for (; at_ < byte && at_ < text_.size(); ++at_) {
            const auto c = static_cast<unsigned char>(text_[at_]);
            if (c == '\n') {
                ++line;
                column = 1;
            } else if ((c & 0xC0) != 0x80) {
                ++column;
            }
        }
    }

    int line = 1, column = 1;

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_name_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
}

Diagnostic invalid(const NamedText& file, const Position& at, std::string detail) {
    return {Code::template_invalid, {file.name, 0, at.line, at.column}, std::move(detail)};
}

/// Kind and name of a tag from what stands between its braces; the detail of an error where it is none.
std::string read_tag(std::string_view inside, TemplateTag& tag) {
    constexpr std::pair<char, TagKind> marks[] = {{'#', TagKind::section},
                                                  {'^', TagKind::inverted},
                                                  {'/', TagKind::end},
                                                  {'>', TagKind::partial},
                                                  {'!', TagKind::comment}};
    if (inside.empty()) return "an empty tag";
    if (inside.front() == '{' || inside.front() == '&') return "values are always escaped: write {{name}}";
    if (inside.front() == '=') return "the delimiters stay {{ and }}";
    for (const auto& [mark, kind] : marks) {
        if (inside.front() != mark) continue;
        tag.kind = kind;
        inside.remove_prefix(1);
        break;
    }
    tag.name = trim(inside);
    if (tag.kind == TagKind::comment) return {};
    if (tag.name.empty()) return "a tag without a name";
    if (!std::all_of(tag.name.begin(), tag.name.end(), is_name_letter)) return "no name: " + tag.name;
    return {};
}

}  // namespace

std::vector<TemplateTag> scan_tags(const NamedText& file, Diagnostics& problems) {
    const std::string_view text = file.text;
    std::vector<TemplateTag> tags;
    Position position(text);
    std::size_t from = 0;
    for (std::size_t at = text.find(open_braces); at != text.npos; at = text.find(open_braces, from)) {
        position.move_to(at);
        const std::size_t close = text.find(close_braces, at + open_braces.size());
        const std::size_t next = text.find(open_braces, at + (text.substr(at).starts_with("{{{") ? 3 : 2));
        if (close == text.npos || next < close) {
            problems.push_back(invalid(file, position, "a tag that is not closed"));
            from = at + open_braces.size();
            continue;
        }
        TemplateTag tag;
        tag.begin = at;
        tag.end = close + close_braces.size();
        if (text.substr(at).starts_with("{{{") && text.substr(tag.end).starts_with("}")) ++tag.end;
        tag.line = position.line;
        tag.column = position.column;
        std::string problem = read_tag(trim(text.substr(at + 2, close - at - 2)), tag);
        tag.broken = !problem.empty();
        if (tag.broken) problems.push_back(invalid(file, position, std::move(problem)));
        from = tag.end;
        tags.push_back(std::move(tag));
    }
    return tags;
}

}  // namespace rapporteur
