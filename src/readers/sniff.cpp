#include <algorithm>
#include <array>

#include "readers/encoding.h"
#include "readers/file_kind.h"
#include "readers/html/html_signs.h"
#include "readers/mail/mail_headers.h"
#include "readers/ole_directory.h"
#include "readers/reader.h"
#include "support/text.h"
#include "support/zip_archive.h"

namespace rapporteur {
namespace {

constexpr std::size_t sniffed_bytes = 4096;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    FileKind kind;
};

using namespace std::string_view_literals;

// As in the WHATWG MIME Sniffing Standard and the formats' own specifications.
constexpr std::array signatures{
    Signature{0, "\x89PNG", FileKind::picture},
    Signature{0, "\xFF\xD8\xFF", FileKind::picture},
    Signature{0, "GIF8", FileKind::picture},
    Signature{0, "II*\0"sv, FileKind::picture},
    Signature{0, "MM\0*"sv, FileKind::picture},
    Signature{0, "BM", FileKind::picture},
    Signature{8, "WEBP", FileKind::picture},
    Signature{4, "ftyphei", FileKind::picture},
    Signature{4, "ftypavif", FileKind::picture},
    Signature{0, "\0\0\1\0"sv, FileKind::picture},
    Signature{0, "8BPS", FileKind::picture},
    Signature{4, "ftyp", FileKind::sound_or_film},
    Signature{0, "RIFF", FileKind::sound_or_film},
    Signature{0, "ID3", FileKind::sound_or_film},
    Signature{0, "\xFF\xFB", FileKind::sound_or_film},
    Signature{0, "OggS", FileKind::sound_or_film},
    Signature{0, "fLaC", FileKind::sound_or_film},
    Signature{0, "\x1A\x45\xDF\xA3", FileKind::sound_or_film},
    Signature{0, "\x7F\x45LF", FileKind::program},
    Signature{0, "MZ", FileKind::program},
    Signature{0, "\xCA\xFE\xBA\xBE", FileKind::program},
    Signature{0, "\0asm"sv, FileKind::program},
    Signature{0, "\x1F\x8B", FileKind::other_archive},
    Signature{0, "BZh", FileKind::other_archive},
    Signature{0, "7z\xBC\xAF\x27\x1C", FileKind::other_archive},
    Signature{0, "Rar!\x1A\x07", FileKind::other_archive},
    Signature{0, "\xFD\x37zXZ", FileKind::other_archive},
    Signature{0, "\x28\xB5\x2F\xFD", FileKind::other_archive},
    Signature{0, "MSCF\0"sv, FileKind::other_archive},
    Signature{257, "ustar", FileKind::other_archive},
    Signature{0, "SQLite format 3", FileKind::database},
    Signature{0, "\0\1\0\0Standard"sv, FileKind::database},
    Signature{0, "\0\1\0\0\0"sv, FileKind::font},
    Signature{0, "OTTO", FileKind::font},
    Signature{0, "wOFF", FileKind::font},
    Signature{0, "wOF2", FileKind::font},
    Signature{0, "%!PS", FileKind::postscript},
    Signature{0, "{\\rtf", FileKind::rtf},
    Signature{0, "\xFFWPC", FileKind::wordperfect},
};

bool has(std::string_view bytes, std::string_view part) { return bytes.find(part) != std::string_view::npos; }

struct NamedKind {
    std::string_view name;
    FileKind kind;
};

// OpenDocument 1.3 part 2, 3.3: the first file, stored, holds the type; templates have "-template" after it.
constexpr std::array opendocument_types{
    NamedKind{"application/vnd.oasis.opendocument.text", FileKind::odt},
    NamedKind{"application/vnd.oasis.opendocument.presentation", FileKind::odp},
    NamedKind{"application/vnd.oasis.opendocument.spreadsheet", FileKind::spreadsheet},
    NamedKind{"application/vnd.oasis.opendocument.", FileKind::drawing},
    NamedKind{"application/epub+zip", FileKind::publication},
};

// The part that makes an archive an Office file or another known kind.
constexpr std::array telling_members{
    NamedKind{"word/", FileKind::docx},
    NamedKind{"ppt/", FileKind::pptx},
    NamedKind{"xl/", FileKind::spreadsheet},
    NamedKind{"visio/", FileKind::drawing},
    NamedKind{"FixedDocSeq.fdseq", FileKind::xps},
    NamedKind{"FixedDocumentSequence.fdseq", FileKind::xps},
    NamedKind{"META-INF/MANIFEST.MF", FileKind::program},
    NamedKind{"Index/Document.iwa", FileKind::iwork},
    NamedKind{"Index.zip", FileKind::iwork},
};

/// The Office kinds whose main part is not where Office itself puts it are told by the type of the parts.
constexpr std::array telling_content_types{
    NamedKind{"wordprocessingml", FileKind::docx},     NamedKind{"ms-word", FileKind::docx},
    NamedKind{"presentationml", FileKind::pptx},       NamedKind{"ms-powerpoint", FileKind::pptx},
    NamedKind{"spreadsheetml", FileKind::spreadsheet}, NamedKind{"ms-excel", FileKind::spreadsheet},
};

FileKind kind_of_opendocument(const ZipArchive& archive, std::string_view type) {
    constexpr std::size_t most_manifest = std::size_t{1} << 22;
    for (const NamedKind& known : opendocument_types) {
        if (!type.starts_with(known.name)) continue;
        if (known.kind == FileKind::publication) return known.kind;
        const Result<std::string> manifest = archive.read("META-INF/manifest.xml", most_manifest);
        return manifest && has(*manifest, "encryption-data") ? FileKind::locked_opendocument : known.kind;
    }
    return FileKind::archive;
}

FileKind kind_of_office(const ZipArchive& archive) {
    constexpr std::size_t most_types = std::size_t{1} << 22;
    constexpr std::size_t longest_type = 100;
    const Result<std::string> types = archive.read("[Content_Types].xml", most_types);
    if (!types) return FileKind::office_other;
    // The main part's type says what the file is: documents embed sheets, and the reverse.
    const std::size_t main = types->find("main+xml");
    const std::size_t from = main == std::string::npos || main < longest_type ? 0 : main - longest_type;
    const std::string_view near = std::string_view(*types).substr(from, main == std::string::npos ? main : main - from);
    for (const NamedKind& known : telling_content_types) {
        if (has(near, known.name)) return known.kind;
    }
    return FileKind::office_other;
}

bool has_member(const ZipArchive& archive, std::string_view name) {
    if (!name.ends_with('/')) return archive.has(name);
    return std::any_of(archive.members().begin(), archive.members().end(),
                       [&](const ZipMember& member) { return member.path.starts_with(name); });
}

FileKind kind_of_zip(std::string_view bytes) {
    constexpr std::size_t most_type = 200;
    const Result<ZipArchive> archive = ZipArchive::open_or_recover(bytes);
    if (!archive) return FileKind::archive;
    if (const auto type = archive->read("mimetype", most_type)) {
        const FileKind kind = kind_of_opendocument(*archive, trim(*type));
        if (kind != FileKind::archive) return kind;
    }
    const bool office = archive->has("[Content_Types].xml");
    for (const NamedKind& known : telling_members) {
        const bool needs_office = known.name.ends_with('/') || known.kind == FileKind::xps;
        if (office == needs_office && has_member(*archive, known.name)) return known.kind;
    }
    if (office) return kind_of_office(*archive);
    // A Word file that lost its list of types still has its text.
    return archive->has("word/document.xml") ? FileKind::docx : FileKind::archive;
}

/// [MS-DOC] 2.5.1: bit 8 of the flags at byte 10 of the stream says that the document is encrypted.
bool is_locked_word(std::string_view start) {
    return start.size() > 11 && (static_cast<unsigned char>(start[11]) & 1) != 0;
}

FileKind kind_of_compound(std::string_view bytes) {
    FileKind kind = FileKind::office_other;
    for (const OleEntry& entry : ole_entries(bytes)) {
        if (entry.name == "EncryptedPackage" || entry.name == "EncryptedSummary") return FileKind::locked_office;
        if (entry.name == "WordDocument") {
            return is_locked_word(entry.start) ? FileKind::locked_office : FileKind::word_97;
        }
        if (entry.name == "PowerPoint Document") kind = FileKind::powerpoint_97;
        if (entry.name == "Workbook" || entry.name == "Book") kind = FileKind::spreadsheet;
        if (entry.name == "VisioDocument") kind = FileKind::drawing;
        if (entry.name.starts_with("__properties_version1")) kind = FileKind::outlook_message;
    }
    return kind;
}

/// An XML declaration, or the element that the formats begin with.
std::optional<FileKind> kind_of_xml(std::string_view text) {
    const bool declared = text.starts_with("<?xml");
    if (!declared && !text.starts_with("<svg") && !text.starts_with("<office:document")) return std::nullopt;
    if (has(text, "<office:document") && has(text, "opendocument.text")) return FileKind::flat_odt;
    if (has(text, "<office:document")) return FileKind::office_other;
    if (has(text, "<w:worddocument") || has(text, "progid=\"word.document\"")) return FileKind::word_xml;
    if (has(text, "<pkg:package")) return FileKind::word_xml;
    if (has(text, "<svg")) return FileKind::picture;
    return FileKind::xml;
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
        } else if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != '\b' &&
                   c != 0x1B) {
            ++controls;
        }
    }
    const bool marked =
        start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") || start.starts_with("\0\0\xFE\xFF"sv);
    const bool wide = zeros * 5 > start.size() && (odd_zeros * 8 >= zeros * 7 || odd_zeros * 8 <= zeros);
    if (zeros > 0 && !marked && !wide && !is_utf32(start)) return true;
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

/// What text is, once it is known to be text.
FileKind kind_of_text(std::string_view start, std::string_view name) {
    if (start.starts_with("From ") &&
        looks_like_mail(start.substr(std::min(start.find('\n'), start.size() - 1) + 1), false))
        return FileKind::mailbox;
    if (looks_like_mail(start, ends_with_one_of(name, {".eml", ".mht", ".mhtml"}))) return FileKind::mail;
    const std::string low = to_lower(decode_text(start).text);
    const std::string_view text = trim(low);
    if (text.starts_with("begin:vcalendar")) return FileKind::calendar;
    const auto xml = kind_of_xml(text);
    if (xml && *xml != FileKind::xml) return *xml;
    const bool markdown = ends_with_one_of(name, {".md", ".markdown", ".mdown", ".mkd"});
    if (is_html(text, markdown)) return FileKind::html;
    if (xml) return *xml;
    if (markdown) return FileKind::markdown;
    if (ends_with_one_of(name, {".txt", ".text"})) return FileKind::text;
    return has_markdown_signs(start) ? FileKind::markdown : FileKind::text;
}

}  // namespace

FileKind kind_of(std::string_view bytes, std::string_view name) {
    const std::string_view start = bytes.substr(0, sniffed_bytes);
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return kind_of_zip(bytes);
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return kind_of_compound(bytes);
    for (const Signature& signature : signatures) {
        if (start.size() > signature.offset && start.substr(signature.offset).starts_with(signature.bytes)) {
            const bool sure = signature.bytes.size() > 2 || is_binary(start);
            if (sure) return signature.kind;
        }
    }
    if (looks_like_mail(start, ends_with_one_of(name, {".eml"}))) return FileKind::mail;
    if (has(start.substr(0, 1024), "%PDF-")) return FileKind::pdf;
    return is_binary(start) ? FileKind::binary : kind_of_text(start, name);
}

}  // namespace rapporteur
