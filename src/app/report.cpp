#include "app/report.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "support/text.h"

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

std::string counted(std::size_t number, const std::string& thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

/// Stable name, weight and wording of a finding.
struct MatterWords {
    std::string_view code;
    Severity severity;
    std::string_view words;
};

/// In the order of FileFinding::Matter.
constexpr std::array<MatterWords, 6> matters{{
    {"output-changed", Severity::error, "has changed since it was written"},
    {"output-missing", Severity::error, "is missing"},
    {"output-extra", Severity::error, "is extra: the manifest does not name it"},
    {"input-changed", Severity::error, "has changed since packs were made from it"},
    {"input-missing", Severity::error, "is missing: packs were made from it"},
    {"input-unopened", Severity::note, "lies inside another file and was not compared"},
}};

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

void Report::add(const ReadingCount& count) {
    std::string words = counted(count.read, "document") + " read, " + std::to_string(count.unchanged) + " unchanged";
    if (count.extracted_again > 0) words += ", " + std::to_string(count.extracted_again) + " extracted again";
    if (count.retired > 0) words += ", " + counted(count.retired, "file") + " gone";
    print(Severity::note, {}, "store-used", words);
}

void Report::add(const FileFinding& finding) {
    const auto& [code, severity, words] = matters.at(static_cast<std::size_t>(finding.matter));
    failed_ = failed_ || severity == Severity::error;
    Diagnostic diagnostic;
    diagnostic.place.file = finding.file;
    print(severity, diagnostic, code, words_of(diagnostic.place) + std::string(words));
}

void Report::add_verified(const std::string& folder, std::size_t files) {
    if (style_.quiet) return;
    progress_.clear();
    out_ << (style_.json ? line_of({{"kind", "verified"}, {"folder", folder}, {"files", files}})
                         : folder + ": " + counted(files, "file") + " as written\n")
         << std::flush;
}

void Report::add_plan(const std::string& words) {
    progress_.clear();
    out_ << (style_.json ? line_of({{"kind", "plan"}, {"text", words}}) : words + "\n") << std::flush;
}

void Report::add_kept(const std::string& file, const std::string& as) {
    print(Severity::note, {}, "edited-pack-kept", file + " was edited since it was made; it is kept as " + as);
}

void Report::add(const PackLine& pack) {
    if (style_.quiet) return;
    progress_.clear();
    if (style_.json) {
        Json json{{"kind", "pack"}, {"by", pack.kind}, {"title", pack.title}, {"pages", pack.pages}};
        if (pack.edition > 0) json["edition"] = pack.edition;
        json["files"] = pack.files;
        out_ << line_of(json) << std::flush;
        return;
    }
    std::vector<std::string> facts;
    if (pack.edition > 0) facts.push_back("edition " + std::to_string(pack.edition));
    if (pack.pages > 0) facts.push_back(counted(pack.pages, "page"));
    out_ << pack.title;
    if (!facts.empty()) out_ << " (" << join(facts, ", ") << ")";
    for (const std::string& file : pack.files) out_ << ' ' << file;
    out_ << '\n' << std::flush;
}

ExitStatus Report::status(bool strict) const {
    if (misconfigured_) return ExitStatus::configuration;
    if (failed_) return ExitStatus::failures;
    return strict && gaps_ ? ExitStatus::gaps : ExitStatus::done;
}

}  // namespace rapporteur
