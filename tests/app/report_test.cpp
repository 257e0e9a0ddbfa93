#include "app/report.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace rapporteur;

namespace {

struct Told {
    std::ostringstream out, err;
    Report report;
    explicit Told(const ReportStyle& style = {}) : report(out, err, style) {}
};

Diagnostic diagnostic(Code code, const std::string& file) {
    Diagnostic out;
    out.code = code;
    out.place.file = file;
    return out;
}

Records with_gap() {
    Records records;
    DocumentRecord document;
    document.id = "d";
    document.file = "minutes.txt";
    document.warnings.push_back(diagnostic(Code::page_without_text, ""));
    document.warnings.back().place.page = 2;
    records.documents.push_back(document);
    Gap gap;
    gap.code = GapCode::number_skipped;
    gap.subject = "IV";
    gap.text = "III, V";
    Source source;
    source.document = "d";
    source.line = 7;
    gap.sources.push_back(source);
    records.gaps.push_back(gap);
    return records;
}

}  // namespace

TEST_CASE("the exit status says how the run ended, the worst first") {
    Told good, gaps, failed, misconfigured;
    CHECK(good.report.status(true) == ExitStatus::done);
    gaps.report.add_gaps(with_gap());
    CHECK(gaps.report.status(false) == ExitStatus::done);
    CHECK(gaps.report.status(true) == ExitStatus::gaps);
    failed.report.add(diagnostic(Code::document_damaged, "a.pdf"));
    failed.report.add_gaps(with_gap());
    CHECK(failed.report.status(false) == ExitStatus::failures);
    misconfigured.report.add(diagnostic(Code::document_damaged, "a.pdf"));
    misconfigured.report.add(diagnostic(Code::style_invalid, "style.toml"));
    CHECK(misconfigured.report.status(false) == ExitStatus::configuration);
}

TEST_CASE("gaps and warnings name file, page or line, and the reason") {
    Told told;
    told.report.add_gaps(with_gap());
    CHECK(told.err.str() ==
          "warning: minutes.txt:7: number skipped (IV): III, V\n"
          "warning: minutes.txt, page 2: the page holds no text\n");
    CHECK(told.out.str() == "");
}

TEST_CASE("what is a warning of the reader and a gap is told once") {
    Records records = with_gap();
    records.documents[0].warnings.push_back(diagnostic(Code::line_damaged, ""));
    records.gaps.push_back(records.gaps[0]);
    records.gaps[1].code = GapCode::line_damaged;
    records.gaps[1].subject = "";
    records.gaps[1].text = "a8.1c)2(5)hf";
    Told told;
    told.report.add_gaps(records);
    CHECK(told.err.str().find("minutes.txt:7: line damaged: a8.1c)2(5)hf\n") != std::string::npos);
    CHECK(told.err.str().find("a line cannot be read") == std::string::npos);
}

TEST_CASE("machines get one JSON object a line") {
    Told told({true, false, false});
    told.report.add(PackLine{"Ninth Harbour Meeting", "meeting", 12, {"packs/ninth.pdf", "packs/ninth.docx"}});
    told.report.add_gaps(with_gap());
    CHECK(told.out.str() ==
          "{\"kind\":\"pack\",\"by\":\"meeting\",\"title\":\"Ninth Harbour Meeting\",\"pages\":12,"
          "\"files\":[\"packs/ninth.pdf\",\"packs/ninth.docx\"]}\n");
    CHECK(told.err.str().find(
              "{\"severity\":\"warning\",\"code\":\"page-without-text\",\"file\":\"minutes.txt\",\"page\":2") !=
          std::string::npos);
}

TEST_CASE("quiet leaves errors only, but counts the rest") {
    Told told({false, true, false});
    told.report.add(PackLine{"Ninth Harbour Meeting", "meeting", 12, {"packs/ninth.pdf"}});
    told.report.add_gaps(with_gap());
    CHECK(told.out.str() + told.err.str() == "");
    told.report.add(diagnostic(Code::file_missing, "none.txt"));
    CHECK(told.err.str() == "error: none.txt: no such file or folder\n");
    CHECK(told.report.status(true) == ExitStatus::failures);
}

TEST_CASE("the progress bar makes way for lines and is for terminals only") {
    Told terminal({false, false, true}), file;
    terminal.report.progress().show("reading", 1, 2);
    CHECK(terminal.err.str() == "\r\x1b[Kreading [############            ] 1/2");
    terminal.report.add(PackLine{"Pack", "theme", 1, {"p.pdf"}});
    CHECK(terminal.err.str().ends_with("1/2\r\x1b[K"));
    CHECK(terminal.out.str() == "Pack (1 page) p.pdf\n");
    file.report.progress().show("reading", 1, 2);
    CHECK(file.err.str() == "");
}
