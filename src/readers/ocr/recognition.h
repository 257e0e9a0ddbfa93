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

/// How pages are recognised. Without a folder of models nothing is.
struct RecognitionOptions {
    Recognise pages = Recognise::where_needed;
    std::string folder;                                 // of Tesseract's models (tessdata)
    std::vector<std::string> models;                    // those in it by their names ("eng"), the most wanted first
    std::function<void(int page)> begins = [](int) {};  // told of each page (from 1) before it is recognised
    GiveUp give_up = [] { return false; };              // asked while a page is: true leaves it unread
};

/// The models for a text of that language (BCP 47): its own where it is there, else the first few.
std::vector<std::string> models_for(std::string_view language, const std::vector<std::string>& models);

}  // namespace rapporteur
