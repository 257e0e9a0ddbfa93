#include "app/reading.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>
#include <utility>

#include "app/converter.h"
#include "app/read_job.h"
#include "app/recognition_setup.h"
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
/// A document that ends more workers than this is given up.
constexpr std::size_t most_broken_pages = 3;
/// Files are read this many at a time, and what they gave is handed on before the next.
constexpr std::size_t batch = 256;
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
    Attempts attempts = {};                  // that ended a worker
};

/// What a source turned out to be that asks for more than reading.
struct Pending {
    InputFile source;
    FileKind kind = FileKind::binary;
};

/// An input on its way: what it gave, and whether it only holds others.
struct Entry {
    ReadInput input;
    bool only_holds = false;
};

/// Reads files in rounds: what is found, what LibreOffice made of some of it, what archives and messages hold.
class Reading {
public:
    Reading(Keep keep, const Knowledge& knowledge, const SharedOptions& options, const Files& files, Report& report)
        : keep_(keep), knowledge_(knowledge), options_(options), files_(files), report_(report) {
        set_up_recognition(options_, files);
        if (options.convert) converter_ = Converter::find(options.limits.time);
    }

    /// Reads the files a batch at a time and hands on what each gave.
    void read_all(const std::vector<std::string>& paths, const std::function<void(ReadInput)>& take) {
        total_ = paths.size();
        for (std::size_t begin = 0; begin < paths.size(); begin += batch) {
            std::vector<InputFile> sources;
            for (std::size_t i = begin; i < std::min(begin + batch, paths.size()); ++i)
                sources.push_back({paths[i], paths[i]});
            read(std::move(sources));
            hand_on(take);
        }
    }

    /// One for each input that was handed on, in the same order.
    std::vector<DocumentRecord> take_documents() {
        std::vector<DocumentRecord> out;
        for (auto& [place, record] : documents_) {
            record.also = opened_[place].also;
            out.push_back(std::move(record));
        }
        return out;
    }

private:
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

    /// Hands on what was read since the last time, in the order of the names.
    void hand_on(const std::function<void(ReadInput)>& take) {
        std::vector<std::size_t> order(entries_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return opened_[first_ + a].file < opened_[first_ + b].file;
        });
        for (const std::size_t at : order) {
            Entry& entry = entries_[at];
            if (entry.only_holds) continue;
            report_.add_gaps(entry.input.records);
            for (DocumentRecord& record : entry.input.records.documents)
                documents_.emplace_back(first_ + at, std::move(record));
            entry.input.records.documents.clear();
            take(std::move(entry.input));
        }
        first_ = opened_.size();
        entries_.clear();
    }

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
                report_.progress().show("reading", ++read_, std::max(total_, opened_.size()));
            },
        };
        perform_all(work, options_.jobs, options_.limits);
        if (again_.empty()) return;
        std::vector<InputFile> again = std::exchange(again_, {});
        read_round(again);
    }

    /// A page that ends the worker costs itself alone, a few times over; where it was one of several they are read one
    /// by one.
    static std::optional<Attempts> next_attempts(const StagePlace& place, Attempts attempts) {
        const bool one = place.page > 0 && (place.stage == Stage::reading || place.stage == Stage::recognising);
        const bool several = place.page == 0 && place.stage == Stage::recognising && !attempts.by_the_page;
        if (several) {
            attempts.by_the_page = true;
        } else if (one && attempts.broken_pages.size() < most_broken_pages) {
            attempts.broken_pages.push_back(place.page);
        } else {
            return std::nullopt;
        }
        return attempts;
    }

    Perform perform() const {
        return [this](std::string_view job, StageMark& mark) {
            return perform_read_job(job, keep_ != Keep::records, options_.reading, knowledge_, mark);
        };
    }

    /// The job for a source; nothing where it cannot be opened or its bytes are known.
    std::optional<std::string> job_of(InputFile& source) {
        Result<std::string> bytes = bytes_of(source);
        if (!bytes) {
            open({to_valid_utf8(source.name), "", 0, {}});
            entries_.back().input.records = failed_records(opened_.back(), bytes.error());
            return std::nullopt;
        }
        if (!source.place && !find_place(source, *bytes)) return std::nullopt;
        return read_job(to_valid_utf8(source.name), *bytes, source.converted, source.attempts);
    }

    Result<std::string> bytes_of(const InputFile& source) const {
        if (source.problem) return *source.problem;
        if (source.held) return *source.held;
        return files_.read(source.path, most_document_bytes);
    }

    bool find_place(InputFile& source, const std::string& bytes) {
        std::string hash = sha256_hex(bytes);
        const auto [known, is_new] = place_of_hash_.try_emplace(hash, opened_.size());
        if (!is_new) {
            opened_[known->second].also.push_back(to_valid_utf8(source.name));
            return false;
        }
        source.place = opened_.size();
        open({to_valid_utf8(source.name), std::move(hash), bytes.size(), {}});
        return true;
    }

    void open(Opened opened) {
        opened_.push_back(std::move(opened));
        entries_.emplace_back();
    }

    const Opened& opened(const InputFile& source) const { return opened_[*source.place]; }
    Entry& entry(const InputFile& source) { return entries_[*source.place - first_]; }

    void take(const InputFile& source, WorkResult result) {
        if (result.state != WorkState::done) {
            std::optional<Attempts> next = next_attempts(result.place, source.attempts);
            if (!next) return fail(source, failure(opened(source).file, result));
            again_.push_back(source);
            again_.back().attempts = std::move(*next);
            return;
        }
        Result<ReadReply> reply = read_reply(result.output, opened(source).file);
        if (!reply) return fail(source, reply.error());
        const Treatment treatment = treatment_of(reply->kind);
        const bool is_archive = treatment == Treatment::unpack;
        const bool waits = treatment == Treatment::convert && source.converted.empty() && converter_;
        if (is_archive || waits || reply->kind == FileKind::mail) pending_.push_back({source, reply->kind});
        entry(source).only_holds = is_archive;
        if (reply->problem) return fail(source, *reply->problem);
        entry(source).input = {std::move(reply->records), std::move(reply->document)};
        if (keep_ == Keep::members) entry(source).input.member = source.held;
    }

    void fail(const InputFile& source, Diagnostic why) {
        entry(source).input.records = failed_records(opened(source), std::move(why));
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
        Diagnostic why = made.error();
        why.place.file = opened(pending.source).file;
        why.detail = std::string(words_of(pending.kind)) + "; " + why.detail;
        fail(pending.source, std::move(why));
    }

    /// Unpacks containers from `begin` on as far as they may wait in memory together, and reads what they hold; gives
    /// the first that is left.
    std::size_t unpack_some(const std::vector<Pending>& containers, std::size_t begin) {
        std::size_t end = begin, packed = 0;
        while (end < containers.size() && (end == begin || packed < most_packed_bytes))
            packed += opened(containers[end++].source).bytes;
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
        const std::string name = opened(source).file;
        std::optional<Unpacked> unpacked =
            result.state == WorkState::done ? unpack_reply(result.output) : std::optional<Unpacked>();
        if (!unpacked) return hold_nothing(source, failure(name, result));
        if (source.depth == deepest && !unpacked->members.empty())
            return hold_nothing(source, {Code::member_refused, {name}, "it is too deep inside other files"});
        for (const Diagnostic& refused : unpacked->refused) {
            if (severity_of(refused.code) == Severity::error) return hold_nothing(source, refused);
            report_.add(refused);
        }
        if (unpacked->members.empty() && entry(source).only_holds)
            return hold_nothing(source, {Code::folder_empty, {name}, ""});
        for (Member& member : unpacked->members) {
            members.push_back({name + "/" + member.path, "",
                               std::make_shared<const std::string>(std::move(member.bytes)), source.depth + 1,
                               std::move(member.problem)});
        }
    }

    /// An archive that gives no documents is a document that could not be read; a message keeps its text.
    void hold_nothing(const InputFile& source, Diagnostic why) {
        if (!entry(source).only_holds) return report_.add(why);
        entry(source).only_holds = false;
        fail(source, std::move(why));
    }

    Keep keep_;
    const Knowledge& knowledge_;
    SharedOptions options_;
    const Files& files_;
    Report& report_;
    std::optional<Converter> converter_;
    std::size_t total_ = 0;       // files that were found
    std::vector<Opened> opened_;  // all that were opened, in the order in which they were met
    std::size_t first_ = 0;       // the first of them that was not handed on
    std::vector<Entry> entries_;  // one for each from there on
    std::vector<Pending> pending_;
    std::vector<InputFile> again_;  // to be read once more, without the page that ended the worker
    std::vector<std::pair<std::size_t, DocumentRecord>> documents_;  // with the place of their file
    std::map<std::string, std::size_t> place_of_hash_;
    std::size_t read_ = 0;
};

}  // namespace

Result<Knowledge> read_knowledge(const Resources& resources, const Files& files, Compile shipped) {
    const Result<std::vector<NamedText>> rules = read_texts(resources.rules, {".xml"}, files);
    if (!rules) return rules.error();
    const Result<std::vector<NamedText>> themes = read_texts(resources.themes, {".xml"}, files);
    if (!themes) return themes.error();
    return load_knowledge(*rules, *themes, shipped);
}

std::vector<ReadInput> read_inputs(const std::vector<std::string>& paths, Keep keep, const Knowledge& knowledge,
                                   const SharedOptions& options, const Files& files, Report& report) {
    Reading reading(keep, knowledge, options, files, report);
    std::vector<ReadInput> inputs;
    reading.read_all(paths, [&](ReadInput input) { inputs.push_back(std::move(input)); });
    std::vector<DocumentRecord> documents = reading.take_documents();
    for (std::size_t i = 0; i < inputs.size(); ++i) inputs[i].records.documents.push_back(std::move(documents[i]));
    return inputs;
}

std::vector<DocumentRecord> stream_inputs(const std::vector<std::string>& paths, const Knowledge& knowledge,
                                          const SharedOptions& options, const Files& files, Report& report,
                                          const std::function<void(const Records&)>& take) {
    Reading reading(Keep::records, knowledge, options, files, report);
    reading.read_all(paths, [&](const ReadInput& input) { take(input.records); });
    return reading.take_documents();
}

}  // namespace rapporteur
