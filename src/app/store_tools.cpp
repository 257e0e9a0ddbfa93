#include "app/store_tools.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "app/pack_manifest.h"
#include "app/run_log.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

/// A store that is there: looking into one does not begin one.
std::unique_ptr<Store> open_existing(const std::string& path, const Files& files, Report& report) {
    if (files.kind_of(path) == PathKind::file) return open_told_store(path, report);
    report.add(Diagnostic{Code::file_missing, {path}, ""});
    return nullptr;
}

/// "A/CONF.4/12, page 3, paragraph 12 (papers/report.pdf)".
std::string words_of_source(const FoundStatement& found) {
    const StoredName& document = found.document;
    std::string out = document.symbol.empty() ? document.title : document.symbol;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
    if (found.page > 0) add("page " + std::to_string(found.page));
    if (!found.paragraph.empty()) add("paragraph " + found.paragraph);
    if (found.page == 0 && found.line > 0) add("line " + std::to_string(found.line));
    return out + " (" + join(document.files, ", ") + ")";
}

std::string plain_kind(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return kind;
}

std::string json_line(const FoundStatement& found) {
    Json json{{"kind", found.kind}, {"text", found.text}, {"document", found.document.id}};
    if (!found.document.symbol.empty()) json["symbol"] = found.document.symbol;
    if (!found.document.title.empty()) json["title"] = found.document.title;
    json["files"] = found.document.files;
    if (found.page > 0) json["page"] = found.page;
    if (!found.paragraph.empty()) json["paragraph"] = found.paragraph;
    if (found.line > 0) json["line"] = found.line;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string words_of(const StoredName& name) {
    return name.id + " " + (name.files.empty() ? "(gone)" : join(name.files, ", "));
}

/// The only document of that name.
std::optional<StoredName> only_one(std::vector<StoredName> named, const std::string& name, Report& report) {
    if (named.size() == 1) return std::move(named.front());
    if (named.empty()) {
        report.add(Diagnostic{Code::not_in_store, {}, name});
        return std::nullopt;
    }
    std::vector<std::string> all;
    for (const StoredName& one : named) all.push_back(words_of(one));
    report.add(Diagnostic{Code::name_ambiguous, {}, name + ": " + join(all, "; ")});
    return std::nullopt;
}

/// The folders that editions were written into.
std::set<std::string> folders_of(const std::vector<PackEdition>& editions) {
    std::set<std::string> out;
    for (const PackEdition& edition : editions)
        for (const EditionFile& file : edition.files)
            out.insert(std::filesystem::path(file.path).parent_path().string());
    return out;
}

/// The manifest of a folder names a document by its path and hash; what was made from it there is told.
void purge_from_manifest(const std::string& folder, const std::string& id, Files& files, std::ostream& out,
                         Report& report) {
    auto manifest = report.value_or_told(load_manifest(folder, files));
    if (!manifest) return;
    const std::vector<std::string> made_from_it = forget_input(*manifest, id);
    if (made_from_it.empty()) return;
    for (const std::string& file : made_from_it)
        out << join_path(folder, file) << " was made from it and may still hold its words\n";
    if (const auto problem = write_manifest(folder, *manifest, files)) report.add(*problem);
}

}  // namespace

std::unique_ptr<Store> open_told_store(const std::string& path, Report& report) {
    auto opened = report.value_or_told(open_store(path));
    if (!opened) return nullptr;
    report.add(opened->notes);
    return std::move(opened->store);
}

void find_statements(const FindOptions& options, const Files& files, const ListOutput& output, Report& report) {
    const auto store = open_existing(options.store, files, report);
    if (!store) return;
    const auto found = report.value_or_told(store->find(options.words, options.most));
    if (!found) return;
    for (const FoundStatement& one : *found) {
        if (output.json) {
            output.out << json_line(one);
        } else {
            output.out << one.text << "\n    " << plain_kind(one.kind) << ": " << words_of_source(one) << "\n";
        }
    }
}

void purge_document(const PurgeOptions& options, Files& files, std::ostream& out, Report& report) {
    const auto store = open_existing(options.store, files, report);
    if (!store) return;
    auto named = report.value_or_told(store->documents_named(options.document));
    if (!named) return;
    const auto document = only_one(std::move(*named), options.document, report);
    if (!document) return;
    const auto editions = report.value_or_told(store->last_editions());
    if (const auto problem = store->purge(document->id)) return report.add(*problem);
    out << "purged " << words_of(*document) << '\n';
    std::vector<std::string> traces = document->files;
    traces.push_back(document->id);
    const std::string beside = std::filesystem::path(options.store).parent_path().string();
    for (const std::string& folder : folders_of(editions ? *editions : std::vector<PackEdition>()))
        purge_from_manifest(folder.starts_with('/') ? folder : join_path(beside, folder), document->id, files, out,
                            report);
    const std::size_t logs = RunLog::purge(join_path(beside, usual_logs), traces);
    if (logs > 0) out << "removed " << logs << (logs == 1 ? " log" : " logs") << " of runs that named it\n";
    for (const std::string& file : document->files)
        for (const std::string& path : {file, join_path(beside, file)})
            if (files.kind_of(path) == PathKind::file) {
                report.add(Diagnostic{Code::still_at_hand, {path}, ""});
                break;
            }
}

}  // namespace rapporteur
