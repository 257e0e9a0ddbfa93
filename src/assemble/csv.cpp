#include "assemble/csv.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::u32string_view formula_signs = U"=+-@\uFF1D\uFF0B\uFF0D\uFF20";
constexpr std::u32string_view formula_breaks = U"\t\r\n";

bool begins_as_formula(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const CodePoint letter = decode_at(words, at);
        if (formula_breaks.find(letter.value) != formula_breaks.npos) return true;
        if (!is_space(letter.value)) return formula_signs.find(letter.value) != formula_signs.npos;
        at += letter.bytes;
    }
    return false;
}

/// "12345678", "123e4567".
bool is_like_number(std::string_view id) {
    const auto is_sign = [](char c) { return c == 'e' || c == 'E'; };
    const auto is_number = [&](char c) { return is_sign(c) || (c >= '0' && c <= '9'); };
    return std::all_of(id.begin(), id.end(), is_number) && std::count_if(id.begin(), id.end(), is_sign) <= 1;
}

void append_cell(std::string& out, std::string_view cell) {
    if (cell.find_first_of(",\"\r\n") == cell.npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
    out += '"';
}

}  // namespace

void CsvTable::add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) rows_ += ',';
        append_cell(rows_, cells[i]);
    }
    rows_ += "\r\n";
}

std::string CsvTable::take() { return "\xEF\xBB\xBF" + std::move(rows_); }

std::string text_cell(std::string_view words) { return (begins_as_formula(words) ? "'" : "") + to_valid_utf8(words); }

std::string identifier_cell(std::string_view id) { return is_like_number(id) ? "'" + std::string(id) : text_cell(id); }

}  // namespace rapporteur
