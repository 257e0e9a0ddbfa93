#pragma once

#include <memory>
#include <string>
#include <vector>

#include "readers/ocr/raster.h"

namespace rapporteur {

/// A word that was recognised: in points of the picture, y down.
struct RecognisedWord {
    std::string text;  // UTF-8
    double x0 = 0, x1 = 0;
    double baseline = 0;    // of its whole line, in the line's middle
    double height = 0;      // from the foot of "p" to the head of "d" in its line
    double confidence = 0;  // 0 to 100
};

/// What was recognised in a picture, in reading order, or why nothing was.
struct Recognised {
    std::vector<RecognisedWord> words;
    std::string problem = {};
    bool sideways = false;  // most of these words run up or down the picture: Tesseract turns columns of them by itself
};

/// Recognises text in pictures by Tesseract, without threads of its own and without its state from one picture to the
/// next; where Rapporteur was built without Tesseract every answer is that problem. Several may be at work at a time,
/// each in a thread.
class Recogniser {
public:
    /// `folder` holds the models.
    explicit Recogniser(std::string folder);
    ~Recogniser();
    Recogniser(const Recogniser&) = delete;
    Recogniser& operator=(const Recogniser&) = delete;

    /// True where Rapporteur was built with Tesseract.
    static bool is_built_in();

    Recognised read(const Raster& raster, const std::string& model, const GiveUp& give_up);
    /// By how many quarter turns counter-clockwise (0 to 3) the picture has to be turned for its text to stand upright;
    /// 0 where that cannot be told. Needs the model "osd".
    int turn_of(const Raster& raster);

private:
    class Body;
    std::unique_ptr<Body> body_;
};

}  // namespace rapporteur
