#include "extract/literal_needs.h"

#include <doctest/doctest.h>

namespace rapporteur {
namespace {

/// "urge+urged|council": clauses parted by "|", literals by "+".
std::string needs(std::string_view pattern) {
    std::string out;
    for (const LiteralClause& clause : literal_needs(pattern).clauses) {
        if (!out.empty()) out += "|";
        for (const std::string& literal : clause) out += (&literal == &clause.front() ? "" : "+") + literal;
    }
    return out;
}

}  // namespace

TEST_CASE("words that stand in a pattern are what its texts cannot lack") {
    CHECK(needs("recommends that") == "recommends that");
    CHECK(needs("\\bCouncil\\b.*decides") == "council|decides");
    CHECK(needs("^The (?P<body>[A-Z]\\w+) urges$") == " urges|the ");
}

TEST_CASE("alternatives are one clause, joined with what stands beside them") {
    CHECK(needs("urge|invite") == "invite+urge");
    CHECK(needs("(?:urg|invit)(?:es|ed)") == "invited+invites+urged+urges");
    CHECK(needs("(?:takes .* note|welcomes)") == "takes +welcomes");
    CHECK(needs("(?:\\d+|notes)") == "");
    CHECK(needs("(?:|very )well") == "well");
}

TEST_CASE("what may be missing asks for nothing") {
    CHECK(needs("reports?") == "report");
    CHECK(needs("(?:also )?notes") == "notes");
    CHECK(needs("(?:also )*notes") == "notes");
    CHECK(needs("(?:also )+notes") == "also |notes");
    CHECK(needs("(?:also ){0,2}notes") == "notes");
    CHECK(needs("(?:ab){2}c{2,}") == "ab");
    CHECK(needs("[a-z]*") == "");
    CHECK(needs("x{,2}y") == "x{,2}y");
    CHECK(needs("x{-1}y") == "x{-1}y");
}

TEST_CASE("letters are small where they are ASCII, and other cases are not followed") {
    CHECK(needs("ISO/IEC") == "iso/iec");
    CHECK(needs("(?i)DÉCIDE de") == "cide de");
    CHECK(needs("décide") == "décide");
    CHECK(needs("(?:(?i)é)té") == "té");
    CHECK(needs("(?i:É)té") == "té");
    CHECK(needs("(?i-s:É(?-i)é)té") == "té|é");
}

TEST_CASE("brackets of a few letters are tried one by one") {
    CHECK(needs("State['’]s") == "state's+state’s");
    CHECK(needs("[Tt]he Board") == "the board");
    CHECK(needs("emphasi[sz]ed") == "emphasised+emphasized");
    CHECK(needs("[a-c]board") == "board");
    CHECK(needs("[^a]board") == "board");
    CHECK(needs("[]x]board") == "]board+xboard");
    CHECK(needs("[\\]x]board") == "]board+xboard");
    CHECK(needs("[\\dx]board") == "board");
    CHECK(needs("[a-]board") == "-board+aboard");
}

TEST_CASE("escapes") {
    CHECK(needs("a\\.b\\x20c\\x{2019}d") == "a.b c’d");
    CHECK(needs("\\p{Greek}word\\pLs") == "word");
    CHECK(needs("\\Sword\\d") == "word");
    CHECK(needs("(item)\\t(?:x)") == "item\tx");
}

TEST_CASE("a single letter tells nothing, a sign does") {
    CHECK(needs("\\w+a\\w+") == "");
    CHECK(needs("\\w+/\\w+") == "/");
}

TEST_CASE("how a text must begin") {
    const auto opening = [](std::string_view pattern) { return literal_needs(pattern).opening; };
    CHECK(opening("^THE (?P<body>\\w+)") == LiteralClause{"the "});
    CHECK(opening("(?i)^(?:item|point) \\d") == LiteralClause{"item ", "point "});
    CHECK(opening("^note$") == LiteralClause{"note"});
    CHECK(opening("^(?:The )?Board").front() == "board");
    CHECK(opening("^\\d+ items").empty());
    CHECK(opening("^(?:a )?\\w+").empty());
    CHECK(opening("^items|notes").empty());
    CHECK(opening("items").empty());
    CHECK(opening("(?:^items)").empty());

    const LiteralNeeds needs = literal_needs("^The |");
    CHECK(needs.allow_opening_of(""));
    const LiteralNeeds the = literal_needs("^(?:The|An) \\w");
    CHECK(the.allow_opening_of("THE BOARD"));
    CHECK(the.allow_opening_of("an item"));
    CHECK_FALSE(the.allow_opening_of("Th"));
    CHECK_FALSE(the.allow_opening_of("At the Board"));
}

TEST_CASE("what is not understood asks for nothing") {
    CHECK(needs("\\Qword\\E") == "");
    CHECK(needs("[[:alpha:]]word") == "");
    CHECK(needs("word)") == "");
    CHECK(needs("(word") == "");
    CHECK(needs("[word") == "");
    CHECK(needs("word\\") == "");
    CHECK(needs("(?i") == "");
    CHECK(needs("") == "");
    CHECK(needs(std::string(100000, '(') + "word") == "");
}

}  // namespace rapporteur
