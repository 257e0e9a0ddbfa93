#include <algorithm>
#include <string>

#include "layout/heading_layout.h"
#include "layout/table_layout.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double kMm = 72 / 25.4;
constexpr double kLeast = 12;          // points: no shared column gets narrower
constexpr double kSharing = 4;         // a column that shares keeps this part of the table at least
constexpr double kNumbers = 16 * kMm;  // a first column narrower than this holds numbers

/// What a column needs: its longest word, and its longest paragraph on one line.
struct Need {
    double least = 0, most = 0;
};

class ContentMeasure {
public:
    ContentMeasure(const Table& table, Typesetter& typesetter)
        : table_(table), typesetter_(typesetter), needs_(table.columns.size()) {}

    std::vector<Need> take() {
        for (const TableRow& row : table_.head) add(row);
        for (const TableRow& row : table_.body) add(row);
        return std::move(needs_);
    }

private:
    void add(const TableRow& row) {
        std::size_t at = 0;
        for (const TableCell& cell : row.cells) {
            const auto span = static_cast<std::size_t>(std::max(1, cell.columns));
            if (span == 1 && at < needs_.size() && table_.columns[at].by_content()) add(cell, needs_[at]);
            at += span;
        }
    }

    void add(const TableCell& cell, Need& need) {
        for (const Paragraph& paragraph : cell.content) {
            const std::string words = plain_text(paragraph.content) + mark_words(paragraph.content);
            need.most = std::max(need.most, typesetter_.width(words, paragraph.role) + kClearance);
            for (std::string_view word : split(words, ' '))
                need.least = std::max(need.least, typesetter_.width(word, paragraph.role) + kClearance);
        }
    }

    /// Citations and the words of marks, which are no plain text.
    static std::string mark_words(const Inlines& inlines) {
        std::string words;
        for (const Inline& item : inlines) {
            if (const auto* cite = std::get_if<Citation>(&item)) words += " " + cite->text + " " + cite->page_in_pack;
            if (const auto* mark = std::get_if<StrengthMark>(&item)) words += " mmm " + mark->word;
            if (const auto* mark = std::get_if<StatusMark>(&item)) words += " m" + mark->word;
        }
        return words;
    }

    static constexpr double kClearance = 0.5;  // points: rounding never breaks a line that was measured whole

    const Table& table_;
    Typesetter& typesetter_;
    std::vector<Need> needs_;
};

double gutter_of(const Table& table, Region region) {
    return std::min(table.gutter_mm * kMm,
                    region.width / (2 * std::max<double>(1, static_cast<double>(table.columns.size()))));
}

/// What is left for the columns by content; columns that share get as much as their longest words on average.
double room_for_content(const Table& table, Region region) {
    double room = region.width - gutter_of(table, region) * static_cast<double>(table.columns.size() - 1);
    for (const ColumnWidth& column : table.columns) room -= column.mm * kMm;
    const auto sharing = std::count_if(table.columns.begin(), table.columns.end(),
                                       [](const ColumnWidth& column) { return column.mm <= 0 && column.fraction > 0; });
    return std::max(room - static_cast<double>(sharing) * region.width / kSharing, kLeast);
}

}  // namespace

std::vector<ColumnWidth> measured_columns(const Table& table, Region region, Typesetter& typesetter) {
    std::vector<ColumnWidth> columns = table.columns;
    if (std::none_of(columns.begin(), columns.end(), [](const ColumnWidth& column) { return column.by_content(); }))
        return columns;
    const std::vector<Need> needs = ContentMeasure(table, typesetter).take();
    double least = 0, most = 0;
    for (const Need& need : needs) least += need.least, most += need.most;
    const double room = room_for_content(table, region);
    const double spread = most > least ? std::clamp((room - least) / (most - least), 0.0, 1.0) : 1;
    const double squeeze = least > room ? room / least : 1;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].by_content())
            columns[i].mm =
                std::max(needs[i].least * squeeze + (needs[i].most - needs[i].least) * spread, kLeast) / kMm;
    return columns;
}

std::vector<Region> column_regions(const Table& table, Region region, Typesetter& typesetter) {
    const std::vector<ColumnWidth> columns = measured_columns(table, region, typesetter);
    const double count = static_cast<double>(columns.size());
    double fixed = 0, shares = 0, sharing = 0;
    for (const ColumnWidth& column : columns) {
        fixed += column.mm * kMm;
        if (column.mm <= 0) shares += column.fraction, ++sharing;
    }
    const double gutter = gutter_of(table, region);
    const double room = region.width - gutter * (count - 1);
    const double rest = std::max(room - fixed, sharing * std::min(kLeast, room / (2 * std::max(1.0, count))));
    const double squeeze = fixed + (sharing > 0 ? rest : 0) > room ? room / (fixed + (sharing > 0 ? rest : 0)) : 1;
    std::vector<Region> regions;
    double x = region.x;
    for (const ColumnWidth& column : columns) {
        const double width = (column.mm > 0 ? column.mm * kMm : rest * column.fraction / shares) * squeeze;
        regions.push_back({x, width});
        x += width + gutter;
    }
    return regions;
}

Region note_region(const std::vector<Region>& columns, Region region) {
    if (columns.size() < 2 || columns.front().width > kNumbers) return region;
    return {columns[1].x, region.x + region.width - columns[1].x};
}

}  // namespace rapporteur
