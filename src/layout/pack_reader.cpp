#include "layout/pack_reader.h"

#include <charconv>
#include <optional>

#include "layout/figure_reader.h"
#include "layout/inline_reader.h"
#include "layout/pack_schema.h"
#include "layout/script_runs.h"
#include "layout/table_reader.h"
#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

std::string value(const XmlNode& node, std::string_view key) { return std::string(node.attribute(key)); }

bool flag(const XmlNode& node, std::string_view key, bool fallback = false) {
    return node.attribute(key, fallback ? "yes" : "no") == "yes";
}

Heading read_heading(const XmlNode& node) {
    Heading heading;
    heading.level = node.name[1] - '0';
    heading.number = value(node, "number");
    heading.content = read_inlines(node);
    heading.kicker = value(node, "kicker");
    heading.kicker_text = value(node, "kicker-text");
    heading.verbatim = flag(node, "verbatim");
    heading.anchor = value(node, "id");
    heading.running = value(node, "running");
    heading.change = value(node, "change");
    heading.in_contents = flag(node, "contents", true);
    heading.compact = flag(node, "compact");
    heading.lowered = flag(node, "lowered");
    heading.opens = flag(node, "opens");
    heading.printed = flag(node, "printed", true);
    heading.contents_number = value(node, "contents-number");
    heading.contents_title = value(node, "contents-title");
    return heading;
}

LabelledRow read_row(const XmlNode& node) {
    LabelledRow row;
    if (node.has_attribute("label")) row.label.push_back(TextRun{value(node, "label")});
    if (const XmlNode* label = node.child("label")) row.label = read_inlines(*label);
    if (const XmlNode* sublabel = node.child("sublabel")) row.sublabel = read_inlines(*sublabel);
    row.number = value(node, "number");
    row.content = read_paragraphs(node, "own");
    row.continues = flag(node, "continues");
    row.anchor = value(node, "id");
    return row;
}

List read_list(const XmlNode& node) {
    List list;
    list.ordered = node.name == "ol";
    for (const XmlNode& item : node.children)
        if (item.name == "li") list.items.push_back({value(item, "label"), read_paragraphs(item, "own")});
    return list;
}

Columns read_columns(const XmlNode& node) {
    Columns columns;
    for (const XmlNode& term : node.children)
        if (term.name == "term") columns.entries.push_back({value(term, "short"), read_inlines(term)});
    return columns;
}

NotesBox read_notes(const XmlNode& node) {
    NotesBox box;
    box.position_label = value(node, "position");
    box.notes_label = value(node, "notes");
    box.item = value(node, "item");
    box.position_note = value(node, "position-note");
    box.key = value(node, "key");
    box.number = value(node, "number");
    box.title = value(node, "title");
    box.placeholder = value(node, "placeholder");
    box.loose = flag(node, "loose");
    for (const XmlNode& written : node.children)
        (written.attribute("in") == "position" ? box.position : box.notes) = read_paragraphs(written, "own");
    return box;
}

PageBreak read_page_break(const XmlNode& node) {
    PageBreak page_break{value(node, "prefix"), flag(node, "letters"), 1};
    const std::string_view first = node.attribute("first", "1");
    std::from_chars(first.data(), first.data() + first.size(), page_break.first);
    return page_break;
}

Annex read_annex(const XmlNode& node) {
    return {value(node, "document"), value(node, "name"),   value(node, "stamp"),
            value(node, "in-pdf"),   value(node, "alt"),    value(node, "page-damaged"),
            value(node, "locked"),   value(node, "broken"), value(node, "broken-text")};
}

CitingPages read_citing(const XmlNode& node) {
    return {value(node, "of"), value(node, "label"), value(node, "separator"), value(node, "last"), ""};
}

Cover read_cover(const XmlNode& node) {
    Cover cover;
    cover.present = true;
    cover.kind = value(node, "kind");
    cover.body = value(node, "body");
    cover.classification = value(node, "classification");
    cover.logo_alt = value(node, "logo-alt");
    for (const XmlNode& child : node.children) {
        const std::string text = collapse_space(child.all_text());
        if (child.name == "title") cover.title = text;
        if (child.name == "line") cover.lines.push_back(text);
        if (child.name == "fact") cover.facts.push_back({value(child, "label"), text});
        if (child.name == "disclaimer") cover.disclaimer = text;
        if (child.name != "counts") continue;
        cover.counts_label = value(child, "label");
        for (const XmlNode& count : child.children)
            cover.counts.push_back({value(count, "number"), collapse_space(count.all_text())});
    }
    return cover;
}

/// Reads blocks; the first fault in a value stays, with its place.
class BlockReader {
public:
    explicit BlockReader(const std::string& file) : file_(file) {}

    std::vector<PackBlock> read(const XmlNode& parent) {
        std::vector<PackBlock> blocks;
        add(parent, blocks);
        return blocks;
    }

    std::optional<Diagnostic> take_fault() { return std::move(fault_); }

private:
    void add(const XmlNode& parent, std::vector<PackBlock>& blocks) {
        for (const XmlNode& node : parent.children) {
            if (node.name == "section")
                add(node, blocks);
            else if (!node.is_text() && node.name != "meta" && node.name != "cover")
                blocks.push_back(block(node));
        }
    }

    PackBlock block(const XmlNode& node) {
        if (node.name == "p" || node.name == "blockquote") return {read_paragraph(node, "own")};
        if (node.name == "row") return {read_row(node)};
        if (node.name == "ul" || node.name == "ol") return {read_list(node)};
        if (node.name == "table") return {read_or_report(read_table(node, file_))};
        if (node.name == "figure") return {read_or_report(read_figure(node, file_))};
        if (node.name == "box") return {TintedBox{value(node, "title"), read(node)}};
        if (node.name == "columns") return {read_columns(node)};
        if (node.name == "grid") return {grid(node)};
        if (node.name == "notes") return {read_notes(node)};
        if (node.name == "contents") return {Contents{value(node, "title")}};
        if (node.name == "pagebreak") return {read_page_break(node)};
        if (node.name == "annex") return {read_annex(node)};
        if (node.name == "citing") return {read_citing(node)};
        return {read_heading(node)};
    }

    template <class Block>
    Block read_or_report(Result<Block> block) {
        if (block) return std::move(block).value();
        if (!fault_) fault_ = block.error();
        return {};
    }

    Grid grid(const XmlNode& node) {
        Grid grid;
        for (const XmlNode& cell : node.children)
            if (cell.name == "cell") grid.cells.push_back(read(cell));
        return grid;
    }

    const std::string& file_;
    std::optional<Diagnostic> fault_;
};

void read_meta(const XmlNode& node, PackMeta& meta) {
    const std::string_view name = node.attribute("name");
    std::string content = value(node, "content");
    if (name == "subject")
        meta.subject = std::move(content);
    else if (name == "author")
        meta.author = std::move(content);
    else if (name == "body")
        meta.body = std::move(content);
    else if (name == "meeting")
        meta.meeting = std::move(content);
    else if (name == "classification")
        meta.classification = std::move(content);
    else if (name == "edition")
        meta.edition = std::move(content);
    else if (name == "page-words")
        meta.page_words = std::move(content);
    else if (name == "contents-word")
        meta.contents_word = std::move(content);
    else if (name == "date")
        meta.date_iso = std::move(content);
}

}  // namespace

Result<Pack> read_pack(std::string_view xml, const std::string& file) {
    Result<XmlNode> root = parse_xml(xml, file);
    if (!root) return root.error();
    if (auto fault = find_fault(*root, file)) return *fault;
    Pack pack;
    pack.meta.language = root->attribute("lang", "en");
    pack.meta.title = root->attribute("title");
    const std::string_view most = root->attribute("most-pages", "0");
    std::from_chars(most.data(), most.data() + most.size(), pack.meta.most_pages);
    for (const XmlNode& node : root->children) {
        if (node.name == "meta") read_meta(node, pack.meta);
        if (node.name == "cover") pack.cover = read_cover(node);
    }
    BlockReader reader(file);
    pack.blocks = reader.read(*root);
    if (auto fault = reader.take_fault()) return *fault;
    mark_scripts(pack);
    return pack;
}

}  // namespace rapporteur
