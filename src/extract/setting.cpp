#include "extract/setting.h"

#include <algorithm>

#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

bool has_role(const std::vector<std::string>& roles, std::string_view role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void add_role(std::vector<std::string>& roles, std::string_view role) {
    if (!role.empty() && !has_role(roles, role)) roles.emplace_back(role);
}

std::string heading_text(const Document& document, const Block& block) {
    const std::string_view text = document.text_of(block);
    return block.number.empty() ? std::string(text) : block.label + " " + std::string(text);
}

SectionSetting own_setting(const std::string& title, const RuleGroup* group) {
    SectionSetting own;
    for (const RuleMatch& match : match_rules(group, title, {RuleKind::heading, {}, BlockKind::heading})) {
        add_role(own.roles, match.field(title, "role"));
        if (own.number.empty()) own.number = match.field(title, "number");
    }
    return own;
}

void read_sections(const Document& document, const Outline& outline, const RuleGroup* group, Settings& settings) {
    for (const Section& section : outline.sections) {
        SectionSetting setting;
        if (section.heading) setting = own_setting(heading_text(document, document.blocks[*section.heading]), group);
        if (section.heading && !settings.sections.empty()) {
            const Section& before = outline.sections[settings.sections.size() - 1];
            const bool stacked =
                before.heading && *before.heading + 1 == *section.heading && before.level == section.level;
            const SectionSetting& above = stacked ? settings.sections.back() : settings.sections[section.parent];
            if (setting.roles.empty()) setting.roles = above.roles;
            for (const std::string_view lasting : {"report", "decision"}) {
                if (has_role(above.roles, lasting)) add_role(setting.roles, lasting);
            }
            if (setting.number.empty()) setting.number = above.number;
        }
        settings.sections.push_back(std::move(setting));
    }
}

bool looks_like_heading(std::string_view text) {
    constexpr std::size_t longest = 120;
    return !text.empty() && text.size() <= longest &&
           std::string_view(".,;:!?").find(text.back()) == std::string_view::npos;
}

/// A short line with a number of its own ("Resolution no. 2019/7") stands for a heading where the reader saw none.
void read_lines(const Document& document, const RuleGroup* group, Settings& settings) {
    int current = -1;
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::heading) current = -1;
        const std::string_view text = document.text_of(block);
        if (block.kind == BlockKind::paragraph && block.number.empty() && looks_like_heading(text)) {
            SectionSetting setting = own_setting(std::string(text), group);
            if (!setting.number.empty()) {
                current = static_cast<int>(settings.lines.size());
                settings.lines.push_back(std::move(setting));
            }
        }
        settings.line_above.push_back(current);
    }
}

/// The title block and the first heading tell what kind of document it is.
void read_face(const Document& document, const RuleGroup* group, Settings& settings) {
    bool heading_seen = false;
    for (const Block& block : document.blocks) {
        const bool first_heading = block.kind == BlockKind::heading && !heading_seen;
        if (!block.title && !first_heading) continue;
        heading_seen = heading_seen || block.kind == BlockKind::heading;
        const std::string_view text = document.text_of(block);
        for (const RuleMatch& match : match_rules(group, text, {RuleKind::heading, {}, BlockKind::heading})) {
            add_role(settings.document, match.field(text, "role"));
        }
    }
}

/// The sections whose heading opens something else than the articles of the resolution above: an annex, another
/// number, a part that no resolution has.
std::vector<bool> other_sections(const Outline& outline, const Settings& settings) {
    std::vector<bool> other;
    for (std::size_t i = 0; i < outline.sections.size(); ++i) {
        const Section& section = outline.sections[i];
        const auto& roles = settings.sections[i].roles;
        const bool foreign = std::any_of(roles.begin(), roles.end(), [](const std::string& role) {
            return role == "response" || role == "agenda" || role == "attendance" || role == "minutes" ||
                   role == "furniture" || role == "rules";
        });
        const bool numbered = i > 0 && !settings.sections[i].number.empty() &&
                              settings.sections[i].number != settings.sections[section.parent].number;
        other.push_back(section.annex || foreign || numbered);
    }
    return other;
}

}  // namespace

const SectionSetting& Settings::above(const Outline& outline, std::size_t block) const {
    const int line = line_above[block];
    return line < 0 ? sections[outline.blocks[block].section] : lines[static_cast<std::size_t>(line)];
}

std::vector<std::string> Settings::roles_of(const Outline& outline, std::size_t block) const {
    const BlockContext& context = outline.blocks[block];
    std::vector<std::string> roles = above(outline, block).roles;
    for (const std::string& role : document) add_role(roles, role);
    const ResolutionBlock& resolution = resolutions[block];
    if (resolution.inside) add_role(roles, "resolution");
    if (resolution.part == ResolutionPart::operative) add_role(roles, "operative");
    if (resolution.lead) add_role(roles, "articles");
    if (context.annex) add_role(roles, "annex");
    if (context.front) add_role(roles, "front");
    return roles;
}

Settings make_settings(const Document& document, const Outline& outline, const RuleSet& rules,
                       std::string_view language) {
    Settings settings;
    read_sections(document, outline, rules.group(language, "section"), settings);
    read_lines(document, rules.group(language, "section"), settings);
    read_face(document, rules.group(language, "document_kind"), settings);
    const auto is_minutes = [](const SectionSetting& section) { return has_role(section.roles, "minutes"); };
    if (std::any_of(settings.sections.begin(), settings.sections.end(), is_minutes))
        add_role(settings.document, "report");
    settings.resolutions = find_resolutions(document, outline, rules, language, other_sections(outline, settings));
    return settings;
}

}  // namespace rapporteur
