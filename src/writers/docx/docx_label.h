#pragma once

#include <string>

namespace rapporteur {

/// A printed list label taken apart: "(b)" is letter 2 between "(" and ")".
struct ListLabel {
    std::string before, after;
    std::string format;  // a w:numFmt: "decimal", "lowerLetter", "lowerRoman" …; empty: no counter in it
    int number = 0;
};

/// Reads a label. Of one letter that is also a roman digit, `roman` decides.
ListLabel read_label(const std::string& label, bool roman);

/// Labels that begin with "i" count in roman numerals.
bool begins_roman(const std::string& label);

/// One character that is no counter: a dash, a bullet.
bool is_symbol(const std::string& label);

}  // namespace rapporteur
