#include <algorithm>
#include <utility>

#include "readers/odt/odt_body.h"
#include "support/text.h"

// What stands inside a paragraph: characters, changes, links, notes, comments and shapes. Blocks are in odt_body.cpp.
namespace rapporteur {
namespace {

using odt_space::draw;
using odt_space::office;

bool is_text(const XmlStream& xml, std::string_view name) { return xml.is(odt_space::text, name); }

}  // namespace

void OdtBody::change(XmlStream& xml, OdtText* text, const OdtLook& look) {
    const std::string id = xml.value("change-id");
    if (xml.name() != "change") {
        if (tracked_ == Tracked::original && changes_.is_insertion(id)) inserted_ = xml.name() == "change-start";
        return;
    }
    const std::vector<std::string>* deleted = changes_.deleted(id);
    if (deleted == nullptr) return;
    if (tracked_ == Tracked::accepted) return leave_out("deleted in a tracked change", join(*deleted, " / "));
    OdtText own;
    for (std::size_t i = 0; i < deleted->size(); ++i) {
        OdtText& to = text != nullptr ? *text : own;
        if (i > 0) to.break_line();
        to.add((*deleted)[i], look, "", page_);
    }
    if (text == nullptr) add(own.take(), nullptr);
}

void OdtBody::characters(const XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link) {
    const std::string resolved = xml.is_plain() ? std::string() : xml.text();
    const std::string_view words = xml.is_plain() ? xml.raw_text() : std::string_view(resolved);
    if (!inserted_ && !look.hidden.value_or(false) && !look.struck.value_or(false)) {
        return text.add(words, look, link, page_);
    }
    const std::string_view reason = inserted_                     ? "inserted in a tracked change"
                                    : look.hidden.value_or(false) ? "hidden text"
                                                                  : "struck out";
    leave_out(reason, nfc(collapse_space(to_valid_utf8(words))));
}

void OdtBody::inlines(XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link) {
    if (skips_too_deep(xml)) return;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) {
            characters(xml, text, look, link);
        } else {
            inline_element(xml, text, look, link);
        }
    }
}

void OdtBody::inline_element(XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link) {
    if (xml.space() == draw && xml.name() != "a") return shape(xml);
    if (xml.is(office, "annotation")) return comment(xml);
    if (xml.space() != odt_space::text) return;  // what stands in it comes next
    const std::string_view name = xml.name();
    if (name == "span") return inlines(xml, text, styles_.text(xml.value("style-name")).look.over(look), link);
    if (name == "a") {
        const std::string target = xml.value("href");
        return inlines(xml, text, look, target.starts_with('#') ? link : target);
    }
    if (name == "s") return text.add(" ", look, link, page_);
    if (name == "tab") return inserted_ ? void() : text.add_tab();
    if (name == "line-break") return inserted_ ? void() : text.break_line();
    if (name == "note") return note(xml);
    if (name.starts_with("change")) return change(xml, &text, look);
    if ((name == "hidden-text" || name == "hidden-paragraph") && xml.raw("is-hidden") == "true") {
        leave_out("hidden text", nfc(collapse_space(to_valid_utf8(xml.value("string-value")))));
        return xml.skip();
    }
    if (name == "ruby-text" || name == "script" || name == "tracked-changes") return xml.skip();
    text_mark(xml);
}

void OdtBody::note(XmlStream& xml) {
    const int depth = xml.depth();
    std::string mark;
    Drafts body;
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (is_text(xml, "note-citation")) {
            mark = xml.value("label");
            const int inner = xml.depth();
            while (xml.inside(inner)) {
                if (xml.is_text() && mark.empty()) mark = collapse_space(to_valid_utf8(xml.text()));
            }
        } else if (is_text(xml, "note-body")) {
            Drafts outer = std::exchange(beside_, {});
            body = gathered(xml);
            beside_ = std::move(outer);
        } else {
            xml.skip();
        }
    }
    Draft draft;
    for (Draft& part : body) {
        if (part.block.kind == BlockKind::table) continue;
        draft.text.empty() ? void(draft = std::move(part)) : append(draft, part, " ");
    }
    if (draft.text.empty() || inserted_) return;
    draft.block.kind = BlockKind::note;
    draft.block.level = 0;
    draft.block.number = draft.block.label = nfc(mark);
    beside_.push_back(std::move(draft));
}

void OdtBody::comment(XmlStream& xml) {
    std::string author, text;
    const int depth = xml.depth();
    bool of_author = false;
    while (xml.inside(depth)) {
        if (xml.is_text()) {
            (of_author ? author : text) += xml.text();
            continue;
        }
        of_author = xml.is(odt_space::dublin_core, "creator");
        if (!of_author && xml.space() != odt_space::text) xml.skip();
        if (xml.space() == odt_space::text) text += ' ';
    }
    const std::string words = nfc(collapse_space(to_valid_utf8(text)));
    author = nfc(collapse_space(to_valid_utf8(author)));
    leave_out("comment", author.empty() || words.empty() ? words : author + ": " + words);
}

/// Frames and drawn shapes: what is written in them follows the paragraph that they stand in.
void OdtBody::shape(XmlStream& xml) {
    if (xml.name() == "object" || xml.name() == "object-ole") {
        leave_out("embedded object", collapse_space(to_valid_utf8(xml.value("href"))));
        return xml.skip();
    }
    const bool holds_text = xml.name() == "text-box" || xml.name().ends_with("shape") || xml.name() == "rect" ||
                            xml.name() == "ellipse" || xml.name() == "circle" || xml.name() == "caption";
    if (holds_text) {
        Drafts outer = std::exchange(beside_, {});
        Drafts inner = gathered(xml);
        for (Draft& draft : inner) outer.push_back(std::move(draft));
        for (Draft& draft : beside_) outer.push_back(std::move(draft));
        beside_ = std::move(outer);
        return;
    }
    if (skips_too_deep(xml)) return;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.space() == draw) {
            shape(xml);
        } else if (xml.is(odt_space::table, "table")) {
            Drafts outer = std::exchange(drafts, {});
            table(xml);
            for (Draft& draft : std::exchange(drafts, std::move(outer))) beside_.push_back(std::move(draft));
        } else if (xml.is(odt_space::drawing_text, "desc") || xml.is(odt_space::drawing_text, "title")) {
            std::string words;
            const int inner = xml.depth();
            while (xml.inside(inner)) words += xml.is_text() ? xml.text() : "";
            leave_out("picture", nfc(collapse_space(to_valid_utf8(words))));
        } else {
            xml.skip();
        }
    }
}

}  // namespace rapporteur
