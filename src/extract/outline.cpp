#include "extract/outline.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

/// The words that open an annex's heading, in the languages of the United Nations and some more (folded).
constexpr std::array<std::string_view, 16> annex_words{
    "annex",  "annexe", "annexes", "annexure", "appendix", "appendices", "attachment", "anexo",
    "anexos", "anlage", "anhang",  "allegato", "bijlage",  "bilaga",     "vedlegg",    "приложение",
};

bool opens_annex(std::string_view title) {
    const auto ranges = words(title);
    if (ranges.empty()) return false;
    const std::string first = fold(title.substr(ranges.front().begin, ranges.front().size()));
    return std::find(annex_words.begin(), annex_words.end(), first) != annex_words.end();
}

/// Adds the section that a heading opens, and closes those that it ends.
void open_section(const Document& document, std::size_t at, std::vector<Section>& sections,
                  std::vector<std::size_t>& open) {
    const Block& block = document.blocks[at];
    const int level = std::max(1, block.level);
    while (open.size() > 1 && sections[open.back()].level >= level) {
        sections[open.back()].last = at;
        open.pop_back();
    }
    const Section& parent = sections[open.back()];
    Section section;
    section.heading = at;
    section.level = level;
    section.title = std::string(document.text_of(block));
    section.path = parent.path;
    section.path.push_back(section.title);
    section.parent = open.back();
    section.first = at;
    section.annex = parent.annex ||
                    opens_annex(block.label.empty() ? section.title : block.label + " " + section.title) ||
                    opens_annex(section.title);
    open.push_back(sections.size());
    sections.push_back(std::move(section));
}

void find_sections(const Document& document, Outline& outline) {
    outline.sections.push_back(Section{});
    std::vector<std::size_t> open{0};
    bool annex_above = false;  // an annex that is not nested below another heading lasts to the end
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const Block& block = document.blocks[at];
        if (block.kind == BlockKind::heading) {
            open_section(document, at, outline.sections, open);
            Section& section = outline.sections.back();
            annex_above = annex_above || (section.annex && outline.sections[section.parent].parent == 0);
            section.annex = section.annex || annex_above;
        }
        outline.blocks.push_back({open.back(), {}, std::nullopt, block.title, outline.sections[open.back()].annex});
    }
    for (const std::size_t section : open) outline.sections[section].last = document.blocks.size();
}

bool ends_with_colon(std::string_view text) {
    text = trim(text);
    return text.ends_with(':') || text.ends_with("：");
}

bool is_ascii_alnum(unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_enumerated(const Block& block) {
    return !block.number.empty() ||
           std::any_of(block.label.begin(), block.label.end(), [](unsigned char c) { return is_ascii_alnum(c); });
}

bool is_running(const Block& block) { return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item; }

/// "(a)" of a list under paragraph 3 is "3(a)"; "4." is a paragraph of its own.
std::string number_of_item(const Block& block, const std::string& governing) {
    std::string number = block.number;
    if (number.empty()) {
        for (const char c : block.label) {
            if (static_cast<unsigned char>(c) >= 0x80 || is_ascii_alnum(static_cast<unsigned char>(c)) || c == '.')
                number += c;
        }
        while (!number.empty() && number.back() == '.') number.pop_back();
    }
    const bool bracketed = block.label.ends_with(')');
    if (!bracketed || governing.empty() || number.find('(') != std::string::npos) return number;
    return governing + "(" + number + ")";
}

struct ItemNumber {
    int depth = 0;  // as the item has it: a list may begin at any
    std::string text;
};

/// What the walk through the blocks of a section remembers.
struct Walk {
    std::string paragraph;                 // number of the last numbered paragraph
    std::vector<std::size_t> introducing;  // blocks that may introduce what follows, the outermost first
    std::vector<ItemNumber> numbers;       // numbers of the enumerated items above, the outermost first
    std::optional<std::size_t> points;     // the numbered paragraph that introduces points numbered below it
    bool after_colon = false;
    std::optional<std::size_t> broken_at;  // the paragraph that broke the list of the two below, where a list was open
    std::vector<std::size_t> list_introducing;
    std::vector<ItemNumber> list_numbers;
    std::string list_paragraph;
};

constexpr int most_levels = 32;  // of nested lists that are looked through for what introduces an item

int depth_of(const Block& block) { return block.kind == BlockKind::list_item ? std::max(1, block.level) : 0; }

/// True where a later block of the same section carries a number, so that unnumbered ones between belong to the last
/// number.
std::vector<bool> numbered_later(const Document& document, const Outline& outline) {
    std::vector<bool> later(document.blocks.size());
    std::vector<bool> seen(outline.sections.size());
    for (std::size_t at = document.blocks.size(); at-- > 0;) {
        const Block& block = document.blocks[at];
        const std::size_t section = outline.blocks[at].section;
        later[at] = seen[section];
        if (block.kind == BlockKind::paragraph && !block.number.empty()) seen[section] = true;
    }
    return later;
}

/// A paragraph between two items of one list belongs to the first of them: the list goes on.
void break_list(const Document& document, std::size_t at, Walk& walk) {
    const bool in_list = at > 0 && document.blocks[at - 1].kind == BlockKind::list_item;
    const bool goes_on = walk.broken_at && *walk.broken_at + 1 == at;
    if (!in_list && !goes_on) return;
    if (in_list) {
        walk.list_introducing = walk.introducing;
        walk.list_numbers = walk.numbers;
        walk.list_paragraph = walk.paragraph;
    }
    walk.broken_at = at;
}

void resume_list(const Document& document, std::size_t at, Walk& walk) {
    if (!walk.broken_at || *walk.broken_at + 1 != at || ends_with_colon(document.text_of(document.blocks[at - 1])))
        return;
    const Block& last = document.blocks[walk.list_introducing.back()];
    if (is_enumerated(last) != is_enumerated(document.blocks[at])) return;
    walk.introducing = walk.list_introducing;
    walk.numbers = walk.list_numbers;
    walk.paragraph = walk.list_paragraph;
}

void enter_item(const Document& document, std::size_t at, Walk& walk, BlockContext& context) {
    resume_list(document, at, walk);
    const Block& block = document.blocks[at];
    const int depth = depth_of(block);
    while (!walk.introducing.empty() && depth_of(document.blocks[walk.introducing.back()]) >= depth)
        walk.introducing.pop_back();
    while (!walk.numbers.empty() && walk.numbers.back().depth >= depth) walk.numbers.pop_back();
    const std::string governing = walk.numbers.empty() ? walk.paragraph : walk.numbers.back().text;
    int levels = 0;
    for (auto lead = walk.introducing.rbegin(); lead != walk.introducing.rend() && !context.lead_in; ++lead) {
        if (++levels > most_levels) break;
        if (*lead != at && ends_with_colon(document.text_of(document.blocks[*lead]))) context.lead_in = *lead;
    }
    context.paragraph = is_enumerated(block) ? number_of_item(block, governing) : governing;
    walk.introducing.push_back(at);
    if (is_enumerated(block)) walk.numbers.push_back({depth, context.paragraph});
}

/// "131.5" stands under "131" where that introduces it.
void enter_paragraph(const Document& document, std::size_t at, bool goes_on, Walk& walk, BlockContext& context) {
    const Block& block = document.blocks[at];
    if (block.number.empty()) break_list(document, at, walk);
    walk.numbers.clear();
    if (!block.number.empty()) {
        if (walk.points && block.number.starts_with(document.blocks[*walk.points].number + ".")) {
            context.lead_in = walk.points;
        } else if (ends_with_colon(document.text_of(block))) {
            walk.points = at;
        } else {
            walk.points.reset();
        }
        walk.paragraph = block.number;
        context.paragraph = block.number;
        if (context.lead_in) return;
    } else if (goes_on || walk.after_colon || block.cut_before) {
        context.paragraph = walk.paragraph;
    } else {
        walk.paragraph.clear();
    }
    walk.introducing.assign(1, at);
}

/// A heading ends all numbering, but for one that is itself a point of the paragraph above ("131.43").
void enter_heading(const Document& document, std::size_t at, Walk& walk, BlockContext& context) {
    const auto points = walk.points;
    walk = Walk{};
    if (!points || !document.blocks[at].number.starts_with(document.blocks[*points].number + ".")) return;
    walk.points = points;
    walk.paragraph = document.blocks[at].number;
    context.lead_in = points;
    context.paragraph = walk.paragraph;
}

void find_numbers(const Document& document, Outline& outline) {
    const std::vector<bool> later = numbered_later(document, outline);
    Walk walk;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const Block& block = document.blocks[at];
        BlockContext& context = outline.blocks[at];
        if (block.kind == BlockKind::heading) enter_heading(document, at, walk, context);
        if (block.kind == BlockKind::list_item) enter_item(document, at, walk, context);
        if (block.kind == BlockKind::paragraph) enter_paragraph(document, at, later[at], walk, context);
        if (block.kind == BlockKind::table) context.paragraph = walk.paragraph;
        if (is_running(block)) walk.after_colon = ends_with_colon(document.text_of(block));
    }
}

}  // namespace

Outline make_outline(const Document& document) {
    Outline outline;
    outline.blocks.reserve(document.blocks.size());
    find_sections(document, outline);
    find_numbers(document, outline);
    return outline;
}

std::vector<std::string> headings_above(const Document& document, const Outline& outline, std::size_t block) {
    const Section& section = outline.sections[outline.blocks[block].section];
    std::vector<std::string> path = section.path;
    if (document.blocks[block].kind == BlockKind::heading && !path.empty()) path.pop_back();
    return path;
}

}  // namespace rapporteur
