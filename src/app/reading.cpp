#include "app/reading.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "app/converter.h"
#include "app/read_job.h"
#include "app/worker_pool.h"
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

/// Files inside files are opened this deep: a message in an archive in a message.
constexpr int deepest = 3;
/// Archives are unpacked together up to this size: their members wait in memory.
constexpr std::size_t most_packed_bytes = std::size_t{64} << 20;

/// A file to read: one that the search found, or a member of another.
struct InputFile {
    std::string name;                              // as shown
    std::string path;                              // on the disk; empty for members
    std::shared_ptr<const std::string> held = {};  // a member's bytes
    int depth = 0;
    std::optional<Diagnostic> problem = {};  // why there are no bytes
    std::string converted = {};              // what another program made of it
    std::optional<std::size_t> place = {};   // in the list of inputs, once it is known
};

/// What a source turned out to be that asks for more than reading.
struct Pending {
    InputFile source;
    FileKind kind = FileKind::binary;
    Diagnostic problem;
};

/// An input on its way: what is known of the file, what it gave, and whether it only holds others.
struct Entry {
    Opened opened;
    ReadInput input;
    bool only_holds = false;
};

/// Reads files in rounds: what is found, what LibreOffice made of some of it, what archives and messages hold.
class Reading {
public:
    Reading(bool with_documents, const Knowledge& knowledge, const SharedOptions& options, const Files& files,
            Report& report)
        : with_documents_(with_documents), knowledge_(knowledge), options_(options), files_(files), report_(report) {
        if (options.convert) converter_ = Converter::find(options.limits.time);
    }

    void read(std::vector<InputFile> sources) {
        read_round(sources);
        std::vector<Pending> pending = std::exchange(pending_, {});
        std::vector<Pending> containers, others;
        for (Pending& one : pending) {
            (treatment_of(one.kind) == Treatment::convert ? others : containers).push_back(std::move(one));
        }
        convert_all(std::move(others));
        for (std::size_t begin = 0; begin < containers.size();) begin = unpack_some(containers, begin);
    }

    std::vector<ReadInput> take_inputs() {
        std::stable_sort(entries_.begin(), entries_.end(),
                         [](const Entry& a, const Entry& b) { return a.opened.file < b.opened.file; });
        std::vector<ReadInput> out;
        for (Entry& entry : entries_) {
            if (entry.only_holds) continue;
            for (DocumentRecord& record : entry.input.records.documents) record.also = entry.opened.also;
            report_.add_gaps(entry.input.records);
            out.push_back(std::move(entry.input));
        }
        return out;
    }

private:
    /// Gives the workers one source after another and puts what they find in its place.
    void read_round(std::vector<InputFile>& sources) {
        std::vector<std::size_t> given;  // the source of each job
        std::size_t at = 0;
        const Work work{
            [&]() -> std::optional<std::string> {
                while (at < sources.size()) {
                    InputFile& source = sources[at++];
                    std::optional<std::string> job = job_of(source);
                    if (job) given.push_back(at - 1);
                    if (job) return job;
                }
                return std::nullopt;
            },
            perform(),
            [&](std::size_t job, WorkResult result) {
                take(sources[given[job]], std::move(result));
                report_.progress().show("reading", ++read_, entries_.size());
            },
        };
        perform_all(work, options_.jobs, options_.limits);
    }

    Perform perform() const {
        return [this](std::string_view job, StageMark& mark) {
            return perform_read_job(job, with_documents_, options_.reading, knowledge_, mark);
        };
    }

    /// The job for a source; nothing where it cannot be opened or its bytes are known.
    std::optional<std::string> job_of(InputFile& source) {
        Result<std::string> bytes = bytes_of(source);
        if (!bytes) {
            entries_.push_back({{to_valid_utf8(source.name), "", 0, {}}, {}});
            entries_.back().input.records = failed_records(entries_.back().opened, bytes.error());
            return std::nullopt;
        }
        if (!source.place && !find_place(source, *bytes)) return std::nullopt;
        return read_job(to_valid_utf8(source.name), *bytes, source.converted);
    }

    Result<std::string> bytes_of(const InputFile& source) const {
        if (source.problem) return *source.problem;
        if (source.held) return *source.held;
        return files_.read(source.path, most_document_bytes);
    }

    bool find_place(InputFile& source, const std::string& bytes) {
        std::string hash = sha256_hex(bytes);
        const auto [known, is_new] = place_of_hash_.try_emplace(hash, entries_.size());
        if (!is_new) {
            entries_[known->second].opened.also.push_back(to_valid_utf8(source.name));
            return false;
        }
        source.place = entries_.size();
        entries_.push_back({{to_valid_utf8(source.name), std::move(hash), bytes.size(), {}}, {}});
        return true;
    }

    void take(const InputFile& source, WorkResult result) {
        Entry& entry = entries_[*source.place];
        if (result.state != WorkState::done) return fail(entry, failure(entry.opened.file, result));
        Result<ReadReply> reply = read_reply(result.output, entry.opened.file);
        if (!reply) return fail(entry, reply.error());
        const Treatment treatment = treatment_of(reply->kind);
        const bool is_archive = treatment == Treatment::unpack;
        const bool waits = treatment == Treatment::convert && source.converted.empty() && converter_;
        if (is_archive || waits || reply->kind == FileKind::mail)
            pending_.push_back({source, reply->kind, reply->problem.value_or(Diagnostic())});
        entry.only_holds = is_archive;
        if (reply->problem) return fail(entry, *reply->problem);
        entry.input = {std::move(reply->records), std::move(reply->document)};
    }

    static void fail(Entry& entry, Diagnostic why) {
        entry.input.records = failed_records(entry.opened, std::move(why));
    }

    /// As many at a time as there are workers.
    void convert_all(std::vector<Pending> pending) {
        std::vector<InputFile> sources;
        const auto step = static_cast<std::size_t>(std::max(options_.jobs, 1));
        for (std::size_t begin = 0; begin < pending.size(); begin += step) {
            const std::size_t end = std::min(begin + step, pending.size());
            std::vector<std::string> bytes(end - begin);
            std::vector<Conversion> files;
            for (std::size_t i = begin; i < end; ++i) {
                if (auto read = bytes_of(pending[i].source)) bytes[i - begin] = std::move(read).value();
                files.push_back({bytes[i - begin], pending[i].kind});
            }
            std::vector<Result<std::string>> made = converter_->convert(files);
            for (std::size_t i = begin; i < end; ++i) take_converted(pending[i], std::move(made[i - begin]), sources);
            report_.progress().show("converting", end, pending.size());
        }
        read_round(sources);
    }

    void take_converted(Pending& pending, Result<std::string> made, std::vector<InputFile>& sources) {
        if (made) {
            pending.source.converted = std::move(made).value();
            sources.push_back(std::move(pending.source));
            return;
        }
        Entry& entry = entries_[*pending.source.place];
        Diagnostic why = made.error();
        why.place.file = entry.opened.file;
        why.detail = std::string(words_of(pending.kind)) + "; " + why.detail;
        fail(entry, std::move(why));
    }

    /// Unpacks containers from `begin` on as far as they may wait in memory together, and reads what they hold; gives
    /// the first that is left.
    std::size_t unpack_some(const std::vector<Pending>& containers, std::size_t begin) {
        std::size_t end = begin, packed = 0;
        while (end < containers.size() && (end == begin || packed < most_packed_bytes))
            packed += entries_[*containers[end++].source.place].opened.bytes;
        std::vector<InputFile> members;
        std::size_t at = begin;
        const Work work{
            [&]() -> std::optional<std::string> {
                if (at == end) return std::nullopt;
                const InputFile& source = containers[at++].source;
                const Result<std::string> bytes = bytes_of(source);
                return unpack_job(to_valid_utf8(source.name), bytes ? *bytes : std::string());
            },
            perform(),
            [&](std::size_t job, WorkResult result) { take_members(containers[begin + job], result, members); },
        };
        perform_all(work, options_.jobs, options_.limits);
        if (!members.empty()) read(std::move(members));
        return end;
    }

    void take_members(const Pending& container, const WorkResult& result, std::vector<InputFile>& members) {
        const InputFile& source = container.source;
        Entry& entry = entries_[*source.place];
        const std::string& name = entry.opened.file;
        std::optional<Unpacked> unpacked =
            result.state == WorkState::done ? unpack_reply(result.output) : std::optional<Unpacked>();
        if (!unpacked) return hold_nothing(entry, failure(name, result));
        if (source.depth == deepest && !unpacked->members.empty())
            return hold_nothing(entry, {Code::member_refused, {name}, "it is too deep inside other files"});
        for (const Diagnostic& refused : unpacked->refused) {
            if (severity_of(refused.code) == Severity::error) return hold_nothing(entry, refused);
            report_.add(refused);
        }
        if (unpacked->members.empty() && entry.only_holds) return hold_nothing(entry, {Code::folder_empty, {name}, ""});
        for (Member& member : unpacked->members) {
            members.push_back({name + "/" + member.path, "",
                               std::make_shared<const std::string>(std::move(member.bytes)), source.depth + 1,
                               std::move(member.problem)});
        }
    }

    /// An archive that gives no documents is a document that could not be read; a message keeps its text.
    void hold_nothing(Entry& entry, Diagnostic why) {
        if (!entry.only_holds) return report_.add(why);
        entry.only_holds = false;
        fail(entry, std::move(why));
    }

    bool with_documents_;
    const Knowledge& knowledge_;
    const SharedOptions& options_;
    const Files& files_;
    Report& report_;
    std::optional<Converter> converter_;
    std::vector<Entry> entries_;
    std::vector<Pending> pending_;
    std::map<std::string, std::size_t> place_of_hash_;
    std::size_t read_ = 0;
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
    Reading reading(with_documents, knowledge, options, files, report);
    std::vector<InputFile> sources;
    for (const std::string& path : paths) sources.push_back({path, path});
    reading.read(std::move(sources));
    return reading.take_inputs();
}

}  // namespace rapporteur
