#include "readers/docx/docx_numbering.h"

#include <algorithm>
#include <utility>

#include "readers/docx/docx_symbols.h"
#include "readers/docx/docx_xml.h"
#include "readers/number_format.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using namespace docx_space;

constexpr int most_links = 8;

int depth_of(const XmlStream& xml) { return std::clamp(docx_number(xml, "ilvl"), 0, docx_list_depth - 1); }

void read_format(XmlStream& xml, DocxListLevel& level) {
    level.format = xml.raw("val");
    if (level.format == "custom") level.format = xml.value("format");
}

DocxListLevel read_level(XmlStream& xml) {
    DocxListLevel level;
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.is(compatibility, "Fallback")) {
            xml.skip();
        } else if (xml.named("start")) {
            level.start = docx_number(xml, "val", 1);
        } else if (xml.named("numFmt")) {
            read_format(xml, level);
        } else if (xml.named("lvlText")) {
            level.text = xml.value("val");
        } else if (xml.named("pStyle")) {
            level.style = xml.value("val");
        } else if (xml.named("lvlRestart")) {
            level.restart = docx_number(xml, "val");
        } else if (xml.named("isLgl")) {
            level.plain_digits = docx_is_on(xml);
        } else if (xml.named("suff")) {
            level.joins = xml.raw("val") == "nothing";
        } else if (xml.named("lvlPicBulletId")) {
            level.format = "bullet";
            level.text = "•";
        } else if (xml.named("pPr")) {
            level.indent = read_docx_paragraph_properties(xml, DocxAge::now).indent;
        } else if (xml.named("rPr")) {
            level.font = read_docx_run_properties(xml, DocxAge::now).font;
        }
    }
    return level;
}

/// The stretch of a level's text from its first number to its last: "%1.%2" of "Rule %1.%2:".
Range numbers_in(std::string_view text) {
    std::size_t begin = std::string_view::npos;
    std::size_t end = 0;
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        if (at + 1 >= text.size() || text[at + 1] < '1' || text[at + 1] > '9') continue;
        begin = std::min(begin, at);
        end = at + 2;
    }
    if (end == 0) return {0, 0};
    const std::string_view inner = text.substr(begin, end - begin);
    const bool open = inner.find('(') != std::string_view::npos && end < text.size() && text[end] == ')';
    return {begin, open ? end + 1 : end};
}

}  // namespace

DocxNumbering::DocxNumbering(std::string_view part, const DocxStyles& styles) : language_(styles.language()) {
    XmlStream xml = docx_stream(part);
    while (xml.inside(1)) {
        if (xml.is(word, "abstractNum")) read_kind(xml);
        if (xml.is(word, "num")) read_list(xml);
    }
    for (const auto& [id, kind] : kinds_) {
        if (kind.style_link.empty()) continue;
        const DocxStyle* style = styles.numbering(kind.style_link);
        if (style && style->list) linked_lists_[kind.style_link] = *style->list;
    }
}

void DocxNumbering::read_kind(XmlStream& xml) {
    DocxListKind kind;
    const int id = docx_number(xml, "abstractNumId", -1);
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (xml.is(word, "numStyleLink")) kind.style_link = xml.value("val");
        if (!xml.is(word, "lvl")) continue;
        const auto depth = static_cast<std::size_t>(depth_of(xml));
        kind.levels[depth] = read_level(xml);
    }
    kinds_.emplace(id, std::move(kind));
}

void DocxNumbering::read_list(XmlStream& xml) {
    DocxList list;
    const int id = docx_number(xml, "numId", -1);
    const int level = xml.depth();
    int depth = 0;
    while (xml.inside(level)) {
        if (xml.is(word, "abstractNumId")) list.kind = docx_number(xml, "val", -1);
        if (xml.is(word, "lvlOverride")) depth = depth_of(xml);
        if (xml.is(word, "startOverride")) list.starts[static_cast<std::size_t>(depth)] = docx_number(xml, "val", 1);
        if (xml.is(word, "lvl")) list.levels[depth] = read_level(xml);
    }
    lists_.emplace(id, std::move(list));
}

int DocxNumbering::resolved_kind(int kind) const {
    for (int step = 0; step < most_links; ++step) {
        const auto found = kinds_.find(kind);
        if (found == kinds_.end() || found->second.style_link.empty()) return kind;
        const auto linked = linked_lists_.find(found->second.style_link);
        if (linked == linked_lists_.end()) return kind;
        const auto list = lists_.find(linked->second);
        if (list == lists_.end() || list->second.kind == kind) return kind;
        kind = list->second.kind;
    }
    return kind;
}

const DocxListLevel* DocxNumbering::level(const DocxList& list, int depth) const {
    const auto own = list.levels.find(depth);
    if (own != list.levels.end()) return &own->second;
    const auto kind = kinds_.find(resolved_kind(list.kind));
    return kind == kinds_.end() ? nullptr : &kind->second.levels[static_cast<std::size_t>(depth)];
}

std::optional<int> DocxNumbering::depth_of_style(int list, std::string_view style) const {
    const auto found = lists_.find(list);
    if (found == lists_.end() || style.empty()) return std::nullopt;
    for (int depth = 0; depth < docx_list_depth; ++depth) {
        const DocxListLevel* here = level(found->second, depth);
        if (here && here->style == style) return depth;
    }
    return std::nullopt;
}

void DocxNumbering::count(const DocxList& list, int depth, Counters& counters) const {
    for (int i = 0; i <= depth; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const DocxListLevel* here = level(list, i);
        const bool begins = !counters.running[at];
        if (begins) counters.values[at] = list.starts[at].value_or(here ? here->start : 1);
        if (i == depth && !begins) ++counters.values[at];
        counters.running[at] = true;
    }
    // 17.9.10: a deeper level begins anew after each paragraph of a level above it, or of the one that it names.
    for (int i = depth + 1; i < docx_list_depth; ++i) {
        const DocxListLevel* here = level(list, i);
        const int restart = here && here->restart ? *here->restart : i;
        if (depth + 1 <= restart) counters.running[static_cast<std::size_t>(i)] = false;
    }
}

std::string DocxNumbering::label(const DocxList& list, int depth, const Counters& counters, std::string& number) const {
    const DocxListLevel& here = *level(list, depth);
    const Range numbers = numbers_in(here.text);
    std::string out;
    for (std::size_t at = 0; at < here.text.size(); ++at) {
        const char next = at + 1 < here.text.size() ? here.text[at + 1] : '\0';
        std::string piece(1, here.text[at]);
        const bool inside = numbers.contains(at);
        if (here.text[at] == '%' && next >= '1' && next <= '9') {
            const int of = next - '1';
            const DocxListLevel* that = level(list, of);
            piece.clear();
            if (of <= depth && that) {
                const bool digits = here.plain_digits && that->format != "none";
                piece = number_in_format(counters.values[static_cast<std::size_t>(of)],
                                         digits ? std::string_view("decimal") : that->format, language_);
            }
            ++at;
        }
        out += piece;
        if (inside) number += piece;
    }
    return out;
}

std::optional<DocxNumber> DocxNumbering::next(int list_id, int depth) {
    const auto found = lists_.find(list_id);
    if (list_id <= 0 || found == lists_.end() || depth < 0 || depth >= docx_list_depth) return std::nullopt;
    const DocxList& list = found->second;
    const DocxListLevel* here = level(list, depth);
    if (!here) return std::nullopt;
    Counters& counters = counters_[resolved_kind(list.kind)];
    for (int i = 0; i <= depth; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (!list.starts[at] || std::exchange(begun_[{list_id, i}], true)) continue;
        counters.values[at] = *list.starts[at] - (i == depth ? 1 : 0);
        counters.running[at] = true;
    }
    count(list, depth, counters);
    DocxNumber out;
    out.depth = depth;
    out.indent = here->indent;
    out.bullet = here->format == "bullet";
    if (out.bullet) {
        out.label = here->text.empty() ? "" : bullet_sign(here->text, here->font);
    } else {
        out.label = collapse_space(label(list, depth, counters, out.number));
        out.number = collapse_space(out.number);
    }
    if (out.label.empty()) return std::nullopt;
    return out;
}

}  // namespace rapporteur
