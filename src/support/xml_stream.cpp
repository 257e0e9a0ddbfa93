#include "support/xml_stream.h"

#include <algorithm>
#include <charconv>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

std::size_t skip_blanks(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && is_blank(bytes[at])) ++at;
    return at;
}

bool ends_name(char c) { return is_blank(c) || c == '=' || c == '>' || c == '/' || c == '<' || c == '"' || c == '\''; }

std::size_t name_end(std::string_view bytes, std::size_t at) {
    while (at < bytes.size() && !ends_name(bytes[at])) ++at;
    return at;
}

std::string_view local_part(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == nowhere ? name : name.substr(colon + 1);
}

std::string_view prefix_part(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == nowhere ? std::string_view() : name.substr(0, colon);
}

/// The character that "#38" or "#x26" stands for, 0 where it stands for none.
char32_t numbered_character(std::string_view entity) {
    entity.remove_prefix(1);
    const bool hexadecimal = entity.starts_with('x') || entity.starts_with('X');
    if (hexadecimal) entity.remove_prefix(1);
    unsigned long value = 0;
    const auto read = std::from_chars(entity.data(), entity.data() + entity.size(), value, hexadecimal ? 16 : 10);
    const bool whole = read.ec == std::errc() && read.ptr == entity.data() + entity.size();
    return whole && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF) ? static_cast<char32_t>(value) : U'\0';
}

/// Appends what an entity (without "&" and ";") stands for; false where it is none of XML's.
bool append_entity(std::string& out, std::string_view entity) {
    if (entity == "amp") return out += '&', true;
    if (entity == "lt") return out += '<', true;
    if (entity == "gt") return out += '>', true;
    if (entity == "quot") return out += '"', true;
    if (entity == "apos") return out += '\'', true;
    const char32_t character = entity.starts_with('#') ? numbered_character(entity) : U'\0';
    if (character != U'\0') append_utf8(out, character);
    return character != U'\0';
}

std::string resolved(std::string_view raw) {
    constexpr std::size_t longest_entity = 12;
    std::string out;
    out.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t sign = std::min(raw.find('&', at), raw.size());
        out += raw.substr(at, sign - at);
        if (sign == raw.size()) break;
        const std::size_t end = raw.substr(0, std::min(raw.size(), sign + longest_entity)).find(';', sign);
        if (end != nowhere && append_entity(out, raw.substr(sign + 1, end - sign - 1))) {
            at = end + 1;
        } else {
            out += '&';
            at = sign + 1;
        }
    }
    return out;
}

}  // namespace

XmlStream::XmlStream(std::string_view bytes, std::span<const XmlNamespace> known) : bytes_(bytes), known_(known) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
}

XmlStream::Event XmlStream::give(Event event) { return event_ = event; }

XmlStream::Event XmlStream::fail() {
    broken_ = true;
    at_ = std::min(at_, bytes_.size());
    open_.clear();
    return give(Event::finish);
}

XmlStream::Event XmlStream::next() {
    begin_ = at_;
    if (broken_) return give(Event::finish);
    if (ends_itself_) {
        ends_itself_ = false;
        close();
        return give(Event::end);
    }
    while (at_ < bytes_.size()) {
        begin_ = at_;
        if (bytes_[at_] != '<') {
            const Event event = read_text();
            if (!open_.empty()) return event;
            continue;
        }
        const std::string_view rest = bytes_.substr(at_, 9);
        if (rest == "<![CDATA[") {
            const std::size_t end = bytes_.find("]]>", at_);
            if (end == nowhere) return fail();
            text_ = bytes_.substr(at_ + 9, end - at_ - 9);
            verbatim_ = true;
            at_ = end + 3;
            return give(Event::text);
        }
        if (rest.starts_with("<!") || rest.starts_with("<?")) {
            if (!pass_markup()) return fail();
            continue;
        }
        return rest.starts_with("</") ? read_end() : read_start();
    }
    if (!open_.empty()) return fail();
    return give(Event::finish);
}

bool XmlStream::inside(int depth) {
    while (true) {
        switch (next()) {
            case Event::start:
            case Event::text:
                return true;
            case Event::end:
                if (this->depth() < depth) return false;
                break;
            case Event::finish:
                return false;
        }
    }
}

XmlStream::Event XmlStream::read_text() {
    const std::size_t end = std::min(bytes_.find('<', at_), bytes_.size());
    text_ = bytes_.substr(at_, end - at_);
    verbatim_ = false;
    at_ = end;
    return give(Event::text);
}

XmlStream::Event XmlStream::read_start() {
    const std::size_t begin = at_ + 1;
    const std::size_t end = name_end(bytes_, begin);
    if (end == begin || end == bytes_.size()) return fail();
    const std::string_view name = bytes_.substr(begin, end - begin);
    at_ = end;
    open_.push_back({name, false});
    attributes_.clear();
    bool binds = false;
    if (!read_attributes(binds)) return fail();
    open_.back().binds = binds;
    name_ = local_part(name);
    space_ = space_of(prefix_part(name));
    return give(Event::start);
}

bool XmlStream::read_attributes(bool& binds) {
    while (true) {
        at_ = skip_blanks(bytes_, at_);
        if (at_ >= bytes_.size()) return false;
        if (bytes_[at_] == '>') {
            ++at_;
            return true;
        }
        if (bytes_[at_] == '/') {
            if (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '>') return false;
            at_ += 2;
            ends_itself_ = true;
            return true;
        }
        if (!read_attribute(binds)) return false;
    }
}

bool XmlStream::read_attribute(bool& binds) {
    const std::size_t end = name_end(bytes_, at_);
    const std::string_view name = bytes_.substr(at_, end - at_);
    const std::size_t equals = skip_blanks(bytes_, end);
    if (name.empty() || equals >= bytes_.size() || bytes_[equals] != '=') return false;
    const std::size_t quote = skip_blanks(bytes_, equals + 1);
    if (quote >= bytes_.size() || (bytes_[quote] != '"' && bytes_[quote] != '\'')) return false;
    const std::size_t close = bytes_.find(bytes_[quote], quote + 1);
    if (close == nowhere) return false;
    const std::string_view value = bytes_.substr(quote + 1, close - quote - 1);
    at_ = close + 1;
    if (name == "xmlns" || name.starts_with("xmlns:")) {
        bind(name == "xmlns" ? std::string_view() : name.substr(6), value);
        binds = true;
    } else {
        attributes_.push_back({local_part(name), value});
    }
    return true;
}

void XmlStream::bind(std::string_view prefix, std::string_view uri) {
    const auto found =
        std::find_if(known_.begin(), known_.end(), [&](const XmlNamespace& space) { return space.uri == uri; });
    bindings_.push_back({prefix, found == known_.end() ? 0 : found->id, depth()});
    last_space_ = -1;
}

int XmlStream::space_of(std::string_view prefix) {
    if (last_space_ >= 0 && prefix == last_prefix_) return last_space_;
    const auto found = std::find_if(bindings_.rbegin(), bindings_.rend(),
                                    [&](const Binding& binding) { return binding.prefix == prefix; });
    last_prefix_ = prefix;
    last_space_ = found == bindings_.rend() ? 0 : found->space;
    return last_space_;
}

XmlStream::Event XmlStream::read_end() {
    const std::size_t begin = at_ + 2;
    const std::size_t end = name_end(bytes_, begin);
    const std::size_t sign = skip_blanks(bytes_, end);
    if (open_.empty() || sign >= bytes_.size() || bytes_[sign] != '>') return fail();
    if (open_.back().name != bytes_.substr(begin, end - begin)) return fail();
    at_ = sign + 1;
    close();
    return give(Event::end);
}

void XmlStream::close() {
    if (open_.back().binds) {
        const int gone = depth();
        while (!bindings_.empty() && bindings_.back().depth == gone) bindings_.pop_back();
        last_space_ = -1;
    }
    open_.pop_back();
}

/// The ">" that ends the tag begun before `from`: one inside a quoted value does not.
std::size_t XmlStream::tag_end(std::size_t from) const {
    for (std::size_t at = from; at < bytes_.size(); ++at) {
        const char c = bytes_[at];
        if (c == '>') return at;
        if (c != '"' && c != '\'') continue;
        at = bytes_.find(c, at + 1);
        if (at == nowhere) return nowhere;
    }
    return nowhere;
}

void XmlStream::skip() {
    if (ends_itself_) {
        next();
        return;
    }
    const int outer = depth() - 1;
    for (int level = depth(); level > outer;) {
        at_ = bytes_.find('<', at_);
        if (at_ == nowhere || at_ + 1 >= bytes_.size()) {
            at_ = bytes_.size();
            fail();
            return;
        }
        const char sign = bytes_[at_ + 1];
        if (sign == '!' || sign == '?') {
            if (!pass_markup()) return void(fail());
            continue;
        }
        if (sign == '/' && level == outer + 1) return void(read_end());
        const std::size_t end = tag_end(at_ + 1);
        if (end == nowhere) return void(fail());
        if (sign == '/') {
            --level;
        } else if (bytes_[end - 1] != '/') {
            ++level;
        }
        at_ = end + 1;
    }
}

/// Passes over a comment, a processing instruction, a CDATA section or a document type.
bool XmlStream::pass_markup() {
    const std::string_view rest = bytes_.substr(at_, 9);
    std::string_view closing = ">";
    if (rest.starts_with("<?")) closing = "?>";
    if (rest.starts_with("<!--")) closing = "-->";
    if (rest == "<![CDATA[") closing = "]]>";
    if (rest.starts_with("<!DOCTYPE")) return pass_doctype();
    const std::size_t end = bytes_.find(closing, at_ + 2);
    if (end == nowhere) return false;
    at_ = end + closing.size();
    return true;
}

bool XmlStream::pass_doctype() {
    const std::size_t bracket = bytes_.find_first_of("[>", at_);
    if (bracket == nowhere) return false;
    std::size_t end = bracket;
    if (bytes_[bracket] == '[') {
        end = bytes_.find("]", bracket);
        end = end == nowhere ? end : bytes_.find('>', end);
    }
    if (end == nowhere) return false;
    at_ = end + 1;
    return true;
}

std::string_view XmlStream::raw(std::string_view name) const {
    for (const Attribute& attribute : attributes_) {
        if (attribute.name == name) return attribute.value;
    }
    return {};
}

bool XmlStream::has(std::string_view name) const {
    return std::any_of(attributes_.begin(), attributes_.end(),
                       [&](const Attribute& attribute) { return attribute.name == name; });
}

std::string XmlStream::value(std::string_view name) const { return resolved(raw(name)); }

std::string XmlStream::text() const { return verbatim_ ? std::string(text_) : resolved(text_); }

bool XmlStream::is_plain() const { return verbatim_ || text_.find('&') == nowhere; }

int XmlStream::line() const {
    const std::string_view before = bytes_.substr(0, at_);
    return 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
}

}  // namespace rapporteur
