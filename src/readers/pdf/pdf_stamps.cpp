#include "readers/pdf/pdf_stamps.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "readers/pdf/pdf_turned.h"

namespace rapporteur {
namespace {

constexpr std::size_t shortest_sideways = 40;  // bytes: a stamp or running title is shorter
constexpr std::size_t sentence_words = 5;      // in the lines of running text
constexpr std::size_t table_rows = 3;
constexpr std::size_t label_words = 3;

std::string plain_text(const PdfPageText& page) {
    std::string out;
    for (const PdfLine& piece : page.pieces) out += (out.empty() ? "" : " ") + text_of(piece);
    return out;
}

/// A line without its digits: the same on all pages that a stamp or a running title is on.
std::string key_of(const PdfLine& line) {
    std::string key = text_of(line);
    std::erase_if(key, [](char c) { return c >= '0' && c <= '9'; });
    return key;
}

std::size_t words_in(const PdfPageText& aside) {
    std::size_t words = 0;
    for (const PdfLine& piece : aside.pieces) words += piece.words.size();
    return words;
}

/// Rows of two or more cells, as a table that lies on its side has.
bool has_rows(const PdfPageText& aside) {
    std::size_t rows = 0;
    for (std::size_t i = 1; i < aside.pieces.size(); ++i) {
        const bool level = aside.pieces[i - 1].baseline - aside.pieces[i].baseline < 1;
        const bool first = i < 2 || aside.pieces[i - 2].baseline - aside.pieces[i - 1].baseline >= 1;
        rows += level && first ? 1 : 0;
    }
    return rows >= table_rows;
}

/// All of it stands left or right of the page's text.
bool is_in_margin(const PdfPageText& aside, const PdfPageText& page) {
    if (aside.pieces.empty() || page.pieces.empty()) return false;
    const PdfArea area = area_on(page, aside);
    const auto all = [&](const auto& holds) { return std::all_of(page.pieces.begin(), page.pieces.end(), holds); };
    return all([&](const PdfLine& piece) { return piece.x0 >= area.x1 - 2; }) ||
           all([&](const PdfLine& piece) { return piece.x1 <= area.x0 + 2; });
}

/// What of a page's turned text is no text of the document; empty where it is.
std::string reason_to_leave(const PdfPageText& aside, const PdfPageText& page, const std::string& text) {
    const std::size_t words = words_in(aside);
    if (aside.page.turn.slant != 0) {
        if (text.empty()) return "watermark";
        return aside.pieces.size() >= 3 && words <= label_words * aside.pieces.size() ? "figure text" : "";
    }
    const bool labels = words < sentence_words * aside.pieces.size() && (!has_rows(aside) || is_in_margin(aside, page));
    return text.size() < shortest_sideways || labels ? "sideways text" : "";
}

}  // namespace

void take_stamps(const std::vector<PdfPageText>& upright, TurnedText& pages, std::vector<LeftOut>& left_out) {
    std::map<std::string, std::set<int>> seen;
    for (const std::vector<PdfPageText>& page : pages) {
        for (const PdfPageText& aside : page) {
            for (const PdfLine& piece : aside.pieces) seen[key_of(piece)].insert(aside.page.number);
        }
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::erase_if(pages[i], [&](PdfPageText& aside) {
            const std::string text = plain_text(aside);
            std::erase_if(aside.pieces, [&](const PdfLine& piece) { return seen.at(key_of(piece)).size() > 1; });
            const std::string rest = plain_text(aside);
            const std::string reason = reason_to_leave(aside, upright[i], rest);
            if (!reason.empty() && !text.empty()) left_out.push_back({reason, text, aside.page.number});
            return !reason.empty() || rest.empty();
        });
    }
}

}  // namespace rapporteur
