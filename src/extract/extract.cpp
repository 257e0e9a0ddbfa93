#include "extract/extract.h"

#include "extract/agenda.h"
#include "extract/events.h"
#include "extract/face.h"
#include "extract/gaps.h"
#include "extract/meetings.h"
#include "extract/outline.h"
#include "extract/papers.h"
#include "extract/participants.h"
#include "extract/rule_hash.h"
#include "extract/scan_doubt.h"
#include "extract/statements.h"
#include "extract/terms.h"
#include "extract/theme_marks.h"

namespace rapporteur {
namespace {

/// A finder adds its kinds of records; it may read what the finders before it have found.
using Finder = void (*)(const Document&, const Outline&, const RuleSet&, Records&);

/// In the order in which they need one another.
constexpr Finder finders[] = {
    find_face,         find_terms,      find_meetings, find_papers, find_agenda,
    find_participants, find_statements, find_events,   find_gaps,
};

}  // namespace

Result<Knowledge> load_knowledge(const std::vector<NamedText>& rule_files, const std::vector<NamedText>& theme_files,
                                 Compile shipped) {
    auto rules = load_rules(rule_files, are_shipped(rule_files) ? shipped : Compile::at_once);
    if (!rules) return rules.error();
    auto themes = load_themes(theme_files);
    if (!themes) return themes.error();
    return Knowledge{std::move(*rules), std::move(*themes)};
}

Records extract(const Document& document, const Knowledge& knowledge) {
    Records records;
    const Outline outline = make_outline(document);
    for (const Finder find : finders) find(document, outline, knowledge.rules, records);
    lower_doubtful(document, records);
    mark_themes(records, knowledge.themes, document.language);
    return records;
}

}  // namespace rapporteur
