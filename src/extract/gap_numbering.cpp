#include "extract/gap_numbering.h"

#include <map>
#include <set>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Wider jumps are two lists, or numbers that count something else.
constexpr int widest_jump = 12;

/// The reading of a printed number that goes with the one before it, else its likeliest.
std::optional<ItemNumber> reading_of(const std::string& printed, const std::optional<ItemNumber>& before) {
    const std::vector<ItemNumber> ways = read_item_number(printed);
    if (ways.empty()) return std::nullopt;
    for (const ItemNumber& way : ways) {
        const bool kin = before && way.style == before->style && way.parts.size() == before->parts.size();
        if (kin && way.value() > before->value()) return way;
    }
    return ways.front();
}

bool same_list(const ItemNumber& a, const ItemNumber& b) {
    if (a.style != b.style || a.parts.size() != b.parts.size()) return false;
    return std::equal(a.parts.begin(), a.parts.end() - 1, b.parts.begin());
}

/// One numbering, followed number by number.
class Numbering {
public:
    /// The numbers around the jump where this one leaves some out after at least one right step: "I, II, V".
    std::optional<std::string> take(const std::string& printed) {
        const std::optional<ItemNumber> number = reading_of(printed, last_);
        std::optional<std::string> jump;
        if (!number) return jump;
        const bool goes_on = last_ && same_list(*last_, *number);
        const int step = goes_on ? number->value() - last_->value() : 0;
        if (steps_ > 0 && step > 1 && step <= widest_jump) jump = before_ + ", " + printed_ + ", " + printed;
        steps_ = step == 1 ? steps_ + 1 : jump ? steps_ : 0;
        before_ = printed_;
        printed_ = printed;
        last_ = number;
        return jump;
    }

private:
    std::optional<ItemNumber> last_;
    std::string printed_, before_;
    int steps_ = 0;
};

std::string subject_of(const Document& document, const Outline& outline, std::size_t at) {
    const std::vector<std::string> headings = headings_above(document, outline, at);
    return headings.empty() ? std::string() : headings.back();
}

/// Headings of one section, paragraphs of the document or an annex, items of one list: what is numbered together.
class BlockNumberings {
public:
    BlockNumberings(const Document& document, const Outline& outline) : document_(document), outline_(outline) {}

    Numbering& of(std::size_t at) {
        const Block& block = document_.blocks[at];
        const BlockContext& context = outline_.blocks[at];
        if (block.kind == BlockKind::heading) return headings_[outline_.sections[context.section].parent];
        if (block.kind == BlockKind::paragraph) return paragraphs_[context.annex];
        const bool goes_on = at > 0 && document_.blocks[at - 1].kind == BlockKind::list_item;
        if (!goes_on) items_.clear();
        // A new item above begins new lists below.
        items_.erase(items_.upper_bound(block.level), items_.end());
        return items_[block.level];
    }

private:
    const Document& document_;
    const Outline& outline_;
    std::map<std::size_t, Numbering> headings_;
    std::map<bool, Numbering> paragraphs_;
    std::map<int, Numbering> items_;
};

bool is_numbered(const Block& block) {
    const bool kind =
        block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
    return kind && !block.number.empty() && block.number.find('/') == std::string::npos;
}

/// Items of one agenda or side event, below one item.
std::string list_of(const AgendaItem& item) {
    return item.meeting + "\n" + (item.side_event ? item.part : "") + "\n" + item.parent;
}

}  // namespace

void find_skipped_numbers(const Document& document, const Outline& outline, const Records& records, GapMaker& gaps) {
    std::set<Range> told;  // an agenda's headings are numbered blocks too
    std::map<std::string, Numbering> agendas;
    for (const AgendaItem& item : records.agenda_items) {
        if (item.number.empty() || item.sources.empty()) continue;
        const std::optional<std::string> jump = agendas[list_of(item)].take(item.number);
        told.insert(item.sources.front().range);
        if (!jump) continue;
        const std::string subject = item.side_event                        ? item.part
                                    : item.sources.front().heading.empty() ? std::string()
                                                                           : item.sources.front().heading.back();
        gaps.add(GapCode::number_skipped, *jump, subject, {item.sources.front()}).meeting = item.meeting;
    }
    BlockNumberings numberings(document, outline);
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const Block& block = document.blocks[at];
        if (!is_numbered(block)) continue;
        const std::optional<std::string> jump = numberings.of(at).take(block.number);
        if (!jump || told.contains(block.range)) continue;
        gaps.add(GapCode::number_skipped, *jump, subject_of(document, outline, at), at, block.range);
    }
}

}  // namespace rapporteur
