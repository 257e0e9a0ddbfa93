#include "support/text.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

std::vector<std::string> texts(std::string_view text, const std::vector<Range>& ranges) {
    std::vector<std::string> out;
    for (const Range& range : ranges) out.emplace_back(text.substr(range.begin, range.size()));
    return out;
}

std::vector<std::string> sentences_of(std::string_view text) { return texts(text, sentences(text, "en")); }

}  // namespace

TEST_CASE("UTF-8 is decoded strictly and broken bytes become the replacement character") {
    CHECK(decode_at("é", 0).value == 0xE9);
    CHECK(decode_at("\xF0\x9F\x98\x80", 0).bytes == 4);
    CHECK(decode_at("\xC0\x80", 0).value == 0xFFFD);
    CHECK(decode_at("\xED\xA0\x80", 0).value == 0xFFFD);
    CHECK(decode_before("aé", 3).value == 0xE9);
    CHECK(to_valid_utf8("a\xFF"
                        "b") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(is_valid_utf8("\xEF\xBF\xBD"));
}

TEST_CASE("text is normalised, collapsed and folded without a locale") {
    CHECK(nfc("e\xCC\x81") == "é");
    CHECK(collapse_space("  one\t\n two\xC2\xA0three ") == "one two three");
    CHECK(collapse_space("co\xC2\xADoperation") == "cooperation");
    CHECK(to_lower("TITLE") == "title");
    CHECK(to_lower("ÉTAT") == "état");
    CHECK(fold("Åkerman Börje") == "akerman borje");
    CHECK(fold("Members\xE2\x80\x99") == "members'");
    CHECK(sentence_case("REPORT OF THE MEETING") == "Report of the meeting");
    CHECK(sentence_case("Report of the IOM") == "Report of the IOM");
}

TEST_CASE("code points are counted through the index") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "aé";
    const CodePointIndex index(text);
    CHECK(index.at_byte(0) == 0);
    CHECK(index.at_byte(3 * 700) == 1400);
    CHECK(index.at_byte(text.size()) == 2000);
    CHECK(index.byte_of(1400) == 2100);
    CHECK(index.byte_of(2000) == text.size());
}

TEST_CASE("words keep inner hyphens and apostrophes") {
    const std::string_view text =
        "The States' follow-up, o\xE2\x80\x99"
        "clock (2014).";
    CHECK(texts(text, words(text)) == std::vector<std::string>{"The", "States", "follow-up",
                                                               "o\xE2\x80\x99"
                                                               "clock",
                                                               "2014"});
}

TEST_CASE("a sentence ends where one ends") {
    CHECK(sentences_of("One. Two! Three?").size() == 3);
    CHECK(sentences_of("Mr. Ode spoke. Ms. Lind replied.") ==
          std::vector<std::string>{"Mr. Ode spoke.", "Ms. Lind replied."});
    CHECK(sentences_of("See para. 5 of doc. A. It is long.").size() >= 1);
    CHECK(sentences_of("H.E. Ambassador J. K. Ode opened it. He left.").size() == 2);
    CHECK(sentences_of("It cost 3.5 per cent. It fell.").size() == 2);
    CHECK(sentences_of("They met in Oslo.\xC2\xB2 They left.").size() == 2);
    CHECK(sentences_of("He said \xE2\x80\x9Cgo.\xE2\x80\x9D They went.").size() == 2);
    CHECK(sentences_of("Fees, fares, etc. were raised.").size() == 1);
    CHECK(sentences_of("  padded  ").front() == "padded");
    CHECK(sentences_of("").empty());
}
