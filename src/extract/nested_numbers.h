#pragma once

#include <optional>
#include <vector>

#include "extract/agenda_entry.h"
#include "extract/item_number.h"

namespace rapporteur {

/// Follows the numbers of an agenda whose lists stand inside each other: an inner list may count from one again, in the
/// same figures.
class NestedNumbers {
public:
    explicit NestedNumbers(const Document& document) : document_(document) {}

    /// Takes the number of an entry where it goes on in order or, where it may, begins anew; `item` is handed back as
    /// the parent of what stands below. Nothing for a number out of order.
    std::optional<NumberSequence::Place> take(const AgendaEntry& entry, std::size_t item, bool may_restart);

    /// Among headings and list items a numbered list counts from one, anew below each heading: true where the list at
    /// hand began at one.
    bool goes_on_below_heading(std::string_view number);

    /// A heading ends the list that counted below the one before.
    void end_list() { list_counts_ = false; }

private:
    struct OuterList {
        int inner_level = 0;  // depth of the list inside it
        NumberSequence sequence;
        std::optional<std::size_t> parent;  // the item that the inner list stands below
    };

    void nest(const AgendaEntry& entry);

    const Document& document_;
    NumberSequence sequence_;
    std::vector<OuterList> outer_;     // lists that the one at hand stands in
    int level_ = 0;                    // depth of the last numbered list item
    std::optional<std::size_t> last_;  // the last item with a number
    bool list_counts_ = false;         // the numbered list here began at one
};

/// "(a)" and "(i)" count below what stands above them.
bool is_lettered(std::string_view number);

}  // namespace rapporteur
