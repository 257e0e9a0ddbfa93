#include "writers/pdf_check/check.h"

#include <exception>

#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {

Findings check_pdf(const std::string& bytes, const CheckedFor& what, const std::string& password) {
    Findings all, kept;
    try {
        const CheckedFile file(bytes, password);
        const Shown shown = walk_contents(file, all);
        check_document(file, all);
        check_languages(file, all);
        check_structure(file, all);
        check_nesting(file, all);
        check_annotations(file, all);
        check_fonts(file, shown, all);
        check_archive(file, shown, all);
        check_attachments(file, all);
    } catch (const std::exception& error) {
        all.add("S-open", error.what());
    }
    for (const Finding& finding : all.all()) {
        const bool archival = finding.condition.starts_with("A-"), claim = finding.condition == "06-002";
        if ((archival && !what.archival) || (claim && !what.accessible)) continue;
        kept.add(finding.condition, finding.place);
    }
    return kept;
}

}  // namespace rapporteur::pdf_check
