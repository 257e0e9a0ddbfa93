#include <algorithm>

#include "layout/table_layout.h"

namespace rapporteur {
namespace {

constexpr double kMm = 72 / 25.4;
constexpr double kLeast = 12;          // points: no shared column gets narrower
constexpr double kNumbers = 16 * kMm;  // a first column narrower than this holds numbers

}  // namespace

std::vector<Region> column_regions(const Table& table, Region region) {
    const double count = static_cast<double>(table.columns.size());
    double fixed = 0, shares = 0, sharing = 0;
    for (const ColumnWidth& column : table.columns) {
        fixed += column.mm * kMm;
        if (column.mm <= 0) shares += column.fraction, ++sharing;
    }
    const double gutter = std::min(table.gutter_mm * kMm, region.width / (2 * std::max(1.0, count)));
    const double room = region.width - gutter * (count - 1);
    const double rest = std::max(room - fixed, sharing * std::min(kLeast, room / (2 * std::max(1.0, count))));
    const double squeeze = fixed + (sharing > 0 ? rest : 0) > room ? room / (fixed + (sharing > 0 ? rest : 0)) : 1;
    std::vector<Region> regions;
    double x = region.x;
    for (const ColumnWidth& column : table.columns) {
        const double width = (column.mm > 0 ? column.mm * kMm : rest * column.fraction / shares) * squeeze;
        regions.push_back({x, width});
        x += width + gutter;
    }
    return regions;
}

Region note_region(const Table& table, Region region) {
    const std::vector<Region> columns = column_regions(table, region);
    if (columns.size() < 2 || columns.front().width > kNumbers) return region;
    return {columns[1].x, region.x + region.width - columns[1].x};
}

}  // namespace rapporteur
