#include "readers/docx/docx_face.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "readers/docx/docx_story.h"
#include "readers/furniture.h"
#include "readers/heading.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Reads each head and foot once and says which texts were left out.
class EdgeReader {
public:
    EdgeReader(DocxPackage& package, const DocxPart& main, DocxContext& context)
        : package_(package), main_(main), context_(context) {}

    DocxBlocks blocks(const std::string& id) {
        const auto relation = main_.relations.find(id);
        if (relation == main_.relations.end()) return {};
        const DocxPart part = package_.part(relation->second.target);
        read_.insert(id);
        DocxStory story(part, context_);
        return story.read_flat();
    }

    void leave_out(const std::map<std::string, std::string>& ids, std::string_view reason) {
        for (const auto& [type, id] : ids) {
            if (read_.contains(id)) continue;
            for (const DocxBlock& block : blocks(id)) leave_out(block, reason);
        }
    }

    void leave_out(const DocxBlock& block, std::string_view reason) {
        const std::string& text = block.draft.text;
        if (text.empty() || page_number_of(text) >= 0) return;
        if (told_.insert(text).second) context_.left_out.push_back({std::string(reason), text, 0});
    }

private:
    DocxPackage& package_;
    const DocxPart& main_;
    DocxContext& context_;
    std::set<std::string> read_;
    std::set<std::string> told_;
};

bool is_outline_heading(const DocxBlock& block) {
    return block.role == DocxRole::heading && block.draft.block.kind == BlockKind::heading;
}

/// The first block that is text of the document rather than a line of its face.
std::size_t text_begin(const DocxBlocks& blocks) {
    std::size_t at = 0;
    while (at < blocks.size()) {
        const Draft& draft = blocks[at].draft;
        const BlockKind kind = draft.block.kind;
        if (kind == BlockKind::table || kind == BlockKind::list_item || is_body(draft)) break;
        if (kind == BlockKind::heading && !draft.block.label.empty()) break;
        ++at;
    }
    return at;
}

void free_title(DocxBlocks& blocks) {
    const std::size_t begin = text_begin(blocks);
    std::set<int> later;
    for (std::size_t i = begin; i < blocks.size(); ++i) later.insert(blocks[i].style);
    for (std::size_t i = 0; i < begin; ++i) {
        if (is_outline_heading(blocks[i]) && !later.contains(blocks[i].style)) blocks[i].draft.marked = false;
    }
}

/// Sizes of the styles that head one outline level, the largest first; sizes that hardly differ are one.
std::vector<int> sizes_of_level(const std::set<int>& sizes) {
    std::vector<int> out;
    for (auto size = sizes.rbegin(); size != sizes.rend(); ++size) {
        if (out.empty() || *size * 10 < out.back() * 9) out.push_back(*size);
    }
    return out;
}

}  // namespace

DocxBlocks read_docx_face(DocxPackage& package, const DocxPart& main, DocxContext& context) {
    DocxBlocks face;
    if (context.sections.empty()) return face;
    const std::vector<DocxSection> sections = context.sections;
    EdgeReader reader(package, main, context);
    const DocxSection& first = sections.front();
    const auto head = first.heads.find(first.own_first_page ? "first" : "default");
    if (head != first.heads.end()) {
        DocxBlocks blocks = reader.blocks(head->second);
        const bool names_document = std::any_of(blocks.begin(), blocks.end(),
                                                [](const DocxBlock& block) { return is_symbol(block.draft.text); });
        if (first.own_first_page || names_document) {
            std::erase_if(blocks, [](const DocxBlock& block) { return page_number_of(block.draft.text) >= 0; });
            face = std::move(blocks);
        } else {
            for (const DocxBlock& block : blocks) reader.leave_out(block, "running head");
        }
    }
    for (const DocxSection& section : sections) {
        reader.leave_out(section.heads, "running head");
        reader.leave_out(section.feet, "running foot");
    }
    context.sections = sections;
    return face;
}

void settle_docx_headings(DocxBlocks& blocks, const DocxStyles& styles) {
    free_title(blocks);
    const auto size_of = [&](const DocxBlock& block) { return styles.at(block.style).look.half_points; };
    std::map<int, std::set<int>> used;  // sizes by level
    for (const DocxBlock& block : blocks) {
        if (is_outline_heading(block) && block.draft.marked) used[block.draft.block.level].insert(size_of(block));
    }
    std::map<std::pair<int, int>, int> levels;
    int more = 0;
    for (const auto& [level, sizes] : used) {
        const std::vector<int> ranks = sizes_of_level(sizes);
        for (const int size : sizes) {
            const auto rank = std::find_if(ranks.begin(), ranks.end(), [&](int r) { return size * 10 >= r * 9; });
            levels[{level, size}] = level + more + static_cast<int>(rank - ranks.begin());
        }
        more += static_cast<int>(ranks.size()) - 1;
    }
    for (DocxBlock& block : blocks) {
        const auto found = levels.find({block.draft.block.level, size_of(block)});
        if (is_outline_heading(block) && block.draft.marked && found != levels.end()) {
            block.draft.block.level = std::min(found->second, 9);
        }
    }
}

}  // namespace rapporteur
