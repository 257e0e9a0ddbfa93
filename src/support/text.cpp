#include "support/text.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>

namespace rapporteur {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Without an early end, so that the compiler takes many bytes at a time.
bool is_ascii(std::string_view text) {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

bool continues(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

std::string through_icu(std::string_view text, icu::UnicodeString& (*change)(icu::UnicodeString&)) {
    icu::UnicodeString string =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    std::string out;
    change(string).toUTF8String(out);
    return out;
}

std::string normalised(std::string_view text, const icu::Normalizer2* form) {
    UErrorCode error = U_ZERO_ERROR;
    const auto source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    const icu::UnicodeString changed = form->normalize(source, error);
    if (U_FAILURE(error)) return std::string(text);
    std::string out;
    changed.toUTF8String(out);
    return out;
}

/// The plain kin of a typographic character, 0 where it is to go, the character itself where it has none.
char32_t plain(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x2032:
        case 0x00B4:
        case 0x0060:
            return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB:
        case 0x2033:
            return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212:
            return '-';
        case 0x00AD:
        case 0x200B:
        case 0x200C:
        case 0x200D:
        case 0xFEFF:
            return 0;
        default:
            return is_space(c) ? U' ' : c;
    }
}

}  // namespace

CodePoint decode_long_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4) return {replacement, 1};
    char32_t value = lead & (0x7F >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!continues(text, at + i)) return {replacement, 1};
        value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3F);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {replacement, 1};
    return {value, length};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
    std::size_t begin = at - 1;
    while (begin > 0 && at - begin < 4 && continues(text, begin)) --begin;
    const CodePoint c = decode_at(text, begin);
    return begin + c.bytes == at ? c : CodePoint{replacement, 1};
}

void append_utf8(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t eight = 0x80;
        if (at + sizeof eight <= bytes.size()) std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080U) == 0) {  // ASCII, as most of most files
            at += sizeof eight;
            continue;
        }
        const CodePoint c = decode_at(bytes, at);
        if (c.value == replacement && c.bytes == 1) return false;
        at += c.bytes;
    }
    return true;
}

std::string to_valid_utf8(std::string_view bytes) {
    if (is_valid_utf8(bytes)) return std::string(bytes);
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode_at(bytes, at);
        append_utf8(out, c.value);
        at += c.bytes;
    }
    return out;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string nfc(std::string_view text) {
    if (is_ascii(text)) return std::string(text);
    UErrorCode error = U_ZERO_ERROR;
    return normalised(text, icu::Normalizer2::getNFCInstance(error));
}

std::string collapse_space(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool pending = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_space(c.value)) {
            pending = !out.empty();
        } else if (c.value != 0x00AD && c.value != 0xFEFF && c.value != 0x200B) {
            if (pending) out += ' ';
            pending = false;
            out.append(text.substr(at, c.bytes));
        }
        at += c.bytes;
    }
    return out;
}

std::string_view trim(std::string_view text) {
    while (!text.empty()) {
        const CodePoint c = decode_at(text, 0);
        if (!is_space(c.value)) break;
        text.remove_prefix(c.bytes);
    }
    while (!text.empty()) {
        const CodePoint c = decode_before(text, text.size());
        if (!is_space(c.value)) break;
        text.remove_suffix(c.bytes);
    }
    return text;
}

std::string to_lower(std::string_view text) {
    if (is_ascii(text)) {
        std::string out(text);
        for (char& c : out) c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
        return out;
    }
    return through_icu(text,
                       [](icu::UnicodeString& s) -> icu::UnicodeString& { return s.toLower(icu::Locale::getRoot()); });
}

std::string to_upper(std::string_view text) {
    if (is_ascii(text)) {
        std::string out(text);
        for (char& c : out) c = (c >= 'a' && c <= 'z') ? static_cast<char>(c - 32) : c;
        return out;
    }
    return through_icu(text,
                       [](icu::UnicodeString& s) -> icu::UnicodeString& { return s.toUpper(icu::Locale::getRoot()); });
}

std::string fold(std::string_view text) {
    if (is_ascii(text)) return to_lower(text);
    UErrorCode error = U_ZERO_ERROR;
    const std::string apart = normalised(text, icu::Normalizer2::getNFKDInstance(error));
    std::string kept;
    for (std::size_t at = 0; at < apart.size();) {
        const CodePoint c = decode_at(apart, at);
        at += c.bytes;
        if (u_charType(static_cast<UChar32>(c.value)) == U_NON_SPACING_MARK) continue;
        if (const char32_t p = plain(c.value)) append_utf8(kept, p);
    }
    return through_icu(kept, [](icu::UnicodeString& s) -> icu::UnicodeString& { return s.foldCase(); });
}

std::string sentence_case(std::string_view text) {
    if (!is_all_capitals(text)) return std::string(text);
    std::string out;
    bool first = true;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.bytes;
        const bool letter = is_alpha(c.value);
        append_utf8(out, letter && !first ? static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))) : c.value);
        first = first && !letter;
    }
    return out;
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : u_islower(static_cast<UChar32>(c)) != 0; }
bool is_alpha(char32_t c) {
    return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(static_cast<UChar32>(c)) != 0; }
bool is_space(char32_t c) {
    return c <= 0x20 || c == 0x7F || (c >= 0x80 && (u_isUWhiteSpace(static_cast<UChar32>(c)) || c < 0xA0));
}

bool is_all_capitals(std::string_view text) {
    bool any = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.bytes;
        if (is_lower(c.value)) return false;
        any = any || is_upper(c.value);
    }
    return any;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, begin)) {
        out.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    out.push_back(text.substr(begin));
    return out;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string out;
    for (const std::string& part : parts) {
        if (&part != &parts.front()) out += separator;
        out += part;
    }
    return out;
}

namespace {

bool is_letter_or_digit(char32_t c) { return is_alpha(c) || is_digit(c); }

bool is_mark(char32_t c) { return c >= 0x80 && (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

}  // namespace

std::vector<Range> words(std::string_view text) {
    std::vector<Range> out;
    Range word;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const bool part = is_letter_or_digit(c.value) || is_mark(c.value);
        const bool joiner = inside && (c.value == '\'' || c.value == 0x2019 || c.value == '-') &&
                            at + c.bytes < text.size() && is_letter_or_digit(decode_at(text, at + c.bytes).value);
        if (part || joiner) {
            if (!inside) word.begin = at;
            inside = true;
            word.end = at + c.bytes;
        } else if (inside) {
            out.push_back(word);
            inside = false;
        }
        at += c.bytes;
    }
    if (inside) out.push_back(word);
    return out;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
        if (count % 256 == 0) marks_.push_back(at);
        ++count;
    }
}

std::size_t CodePointIndex::at_byte(std::size_t at) const {
    at = std::min(at, text_.size());
    const auto mark = std::upper_bound(marks_.begin(), marks_.end(), at);
    if (mark == marks_.begin()) return 0;
    const auto block = static_cast<std::size_t>(mark - marks_.begin()) - 1;
    return block * 256 + count_code_points(text_.substr(marks_[block], at - marks_[block]));
}

std::size_t CodePointIndex::byte_of(std::size_t index) const {
    if (index / 256 >= marks_.size()) return text_.size();
    std::size_t at = marks_[index / 256];
    for (std::size_t left = index % 256; left > 0 && at < text_.size(); --left) at += decode_at(text_, at).bytes;
    return at;
}

}  // namespace rapporteur
