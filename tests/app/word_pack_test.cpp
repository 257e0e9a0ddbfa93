#include <doctest/doctest.h>

#include "app/program.h"
#include "template/word_maker.h"

using namespace rapporteur;

namespace {

const std::string meeting_page = std::string(RAPPORTEUR_SOURCE_DIR) + "/samples/council-paper.md";

std::string letter() {
    return word::file(word::p("To {{cover.prepared_for}}: {{meeting.name}}") +
                      word::table({word::row(
                          {"{{#recommendations}}{{#rows}}{{number}}", "{{quotation}}{{/rows}}{{/recommendations}}"})}) +
                      word::p("{{figure.timeline}}"));
}

}  // namespace

TEST_CASE("a Word file with tags makes DOCX packs") {
    const ScratchFolder folder;
    put(folder / "letter.docx", letter());
    const auto build = [&](const std::string& out, const std::string& formats) {
        return run_program({"build", meeting_page, "--template", folder / "letter.docx", "--out", folder / out,
                            "--format", formats, "--for", "Philippines", "--as-of", "2025-10-01", "--by", "meeting"});
    };
    const Ended ended = build("packs", "docx");
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    const std::string path =
        ended.out.substr(ended.out.find(folder.path()), ended.out.find(".docx") + 5 - ended.out.find(folder.path()));
    const std::string body = word::body_of(content_of(path));
    CHECK(body.find("To Philippines: Fourth Consultation") != std::string::npos);
    CHECK(body.find(">R1<") != std::string::npos);
    CHECK(body.find("LBC/C.22/7, ¶ 8") != std::string::npos);
    CHECK(body.find("<wp:inline") != std::string::npos);
    CHECK(!word::part_of(content_of(path), "word/media/pack-timeline-1.emf").empty());
    CHECK(build("again", "docx").status == 0);
    std::string again = path;
    CHECK(content_of(again.replace(again.find("/packs/"), 7, "/again/")) == content_of(path));

    CHECK(build("both", "pdf,docx").err.find("a Word template gives DOCX packs, no PDF") != std::string::npos);
    const Ended pdf = build("pdf", "pdf");
    CHECK(pdf.status == 65);
    CHECK(pdf.err.find("ask for --format docx") != std::string::npos);
}

TEST_CASE("a template's folder may hold a Word file instead of pack XML, or beside it") {
    const ScratchFolder folder;
    const std::string templates = folder / "templates";
    REQUIRE(run_program({"new-template", "house", "--into", templates}).status == 0);
    put(templates + "/house/pack.docx", letter());
    put(templates + "/letter/pack.docx", letter());
    CHECK(run_program({"list-templates", "--templates", templates}).out == "house\nletter\n");
    CHECK(run_program({"lint", "--templates", templates}).out.find("letter: no mistakes") != std::string::npos);
    const Ended ended = run_program({"build", meeting_page, "--template", "house", "--templates", templates, "--out",
                                     folder / "packs", "--by", "meeting", "--as-of", "2025-10-01"});
    CHECK(ended.status == 0);
    CHECK(ended.out.find(".pdf") != std::string::npos);
    CHECK(ended.out.find(".docx") != std::string::npos);
}

TEST_CASE("the letter that comes with the program makes a pack") {
    const ScratchFolder folder;
    const Ended ended =
        run_program({"build", meeting_page, "--template", "letter", "--format", "docx", "--out", folder / "packs",
                     "--for", "Philippines", "--by", "meeting", "--as-of", "2025-10-01"});
    CHECK(ended.status == 0);
    const std::size_t begin = ended.out.find(folder.path()), end = ended.out.find(".docx", begin);
    const std::string bytes = content_of(ended.out.substr(begin, end + 5 - begin));
    CHECK(word::body_of(bytes).find("<w:tblHeader/>") != std::string::npos);
    CHECK(word::body_of(bytes).find("{{") == std::string::npos);
    CHECK(word::part_of(bytes, "word/header1.xml").find("1 October 2025") != std::string::npos);
}

TEST_CASE("hostile Word templates are refused in good time") {
    const ScratchFolder folder;
    std::string nested, many;
    for (int i = 0; i < 3000; ++i) nested += word::p("{{#meta}}");
    for (int i = 0; i < 1500; ++i) many += word::p("{{> big}}");
    put(folder / "nested.docx", word::file(nested));
    put(folder / "many.docx", word::file(many));
    put(folder / "big.docx", word::file(word::p(std::string(100000, 'x'))));
    put(folder / "bomb.docx", *write_zip({{"[Content_Types].xml", std::string(std::size_t{160} << 20, ' ')}}));
    for (const auto& [name, words] : {std::pair{"nested", "stands inside more than 100 sections"},
                                      {"many", "is brought in too often"},
                                      {"bomb", "unpacks to more than a template can hold"}}) {
        CAPTURE(name);
        const Ended ended = run_program({"lint", folder / (std::string(name) + ".docx")});
        CHECK(ended.status == 65);
        CHECK(ended.err.find(words) != std::string::npos);
    }
}

TEST_CASE("mistakes of a Word template are told before anything is made") {
    const ScratchFolder folder;
    put(folder / "letter.docx", word::file(word::p("a") + word::p("{{titel}} {{#cover}}")));
    for (const Ended& ended :
         {run_program({"lint", folder / "letter.docx"}),
          run_program({"build", meeting_page, "--template", folder / "letter.docx", "--out", folder / "packs"})}) {
        CHECK(ended.status == 65);
        for (const char* words : {"letter.docx: document, paragraph 2: ", "titel (nearest: title)", "is not closed"})
            CHECK(ended.err.find(words) != std::string::npos);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "packs"));
}
