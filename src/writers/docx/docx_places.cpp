#include "writers/docx/docx_places.h"

#include "support/text.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

constexpr int deepest_in_contents = 2;

struct WordsOf {
    std::string& out;
    void operator()(const TextRun& run) const { out += run.text; }
    void operator()(const Citation& citation) const { out += " " + citation.text; }
    void operator()(const StrengthMark& mark) const { out += " " + mark.word; }
    void operator()(const StatusMark& mark) const { out += " " + mark.word; }
    void operator()(const FootNote&) const {}
    void operator()(LineBreak) const { out += ' '; }
};

}  // namespace

std::string words_of(const Inlines& inlines) {
    std::string out;
    for (const auto& one : inlines) std::visit(WordsOf{out}, one);
    return collapse_space(out);
}

DocxPlaces::DocxPlaces(const Pack& pack, const Pages& pages) {
    for (const HeadingPages& heading : pages.heading_pages) pages_.emplace(heading.anchor, heading.first);
    add_blocks(pack.blocks);
    number_contents(pages);
}

// The outline has the same headings in the same order, those without an anchor too.
void DocxPlaces::number_contents(const Pages& pages) {
    std::vector<std::string> labels;
    for (const auto& entry : pages.outline)
        if (entry.level <= deepest_in_contents && entry.page >= 0 &&
            static_cast<std::size_t>(entry.page) < pages.pages.size())
            labels.push_back(pages.pages[static_cast<std::size_t>(entry.page)].label);
    if (labels.size() != contents_.size()) return;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (contents_[i].page.empty()) contents_[i].page = labels[i];
}

std::string DocxPlaces::fresh_bookmark() const {
    return "_Place" + std::to_string(by_anchor_.size() + by_heading_.size() + 1);
}

bool DocxPlaces::add(const std::string& anchor) {
    return !anchor.empty() && by_anchor_.emplace(anchor, fresh_bookmark()).second;
}

void DocxPlaces::add_heading(const Heading& heading) {
    const std::string name = add(heading.anchor) ? bookmark(heading.anchor) : fresh_bookmark() + "h";
    by_heading_.emplace(&heading, name);
    if (!heading.in_contents || heading.level > deepest_in_contents) return;
    ContentsEntry entry{heading.level, heading.contents_number, heading.contents_title, heading.change, name, ""};
    if (entry.number.empty() && entry.title.empty()) entry.number = heading.number;
    if (entry.title.empty()) entry.title = words_of(heading.content);
    const auto page = pages_.find(heading.anchor);
    if (page != pages_.end()) entry.page = page->second;
    contents_.push_back(entry);
}

void DocxPlaces::add_paragraphs(const std::vector<Paragraph>& paragraphs) {
    for (const auto& paragraph : paragraphs) add(paragraph.anchor);
}

void DocxPlaces::add_table(const Table& table) {
    for (const auto* rows : {&table.head, &table.body})
        for (const auto& row : *rows) {
            add(row.anchor);
            for (const auto& cell : row.cells) add_paragraphs(cell.content);
        }
}

void DocxPlaces::add_blocks(const std::vector<PackBlock>& blocks) {
    for (const auto& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.content)) add_heading(*heading);
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) add(paragraph->anchor);
        if (const auto* table = std::get_if<Table>(&block.content)) add_table(*table);
        if (const auto* box = std::get_if<TintedBox>(&block.content)) add_blocks(box->content);
        if (const auto* row = std::get_if<LabelledRow>(&block.content)) {
            add(row->anchor);
            add_paragraphs(row->content);
        }
        if (const auto* list = std::get_if<List>(&block.content))
            for (const auto& item : list->items) add_paragraphs(item.content);
        if (const auto* grid = std::get_if<Grid>(&block.content))
            for (const auto& cell : grid->cells) add_blocks(cell);
    }
}

std::string DocxPlaces::bookmark(const std::string& anchor) const {
    const auto found = by_anchor_.find(anchor);
    return found == by_anchor_.end() ? std::string() : found->second;
}

std::string DocxPlaces::bookmark(const Heading& heading) const {
    const auto found = by_heading_.find(&heading);
    return found == by_heading_.end() ? std::string() : found->second;
}

std::string DocxPlaces::placed(const std::string& bookmark, const std::string& content) {
    if (bookmark.empty() || set_.contains(bookmark)) return content;
    const auto id = static_cast<int>(set_.size()) + 1;
    set_.emplace(bookmark, id);
    return tag("w:bookmarkStart", {{"w:id", std::to_string(id)}, {"w:name", bookmark}}) + content +
           tag("w:bookmarkEnd", {{"w:id", std::to_string(id)}});
}

}  // namespace rapporteur
