#include "template/markup_scan.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr char value_mark = '\x01', other_mark = '\x02';  // stand for a Mustache tag, byte by byte

/// The text with its Mustache tags painted over, so that "<" and quotation marks inside them are none.
std::string painted(const NamedText& file, const std::vector<TemplateTag>& tags) {
    std::string text = file.text;
    for (const TemplateTag& tag : tags)
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(tag.begin),
                  text.begin() + static_cast<std::ptrdiff_t>(tag.end),
                  tag.kind == TagKind::variable ? value_mark : other_mark);
    return text;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == other_mark; }

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == ':';
}

class MarkupScanner {
public:
    MarkupScanner(const NamedText& file, const std::vector<TemplateTag>& tags, Diagnostics& problems)
        : file_(file), tags_(tags), text_(painted(file, tags)), problems_(problems) {}

    std::vector<MarkupPiece> scan() {
        while (at_ < text_.size()) {
            if (std::string_view(text_).substr(at_, 4) == "<!--") {
                skip_comment();
            } else if (text_[at_] == '<') {
                read_tag();
            } else if (text_[at_] == other_mark) {
                take_mustache();
            } else {
                read_words();
            }
        }
        return std::move(pieces_);
    }

private:
    void problem(std::size_t at, std::string detail) {
        problems_.push_back({Code::template_invalid, place_in(file_, at), std::move(detail)});
    }

    const TemplateTag* mustache_at(std::size_t at) {
        while (next_tag_ < tags_.size() && tags_[next_tag_].end <= at) ++next_tag_;
        return next_tag_ < tags_.size() && tags_[next_tag_].begin <= at ? &tags_[next_tag_] : nullptr;
    }

    void take_mustache() {
        const TemplateTag* tag = mustache_at(at_);
        at_ = tag->end;
        if (tag->kind != TagKind::comment)
            pieces_.push_back({MarkupPiece::Kind::mustache, tag->begin, tag->name, {}, tag});
    }

    void skip_comment() {
        const std::size_t end = text_.find("-->", at_);
        if (end == text_.npos) problem(at_, "a comment that is not closed");
        at_ = end == text_.npos ? text_.size() : end + 3;
    }

    void read_words() {
        const std::size_t begin = at_;
        bool tells = false;
        for (; at_ < text_.size() && text_[at_] != '<' && text_[at_] != other_mark; ++at_) {
            tells = tells || !is_space(text_[at_]);
            if (text_[at_] == '&') check_entity();
        }
        if (tells) pieces_.push_back({MarkupPiece::Kind::words, first_word(begin), {}, {}, nullptr});
    }

    std::size_t first_word(std::size_t at) const {
        while (is_space(text_[at])) ++at;
        return at;
    }

    void check_entity() {
        const std::size_t end = text_.find(';', at_);
        const std::string name = end == text_.npos || end - at_ > 10 ? "" : text_.substr(at_ + 1, end - at_ - 1);
        const bool known = name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" ||
                           (name.size() > 1 && name.front() == '#');
        if (known) return;
        problem(at_, name.empty()
                         ? "write \"&amp;\" for \"&\""
                         : "XML knows no \"&" + name + ";\": write the letter itself, or its number as \"&#160;\"");
    }

    std::string read_name() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) ++at_;
    }

    void read_tag() {
        MarkupPiece piece{MarkupPiece::Kind::open, at_++, {}, {}, nullptr};
        if (take('/')) piece.kind = MarkupPiece::Kind::close;
        piece.name = read_name();
        if (piece.name.empty()) return problem(piece.at, "write \"&lt;\" for \"<\"");
        while (true) {
            skip_space();
            if (take('>')) break;
            if (std::string_view(text_).substr(at_, 2) == "/>") {
                at_ += 2;
                piece.kind = MarkupPiece::Kind::empty;
                break;
            }
            if (at_ >= text_.size() || text_[at_] == '<')
                return problem(piece.at, "<" + piece.name + "> lacks its closing \">\"");
            if (!read_attribute(piece)) return;
        }
        pieces_.push_back(std::move(piece));
    }

    bool take(char c) {
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    bool read_attribute(MarkupPiece& piece) {
        MarkupAttribute attribute;
        attribute.at = at_;
        attribute.key = read_name();
        const char mark = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
        const bool written =
            !attribute.key.empty() && text_[std::min(at_, text_.size() - 1)] == '=' && (mark == '"' || mark == '\'');
        const std::size_t end = written ? text_.find(mark, at_ + 2) : text_.npos;
        if (end == text_.npos) {
            problem(attribute.at, "<" + piece.name + ">: an attribute is written name=\"value\"");
            at_ = std::min(text_.find('>', at_), text_.size());
            return at_ < text_.size();
        }
        attribute.value = text_.substr(at_ + 2, end - at_ - 2);
        attribute.fixed = attribute.value.find(value_mark) == std::string::npos &&
                          attribute.value.find(other_mark) == std::string::npos;
        at_ = end + 1;
        piece.attributes.push_back(std::move(attribute));
        return true;
    }

    const NamedText& file_;
    const std::vector<TemplateTag>& tags_;
    std::string text_;
    Diagnostics& problems_;
    std::vector<MarkupPiece> pieces_;
    std::size_t at_ = 0, next_tag_ = 0;
};

}  // namespace

std::vector<MarkupPiece> scan_markup(const NamedText& file, const std::vector<TemplateTag>& tags,
                                     Diagnostics& problems) {
    return MarkupScanner(file, tags, problems).scan();
}

Place place_in(const NamedText& file, std::size_t at) {
    const std::string_view before = std::string_view(file.text).substr(0, at);
    const std::size_t line_begin = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
    const auto lines = std::count(before.begin(), before.end(), '\n');
    return {file.name, 0, static_cast<int>(lines) + 1,
            static_cast<int>(count_code_points(before.substr(line_begin))) + 1};
}

}  // namespace rapporteur
