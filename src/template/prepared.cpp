#include "template/prepared.h"

#include <map>
#include <vector>

#include "template/tag_lint.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_includes = 100000;

/// A tag with the stretch of text that it takes out of its file.
struct CutTag {
    TemplateTag tag;
    std::size_t begin = 0, end = 0;
    std::string indent;  // of a partial that stands alone on its line
};

struct CutText {
    std::string_view text;
    std::vector<CutTag> tags;
};

bool may_stand_alone(const TemplateTag& tag) { return tag.kind != TagKind::variable; }

/// Where the white space before a byte begins, if nothing else stands before it on its line; else npos.
std::size_t line_begin(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
    return at == 0 || text[at - 1] == '\n' ? at : std::string_view::npos;
}

/// The byte behind the line's end, if nothing but white space stands before it; else npos.
std::size_t line_end(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    if (at == text.size()) return at;
    if (text[at] == '\r' && text.substr(at + 1).starts_with('\n')) ++at;
    return text[at] == '\n' ? at + 1 : std::string_view::npos;
}

CutText cut(std::string_view text) {
    CutText out{text, {}};
    Delimiters delimiters;
    std::vector<TagFault> faults;
    for (TemplateTag& tag : find_tags(text, delimiters, faults)) {
        CutTag cut_tag{std::move(tag), 0, 0, {}};
        cut_tag.begin = cut_tag.tag.begin;
        cut_tag.end = cut_tag.tag.end;
        const std::size_t begin = line_begin(text, cut_tag.begin), end = line_end(text, cut_tag.end);
        if (may_stand_alone(cut_tag.tag) && begin != text.npos && end != text.npos) {
            if (cut_tag.tag.kind == TagKind::partial) cut_tag.indent = text.substr(begin, cut_tag.begin - begin);
            cut_tag.begin = begin;
            cut_tag.end = end;
        }
        out.tags.push_back(std::move(cut_tag));
    }
    return out;
}

/// Puts a text and what it includes together.
class Preparation {
public:
    explicit Preparation(const std::map<std::string, CutText>& partials) : partials_(partials) {}

    void add(const CutText& file, const std::string& indent, std::size_t depth) {
        std::size_t at = 0;
        for (const CutTag& each : file.tags) {
            add_words(file.text.substr(at, each.begin - at), indent);
            at = each.end;
            if (each.tag.kind == TagKind::partial) {
                include(each, indent, depth);
            } else if (each.tag.kind != TagKind::comment && each.tag.kind != TagKind::delimiters) {
                indent_line(indent);
                out_ += prepared_tag(each.tag);
            }
        }
        add_words(file.text.substr(at), indent);
    }
    std::string take() { return std::move(out_); }

private:
    void include(const CutTag& each, const std::string& indent, std::size_t depth) {
        const auto partial = partials_.find(each.tag.name);
        if (partial == partials_.end() || depth >= deepest_partial) return;
        if (++includes_ > most_includes || out_.size() > most_prepared_bytes) return;
        const bool alone = each.end > each.tag.end || each.begin < each.tag.begin;
        if (!alone) indent_line(indent);
        add(partial->second, indent + each.indent, depth + 1);
        if (!alone && out_.ends_with('\n')) out_.pop_back();  // a partial inside a line adds no space
        at_line_begin_ = out_.empty() || out_.ends_with('\n');
    }

    void indent_line(const std::string& indent) {
        if (at_line_begin_) out_ += indent;
        at_line_begin_ = false;
    }

    void add_words(std::string_view words, const std::string& indent) {
        while (!words.empty()) {
            const std::size_t line = words.find('\n');
            const std::size_t length = line == words.npos ? words.size() : line + 1;
            indent_line(indent);
            out_ += words.substr(0, length);
            at_line_begin_ = line != words.npos;
            words.remove_prefix(length);
        }
    }

    const std::map<std::string, CutText>& partials_;
    std::string out_;
    std::size_t includes_ = 0;
    bool at_line_begin_ = true;
};

}  // namespace

std::string prepared_tag(const TemplateTag& tag) {
    std::string out(1, tag_begin);
    if (tag.kind == TagKind::section) out += '#';
    if (tag.kind == TagKind::inverted) out += '^';
    if (tag.kind == TagKind::end) out += '/';
    if (tag.unescaped) out += '&';
    return out += tag.name + tag_end;
}

std::string prepared(const TemplateFiles& files) {
    std::map<std::string, CutText> partials;
    for (const NamedText& file : files.partials) partials[partial_name(file.name)] = cut(file.text);
    Preparation preparation(partials);
    preparation.add(cut(files.pack.text), "", 0);
    return preparation.take();
}

std::string prepared(std::string_view text) {
    const std::map<std::string, CutText> nothing;
    Preparation preparation(nothing);
    preparation.add(cut(text), "", 0);
    return preparation.take();
}

}  // namespace rapporteur
