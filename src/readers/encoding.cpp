#include "readers/encoding.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "support/charset.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int least_confidence = 35;       // of 100, for an encoding that is not Western
constexpr int least_in_other_script = 20;  // where most letters are beyond ASCII

using Table = std::array<char16_t, 128>;  // the characters of bytes 0x80 to 0xFF; 0 where there is none

// Windows-1252, as in the WHATWG Encoding Standard; from 0xA0 on it is ISO-8859-1.
constexpr Table windows_1252 = [] {
    constexpr std::array<char16_t, 32> first{u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š',
                                             u'‹', u'Œ', 0,    u'Ž', 0,    0,    u'‘', u'’', u'“', u'”', u'•',
                                             u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0,    u'ž', u'Ÿ'};
    Table table{};
    for (std::size_t i = 0; i < table.size(); ++i) table[i] = i < 32 ? first[i] : static_cast<char16_t>(0x80 + i);
    return table;
}();

// Mac OS Roman, as in the WHATWG Encoding Standard ("macintosh").
constexpr Table mac_roman{
    u'Ä',      u'Å', u'Ç', u'É', u'Ñ', u'Ö', u'Ü', u'á', u'à', u'â', u'ä',      u'ã', u'å', u'ç', u'é', u'è',
    u'ê',      u'ë', u'í', u'ì', u'î', u'ï', u'ñ', u'ó', u'ò', u'ô', u'ö',      u'õ', u'ú', u'ù', u'û', u'ü',
    u'†',      u'°', u'¢', u'£', u'§', u'•', u'¶', u'ß', u'®', u'©', u'™',      u'´', u'¨', u'≠', u'Æ', u'Ø',
    u'∞',      u'±', u'≤', u'≥', u'¥', u'µ', u'∂', u'∑', u'∏', u'π', u'∫',      u'ª', u'º', u'Ω', u'æ', u'ø',
    u'¿',      u'¡', u'¬', u'√', u'ƒ', u'≈', u'∆', u'«', u'»', u'…', u'\u00A0', u'À', u'Ã', u'Õ', u'Œ', u'œ',
    u'–',      u'—', u'“', u'”', u'‘', u'’', u'÷', u'◊', u'ÿ', u'Ÿ', u'⁄',      u'€', u'‹', u'›', u'ﬁ', u'ﬂ',
    u'‡',      u'·', u'‚', u'„', u'‰', u'Â', u'Ê', u'Á', u'Ë', u'È', u'Í',      u'Î', u'Ï', u'Ì', u'Ó', u'Ô',
    u'\uF8FF', u'Ò', u'Ú', u'Û', u'Ù', u'ı', u'ˆ', u'˜', u'¯', u'˘', u'˙',      u'˚', u'¸', u'˝', u'˛', u'ˇ'};

char32_t mapped(const Table& table, char byte) {
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 ? value : table[value - 0x80];
}

/// How well a high byte's character sits between its neighbours: positive where it makes a plausible word or
/// punctuation.
int fit(char32_t before, char32_t c, char32_t after) {
    if (c == 0) return -8;
    if (is_lower(c)) return is_alpha(before) || is_lower(after) ? 2 : -1;
    if (is_upper(c)) return is_lower(before) ? -4 : is_alpha(after) ? 1 : -1;
    const bool quote_or_dash = (c >= U'\u2010' && c <= U'\u2026') || c == U'«' || c == U'»';
    if (quote_or_dash) return 2;
    if (c == U'\u00A0' || c == U'°' || c == U'§' || c == U'©') return 1;
    return is_alpha(before) && is_alpha(after) ? -3 : 0;
}

long plausibility(const Table& table, std::string_view bytes) {
    long total = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
        const char32_t before = at > 0 ? mapped(table, bytes[at - 1]) : U' ';
        const char32_t after = at + 1 < bytes.size() ? mapped(table, bytes[at + 1]) : U' ';
        total += fit(before, mapped(table, bytes[at]), after);
    }
    return total;
}

std::string through(const Table& table, std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const char32_t c = mapped(table, byte);
        append_utf8(out, c == 0 ? U'\uFFFD' : c);
    }
    return out;
}

/// A text that is mostly valid UTF-8 with a few broken bytes keeps its encoding.
bool is_mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t bad = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint c = decode_at(bytes, at);
        if (c.bytes > 1) ++good;
        if (c.bytes == 1 && c.value == U'\uFFFD') ++bad;
        at += c.bytes;
    }
    return good > 4 * bad;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    std::string out;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
    };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        append_utf8(out, c >= 0xD800 && c < 0xE000 ? U'\uFFFD' : c);
    }
    return out;
}

/// UTF-16 without a byte order mark shows by its zero bytes: 'L' or 'B' for the byte order, 0 where it is none.
char utf16_order(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t at = 0; at < head.size(); ++at) {
        if (head[at] == '\0') ++(at % 2 == 0 ? even : odd);
    }
    if (head.size() < 4) return 0;
    if (odd > head.size() / 5 && even < odd / 8) return 'L';
    if (even > head.size() / 5 && odd < even / 8) return 'B';
    return 0;
}

std::string from_utf32(std::string_view bytes, bool big_endian) {
    std::string out;
    for (std::size_t at = 0; at + 3 < bytes.size(); at += 4) {
        char32_t c = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const std::size_t byte = big_endian ? at + i : at + 3 - i;
            c = c << 8 | static_cast<unsigned char>(bytes[byte]);
        }
        const bool character = c < 0x110000 && (c < 0xD800 || c >= 0xE000);
        append_utf8(out, character ? c : U'\uFFFD');
    }
    return out;
}

/// UTF-32 without a byte order mark: in every four bytes the highest is zero and the next nearly so. 'L', 'B' or 0.
char utf32_order(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    if (head.size() < 8) return 0;
    bool little = true;
    bool big = true;
    for (std::size_t at = 0; at + 3 < head.size(); at += 4) {
        little = little && head[at + 3] == '\0' && static_cast<unsigned char>(head[at + 2]) <= 0x10;
        big = big && head[at] == '\0' && static_cast<unsigned char>(head[at + 1]) <= 0x10;
    }
    return little == big ? 0 : little ? 'L' : 'B';
}

/// A backspace: printers set bold and underlined text by striking twice. What was struck first goes, unless only a line
/// is struck over it; then true, and the line's character is to be passed over.
bool strike_over(std::string& out, std::string_view rest) {
    if (out.empty() || out.back() == '\n') return false;
    if (rest.starts_with('_') && out.back() != '_') return true;
    out.resize(out.size() - decode_before(out, out.size()).bytes);
    return false;
}

/// The bytes of a terminal's control sequence after its escape character (ECMA-48, 5.4).
std::size_t escape_length(std::string_view rest) {
    if (!rest.starts_with('[')) return 0;
    std::size_t end = 1;
    while (end < rest.size() && end < 32 && rest[end] >= 0x20 && rest[end] < 0x40) ++end;
    return end < rest.size() ? end + 1 : 0;
}

/// One line feed for each line end; form feeds stay, other controls but tabs become spaces or go.
std::string with_line_feeds(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r') {
            if (at + 1 >= text.size() || text[at + 1] != '\n') out += '\n';
        } else if (c == '\v') {
            out += '\n';
        } else if (c == '\b') {
            at += strike_over(out, text.substr(at + 1)) ? 1 : 0;
        } else if (c == '\x1B') {
            at += escape_length(text.substr(at + 1));
        } else if (c == '\0') {
            continue;
        } else if (text.substr(at).starts_with("\u2028") || text.substr(at).starts_with("\u2029")) {
            out += '\n';
            at += 2;
        } else {
            out += c;
        }
    }
    return out;
}

/// More letters beyond ASCII than in it: no Western text.
bool is_mostly_high(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t low = 0;
    for (const char c : bytes) {
        if (static_cast<unsigned char>(c) >= 0x80)
            ++high;
        else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            ++low;
    }
    return high > low;
}

/// Legacy bytes that say nothing of themselves. The detector knows encodings of other scripts by their letters; among
/// the Western ones the more plausible words decide.
Decoded guess(std::string_view bytes) {
    const auto likeliest = guess_charset(bytes);
    const bool western = !likeliest || likeliest->label.starts_with("ISO-8859-1") || likeliest->label == "windows-1252";
    const int least = is_mostly_high(bytes) ? least_in_other_script : least_confidence;
    if (!western && likeliest->confidence >= least) {
        if (auto text = decode_charset(bytes, likeliest->label)) return {std::move(*text), likeliest->label};
    }
    if (plausibility(mac_roman, bytes) > plausibility(windows_1252, bytes)) {
        return {through(mac_roman, bytes), "Mac OS Roman"};
    }
    return {through(windows_1252, bytes), "Windows-1252"};
}

/// Unicode that a byte order mark or the pattern of zero bytes shows.
std::optional<Decoded> wide(std::string_view bytes) {
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return Decoded{from_utf32(bytes.substr(4), false), ""};
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return Decoded{from_utf32(bytes.substr(4), true), ""};
    if (bytes.starts_with("\xFF\xFE")) return Decoded{from_utf16(bytes.substr(2), false), ""};
    if (bytes.starts_with("\xFE\xFF")) return Decoded{from_utf16(bytes.substr(2), true), ""};
    if (const char order = utf32_order(bytes)) return Decoded{from_utf32(bytes, order == 'B'), "UTF-32"};
    if (const char order = utf16_order(bytes)) return Decoded{from_utf16(bytes, order == 'B'), "UTF-16"};
    return std::nullopt;
}

Decoded decode_bytes(std::string_view bytes, std::string_view declared) {
    if (bytes.starts_with("\xEF\xBB\xBF")) return {to_valid_utf8(bytes.substr(3)), ""};
    if (auto decoded = wide(bytes)) return std::move(*decoded);
    const bool shifted = to_lower(declared) == "iso-2022-jp";  // ASCII bytes throughout
    if (!shifted && is_valid_utf8(bytes)) return {std::string(bytes), ""};
    if (auto text = decode_charset(bytes, declared)) return {std::move(*text), ""};
    if (is_mostly_utf8(bytes)) return {to_valid_utf8(bytes), "UTF-8"};
    return guess(bytes);
}

}  // namespace

bool is_utf32(std::string_view bytes) { return utf32_order(bytes) != 0; }

Decoded decode_text(std::string_view bytes, std::string_view declared) {
    constexpr std::string_view written_again = "\u00EF\u00BB\u00BF";  // a byte order mark that was taken for text once
    Decoded decoded = decode_bytes(bytes, declared);
    if (decoded.text.starts_with(written_again)) decoded.text.erase(0, written_again.size());
    decoded.text = nfc(with_line_feeds(decoded.text));
    return decoded;
}

}  // namespace rapporteur
