#include <doctest/doctest.h>

#include "pdf_file_check.h"
#include "sample_pdf.h"
#include "support/text.h"
#include "writers/pdf_check/check.h"

// The sample pack laid out and written, held against what the Matterhorn protocol (PDF/UA-1) lets a machine check.
namespace rapporteur {
namespace {

std::string sample_pdf() {
    auto sample = written_sample();
    return sample ? sample->bytes : std::string();
}

TEST_CASE("a written pack is sound and reads as the pack") {
    const std::string pdf = sample_pdf();
    if (pdf.empty()) return;
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    std::string text;
    for (int i = 0; i < static_cast<int>(file->getAllPages().size()); ++i) text += text_of_page(pdf, i);
    text = collapse_space(text);
    for (const std::string words :
         {"Nguyễn Thị Ánh said, “within a week”", "HSB/9/4, ¶ 33, p. 8", "Tomás Brandt, Port of Ellen",
          "(d) The numbering jumps here.", "Restricted", "Edition 2, 9 April 2031"})
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

TEST_CASE("a pack claims PDF/UA-1 and PDF/A-3a, and keeps to both") {
    const auto sample = written_sample();
    if (!sample) return;
    CHECK(sample->claims.accessible);
    CHECK(sample->claims.archival);
    CHECK(sample->notes.empty());
    CHECK(pdf_check::check_pdf(sample->bytes).words() == "");
    auto file = opened(sample->bytes);
    int figures = 0, heads = 0, annotations = 0;
    for (auto& object : file->getAllObjects()) {
        if (!object.isDictionary()) continue;
        figures += object.getKey("/S").isNameAndEquals("/Figure");
        heads += object.getKey("/S").isNameAndEquals("/TH");
        annotations += object.isDictionaryOfType("/Annot");
    }
    CHECK(figures >= 8);
    CHECK(heads >= 7);
    CHECK(annotations > 12);
}

}  // namespace
}  // namespace rapporteur
