#include "readers/pdf/pdf_recognition.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "readers/damage.h"
#include "readers/language.h"
#include "readers/ocr/ocr.h"
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
constexpr int dark = 128;
constexpr std::size_t least_dark = 50;  // points of a picture: fewer are no letter

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

bool is_blank(const Raster& raster) {
    std::size_t count = 0;
    for (const unsigned char point : raster.grey) {
        if (point < dark && ++count >= least_dark) return false;
    }
    return true;
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

std::vector<PdfWord> words_of(const Recognised& found, const Raster& raster) {
    std::vector<PdfWord> words;
    for (const RecognisedWord& read : found.words) {
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

double mean_confidence(const Recognised& found) {
    double sum = 0, letters = 0;
    for (const RecognisedWord& word : found.words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
    }
    return letters > 0 ? sum / letters : 0;
}

std::string joined(const std::vector<std::string>& models) {
    std::string out;
    for (const std::string& model : models) out += (out.empty() ? "" : "+") + model;
    return out;
}

class PageRecogniser {
public:
    PageRecogniser(const PdfSource& source, const RecognitionOptions& options)
        : source_(source), options_(options), recogniser_(options.folder) {}

    void run(std::vector<PdfPageText>& pages) {
        std::vector<std::pair<PdfPageText*, Need>> needy;
        for (PdfPageText& page : pages) {
            const Need need = need_of(page, options_.pages);
            if (need != Need::none) needy.emplace_back(&page, need);
            if (need == Need::none || need == Need::asked_for) text_ += text_on(page);
        }
        if (options_.models.empty() || !Recogniser::is_built_in()) return;
        int count = 0;
        for (const auto& [page, need] : needy) {
            if (++count > most_recognised_pages) {
                page->page.unread = "too many pages to recognise";
            } else {
                read(*page, need);
            }
        }
    }

private:
    void read(PdfPageText& text, Need need) {
        options_.begins(text.page.number);
        const std::optional<Raster> raster = source_.raster(text.page.number, options_.give_up);
        if (!raster) {
            text.page.unread = options_.give_up() ? "drawing it took too long" : "it could not be drawn";
            return;
        }
        if (is_blank(*raster)) return;
        const std::vector<std::string> models = models_for(language_of(text_), options_.models);
        Recognised found = recogniser_.read(*raster, models, options_.give_up);
        text.page.unread = found.problem;
        if (!found.problem.empty()) return;
        const double sure = mean_confidence(found);
        PdfPageText recognised;
        recognised.pieces = lines_of(words_of(found, *raster));
        if (!is_better(recognised, sure, text, need)) {
            if (text.pieces.empty()) text.page.unread = "no text was recognised in it";
            return;
        }
        text.pieces = std::move(recognised.pieces);
        text_ += text_on(text);
        text.page.recognised = joined(models) + ", " + std::to_string(std::lround(sure)) + "% sure";
        turn_upright(text.page);
    }

    static bool is_better(const PdfPageText& recognised, double sure, const PdfPageText& text, Need need) {
        if (recognised.pieces.empty() || sure < least_mean) return false;
        if (need == Need::text_bad) return !is_mostly_rubbish(recognised);
        if (need == Need::under_stamp) return words_on(recognised) >= 3 * words_on(text) + 10;
        return true;
    }

    /// What was recognised stands in the page as it is shown.
    static void turn_upright(PdfPage& page) {
        if (page.turn.quarters == 0 && page.turn.slant == 0) return;
        page.width = page.turn.page_width;
        page.height = page.turn.page_height;
        page.turn = {0, 0, page.width, page.height};
        page.rules.clear();
    }

    const PdfSource& source_;
    const RecognitionOptions& options_;
    Recogniser recogniser_;
    std::string text_;  // of the pages so far, to tell the language
};

}  // namespace

void recognise_pages(const PdfSource& source, const RecognitionOptions& options, std::vector<PdfPageText>& pages) {
    if (options.pages != Recognise::off) PageRecogniser(source, options).run(pages);
}

}  // namespace rapporteur
