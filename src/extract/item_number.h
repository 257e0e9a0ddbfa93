#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace rapporteur {

/// How an item's number is written.
enum class NumberStyle { decimal, roman, letter_upper, letter_lower, roman_lower, yearly };

/// `yearly` is counted through a year: "32/041", "FC/32/7" and "41/2032" for the 41st of 2032.
/// One way of reading a printed number: "10.2" is decimal {10, 2}, "V" roman {5} or letter {22}, "156 (a)" decimal
/// {156} and letter 1 as its last part.
struct ItemNumber {
    NumberStyle style = NumberStyle::decimal;
    std::vector<int> parts;
    bool lettered = false;  // the last part was a letter behind a decimal: "3(a)"

    int value() const { return parts.empty() ? 0 : parts.back(); }
};

/// All ways of reading a printed number, the likeliest first; none where it is no number.
std::vector<ItemNumber> read_item_number(std::string_view printed);

/// Follows the numbers of an agenda: which of them go on in its order, and under which item each stands.
class NumberSequence {
public:
    struct Place {
        std::size_t depth = 0;              // 0 for items that stand under none
        std::optional<std::size_t> parent;  // what `item` was for the item above
        bool restarts = false;              // the numbering began anew
    };

    /// Takes the next printed number where it goes on in order, begins a list below the last item or, where it may,
    /// begins anew; `item` is handed back as the parent of what stands below. Nothing for a number out of order.
    std::optional<Place> take(std::string_view printed, std::size_t item, bool may_restart);

private:
    struct Open {
        ItemNumber number;
        std::size_t item = 0;
    };

    std::optional<Place> goes_on(const ItemNumber& number, std::size_t item);
    std::optional<Place> goes_below(const ItemNumber& number, std::size_t item);
    std::optional<Place> goes_on_above(const ItemNumber& number, std::size_t item);
    std::optional<Place> take_decimal(const ItemNumber& number, std::size_t item);
    Place push(const ItemNumber& number, std::size_t item);

    std::vector<Open> open_;                  // the item that was last taken and those above it
    std::map<NumberStyle, int> last_values_;  // of each style in this run
};

}  // namespace rapporteur
