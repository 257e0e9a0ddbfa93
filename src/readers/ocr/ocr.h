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
    std::string problem;
};

/// Recognises text in pictures by Tesseract, without threads and without its state from one picture to the next; where
/// Rapporteur was built without Tesseract every answer is that problem.
class Recogniser {
public:
    /// `folder` holds the models.
    explicit Recogniser(std::string folder);
    ~Recogniser();
    Recogniser(const Recogniser&) = delete;
    Recogniser& operator=(const Recogniser&) = delete;

    /// True where Rapporteur was built with Tesseract.
    static bool is_built_in();

    Recognised read(const Raster& raster, const std::vector<std::string>& models, const GiveUp& give_up);

private:
    class Body;
    std::unique_ptr<Body> body_;
};

}  // namespace rapporteur
