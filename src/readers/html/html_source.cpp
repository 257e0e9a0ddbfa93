#include "readers/html/html_source.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

#include "readers/html/html_tag.h"
#include "readers/prose.h"

namespace rapporteur {
namespace {

constexpr std::size_t deepest = 256;  // open elements: no page that people read nests so deep
constexpr std::size_t far_up = 256;   // open elements through which the partner of an inline end tag is looked for
constexpr std::size_t least_set_aside = 16;  // bytes of text that are worth a placeholder
constexpr std::size_t longest_reference = 40;
constexpr std::size_t longest_name = 32;       // bytes of an element's name
constexpr std::size_t longest_value = 1024;    // bytes of an attribute
constexpr std::size_t longest_address = 4096;  // bytes of a link's target

// Attributes that say something of the text or its place.
constexpr std::array<std::string_view, 27> telling{
    "aria-hidden", "aria-level", "border", "charset",  "class", "colspan", "content",  "headers", "hidden",
    "href",        "http-equiv", "id",     "itemprop", "lang",  "name",    "property", "rel",     "reversed",
    "role",        "rowspan",    "scope",  "start",    "style", "summary", "type",     "value",   "xml:lang"};

// Elements whose content is no markup and no text of the page.
constexpr std::array<std::string_view, 8> opaque{"iframe", "noembed", "noframes", "noscript",
                                                 "script", "style",   "svg",      "textarea"};

// Elements that only dress text: parsers open those that were left open anew in every block, so their attributes stay
// few.
constexpr std::array<std::string_view, 13> dressing{"b", "big",   "code",   "em",     "font", "i", "nobr",
                                                    "s", "small", "strike", "strong", "tt",   "u"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char low(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Attribute {
    std::string name;
    std::string_view value;
    bool named_only = false;
};

/// A tag as it is written.
struct Markup {
    std::string name;
    std::vector<Attribute> attributes;
    bool closing = false;
    bool self_closing = false;
    std::size_t end = 0;  // the byte after it
};

class MarkupTidier {
public:
    explicit MarkupTidier(std::string_view html) : html_(html) { out_.reserve(html.size()); }

    TidyMarkup tidy() {
        while (at_ < html_.size()) {
            const std::size_t tag = std::min(html_.find('<', at_), html_.size());
            write_text(html_.substr(at_, tag - at_));
            at_ = tag;
            if (at_ < html_.size()) step();
        }
        return {std::move(out_), std::move(texts_)};
    }

private:
    void step() {
        const std::string_view rest = html_.substr(at_);
        if (rest.starts_with("<!--")) return skip_comment();
        const char next = rest.size() > 1 ? rest[1] : ' ';
        const bool tag = is_letter(next) || (next == '/' && rest.size() > 2 && is_letter(rest[2]));
        if (tag) return element();
        if (next == '!' || next == '?' || next == '/') return skip_declaration();
        out_ += "&lt;";
        ++at_;
    }

    /// Character references are the parser's; all else of some length is set aside.
    void write_text(std::string_view text) {
        while (!text.empty()) {
            const std::size_t reference = std::min(text.find('&'), text.size());
            set_aside(text.substr(0, reference));
            text.remove_prefix(reference);
            std::size_t end = std::min<std::size_t>(text.size(), 1);
            while (end < text.size() && end < longest_reference && is_reference_part(text[end])) ++end;
            out_ += text.substr(0, end);
            text.remove_prefix(end);
        }
    }

    void set_aside(std::string_view text) {
        if (text.size() < least_set_aside || std::all_of(text.begin(), text.end(), is_white)) {
            out_ += text;
            return;
        }
        out_ += placeholder_begin;
        out_ += std::to_string(texts_.size());
        out_.append(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')), '\n');
        out_ += placeholder_end;
        texts_.push_back(text);
    }

    static bool is_reference_part(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '#' || c == ';'; }

    /// A comment ends at "-->" or, where that is missing, at the end (HTML Living Standard, 13.2.5.45).
    void skip_comment() {
        const std::string_view rest = html_.substr(at_);
        if (rest.starts_with("<!-->")) return leave_out(at_ + 5);
        const std::size_t end = html_.find("-->", at_ + 4);
        leave_out(end == std::string_view::npos ? html_.size() : end + 3);
    }

    /// Document types, processing instructions, marked sections ("<![if …]>") and nameless end tags.
    void skip_declaration() {
        const std::size_t end = std::min(html_.find('>', at_), html_.size() - 1) + 1;
        const std::string_view declaration = html_.substr(at_, end - at_);
        if (declaration.size() > 9 && declaration.size() < 512 && low(declaration[2]) == 'd' && out_.size() < 4096) {
            out_ += declaration;
            at_ = end;
            return;
        }
        leave_out(end);
    }

    /// Passes over what stands before `end`, keeping the count of lines.
    void leave_out(std::size_t end) {
        const auto begin = html_.begin() + static_cast<long>(at_);
        const auto lines = std::count(begin, html_.begin() + static_cast<long>(end), '\n');
        if (lines > 0) out_ += "<!--" + std::string(static_cast<std::size_t>(lines), '\n') + "-->";
        at_ = end;
    }

    void element() {
        const Markup tag = markup();
        if (tag.name.empty() || tag.name == "plaintext") return leave_out(tag.end);
        const Tag kind = tag_named(tag.name);
        if (!tag.closing && holds(opaque, tag.name)) return leave_out(tag.self_closing ? tag.end : end_of_content(tag));
        if (kind == Tag::foreign && tag.name != "dialog" && tag.name != "template" && tag.name != "object") {
            return leave_out(tag.end);
        }
        if (tag.closing ? !close(tag) : !open(tag)) return leave_out(tag.end);
        if (kind == Tag::title && !tag.closing) {
            write(tag);
            return title(tag);
        }
        write(tag);
    }

    /// A title holds characters only.
    void title(const Markup& tag) {
        const std::size_t end = end_of_content(tag);
        const std::size_t close = html_.substr(0, end).rfind("</");
        if (close == std::string_view::npos || close < at_) return;
        for (const char c : html_.substr(at_, close - at_)) {
            if (c == '<')
                out_ += "&lt;";
            else
                out_ += c;
        }
        out_ += "</title>";
        open_.pop_back();
        --count_[tag.name];
        at_ = end;
    }

    /// The byte after the end tag of an element whose content is not markup; after its start tag where it has none.
    std::size_t end_of_content(const Markup& tag) {
        if (unended_.contains(tag.name)) return tag.end;
        for (std::size_t at = html_.find("</", tag.end); at != std::string_view::npos; at = html_.find("</", at + 2)) {
            const std::string_view name = html_.substr(at + 2, tag.name.size());
            const bool same = name.size() == tag.name.size() && std::equal(name.begin(), name.end(), tag.name.begin(),
                                                                           [](char a, char b) { return low(a) == b; });
            if (!same) continue;
            const std::size_t close = html_.find('>', at);
            return close == std::string_view::npos ? html_.size() : close + 1;
        }
        unended_[tag.name] = true;
        return tag.end;
    }

    bool open(const Markup& tag) {
        if (is_void(tag.name) || ends_by_itself(tag.name)) return true;
        if (open_.size() >= deepest) return false;
        open_.push_back(tag.name);
        ++count_[tag.name];
        return true;
    }

    /// Closes the element and those inside it; an inline element only within its block. False where none is open.
    bool close(const Markup& tag) {
        if (ends_by_itself(tag.name)) return true;
        const auto open = count_.find(tag.name);
        if (open == count_.end() || open->second == 0) return is_void(tag.name);
        const bool within = is_inline(tag_named(tag.name));
        std::size_t at = open_.size();
        while (at > 0 && open_[at - 1] != tag.name) {
            if (within && (!is_inline(tag_named(open_[at - 1])) || open_.size() - at > far_up)) return true;
            --at;
        }
        for (std::size_t i = at - 1; i < open_.size(); ++i) --count_[open_[i]];
        open_.resize(at - 1);
        return true;
    }

    void write(const Markup& tag) {
        out_ += tag.closing ? "</" : "<";
        out_ += tag.name == "xmp" || tag.name == "listing" ? "pre" : tag.name;
        const bool plain = tag.closing || holds(dressing, tag.name);
        std::vector<std::string_view> written;
        for (const Attribute& attribute : tag.attributes) {
            if (!holds(telling, attribute.name) || (attribute.name == "value" && tag.name != "li")) continue;
            if (std::find(written.begin(), written.end(), attribute.name) != written.end()) continue;
            if (plain && !(attribute.name == "style" && hides(attribute.value))) continue;
            written.push_back(attribute.name);
            write(attribute);
        }
        const auto begin = html_.begin() + static_cast<long>(at_);
        out_.append(static_cast<std::size_t>(std::count(begin, html_.begin() + static_cast<long>(tag.end), '\n')),
                    '\n');
        out_ += '>';
        at_ = tag.end;
    }

    static bool hides(std::string_view style) { return style.find("none") != std::string_view::npos; }

    void write(const Attribute& attribute) {
        out_ += ' ' + attribute.name;
        if (attribute.named_only) return;
        const bool address = attribute.name == "href";
        if (address && attribute.value.size() > longest_address) return;
        out_ += "=\"";
        for (const char c : head(attribute.value, address ? longest_address : longest_value)) {
            if (c == '"')
                out_ += "&quot;";
            else if (c != '\n')
                out_ += c;
        }
        out_ += '"';
    }

    /// Reads the tag at hand; an attribute's value without its closing quote ends with the tag.
    Markup markup() {
        Markup tag;
        std::size_t at = at_ + 1;
        if (html_[at] == '/') {
            tag.closing = true;
            ++at;
        }
        while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>' && html_[at] != '/') {
            if (tag.name.size() < longest_name) tag.name += low(html_[at]);
            ++at;
        }
        if (tag.name.find_first_of("<\"'=&") != std::string::npos) tag.name.clear();
        while (at < html_.size() && html_[at] != '>') {
            if (is_white(html_[at]) || html_[at] == '/') {
                tag.self_closing = html_[at] == '/';
                ++at;
                continue;
            }
            tag.self_closing = false;
            at = attribute(tag, at);
        }
        tag.end = std::min(at + 1, html_.size());
        return tag;
    }

    std::size_t attribute(Markup& tag, std::size_t at) {
        Attribute out;
        const std::size_t begin = at;
        while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>' && html_[at] != '/' &&
               (html_[at] != '=' || at == begin)) {
            if (out.name.size() < longest_name) out.name += low(html_[at]);
            ++at;
        }
        std::size_t equals = at;
        while (equals < html_.size() && is_white(html_[equals])) ++equals;
        if (equals < html_.size() && html_[equals] == '=') {
            at = equals + 1;
            while (at < html_.size() && is_white(html_[at])) ++at;
            at = value(out, at);
        } else {
            out.named_only = true;
        }
        if (tag.attributes.size() < telling.size() && holds(telling, out.name))
            tag.attributes.push_back(std::move(out));
        return at;
    }

    std::size_t value(Attribute& out, std::size_t at) {
        if (at >= html_.size()) return at;
        const char quote = html_[at];
        bool& missing = quote == '"' ? double_missing_ : single_missing_;
        if ((quote == '"' || quote == '\'') && !missing) {
            const std::size_t end = html_.find(quote, at + 1);
            if (end != std::string_view::npos) {
                out.value = html_.substr(at + 1, end - at - 1);
                return end + 1;
            }
            missing = true;
        }
        const std::size_t begin = at;
        while (at < html_.size() && !is_white(html_[at]) && html_[at] != '>') ++at;
        out.value = html_.substr(begin, at - begin);
        return at;
    }

    std::string_view html_;
    std::string out_;
    std::vector<std::string_view> texts_;
    std::size_t at_ = 0;
    std::vector<std::string> open_;
    std::map<std::string, std::size_t> count_;  // open elements of each name
    std::map<std::string, bool> unended_;       // names whose end tag stands nowhere below
    bool double_missing_ = false;               // no such quote stands any further
    bool single_missing_ = false;
};

}  // namespace

TidyMarkup tidy_markup(std::string_view html) { return MarkupTidier(html).tidy(); }

}  // namespace rapporteur
