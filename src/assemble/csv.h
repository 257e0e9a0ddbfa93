#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Writes a table as comma-separated values (RFC 4180) that a spreadsheet shows as it is and never calculates.
class CsvTable {
public:
    explicit CsvTable(const std::vector<std::string>& heads) { add(heads); }

    void add(const std::vector<std::string>& cells);
    /// UTF-8 with a byte order mark, without which Excel takes the bytes for those of an old code page.
    std::string take();

private:
    std::string rows_;
};

/// The cell as text. A spreadsheet takes what begins with = + - @, a tab or a line break, also their full-width kin and
/// behind spaces, for a formula, whatever the quotation marks of the file; an apostrophe before it makes it text.
/// Unlike a space or a tab it is seen, so that nobody takes it for a word of the source, and no program trims it away.
std::string text_cell(std::string_view words);

/// An identifier as text: digits alone, or digits around an "e", would be rounded as numbers.
std::string identifier_cell(std::string_view id);

}  // namespace rapporteur
