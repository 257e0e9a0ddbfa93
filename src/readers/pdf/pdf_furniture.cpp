#include "readers/pdf/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "readers/furniture.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t edge_rows = 8;  // rows from the top or foot among which furniture stands
constexpr double edge_height = 0.2;   // and the share of the page's height
constexpr std::size_t longest_key = 200;
constexpr std::size_t run_pages = 4;  // within which a running head comes again

/// The pieces on one baseline.
struct EdgeRow {
    std::vector<std::size_t> pieces;
    double baseline = 0;
    double size = 0;
    bool artifact = true;
    bool top = false;
    std::string text;
    std::string key;  // the same on left and right pages
};

/// The numbers in a text, at most six digits each.
std::vector<int> numbers_in(const std::string& text) {
    std::vector<int> out;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] < '0' || text[at] > '9') {
            ++at;
            continue;
        }
        int value = 0;
        std::size_t digits = 0;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, ++digits) {
            if (digits < 6) value = value * 10 + (text[at] - '0');
        }
        if (digits <= 6) out.push_back(value);
    }
    return out;
}

/// The words of a row in alphabetical order, its page number as "#".
std::string key_of(const std::string& text, bool top, int page_number) {
    const std::string number = std::to_string(page_number);
    const std::string low = to_lower(head(text, longest_key));
    std::set<std::string> words;
    for (const std::string_view word : split(low, ' ')) {
        std::string plain(word);
        const std::size_t at = plain.find(number);
        const auto digit = [&](std::size_t i) { return i < plain.size() && plain[i] >= '0' && plain[i] <= '9'; };
        if (at != std::string::npos && !digit(at + number.size()) && !(at > 0 && digit(at - 1)))
            plain.replace(at, number.size(), "#");
        if (plain != "#")
            words.insert(std::move(plain));  // a page number on its own may stand beside the rest or apart
    }
    std::string key = top ? "top" : "foot";
    for (const std::string& word : words) key += " " + word;
    return key;
}

/// The rows of a page from top to bottom.
std::vector<EdgeRow> rows_of(const PdfPageText& page) {
    std::vector<std::size_t> order(page.pieces.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return page.pieces[a].baseline > page.pieces[b].baseline; });
    std::vector<EdgeRow> rows;
    for (const std::size_t i : order) {
        const PdfLine& piece = page.pieces[i];
        if (rows.empty() || rows.back().baseline - piece.baseline > 0.3 * piece.size) {
            rows.emplace_back();
            rows.back().baseline = piece.baseline;
        }
        EdgeRow& row = rows.back();
        row.pieces.push_back(i);
        row.size = std::max(row.size, piece.size);
        row.artifact = row.artifact && piece.artifact;
        row.text += (row.text.empty() ? "" : " ") + text_of(piece);
    }
    return rows;
}

/// Rows near the top and the foot, from the edge inwards.
struct Edges {
    std::vector<EdgeRow> top, foot;
};

Edges edges_of(const PdfPageText& page) {
    std::vector<EdgeRow> rows = rows_of(page);
    Edges edges;
    const double height = page.page.height;
    for (std::size_t i = 0; i < rows.size() && i < edge_rows && rows[i].baseline > height * (1 - edge_height); ++i) {
        rows[i].top = true;
        edges.top.push_back(rows[i]);
    }
    for (std::size_t i = rows.size();
         i-- > 0 && edges.foot.size() < edge_rows && rows[i].baseline < height * edge_height;) {
        rows[i].top = false;
        edges.foot.push_back(rows[i]);
    }
    return edges;
}

/// A bar code's number between asterisks, as the United Nations print it.
bool is_bar_code(const std::string& text) {
    return text.size() > 4 && text.front() == '*' && text.back() == '*' &&
           std::all_of(text.begin() + 1, text.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

/// A printer's job number ("26-04887 (E) 150426"): digits and capitals only.
bool is_job_number(const std::string& text) {
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits >= 5 && text.size() <= 32 &&
           std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
           text.find('/') == std::string::npos;
}

class FurnitureFinder {
public:
    FurnitureFinder(std::vector<PdfPageText>& pages, double body, std::vector<LeftOut>& left_out)
        : pages_(pages), body_(body), left_out_(left_out) {
        for (const PdfPageText& page : pages) edges_.push_back(edges_of(page));
        const int offset = number_offset();
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            std::set<std::string> here;
            for (auto* rows : {&edges_[i].top, &edges_[i].foot}) {
                for (EdgeRow& row : *rows) {
                    row.key = key_of(row.text, row.top, static_cast<int>(i) + offset);
                    here.insert(row.key);
                }
            }
            for (const std::string& key : here) seen_[key].push_back(i);
        }
    }

    void take() {
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            std::set<std::size_t> gone;
            take_edge(i, edges_[i].top, gone);
            take_edge(i, edges_[i].foot, gone);
            std::vector<PdfLine> staying;
            for (std::size_t k = 0; k < pages_[i].pieces.size(); ++k) {
                if (!gone.contains(k)) staying.push_back(std::move(pages_[i].pieces[k]));
            }
            pages_[i].pieces = std::move(staying);
        }
    }

private:
    /// What the printed page numbers are ahead of the count from 0: the difference that most pages share.
    int number_offset() const {
        std::map<int, std::size_t> votes;
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            std::set<int> here;
            for (const auto* rows : {&edges_[i].top, &edges_[i].foot}) {
                for (const EdgeRow& row : *rows) {
                    for (const int number : numbers_in(row.text)) here.insert(number - static_cast<int>(i));
                }
            }
            for (const int offset : here) ++votes[offset];
        }
        int best = 1;
        std::size_t most = 0;
        for (const auto& [offset, count] : votes) {
            if (count <= most) continue;
            most = count;
            best = offset;
        }
        return best;
    }

    void take_edge(std::size_t page, const std::vector<EdgeRow>& rows, std::set<std::size_t>& gone) {
        const std::size_t below_foot = rows_outside(page, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const EdgeRow& row = rows[i];
            const bool number = page_number_of(trim(row.text)) >= 0;
            const bool job = is_bar_code(row.text) || (page == 0 && !row.top && is_job_number(row.text));
            if (!number && !job && i >= below_foot && !is_furniture(page, row)) break;
            if (!number && !job && heads_table(page, row)) break;
            if (page == 0 && row.top && !number && !job && row.size >= 0.95 * body_) break;
            gone.insert(row.pieces.begin(), row.pieces.end());
            left_out_.push_back(
                {number ? "page number" : "running head", collapse_space(row.text), pages_[page].page.number});
        }
    }

    /// How many rows stand between the edge and a running foot: what is further out than furniture is no body.
    std::size_t rows_outside(std::size_t page, const std::vector<EdgeRow>& rows) const {
        for (std::size_t i = std::min<std::size_t>(rows.size(), 3); i-- > 1;) {
            if (rows[i].top || !is_furniture(page, rows[i])) continue;
            const bool small = std::all_of(rows.begin(), rows.begin() + static_cast<long>(i),
                                           [&](const EdgeRow& row) { return row.size < body_ + 0.1; });
            if (small) return i;
        }
        return 0;
    }

    /// Cells between two rules: the head of a table that goes on from the page before.
    bool heads_table(std::size_t page, const EdgeRow& row) const {
        if (row.pieces.size() < 3) return false;
        bool above = false;
        bool below = false;
        for (const PdfRule& rule : pages_[page].page.rules) {
            const bool here = rule.y0 == rule.y1 && rule.x1 > pages_[page].pieces[row.pieces[0]].x0 &&
                              rule.x0 < pages_[page].pieces[row.pieces.back()].x1;
            above = above || (here && rule.y0 > row.baseline && rule.y0 < row.baseline + 4 * row.size);
            below = below || (here && rule.y0 < row.baseline && rule.y0 > row.baseline - 5 * row.size);
        }
        return above && below;
    }

    bool is_furniture(std::size_t page, const EdgeRow& row) const {
        const std::vector<std::size_t>& pages = seen_.at(row.key);
        const bool repeated = pages.size() >= (pages_.size() <= 4 ? 2U : 3U);
        return (repeated && runs_near(pages, page)) || (row.artifact && page > 0);
    }

    /// A page shortly before or after has it too: a heading that opens every chapter, and a page by chance, does not
    /// run.
    static bool runs_near(const std::vector<std::size_t>& pages, std::size_t page) {
        const auto here = std::lower_bound(pages.begin(), pages.end(), page);
        const bool before = here != pages.begin() && page - *(here - 1) <= run_pages;
        const bool after = here != pages.end() && here + 1 != pages.end() && *(here + 1) - page <= run_pages;
        return before || after;
    }

    std::vector<PdfPageText>& pages_;
    double body_;
    std::vector<LeftOut>& left_out_;
    std::vector<Edges> edges_;
    std::map<std::string, std::vector<std::size_t>> seen_;  // the pages, from the first
};

}  // namespace

double body_size(const std::vector<PdfPageText>& pages) {
    std::map<long, std::size_t> letters;  // by half points
    for (const PdfPageText& page : pages) {
        for (const PdfLine& piece : page.pieces) {
            for (const PdfWord& word : piece.words) letters[std::lround(word.size * 2)] += word.text.size();
        }
    }
    if (letters.empty()) return 10;
    const auto most = std::max_element(letters.begin(), letters.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return static_cast<double>(most->first) / 2;
}

void take_furniture(std::vector<PdfPageText>& pages, double body, std::vector<LeftOut>& left_out) {
    FurnitureFinder(pages, body, left_out).take();
}

}  // namespace rapporteur
