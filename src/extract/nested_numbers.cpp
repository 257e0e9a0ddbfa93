#include "extract/nested_numbers.h"

#include <utility>

namespace rapporteur {
namespace {

constexpr std::size_t most_nested_lists = 8;

bool is_first(std::string_view number) {
    const auto ways = read_item_number(number);
    return !ways.empty() && ways.front().value() == 1;
}

bool is_first_figure(std::string_view number) {
    const auto ways = read_item_number(number);
    return !ways.empty() && ways.front().style == NumberStyle::decimal && ways.front().parts == std::vector<int>{1};
}

}  // namespace

std::optional<NumberSequence::Place> NestedNumbers::take(const AgendaEntry& entry, std::size_t item, bool may_restart) {
    nest(entry);
    auto place = sequence_.take(entry.number, item, may_restart);
    if (!place) return std::nullopt;
    last_ = item;
    if (!place->parent && !outer_.empty() && !is_lettered(entry.number)) place->parent = outer_.back().parent;
    return place;
}

void NestedNumbers::nest(const AgendaEntry& entry) {
    const bool listed = document_.blocks[entry.block].kind == BlockKind::list_item;
    const int level = listed ? entry.level : 0;
    while (!outer_.empty() && level < outer_.back().inner_level) {
        sequence_ = std::move(outer_.back().sequence);
        outer_.pop_back();
    }
    if (listed && last_ && level > level_ && outer_.size() < most_nested_lists && is_first_figure(entry.number)) {
        outer_.push_back({level, std::exchange(sequence_, {}), last_});
    }
    level_ = level;
}

bool NestedNumbers::goes_on_below_heading(std::string_view number) {
    const bool first = is_first(number);
    if (first) sequence_ = NumberSequence{};
    list_counts_ = first || list_counts_;
    return list_counts_;
}

bool is_lettered(std::string_view number) {
    const auto ways = read_item_number(number);
    return !ways.empty() &&
           (ways.front().style == NumberStyle::letter_lower || ways.front().style == NumberStyle::roman_lower);
}

}  // namespace rapporteur
