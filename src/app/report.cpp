#include "app/report.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            break;
    }
    return "error";
}

/// Where it stands: "file:3: " or "file, page 4: ".
std::string words_of(const Place& place) {
    std::string out = place.file;
    if (place.page > 0) {
        out += ", page " + std::to_string(place.page);
    } else if (place.line > 0) {
        out += ":" + std::to_string(place.line);
    }
    return out.empty() ? out : out + ": ";
}

Json json_of(const Place& place) {
    Json out;
    if (!place.file.empty()) out["file"] = place.file;
    if (place.page > 0) out["page"] = place.page;
    if (place.line > 0) out["line"] = place.line;
    if (place.column > 0) out["column"] = place.column;
    return out;
}

std::string words_of(const Gap& gap) {
    std::string out(name_of(gap.code));
    std::replace(out.begin(), out.end(), '-', ' ');
    if (!gap.subject.empty()) out += " (" + gap.subject + ")";
    return gap.text.empty() ? out : out + ": " + gap.text;
}

/// Warnings and gaps of one sort have one name.
std::string key_of(const std::string& document, std::string_view name) { return document + " " + std::string(name); }

Place place_of(const Gap& gap, const std::map<std::string, std::string>& files) {
    Place place;
    if (gap.sources.empty()) return place;
    const Source& source = gap.sources.front();
    const auto file = files.find(source.document);
    if (file != files.end()) place.file = file->second;
    place.page = source.page;
    place.line = source.line;
    return place;
}

}  // namespace

bool is_configuration(Code code) { return code >= Code::xml_malformed && code <= Code::label_missing; }

void Report::print(Severity severity, const Diagnostic& diagnostic, std::string_view code, const std::string& words) {
    if (style_.quiet && severity != Severity::error) return;
    progress_.clear();
    if (!style_.json) {
        err_ << name_of(severity) << ": " << words << '\n';
        return;
    }
    Json json{{"severity", name_of(severity)}, {"code", code}};
    json.update(json_of(diagnostic.place));
    json["text"] = words;
    err_ << line_of(json);
}

void Report::add(const Diagnostic& diagnostic) {
    const Severity severity = severity_of(diagnostic.code);
    if (severity == Severity::error) (is_configuration(diagnostic.code) ? misconfigured_ : failed_) = true;
    if (severity == Severity::warning) gaps_ = true;
    print(severity, diagnostic, rapporteur::name_of(diagnostic.code), wording(diagnostic));
}

void Report::add(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) add(diagnostic);
}

void Report::add_gaps(const Records& records) {
    std::map<std::string, std::string> files;
    std::set<std::string> told;
    for (const DocumentRecord& document : records.documents) files.emplace(document.id, document.file);
    for (const Gap& gap : records.gaps) {
        // That the document failed is told by its own warning, with the reason.
        if (gap.code != GapCode::document_failed) add_gap(gap, place_of(gap, files));
        if (!gap.sources.empty()) told.insert(key_of(gap.sources.front().document, rapporteur::name_of(gap.code)));
    }
    for (const DocumentRecord& document : records.documents) {
        for (Diagnostic warning : document.warnings) {
            // What was told as a gap, with its line and its text, need not be told again.
            if (told.contains(key_of(document.id, rapporteur::name_of(warning.code)))) continue;
            warning.place.file = document.file;
            add(warning);
        }
    }
}

void Report::add_gap(const Gap& gap, const Place& place) {
    gaps_ = true;
    Diagnostic diagnostic;
    diagnostic.place = place;
    print(Severity::warning, diagnostic, rapporteur::name_of(gap.code), words_of(place) + words_of(gap));
}

void Report::add_left_out(std::size_t entries) {
    print(Severity::note, {}, "entries-left-out",
          std::to_string(entries) + (entries == 1 ? " meeting of which" : " meetings of which") +
              " no more is known than that it is held: no pack unless --only names it");
}

void Report::add(const PackLine& pack) {
    if (style_.quiet) return;
    progress_.clear();
    if (style_.json) {
        out_ << line_of(
            {{"kind", "pack"}, {"by", pack.kind}, {"title", pack.title}, {"pages", pack.pages}, {"files", pack.files}});
        return;
    }
    out_ << pack.title;
    if (pack.pages > 0) out_ << " (" << pack.pages << (pack.pages == 1 ? " page)" : " pages)");
    for (const std::string& file : pack.files) out_ << ' ' << file;
    out_ << '\n' << std::flush;
}

ExitStatus Report::status(bool strict) const {
    if (misconfigured_) return ExitStatus::configuration;
    if (failed_) return ExitStatus::failures;
    return strict && gaps_ ? ExitStatus::gaps : ExitStatus::done;
}

}  // namespace rapporteur
