#include "template/tag.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

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

/// Kind and name of a tag from what stands between its braces; the detail of an error where it is none.
std::string read_tag(std::string_view inside, TemplateTag& tag) {
    constexpr std::pair<char, TagKind> marks[] = {
        {'#', TagKind::section},    {'^', TagKind::inverted}, {'/', TagKind::end},     {'>', TagKind::partial},
        {'=', TagKind::delimiters}, {'!', TagKind::comment},  {'&', TagKind::variable}};
    if (inside.empty()) return "an empty tag";
    tag.unescaped = tag.unescaped || inside.front() == '&';
    for (const auto& [mark, kind] : marks) {
        if (inside.front() != mark) continue;
        tag.kind = kind;
        inside.remove_prefix(1);
        break;
    }
    tag.name = trim(inside);
    return tag.name.empty() && tag.kind != TagKind::comment ? "a tag without a name" : "";
}

/// "=<% %>=" without the first sign; false where it names no two delimiters.
bool set_delimiters(std::string_view name, Delimiters& delimiters) {
    if (!name.ends_with('=')) return false;
    name = trim(name.substr(0, name.size() - 1));
    const std::size_t gap = name.find_first_of(" \t\n");
    if (gap == name.npos) return false;
    const std::string_view open = name.substr(0, gap), close = trim(name.substr(gap));
    if (close.find_first_of(" \t\n=") != close.npos || open.find('=') != open.npos) return false;
    delimiters = {std::string(open), std::string(close)};
    return true;
}

/// Finds tags one after another.
class TagFinder {
public:
    TagFinder(std::string_view text, Delimiters& delimiters, bool may_change, std::vector<TagFault>& faults)
        : text_(text), delimiters_(delimiters), may_change_(may_change), faults_(faults) {}

    std::vector<TemplateTag> find() {
        std::vector<TemplateTag> tags;
        for (std::size_t at = text_.find(delimiters_.open); at != text_.npos; at = text_.find(delimiters_.open, from_))
            take(at, tags);
        return tags;
    }

private:
    void take(std::size_t at, std::vector<TemplateTag>& tags) {
        const std::size_t inside = at + delimiters_.open.size();
        const bool triple = delimiters_.open == "{{" && text_.substr(inside).starts_with('{');
        const std::size_t close = text_.find(delimiters_.close, inside);
        const std::size_t next = delimiters_.open == delimiters_.close
                                     ? text_.npos
                                     : text_.find(delimiters_.open, inside + (triple ? 1 : 0));
        from_ = inside;
        if (close == text_.npos || next < close) return faults_.push_back({at, "a tag that is not closed"});
        TemplateTag tag;
        tag.begin = at;
        tag.end = close + delimiters_.close.size();
        tag.unescaped = triple;
        const bool whole = !triple || text_.substr(tag.end).starts_with('}');
        if (triple && whole) ++tag.end;
        const std::size_t skipped = inside + (triple ? 1 : 0);
        std::string fault = read_tag(trim(text_.substr(skipped, close - skipped)), tag);
        if (!whole) fault = "a tag that three braces open and two close";
        from_ = tag.end;
        if (tag.kind == TagKind::delimiters && fault.empty()) fault = change_delimiters(tag.name);
        tag.broken = !fault.empty();
        if (tag.broken) faults_.push_back({at, std::move(fault)});
        tags.push_back(std::move(tag));
    }

    std::string change_delimiters(std::string_view name) {
        if (!may_change_) return "the delimiters stay {{ and }}";
        return set_delimiters(name, delimiters_) ? "" : "new delimiters are written {{=<% %>=}}";
    }

    std::string_view text_;
    Delimiters& delimiters_;
    bool may_change_;
    std::vector<TagFault>& faults_;
    std::size_t from_ = 0;
};

/// What pack templates may not do though Mustache may.
std::string fault_in_pack(const TemplateTag& tag) {
    if (tag.unescaped) return "values are always escaped: write {{name}}";
    if (tag.kind == TagKind::comment || std::all_of(tag.name.begin(), tag.name.end(), is_name_letter)) return {};
    return "no name: " + tag.name;
}

}  // namespace

std::vector<TemplateTag> find_tags(std::string_view text, Delimiters& delimiters, std::vector<TagFault>& faults) {
    return TagFinder(text, delimiters, true, faults).find();
}

std::vector<TemplateTag> scan_tags(const NamedText& file, Diagnostics& problems) {
    std::vector<TagFault> faults;
    Delimiters braces;
    std::vector<TemplateTag> tags = TagFinder(file.text, braces, false, faults).find();
    for (TemplateTag& tag : tags) {
        std::string fault = tag.broken ? std::string() : fault_in_pack(tag);
        if (fault.empty()) continue;
        tag.broken = true;
        faults.push_back({tag.begin, std::move(fault)});
    }
    std::sort(faults.begin(), faults.end(), [](const TagFault& a, const TagFault& b) { return a.at < b.at; });
    Position position(file.text), tag_position(file.text);
    for (TagFault& fault : faults) {
        position.move_to(fault.at);
        problems.push_back(
            {Code::template_invalid, {file.name, 0, position.line, position.column}, std::move(fault.why)});
    }
    for (TemplateTag& tag : tags) {
        tag_position.move_to(tag.begin);
        tag.line = tag_position.line;
        tag.column = tag_position.column;
    }
    return tags;
}

}  // namespace rapporteur
