#include "layout/one_column.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/heading_layout.h"
#include "layout/record_lines.h"

namespace rapporteur {
namespace {

constexpr std::string_view kBetween = "\u2003";  // between a number and what it numbers

std::vector<PackBlock> in_one_column(std::vector<PackBlock> blocks);

/// Puts a number before what it numbers. The space between is a run of its own: in a line from right to left it stands
/// at the number's left.
void put_number(const std::string& number, Inlines& content) {
    TextRun run{number};
    run.accent = run.unbreakable = true;
    content.insert(content.begin(), {std::move(run), TextRun{std::string(kBetween)}});
}

bool says_something(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& item) {
        const auto* run = std::get_if<TextRun>(&item);
        return run ? !run->text.empty() : !std::holds_alternative<LineBreak>(item);
    });
}

/// Blocks one below the other, made of blocks that need columns.
class OneColumn {
public:
    void operator()(Heading&& heading) {
        const std::string title = plain_text(heading.content);
        const std::string number = heading.number;
        if (heading.contents_number.empty()) heading.contents_number = number;
        if (heading.contents_title.empty()) heading.contents_title = title;
        if (heading.running.empty() && (heading.level == 1 || heading.verbatim))
            heading.running = number.empty() ? title : number + std::string(kBetween) + title;
        if (!heading.kicker.empty() && !heading.kicker_text.empty()) heading.kicker += " · ";
        heading.kicker_text = heading.kicker + heading.kicker_text;
        heading.kicker.clear();
        if (!number.empty() && heading.printed) put_number(number, heading.content);
        heading.number.clear();
        add(std::move(heading));
    }

    void operator()(LabelledRow&& row) {
        const bool labelled = says_something(row.label);
        if (labelled) {
            if (!row.number.empty()) put_number(row.number, row.label);
            add_label({"row-label", std::move(row.label), row.anchor});
        }
        if (says_something(row.sublabel)) add_label({"affiliation", std::move(row.sublabel), "", "", labelled});
        bool first = true;
        for (Paragraph& paragraph : row.content) {
            if (first && !labelled && !row.number.empty()) put_number(row.number, paragraph.content);
            if (first && !labelled) paragraph.anchor = paragraph.anchor.empty() ? row.anchor : paragraph.anchor;
            paragraph.close = labelled || !first;
            first = false;
            add(std::move(paragraph));
        }
    }

    void operator()(Table&& table) {
        for (Paragraph& line : record_lines(std::move(table))) add(std::move(line));
    }

    void operator()(Columns&& columns) {
        for (Columns::Entry& entry : columns.entries) {
            TextRun term{entry.term};
            term.bold = true;
            term.voice = "own";
            Paragraph line{"table-quote", {std::move(term), TextRun{std::string(kBetween)}}};
            std::move(entry.expansion.begin(), entry.expansion.end(), std::back_inserter(line.content));
            add(std::move(line));
        }
    }

    void operator()(Grid&& grid) {
        for (std::vector<PackBlock>& cell : grid.cells)
            for (PackBlock& block : in_one_column(std::move(cell))) out_.push_back(std::move(block));
    }

    void operator()(TintedBox&& box) {
        box.content = in_one_column(std::move(box.content));
        add(std::move(box));
    }

    template <class Other>
    void operator()(Other&& other) {
        add(std::forward<Other>(other));
    }

    std::vector<PackBlock> take() { return std::move(out_); }

private:
    template <class Block>
    void add(Block&& block) {
        out_.push_back({std::forward<Block>(block)});
    }

    void add_label(Paragraph label) {
        label.keeps = true;
        add(std::move(label));
    }

    std::vector<PackBlock> out_;
};

std::vector<PackBlock> in_one_column(std::vector<PackBlock> blocks) {
    OneColumn column;
    for (PackBlock& block : blocks) std::visit(column, std::move(block.content));
    return column.take();
}

}  // namespace

bool is_one_column(const Style& style) { return style.grid.text_x <= style.grid.label_x; }

Pack in_one_column(Pack pack) {
    pack.blocks = in_one_column(std::move(pack.blocks));
    return pack;
}

std::string take_number(Inlines& content) {
    const auto* number = content.size() < 2 ? nullptr : std::get_if<TextRun>(&content[0]);
    const auto* between = number ? std::get_if<TextRun>(&content[1]) : nullptr;
    if (!between || !number->accent || between->text != kBetween) return {};
    std::string taken = number->text;
    content.erase(content.begin(), content.begin() + 2);
    return taken;
}

}  // namespace rapporteur
