#include "writers/pdf/pdf_output_intent.h"

#include "writers/pdf/srgb_profile.h"

namespace rapporteur {

void write_output_intent(PdfFile& file) {
    PdfDict profile = file.stream(srgb_profile());
    profile.set("N", 3);
    const PdfText name{"sRGB IEC61966-2.1"};
    PdfDict intent = file.dict({{"Type", PdfName{"OutputIntent"}},
                                {"S", PdfName{"GTS_PDFA1"}},
                                {"OutputConditionIdentifier", name},
                                {"RegistryName", PdfText{"http://www.color.org"}},
                                {"Info", name},
                                {"DestOutputProfile", profile}});
    file.catalog().set("OutputIntents", file.array({intent}));
}

}  // namespace rapporteur
