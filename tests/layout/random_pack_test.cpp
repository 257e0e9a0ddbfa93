#include <doctest/doctest.h>

#include <cmath>

#include "layout/example.h"

using namespace rapporteur;

namespace {

/// A small generator of its own, so that the packs are the same everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 2654435761u + 1) {}
    int below(int sides) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<int>((state_ >> 33) % static_cast<std::uint64_t>(sides));
    }
    bool one_in(int sides) { return below(sides) == 0; }

private:
    std::uint64_t state_;
};

/// Packs of every kind of block with words of all lengths.
class RandomPack {
public:
    explicit RandomPack(std::uint64_t seed) : dice_(seed) {}

    Pack make() {
        Pack pack;
        pack.meta.language = "en";
        pack.meta.body = words(3);
        pack.meta.meeting = words(12);
        pack.meta.classification = words(2);
        pack.meta.edition = words(6);
        pack.meta.page_words = "Page {page} of {pages}";
        pack.blocks.push_back({Contents{"Contents"}});
        for (int i = 0; i < 60; ++i) pack.blocks.push_back(block(2));
        return pack;
    }

private:
    std::string word() {
        static const char* const kParts[] = {"mi", "gra", "tion", "ré", "pol", "icy-",
                                             "A/", "58",  "ment", "s,", "“ö”", "e"};
        std::string out;
        for (int i = dice_.one_in(40) ? 60 : 1 + dice_.below(4); i > 0; --i) out += kParts[dice_.below(12)];
        return out;
    }

    std::string words(int count) {
        std::string out;
        for (int i = 0; i < count; ++i) out += (i ? " " : "") + word();
        return out;
    }

    Inlines inlines(int most) {
        Inlines out;
        for (int i = 1 + dice_.below(4); i > 0; --i) {
            TextRun run{words(1 + dice_.below(most)) + " "};
            run.bold = dice_.one_in(5);
            run.italic = dice_.one_in(7);
            run.grey = dice_.one_in(7);
            run.small = dice_.one_in(9);
            if (dice_.one_in(6)) run.voice = dice_.one_in(2) ? "own" : "quote";
            out.push_back(run);
        }
        if (dice_.one_in(3)) out.push_back(Citation{words(1 + dice_.below(9)), "#a", dice_.one_in(2) ? "[16]" : ""});
        if (dice_.one_in(6)) out.push_back(FootNote{{TextRun{words(1 + dice_.below(40))}}});
        if (dice_.one_in(9)) out.push_back(StrengthMark{1 + dice_.below(5), words(2), "strength"});
        if (dice_.one_in(9)) out.push_back(StatusMark{DocumentState::in_part, words(2)});
        if (dice_.one_in(9)) out.push_back(LineBreak{});
        return out;
    }

    Paragraph paragraph(int most) {
        static const char* const kRoles[] = {"own", "quote", "caption", "table-quote", "table-own", "symbol"};
        Paragraph p;
        p.role = kRoles[dice_.below(6)];
        p.content = inlines(most);
        return p;
    }

    std::vector<Paragraph> paragraphs(int most) {
        std::vector<Paragraph> out;
        for (int i = dice_.below(4); i > 0; --i) out.push_back(paragraph(most));
        return out;
    }

    Table table() {
        Table table;
        table.role = dice_.one_in(6) ? "key" : "plain";
        table.columns = {{12, 0}, {0, 1}, {dice_.below(60) + 5.0, 0}, {0, 2}};
        if (dice_.one_in(2)) table.head.push_back(row(RowKind::body, 3));
        for (int i = dice_.below(20); i > 0; --i) table.body.push_back(row(static_cast<RowKind>(dice_.below(5)), 25));
        if (dice_.one_in(5)) table.body.push_back(row(RowKind::body, 900));
        return table;
    }

    TableRow row(RowKind kind, int most) {
        TableRow row;
        row.kind = kind;
        for (int i = 1 + dice_.below(4); i > 0; --i) row.cells.push_back({paragraphs(most), 1 + dice_.below(2), false});
        return row;
    }

    PackBlock block(int depth) {
        switch (dice_.below(depth > 0 ? 11 : 4)) {
            case 0:
                return {paragraph(80)};
            case 1:
                return {LabelledRow{inlines(2), inlines(3), dice_.one_in(2) ? "R12" : "", paragraphs(60),
                                    dice_.one_in(2), "r"}};
            case 2:
                return {List{dice_.one_in(2), {{"(a)", paragraphs(30)}, {"", paragraphs(9)}}}};
            case 3:
                return {paragraph(dice_.one_in(4) ? 900 : 30)};
            case 4:
                return {heading()};
            case 5:
                return {table()};
            case 6:
                return {TintedBox{words(4), blocks(depth - 1, 4)}};
            case 7:
                return {Grid{{blocks(depth - 1, 3), blocks(depth - 1, 3), blocks(depth - 1, 2)}}};
            case 8:
                return {columns()};
            case 9:
                return {NotesBox{"Position", "Notes", "Item " + word(), words(4)}};
            default:
                return {PageBreak{}};
        }
    }

    std::vector<PackBlock> blocks(int depth, int most) {
        std::vector<PackBlock> out;
        for (int i = dice_.below(most); i > 0; --i) out.push_back(block(depth));
        return out;
    }

    Heading heading() {
        Heading heading;
        heading.level = 1 + dice_.below(3);
        heading.number = dice_.one_in(3) ? "XXXVIII" : "B";
        heading.content = {TextRun{words(1 + dice_.below(25))}};
        heading.verbatim = dice_.one_in(4);
        heading.kicker = words(2);
        heading.kicker_text = words(6);
        heading.change = dice_.one_in(3) ? "changed" : "";
        heading.printed = !dice_.one_in(5);
        return heading;
    }

    Columns columns() {
        Columns out;
        for (int i = dice_.below(90); i > 0; --i) out.entries.push_back({word(), inlines(8)});
        return out;
    }

    Dice dice_;
};

PageRect area_of(const TextItem& text) {
    return {text.x, text.baseline - 0.7 * text.size, text.x + text.width, text.baseline + 0.2 * text.size};
}

bool overlap(const PageRect& a, const PageRect& b) {
    const double x = std::min(a.x1, b.x1) - std::max(a.x0, b.x0), y = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
    return x > 0.3 && y > 0.6;
}

void check_page(const Page& page) {
    const Style& style = test::print_style();
    const auto texts = test::texts(page);
    for (const TextItem* text : texts) {
        INFO("page " << page.label << ": " << text->text << " at " << text->x << ", " << text->baseline);
        CHECK(text->x >= style.page.left - 0.5);
        CHECK(text->x + text->width <= style.body_right() + 0.5);
        const bool furniture = text->baseline < style.page.top || text->baseline > style.body_bottom();
        if (furniture) CHECK(text->element == -1);
        double advance = 0;
        for (const Glyph& glyph : text->glyphs) advance += glyph.advance;
        CHECK(advance == doctest::Approx(text->width).epsilon(0.001));
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            if (!overlap(area_of(*texts[i]), area_of(*texts[k]))) continue;
            FAIL_CHECK("page " << page.label << ": \"" << texts[i]->text << "\" lies on \"" << texts[k]->text
                               << "\" at " << texts[i]->x << ", " << texts[i]->baseline);
        }
}

}  // namespace

TEST_CASE("no text leaves the body or lies on other text, whatever a pack holds") {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        INFO("seed " << seed);
        Diagnostics diagnostics;
        const Pages pages = test::laid_out(RandomPack(seed).make(), &diagnostics);
        CHECK(pages.pages.size() > 5);
        for (const Page& page : pages.pages) check_page(page);
        for (const Diagnostic& diagnostic : diagnostics) CHECK(diagnostic.code != Code::glyph_missing);
    }
}

TEST_CASE("every element that carries text is in the tree, parents first") {
    const Pages pages = test::laid_out(RandomPack(99).make());
    for (std::size_t i = 0; i < pages.elements.size(); ++i) CHECK(pages.elements[i].parent < static_cast<int>(i));
    for (const Page& page : pages.pages)
        for (const TextItem* text : test::texts(page)) CHECK(text->element < static_cast<int>(pages.elements.size()));
}
