#include "layout/table_reader.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "layout/inline_reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A number followed by exactly `unit`: "12mm", "1.5fr".
std::optional<double> measure(std::string_view text, std::string_view unit) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || std::string_view(end, text.data() + text.size() - end) != unit) return {};
    if (!(number >= 0) || number > 1000) return {};
    return number;
}

RowKind kind_named(std::string_view name) {
    if (name == "group") return RowKind::group;
    if (name == "band") return RowKind::band;
    if (name == "item") return RowKind::item;
    return name == "talk" ? RowKind::talk : RowKind::body;
}

/// The role of a cell that names none, by its place.
std::string role_of_place(bool head, RowKind kind, std::size_t column) {
    const bool first = column == 0;
    if (head) return "table-head";
    if (kind == RowKind::group) return first ? "table-group" : "table-count";
    if (kind == RowKind::band) return first ? "band" : "band-note";
    if (kind == RowKind::item) return first ? "agenda-number" : column == 1 ? "agenda-title" : "table-quote";
    return kind == RowKind::talk ? "table-quote" : "table-own";
}

class TableReader {
public:
    TableReader(const XmlNode& node, const std::string& file) : node_(node), file_(file) {}

    Result<Table> read() {
        table_.role = node_.attribute("role", "plain");
        table_.caption = node_.attribute("caption");
        read_widths();
        for (const XmlNode& part : node_.children) {
            if (part.name == "tr") table_.body.push_back(row(part, false));
            if (part.name != "thead" && part.name != "tbody") continue;
            for (const XmlNode& tr : part.children)
                if (tr.name == "tr")
                    (part.name == "thead" ? table_.head : table_.body).push_back(row(tr, part.name == "thead"));
        }
        if (fault_) return *fault_;
        return std::move(table_);
    }

private:
    void report(int line, std::string detail) {
        if (!fault_) fault_ = Diagnostic{Code::pack_invalid, {file_, 0, line, 0}, std::move(detail)};
    }

    void read_widths() {
        const std::string_view gutter = node_.attribute("gutter", "4mm");
        if (const auto mm = measure(gutter, "mm"))
            table_.gutter_mm = *mm;
        else
            report(node_.line, "gutter=\"" + std::string(gutter) + "\" is no width in mm");
        for (std::string_view width : split(node_.attribute("columns"), ' ')) {
            if (width.empty()) continue;
            const auto mm = measure(width, "mm");
            const auto share = measure(width, "fr");
            if (width != "auto" && mm.value_or(0) <= 0 && share.value_or(0) <= 0)
                report(node_.line,
                       "column width \"" + std::string(width) + "\" is neither \"12mm\" nor \"1fr\" nor \"auto\"");
            table_.columns.push_back({mm.value_or(0), share.value_or(0)});
        }
        if (table_.columns.empty()) table_.columns.resize(widest_row());
        if (table_.columns.empty()) report(node_.line, "<table> needs columns, as in columns=\"12mm 1fr\"");
        if (table_.columns.size() > 24) report(node_.line, "<table> has more than 24 columns");
    }

    /// The cells of the longest row: the columns, all by their content, where none are given.
    std::size_t widest_row() const {
        std::size_t most = 0;
        const auto count = [&](const XmlNode& tr) {
            std::size_t columns = 0;
            for (const XmlNode& td : tr.children)
                if (!td.is_text())
                    columns += static_cast<std::size_t>(
                        std::clamp(measure(td.attribute("colspan", "1"), "").value_or(1), 1.0, 24.0));
            most = std::max(most, columns);
        };
        for (const XmlNode& part : node_.children) {
            if (part.name == "tr") count(part);
            for (const XmlNode& tr : part.children)
                if (part.name != "tr" && tr.name == "tr") count(tr);
        }
        return most;
    }

    TableRow row(const XmlNode& tr, bool head) {
        TableRow row;
        row.kind = kind_named(tr.attribute("kind"));
        row.anchor = tr.attribute("id");
        std::size_t columns = 0;
        for (const XmlNode& td : tr.children) {
            if (td.is_text()) continue;
            row.cells.push_back(cell(td, role_of_place(head, row.kind, columns)));
            columns += static_cast<std::size_t>(row.cells.back().columns);
        }
        if (columns > table_.columns.size()) report(tr.line, "<tr> has more cells than the table has columns");
        return row;
    }

    TableCell cell(const XmlNode& td, const std::string& role) {
        TableCell cell;
        cell.header = td.name == "th";
        cell.content = read_paragraphs(td, std::string(td.attribute("role", role)));
        const std::string_view span = td.attribute("colspan", "1");
        const auto columns = measure(span, "");
        if (!columns || *columns < 1 || *columns > 24)
            report(td.line, "colspan=\"" + std::string(span) + "\" is no number of columns");
        else
            cell.columns = static_cast<int>(*columns);
        return cell;
    }

    const XmlNode& node_;
    const std::string& file_;
    Table table_;
    std::optional<Diagnostic> fault_;
};

}  // namespace

Paragraph read_paragraph(const XmlNode& node, const std::string& role) {
    Paragraph paragraph;
    paragraph.role = node.name == "blockquote" ? "quote" : std::string(node.attribute("role", role));
    paragraph.content = read_inlines(node);
    paragraph.anchor = node.attribute("id");
    paragraph.language = node.attribute("lang");
    return paragraph;
}

std::vector<Paragraph> read_paragraphs(const XmlNode& node, const std::string& role) {
    std::vector<Paragraph> paragraphs;
    for (const XmlNode& child : node.children)
        if (child.name == "p" || child.name == "blockquote") paragraphs.push_back(read_paragraph(child, role));
    if (!paragraphs.empty()) return paragraphs;
    Paragraph only;
    only.role = role;
    only.content = read_inlines(node);
    if (!only.content.empty()) paragraphs.push_back(std::move(only));
    return paragraphs;
}

Result<Table> read_table(const XmlNode& node, const std::string& file) { return TableReader(node, file).read(); }

}  // namespace rapporteur
