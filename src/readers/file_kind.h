#pragma once

#include <optional>
#include <string_view>

#include "model/document.h"

namespace rapporteur {

/// What an input file is, told by its content: more than what readers read, so that a refusal can say exactly why.
enum class FileKind {
    // read
    pdf,
    docx,
    odt,
    flat_odt,
    html,
    markdown,
    text,
    odp,
    mail,
    // unpacked
    archive,
    // converted
    rtf,
    word_97,
    word_xml,
    powerpoint_97,
    pptx,
    wordperfect,
    // refused
    locked_office,
    locked_opendocument,
    spreadsheet,
    drawing,
    database,
    outlook_message,
    mailbox,
    calendar,
    publication,
    xps,
    iwork,
    office_other,
    other_archive,
    picture,
    sound_or_film,
    font,
    postscript,
    program,
    xml,
    binary,
};

/// What becomes of a file of a kind: a reader reads it, its members are documents of their own, another program has to
/// make something readable of it first, or it is refused.
enum class Treatment { read, unpack, convert, refuse };

Treatment treatment_of(FileKind kind);

/// For people, with an article: "a spreadsheet", "a Word 97–2003 document".
std::string_view words_of(FileKind kind);

/// The media type of what is read or converted.
std::optional<MediaType> media_type_of(FileKind kind);

/// Tells the kind by the content; the name only tells Markdown from plain text, and mail from a typed memorandum, where
/// the content could be either.
FileKind kind_of(std::string_view bytes, std::string_view name);

}  // namespace rapporteur
