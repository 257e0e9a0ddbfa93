#pragma once

#include <string>
#include <vector>

#include "readers/ocr/ocr.h"
#include "readers/ocr/recognition.h"

namespace rapporteur {

/// What was read in a picture, how, and how surely.
struct PictureText {
    Recognised found;
    std::string model;
    double sure = 0;  // mean confidence of its letters, 0 to 100
    Raster raster;    // as it was read: turned upright; without its points
    int turn = 0;     // quarter turns counter-clockwise from the picture to that
};

/// Reads pictures one after another: turned upright where they stand on their side or head, and in the language that
/// the text itself shows. What it reads in one does not depend on what it read before.
class PictureReader {
public:
    explicit PictureReader(const RecognitionOptions& options);

    /// Begins with `model`. Where that reads little and `search` is set, all the models are tried, up to a few.
    PictureText read(Raster raster, const std::string& model, bool search, const GiveUp& give_up);

private:
    PictureText attempt(const Raster& raster, const std::string& model, const GiveUp& give_up);
    void turn_upright(PictureText& text, Raster& raster, const GiveUp& give_up);
    void try_language(PictureText& text, const Raster& raster, const GiveUp& give_up);
    void try_models(PictureText& text, const Raster& raster, const GiveUp& give_up);

    const RecognitionOptions& options_;
    Recogniser recogniser_;
};

/// The text of recognised words, in their order.
std::string text_of(const Recognised& found);

}  // namespace rapporteur
