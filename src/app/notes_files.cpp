#include "app/notes_files.h"

#include <algorithm>

#include "app/inputs.h"
#include "app/message.h"
#include "app/worker_pool.h"
#include "readers/docx/docx_pack_notes.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 28;

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Word leaves a file of that beginning beside a document that is open.
bool is_pack_file(const std::string& path) {
    return to_lower(path).ends_with(".docx") && !file_name(path).starts_with("~$");
}

std::string text_message(const NoteText& text) {
    std::vector<std::string> paragraphs;
    for (const NoteParagraph& paragraph : text) {
        std::vector<std::string_view> runs;
        for (const NoteRun& run : paragraph.runs)
            runs.insert(runs.end(), {run.text, run.bold ? "b" : "", run.italic ? "i" : ""});
        paragraphs.push_back(to_message(runs));
    }
    return to_message(std::vector<std::string_view>(paragraphs.begin(), paragraphs.end()));
}

std::optional<NoteText> text_of(std::string_view message) {
    const auto paragraphs = parts_of(message);
    if (!paragraphs) return std::nullopt;
    NoteText text;
    for (const std::string_view paragraph : *paragraphs) {
        const auto runs = parts_of(paragraph);
        if (!runs || runs->size() % 3 != 0) return std::nullopt;
        NoteParagraph& made = text.emplace_back();
        for (std::size_t i = 0; i < runs->size(); i += 3)
            made.runs.push_back({std::string((*runs)[i]), !(*runs)[i + 1].empty(), !(*runs)[i + 2].empty()});
    }
    return text;
}

/// In a worker: file name and bytes in, problems and notes out.
std::string perform(std::string_view job) {
    const auto parts = *parts_of(job);
    Diagnostics told;
    const Result<PackNotes> notes = read_pack_notes(parts[1], std::string(parts[0]), told);
    if (!notes) told.push_back(notes.error());
    return to_message({to_message(told), notes ? notes_message(*notes) : std::string()});
}

/// Takes what the workers answer.
class Notes {
public:
    explicit Notes(Report& report) : report_(report) {}

    void take(const std::string& path, const WorkResult& result) {
        const auto parts = parts_of(result.output);
        if (result.state != WorkState::done || !parts || parts->size() != 2)
            return fail({Code::worker_crashed, {path}, reason_of(result)});
        const auto told = diagnostics_of((*parts)[0]);
        const auto notes = notes_of((*parts)[1]);
        if (told) report_.add(*told);
        if (!told || !notes) return fail({Code::document_damaged, {path}, "its notes cannot be read: no pack is made"});
        found_.push_back(*notes);
    }

    void fail(const Diagnostic& problem) {
        report_.configured(Result<bool>(problem));
        failed_ = true;
    }

    std::optional<std::vector<PackNotes>> found() && {
        if (failed_) return std::nullopt;
        return std::move(found_);
    }

private:
    Report& report_;
    std::vector<PackNotes> found_;
    bool failed_ = false;
};

}  // namespace

std::string notes_message(const PackNotes& notes) {
    std::vector<std::string> parts{notes.file, notes.title};
    for (const ItemNotes& item : notes.items)
        for (std::string part :
             {item.key, item.number, item.title, text_message(item.position), text_message(item.notes)})
            parts.push_back(std::move(part));
    return to_message(std::vector<std::string_view>(parts.begin(), parts.end()));
}

std::optional<PackNotes> notes_of(std::string_view message) {
    constexpr std::size_t head = 2, each = 5;
    const auto parts = parts_of(message);
    if (!parts || parts->size() < head || (parts->size() - head) % each != 0) return std::nullopt;
    PackNotes notes{std::string((*parts)[0]), std::string((*parts)[1]), {}};
    for (std::size_t i = head; i < parts->size(); i += each) {
        const std::string_view* part = parts->data() + i;
        const auto position = text_of(part[3]), written = text_of(part[4]);
        if (!position || !written) return std::nullopt;
        notes.items.push_back({std::string(part[0]), std::string(part[1]), std::string(part[2]), *position, *written});
    }
    return notes;
}

std::vector<std::string> find_notes(const std::vector<std::string>& inputs, const SharedOptions& shared,
                                    const Files& files, Diagnostics& problems) {
    std::vector<std::string> paths = find_documents(inputs, {"", shared.follow_links}, files, problems);
    std::erase_if(paths, [&](const std::string& path) {
        return !is_pack_file(path) && std::find(inputs.begin(), inputs.end(), path) == inputs.end();
    });
    return paths;
}

std::optional<std::vector<PackNotes>> read_notes(const std::vector<std::string>& paths, const SharedOptions& shared,
                                                 const Files& files, Report& report) {
    Notes notes(report);
    std::vector<std::string> read;  // those whose bytes went to a worker
    std::size_t given = 0;
    const Work work{
        [&]() -> std::optional<std::string> {
            while (given < paths.size()) {
                const std::string& path = paths[given++];
                const Result<std::string> bytes = files.read(path, most_bytes);
                if (!bytes) {
                    notes.fail(bytes.error());
                    continue;
                }
                read.push_back(path);
                return to_message({path, *bytes});
            }
            return std::nullopt;
        },
        [](std::string_view job, StageMark& mark) {
            mark.set(Stage::reading);
            return perform(job);
        },
        [&](std::size_t job, const WorkResult& result) { notes.take(read[job], result); },
    };
    perform_all(work, shared.jobs, shared.limits);
    return std::move(notes).found();
}

}  // namespace rapporteur
