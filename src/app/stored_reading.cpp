#include "app/stored_reading.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "app/message.h"
#include "app/worker_pool.h"
#include "extract/block_languages.h"
#include "model/record_json.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// What was read is kept after so many files: what ends the program costs no more than these.
constexpr std::size_t batch = 64;

/// Failures that another day may not see.
bool is_passing(Code code) {
    return code == Code::worker_crashed || code == Code::worker_timed_out || code == Code::worker_failed ||
           code == Code::file_changed || code == Code::file_unreadable || code == Code::conversion_failed;
}

bool may_pass(const Records& records) {
    const DocumentRecord& face = records.documents.front();
    return face.status == DocumentStatus::failed && std::any_of(face.warnings.begin(), face.warnings.end(),
                                                                [](const Diagnostic& d) { return is_passing(d.code); });
}

std::string ending_of_name(const std::string& path) {
    return to_lower(std::filesystem::path(path).extension().string());
}

/// Where a document stands: in which file, and where inside it.
struct Standing {
    std::string path, inside, document;
    std::string place() const { return to_valid_utf8(path) + inside; }
};

/// A place that reading names, as file and what is inside it; nothing for a file that is not among `paths`.
std::optional<std::pair<std::string, std::string>> taken_apart(const std::string& place,
                                                               const std::map<std::string, std::string>& paths) {
    for (std::size_t at = place.find('/', 1);; at = place.find('/', at + 1)) {
        const auto path = paths.find(place.substr(0, at));
        if (path != paths.end()) return std::pair(path->second, at == place.npos ? "" : place.substr(at));
        if (at == place.npos) return std::nullopt;
    }
}

class StoredReading {
public:
    StoredReading(const Knowledge& knowledge, const SharedOptions& shared, const StoredReadingOptions& options,
                  const Files& files, Store& store, Report& report, ReadingCount& count)
        : knowledge_(knowledge),
          shared_(shared),
          options_(options),
          files_(files),
          store_(store),
          report_(report),
          count_(count) {}

    /// Nothing where all went well.
    std::optional<Diagnostic> read(const std::vector<std::string>& paths) {
        if (auto problem = look(paths)) return problem;
        if (auto problem = choose()) return problem;
        for (std::size_t begin = 0; begin < missing_.size(); begin += batch)
            if (auto problem = read_missing(begin, std::min(begin + batch, missing_.size()))) return problem;
        if (auto problem = store_.set_files(found_, options_.today)) return problem;
        if (auto problem = gather()) return problem;
        return extract_again();
    }

    Result<std::vector<ReadInput>> take() {
        std::vector<ReadInput> out = std::move(passing_);
        for (const auto& [id, places] : places_) {
            Result<ReadInput> input = load(id, places);
            if (!input) return input.error();
            if (options_.tell_known && !fresh_.contains(id)) report_.add_gaps(input->records);
            out.push_back(std::move(*input));
        }
        std::sort(out.begin(), out.end(), [](const ReadInput& a, const ReadInput& b) {
            return a.records.documents.front().file < b.records.documents.front().file;
        });
        return out;
    }

private:
    /// Finds out the hash of every file, without reading those that are surely the same.
    std::optional<Diagnostic> look(const std::vector<std::string>& paths) {
        const auto known_files = store_.files();
        if (!known_files) return known_files.error();
        std::map<std::string, const KnownFile*> known;
        for (const KnownFile& file : *known_files) known.emplace(file.path, &file);
        for (const std::string& path : paths) {
            const auto before = known.find(path);
            look_at(path, before == known.end() ? nullptr : before->second);
            if (before != known.end()) known.erase(before);
        }
        count_.retired = known.size();
        return std::nullopt;
    }

    void look_at(const std::string& path, const KnownFile* before) {
        const std::optional<FileStamp> stamp = files_.stamp(path);
        if (before != nullptr && stamp && before->stamp == stamp) return found_.push_back(*before);
        const Result<std::string> bytes = files_.read(path, most_document_bytes);
        if (bytes) return found_.push_back({path, sha256_hex(*bytes), stamp});
        if (before != nullptr && bytes.error().code != Code::file_missing) {
            report_.add(bytes.error());
            return found_.push_back({path, before->sha256, std::nullopt});
        }
        unreadable_.push_back(path);
    }

    /// Of files with the same bytes the first is read; those whose reading is held are not.
    std::optional<Diagnostic> choose() {
        std::set<std::string> seen;
        for (const KnownFile& file : found_) {
            if (!seen.insert(file.sha256).second) continue;
            const auto content = store_.content(file.sha256);
            if (!content) return content.error();
            const bool held = *content && (*content)->reading == options_.fingerprints.reading &&
                              (*content)->ending == ending_of_name(file.path);
            if (!held) missing_.push_back(file);
        }
        for (ReadInput& input : read_inputs(unreadable_, Keep::documents, knowledge_, shared_, files_, report_))
            passing_.push_back(std::move(input));
        return std::nullopt;
    }

    std::optional<Diagnostic> read_missing(std::size_t begin, std::size_t end) {
        std::vector<std::string> paths;
        std::map<std::string, std::string> by_name;  // as reading names them
        std::map<std::string, HeldContent> contents;
        for (std::size_t i = begin; i < end; ++i) {
            const KnownFile& file = missing_[i];
            paths.push_back(file.path);
            by_name.emplace(to_valid_utf8(file.path), file.path);
            contents[file.path] = {file.sha256, ending_of_name(file.path), options_.fingerprints.reading, {}};
        }
        std::vector<HeldDocument> documents;
        for (ReadInput& input : read_inputs(paths, Keep::documents, knowledge_, shared_, files_, report_))
            keep(std::move(input), by_name, contents, documents);
        std::vector<HeldContent> settled;
        for (auto& [path, content] : contents) settled.push_back(std::move(content));
        return store_.put(settled, documents);
    }

    /// A document goes to the store with all its places, or waits for another day.
    void keep(ReadInput input, const std::map<std::string, std::string>& by_name,
              std::map<std::string, HeldContent>& contents, std::vector<HeldDocument>& documents) {
        const DocumentRecord& face = input.records.documents.front();
        ++count_.read;
        std::vector<std::string> places{face.file};
        places.insert(places.end(), face.also.begin(), face.also.end());
        const bool waits = face.sha256.empty() || may_pass(input.records);
        for (const std::string& place : places) {
            const auto apart = taken_apart(place, by_name);
            if (!apart) continue;
            HeldContent& content = contents[apart->first];
            if (waits) {
                content.reading.clear();  // no reading has this fingerprint: the file is read again
            } else {
                content.parts.push_back({apart->second, face.id});
            }
        }
        if (waits) return passing_.push_back(std::move(input));
        fresh_.insert(face.id);
        std::string rules = rules_for(input.document);
        documents.push_back({face.id, std::move(rules), std::move(input.records), std::move(input.document)});
    }

    /// The fingerprint of the rules that find the document's records.
    std::string rules_for(const std::optional<Document>& document) const {
        if (!document) return options_.fingerprints.rules.of({});
        std::vector<std::string> languages = languages_of_blocks(*document, knowledge_.rules);
        languages.push_back(main_language(*document));
        return options_.fingerprints.rules.of(languages);
    }

    /// Where each document stands: files before members of files, by path.
    std::optional<Diagnostic> gather() {
        std::vector<Standing> all;
        for (const KnownFile& file : found_) {
            const auto content = store_.content(file.sha256);
            if (!content) return content.error();
            if (!*content) continue;
            for (const ContentPart& part : (*content)->parts) all.push_back({file.path, part.inside, part.document});
        }
        std::sort(all.begin(), all.end(), [](const Standing& a, const Standing& b) {
            return std::tuple(!a.inside.empty(), a.place()) < std::tuple(!b.inside.empty(), b.place());
        });
        for (const Standing& standing : all) places_[standing.document].push_back(standing.place());
        count_.unchanged = places_.size() - fresh_.size();
        return std::nullopt;
    }

    /// Other rules find other records in what was read before.
    std::optional<Diagnostic> extract_again() {
        std::vector<std::string> stale;
        for (const auto& [id, places] : places_) {
            const auto rules = store_.rules_of(id);
            if (!rules) return rules.error();
            if (!options_.fingerprints.rules.is_current(*rules)) stale.push_back(id);
        }
        std::optional<Diagnostic> problem;
        std::size_t at = 0;
        const Work work{
            [&]() -> std::optional<std::string> {
                if (at == stale.size() || problem) return std::nullopt;
                const auto document = store_.document(stale[at++]);
                return document && *document ? to_json_line(**document) : std::string();
            },
            [this](std::string_view job, StageMark& mark) {
                mark.set(Stage::extracting);
                std::optional<Document> document;
                if (auto read = document_from_json(job)) document = std::move(*read);
                return to_message({rules_for(document), document ? to_jsonl(extract(*document, knowledge_)) : ""});
            },
            [&](std::size_t job, const WorkResult& result) {
                if (!problem) problem = take_records(stale[job], result);
            },
        };
        perform_all(work, shared_.jobs, shared_.limits);
        return problem;
    }

    std::optional<Diagnostic> take_records(const std::string& id, const WorkResult& result) {
        const auto parts = parts_of(result.output);
        if (result.state != WorkState::done || !parts || parts->size() != 2) {
            report_.add(Diagnostic{Code::worker_failed, {places_[id].front()}, reason_of(result)});
            return std::nullopt;
        }
        ++count_.extracted_again;
        --count_.unchanged;
        const bool was_read = !(*parts)[1].empty();  // else there is nothing to extract
        const Result<Records> records = was_read ? records_from_jsonl((*parts)[1], id) : store_.records(id);
        if (!records) return records.error();
        return store_.put_records(id, std::string((*parts)[0]), *records);
    }

    Result<ReadInput> load(const std::string& id, const std::vector<std::string>& places) {
        Result<Records> records = store_.records(id);
        if (!records) return records.error();
        ReadInput input{std::move(*records), std::nullopt};
        if (input.records.documents.empty())
            return Diagnostic{Code::store_unusable, {places.front()}, "it lost a document"};
        DocumentRecord& face = input.records.documents.front();
        face.file = places.front();
        face.also.assign(places.begin() + 1, places.end());
        for (Gap& gap : input.records.gaps)
            if (gap.code == GapCode::document_failed) gap.subject = face.file;
        if (!options_.with_documents) return input;
        Result<std::optional<Document>> document = store_.document(id);
        if (!document) return document.error();
        input.document = std::move(*document);
        if (input.document) input.document->file = face.file;
        return input;
    }

    const Knowledge& knowledge_;
    const SharedOptions& shared_;
    const StoredReadingOptions& options_;
    const Files& files_;
    Store& store_;
    Report& report_;
    ReadingCount& count_;
    std::vector<KnownFile> found_;
    std::vector<std::string> unreadable_;
    std::vector<KnownFile> missing_;                          // what the store does not hold
    std::vector<ReadInput> passing_;                          // what is not kept
    std::set<std::string> fresh_;                             // ids of what was read now
    std::map<std::string, std::vector<std::string>> places_;  // by id
};

}  // namespace

Result<std::vector<ReadInput>> read_through_store(const std::vector<std::string>& paths, const Knowledge& knowledge,
                                                  const SharedOptions& shared, const StoredReadingOptions& options,
                                                  const Files& files, Store& store, Report& report,
                                                  ReadingCount& count) {
    StoredReading reading(knowledge, shared, options, files, store, report, count);
    if (auto problem = reading.read(paths)) return *problem;
    return reading.take();
}

}  // namespace rapporteur
