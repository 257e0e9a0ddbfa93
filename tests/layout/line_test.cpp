#include "layout/line.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/bidi.h"
#include "layout/example.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

/// Words set in the print style's sans and broken for a column; tools live as long as the object.
class Setter {
public:
    /// The lines with "|" between them.
    std::string lines(const std::vector<Chunk>& chunks, double width, bool even = false) {
        const AtomText text =
            make_atoms(chunks, width, {test::print_style(), test::fonts(), shaper_, breaks_, test::no_patterns()});
        too_wide = text.too_wide;
        std::vector<std::string> out;
        for (const TextLine& line : even ? break_evenly(text.atoms, width) : break_lines(text.atoms, width)) {
            CHECK((line.width <= width + 1e-6 || too_wide));
            out.push_back(words(text, line));
        }
        return join(out, "|");
    }

    std::string lines(const std::string& words, double width, bool even = false) {
        return lines({chunk(words)}, width, even);
    }

    double width(const std::string& words) {
        return whole_line(make_atoms({chunk(words)}, 1e9,
                                     {test::print_style(), test::fonts(), shaper_, breaks_, test::no_patterns()})
                              .atoms)
            .width;
    }

    /// How many breaks filling line after line takes.
    long least_breaks(const std::string& words, double width) {
        const AtomText text = make_atoms({chunk(words)}, width,
                                         {test::print_style(), test::fonts(), shaper_, breaks_, test::no_patterns()});
        long breaks = 0;
        double used = 0, space = 0;
        for (const Atom& atom : text.atoms) {
            const bool fits = used == 0 || used + space + atom.width <= width + 1e-6;
            used = fits ? used + space + atom.width : atom.width;
            space = atom.space;
            breaks += fits ? 0 : 1;
        }
        return breaks;
    }

    static Chunk chunk(const std::string& words) {
        Chunk chunk;
        chunk.text = words;
        chunk.look = look_of(test::print_style().role("own"));
        return chunk;
    }

    bool too_wide = false;

private:
    static std::string words(const AtomText& text, const TextLine& line) {
        std::string out;
        for (std::size_t i = line.first; i < line.end; ++i) {
            const Atom& atom = text.atoms[i];
            for (std::size_t k = 0; k < atom.count; ++k)
                if (const ShapedText* shape = text.pieces[atom.first + k].shape) out += shape->text;
            if (atom.has_space && i + 1 < line.end) out += ' ';
        }
        return out;
    }

    Shaper shaper_{test::fonts()};
    WordBreaks breaks_{"en"};
};

}  // namespace

TEST_CASE("lines are filled with whole words") {
    Setter setter;
    CHECK(setter.lines("the harbour masters report to the Board", 90) == "the harbour masters|report to the Board");
    CHECK(setter.lines("a well-known high-level text", 70) == "a well-known|high-level text");
    CHECK(setter.lines("a well-known high-level text", 54) == "a well-|known high-|level text");
    CHECK(setter.lines("", 60).empty());
    CHECK(setter.lines("   ", 60).empty());
}

TEST_CASE("a paragraph is broken as a whole") {
    Setter setter;
    const std::string words = "it is up to the members of the Board to see whether administrations answer";
    // Filled line by line the first would take "the" as well, and the second end far from the edge.
    CHECK(setter.lines(words, 145) == "it is up to the members of|the Board to see whether|administrations answer");
    const std::string tail = "the members of the Board answer at once and in full as to what it is up to";
    const double width = setter.width(tail);
    CHECK(setter.lines(tail, width) == tail);
    const std::string lines = setter.lines(tail, width - 1);
    CHECK(lines.size() - lines.find('|') > std::string_view("|up to").size());
}

TEST_CASE("a paragraph takes as few lines as can be, whatever their lengths") {
    Setter setter;
    std::string words;
    for (int i = 0; i < 400; ++i)
        words += std::string(1 + static_cast<std::size_t>(i * 7919 % 11), 'n') + (i % 13 ? " " : "-");
    for (double width = 40; width < 400; width += 17) {
        const std::string lines = setter.lines(words, width);
        CHECK(std::count(lines.begin(), lines.end(), '|') == setter.least_breaks(words, width));
    }
}

TEST_CASE("a title before a name stays with it") {
    Setter setter;
    CHECK(setter.lines("asked by Mr. Pennant", 72) == "asked by|Mr. Pennant");
}

TEST_CASE("symbols are broken after a slash only where nothing else fits, words anywhere only then") {
    Setter setter;
    CHECK(setter.lines("see A/RES/68/4 there", 60) == "see|A/RES/68/4|there");
    CHECK(setter.lines("UN/POP/MIG-12CM/2014/01", 60) == "UN/POP/|MIG-12CM/|2014/01");
    CHECK(setter.lines("incomprehensibilities", 40) == "incompr|ehensibil|ities");
    CHECK(!setter.too_wide);
    setter.lines("W", 3);
    CHECK(setter.too_wide);
}

TEST_CASE("a dash stays with the word before, a pilcrow with the one after") {
    Setter setter;
    CHECK(setter.lines("expected outcomes – Ambassador", 82) == "expected|outcomes –|Ambassador");
    CHECK(setter.lines("see para ¶ 31 there", 50) == "see para|¶ 31 there");
}

TEST_CASE("a citation is one run, at its own distance, and is broken only where it is wider than the column") {
    Setter setter;
    Chunk cite = Setter::chunk("MC/2353, ¶ 31, p. 7");
    cite.unbreakable = cite.gap_before = true;
    CHECK(setter.lines({Setter::chunk("the words"), cite, Setter::chunk(".")}, 100) ==
          "the words|MC/2353, ¶ 31, p. 7.");
    CHECK(setter.lines({Setter::chunk("the words"), cite}, 50) == "the words|MC/2353,|¶ 31, p. 7");
}

TEST_CASE("a forced break ends its line, blanks at it are lost") {
    Setter setter;
    Chunk line_break;
    line_break.kind = Chunk::Kind::line_break;
    CHECK(setter.lines({Setter::chunk("one "), line_break, Setter::chunk(" two")}, 200) == "one|two");
}

TEST_CASE("words stay apart over the end of a line, and the parts of one element from each other") {
    const Pages pages = test::laid_out(test::pack_of("<h1 number=\"I\">Report</h1><p>one<br/>two-<em>three</em></p>"));
    std::string text;
    for (const TextItem* item : test::texts(pages.pages.front()))
        if (item->element >= 0) text += item->text;
    CHECK(text == "I Report one two-three");
}

TEST_CASE("titles get even lines that do not end in a short word") {
    Setter setter;
    const std::string title = "Report of the meeting on the safety of harbours";
    CHECK(setter.lines(title, 195) == "Report of the meeting on the safety of|harbours");
    CHECK(setter.lines(title, 195, true) == "Report of the meeting|on the safety of harbours");
    const std::string hyphened = "Port Council, Twenty-third meeting";
    CHECK(setter.lines(hyphened, 125, true) == "Port Council,|Twenty-third meeting");
}

TEST_CASE("pieces stand in the order of their levels") {
    CHECK(visual_order({0, 0, 0}) == std::vector<std::size_t>{0, 1, 2});
    CHECK(visual_order({0, 1, 1, 0}) == std::vector<std::size_t>{0, 2, 1, 3});
    CHECK(visual_order({1, 2, 1}) == std::vector<std::size_t>{2, 1, 0});
    CHECK(visual_order({1, 2, 2, 1}) == std::vector<std::size_t>{3, 1, 2, 0});
    CHECK(visual_order({}).empty());
    CHECK(bidi_levels("plain text", {}).of_byte.empty());
    CHECK(bidi_levels("שלום", {}).right_to_left);
    CHECK(!bidi_levels("a שלום", {}).right_to_left);
}

TEST_CASE("a quotation of some lines that runs from right to left stands at the right") {
    std::string words;
    for (int i = 0; i < 20; ++i) words += "שלום עולם ";
    const Pages pages = test::laid_out(test::pack_of("<p role=\"quote\">" + words + "</p>"));
    const auto texts = test::texts(pages.pages.front());
    REQUIRE(!texts.empty());
    CHECK(texts.front()->right_to_left);
    CHECK(texts.front()->text.starts_with("שלום עולם"));
    CHECK(texts.front()->x + texts.front()->width == doctest::Approx(test::print_style().body_right()));
    CHECK(texts.front()->glyphs.front().cluster > texts.front()->glyphs.back().cluster);
}
