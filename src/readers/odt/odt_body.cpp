#include "readers/odt/odt_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/label.h"
#include "readers/labelling.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using odt_space::draw;
using odt_space::office;

constexpr int most_repeated = 64;  // equal cells that a file may ask for at once
constexpr int deepest_heading = 9;

// Indexes of all kinds repeat what stands elsewhere (OpenDocument 1.3 part 3, 8).
constexpr std::array<std::string_view, 7> indexes{"table-of-content", "illustration-index", "table-index",
                                                  "object-index",     "user-index",         "alphabetical-index",
                                                  "bibliography"};

bool is_text(const XmlStream& xml, std::string_view name) { return xml.is(odt_space::text, name); }
bool is_table(const XmlStream& xml, std::string_view name) { return xml.is(odt_space::table, name); }

std::optional<int> start_of(const XmlStream& xml) {
    return xml.has("start-value") ? std::optional(odt_number(xml, "start-value", 1)) : std::nullopt;
}

/// Signs of the fonts that office programs draw bullets with lie in the private use area.
std::string plain_sign(const std::string& sign) {
    if (sign.empty()) return sign;
    const char32_t c = decode_at(sign, 0).value;
    return c >= 0xE000 && c <= 0xF8FF ? "•" : sign;
}

/// "29." is 29, "3(a)" stays: the number without the punctuation around it.
std::string bare_number(std::string_view label) {
    const auto parsed = label_at(std::string(label) + "\tX");
    if (parsed) return parsed->number;
    const auto is_edge = [](char c) { return std::string_view("().:;[]-– ").find(c) != std::string_view::npos; };
    while (!label.empty() && is_edge(label.front())) label.remove_prefix(1);
    while (!label.empty() && is_edge(label.back())) label.remove_suffix(1);
    return std::string(label);
}

}  // namespace

void OdtBody::read(XmlStream& xml) { blocks(xml, nullptr); }

void OdtBody::read_slides(XmlStream& xml) {
    page_ = 0;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.is(draw, "page")) {
            ++page_;
            slide(xml);
        } else {
            xml.skip();
        }
    }
}

void OdtBody::slide(XmlStream& xml) {
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.name() == "notes") {
            leave_out_rest(xml, "speaker's notes");
        } else if (xml.space() == draw) {
            const bool title = xml.raw("class") == "title";
            shape(xml);
            Drafts inside = std::exchange(beside_, {});
            if (title && !inside.empty()) {
                Draft heading = joined(std::move(inside));
                heading.block.kind = BlockKind::heading;
                heading.block.level = page_ == 1 ? 1 : 2;
                heading.marked = true;
                inside.clear();
                inside.push_back(std::move(heading));
            }
            for (Draft& draft : inside) drafts.push_back(std::move(draft));
        } else if (is_table(xml, "table")) {
            table(xml);
        } else {
            xml.skip();
        }
    }
}

void OdtBody::leave_out(std::string_view reason, std::string text) {
    if (!text.empty()) left_out.push_back({std::string(reason), std::move(text), page_});
}

void OdtBody::leave_out_rest(XmlStream& xml, std::string_view reason) {
    leave_out(reason, join(odt_paragraphs(xml), " / "));
}

void OdtBody::begin_page(bool breaks) {
    if (breaks && !drafts.empty()) ++page_;
}

/// The blocks inside the element at hand, in a list of their own.
Drafts OdtBody::gathered(XmlStream& xml) {
    Drafts outer = std::exchange(drafts, {});
    const OdtText held = std::exchange(held_, {});
    blocks(xml, nullptr);
    held_ = held;
    return std::exchange(drafts, std::move(outer));
}

bool OdtBody::skips_too_deep(XmlStream& xml) {
    constexpr int deepest = 200;  // elements; deeper nesting is an attack
    if (xml.depth() <= deepest) return false;
    too_deep_ = true;
    xml.skip();
    return true;
}

void OdtBody::blocks(XmlStream& xml, Item* item) {
    if (skips_too_deep(xml)) return;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.space() == odt_space::text) {
            text_block(xml, item);
        } else if (is_table(xml, "table")) {
            table(xml);
        } else if (xml.space() == draw) {
            shape(xml);
            for (Draft& draft : std::exchange(beside_, {})) drafts.push_back(std::move(draft));
        } else if (xml.is(office, "annotation")) {
            comment(xml);
        } else {
            xml.skip();
        }
    }
}

void OdtBody::text_block(XmlStream& xml, Item* item) {
    const std::string_view name = xml.name();
    if (name == "p") return paragraph(xml, item);
    if (name == "h") return heading(xml, item);
    if (name == "list") return list(xml, item);
    if (name == "numbered-paragraph") return numbered_paragraph(xml);
    if (name == "tracked-changes") return changes_.read(xml);
    if (name == "section") {
        if (xml.raw("display") == "none") leave_out_rest(xml, "hidden section");
        return;  // what stands in any other section comes next
    }
    if (std::find(indexes.begin(), indexes.end(), name) != indexes.end()) {
        return leave_out_rest(xml, "table of contents");
    }
    if (!text_mark(xml)) xml.skip();
}

/// Marks that may stand between blocks and inside paragraphs alike.
bool OdtBody::text_mark(XmlStream& xml) {
    if (xml.name() == "soft-page-break") {
        ++page_;
        return true;
    }
    if (xml.name() == "change" || xml.name() == "change-start" || xml.name() == "change-end") {
        change(xml, nullptr, {});
        return true;
    }
    return false;
}

void OdtBody::paragraph(XmlStream& xml, Item* item) {
    const OdtSetting& setting = styles_.paragraph(xml.value("style-name"));
    begin_page(setting.breaks_before);
    OdtText text = std::exchange(held_, {});
    Drafts outer = std::exchange(beside_, {});
    inlines(xml, text, setting.look, "");
    Drafts beside = std::exchange(beside_, std::move(outer));
    if (inserted_) {
        held_ = std::move(text);
    } else {
        Drafts lines = text.take();
        if (setting.title && !lines.empty() && item == nullptr) {
            Draft title = joined(std::move(lines));
            title.block.kind = BlockKind::heading;
            title.block.level = 1;
            title.marked = true;
            drafts.push_back(std::move(title));
        } else {
            add(std::move(lines), item);
        }
    }
    for (Draft& draft : beside) drafts.push_back(std::move(draft));
    if (setting.breaks_after) ++page_;
}

void OdtBody::heading(XmlStream& xml, Item* item) {
    const OdtSetting& setting = styles_.paragraph(xml.value("style-name"));
    begin_page(setting.breaks_before);
    const int level = std::clamp(odt_number(xml, "outline-level", 1), 1, static_cast<int>(odt_levels));
    const bool plain = xml.raw("is-list-header") == "true";
    const std::optional<int> start = xml.raw("restart-numbering") == "true" && !xml.has("start-value")
                                         ? std::optional(styles_.outline()[static_cast<std::size_t>(level - 1)].start)
                                         : start_of(xml);
    OdtText text = std::exchange(held_, {});
    Drafts outer = std::exchange(beside_, {});
    inlines(xml, text, setting.look, "");
    Drafts beside = std::exchange(beside_, std::move(outer));
    Draft draft = joined(text.take());
    if (!draft.text.empty()) {
        draft.block.kind = BlockKind::heading;
        draft.block.level = std::min(level, deepest_heading);
        draft.marked = true;
        if (item != nullptr && !item->header) {
            if (item->waiting) number(draft, *item);
        } else if (item == nullptr && !plain && setting.outlined) {
            draft.block.label = collapse_space(numbering_.heading(level, start));
            draft.block.number = bare_number(draft.block.label);
        }
        draft.block.kind = BlockKind::heading;
        draft.block.level = std::min(level, deepest_heading);
        if (draft.block.label.empty()) take_heading_number(draft);
        drafts.push_back(std::move(draft));
    }
    for (Draft& other : beside) drafts.push_back(std::move(other));
}

void OdtBody::list(XmlStream& xml, Item* outer) {
    OdtNumbering::ListStart start{xml.value("id"), xml.value("style-name"), xml.value("continue-list"),
                                  xml.raw("continue-numbering") == "true"};
    if (start.style.empty() && outer != nullptr) start.style = outer->style;
    if (outer == nullptr) numbering_.start_list(start);
    const int level = outer == nullptr ? 1 : outer->level + 1;
    if (skips_too_deep(xml)) return;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (!is_text(xml, "list-item") && !is_text(xml, "list-header")) {
            xml.skip();
            continue;
        }
        Item item{start.style, level, start_of(xml), xml.name() == "list-header"};
        // 19.880.9: an item may have a style of its own.
        if (xml.has("style-override")) item.style = xml.value("style-override");
        blocks(xml, &item);
    }
}

void OdtBody::numbered_paragraph(XmlStream& xml) {
    Item item{xml.value("style-name"), std::max(odt_number(xml, "level", 1), 1), start_of(xml)};
    const std::string id = "numbered " + xml.value("list-id");
    const bool goes_on = xml.has("list-id") || xml.raw("continue-numbering") == "true";
    numbering_.start_list({id, item.style, goes_on ? id : "", xml.raw("continue-numbering") == "true"});
    blocks(xml, &item);
}

/// Gives the draft the number of the item that it begins.
void OdtBody::number(Draft& draft, Item& item) {
    item.waiting = false;
    std::string label = collapse_space(to_valid_utf8(numbering_.item(item.style, item.level, item.start)));
    label = nfc(plain_sign(label));
    if (label.empty()) return;
    draft.block.label = label;
    draft.block.number = bare_number(label);
    const auto parsed = label_at(label + "\tX");
    item.is_item = !parsed || makes_item(*parsed);
    if (item.is_item) draft.block.number = parsed && parsed->bulleted ? parsed->number : draft.block.number;
    if (parsed && parsed->style == LabelStyle::bullet) draft.block.number.clear();
}

void OdtBody::add(Drafts lines, Item* item) {
    bool first = true;
    for (Draft& draft : lines) {
        const bool counted = item != nullptr && !item->header;
        if (counted && item->waiting && first) {
            number(draft, *item);
            if (draft.block.label.empty()) item->is_item = true;
        } else if (!counted && first) {
            take_label(draft, depth_, 0);
        }
        if (counted && item->is_item && (!draft.block.label.empty() || !first || !item->waiting)) {
            draft.block.kind = BlockKind::list_item;
            draft.block.level = std::min(item->level, deepest_heading);
        }
        first = false;
        drafts.push_back(std::move(draft));
    }
    if (item == nullptr && !lines.empty()) depth_.reset();
}

void OdtBody::table(XmlStream& xml) {
    OdtTable table;
    Drafts outer = std::exchange(beside_, {});
    const int depth = xml.depth();
    int head_depth = 0;
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (is_table(xml, "table-header-rows")) head_depth = xml.depth();
        if (is_table(xml, "table-rows")) head_depth = 0;
        if (is_text(xml, "soft-page-break")) ++page_;
        if (is_table(xml, "table-row")) {
            if (xml.depth() <= head_depth) head_depth = 0;  // the rows of the head have ended
            OdtRow& row = table.rows.emplace_back();
            row.header = head_depth > 0;
            row.page = page_;
        } else if (is_table(xml, "table-cell") && !table.rows.empty()) {
            const int repeated = odt_number(xml, "number-columns-repeated", 1, most_repeated);
            OdtCell made = cell(xml);
            for (int i = 1; i < repeated; ++i) table.rows.back().cells.push_back(made);
            table.rows.back().cells.push_back(std::move(made));
        } else if (is_table(xml, "covered-table-cell")) {
            if (!table.rows.empty()) table.rows.back().covered = true;
            xml.skip();
        }
    }
    Drafts notes = std::exchange(beside_, std::move(outer));
    place(std::move(table));
    for (Draft& draft : notes) drafts.push_back(std::move(draft));
}

OdtCell OdtBody::cell(XmlStream& xml) {
    OdtCell out;
    out.columns = std::max(odt_number(xml, "number-columns-spanned", 1, 1000), 1);
    out.rows = std::max(odt_number(xml, "number-rows-spanned", 1, 10000), 1);
    out.blocks = gathered(xml);
    return out;
}

void OdtBody::place(OdtTable table) {
    // Rows that only make room.
    const auto is_bare = [](const OdtCell& cell) { return cell.blocks.empty() && cell.rows == 1; };
    std::erase_if(table.rows, [&](const OdtRow& row) {
        return !row.covered && std::all_of(row.cells.begin(), row.cells.end(), is_bare);
    });
    if (table.rows.empty()) return;
    if (table.is_frame()) {
        for (OdtRow& row : table.rows) {
            for (OdtCell& cell : row.cells) {
                for (Draft& draft : cell.blocks) drafts.push_back(std::move(draft));
            }
        }
        return;
    }
    for (OdtRow& row : table.rows) {
        for (OdtCell& cell : row.cells) {
            // Notes of a cell follow the table.
            const auto is_note = [](const Draft& draft) { return draft.block.kind == BlockKind::note; };
            for (Draft& draft : cell.blocks) {
                if (is_note(draft)) beside_.push_back(std::move(draft));
            }
            std::erase_if(cell.blocks, is_note);
        }
    }
    Draft draft = draft_of(std::move(table));
    if (!draft.text.empty()) drafts.push_back(std::move(draft));
}

}  // namespace rapporteur
