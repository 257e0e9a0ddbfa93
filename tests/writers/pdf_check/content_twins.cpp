#include "writers/pdf_check/broken_twin.h"

namespace rapporteur::pdf_check {
namespace {

auto inserted_after(const std::string& place, const std::string& content) {
    return [place, content](QPDF& file) {
        change_content(file, [&](const std::string& before) { return replaced(before, place, place + content); });
    };
}

auto drawn(const std::string& content) {
    return [content](QPDF& file) { draw(file, content); };
}

}  // namespace

Twins content_twins() {
    return {
        {"01-003", inserted_after("BDC\n", "/Artifact BMC\nEMC\n")},
        {"01-004", drawn("/Artifact BMC /P << /MCID 0 >> BDC EMC EMC\n")},
        {"01-005", drawn("0 0 m 10 10 l S\n")},
        {"S-nesting", drawn("/Artifact BMC\n")},
        {"S-resource", drawn("/Unknown gs\n")},
        {"A-6.2.2", drawn("dance\n")},
        {"30-001",
         [](QPDF& file) {
             add_resource(file, "/XObject", "/Far",
                          stream(file, "<< /Subtype /Form /BBox [0 0 1 1] /Ref << /F (other.pdf) /Page 0 >> >>", ""));
             draw(file, "/Artifact BMC /Far Do EMC\n");
         }},
        {"30-002",
         [](QPDF& file) {
             add_resource(file, "/XObject", "/Twice",
                          stream(file, "<< /Subtype /Form /BBox [0 0 1 1] >>", "/P << /MCID 0 >> BDC EMC\n"));
             draw(file, "/Twice Do /Twice Do\n");
         }},
    };
}

}  // namespace rapporteur::pdf_check
