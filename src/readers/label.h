#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// How the number or sign before a paragraph, list item or heading is drafted.
enum class LabelStyle {
    bullet,        // "•", "-"
    decimal,       // "29.", "4.1", "138.12"
    compound,      // "3 (a)", "15(b)(i)": a paragraph and its sub-paragraph at once
    resolution,    // "36/5.": number of a resolution or decision
    roman_upper,   // "IV."
    roman_lower,   // "iv)", "(iv)"
    letter_upper,  // "B."
    letter_lower,  // "(b)", "b)"
};

/// What was printed before a text.
struct Label {
    LabelStyle style = LabelStyle::bullet;
    std::string text;           // as printed: "- (1)", "29."
    std::string number;         // without its punctuation: "1", "29"; empty for bullets
    std::size_t length = 0;     // bytes from the start of the line to the text after the label
    int parts = 1;              // of a decimal: "138.12" has two
    bool bracketed = false;     // "(a)", "a)"
    bool bulleted = false;      // a bullet stands before it
    bool may_be_other = false;  // "I.", "C.", "(i)", "(c)": a Roman numeral and a letter alike
};

/// The label at the start of a line, or nothing. A time, an amount, a year, an initial is no label.
std::optional<Label> label_at(std::string_view line);

/// The value of a label's last part for telling sequences: "138.12" is 12, "IV" 4 or (as a letter) nothing, "b" 2; 0
/// for bullets.
int value_of(const Label& label, LabelStyle read_as);

/// The other style that the same sign can have: a Roman numeral as a letter and the reverse; itself for all others.
LabelStyle other_reading(LabelStyle style);

}  // namespace rapporteur
