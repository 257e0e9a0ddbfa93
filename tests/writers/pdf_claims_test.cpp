#include <doctest/doctest.h>

#include <functional>

#include "page_maker.h"
#include "pdf_file_check.h"
#include "sample_pdf.h"
#include "writers/pdf_check/check.h"

// What a file claims where it cannot keep everything.
namespace rapporteur {
namespace {

using pdf_check::check_pdf;

// A file of one line in one face, with what `change` makes of its pages.
struct Claimed {
    WrittenPdf pdf;

    Claimed(const std::string& text, const PdfOptions& options, const std::function<void(Pages&)>& change = {}) {
        const SystemFace sans("NotoSans-Regular.ttf");
        REQUIRE(sans.present());
        PageMaker maker;
        maker.add_line(sans, text, "H1");
        if (change) change(maker.pages());
        auto written = write_pdf(maker.pages(), {sans.face()}, options);
        REQUIRE(written.ok());
        pdf = std::move(*written);
    }
    bool says(const std::string& words) const { return pdf.bytes.find(words) != std::string::npos; }
};

TEST_CASE("plain pages claim both standards") {
    const Claimed file("Harbour lights", {});
    CHECK(file.pdf.notes.empty());
    CHECK(file.says("<pdfuaid:part>1</pdfuaid:part>"));
    CHECK(file.says("<pdfaid:part>3</pdfaid:part>"));
    CHECK(check_pdf(file.pdf.bytes).words() == "");
}

TEST_CASE("a missing glyph, a missing title or language and a private character cost both claims") {
    const auto costs_both = [](const Claimed& file) {
        return !file.pdf.claims.accessible && !file.pdf.claims.archival && file.pdf.notes.size() == 2 &&
               !file.says("<pdfuaid:part>") && !file.says("<pdfaid:part>");
    };
    CHECK(costs_both(Claimed("Harbour \xF0\x93\x80\x80", {})));  // a hieroglyph
    CHECK(costs_both(Claimed("Harbour", {}, [](Pages& pages) { pages.title = " "; })));
    CHECK(costs_both(Claimed("Harbour", {}, [](Pages& pages) { pages.language.clear(); })));
}

TEST_CASE("headings that jump and figures without words cost PDF/UA only") {
    const auto costs_ua = [](const Claimed& file) { return !file.pdf.claims.accessible && file.pdf.claims.archival; };
    CHECK(costs_ua(Claimed("Harbour", {}, [](Pages& pages) { pages.elements[0].role = "H2"; })));
    CHECK(costs_ua(Claimed("Harbour", {}, [](Pages& pages) { pages.elements[0].role = "Figure"; })));
}

TEST_CASE("what is put into a file may cost a claim; a note names it") {
    PdfOptions options;
    options.claims.archival = false;
    const Claimed file("Harbour", options);
    CHECK(file.says("<pdfuaid:part>1</pdfuaid:part>"));
    CHECK_FALSE(file.says("<pdfaid:part>"));
    REQUIRE(file.pdf.notes.size() == 1);
    CHECK(wording(file.pdf.notes[0]).find("PDF/A-3a") != std::string::npos);
}

}  // namespace
}  // namespace rapporteur
