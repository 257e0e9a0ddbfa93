#include "model/record_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "model/json_number.h"
#include "model/record_fields.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

double to_hundredths(double value) { return std::round(value * 100) / 100; }

Json of(const Source& source) {
    Json out;
    out["document"] = source.document;
    out["page"] = source.page > 0 ? Json(source.page) : Json(nullptr);
    out["paragraph"] = source.paragraph.empty() ? Json(nullptr) : Json(source.paragraph);
    out["heading"] = source.heading;
    out["start"] = source.start;
    out["end"] = source.end;
    if (source.line > 0) out["line"] = source.line;
    Json boxes = Json::array();
    for (const Box& b : source.boxes) {
        boxes.push_back(
            Json::array({b.page, to_hundredths(b.x0), to_hundredths(b.y0), to_hundredths(b.x1), to_hundredths(b.y1)}));
    }
    if (!boxes.empty()) out["boxes"] = std::move(boxes);
    return out;
}

Json of(const Diagnostic& warning) {
    Json out;
    out["code"] = name_of(warning.code);
    out["page"] = warning.place.page > 0 ? Json(warning.place.page) : Json(nullptr);
    out["text"] = wording({warning.code, {}, warning.detail});
    return out;
}

/// Writes every field that says something: facts that are absent are left out.
struct Writer {
    Json& out;

    void operator()(const char* key, const std::string& value) {
        if (!value.empty()) out[key] = value;
    }
    void operator()(const char* key, const PartialDate& value) { out[key] = to_iso(value); }
    void operator()(const char* key, bool value) { out[key] = value; }
    void operator()(const char* key, double value) { out[key] = to_hundredths(value); }
    void operator()(const char* key, int value) {
        if (value != 0) out[key] = value;
    }
    void operator()(const char* key, std::size_t value) {
        if (value != 0) out[key] = value;
    }
    template <class T>
    void operator()(const char* key, const std::optional<T>& value) {
        if (value) (*this)(key, *value);
    }
    template <class T>
    void operator()(const char* key, const std::vector<T>& values) {
        if (values.empty()) return;
        Json list = Json::array();
        for (const T& value : values) list.push_back(json_of(value));
        out[key] = std::move(list);
    }
    template <class T>
    void operator()(const char* key, const T& value) {
        if constexpr (std::is_enum_v<T>) {
            out[key] = name_of(value);
        } else {
            out[key] = json_of(value);
        }
    }

    static Json json_of(const std::string& value) { return value; }
    static Json json_of(const Source& value) { return of(value); }
    static Json json_of(const Diagnostic& value) { return of(value); }
    template <class T>
    static Json json_of(const T& value) {
        Json object = Json::object();
        visit_fields(Writer{object}, value);
        return object;
    }
};

template <class R>
std::string line_of(const char* kind, const R& record) {
    Json out;
    out["kind"] = kind;
    out["id"] = record.id;
    Writer writer{out};
    if constexpr (!std::is_same_v<R, DocumentRecord>) {
        out["sources"] = Json::array();
        for (const Source& source : record.sources) out["sources"].push_back(of(source));
    }
    visit_fields(writer, record);
    writer("repeats", record.repeats);
    writer("related", record.related);
    writer("rule", record.rule);
    if (!record.rule.empty()) writer("confidence", record.confidence);
    writer("cluster", record.cluster);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Source source_of(const Json& json) {
    Source out;
    out.document = json.value("document", "");
    if (json.contains("page") && json["page"].is_number()) out.page = whole_of<int>(json["page"]);
    if (json.contains("paragraph") && json["paragraph"].is_string())
        out.paragraph = json["paragraph"].get<std::string>();
    if (json.contains("heading")) out.heading = json["heading"].get<std::vector<std::string>>();
    if (json.contains("start")) out.start = whole_of<std::size_t>(json["start"]);
    if (json.contains("end")) out.end = whole_of<std::size_t>(json["end"]);
    if (json.contains("line")) out.line = whole_of<int>(json["line"]);
    if (!json.contains("boxes")) return out;
    for (const Json& b : json["boxes"]) {
        out.boxes.push_back({whole_of<int>(b.at(0)), b.at(1).get<double>(), b.at(2).get<double>(),
                             b.at(3).get<double>(), b.at(4).get<double>()});
    }
    return out;
}

/// The value of an enum whose name stands in the JSON; the first one where the name is unknown.
template <class E>
E enum_named(const std::string& name, E last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name_of(static_cast<E>(i)) == name) return static_cast<E>(i);
    }
    return static_cast<E>(0);
}

void read_enum(const Json& j, PersonRole& to) { to = enum_named(j.get<std::string>(), PersonRole::presenter); }
void read_enum(const Json& j, DocumentStatus& to) { to = enum_named(j.get<std::string>(), DocumentStatus::failed); }
void read_enum(const Json& j, RecommendationStatus& to) {
    to = enum_named(j.get<std::string>(), RecommendationStatus::implemented);
}
void read_enum(const Json& j, OutcomeType& to) { to = enum_named(j.get<std::string>(), OutcomeType::other); }
void read_enum(const Json& j, GapCode& to) { to = enum_named(j.get<std::string>(), GapCode::item_unreported); }

struct Reader {
    const Json& in;

    template <class T>
    void operator()(const char* key, T& value) {
        if (in.contains(key) && !in[key].is_null()) read(in[key], value);
    }

    static void read(const Json& j, std::string& to) { to = j.get<std::string>(); }
    static void read(const Json& j, bool& to) { to = j.get<bool>(); }
    static void read(const Json& j, int& to) { to = whole_of<int>(j); }
    static void read(const Json& j, double& to) { to = j.get<double>(); }
    static void read(const Json& j, std::size_t& to) { to = whole_of<std::size_t>(j); }
    static void read(const Json& j, PartialDate& to) {
        to = parse_iso_date(j.get<std::string>()).value_or(PartialDate{});
    }
    static void read(const Json& j, Source& to) { to = source_of(j); }
    static void read(const Json& j, Diagnostic& to) {
        to.code = code_named(j.value("code", ""));
        if (j.contains("page") && j["page"].is_number()) to.place.page = whole_of<int>(j["page"]);
        to.detail = j.value("text", "");
        const std::string words = wording({to.code, {}, {}});
        if (to.detail.starts_with(words)) to.detail.erase(0, std::min(to.detail.size(), words.size() + 2));
    }
    template <class T>
    static void read(const Json& j, std::optional<T>& to) {
        read(j, to.emplace());
    }
    template <class T>
    static void read(const Json& j, std::vector<T>& to) {
        for (const Json& element : j) read(element, to.emplace_back());
    }
    template <class T>
    static void read(const Json& j, T& to) {
        if constexpr (std::is_enum_v<T>) {
            read_enum(j, to);
        } else {
            visit_fields(Reader{j}, to);
        }
    }
};

template <class R>
void read_record(const Json& json, std::vector<R>& to) {
    R record;
    Reader reader{json};
    reader("id", record.id), reader("sources", record.sources), reader("repeats", record.repeats);
    reader("related", record.related), reader("rule", record.rule), reader("confidence", record.confidence);
    reader("cluster", record.cluster);
    visit_fields(reader, record);
    to.push_back(std::move(record));
}

void read_line(const Json& json, Records& to) {
    const std::string kind = json.at("kind").get<std::string>();
    if (kind == "document") return read_record(json, to.documents);
    if (kind == "meeting") return read_record(json, to.meetings);
    if (kind == "agenda_item") return read_record(json, to.agenda_items);
    if (kind == "participant") return read_record(json, to.participants);
    if (kind == "recommendation") return read_record(json, to.recommendations);
    if (kind == "outcome") return read_record(json, to.outcomes);
    if (kind == "intervention") return read_record(json, to.interventions);
    if (kind == "paper") return read_record(json, to.papers);
    if (kind == "event") return read_record(json, to.events);
    if (kind == "term") return read_record(json, to.terms);
    if (kind == "gap") return read_record(json, to.gaps);
}

}  // namespace

std::string to_jsonl(const Records& records) {
    std::string out;
    for_each_record(records, [&](const char* kind, const auto& record) { out += line_of(kind, record); });
    return out;
}

Result<Records> records_from_jsonl(std::string_view text, const std::string& file) {
    Records out;
    int line = 0;
    for (const std::string_view piece : split(text, '\n')) {
        ++line;
        if (piece.empty()) continue;
        try {
            read_line(Json::parse(piece), out);
        } catch (const Json::exception& error) {
            return Diagnostic{Code::document_damaged, {file, 0, line, 0}, error.what()};
        }
    }
    return out;
}

}  // namespace rapporteur
