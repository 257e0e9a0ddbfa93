#include "readers/pdf/pdf_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "readers/labelling.h"
#include "readers/language.h"
#include "readers/pdf/pdf_boxes.h"
#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_figures.h"
#include "readers/pdf/pdf_furniture.h"
#include "readers/pdf/pdf_grid.h"
#include "readers/pdf/pdf_lines.h"
#include "readers/pdf/pdf_notes.h"
#include "readers/pdf/pdf_paragraphs.h"
#include "readers/pdf/pdf_recognition.h"
#include "readers/pdf/pdf_source.h"
#include "readers/pdf/pdf_stamps.h"
#include "readers/pdf/pdf_table.h"
#include "readers/pdf/pdf_turned.h"
#include "readers/pdf/pdf_words.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_pages = 5000;

/// The columns of one page.
struct PageColumns {
    const PdfPage* page = nullptr;
    std::vector<PdfRegion> regions;
    std::vector<PdfGrid> grids;
    std::vector<PageColumns> asides;  // text at other angles that stands among them
};

void warn(Reading& reading, Code code, int page, std::string detail = {}) {
    Diagnostic warning;
    warning.code = code;
    warning.place.page = page;
    warning.detail = std::move(detail);
    reading.warnings.push_back(std::move(warning));
}

/// What a page holds as pieces of lines; its glyphs are let go.
PdfPageText text_of_page(PdfPage page) {
    PdfPageText text;
    text.pieces = lines_of(words_of(page));
    page.glyphs.clear();
    page.glyphs.shrink_to_fit();
    text.page = std::move(page);
    return text;
}

void tell_of(const PdfPageText& text, Reading& reading) {
    const PdfPage& page = text.page;
    if (page.damaged) {
        warn(reading, Code::page_damaged, page.number);
    } else if (text.pieces.empty()) {
        const std::string what = page.has_pictures ? "a picture" : "empty";
        warn(reading, Code::page_without_text, page.number, page.unread.empty() ? what : what + "; " + page.unread);
    }
    if (!page.recognised.empty()) warn(reading, Code::page_recognised, page.number, page.recognised);
    reading.left_out.insert(reading.left_out.end(), page.left_out.begin(), page.left_out.end());
}

/// The pages of a document, and what runs at other angles on them.
struct PdfPages {
    std::vector<PdfPageText> upright;
    TurnedText turned;
};

PdfPages pages_of(const PdfSource& source, const ReadOptions& options, Reading& reading) {
    PdfPages pages;
    const int readable = std::min(reading.pages, most_pages);
    for (int number = 1; number <= readable; ++number) {
        if (std::find(options.broken_pages.begin(), options.broken_pages.end(), number) != options.broken_pages.end()) {
            warn(reading, Code::page_damaged, number, "reading it ended the worker");
            continue;
        }
        if (options.on_page) options.on_page(number);
        PdfPage page = source.page(number);
        std::vector<PdfPage> sideways = std::move(page.sideways);
        pages.upright.push_back(text_of_page(std::move(page)));
        pages.turned.emplace_back();
        for (PdfPage& aside : sideways) pages.turned.back().push_back(text_of_page(std::move(aside)));
    }
    recognise_pages(source, options.recognition, pages.upright);
    for (std::size_t i = 0; i < pages.upright.size(); ++i) {
        tell_of(pages.upright[i], reading);
        if (!pages.upright[i].page.recognised.empty()) pages.turned[i].clear();
    }
    if (readable < reading.pages) warn(reading, Code::text_cut_off, readable);
    return pages;
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

PageColumns columns_of(PdfPageText& page, std::vector<LeftOut>& left_out) {
    const auto [left, right] = text_edges(page);
    take_figures(page.page, page.pieces, left_out);
    std::vector<PdfGrid> grids = take_grids(page.page, page.pieces);
    std::vector<PdfLine> pieces = with_boxes(page.page, std::move(page.pieces));
    return {&page.page, regions_of(std::move(pieces), left, right), std::move(grids), {}};
}

/// Adds the columns of a page and of what is turned on it: in its place where it has one, or else after the page.
void add_columns(PdfPageText& page, std::vector<PdfPageText>& turned, std::vector<LeftOut>& left_out,
                 std::vector<PageColumns>& columns) {
    std::vector<PageColumns> placed;
    std::vector<PageColumns> after;
    std::vector<PdfLine> places;
    for (PdfPageText& aside : turned) {
        std::optional<PdfLine> place = place_among(page, aside);
        if (place) {
            place->aside = static_cast<int>(places.size());
            places.push_back(std::move(*place));
        }
        (place ? placed : after).push_back(columns_of(aside, left_out));
    }
    page.pieces.insert(page.pieces.end(), places.begin(), places.end());
    columns.push_back(columns_of(page, left_out));
    columns.back().asides = std::move(placed);
    std::move(after.begin(), after.end(), std::back_inserter(columns));
}

/// Turns the columns of all pages into drafts.
class PdfDrafter {
public:
    PdfDrafter(std::vector<PageColumns> pages, double body) : pages_(std::move(pages)) {
        std::vector<PdfRegion> regions;
        std::string text;
        const auto learn = [&](const PageColumns& page) {
            for (const PdfRegion& region : page.regions) {
                for (const PdfLine& line : region.lines) {
                    const std::string words = text_of(line);
                    vocabulary_.add(words);
                    text += words + "\n";
                }
                regions.push_back(region);
            }
        };
        for (const PageColumns& page : pages_) {
            learn(page);
            for (const PageColumns& aside : page.asides) learn(aside);
        }
        style_ = {body, usual_leading(regions), language_of(text)};
    }

    Drafts draft() {
        for (PageColumns& page : pages_) add(page);
        return std::move(drafts_);
    }

private:
    void add(PageColumns& page) {
        for (PdfRegion& region : page.regions) {
            new_region_ = true;
            boxed_ = region.boxed;
            add(region, page);
        }
    }

    void add(PdfRegion& region, PageColumns& page) {
        std::vector<PdfNote> notes = take_notes(region, *page.page, style_.body);
        const bool after_table = !drafts_.empty() && drafts_.back().block.kind == BlockKind::table;
        const std::vector<LineTable> tables = aligned_tables(region, *page.page, style_, after_table);
        auto table = tables.begin();
        PdfRegion text{{}, region.x0, region.x1};
        for (std::size_t i = 0; i < region.lines.size(); ++i) {
            PdfLine& line = region.lines[i];
            const bool aligned = table != tables.end() && table->begin == i;
            if (!aligned && !line.stands_in()) {
                for (PdfLine& stretch : stretches_of(line)) text.lines.push_back(std::move(stretch));
                continue;
            }
            add_text(text, *page.page);
            if (aligned) {
                place(table_of_lines(*table, *page.page, vocabulary_));
                i = table->end - 1;
                ++table;
            } else if (line.aside >= 0) {
                add(page.asides[static_cast<std::size_t>(line.aside)]);
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
        draft.boxed = boxed_;
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
    bool boxed_ = false;
};

}  // namespace

Result<Reading> read_pdf(std::string_view bytes, const ReadOptions& options, const std::string& file) {
    const auto source = PdfSource::open(bytes, options.password, file);
    if (!source) return source.error();
    Reading reading;
    reading.pages = source->pages();
    PdfPages pages = pages_of(*source, options, reading);
    reading.body_size = body_size(pages.upright);
    take_furniture(pages.upright, reading.body_size, reading.left_out);
    for (std::size_t i = 0; i < pages.upright.size(); ++i) take_turned_cells(pages.upright[i], pages.turned[i]);
    take_stamps(pages.upright, pages.turned, reading.left_out);
    std::vector<PageColumns> columns;
    for (std::size_t i = 0; i < pages.upright.size(); ++i)
        add_columns(pages.upright[i], pages.turned[i], reading.left_out, columns);
    reading.drafts = PdfDrafter(std::move(columns), reading.body_size).draft();
    return reading;
}

}  // namespace rapporteur
