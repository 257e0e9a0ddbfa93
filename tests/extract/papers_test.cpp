#include "extract/papers.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"
#include "extract/symbols.h"
#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const RuleSet& rules() {
    static const auto rules = load_rules(shipped_rules());
    return rules.value();
}

/// "symbol|title|author|languages|listed" of each paper, one a line.
std::string papers_of(const std::string& text, const std::string& name = "a.md") {
    const auto document = read_document({name, text});
    REQUIRE(document.ok());
    Records records;
    find_papers(*document, make_outline(*document), rules(), records);
    std::string out;
    for (const Paper& paper : records.papers) {
        out += paper.symbol + "|" + paper.title + "|" + paper.author + "|" + join(paper.languages, " ") + "|" +
               (paper.listed ? paper.group.empty() ? "linked" : paper.group : "cited") + "\n";
        REQUIRE(paper.sources.size() == 1);
        const std::string source(document->slice(paper.sources[0].range));
        CHECK(source == (paper.listed || paper.symbol.empty() ? paper.title : source));
    }
    return out;
}

std::string symbols_of(std::string_view text) {
    std::string out;
    for (const FoundSymbol& found : find_symbols(rules().group("en", "paper"), text)) {
        out += (out.empty() ? "" : "; ") + found.symbol;
    }
    return out;
}

}  // namespace

TEST_CASE("symbols of many bodies") {
    CHECK(symbols_of("its report (A/99/604), with E/CN.4/2031/L.7/Rev.1 and HBR/9.") ==
          "A/99/604; E/CN.4/2031/L.7/Rev.1; HBR/9");
    CHECK(symbols_of("accounts (A/99/5 (Vol. II)) and FCX/SBI/2031/L.42/Add.1") ==
          "A/99/5 (Vol. II); FCX/SBI/2031/L.42/Add.1");
    CHECK(symbols_of("General Assembly resolutions 53/399 of 15 May 1998 and 61/385") ==
          "resolution 53/399; resolution 61/385");
    CHECK(symbols_of("Resolution no. 2031/4 and Decision 1/CP.16") == "Resolution no. 2031/4; Decision 1/CP.16");
    CHECK(symbols_of("under ISO/IEC 99025 and RFC 99110, see document 51-HBR-AMD-07") ==
          "ISO/IEC 99025; RFC 99110; 51-HBR-AMD-07");
    CHECK(symbols_of("conclusions (FCX/SBI/2031/L.27 and L.28)") == "FCX/SBI/2031/L.27; FCX/SBI/2031/L.28");
    CHECK(symbols_of("GMG/GFMD, and/or 24/7, in 2013/14, HTTP/2, https://x.org/A/99/12, N/A") == "");
    CHECK(symbols_of("") == "");
}

TEST_CASE("keys and what a symbol supersedes") {
    CHECK(symbol_key("A/99/5 (Vol. II)") == symbol_key("a/99/5 (vol.II)"));
    CHECK(symbol_key("Resolution no. 2031/4") == symbol_key("resolution 2031/4"));
    CHECK(superseded_symbol("A/99/5/Rev.1") == "A/99/5");
    CHECK(superseded_symbol("A/99/5/Add.1") == "");
}

TEST_CASE("a list of documents with symbols, languages and authors") {
    CHECK(papers_of("Background documents\n\nGeneral Assembly\n\n"
                    "- Resolution on safe ports (A/RES/99/4)\n[Arabic] [English] [Spanish]\n"
                    "- Summary of the hearing on ports - Note by the Chair (A/99/370)\n[English]\n\n"
                    "Other documents\n\n"
                    "- Why ports matter (Report of the Task Team)\nHarbour Commission\n\n"
                    "Contributed papers\n\nPlease send papers to the office.\n\n"
                    "- Ports and islands: a view\n(HC/MIG-12/2031/01) - Harbour Institute, Mill College\n"
                    "- Ferries in winter\n(HC/MIG-12/2031/02) - Ferry Union (FU)\n",
                    "a.txt") ==
          "A/RES/99/4|Resolution on safe ports||Arabic English Spanish|Background documents\n"
          "A/99/370|Summary of the hearing on ports - Note by the Chair||English|Background documents\n"
          "|Why ports matter (Report of the Task Team)|Harbour Commission||Other documents\n"
          "HC/MIG-12/2031/01|Ports and islands: a view|Harbour Institute, Mill College||Contributed papers\n"
          "HC/MIG-12/2031/02|Ferries in winter|Ferry Union (FU)||Contributed papers\n");
}

TEST_CASE("papers in a table and behind links") {
    CHECK(
        papers_of("# Council\n\n## List of documents\n\n| Symbol | Title |\n|---|---|\n| HC/1 | Port dues |\n| HC/2 | "
                  "Ferries |\n") == "HC/1|Port dues|||List of documents\nHC/2|Ferries|||List of documents\n");
    CHECK(papers_of("# Council\n\nSee [Request of the delegation of Fiji](https://example.org/a/fiji.pdf) and "
                    "[here](https://example.org/b.pdf).\n") == "|Request of the delegation of Fiji|||linked\n");
}

TEST_CASE("papers cited in running text, each once") {
    CHECK(papers_of(
              "# Report\n\nThe meeting recalled the Declaration of the Port Forum (A/RES/99/4) and his report to the "
              "Forum (A/99/190). The Declaration (A/RES/99/4) stands. It follows resolution 58/308 and the guide "
              "*Safe Ports: A Guide for Pilots*, inter alia.\n") ==
          "A/RES/99/4|Declaration of the Port Forum|||cited\n"
          "A/99/190|report to the Forum|||cited\n"
          "resolution 58/308|resolution 58/308|||cited\n"
          "|Safe Ports: A Guide for Pilots|||cited\n");
    CHECK(
        papers_of(
            "# Resolution\n\nRecalling its decision entitled “Safe ports for all: a plan”, and the panel “Ferries and "
            "islands in winter”.\n") == "|Safe ports for all: a plan|||cited\n");
}

TEST_CASE("titles of cited papers are whole or none") {
    CHECK(
        papers_of(
            "# Report\n\nThe report on the financing of the Port Force (PF) (A/99/596) and its report (A/99/604) were "
            "read. Port Protocol: The Board adopted conclusions (HC/L.2). See document HC/7.\n") ==
        "A/99/596|report on the financing of the Port Force "
        "(PF)|||cited\nA/99/604||||cited\nHC/L.2||||cited\nHC/7||||cited\n");
    CHECK(papers_of("# Resolutions\n\n## Resolution no. 2031/4\n\nRecalling resolution 2030/2,\n") ==
          "resolution 2030/2|resolution 2030/2|||cited\n");
}

TEST_CASE("what is no list of papers") {
    CHECK(papers_of("# Human resources\n\n- Two posts\n- Three posts\n") == "");
    CHECK(papers_of("# Documents\n\nAll documents were sent in time.\n") == "");
}

}  // namespace rapporteur
