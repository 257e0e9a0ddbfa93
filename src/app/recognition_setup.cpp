#include "app/recognition_setup.h"

#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "readers/ocr/ocr.h"
#include "readers/pdf/pdf_source.h"

namespace rapporteur {
namespace {

/// What this thread has had of the processor: a page is not given up because the machine is busy with other things.
std::chrono::nanoseconds time_of_thread() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

constexpr std::string_view model_ending = ".traineddata";
constexpr std::string_view turn_model = "osd.traineddata";
constexpr std::size_t most_threads = 4;
constexpr std::size_t memory_of_thread = std::size_t{400} << 20;  // bytes: pictures of a page, a model, stack and heap

/// The folders of a list whose parts are separated by colons.
std::vector<std::string> folders_in(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(':'), list.size());
        if (end > 0) out.emplace_back(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return out;
}

/// The models of languages in a folder, English first: those that tell only how a page is turned or where formulas
/// stand recognise no text.
std::vector<std::string> models_in(const std::string& folder, const Files& files) {
    std::vector<std::string> models;
    const Result<std::vector<FolderEntry>> entries = files.list(folder);
    if (!entries) return models;
    for (const FolderEntry& entry : *entries) {
        if (entry.kind != PathKind::file || !entry.name.ends_with(model_ending)) continue;
        std::string name = entry.name.substr(0, entry.name.size() - model_ending.size());
        if (name != "osd" && name != "equ") models.push_back(std::move(name));
    }
    const auto english = std::find(models.begin(), models.end(), "eng");
    if (english != models.end()) std::rotate(models.begin(), english, english + 1);
    return models;
}

std::vector<std::string> model_folders() {
    const char* prefix = std::getenv("TESSDATA_PREFIX");
    if (prefix == nullptr || *prefix == '\0') return folders_in(RAPPORTEUR_MODEL_FOLDERS);
    return {prefix, join_path(prefix, "tessdata")};
}

/// Pages are recognised beside each other on what cores the other workers leave, as far as the memory of a worker goes.
void share_cores(SharedOptions& options) {
    const std::shared_ptr<CoreShare> cores = options.limits.cores;
    RecognitionOptions& recognition = options.reading.recognition;
    const std::size_t memory = options.limits.memory > 0 ? options.limits.memory : memory_of_thread * most_threads;
    const std::size_t room = std::clamp<std::size_t>(memory / memory_of_thread, 1, most_threads);
    recognition.threads = std::min(cores->cores(), static_cast<int>(room));
    recognition.take_core = [cores] { return cores->take(); };
    recognition.give_core = [cores] { cores->give(); };
}

}  // namespace

void set_up_recognition(SharedOptions& options, const Files& files) {
    RecognitionOptions& recognition = options.reading.recognition;
    if (recognition.pages == Recognise::off || !Recogniser::is_built_in()) return;
    for (const std::string& folder : model_folders()) {
        if (files.kind_of(folder) != PathKind::folder) continue;
        recognition.models = models_in(folder, files);
        recognition.can_tell_turn = files.kind_of(join_path(folder, std::string(turn_model))) == PathKind::file;
        recognition.folder = folder;
        if (!recognition.models.empty()) break;
    }
    if (recognition.models.empty()) return;
    std::vector<std::string>& readable = options.limits.readable;
    readable.push_back(recognition.folder);
    for (const std::string& folder : folders_in(RAPPORTEUR_FONT_FOLDERS)) readable.push_back(folder);
    options.limits.cores = std::make_shared<CoreShare>(std::min(options.jobs, cores_of_machine()));
    share_cores(options);
    options.limits.more_time = most_recognised_pages * time_of_recognised_page;
    make_fonts_known();
}

void tell_of_recognition(RecognitionOptions& options, StageMark& mark) {
    const bool one_by_one = options.threads <= 1;
    options.begins = [one_by_one, &mark](int page) -> GiveUp {
        mark.set(Stage::recognising, one_by_one ? page : 0);
        mark.add_time(time_of_recognised_page);
        return [end = time_of_thread() + time_of_recognised_page] { return time_of_thread() >= end; };
    };
    options.ends = [&mark] { mark.set(Stage::reading); };
}

}  // namespace rapporteur
