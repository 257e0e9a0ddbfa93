#include "app/edition_json.h"

#include <map>
#include <nlohmann/json.hpp>

#include "app/message.h"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

/// Names the line that tells what readers hold.
constexpr const char* in_hand_key = "in_hand";

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
    out.language = json.value("language", "");
    out.cut = json.value("cut", false);
    out.pages = json.value("pages", std::vector<std::string>());
    out.last_page = json.value("last_page", "");
    out.name_in_hand = json.value("name_in_hand", "");
    return out;
}

std::string text_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const PackInHand& in_hand) {
    Json out{{"edition", in_hand.edition},
             {"supplements", in_hand.supplements},
             {"ends", in_hand.ends},
             {"last", in_hand.last}};
    if (in_hand.date) out["date"] = to_iso(*in_hand.date);
    return out;
}

PackInHand in_hand_of(const Json& json) {
    return {json.value("edition", ""), parse_iso_date(json.value("date", "")),
            json.value("supplements", std::vector<std::string>()),
            json.value("ends", std::map<std::string, std::string>()), json.value("last", "")};
}

/// Takes each line that is understood.
template <class Take>
void for_each_line(const std::vector<EditionLine>& lines, const Take& take) {
    for (const EditionLine& line : lines) {
        const Json json = Json::parse(line.content, nullptr, false);
        if (!json.is_object()) continue;
        try {
            take(json, line.document);
        } catch (const Json::exception&) {
            // A value of another kind than ours: somebody else wrote it.
        }
    }
}

}  // namespace

std::vector<EditionLine> to_edition_lines(const Snapshot& snapshot, const PackInHand& in_hand) {
    std::vector<EditionLine> out;
    if (!in_hand.edition.empty()) out.push_back({"", text_of({{in_hand_key, json_of(in_hand)}})});
    for (const SnapshotLine& line : snapshot) {
        Json json{
            {"about", line.about},   {"name", line.name},    {"text", line.text}, {"source", json_of(line.reference)},
            {"anchor", line.anchor}, {"place", line.place},  {"who", line.who},   {"answer", line.answer},
            {"time", line.time},     {"people", line.people}};
        if (!line.language.empty()) json["language"] = line.language;
        if (line.cut) json["cut"] = true;
        if (!line.pages.empty()) json["pages"] = line.pages;
        if (!line.last_page.empty()) json["last_page"] = line.last_page;
        if (!line.name_in_hand.empty()) json["name_in_hand"] = line.name_in_hand;
        out.push_back({line.reference.document_id, text_of(json)});
    }
    return out;
}

Snapshot snapshot_of(const std::vector<EditionLine>& lines) {
    Snapshot out;
    for_each_line(lines, [&](const Json& json, const std::string& document) {
        if (!json.contains(in_hand_key)) out.push_back(line_of(json, document));
    });
    return out;
}

PackInHand in_hand_of(const std::vector<EditionLine>& lines) {
    PackInHand out;
    for_each_line(lines, [&](const Json& json, const std::string&) {
        if (json.contains(in_hand_key)) out = in_hand_of(json.at(in_hand_key));
    });
    return out;
}

std::string to_message(const std::vector<EditionLine>& lines) {
    std::vector<std::string_view> parts;
    for (const EditionLine& line : lines) parts.insert(parts.end(), {line.document, line.content});
    return to_message(parts);
}

std::optional<std::vector<EditionLine>> edition_lines_of(std::string_view message) {
    const auto parts = parts_of(message);
    if (!parts || parts->size() % 2 != 0) return std::nullopt;
    std::vector<EditionLine> out;
    for (std::size_t i = 0; i < parts->size(); i += 2)
        out.push_back({std::string((*parts)[i]), std::string((*parts)[i + 1])});
    return out;
}

}  // namespace rapporteur
