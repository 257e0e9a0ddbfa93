#include <algorithm>

#include "model/document.h"

namespace rapporteur {
namespace {

/// The text of `range` with a mark where a page begins inside it.
std::string marked(const Document& document, const Block& block, const Range& range) {
    std::string out;
    std::size_t at = range.begin;
    for (const std::size_t page_break : block.page_breaks) {
        if (page_break <= range.begin || page_break >= range.end) continue;
        out += document.slice({at, page_break});
        out += "⏎p" + std::to_string(page_at(block, page_break)) + " ";
        at = page_break;
    }
    out += document.slice({at, range.end});
    return out;
}

std::string head_of(const Block& block) {
    std::string out(name_of(block.kind));
    if (block.level > 0) out += " level=" + std::to_string(block.level);
    if (block.title) out += " title";
    if (block.bold) out += " bold";
    if (!block.number.empty()) out += " number=" + block.number;
    if (!block.label.empty()) out += " label=" + block.label;
    if (block.page > 0) out += " page=" + std::to_string(block.page);
    if (block.line > 0) out += " line=" + std::to_string(block.line);
    if (block.cut_before) out += " cut-before";
    if (block.cut_after) out += " cut-after";
    return out;
}

/// "{2}" for two columns, "{1x3}" for three rows, nothing for an ordinary cell.
std::string span_of(const Cell& cell) {
    if (cell.rows > 1) return "{" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + "}";
    return cell.columns > 1 ? "{" + std::to_string(cell.columns) + "}" : "";
}

std::string rows_of(const Document& document, const Block& block) {
    std::string out;
    for (const Row& row : block.rows) {
        out += row.header ? "  row header:" : "  row:";
        for (const Cell& cell : row.cells) {
            std::string text = marked(document, block, cell.range);
            std::replace(text.begin(), text.end(), '\n', '/');
            out += " |" + span_of(cell) + " " + text;
        }
        out += "\n";
    }
    return out;
}

std::string run_of(const Document& document, const Run& run) {
    std::string out = "  run";
    if (run.bold) out += " bold";
    if (run.italic) out += " italic";
    if (!run.link.empty()) out += " link=" + run.link;
    return out + ": " + std::string(document.slice(run.range)) + "\n";
}

}  // namespace

std::string dump(const Document& document) {
    std::string out = "document " + std::string(media_type_name(document.media_type)) +
                      " language=" + document.language + " pages=" + std::to_string(document.pages) + "\n";
    for (const Block& block : document.blocks) {
        out += head_of(block) + "\n";
        if (block.kind == BlockKind::table) {
            out += rows_of(document, block);
        } else {
            out += "  " + marked(document, block, block.range) + "\n";
        }
        for (const Run& run : block.runs) out += run_of(document, run);
        for (const Range& range : block.damaged) out += "  damaged: " + std::string(document.slice(range)) + "\n";
    }
    for (const LeftOut& left : document.left_out) {
        out += "left out (" + left.reason + (left.page > 0 ? ", page " + std::to_string(left.page) : "") +
               "): " + left.text + "\n";
    }
    for (const Diagnostic& warning : document.warnings) {
        out += "warning " + std::string(name_of(warning.code)) + ": " + wording(warning) + "\n";
    }
    return out;
}

}  // namespace rapporteur
