#include "writers/pdf_check/broken_twin.h"

namespace rapporteur::pdf_check {
namespace {

void lose_language(QPDF& file) { file.getRoot().removeKey("/Lang"); }

auto with_layers(const std::string& properties) {
    return [properties](QPDF& file) { file.getRoot().replaceKey("/OCProperties", parsed(properties)); };
}

}  // namespace

Twins document_twins() {
    return {
        {"01-007", [](QPDF& file) { file.getRoot().getKey("/MarkInfo").replaceKey("/Suspects", parsed("true")); }},
        {"S-marked", [](QPDF& file) { file.getRoot().removeKey("/MarkInfo"); }},
        {"06-001", [](QPDF& file) { file.getRoot().removeKey("/Metadata"); }},
        {"06-002", [](QPDF& file) { change_metadata(file, "<pdfuaid:part>1<", "<pdfuaid:part>7<"); }},
        {"06-003", [](QPDF& file) { change_metadata(file, "<dc:title>", "<dc:source>"); }},
        {"07-001", [](QPDF& file) { file.getRoot().removeKey("/ViewerPreferences"); }},
        {"07-002",
         [](QPDF& file) { file.getRoot().replaceKey("/ViewerPreferences", parsed("<< /DisplayDocTitle false >>")); }},
        {"11-001", lose_language},
        {"11-002", lose_language},
        {"11-003", lose_language},
        {"11-004", lose_language},
        {"11-005", lose_language},
        {"11-006", lose_language},
        {"20-001", with_layers("<< /OCGs [] /D << /Name (all) >> /Configs [<< /BaseState /ON >>] >>")},
        {"20-002", with_layers("<< /OCGs [] /D << /BaseState /ON >> >>")},
        {"20-003", with_layers("<< /OCGs [] /D << /Name (all) /AS [] >> >>")},
        {"A-6.9", with_layers("<< /OCGs [<< /Type /OCG /Name (a) >>] /D << /Name (all) /Order [] >> >>")},
        {"25-001",
         [](QPDF& file) {
             file.getRoot()
                 .getKey("/AcroForm")
                 .replaceKey("/XFA", stream(file, "<< >>", "<config><dynamicRender>required</dynamicRender></config>"));
         }},
        {"A-6.4.1",
         [](QPDF& file) { file.getRoot().getKey("/AcroForm").replaceKey("/NeedAppearances", parsed("true")); }},
        {"A-6.7.4", [](QPDF& file) { file.getRoot().replaceKey("/Lang", parsed("(english_please)")); }},
    };
}

Twins archive_twins() {
    return {
        {"21-001", [](QPDF& file) { QPDFObjectHandle(file.getRoot().getKey("/AF").getArrayItem(0)).removeKey("/UF"); }},
        {"A-6.8", [](QPDF& file) { file.getRoot().getKey("/AF").getArrayItem(0).removeKey("/AFRelationship"); }},
        {"A-6.1.7",
         [](QPDF& file) {
             file.getRoot().replaceKey("/PieceInfo", stream(file, "<< /Filter /LZWDecode >>", "never read"));
         }},
        {"A-6.2.3", [](QPDF& file) { file.getRoot().removeKey("/OutputIntents"); }},
        {"A-6.2.10",
         [](QPDF& file) {
             file.getRoot().removeKey("/OutputIntents");
             add_resource(file, "/ExtGState", "/Faint", parsed("<< /ca 0.5 >>"));
             draw(file, "/Faint gs\n");
         }},
        {"A-6.2.8",
         [](QPDF& file) {
             add_resource(file, "/XObject", "/Picture",
                          stream(file,
                                 "<< /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
                                 "/Interpolate true >>",
                                 "x"));
             draw(file, "/Artifact BMC /Picture Do EMC\n");
         }},
        {"A-6.5.1",
         [](QPDF& file) {
             file.getRoot().replaceKey("/OpenAction", parsed("<< /S /JavaScript /JS (app.beep\\(0\\)) >>"));
         }},
        {"A-6.6.2", [](QPDF& file) { change_metadata(file, "</rdf:RDF>", "</rdf:RDP>"); }},
        {"A-6.6.3",
         [](QPDF& file) { file.getTrailer().getKey("/Info").replaceKey("/Title", parsed("(Another title)")); }},
        {"A-6.6.4", [](QPDF& file) { change_metadata(file, "<pdfaid:part>3<", "<pdfaid:part>2<"); }},
    };
}

}  // namespace rapporteur::pdf_check
