#include <nlohmann/json.hpp>

#include "model/document.h"
#include "model/json_number.h"

// One Document as compact JSON: how a worker process hands it over. Ranges are pairs, boxes are arrays.
namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

Json of(const Block& block);
Json of(const Diagnostic& diagnostic);
Json of(const LeftOut& left);

Json of(const Range& range) { return Json::array({range.begin, range.end}); }

Range range_of(const Json& json) { return {whole_of<std::size_t>(json.at(0)), whole_of<std::size_t>(json.at(1))}; }

Json of(const Run& run) { return Json::array({of(run.range), run.bold, run.italic, run.link}); }

Run run_of(const Json& json) {
    return {range_of(json.at(0)), json.at(1).get<bool>(), json.at(2).get<bool>(), json.at(3).get<std::string>()};
}

Json of(const LineBox& line) {
    const Box& box = line.box;
    return Json::array({of(line.range), box.page, box.x0, box.y0, box.x1, box.y1});
}

LineBox line_of(const Json& json) {
    const Box box{whole_of<int>(json.at(1)), json.at(2).get<double>(), json.at(3).get<double>(),
                  json.at(4).get<double>(), json.at(5).get<double>()};
    return {range_of(json.at(0)), box};
}

Json of(const Row& row) {
    Json cells = Json::array();
    for (const Cell& cell : row.cells) cells.push_back(Json::array({of(cell.range), cell.columns, cell.rows}));
    return Json::array({row.header, std::move(cells)});
}

Row row_of(const Json& json) {
    Row row;
    row.header = json.at(0).get<bool>();
    for (const Json& cell : json.at(1))
        row.cells.push_back({range_of(cell.at(0)), whole_of<int>(cell.at(1)), whole_of<int>(cell.at(2))});
    return row;
}

template <class List>
Json list_of(const List& list) {
    Json out = Json::array();
    for (const auto& element : list) out.push_back(of(element));
    return out;
}

template <class Element>
std::vector<Element> list_from(const Json& json, Element (*make)(const Json&)) {
    std::vector<Element> out;
    for (const Json& element : json) out.push_back(make(element));
    return out;
}

Json of(const Block& block) {
    Json out;
    out["k"] = static_cast<int>(block.kind);
    out["r"] = of(block.range);
    out["n"] = Json::array({block.level, block.page, block.line});
    out["s"] = Json::array({block.number, block.label});
    out["f"] = Json::array({block.title, block.bold, block.cut_before, block.cut_after});
    if (!block.page_breaks.empty()) out["p"] = block.page_breaks;
    if (!block.runs.empty()) out["u"] = list_of(block.runs);
    if (!block.lines.empty()) out["l"] = list_of(block.lines);
    if (!block.rows.empty()) out["t"] = list_of(block.rows);
    if (!block.damaged.empty()) out["d"] = list_of(block.damaged);
    return out;
}

Block block_of(const Json& json) {
    Block block;
    block.kind = static_cast<BlockKind>(whole_of<int>(json.at("k")));
    block.range = range_of(json.at("r"));
    block.level = whole_of<int>(json.at("n").at(0));
    block.page = whole_of<int>(json.at("n").at(1));
    block.line = whole_of<int>(json.at("n").at(2));
    block.number = json.at("s").at(0).get<std::string>();
    block.label = json.at("s").at(1).get<std::string>();
    const Json& flags = json.at("f");
    block.title = flags.at(0).get<bool>();
    block.bold = flags.at(1).get<bool>();
    block.cut_before = flags.at(2).get<bool>();
    block.cut_after = flags.at(3).get<bool>();
    if (json.contains("p"))
        for (const Json& at : json.at("p")) block.page_breaks.push_back(whole_of<std::size_t>(at));
    if (json.contains("u")) block.runs = list_from<Run>(json.at("u"), run_of);
    if (json.contains("l")) block.lines = list_from<LineBox>(json.at("l"), line_of);
    if (json.contains("t")) block.rows = list_from<Row>(json.at("t"), row_of);
    if (json.contains("d")) block.damaged = list_from<Range>(json.at("d"), range_of);
    return block;
}

Json of(const Diagnostic& diagnostic) {
    const Place& place = diagnostic.place;
    return Json::array({name_of(diagnostic.code), place.file, place.page, place.line, place.column, diagnostic.detail});
}

Diagnostic diagnostic_of(const Json& json) {
    const Place place{json.at(1).get<std::string>(), whole_of<int>(json.at(2)), whole_of<int>(json.at(3)),
                      whole_of<int>(json.at(4))};
    return {code_named(json.at(0).get<std::string>()), place, json.at(5).get<std::string>()};
}

Json of(const LeftOut& left) { return Json::array({left.reason, left.text, left.page}); }

LeftOut left_of(const Json& json) {
    return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), whole_of<int>(json.at(2))};
}

Document document_of(const Json& json) {
    Document out;
    out.file = json.at("file").get<std::string>();
    out.sha256 = json.at("sha256").get<std::string>();
    out.media_type = static_cast<MediaType>(whole_of<int>(json.at("media")));
    out.bytes = whole_of<std::size_t>(json.at("bytes"));
    out.pages = whole_of<int>(json.at("pages"));
    out.language = json.at("language").get<std::string>();
    out.text = json.at("text").get<std::string>();
    out.blocks = list_from<Block>(json.at("blocks"), block_of);
    out.left_out = list_from<LeftOut>(json.at("left"), left_of);
    out.warnings = list_from<Diagnostic>(json.at("warnings"), diagnostic_of);
    return out;
}

}  // namespace

std::string to_json_line(const Document& document) {
    Json out;
    out["file"] = document.file;
    out["sha256"] = document.sha256;
    out["media"] = static_cast<int>(document.media_type);
    out["bytes"] = document.bytes;
    out["pages"] = document.pages;
    out["language"] = document.language;
    out["text"] = document.text;
    out["blocks"] = list_of(document.blocks);
    out["left"] = list_of(document.left_out);
    out["warnings"] = list_of(document.warnings);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::optional<Document> document_from_json(std::string_view line) {
    try {
        return document_of(Json::parse(line));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace rapporteur
