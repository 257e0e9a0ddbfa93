#include "support/diagnostic.h"

#include <array>

namespace rapporteur {
namespace {

struct Entry {
    Code code;
    std::string_view name;
    Severity severity;
    std::string_view words;
};

constexpr std::array entries{
    Entry{Code::file_missing, "file-missing", Severity::error, "no such file or folder"},
    Entry{Code::file_unreadable, "file-unreadable", Severity::error, "cannot be read"},
    Entry{Code::file_not_regular, "file-not-regular", Severity::error, "is neither a file nor a folder"},
    Entry{Code::file_changed, "file-changed", Severity::error, "changed while it was read"},
    Entry{Code::link_outside, "link-outside", Severity::error,
          "is a link that leads out of the folder (--follow-links follows it)"},
    Entry{Code::folder_empty, "folder-empty", Severity::error, "the folder holds no documents"},
    Entry{Code::format_unknown, "format-unknown", Severity::error, "the format is not one that can be read"},
    Entry{Code::member_refused, "member-refused", Severity::warning, "part of it was left out"},
    Entry{Code::conversion_missing, "conversion-missing", Severity::error, "can be read only by way of LibreOffice"},
    Entry{Code::conversion_failed, "conversion-failed", Severity::error, "LibreOffice could not convert it"},
    Entry{Code::document_converted, "document-converted", Severity::note, "was read as LibreOffice converted it"},
    Entry{Code::document_empty, "document-empty", Severity::warning, "the document holds no text"},
    Entry{Code::document_too_large, "document-too-large", Severity::error, "the document is larger than the limit"},
    Entry{Code::document_encrypted, "document-encrypted", Severity::error, "the document is locked by a password"},
    Entry{Code::document_damaged, "document-damaged", Severity::error, "the document is damaged"},
    Entry{Code::page_damaged, "page-damaged", Severity::warning, "the page is damaged"},
    Entry{Code::page_without_text, "page-without-text", Severity::warning, "the page holds no text"},
    Entry{Code::page_recognised, "page-recognised", Severity::note, "the page was read by recognition of its picture"},
    Entry{Code::encoding_guessed, "encoding-guessed", Severity::note, "the encoding was guessed"},
    Entry{Code::line_damaged, "line-damaged", Severity::warning, "a line cannot be read"},
    Entry{Code::text_cut_off, "text-cut-off", Severity::warning, "the text breaks off"},
    Entry{Code::worker_crashed, "worker-crashed", Severity::error, "reading the document crashed"},
    Entry{Code::worker_timed_out, "worker-timed-out", Severity::error, "reading the document took too long"},
    Entry{Code::worker_failed, "worker-failed", Severity::error, "reading the document failed"},
    Entry{Code::xml_malformed, "xml-malformed", Severity::error, "the XML is malformed"},
    Entry{Code::rule_invalid, "rule-invalid", Severity::error, "the rule is invalid"},
    Entry{Code::rule_without_example, "rule-without-example", Severity::error, "the rule lacks an example"},
    Entry{Code::pattern_invalid, "pattern-invalid", Severity::error, "the pattern is invalid"},
    Entry{Code::theme_invalid, "theme-invalid", Severity::error, "the theme is invalid"},
    Entry{Code::template_missing, "template-missing", Severity::error, "there is no such template"},
    Entry{Code::template_invalid, "template-invalid", Severity::error, "the template is invalid"},
    Entry{Code::template_tag_unknown, "template-tag-unknown", Severity::error, "the template names what is unknown"},
    Entry{Code::pack_invalid, "pack-invalid", Severity::error, "the pack XML is invalid"},
    Entry{Code::style_invalid, "style-invalid", Severity::error, "the style is invalid"},
    Entry{Code::project_invalid, "project-invalid", Severity::error, "the project file is invalid"},
    Entry{Code::label_missing, "label-missing", Severity::error, "a label is missing"},
    Entry{Code::font_missing, "font-missing", Severity::error, "the font is missing"},
    Entry{Code::glyph_missing, "glyph-missing", Severity::warning, "no font has a glyph"},
    Entry{Code::output_unwritable, "output-unwritable", Severity::error, "cannot be written"},
    Entry{Code::pdf_failed, "pdf-failed", Severity::error, "the PDF could not be made"},
    Entry{Code::docx_failed, "docx-failed", Severity::error, "the DOCX could not be made"},
    Entry{Code::claim_dropped, "claim-dropped", Severity::note, "the PDF does not claim"},
    Entry{Code::source_unattached, "source-unattached", Severity::warning, "the source could not be attached"},
    Entry{Code::password_invalid, "password-invalid", Severity::error, "holds no password on its first line"},
    Entry{Code::picture_refused, "picture-refused", Severity::error, "cannot be used as a picture"},
    Entry{Code::statements_withheld, "statements-withheld", Severity::note, "was withheld"},
    Entry{Code::text_overflows, "text-overflows", Severity::warning, "text does not fit its place"},
    Entry{Code::no_pack, "no-pack", Severity::warning, "nothing was found to make a pack of"},
    Entry{Code::selection_matches_nothing, "selection-matches-nothing", Severity::error, "no pack matches"},
    Entry{Code::instruction_unplaced, "instruction-unplaced", Severity::warning,
          "no agenda item of the packs takes this instruction"},
    Entry{Code::notes_unplaced, "notes-unplaced", Severity::warning, "notes of a pack that this run does not make"},
    Entry{Code::notes_cut, "notes-cut", Severity::warning, "pictures and footnotes in notes are not kept"},
    Entry{Code::supplement_refused, "supplement-refused", Severity::warning, "no supplement is made"},
    Entry{Code::reference_refused, "reference-refused", Severity::error, "the house document cannot be used"},
    Entry{Code::reference_cleaned, "reference-cleaned", Severity::note, "left out of the house document"},
    Entry{Code::style_conflict, "style-conflict", Severity::warning, "a style of the house document cannot be used"},
    Entry{Code::command_failed, "command-failed", Severity::warning, "the command failed"},
    Entry{Code::store_unusable, "store-unusable", Severity::error, "the store cannot be used"},
    Entry{Code::store_too_new, "store-too-new", Severity::error, "the store was written by a newer Rapporteur"},
    Entry{Code::store_set_aside, "store-set-aside", Severity::warning, "the store was damaged and another is begun"},
    Entry{Code::not_in_store, "not-in-store", Severity::error, "the store knows no such document"},
    Entry{Code::name_ambiguous, "name-ambiguous", Severity::error, "several documents go by this name"},
    Entry{Code::still_at_hand, "still-at-hand", Severity::warning,
          "the file still stands among the sources and would be read again"},
    Entry{Code::run_in_progress, "run-in-progress", Severity::note, "another run is at work"},
    Entry{Code::paper_superseded, "paper-superseded", Severity::note, "is superseded and left out"},
    Entry{Code::usage_wrong, "usage-wrong", Severity::error, "wrong usage"},
    Entry{Code::internal_error, "internal-error", Severity::error, "internal error"},
};

const Entry& entry_of(Code code) {
    for (const Entry& entry : entries) {
        if (entry.code == code) return entry;
    }
    return entries.back();
}

}  // namespace

std::string_view name_of(Code code) { return entry_of(code).name; }

Code code_named(std::string_view name) {
    for (const Entry& entry : entries) {
        if (entry.name == name) return entry.code;
    }
    return Code::internal_error;
}

Severity severity_of(Code code) { return entry_of(code).severity; }

std::string wording(const Diagnostic& diagnostic) {
    std::string out = diagnostic.place.file;
    if (diagnostic.place.line > 0) out += ":" + std::to_string(diagnostic.place.line);
    if (diagnostic.place.column > 0) out += ":" + std::to_string(diagnostic.place.column);
    if (diagnostic.place.page > 0) out += (out.empty() ? "page " : ", page ") + std::to_string(diagnostic.place.page);
    if (!out.empty()) out += ": ";
    out += entry_of(diagnostic.code).words;
    if (!diagnostic.detail.empty()) out += ": " + diagnostic.detail;
    return out;
}

}  // namespace rapporteur
