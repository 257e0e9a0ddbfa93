#include "readers/mail/mime.h"

#include <algorithm>
#include <map>
#include <optional>

#include "readers/encoding.h"
#include "readers/mail/transfer_encoding.h"
#include "support/charset.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int deepest = 12;
constexpr int most_parts = 1000;
constexpr std::size_t longest_field = 100000;

using Fields = std::map<std::string, std::string>;  // by name in lower case; the first of each name

/// UTF-8 by the name of a charset; by guess where the name is unknown or missing.
std::string through_charset(std::string_view bytes, std::string_view charset) {
    if (charset.empty() || is_valid_utf8(bytes)) {
        // Charsets that shift by escape sequences look like ASCII.
        const bool shifts = bytes.find('\x1B') != std::string_view::npos;
        if (!shifts || charset.empty()) return decode_text(bytes).text;
    }
    const std::optional<std::string> decoded = decode_charset(bytes, charset);
    return decode_text(decoded ? std::string_view(*decoded) : bytes).text;
}

/// Takes the header off `bytes`: names and unfolded values (RFC 5322, 2.2.3).
Fields take_fields(std::string_view& bytes) {
    Fields fields;
    std::string name, value;
    const auto keep = [&] {
        if (!name.empty()) fields.try_emplace(name, value);
        name.clear();
    };
    while (!bytes.empty()) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(end);
        while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (value.size() < longest_field) value += line;
            continue;
        }
        keep();
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        name = to_lower(trim(line.substr(0, colon)));
        value = trim(line.substr(colon + 1));
    }
    keep();
    return fields;
}

/// A field's value and its parameters (RFC 2045, 5.1), those of RFC 2231 put together and decoded.
struct Parameters {
    std::string value;
    Fields named;
};

std::string unquoted(std::string_view text) {
    text = trim(text);
    if (text.size() < 2 || !text.starts_with('"')) return std::string(text);
    std::string out;
    for (std::size_t at = 1; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) ++at;
        out += text[at];
    }
    return out;
}

/// Cuts at semicolons outside quotation marks.
std::vector<std::string_view> pieces_of(std::string_view text) {
    std::vector<std::string_view> out;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && quoted) {
            ++at;
        } else if (text[at] == '"') {
            quoted = !quoted;
        } else if (text[at] == ';' && !quoted) {
            out.push_back(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    out.push_back(text.substr(begin));
    return out;
}

/// "utf-8''caf%C3%A9.pdf" as text.
std::string extended_value(std::string_view text) {
    const std::size_t first = text.find('\'');
    const std::size_t second = first == std::string_view::npos ? first : text.find('\'', first + 1);
    if (second == std::string_view::npos) return through_charset(decode_percent(text), "");
    return through_charset(decode_percent(text.substr(second + 1)), text.substr(0, first));
}

Parameters parameters_of(std::string_view field) {
    Parameters out;
    Fields extended;  // pieces in their order, "name*0*" and so on joined under "name"
    const std::vector<std::string_view> pieces = pieces_of(field);
    out.value = to_lower(trim(pieces.front()));
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const std::size_t equals = pieces[i].find('=');
        if (equals == std::string_view::npos) continue;
        const std::string name = to_lower(trim(pieces[i].substr(0, equals)));
        const std::string value = unquoted(pieces[i].substr(equals + 1));
        const std::size_t star = name.find('*');
        if (star == std::string::npos) {
            out.named.try_emplace(name, value);
        } else {
            extended[name.substr(0, star)] += value;
        }
    }
    for (const auto& [name, value] : extended) out.named[name] = extended_value(value);
    return out;
}

std::string named(const Parameters& parameters, const std::string& name) {
    const auto found = parameters.named.find(name);
    return found == parameters.named.end() ? std::string() : found->second;
}

std::string field(const Fields& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

/// The parts between the lines that begin with "--boundary" (RFC 2046, 5.1.1).
std::vector<std::string_view> parts_between(std::string_view body, const std::string& boundary) {
    std::vector<std::string_view> out;
    const std::string mark = "--" + boundary;
    std::optional<std::size_t> begin;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t next = std::min(body.find('\n', at), body.size() - 1) + 1;
        if (body.substr(at).starts_with(mark)) {
            if (begin) out.push_back(body.substr(*begin, at - *begin));
            begin = next;
            if (body.substr(at + mark.size()).starts_with("--")) return out;
        }
        at = next;
    }
    if (begin) out.push_back(body.substr(*begin));  // the last mark is missing: the message was cut off
    return out;
}

class MimeReader {
public:
    MimePart read(std::string_view bytes, int depth) {
        MimePart part;
        const Fields fields = take_fields(bytes);
        const Parameters type = parameters_of(field(fields, "content-type"));
        const Parameters disposition = parameters_of(field(fields, "content-disposition"));
        part.type = type.value.find('/') == std::string::npos ? "text/plain" : type.value;
        part.charset = named(type, "charset");
        part.filename = decoded_header(named(disposition, "filename"));
        if (part.filename.empty()) part.filename = decoded_header(named(type, "name"));
        part.attached = disposition.value == "attachment";
        part.embedded = !part.attached && fields.contains("content-id");
        part.subject = decoded_header(field(fields, "subject"));
        part.from = decoded_header(field(fields, "from"));
        part.to = decoded_header(field(fields, "to"));
        part.cc = decoded_header(field(fields, "cc"));
        part.date = decoded_header(field(fields, "date"));
        const std::string boundary = named(type, "boundary");
        if (part.type.starts_with("multipart/") && !boundary.empty() && depth < deepest) {
            for (const std::string_view inner : parts_between(bytes, boundary)) {
                if (++parts_ > most_parts) break;
                part.parts.push_back(read(inner, depth + 1));
            }
        } else {
            part.body = undone(bytes, to_lower(field(fields, "content-transfer-encoding")));
        }
        return part;
    }

private:
    static std::string undone(std::string_view bytes, std::string_view encoding) {
        if (trim(encoding) == "base64") return decode_base64(bytes);
        if (trim(encoding) == "quoted-printable") return decode_quoted_printable(bytes);
        return std::string(bytes);
    }

    int parts_ = 0;
};

/// An encoded word at the start of `text`, "=?charset?B?…?=", as bytes of its charset.
struct EncodedWord {
    std::string bytes, charset;
    std::size_t length = 0;
};

std::optional<EncodedWord> encoded_word_at(std::string_view text) {
    if (!text.starts_with("=?")) return std::nullopt;
    const std::size_t first = text.find('?', 2);
    if (first == std::string_view::npos || first + 3 >= text.size() || text[first + 2] != '?') return std::nullopt;
    const std::size_t end = text.find("?=", first + 3);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view inside = text.substr(first + 3, end - first - 3);
    const char encoding = text[first + 1];
    if (encoding != 'B' && encoding != 'b' && encoding != 'Q' && encoding != 'q') return std::nullopt;
    const bool base64 = encoding == 'B' || encoding == 'b';
    std::string_view charset = text.substr(2, first - 2);
    charset = charset.substr(0, charset.find('*'));  // RFC 2231, 5: a language may follow
    return EncodedWord{base64 ? decode_base64(inside) : decode_quoted_printable(inside, true), std::string(charset),
                       end + 2};
}

}  // namespace

MimePart read_mime(std::string_view bytes) { return MimeReader().read(bytes, 0); }

std::string decoded_header(std::string_view value) {
    std::string out;
    EncodedWord open;  // neighbouring words of one charset may share a character
    const auto flush = [&] {
        if (!open.bytes.empty()) out += through_charset(open.bytes, open.charset);
        open = {};
    };
    for (std::size_t at = 0; at < value.size();) {
        const std::optional<EncodedWord> word = encoded_word_at(value.substr(at));
        if (!word) {
            flush();
            out += value[at++];
            continue;
        }
        if (to_lower(open.charset) != to_lower(word->charset)) flush();
        open.charset = word->charset;
        open.bytes += word->bytes;
        at += word->length;
        // RFC 2047, 6.2: white space between two encoded words is not shown.
        std::size_t next = at;
        while (next < value.size() && (value[next] == ' ' || value[next] == '\t')) ++next;
        if (encoded_word_at(value.substr(next))) at = next;
    }
    flush();
    return collapse_space(is_valid_utf8(out) ? nfc(out) : decode_text(out).text);
}

std::string text_of_part(const MimePart& part) { return through_charset(part.body, part.charset); }

}  // namespace rapporteur
