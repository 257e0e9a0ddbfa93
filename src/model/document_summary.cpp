#include <algorithm>
#include <utility>

#include "model/document.h"

namespace rapporteur {
namespace {

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string blocks_of(const Document& document) {
    const auto count = [&](auto is_one) {
        return static_cast<std::size_t>(std::count_if(document.blocks.begin(), document.blocks.end(), is_one));
    };
    const auto of = [&](BlockKind kind) { return count([&](const Block& block) { return block.kind == kind; }); };
    const std::size_t numbered =
        count([](const Block& block) { return block.kind == BlockKind::paragraph && !block.number.empty(); });
    std::string out = counted(of(BlockKind::heading), "heading", "headings") + ", " +
                      counted(of(BlockKind::paragraph), "paragraph", "paragraphs");
    if (numbered > 0) out += " (" + std::to_string(numbered) + " numbered)";
    const auto add = [&](BlockKind kind, std::string_view one, std::string_view many) {
        if (of(kind) > 0) out += ", " + counted(of(kind), one, many);
    };
    add(BlockKind::list_item, "list item", "list items");
    add(BlockKind::table, "table", "tables");
    add(BlockKind::note, "note", "notes");
    add(BlockKind::damaged, "damaged block", "damaged blocks");
    return out;
}

/// How often each reason, in the order in which they come first.
std::string left_out_of(const Document& document) {
    std::vector<std::pair<std::string_view, std::size_t>> reasons;
    for (const LeftOut& left : document.left_out) {
        const auto known = std::find_if(reasons.begin(), reasons.end(),
                                        [&](const auto& reason) { return reason.first == left.reason; });
        if (known == reasons.end()) {
            reasons.emplace_back(left.reason, 1);
        } else {
            ++known->second;
        }
    }
    std::string out;
    for (const auto& [reason, count] : reasons) {
        out += (out.empty() ? "; left out: " : ", ") + std::string(reason);
        if (count > 1) out += " " + std::to_string(count) + " times";
    }
    return out;
}

}  // namespace

std::string summary(const Document& document) {
    std::string out = document.file + ": " + std::string(media_type_name(document.media_type));
    if (document.pages > 0) out += ", " + counted(static_cast<std::size_t>(document.pages), "page", "pages");
    out += document.language.empty() ? ", language unknown" : ", language " + document.language;
    out += ": " + blocks_of(document);
    std::size_t breaks = 0;
    for (const Block& block : document.blocks) breaks += block.page_breaks.size();
    if (breaks > 0) out += "; " + counted(breaks, "page break", "page breaks") + " healed";
    out += left_out_of(document);
    if (!document.warnings.empty()) out += "; " + counted(document.warnings.size(), "warning", "warnings");
    return out;
}

}  // namespace rapporteur
