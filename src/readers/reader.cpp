#include "readers/reader.h"

#include <utility>

#include "readers/damage.h"
#include "readers/docx/docx_reader.h"
#include "readers/encoding.h"
#include "readers/file_kind.h"
#include "readers/heading.h"
#include "readers/heading_level.h"
#include "readers/healing.h"
#include "readers/html/html_encoding.h"
#include "readers/html/html_reader.h"
#include "readers/labelling.h"
#include "readers/language.h"
#include "readers/mail/mail_reader.h"
#include "readers/markdown/markdown_reader.h"
#include "readers/odt/odt_reader.h"
#include "readers/pdf/pdf_reader.h"
#include "readers/text/text_reader.h"
#include "readers/title.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {
namespace {

Diagnostic failure(Code code, const Input& input, std::string detail = {}) {
    return {code, {input.name}, std::move(detail)};
}

/// What is the same for every format: damage, headings, title block, healing, and the text as a whole.
void finish(Reading reading, Document& document) {
    put_back_doubtful(reading.drafts);
    put_back_continued(reading.drafts);
    mark_damage(reading.drafts, reading.warnings);
    find_headings(reading.drafts, {reading.lines_are_paragraphs, reading.body_size, document.language});
    find_title(reading.drafts, document.language);
    set_levels(reading.drafts);
    find_bare_items(reading.drafts);
    heal(reading.drafts, document.language, reading.paragraphs_are_marked);
    document.pages = reading.pages;
    document.left_out = std::move(reading.left_out);
    for (Diagnostic& warning : reading.warnings) {
        warning.place.file = document.file;
        document.warnings.push_back(std::move(warning));
    }
    compose(std::move(reading.drafts), document);
}

Result<Document> read_lines_of(FileKind kind, const Input& input, Document document) {
    const Decoded decoded = decode_text(input.bytes);
    if (trim(decoded.text).empty()) return failure(Code::document_empty, input);
    if (!decoded.guessed.empty()) {
        document.warnings.push_back({Code::encoding_guessed, {input.name}, decoded.guessed});
    }
    document.language = language_of(decoded.text);
    const bool markdown = kind == FileKind::markdown && !has_open_rows(decoded.text);
    finish(markdown ? read_markdown(decoded.text) : read_text(decoded.text, document.language), document);
    return document;
}

std::string text_of(const Drafts& drafts) {
    std::string text;
    for (const Draft& draft : drafts) text += draft.text + "\n";
    return text;
}

Result<Document> read_pages_of(const Input& input, const ReadOptions& options, Document document) {
    Result<Reading> reading = read_pdf(input.bytes, options, input.name);
    if (!reading) return reading.error();
    document.language = language_of(text_of(reading->drafts));
    finish(std::move(reading).value(), document);
    return document;
}

Result<Document> read_page_of(const Input& input, const ReadOptions& options, Document document) {
    const Decoded decoded = decode_text(input.bytes, declared_charset(input.bytes));
    Reading reading = read_html(decoded.text, options.tracked);
    if (reading.drafts.empty()) return failure(Code::document_empty, input);
    if (!decoded.guessed.empty()) {
        document.warnings.push_back({Code::encoding_guessed, {input.name}, decoded.guessed});
    }
    document.language = language_of(text_of(reading.drafts));
    finish(std::move(reading), document);
    return document;
}

Result<Document> read_docx_of(const Input& input, const ReadOptions& options, Document document) {
    Result<Reading> reading = read_docx(input.bytes, options.tracked, input.name);
    if (!reading) return reading.error();
    document.language = language_of(text_of(reading->drafts));
    finish(std::move(reading).value(), document);
    return document;
}

Result<Document> read_odt_of(const Input& input, const ReadOptions& options, Document document) {
    Result<Reading> reading = read_odt(input.bytes, options.tracked, input.name);
    if (!reading) return reading.error();
    if (reading->drafts.empty()) return failure(Code::document_empty, input);
    document.language = language_of(text_of(reading->drafts));
    finish(std::move(reading).value(), document);
    return document;
}

Result<Document> read_message_of(const Input& input, const ReadOptions& options, Document document) {
    Reading reading = read_mail(input.bytes, options.tracked);
    if (reading.drafts.empty()) return failure(Code::document_empty, input);
    document.language = language_of(text_of(reading.drafts));
    finish(std::move(reading), document);
    return document;
}

Result<Document> read_as(FileKind kind, const Input& input, const ReadOptions& options, Document document) {
    switch (kind) {
        case FileKind::text:
        case FileKind::markdown:
            return read_lines_of(kind, input, std::move(document));
        case FileKind::html:
            return read_page_of(input, options, std::move(document));
        case FileKind::pdf:
            return read_pages_of(input, options, std::move(document));
        case FileKind::docx:
            return read_docx_of(input, options, std::move(document));
        case FileKind::odt:
        case FileKind::flat_odt:
        case FileKind::odp:
            return read_odt_of(input, options, std::move(document));
        case FileKind::mail:
            return read_message_of(input, options, std::move(document));
        default:
            return failure(Code::format_unknown, input, std::string(words_of(kind)));
    }
}

}  // namespace

Result<Document> read_document(const Input& input, const ReadOptions& options) {
    if (input.bytes.empty()) return failure(Code::document_empty, input);
    const FileKind kind = kind_of(input.bytes, input.name);
    const std::optional<MediaType> type = media_type_of(kind);
    const Treatment treatment = treatment_of(kind);
    const bool locked = kind == FileKind::locked_office || kind == FileKind::locked_opendocument;
    if (locked) return failure(Code::document_encrypted, input, std::string(words_of(kind)));
    if (treatment == Treatment::convert && input.converted.empty()) {
        return failure(Code::conversion_missing, input,
                       std::string(words_of(kind)) + "; install LibreOffice, or save it as DOCX, ODT or PDF");
    }
    if (!type) return failure(Code::format_unknown, input, std::string(words_of(kind)));
    Document document;
    document.file = input.name;
    document.sha256 = sha256_hex(input.bytes);
    document.media_type = *type;
    document.bytes = input.bytes.size();
    if (treatment != Treatment::convert) return read_as(kind, input, options, std::move(document));
    document.warnings.push_back({Code::document_converted, {input.name}, std::string(words_of(kind))});
    return read_as(kind_of(input.converted, ""), {input.name, input.converted}, options, std::move(document));
}

}  // namespace rapporteur
