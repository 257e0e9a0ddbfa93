#include "readers/ocr/ocr.h"

#include <utility>

#ifdef RAPPORTEUR_TESSERACT

#include <dlfcn.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <string_view>

// The only place that knows Tesseract.
namespace rapporteur {
namespace {

constexpr std::size_t shortest_long_word = 4;  // bytes: upright it is wider than high
constexpr float least_sure_turn = 1;  // Tesseract's own measure; below it the four directions look much the same

/// Tesseract asks OpenMP for a fixed number of threads for each line of text, which cost more than they give: pages
/// are read beside each other instead. OpenMP keeps the setting for each thread, and is there only where Tesseract was
/// built with it, hence the look-up.
void forbid_threads() {
    using SetLevels = void (*)(int);
    // NOLINTNEXTLINE: POSIX gives functions as object pointers.
    if (const auto set_levels = reinterpret_cast<SetLevels>(dlsym(RTLD_DEFAULT, "omp_set_max_active_levels")))
        set_levels(0);
}

/// Tesseract's strings are the caller's to free.
std::string taken(char* text) {
    const std::unique_ptr<char[]> owner(text);
    return owner ? std::string(owner.get()) : std::string();
}

/// What all words of a line share.
struct RecognisedLine {
    double baseline = 0, height = 0;
};

RecognisedLine line_at(const tesseract::ResultIterator& at) {
    RecognisedLine line;
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    if (at.Baseline(tesseract::RIL_TEXTLINE, &x0, &y0, &x1, &y1)) line.baseline = (y0 + y1) / 2.0;
    float height = 0, descenders = 0, ascenders = 0;
    at.RowAttributes(&height, &descenders, &ascenders);
    line.height = height;
    return line;
}

Recognised words_in(const tesseract::ResultIterator* results) {
    Recognised out;
    std::vector<RecognisedWord>& words = out.words;
    std::size_t long_words = 0, tall = 0;
    if (results == nullptr) return out;
    const std::unique_ptr<const tesseract::ResultIterator> owner(results);
    tesseract::ResultIterator at(*results);
    RecognisedLine line;
    do {
        if (at.Empty(tesseract::RIL_WORD)) continue;
        if (at.IsAtBeginningOf(tesseract::RIL_TEXTLINE) || words.empty()) line = line_at(at);
        RecognisedWord word;
        int left = 0, top = 0, right = 0, bottom = 0;
        if (!at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom)) continue;
        word.text = taken(at.GetUTF8Text(tesseract::RIL_WORD));
        word.x0 = left;
        word.x1 = right;
        word.baseline = line.baseline > 0 ? line.baseline : bottom;
        word.height = line.height > 0 ? line.height : bottom - top;
        word.confidence = static_cast<double>(at.Confidence(tesseract::RIL_WORD));
        if (word.text.size() >= shortest_long_word) {
            ++long_words;
            if (bottom - top > right - left) ++tall;
        }
        words.push_back(std::move(word));
    } while (at.Next(tesseract::RIL_WORD));
    out.sideways = tall * 2 > long_words;
    return out;
}

}  // namespace

class Recogniser::Body {
public:
    explicit Body(std::string folder) : folder_(std::move(folder)) {}

    Recognised read(const Raster& raster, const std::string& model, const GiveUp& give_up) {
        forbid_threads();
        if (!load(model)) return {{}, "no model for its language could be loaded"};
        show(raster, api_);
        tesseract::ETEXT_DESC monitor;
        GiveUp ask = give_up;
        monitor.cancel_this = &ask;
        monitor.cancel = [](void* asked, int) { return (*static_cast<GiveUp*>(asked))(); };
        const bool done = api_.Recognize(&monitor) == 0;
        Recognised out;
        if (done && !give_up()) {
            out = words_in(api_.GetIterator());
        } else {
            out.problem = "recognition took too long";
        }
        api_.Clear();
        return out;
    }

    int turn_of(const Raster& raster) {
        forbid_threads();
        tesseract::TessBaseAPI api;
        if (api.Init(folder_.c_str(), "osd", tesseract::OEM_TESSERACT_ONLY) != 0) return 0;
        show(raster, api);
        int degrees = 0;  // clockwise
        float sure = 0, script_sure = 0;
        const char* script = nullptr;
        if (!api.DetectOrientationScript(&degrees, &sure, &script, &script_sure) || sure < least_sure_turn) return 0;
        return degrees / 90 % 4;
    }

private:
    static void show(const Raster& raster, tesseract::TessBaseAPI& api) {
        api.SetImage(raster.grey.data(), raster.width, raster.height, 1, raster.width);
        api.SetSourceResolution(static_cast<int>(72.0 / raster.points + 0.5));
    }

    bool load(const std::string& model) {
        if (model.empty()) return false;
        if (model == loaded_) return true;
        loaded_.clear();
        if (api_.Init(folder_.c_str(), model.c_str(), tesseract::OEM_LSTM_ONLY) != 0) return false;
        api_.SetPageSegMode(tesseract::PSM_AUTO);
        loaded_ = model;
        return true;
    }

    std::string folder_, loaded_;
    tesseract::TessBaseAPI api_;
};

bool Recogniser::is_built_in() { return true; }

Recognised Recogniser::read(const Raster& raster, const std::string& model, const GiveUp& give_up) {
    return body_->read(raster, model, give_up);
}

int Recogniser::turn_of(const Raster& raster) { return body_->turn_of(raster); }

}  // namespace rapporteur

#else

namespace rapporteur {

class Recogniser::Body {
public:
    explicit Body(const std::string&) {}
};

bool Recogniser::is_built_in() { return false; }

Recognised Recogniser::read(const Raster&, const std::string&, const GiveUp&) {
    return {{}, "Rapporteur was built without Tesseract"};
}

int Recogniser::turn_of(const Raster&) { return 0; }

}  // namespace rapporteur

#endif

namespace rapporteur {

Recogniser::Recogniser(std::string folder) : body_(std::make_unique<Body>(std::move(folder))) {}
Recogniser::~Recogniser() = default;

}  // namespace rapporteur
