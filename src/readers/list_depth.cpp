#include "readers/list_depth.h"

namespace rapporteur {
namespace {

constexpr std::size_t deepest = 9;

}  // namespace

bool ListDepth::same_list(const Open& open, const Label& label, int indent, LabelStyle& style) const {
    if (open.bracketed != label.bracketed || open.bulleted != label.bulleted) return false;
    if (open.style == LabelStyle::bullet && label.style == LabelStyle::bullet) {
        return indent >= open.indent - 1 && indent <= open.indent + 1;
    }
    if (label.may_be_other && open.style == other_reading(label.style) &&
        value_of(label, open.style) == open.value + 1) {
        style = open.style;
        return true;
    }
    if (label.may_be_other && value_of(label, label.style) == 1 && open.style == label.style) return false;
    return open.style == label.style;
}

int ListDepth::place(const Label& label, int indent) {
    LabelStyle style = label.style;
    for (std::size_t i = open_.size(); i-- > 0;) {
        if (!same_list(open_[i], label, indent, style)) continue;
        open_.resize(i + 1);
        open_[i].value = value_of(label, style);
        return static_cast<int>(i) + 1;
    }
    while (!open_.empty() && indent < open_.back().indent) open_.pop_back();
    const bool sibling = !open_.empty() && indent == open_.back().indent && label.style == LabelStyle::bullet &&
                         open_.back().style == LabelStyle::bullet;
    if (sibling || open_.size() >= deepest) open_.pop_back();
    open_.push_back({indent, style, label.bracketed, label.bulleted, value_of(label, style)});
    return static_cast<int>(open_.size());
}

void ListDepth::start_under(const Label&) { open_.clear(); }

}  // namespace rapporteur
