#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/ocr/raster.h"

namespace rapporteur {

/// Which pages of a PDF file are read by recognition of their picture (OCR): none, those without usable text, or all.
enum class Recognise { off, where_needed, always };

/// Further pages of a document stay unread.
inline constexpr int most_recognised_pages = 1000;

/// How pages are recognised. Without a folder of models nothing is. The functions are called from any of the threads.
struct RecognitionOptions {
    Recognise pages = Recognise::where_needed;
    std::string folder;               // of Tesseract's models (tessdata)
    std::vector<std::string> models;  // those in it by their names ("eng"), the most wanted first
    bool can_tell_turn = false;       // the model that tells how a page is turned is there too
    int threads = 1;                  // pages at a time, at the most; what is read does not depend on it
    std::function<bool()> take_core;  // asked before a further page is begun beside the first: false, not now
    std::function<void()> give_core;  // told when that page is done
    /// Told of each page (from 1) before it is recognised; what it gives is asked while it is, and true leaves the page
    /// unread.
    std::function<GiveUp(int page)> begins = [](int) { return [] { return false; }; };
    std::function<void()> ends = [] {};  // told when all are done
};

/// The model for a text of that language (BCP 47); empty where it is not there.
std::string model_for(std::string_view language, const std::vector<std::string>& models);

}  // namespace rapporteur
