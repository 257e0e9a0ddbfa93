#include "readers/pdf/pdf_recognition.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "readers/damage.h"
#include "readers/language.h"
#include "readers/ocr/picture_reader.h"
#include "readers/ocr/side_by_side.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double doubtful_below = 50;    // percent of confidence
constexpr double noise_below = 30;       // the same, for what holds neither letter nor digit
constexpr double least_mean = 40;        // a page recognised less surely is a picture of something else
constexpr double height_of_size = 0.93;  // from the foot of "p" to the head of "d", as a share of the font size
constexpr double same_size = 0.15;       // sizes of lines that differ by less are one size
constexpr std::size_t most_stamp_words = 25;
constexpr double scan_share = 0.6;  // of a page, that the picture of a scan covers
constexpr double finest = 250;      // points an inch: more takes longer and is read no better
constexpr double coarsest = 200;    // a coarser scan is drawn larger
constexpr std::size_t probes = 2;   // pages whose text tells the language of the others

std::size_t words_on(const PdfPageText& page) {
    std::size_t count = 0;
    for (const PdfLine& piece : page.pieces) count += piece.words.size();
    return count;
}

std::string text_on(const PdfPageText& page) {
    std::string out;
    for (const PdfLine& piece : page.pieces) out += text_of(piece) + "\n";
    return out;
}

bool is_mostly_rubbish(const PdfPageText& page) {
    std::size_t all = 0, bad = 0;
    for (const PdfLine& piece : page.pieces) {
        const std::string text = text_of(piece);
        all += text.size();
        if (is_rubbish(text)) bad += text.size();
    }
    return bad * 2 > all;
}

enum class Need { none, text_missing, text_bad, under_stamp, asked_for };

Need need_of(const PdfPageText& text, Recognise pages) {
    const PdfPage& page = text.page;
    if (pages == Recognise::off || page.damaged) return Need::none;
    if (pages == Recognise::always) return Need::asked_for;
    if (text.pieces.empty()) return page.has_pictures || page.has_drawings ? Need::text_missing : Need::none;
    if (is_mostly_rubbish(text)) return Need::text_bad;
    const bool stamped = page.picture_share >= scan_share && words_on(text) <= most_stamp_words;
    return stamped ? Need::under_stamp : Need::none;
}

bool has_letter(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.bytes;
        if (is_alpha(c.value) || is_digit(c.value)) return true;
    }
    return false;
}

/// Lines of one font differ by what letters they happen to hold: each takes the most common size near its own.
void even_out_sizes(std::vector<PdfWord>& words) {
    std::map<long, std::size_t> counts;  // half points
    for (const PdfWord& word : words) counts[std::lround(word.size * 2)] += word.text.size();
    std::vector<std::pair<std::size_t, long>> common;
    for (const auto& [size, count] : counts) common.emplace_back(count, size);
    std::stable_sort(common.begin(), common.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::map<long, double> settled;
    std::vector<long> kept;
    for (const auto& [count, size] : common) {
        const auto near = std::find_if(kept.begin(), kept.end(), [size = size](long other) {
            return std::abs(static_cast<double>(size - other)) <= same_size * static_cast<double>(other);
        });
        const long settles = near == kept.end() ? size : *near;
        settled[size] = static_cast<double>(settles) / 2;
        if (settles == size) kept.push_back(size);
    }
    for (PdfWord& word : words) word.size = settled[std::lround(word.size * 2)];
}

std::vector<PdfWord> words_of(const PictureText& text) {
    const Raster& raster = text.raster;
    std::vector<PdfWord> words;
    for (const RecognisedWord& read : text.found.words) {
        PdfWord word;
        word.text = nfc(collapse_space(to_valid_utf8(read.text)));
        if (word.text.empty() || (read.confidence < noise_below && !has_letter(word.text))) continue;
        word.x0 = read.x0 * raster.points;
        word.x1 = read.x1 * raster.points;
        word.baseline = (raster.height - read.baseline) * raster.points;
        word.doubtful = read.confidence < doubtful_below && has_letter(word.text);
        word.size = std::max(read.height * raster.points / height_of_size, 1.0);
        words.push_back(std::move(word));
    }
    even_out_sizes(words);
    return words;
}

/// A page to recognise, and what came of it.
struct Task {
    PdfPageText* page = nullptr;
    Need need = Need::none;
    std::string problem = {};
    PictureText read = {};
};

/// A scan is drawn as finely as it is, all else as recognition likes it best.
double resolution_of(const PdfPage& page) {
    return page.scan_resolution > 0 ? std::clamp(page.scan_resolution, coarsest, finest) : finest;
}

class PageRecogniser {
public:
    PageRecogniser(const PdfSource& source, const RecognitionOptions& options) : source_(source), options_(options) {}

    void run(std::vector<PdfPageText>& pages) {
        std::vector<Task> tasks = tasks_for(pages);
        if (options_.models.empty() || !Recogniser::is_built_in()) return;
        const std::size_t count = std::min(tasks.size(), static_cast<std::size_t>(most_recognised_pages));
        for (std::size_t i = count; i < tasks.size(); ++i) tasks[i].page->page.unread = "too many pages to recognise";
        const std::span<Task> all(tasks.data(), count);
        std::string model = model_for(language_of(text_), options_.models);
        const std::size_t first = model.empty() ? std::min(probes, count) : 0;
        if (first > 0) {
            recognise(all.first(first), options_.models.front(), true);
            for (const Task& task : all.first(first)) text_ += text_of(task.read.found) + "\n";
            model = model_for(language_of(text_), options_.models);
        }
        recognise(all.subspan(first), model.empty() ? options_.models.front() : model, false);
        for (Task& task : all) settle(task);
        if (count > 0) options_.ends();
    }

private:
    /// The pages that need it; the text of the others tells the language.
    std::vector<Task> tasks_for(std::vector<PdfPageText>& pages) {
        std::vector<Task> tasks;
        for (PdfPageText& page : pages) {
            const Need need = need_of(page, options_.pages);
            if (need != Need::none) tasks.push_back({&page, need});
            if (need == Need::none || need == Need::asked_for) text_ += text_on(page);
        }
        return tasks;
    }

    void recognise(std::span<Task> tasks, const std::string& model, bool search) {
        const Company company{options_.threads, options_.take_core, options_.give_core};
        do_side_by_side(tasks.size(), company, [&]() -> std::function<void(std::size_t)> {
            const auto reader = std::make_shared<PictureReader>(options_);
            return [this, reader, tasks, &model, search](std::size_t i) { read(tasks[i], *reader, model, search); };
        });
    }

    void read(Task& task, PictureReader& reader, const std::string& model, bool search) {
        const PdfPage& page = task.page->page;
        const GiveUp give_up = options_.begins(page.number);
        std::optional<Raster> raster;
        {
            const std::lock_guard lock(drawing_);
            raster = source_.raster(page.number, resolution_of(page), give_up);
        }
        if (!raster) {
            task.problem = give_up() ? "drawing it took too long" : "it could not be drawn";
        } else if (!is_blank(*raster)) {
            task.read = reader.read(std::move(*raster), model, search, give_up);
            task.problem = task.read.found.problem;
        }
    }

    /// Puts what was recognised in the place of what the page had, if it is better.
    static void settle(Task& task) {
        PdfPageText& text = *task.page;
        text.page.unread = task.problem;
        if (!task.problem.empty() || task.read.model.empty()) return;
        PdfPageText recognised;
        recognised.pieces = lines_of(words_of(task.read));
        if (!is_better(recognised, task.read.sure, text, task.need)) {
            if (text.pieces.empty()) leave_out(recognised, text.page);
            return;
        }
        text.pieces = std::move(recognised.pieces);
        text.page.recognised = task.read.model + ", " + std::to_string(std::lround(task.read.sure)) + "% sure";
        turn_upright(text.page, (4 - task.read.turn) % 4);
    }

    /// What was read too unsurely is shown to those who look for it, and told nowhere.
    static void leave_out(const PdfPageText& recognised, PdfPage& page) {
        page.unread = "no text was recognised in it";
        const std::string text = collapse_space(text_on(recognised));
        if (!text.empty()) page.left_out.push_back({"recognised too unsurely", text, page.number});
    }

    static bool is_better(const PdfPageText& recognised, double sure, const PdfPageText& text, Need need) {
        if (recognised.pieces.empty() || sure < least_mean) return false;
        if (need == Need::text_bad) return !is_mostly_rubbish(recognised);
        if (need == Need::under_stamp) return words_on(recognised) >= 3 * words_on(text) + 10;
        return true;
    }

    /// What was recognised runs in that direction on the page as it is shown.
    static void turn_upright(PdfPage& page, int quarters) {
        if (page.turn.quarters == quarters && page.turn.slant == 0) return;
        page.turn = {quarters, 0, page.turn.page_width, page.turn.page_height};
        page.width = quarters % 2 == 0 ? page.turn.page_width : page.turn.page_height;
        page.height = quarters % 2 == 0 ? page.turn.page_height : page.turn.page_width;
        page.rules.clear();
        page.grounds.clear();
    }

    const PdfSource& source_;
    const RecognitionOptions& options_;
    std::mutex drawing_;
    std::string text_;  // of the pages so far, to tell the language
};

}  // namespace

void recognise_pages(const PdfSource& source, const RecognitionOptions& options, std::vector<PdfPageText>& pages) {
    if (options.pages != Recognise::off) PageRecogniser(source, options).run(pages);
}

}  // namespace rapporteur
