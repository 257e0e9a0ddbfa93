#include "assemble/running_words.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

Document document_of_text(const std::string& text) {
    Document document;
    document.text = text;
    Block block;
    block.range = {0, text.size()};
    document.blocks.push_back(block);
    return document;
}

RunningWords words_of(const std::string& title, const std::string& text) {
    RunningWords words;
    words.need(title);
    words.learn(document_of_text(text));
    return words;
}

}  // namespace

TEST_CASE("a title in capitals is written as the running text writes its words") {
    const std::string title = "REPORTS OF NON-ANNEX II PORTS UNDER THE LISBON PROTOCOL ON HRBNET";
    const RunningWords words = words_of(title,
                                        "The Lisbon Protocol names ports. Under it, non-port States and ports of Annex "
                                        "II send reports of what HRBNET measured.");
    CHECK(words.title(title) == "Reports of non-Annex II ports under the Lisbon Protocol on HRBNET");
}

TEST_CASE("the first word of a sentence teaches nothing, and a word that is never used keeps a capital") {
    const RunningWords words = words_of("THE DREDGING OF VELA", "Dredging goes on. The dredging of ports is dear.");
    CHECK(words.title("THE DREDGING OF VELA") == "The dredging of Vela");
}

TEST_CASE("titles with small letters stay as they are printed") {
    const RunningWords words = words_of("PORTS", "The ports are open.");
    CHECK(words.title("The PORTS of HRBNET") == "The PORTS of HRBNET");
    CHECK(words.title("").empty());
}
