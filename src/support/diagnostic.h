#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// How much a diagnostic weighs: a note informs, a warning is a gap in the result, an error means that something
/// failed.
enum class Severity { note, warning, error };

/// Everything that can be reported. The stable name, severity and wording of each stand in one table in diagnostic.cpp.
enum class Code {
    // input
    file_missing,
    file_unreadable,
    file_not_regular,
    file_changed,
    link_outside,
    folder_empty,
    format_unknown,
    member_refused,
    conversion_missing,
    conversion_failed,
    document_converted,
    // reading
    document_empty,
    document_too_large,
    document_encrypted,
    document_damaged,
    page_damaged,
    page_without_text,
    page_recognised,
    encoding_guessed,
    line_damaged,
    text_cut_off,
    worker_crashed,
    worker_timed_out,
    worker_failed,
    // rules, themes, templates, styles, configuration
    xml_malformed,
    rule_invalid,
    rule_without_example,
    pattern_invalid,
    theme_invalid,
    template_missing,
    template_invalid,
    template_tag_unknown,
    pack_invalid,
    style_invalid,
    reference_refused,
    reference_cleaned,
    style_conflict,
    project_invalid,
    label_missing,
    // output
    font_missing,
    glyph_missing,
    output_unwritable,
    pdf_failed,
    docx_failed,
    claim_dropped,
    source_unattached,
    password_invalid,
    picture_refused,
    statements_withheld,
    text_overflows,
    no_pack,
    selection_matches_nothing,
    instruction_unplaced,
    notes_unplaced,
    notes_cut,
    supplement_refused,
    command_failed,
    // store and runs
    store_unusable,
    store_too_new,
    store_set_aside,
    not_in_store,
    name_ambiguous,
    still_at_hand,
    run_in_progress,
    paper_superseded,
    // the program itself
    usage_wrong,
    internal_error,
};

/// Where a diagnostic applies: any part may be unknown (empty or 0). Page, line and column count from 1.
struct Place {
    std::string file;
    int page = 0;
    int line = 0;
    int column = 0;
};

/// One thing that went wrong or was left out, with its place and what is particular to this case.
struct Diagnostic {
    Code code = Code::internal_error;
    Place place;
    std::string detail;
};

using Diagnostics = std::vector<Diagnostic>;

/// The stable kebab-case name of a code, as it stands in records and --json output.
std::string_view name_of(Code code);

/// The code of a stable name; `Code::internal_error` for a name that no code has.
Code code_named(std::string_view name);

Severity severity_of(Code code);

/// One line for people: "file:3:7: what is wrong: detail" or "file, page 4: what is wrong: detail".
std::string wording(const Diagnostic& diagnostic);

}  // namespace rapporteur
