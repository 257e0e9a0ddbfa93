#include "app/edition_json.h"

#include <nlohmann/json.hpp>

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Reference& reference) {
    Json out;
    out["naming"] = static_cast<int>(reference.document.naming);
    out["name"] = reference.document.text;
    if (reference.document.date) out["date"] = to_iso(*reference.document.date);
    out["ordinal"] = reference.document.ordinal;
    out["paragraph"] = reference.paragraph;
    out["page"] = reference.page;
    out["line"] = reference.line;
    out["heading"] = reference.heading;
    out["mark"] = reference.mark;
    return out;
}

Reference reference_of(const Json& json, const std::string& document) {
    Reference out;
    const int naming = json.value("naming", 0);
    if (naming >= 0 && naming <= static_cast<int>(DocumentNaming::file))
        out.document.naming = static_cast<DocumentNaming>(naming);
    out.document.text = json.value("name", "");
    out.document.date = parse_iso_date(json.value("date", ""));
    out.document.ordinal = json.value("ordinal", 0);
    out.document_id = document;
    out.paragraph = json.value("paragraph", "");
    out.page = json.value("page", 0);
    out.line = json.value("line", 0);
    out.heading = json.value("heading", "");
    out.mark = json.value("mark", "");
    return out;
}

SnapshotLine line_of(const Json& json, const std::string& document) {
    SnapshotLine out;
    out.about = json.value("about", "");
    out.name = json.value("name", "");
    out.text = json.value("text", "");
    out.reference = reference_of(json.value("source", Json::object()), document);
    out.anchor = json.value("anchor", "");
    out.place = json.value("place", "");
    out.who = json.value("who", "");
    out.answer = json.value("answer", "");
    out.time = json.value("time", "");
    out.people = json.value("people", std::vector<std::string>());
    return out;
}

}  // namespace

std::vector<EditionLine> to_edition_lines(const Snapshot& snapshot) {
    std::vector<EditionLine> out;
    for (const SnapshotLine& line : snapshot) {
        const Json json{
            {"about", line.about},   {"name", line.name},    {"text", line.text}, {"source", json_of(line.reference)},
            {"anchor", line.anchor}, {"place", line.place},  {"who", line.who},   {"answer", line.answer},
            {"time", line.time},     {"people", line.people}};
        out.push_back({line.reference.document_id, json.dump(-1, ' ', false, Json::error_handler_t::replace)});
    }
    return out;
}

Snapshot snapshot_of(const std::vector<EditionLine>& lines) {
    Snapshot out;
    for (const EditionLine& line : lines) {
        const Json json = Json::parse(line.content, nullptr, false);
        if (!json.is_object()) continue;
        try {
            out.push_back(line_of(json, line.document));
        } catch (const Json::exception&) {
            // A value of another kind than ours: somebody else wrote it.
        }
    }
    return out;
}

}  // namespace rapporteur
