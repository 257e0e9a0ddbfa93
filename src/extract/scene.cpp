#include "extract/scene.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::string_view roles_of_meetings[] = {"recommendations", "decision", "response",
                                                  "report",          "agenda",   "minutes"};

bool is_of_a_meeting(const SectionSetting& section) {
    return std::any_of(section.roles.begin(), section.roles.end(), [](std::string_view role) {
        return std::find(std::begin(roles_of_meetings), std::end(roles_of_meetings), role) !=
               std::end(roles_of_meetings);
    });
}

/// True where the title, a heading or the form of the text is of the kind that papers of meetings have.
bool speaks_of_meeting(const Settings& settings) {
    return is_of_a_meeting({settings.document, {}}) ||
           std::any_of(settings.sections.begin(), settings.sections.end(), is_of_a_meeting) ||
           std::any_of(settings.resolutions.begin(), settings.resolutions.end(),
                       [](const ResolutionBlock& block) { return block.inside; });
}

}  // namespace

Scene::Scene(const Document& the_document, const Outline& the_outline, const RuleSet& the_rules,
             std::string document_body, std::string the_language)
    : document(the_document),
      outline(the_outline),
      rules(the_rules),
      language(std::move(the_language)),
      body(std::move(document_body)),
      settings(make_settings(the_document, the_outline, the_rules, language)),
      of_a_meeting(!body.empty() || speaks_of_meeting(settings)),
      sources(the_document),
      actors(the_rules, language),
      clauses(clause_patterns(the_rules, language)) {}

std::string Scene::paragraph_of(std::size_t block) const {
    const BlockContext& context = outline.blocks[block];
    return context.paragraph.empty() ? settings.above(outline, block).number : context.paragraph;
}

Source Scene::source(std::size_t block, const Range& range) const {
    return sources.source(document.blocks[block], range, paragraph_of(block), headings_above(document, outline, block));
}

bool Scene::matches(std::string_view table, std::string_view text) const {
    const RuleTable* found = rules.table(language, table);
    return found != nullptr && found->entry_matching(text) != nullptr;
}

}  // namespace rapporteur
