#include "writers/pdf/pdf_form_font.h"

#include <algorithm>
#include <array>
#include <string>

#include "writers/pdf/pdf_descriptor.h"
#include "writers/pdf/pdf_face.h"

namespace rapporteur {
namespace {

constexpr unsigned first_code = 32, last_code = 255;

// What WinAnsiEncoding has from 128 to 159; 0x2022 stands for codes without a character of their own.
constexpr std::array<char32_t, 32> upper_codes = {0x20AC, 0x2022, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017D, 0x2022,
                                                  0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x2022, 0x017E, 0x0178};

char32_t character_of(unsigned code) {
    return code >= 128 && code < 160 ? upper_codes[code - 128] : static_cast<char32_t>(code);
}

bool serves(hb_face_t* face, const FaceFacts& facts) {
    return !facts.cff && character_width(face, 'a') > 0 && character_width(face, 0xE9) > 0;
}

// The face that reads best in a field among those at hand.
hb_face_t* choose_face(const std::vector<hb_face_t*>& faces) {
    hb_face_t* chosen = nullptr;
    int best = 0;
    for (hb_face_t* face : faces) {
        if (!face) continue;
        const FaceFacts facts = face_facts(face);
        if (!serves(face, facts)) continue;
        const int rank = 1 + (facts.bold || facts.italic_angle != 0 ? 0 : 1) +
                         (facts.name.find("Sans") != std::string::npos ? 2 : 0);
        if (rank > best) chosen = face;
        best = std::max(best, rank);
    }
    return chosen;
}

}  // namespace

std::optional<PdfDict> write_form_font(PdfFile& file, const std::vector<hb_face_t*>& faces) {
    hb_face_t* face = choose_face(faces);
    if (!face) return std::nullopt;
    std::vector<char32_t> characters;
    PdfArray widths = file.array();
    for (unsigned code = first_code; code <= last_code; ++code) {
        characters.push_back(character_of(code));
        widths.add(character_width(face, character_of(code)));
    }
    const auto subset = subset_face_for(face, characters);
    if (!subset) return std::nullopt;
    constexpr int nonsymbolic = 32;
    const FaceFacts facts = face_facts(face);
    const std::string name = subset_tag(*subset) + "+" + facts.name;
    return file.indirect_dict({{"Type", PdfName{"Font"}},
                               {"Subtype", PdfName{"TrueType"}},
                               {"BaseFont", PdfName{name}},
                               {"Encoding", PdfName{"WinAnsiEncoding"}},
                               {"FirstChar", static_cast<int>(first_code)},
                               {"LastChar", static_cast<int>(last_code)},
                               {"Widths", widths},
                               {"FontDescriptor", write_descriptor(file, facts, name, nonsymbolic, *subset)}});
}

}  // namespace rapporteur
