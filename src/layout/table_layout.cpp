#include "layout/table_layout.h"

#include <algorithm>
#include <iterator>

#include "layout/path.h"

namespace rapporteur {
namespace {

/// White space inside a row, above and below its text.
struct Padding {
    double above = 0, below = 0;
};

/// A row's place in its table: what its rules and its padding depend on.
struct RowPlace {
    bool head = false, first = false, last = false;
    bool after_head = false;  // the head or a group row stands right above
};

class TableLayout {
public:
    TableLayout(const Table& table, Region region, Flow& flow, Typesetter& typesetter)
        : table_(table),
          region_(region),
          columns_(column_regions(table, region, typesetter)),
          flow_(flow),
          typesetter_(typesetter),
          style_(typesetter.style()),
          ruled_(table.role != "key") {}

    std::vector<Strip> lay() {
        element_ = typesetter_.add_element("Table", -1);
        typesetter_.element(element_).alt = table_.caption;
        index_ = static_cast<int>(flow_.tables.size());
        flow_.tables.push_back(make_frame());
        lay_head();
        if (!table_.body.empty()) part_ = typesetter_.add_element("TBody", element_);
        for (std::size_t i = 0; i < table_.body.size(); ++i) lay_body_row(i);
        keep_items_whole();
        for (Strip& strip : out_) strip.table = index_;
        return std::move(out_);
    }

private:
    StripRule rule(double width, std::string_view colour) const {
        return {region_.x, region_.x + region_.width, width, style_.colour(colour)};
    }

    TableFrame make_frame() const {
        TableFrame frame;
        frame.ruled = ruled_;
        frame.below_head = rule(style_.rule.light, "ink");
        frame.end = rule(style_.rule.heavy, "ink");
        return frame;
    }

    void lay_head() {
        if (table_.head.empty()) return;
        part_ = typesetter_.add_element("THead", element_);
        for (std::size_t i = 0; i < table_.head.size(); ++i) {
            std::vector<Strip> strips = lay_row(table_.head[i], {true, i == 0, false, false});
            for (Strip& strip : strips) {
                strip.keep = Keep::hard;
                out_.push_back(strip);
                flow_.tables.back().head.push_back(std::move(strip));
            }
        }
    }

    void lay_body_row(std::size_t i) {
        const TableRow& row = table_.body[i];
        const bool first = i == 0 && table_.head.empty();
        const bool after_head = i == 0 || opens_group(table_.body[i - 1].kind);
        const bool last = i + 1 == table_.body.size() || ends_item(table_.body[i + 1].kind);
        std::vector<Strip> strips = lay_row(row, {false, first, last, after_head});
        if (strips.empty()) return;
        if (opens_group(row.kind)) {
            auto& groups = flow_.tables[static_cast<std::size_t>(index_)].groups;
            for (Strip& strip : strips) strip.keep = Keep::hard;
            groups.push_back(strips.front());
            group_ = static_cast<int>(groups.size()) - 1;
        } else {
            const bool more = i + 1 < table_.body.size() && !opens_group(table_.body[i + 1].kind);
            if (after_head && more) strips.back().keep = std::max(strips.back().keep, Keep::soft);
            if (row.kind == RowKind::item && !last) strips.back().keep = Keep::hard;
        }
        for (Strip& strip : strips) {
            strip.group = opens_group(row.kind) ? -1 : group_;
            out_.push_back(std::move(strip));
            kinds_.push_back(row.kind);
        }
    }

    static bool opens_group(RowKind kind) { return kind == RowKind::group || kind == RowKind::band; }
    static bool ends_item(RowKind kind) { return kind != RowKind::talk; }

    std::vector<Strip> lay_row(const TableRow& row, const RowPlace& place) {
        const int element = typesetter_.add_element("TR", part_);
        const double leading = leading_of(row);
        std::vector<std::vector<Strip>> cells;
        double tallest = 0;
        for (const Spot& spot : spots(row)) {
            cells.push_back(lay_cell(spot, row.kind, leading, place.head, element));
            tallest = std::max(tallest, height_of(cells.back()));
        }
        const bool broken = tallest > style_.table.unbroken * style_.body_height();
        std::vector<Strip> strips = side_by_side(std::move(cells), broken);
        if (strips.empty() || tallest == 0) strips.assign(1, Strip{.height = leading});
        finish(strips, row, place);
        return strips;
    }

    /// Padding, rule, tint and anchor of a row.
    void finish(std::vector<Strip>& strips, const TableRow& row, const RowPlace& place) {
        const Padding padding = padding_of(row.kind, place);
        shift(strips.front(), 0, padding.above);
        strips.front().height += padding.above;
        strips.back().height += padding.below;
        if (!row.anchor.empty()) strips.front().items.emplace_back(AnchorItem{row.anchor, region_.x, 0});
        if (!ruled_) {
            if (!place.first) strips.front().before = style_.grid.unit;
            return;
        }
        strips.front().above = rule_above(row.kind, place);
        if (row.kind == RowKind::band) {
            if (!place.first && !place.after_head) strips.front().before = style_.table.band_above;
            tint(strips);
        }
    }

    void tint(std::vector<Strip>& strips) const {
        for (Strip& strip : strips) {
            const PageRect area{region_.x, 0, region_.x + region_.width, strip.height};
            strip.items.insert(strip.items.begin(), filled_rectangle(area, style_.colour("tint")));
        }
    }

    Padding padding_of(RowKind kind, const RowPlace& place) const {
        if (!ruled_) return {};
        const double plain = style_.table.padding, item = style_.table.item_padding;
        if (kind == RowKind::group) return {style_.table.group_above, plain};
        if (kind == RowKind::item) return {item, item};
        if (kind == RowKind::talk) return {place.after_head ? item : 0, item};
        return {plain, plain};
    }

    std::optional<StripRule> rule_above(RowKind kind, const RowPlace& place) const {
        if (place.head) return place.first ? std::optional(rule(style_.rule.heavy, "ink")) : std::nullopt;
        if (place.first) return rule(style_.rule.heavy, "ink");
        if (place.after_head || kind == RowKind::band || kind == RowKind::item) return rule(style_.rule.light, "ink");
        if (kind == RowKind::talk) return std::nullopt;
        return rule(style_.rule.light, "hair");
    }

    /// A cell and the columns that it spans.
    struct Spot {
        const TableCell* cell = nullptr;
        Region region;
        std::size_t column = 0;
        bool last = false;
    };

    /// Bands and talks stand beside the number column where they have no cell for it; the last cell takes what is left.
    std::vector<Spot> spots(const TableRow& row) const {
        std::size_t columns = 0;
        for (const TableCell& cell : row.cells) columns += static_cast<std::size_t>(std::max(1, cell.columns));
        const bool indented = (row.kind == RowKind::band || row.kind == RowKind::talk) && columns < columns_.size();
        std::size_t at = indented ? 1 : 0;
        std::vector<Spot> out;
        for (std::size_t i = 0; i < row.cells.size() && at < columns_.size(); ++i) {
            const bool last = i + 1 == row.cells.size();
            const std::size_t span = static_cast<std::size_t>(std::max(1, row.cells[i].columns));
            std::size_t end = std::min(last ? columns_.size() : at + span, columns_.size());
            const Region& right = columns_[end - 1];
            out.push_back({&row.cells[i], {columns_[at].x, right.x + right.width - columns_[at].x}, at, last});
            at = end;
        }
        if (row.kind == RowKind::group && out.size() == 2) share_group_row(out);
        return out;
    }

    /// The group's words take the row, its count stands at the far end.
    void share_group_row(std::vector<Spot>& pair) const {
        std::string count;
        for (const Paragraph& paragraph : pair[1].cell->content)
            for (const Inline& item : paragraph.content)
                if (const auto* run = std::get_if<TextRun>(&item)) count += run->text;
        const double width = std::min(typesetter_.width(count, "table-count") + 1, region_.width / 3);
        pair[1].region = {region_.x + region_.width - width, width};
        pair[0].region = {region_.x, std::max(region_.width - width - style_.grid.unit, region_.width / 2)};
    }

    double leading_of(const TableRow& row) const {
        double leading = 0;
        for (const TableCell& cell : row.cells)
            for (const Paragraph& paragraph : cell.content)
                leading = std::max(leading, style_.role(paragraph.role).leading);
        return leading > 0 ? leading : style_.role("table-own").leading;
    }

    std::vector<Strip> lay_cell(const Spot& spot, RowKind kind, double leading, bool head, int row_element) {
        const bool header = head || spot.cell->header || kind == RowKind::group;
        const int cell = typesetter_.add_element(header ? "TH" : "TD", row_element);
        if (header) typesetter_.element(cell).scope = head ? "Column" : "Row";
        typesetter_.element(cell).columns = std::max(1, spot.cell->columns);
        std::vector<Strip> strips;
        for (const Paragraph& paragraph : spot.cell->content) {
            TextSetting setting{region_for(spot, paragraph.role)};
            setting.leading = leading;
            setting.parent = cell;
            setting.in_table = true;
            if (paragraph.role == "table-count") setting.align = Align::end;
            std::vector<Strip> lines = typesetter_.paragraph(paragraph, setting);
            std::move(lines.begin(), lines.end(), std::back_inserter(strips));
        }
        return strips;
    }

    /// Numbers of agenda items may reach into the gutter ("XVIII.").
    Region region_for(const Spot& spot, std::string_view role) const {
        Region region = spot.region;
        if (role != "agenda-number" || spot.column + 1 >= columns_.size()) return region;
        region.width = columns_[spot.column + 1].x - region.x - 1;
        return region;
    }

    /// The rows of an agenda item stay together where a page can hold them.
    void keep_items_whole() {
        const std::size_t start = out_.size() - kinds_.size();
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            if (kinds_[i] != RowKind::item) continue;
            std::size_t end = i + 1;
            double height = out_[start + i].height;
            while (end < kinds_.size() && kinds_[end] == RowKind::talk) height += out_[start + end++].height;
            if (height > style_.body_height() * kLargestItem) continue;
            for (std::size_t k = i; k + 1 < end; ++k) out_[start + k].keep = std::max(out_[start + k].keep, Keep::soft);
        }
    }

    static constexpr double kLargestItem = 0.9;  // of the body: room for the head above it

    const Table& table_;
    Region region_;
    std::vector<Region> columns_;
    Flow& flow_;
    Typesetter& typesetter_;
    const Style& style_;
    bool ruled_;
    int element_ = -1, part_ = -1, index_ = -1, group_ = -1;
    std::vector<Strip> out_;
    std::vector<RowKind> kinds_;  // of the strips of the body
};

}  // namespace

std::vector<Strip> lay_table(const Table& table, Region region, Flow& flow, Typesetter& typesetter) {
    if (table.columns.empty()) return {};
    return TableLayout(table, region, flow, typesetter).lay();
}

}  // namespace rapporteur
