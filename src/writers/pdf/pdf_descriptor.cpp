#include "writers/pdf/pdf_descriptor.h"

#include "support/hash.h"

namespace rapporteur {

std::string subset_tag(const std::string& subset) {
    const std::string hash = sha256_hex(subset);
    std::string tag;
    for (std::size_t i = 0; i < 6; ++i) {
        const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        tag += static_cast<char>('A' + (value(hash[2 * i]) * 16 + value(hash[2 * i + 1])) % 26);
    }
    return tag;
}

PdfDict write_descriptor(PdfFile& file, const FaceFacts& facts, const std::string& name, int flags,
                         const std::string& subset) {
    constexpr int italic = 64;
    PdfDict program = file.stream(subset);
    if (facts.cff)
        program.set("Subtype", PdfName{"CIDFontType0C"});
    else
        program.set("Length1", static_cast<int>(subset.size()));
    PdfArray box = file.array();
    for (const int side : facts.box) box.add(side);
    return file.indirect_dict({{"Type", PdfName{"FontDescriptor"}},
                               {"FontName", PdfName{name}},
                               {"Flags", flags | (facts.italic_angle != 0 ? italic : 0)},
                               {"FontBBox", box},
                               {"ItalicAngle", facts.italic_angle},
                               {"Ascent", facts.ascent},
                               {"Descent", facts.descent},
                               {"CapHeight", facts.cap_height},
                               {"XHeight", facts.x_height},
                               {"StemV", facts.bold ? 140 : 80},
                               {facts.cff ? "FontFile3" : "FontFile2", program}});
}

}  // namespace rapporteur
