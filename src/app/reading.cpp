#include "app/reading.h"

#include <map>

#include "app/message.h"
#include "app/worker_pool.h"
#include "model/record_json.h"
#include "readers/reader.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A file that was given to a worker, as far as it is known without reading it.
struct Opened {
    std::string file, sha256;
    std::size_t bytes = 0;
    std::vector<std::string> also;
};

DocumentRecord failed_record(const Opened& opened, Diagnostic why) {
    DocumentRecord record;
    record.id = opened.sha256.empty() ? make_id({"file", opened.file}) : opened.sha256.substr(0, 16);
    record.file = opened.file;
    record.sha256 = opened.sha256;
    record.bytes = opened.bytes;
    record.status = DocumentStatus::failed;
    record.warnings.push_back(std::move(why));
    return record;
}

Gap failed_gap(const DocumentRecord& record) {
    Gap gap;
    gap.id = make_id({"gap", record.id, std::string(name_of(GapCode::document_failed))});
    gap.code = GapCode::document_failed;
    gap.subject = record.file;
    Diagnostic why = record.warnings.front();
    why.place = {};
    gap.text = wording(why);
    Source source;
    source.document = record.id;
    gap.sources.push_back(std::move(source));
    return gap;
}

Records failed_records(const Opened& opened, Diagnostic why) {
    Records records;
    records.documents.push_back(failed_record(opened, std::move(why)));
    records.gaps.push_back(failed_gap(records.documents.front()));
    return records;
}

Diagnostic failure(const std::string& file, const WorkResult& result) {
    Diagnostic why;
    why.code = result.state == WorkState::timed_out ? Code::worker_timed_out
               : result.state == WorkState::crashed ? Code::worker_crashed
                                                    : Code::worker_failed;
    why.place.file = file;
    why.detail = reason_of(result);
    return why;
}

/// What a worker does: a file's name and bytes in, its document (where that is asked for) and records out as JSON, or
/// else why there are none.
std::string read_and_extract(std::string_view job, bool with_document, const ReadOptions& reading,
                             const Knowledge& knowledge, StageMark& mark) {
    mark.set(Stage::reading);
    const std::vector<std::string_view> parts = *parts_of(job);
    const Result<Document> document = read_document({std::string(parts[0]), parts[1]}, reading);
    if (!document) return to_message({to_message(Diagnostics{document.error()}), "", ""});
    mark.set(Stage::extracting);
    const std::string json = with_document ? to_json_line(*document) : "";
    return to_message({"", json, to_jsonl(extract(*document, knowledge))});
}

/// Gives the workers one file after another and puts what they find in its place.
class Reading {
public:
    Reading(const std::vector<std::string>& paths, const Files& files, Report& report)
        : paths_(paths), files_(files), report_(report) {}

    std::optional<std::string> next() {
        while (next_path_ < paths_.size()) {
            const std::string& path = paths_[next_path_++];
            Result<std::string> bytes = files_.read(path, most_document_bytes);
            if (!bytes) {
                fail(path, bytes.error());
            } else if (is_new(path, *bytes)) {
                return to_message({to_valid_utf8(path), *bytes});
            }
        }
        return std::nullopt;
    }

    void finished(std::size_t job, WorkResult result) {
        ReadInput& input = inputs_[places_[job]];
        const Opened& opened = opened_[places_[job]];
        if (result.state == WorkState::done && !take(result, opened, input)) result.state = WorkState::crashed;
        if (result.state != WorkState::done) input.records = failed_records(opened, failure(opened.file, result));
        report_.progress().show("reading", job + 1, paths_.size());
    }

    std::vector<ReadInput> take_inputs() {
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            for (DocumentRecord& record : inputs_[i].records.documents) record.also = opened_[i].also;
            report_.add_gaps(inputs_[i].records);
        }
        return std::move(inputs_);
    }

private:
    void fail(const std::string& path, const Diagnostic& why) {
        opened_.push_back({to_valid_utf8(path), "", 0, {}});
        inputs_.push_back({failed_records(opened_.back(), why), std::nullopt});
    }

    bool is_new(const std::string& path, const std::string& bytes) {
        std::string hash = sha256_hex(bytes);
        const auto [known, is_new] = place_of_hash_.try_emplace(hash, inputs_.size());
        if (!is_new) {
            opened_[known->second].also.push_back(to_valid_utf8(path));
            return false;
        }
        places_.push_back(inputs_.size());
        opened_.push_back({to_valid_utf8(path), std::move(hash), bytes.size(), {}});
        inputs_.emplace_back();
        return true;
    }

    /// False where the worker's output makes no sense.
    static bool take(WorkResult& result, const Opened& opened, ReadInput& input) {
        const auto parts = parts_of(result.output);
        if (!parts || parts->size() != 3) return false;
        const std::optional<Diagnostics> problems = diagnostics_of((*parts)[0]);
        if (!problems) return false;
        if (!problems->empty()) {
            input.records = failed_records(opened, problems->front());
            return true;
        }
        if (!(*parts)[1].empty()) input.document = document_from_json((*parts)[1]);
        Result<Records> records = records_from_jsonl((*parts)[2], opened.file);
        if (!records) {
            result.reason = records.error().detail;
            return false;
        }
        input.records = std::move(*records);
        return true;
    }

    const std::vector<std::string>& paths_;
    const Files& files_;
    Report& report_;
    std::size_t next_path_ = 0;
    std::vector<std::size_t> places_;  // of a job, in opened_ and inputs_
    std::vector<Opened> opened_;
    std::vector<ReadInput> inputs_;
    std::map<std::string, std::size_t> place_of_hash_;
};

}  // namespace

Result<Knowledge> read_knowledge(const Resources& resources, const Files& files) {
    const Result<std::vector<NamedText>> rules = read_texts(resources.rules, {".xml"}, files);
    if (!rules) return rules.error();
    const Result<std::vector<NamedText>> themes = read_texts(resources.themes, {".xml"}, files);
    if (!themes) return themes.error();
    return load_knowledge(*rules, *themes);
}

std::vector<ReadInput> read_inputs(const std::vector<std::string>& paths, bool with_documents,
                                   const Knowledge& knowledge, const SharedOptions& options, const Files& files,
                                   Report& report) {
    Reading reading(paths, files, report);
    const Work work{
        [&] { return reading.next(); },
        [&](std::string_view job, StageMark& mark) {
            return read_and_extract(job, with_documents, options.reading, knowledge, mark);
        },
        [&](std::size_t job, WorkResult result) { reading.finished(job, std::move(result)); },
    };
    perform_all(work, options.jobs, options.limits);
    return reading.take_inputs();
}

}  // namespace rapporteur
