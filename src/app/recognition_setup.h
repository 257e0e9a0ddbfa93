#pragma once

#include <chrono>

#include "app/files.h"
#include "app/options.h"
#include "app/stage.h"

namespace rapporteur {

/// What one page may take of the processor that is read by recognition of its picture, drawing it included.
inline constexpr std::chrono::seconds time_of_recognised_page{20};

/// Finds Tesseract's models ($TESSDATA_PREFIX, else where the system keeps them), and lets workers read them and the
/// system's fonts; without models, or with `--ocr off`, nothing is recognised.
void set_up_recognition(SharedOptions& options, const Files& files);

/// For one job: each page that is recognised is told to `mark`, adds its time to the job's, and is given up when that
/// is over.
void tell_of_recognition(RecognitionOptions& options, StageMark& mark);

}  // namespace rapporteur
