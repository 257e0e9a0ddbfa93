#include "layout/hyphenation.h"

#include <doctest/doctest.h>

#include "layout/example.h"
#include "layout/line.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

/// Patterns of our own: they part "harbour", "lighthouse" and, in Latin 1, "lumière".
const std::string english = "UTF-8\nr1b\nt1h\nn1c\ne1m\n";
const std::string french = "ISO8859-1\nm1i\ni1\xE8\n";

std::vector<PatternFile> pattern_files() { return {{"en", english}, {"fr-CA", french}}; }

std::vector<std::size_t> places(std::string_view word, std::string_view language = "en") {
    static const Hyphenation hyphenation(pattern_files());
    return hyphenation.places(word, language);
}

/// The lines of a text in the print style's sans, a visible "=" where a hyphen parts a word.
std::string lines(const std::string& words, double width) {
    static const Hyphenation hyphenation(pattern_files());
    Shaper shaper(test::fonts());
    WordBreaks breaks("en");
    const AtomTools tools{test::print_style(), test::fonts(), shaper, breaks, hyphenation, "en"};
    Chunk chunk;
    chunk.text = words;
    chunk.look = look_of(test::print_style().role("own"));
    AtomText text = make_atoms({chunk}, width, tools);
    if (const auto parted = words_to_part(text, width); !parted.empty())
        text = make_atoms({chunk}, width, tools, parted);
    std::vector<std::string> out;
    for (const TextLine& line : break_lines(text.atoms, width)) {
        CHECK(line.width <= width + 1e-6);
        std::string one;
        for (std::size_t i = line.first; i < line.end; ++i) {
            for (std::size_t k = 0; k < text.atoms[i].count; ++k)
                one += text.pieces[text.atoms[i].first + k].shape->text;
            if (text.atoms[i].has_space && i + 1 < line.end) one += ' ';
        }
        if (one.ends_with("\u00AD")) one.replace(one.size() - 2, 2, "=");
        out.push_back(one);
    }
    return join(out, "|");
}

}  // namespace

TEST_CASE("words are parted by the patterns of their language, whatever charset these are in") {
    CHECK(places("harbour") == std::vector<std::size_t>{3});
    CHECK(places("harbour", "en-GB") == std::vector<std::size_t>{3});
    CHECK(places("lumière", "fr") == std::vector<std::size_t>{3, 4});
    CHECK(places("lumière", "fr-CA") == std::vector<std::size_t>{3, 4});
    CHECK(places("harbour", "ar").empty());
    CHECK(places("harbour", "").empty());
}

TEST_CASE("names, symbols, short words and ends of words are not parted") {
    CHECK(places("Harbour").empty());
    CHECK(places("HARBOUR").empty());
    CHECK(places("harbour2").empty());
    CHECK(places("rber").empty());
    CHECK(places("arbour") == std::vector<std::size_t>{2});
    CHECK(places("harborrb").size() == 1);
    CHECK(places(std::string(5000, 'r') + "b").empty());
}

TEST_CASE("patterns that are none part nothing") {
    for (const char* bytes : {"", "\n", "NO-SUCH-CHARSET\nr1b\n", "UTF-8", "UTF-8\n\xFF\xFE\n1\n"})
        CHECK(Hyphenation(std::vector<PatternFile>{{"en", bytes}}).places("nation", "en").empty());
}

TEST_CASE("in a narrow column a word is parted where that saves a line or fills a gap") {
    CHECK(lines("an old lighthouse there", 62) == "an old light=|house there");
    CHECK(lines("(lighthouse),", 40) == "(light=|house),");
    // A wide one is left whole.
    CHECK(lines("all that was seen by them of the old lighthouse", 190) ==
          "all that was seen by them of the old|lighthouse");
}

TEST_CASE("a hyphen of ours reads as a soft one") {
    const Hyphenation hyphenation(pattern_files());
    Diagnostics diagnostics;
    const Pages pages =
        lay_out(test::pack_of("<table columns=\"12mm 1fr\"><tr><td>lighthouse</td><td>x</td></tr></table>"),
                test::print_style(), test::fonts(), diagnostics, hyphenation);
    CHECK(diagnostics.empty());
    std::string text;
    for (const TextItem* item : test::texts(pages.pages.front())) {
        text += item->text;
        CHECK(item->size > 7);  // the hyphen, too, is seen
    }
    CHECK(text.find("light\u00ADhouse") != std::string::npos);
}
