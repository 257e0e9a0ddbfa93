#include "app/recognition_setup.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "readers/ocr/ocr.h"
#include "readers/pdf/pdf_source.h"

namespace rapporteur {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view model_ending = ".traineddata";

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

}  // namespace

void set_up_recognition(SharedOptions& options, const Files& files) {
    RecognitionOptions& recognition = options.reading.recognition;
    if (recognition.pages == Recognise::off || !Recogniser::is_built_in()) return;
    for (const std::string& folder : model_folders()) {
        if (files.kind_of(folder) != PathKind::folder) continue;
        recognition.models = models_in(folder, files);
        recognition.folder = folder;
        if (!recognition.models.empty()) break;
    }
    if (recognition.models.empty()) return;
    std::vector<std::string>& readable = options.limits.readable;
    readable.push_back(recognition.folder);
    for (const std::string& folder : folders_in(RAPPORTEUR_FONT_FOLDERS)) readable.push_back(folder);
    options.limits.more_time = most_recognised_pages * time_of_recognised_page;
    make_fonts_known();
}

ReadOptions with_clock(ReadOptions options, StageMark& mark) {
    const auto end = std::make_shared<Clock::time_point>();
    options.recognition.begins = [end, &mark](int page) {
        mark.set(Stage::reading, page);
        mark.add_time(time_of_recognised_page);
        *end = Clock::now() + time_of_recognised_page;
    };
    options.recognition.give_up = [end] { return Clock::now() >= *end; };
    return options;
}

}  // namespace rapporteur
