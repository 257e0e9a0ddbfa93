#include "readers/pdf_reader.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "readers/labelling.h"
#include "readers/language.h"
#include "readers/pdf_columns.h"
#include "readers/pdf_furniture.h"
#include "readers/pdf_grid.h"
#include "readers/pdf_lines.h"
#include "readers/pdf_notes.h"
#include "readers/pdf_paragraphs.h"
#include "readers/pdf_source.h"
#include "readers/pdf_table.h"
#include "readers/pdf_words.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_pages = 5000;

/// The columns of one page.
struct PageColumns {
    const PdfPage* page = nullptr;
    std::vector<PdfRegion> regions;
    std::vector<PdfGrid> grids;
};

void warn(Reading& reading, Code code, int page, std::string detail = {}) {
    Diagnostic warning;
    warning.code = code;
    warning.place.page = page;
    warning.detail = std::move(detail);
    reading.warnings.push_back(std::move(warning));
}

PdfPageText text_of_page(PdfPage page, Reading& reading) {
    PdfPageText text;
    text.pieces = lines_of(words_of(page));
    if (page.damaged) {
        warn(reading, Code::page_damaged, page.number);
    } else if (text.pieces.empty()) {
        warn(reading, Code::page_without_text, page.number, page.has_pictures ? "a picture" : "empty");
    }
    if (!trim(page.sideways).empty())
        reading.left_out.push_back({"sideways text", collapse_space(page.sideways), page.number});
    page.glyphs.clear();
    page.glyphs.shrink_to_fit();
    text.page = std::move(page);
    return text;
}

/// The edges between which the pages' text stands.
std::pair<double, double> text_edges(const PdfPageText& page) {
    double left = page.page.width;
    double right = 0;
    for (const PdfLine& piece : page.pieces) {
        left = std::min(left, piece.x0);
        right = std::max(right, piece.x1);
    }
    // A page of short lines is as wide as any other: its margins are taken to be the same on both sides.
    return {left, std::max(right, page.page.width - left)};
}

/// Turns the columns of all pages into drafts.
class PdfDrafter {
public:
    PdfDrafter(std::vector<PageColumns> pages, double body) : pages_(std::move(pages)) {
        std::vector<PdfRegion> regions;
        std::string text;
        for (const PageColumns& page : pages_) {
            for (const PdfRegion& region : page.regions) {
                for (const PdfLine& line : region.lines) {
                    const std::string words = text_of(line);
                    vocabulary_.add(words);
                    text += words + "\n";
                }
                regions.push_back(region);
            }
        }
        style_ = {body, usual_leading(regions), language_of(text)};
    }

    Drafts draft() {
        for (PageColumns& page : pages_) {
            for (PdfRegion& region : page.regions) {
                new_region_ = true;
                add(region, page);
            }
        }
        return std::move(drafts_);
    }

private:
    void add(PdfRegion& region, PageColumns& page) {
        std::vector<PdfNote> notes = take_notes(region, *page.page, style_.body);
        const bool after_table = !drafts_.empty() && drafts_.back().block.kind == BlockKind::table;
        const std::vector<LineTable> tables = aligned_tables(region, style_, after_table);
        auto table = tables.begin();
        PdfRegion text{{}, region.x0, region.x1};
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            PdfLine& line = region.lines[i];
            const bool aligned = table != tables.end() && table->begin == i;
            if (!aligned && line.table < 0) {
                for (PdfLine& stretch : stretches_of(line)) text.lines.push_back(std::move(stretch));
                continue;
            }
            add_text(text, *page.page);
            if (aligned) {
                place(table_of_lines(*table, *page.page, vocabulary_));
                i = table->end - 1;
                ++table;
            } else {
                place(table_of_grid(std::move(page.grids[static_cast<std::size_t>(line.table)]), *page.page, style_,
                                    vocabulary_));
            }
        }
        add_text(text, *page.page);
        for (PdfNote& note : notes) add(note, *page.page);
    }

    void add_text(PdfRegion& text, const PdfPage& page) {
        if (text.lines.empty()) return;
        for (Draft& draft : paragraphs_of(text, page, style_, vocabulary_)) {
            if (draft.text.size() >= 4 && draft.text.find_first_not_of("_-=*. ") == std::string::npos) continue;
            const double indent = draft.block.lines.empty() ? 0 : draft.block.lines.front().box.x0 - text.x0;
            if (draft.block.kind != BlockKind::note) take_label(draft, depth_, static_cast<int>(indent / 6));
            place(std::move(draft));
        }
        text.lines.clear();
    }

    void place(Draft draft) {
        draft.after_break = std::exchange(new_region_, false);
        drafts_.push_back(std::move(draft));
    }

    void add(PdfNote& note, const PdfPage& page) {
        if (!note.mark.empty()) note.lines.front().words.erase(note.lines.front().words.begin());
        Draft draft = draft_of_lines(note.lines, page, vocabulary_);
        draft.block.kind = BlockKind::note;
        draft.block.number = draft.block.label = note.mark;
        drafts_.push_back(std::move(draft));
    }

    std::vector<PageColumns> pages_;
    Vocabulary vocabulary_;
    PdfStyle style_;
    ListDepth depth_;
    Drafts drafts_;
    bool new_region_ = false;
};

}  // namespace

Result<Reading> read_pdf(std::string_view bytes, const std::string& password, const std::string& file) {
    const auto source = PdfSource::open(bytes, password, file);
    if (!source) return source.error();
    Reading reading;
    reading.pages = source->pages();
    std::vector<PdfPageText> pages;
    const int readable = std::min(reading.pages, most_pages);
    for (int number = 1; number <= readable; ++number) pages.push_back(text_of_page(source->page(number), reading));
    if (readable < reading.pages) warn(reading, Code::text_cut_off, readable);
    reading.body_size = body_size(pages);
    take_furniture(pages, reading.body_size, reading.left_out);
    std::vector<PageColumns> columns;
    for (PdfPageText& page : pages) {
        const auto [left, right] = text_edges(page);
        std::vector<PdfGrid> grids = take_grids(page.page, page.pieces);
        columns.push_back({&page.page, regions_of(std::move(page.pieces), left, right), std::move(grids)});
    }
    reading.drafts = PdfDrafter(std::move(columns), reading.body_size).draft();
    return reading;
}

}  // namespace rapporteur
