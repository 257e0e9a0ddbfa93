#include "readers/file_kind.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

struct Entry {
    FileKind kind;
    Treatment treatment;
    std::string_view words;
    std::optional<MediaType> media_type = std::nullopt;
};

constexpr std::array entries{
    Entry{FileKind::pdf, Treatment::read, "a PDF document", MediaType::pdf},
    Entry{FileKind::docx, Treatment::read, "a Word document", MediaType::docx},
    Entry{FileKind::odt, Treatment::read, "an OpenDocument text", MediaType::odt},
    Entry{FileKind::flat_odt, Treatment::read, "an OpenDocument text", MediaType::odt},
    Entry{FileKind::html, Treatment::read, "a web page", MediaType::html},
    Entry{FileKind::markdown, Treatment::read, "a Markdown text", MediaType::markdown},
    Entry{FileKind::text, Treatment::read, "a plain text", MediaType::text},
    Entry{FileKind::odp, Treatment::read, "an OpenDocument presentation", MediaType::odp},
    Entry{FileKind::mail, Treatment::read, "a mail message", MediaType::mail},
    Entry{FileKind::archive, Treatment::unpack, "an archive"},
    Entry{FileKind::rtf, Treatment::convert, "an RTF document", MediaType::rtf},
    Entry{FileKind::word_97, Treatment::convert, "a Word 97–2003 document", MediaType::word_97},
    Entry{FileKind::word_xml, Treatment::convert, "a Word 2003 XML document", MediaType::word_xml},
    Entry{FileKind::powerpoint_97, Treatment::convert, "a PowerPoint 97–2003 presentation", MediaType::powerpoint_97},
    Entry{FileKind::pptx, Treatment::convert, "a PowerPoint presentation", MediaType::pptx},
    Entry{FileKind::wordperfect, Treatment::convert, "a WordPerfect document", MediaType::wordperfect},
    Entry{FileKind::locked_office, Treatment::refuse, "an Office file"},
    Entry{FileKind::locked_opendocument, Treatment::refuse, "an OpenDocument file"},
    Entry{FileKind::spreadsheet, Treatment::refuse, "a spreadsheet"},
    Entry{FileKind::drawing, Treatment::refuse, "a drawing"},
    Entry{FileKind::database, Treatment::refuse, "a database"},
    Entry{FileKind::outlook_message, Treatment::refuse, "an Outlook message (.msg); saved as .eml it can be read"},
    Entry{FileKind::mailbox, Treatment::refuse, "a mailbox of many messages; saved as .eml each can be read"},
    Entry{FileKind::calendar, Treatment::refuse, "a calendar file"},
    Entry{FileKind::publication, Treatment::refuse, "an electronic book (EPUB)"},
    Entry{FileKind::xps, Treatment::refuse, "an XPS document; saved as PDF it can be read"},
    Entry{FileKind::iwork, Treatment::refuse, "an Apple iWork document; exported as PDF or DOCX it can be read"},
    Entry{FileKind::office_other, Treatment::refuse, "an Office file that is no text document"},
    Entry{FileKind::other_archive, Treatment::refuse, "an archive that is not a ZIP; its files can be read unpacked"},
    Entry{FileKind::picture, Treatment::refuse, "a picture"},
    Entry{FileKind::sound_or_film, Treatment::refuse, "a sound or film recording"},
    Entry{FileKind::font, Treatment::refuse, "a font"},
    Entry{FileKind::postscript, Treatment::refuse, "a PostScript file; as PDF it can be read"},
    Entry{FileKind::program, Treatment::refuse, "a program"},
    Entry{FileKind::xml, Treatment::refuse, "an XML file that is no document"},
    Entry{FileKind::binary, Treatment::refuse, "a file without text"},
};

constexpr const Entry& entry_of(FileKind kind) { return entries[static_cast<std::size_t>(kind)]; }

constexpr bool in_order() {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].kind != static_cast<FileKind>(i)) return false;
    }
    return entries.size() == static_cast<std::size_t>(FileKind::binary) + 1;
}
static_assert(in_order());

}  // namespace

Treatment treatment_of(FileKind kind) { return entry_of(kind).treatment; }

std::string_view words_of(FileKind kind) { return entry_of(kind).words; }

std::optional<MediaType> media_type_of(FileKind kind) { return entry_of(kind).media_type; }

}  // namespace rapporteur
