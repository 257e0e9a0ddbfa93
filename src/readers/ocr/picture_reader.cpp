#include "readers/ocr/picture_reader.h"

#include <algorithm>
#include <utility>

#include "readers/language.h"

namespace rapporteur {
namespace {

constexpr double upright_above = 75;    // percent of confidence: text on its side or head is never read so surely
constexpr double right_above = 60;      // the same for text in a script or language that the model does not know
constexpr double worse_by = 5;          // by which the right model may seem less sure: it knows more letters
constexpr std::size_t most_models = 4;  // that are tried: each takes its time

double mean_confidence(const Recognised& found) {
    double sum = 0, letters = 0;
    for (const RecognisedWord& word : found.words) {
        sum += word.confidence * static_cast<double>(word.text.size());
        letters += static_cast<double>(word.text.size());
    }
    return letters > 0 ? sum / letters : 0;
}

void keep_if(bool better, PictureText& text, PictureText other) {
    if (better && other.found.problem.empty()) text = std::move(other);
}

}  // namespace

std::string text_of(const Recognised& found) {
    std::string out;
    for (const RecognisedWord& word : found.words) out += (out.empty() ? "" : " ") + word.text;
    return out;
}

PictureReader::PictureReader(const RecognitionOptions& options) : options_(options), recogniser_(options.folder) {}

PictureText PictureReader::read(Raster raster, const std::string& model, bool search, const GiveUp& give_up) {
    PictureText text = attempt(raster, model, give_up);
    if (!text.found.problem.empty()) return text;
    turn_upright(text, raster, give_up);
    try_language(text, raster, give_up);
    if (search && text.sure < right_above) try_models(text, raster, give_up);
    text.raster.width = raster.width;
    text.raster.height = raster.height;
    text.raster.points = raster.points;
    return text;
}

PictureText PictureReader::attempt(const Raster& raster, const std::string& model, const GiveUp& give_up) {
    PictureText text;
    text.found = recogniser_.read(raster, model, give_up);
    text.model = model;
    text.sure = mean_confidence(text.found);
    return text;
}

void PictureReader::turn_upright(PictureText& text, Raster& raster, const GiveUp& give_up) {
    int turn = 0;
    if (text.found.sideways && text.sure >= upright_above) {
        turn = 1;  // what was turned and read by itself had its head to the right
    } else if (options_.can_tell_turn && text.sure < upright_above) {
        turn = recogniser_.turn_of(raster);
    }
    if (turn == 0 || give_up()) return;
    Raster upright = turned(raster, turn);
    PictureText other = attempt(upright, text.model, give_up);
    other.turn = turn;
    if (!other.found.problem.empty() || other.found.sideways || other.sure + worse_by <= text.sure) return;
    text = std::move(other);
    raster = std::move(upright);
}

void PictureReader::try_language(PictureText& text, const Raster& raster, const GiveUp& give_up) {
    const std::string language = language_of(text_of(text.found));
    const std::string model = model_for(language, options_.models);
    if (model.empty() || model == text.model || give_up()) return;
    PictureText other = attempt(raster, model, give_up);
    other.turn = text.turn;
    const bool better = other.sure + worse_by > text.sure && language_of(text_of(other.found)) == language;
    keep_if(better, text, std::move(other));
}

void PictureReader::try_models(PictureText& text, const Raster& raster, const GiveUp& give_up) {
    const std::size_t count = std::min(options_.models.size(), most_models);
    for (std::size_t i = 0; i < count && text.sure < right_above && !give_up(); ++i) {
        if (options_.models[i] == text.model) continue;
        PictureText other = attempt(raster, options_.models[i], give_up);
        other.turn = text.turn;
        const bool better = other.sure > text.sure;
        keep_if(better, text, std::move(other));
    }
}

}  // namespace rapporteur
