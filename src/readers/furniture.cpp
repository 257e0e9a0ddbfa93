#include "readers/furniture.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t edge_lines = 3;  // lines at the top and foot of a page among which furniture stands

bool digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a number of at most four digits at `at` and moves on; -1 where none stands there.
int number_at(std::string_view text, std::size_t& at) {
    int value = 0;
    const std::size_t from = at;
    while (at < text.size() && digit(text[at]) && at - from < 5) value = value * 10 + (text[at++] - '0');
    return at == from || at - from > 4 ? -1 : value;
}

/// What stands before and after the number of a page, once case and spaces are gone.
bool frames_page_number(std::string_view before, std::string_view after) {
    constexpr std::array<std::string_view, 9> words{"page", "p.", "pg", "pag.", "página", "pagina", "seite", "-", "–"};
    const bool opened = before.empty() || std::find(words.begin(), words.end(), before) != words.end() ||
                        before == "|" || before == "[";
    const bool of_total =
        after.starts_with("of") || after.starts_with("/") || after.starts_with("de") || after.starts_with("sur");
    const bool total = of_total && !after.empty() && digit(after.back()) && after.size() <= 7 && !before.empty();
    return opened && (after.empty() || after == "-" || after == "–" || after == "|" || after == "]" || total);
}

/// The lines of each page, without blank ones.
std::map<int, std::vector<std::size_t>> lines_of_pages(const std::vector<RawLine>& lines) {
    std::map<int, std::vector<std::size_t>> pages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!trim(lines[i].text).empty()) pages[lines[i].page].push_back(i);
    }
    return pages;
}

/// Lines that stand at the edge of at least three pages and of a third of all.
void find_at_edges(const std::vector<RawLine>& lines, std::set<std::size_t>& found) {
    const auto pages = lines_of_pages(lines);
    if (pages.size() < 2) return;
    std::map<std::string, std::vector<std::size_t>> seen;
    for (const auto& [page, members] : pages) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i >= edge_lines && i + edge_lines < members.size()) continue;
            const std::string_view text = trim(lines[members[i]].text);
            if (text.size() <= 120) seen[without_numbers(text)].push_back(members[i]);
        }
    }
    for (const auto& [text, where] : seen) {
        const bool number = page_number_of(trim(lines[where.front()].text)) >= 0;
        if (where.size() >= (number ? 2U : 3U) && where.size() * 3 >= pages.size())
            found.insert(where.begin(), where.end());
    }
}

bool is_blank(const std::vector<RawLine>& lines, std::size_t i) {
    return i >= lines.size() || trim(lines[i].text).empty();
}

/// Page numbers that count up by one, each alone between blank lines or named as a page.
void find_counting(const std::vector<RawLine>& lines, std::set<std::size_t>& found) {
    std::vector<std::pair<std::size_t, int>> numbers;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view text = trim(lines[i].text);
        const int number = text.size() <= 24 ? page_number_of(text) : -1;
        if (number < 0) continue;
        const bool bare = std::all_of(text.begin(), text.end(), digit);
        const bool apart = is_blank(lines, i + 1) && (i == 0 || is_blank(lines, i - 1));
        if (!bare || apart) numbers.emplace_back(i, number);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const bool after = i > 0 && numbers[i - 1].second + 1 == numbers[i].second;
        const bool before = i + 1 < numbers.size() && numbers[i].second + 1 == numbers[i + 1].second;
        const bool named = !digit(trim(lines[numbers[i].first].text).front());
        if (after || before || (named && numbers.size() > 1)) found.insert(numbers[i].first);
    }
}

/// Lines right above or below page numbers that are the same each time.
void find_beside_numbers(const std::vector<RawLine>& lines, std::set<std::size_t>& found) {
    std::map<std::string, std::vector<std::size_t>> seen;
    for (const std::size_t at : found) {
        for (std::size_t step = 1; step <= 2 && at >= step && !is_blank(lines, at - step); ++step) {
            seen[without_numbers(trim(lines[at - step].text))].push_back(at - step);
        }
        if (!is_blank(lines, at + 1)) seen[without_numbers(trim(lines[at + 1].text))].push_back(at + 1);
    }
    for (const auto& [text, where] : seen) {
        if (where.size() >= 2 && text.size() <= 120) found.insert(where.begin(), where.end());
    }
}

}  // namespace

int page_number_of(std::string_view line) {
    std::string tight = to_lower(line);
    std::erase(tight, ' ');
    const auto first = std::find_if(tight.begin(), tight.end(), digit);
    if (first == tight.end()) return -1;
    auto at = static_cast<std::size_t>(first - tight.begin());
    const std::string before = tight.substr(0, at);
    const int number = number_at(tight, at);
    if (number < 0 || !frames_page_number(before, std::string_view(tight).substr(at))) return -1;
    return number;
}

std::string without_numbers(std::string_view line) {
    std::string out;
    for (const char c : line) {
        if (!digit(c)) {
            out += c;
        } else if (out.empty() || out.back() != '#') {
            out += '#';
        }
    }
    return collapse_space(out);
}

std::vector<RawLine> without_furniture(const std::vector<RawLine>& lines, std::vector<LeftOut>& left_out) {
    std::set<std::size_t> found;
    find_at_edges(lines, found);
    find_counting(lines, found);
    find_beside_numbers(lines, found);
    std::vector<RawLine> out;
    bool after_break = false;
    const int first_page = lines.empty() ? 0 : lines.front().page;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool on_face = first_page > 0 && lines[i].page == first_page && page_number_of(trim(lines[i].text)) < 0;
        if (found.contains(i) && !on_face) {
            const std::string_view text = trim(lines[i].text);
            left_out.push_back(
                {page_number_of(text) >= 0 ? "page number" : "running head", std::string(text), lines[i].page});
            after_break = true;
            continue;
        }
        out.push_back(lines[i]);
        if (trim(lines[i].text).empty()) continue;
        out.back().after_break = out.back().after_break || after_break;
        after_break = false;
    }
    return out;
}

}  // namespace rapporteur
