#include <algorithm>
#include <array>

#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t sniffed_bytes = 4096;

// Signatures of what is no document of ours, as in the WHATWG MIME Sniffing Standard and the formats' own
// specifications.
constexpr std::array<std::string_view, 11> foreign{"\x89PNG",
                                                   "\xFF\xD8\xFF",
                                                   "GIF8",
                                                   "\x7F"
                                                   "ELF",
                                                   "\xD0\xCF\x11\xE0",
                                                   "\x1F\x8B",
                                                   "BZh",
                                                   "7z\xBC\xAF",
                                                   "{\\rtf",
                                                   "MZ\x90",
                                                   "RIFF"};

bool has(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

std::optional<MediaType> sniff_archive(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, 256);
    if (has(start, "mimetypeapplication/vnd.oasis.opendocument.text")) return MediaType::odt;
    if (has(bytes, "word/document") || has(bytes, "word/styles.xml")) return MediaType::docx;
    return std::nullopt;
}

bool is_html(std::string_view start) {
    const std::string low = to_lower(to_valid_utf8(start));
    const std::string_view text = trim(low);
    for (const std::string_view opening :
         {"<!doctype html", "<html", "<head", "<body", "<!--", "<div", "<table", "<p>"}) {
        if (text.starts_with(opening)) return true;
    }
    return has(text, "<html") || (text.starts_with("<?xml") && has(text, "<html"));
}

/// Control characters that no text has show a program, a picture or the like; UTF-16 is full of zero bytes but even.
bool is_binary(std::string_view start) {
    std::size_t controls = 0;
    std::size_t zeros = 0;
    std::size_t odd_zeros = 0;
    for (std::size_t i = 0; i < start.size(); ++i) {
        const auto c = static_cast<unsigned char>(start[i]);
        if (c == 0) {
            ++zeros;
            odd_zeros += i % 2;
        } else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1B) {
            ++controls;
        }
    }
    const bool marked = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF");
    const bool wide = zeros * 5 > start.size() && (odd_zeros * 8 >= zeros * 7 || odd_zeros * 8 <= zeros);
    if (zeros > 0 && !marked && !wide) return true;
    return controls * 50 > start.size();
}

bool ends_with_one_of(std::string_view name, std::initializer_list<std::string_view> endings) {
    const std::string low = to_lower(name);
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return low.ends_with(ending); });
}

/// Markdown without a telling name: a heading mark and a link or a list.
bool has_markdown_signs(std::string_view start) {
    const bool heading = start.starts_with("# ") || has(start, "\n# ") || has(start, "\n## ");
    return heading && (has(start, "](") || has(start, "\n* ") || has(start, "\n- ") || has(start, "**"));
}

}  // namespace

std::optional<MediaType> sniff(std::string_view bytes, std::string_view name) {
    const std::string_view start = bytes.substr(0, sniffed_bytes);
    if (has(start.substr(0, 1024), "%PDF-")) return MediaType::pdf;
    if (bytes.starts_with("PK\x03\x04")) return sniff_archive(bytes);
    for (const std::string_view signature : foreign) {
        if (bytes.starts_with(signature)) return std::nullopt;
    }
    if (is_binary(start)) return std::nullopt;
    if (is_html(start)) return MediaType::html;
    if (ends_with_one_of(name, {".md", ".markdown", ".mdown", ".mkd"})) return MediaType::markdown;
    if (ends_with_one_of(name, {".txt", ".text"})) return MediaType::text;
    return has_markdown_signs(start) ? MediaType::markdown : MediaType::text;
}

}  // namespace rapporteur
