#include "readers/ocr/recognition.h"

#include <algorithm>
#include <array>
#include <utility>

#include "support/language_tag.h"

namespace rapporteur {
namespace {

/// Tesseract names its models by ISO 639-2/T, and Chinese by script.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> model_names{{
    {"ar", "ara"}, {"bg", "bul"}, {"cs", "ces"}, {"da", "dan"}, {"de", "deu"}, {"el", "ell"}, {"en", "eng"},
    {"es", "spa"}, {"fa", "fas"}, {"fi", "fin"}, {"fr", "fra"}, {"he", "heb"}, {"hi", "hin"}, {"hu", "hun"},
    {"id", "ind"}, {"it", "ita"}, {"ja", "jpn"}, {"ko", "kor"}, {"nl", "nld"}, {"no", "nor"}, {"pl", "pol"},
    {"pt", "por"}, {"ro", "ron"}, {"ru", "rus"}, {"sv", "swe"}, {"tr", "tur"}, {"uk", "ukr"}, {"zh", "chi_sim"},
}};

}  // namespace

std::string model_for(std::string_view language, const std::vector<std::string>& models) {
    const std::string_view base = primary_language(language);
    for (const auto& [code, name] : model_names) {
        if (code == base && std::find(models.begin(), models.end(), name) != models.end()) return std::string(name);
    }
    return {};
}

}  // namespace rapporteur
