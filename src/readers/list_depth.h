#pragma once

#include <vector>

#include "readers/label.h"

namespace rapporteur {

/// Works out how deep list items nest, from their indents and the styles of their labels.
class ListDepth {
public:
    /// The depth of an item, from 1.
    int place(const Label& label, int indent);
    /// A numbered paragraph begins: lists after it start anew.
    void start_under(const Label& label);
    void reset() { open_.clear(); }

private:
    struct Open {
        int indent = 0;
        LabelStyle style = LabelStyle::bullet;
        bool bracketed = false;
        bool bulleted = false;
        int value = 0;
    };
    bool same_list(const Open& open, const Label& label, int indent, LabelStyle& style) const;

    std::vector<Open> open_;
};

}  // namespace rapporteur
