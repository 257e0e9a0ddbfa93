#include "readers/docx/docx_styles.h"

#include <algorithm>
#include <array>

#include "readers/docx/docx_xml.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using namespace docx_space;

constexpr int longest_chain = 64;

// What programs of other languages call headings where they do not keep to the English names of the standard.
constexpr std::array<std::string_view, 26> heading_names{
    "heading",  "überschrift", "titre",   "título", "titolo", "titulo",      "заголовок",  "rubrik",      "overskrift",
    "kop",      "nagłówek",    "otsikko", "nadpis", "başlık", "επικεφαλίδα", "titlu",      "naslov",      "címsor",
    "pealkiri", "antraštė",    "标题",    "標題",   "見出し", "제목",        "encabezado", "intestazione"};
constexpr std::array<std::string_view, 5> title_names{"title", "subtitle", "titel", "untertitel", "sous-titre"};

/// The level in "heading 2", "Überschrift 2", "標題 2", counted from 0; nothing for other names.
std::optional<int> heading_level(std::string_view name) {
    if (name.size() < 2 || name.back() < '1' || name.back() > '9') return std::nullopt;
    const std::string_view word = trim(name.substr(0, name.size() - 1));
    if (std::find(heading_names.begin(), heading_names.end(), word) == heading_names.end()) return std::nullopt;
    return name.back() - '1';
}

/// "toc 1", "table of figures": the style of a table of contents.
bool is_contents(std::string_view name) {
    const bool numbered = name.size() == 5 && name.starts_with("toc ") && name[4] >= '1' && name[4] <= '9';
    return numbered || name == "table of figures" || name == "table of authorities";
}

template <class Value>
void inherit(Value& own, const Value& base, const Value& none) {
    if (own == none) own = base;
}

void inherit(DocxRunProperties& own, const DocxRunProperties& base) {
    inherit(own.bold, base.bold, DocxToggle::unset);
    inherit(own.italic, base.italic, DocxToggle::unset);
    inherit(own.hidden, base.hidden, DocxToggle::unset);
    inherit(own.struck, base.struck, DocxToggle::unset);
    inherit(own.font, base.font, DocxFont::unset);
    inherit(own.vertical, base.vertical, DocxVertical::unset);
    inherit(own.half_points, base.half_points, 0);
}

}  // namespace

/// A style as it stands in the part.
struct DocxStyles::Raw {
    std::string type;
    std::string id;
    std::string name;
    std::string base;
    bool standard = false;
    DocxParagraphProperties paragraph;
    DocxRunProperties look;
};

DocxStyles::DocxStyles(std::string_view part) {
    XmlStream xml = docx_stream(part);
    std::vector<Raw> raw;
    while (xml.inside(1)) {
        if (xml.is(word, "docDefaults")) read_defaults(xml);
        if (!xml.is(word, "style")) {
            if (xml.is(word, "latentStyles")) xml.skip();
            continue;
        }
        Raw style;
        style.type = xml.raw("type");
        style.id = xml.value("styleId");
        const std::string_view standard = xml.raw("default");
        style.standard = standard == "1" || standard == "true" || standard == "on";
        const int level = xml.depth();
        while (xml.inside(level)) {
            if (xml.is_text()) continue;
            if (xml.is(word, "name")) {
                style.name = to_lower(xml.value("val"));
            } else if (xml.is(word, "basedOn")) {
                style.base = xml.value("val");
            } else if (xml.is(word, "pPr")) {
                style.paragraph = read_docx_paragraph_properties(xml, DocxAge::now);
            } else if (xml.is(word, "rPr")) {
                style.look = read_docx_run_properties(xml, DocxAge::now);
            } else if (xml.is(word, "tblStylePr") && xml.raw("type") == "firstRow") {
                tables_with_head_.push_back(style.id);
                xml.skip();
            } else {
                xml.skip();
            }
        }
        raw.push_back(std::move(style));
    }
    resolve(raw);
}

void DocxStyles::read_defaults(XmlStream& xml) {
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (!xml.is(word, "rPr")) continue;
        const int inner = xml.depth();
        XmlStream copy = xml;
        defaults_ = read_docx_run_properties(copy, DocxAge::now);
        while (xml.inside(inner)) {
            if (xml.is(word, "lang")) language_ = xml.value("val");
        }
    }
}

void DocxStyles::resolve(const std::vector<Raw>& raw) {
    for (std::size_t i = 0; i < raw.size(); ++i) {
        Index& index = raw[i].type == "character"   ? characters_
                       : raw[i].type == "numbering" ? numberings_
                                                    : paragraphs_;
        if (raw[i].type == "table") continue;
        index.emplace(raw[i].id, static_cast<int>(i));
        if (&index == &paragraphs_ && raw[i].standard) default_paragraph_ = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < raw.size(); ++i) {
        DocxStyle style;
        style.id = raw[i].id;
        style.name = raw[i].name;
        std::optional<int> outline, named;
        bool breaks_known = false;
        const Index& index = raw[i].type == "character" ? characters_ : paragraphs_;
        int at = static_cast<int>(i);
        for (int step = 0; at >= 0 && step < longest_chain; ++step) {
            const Raw& here = raw[static_cast<std::size_t>(at)];
            inherit(style.look, here.look);
            if (!style.list && here.paragraph.list) {
                style.list = here.paragraph.list;
                style.list_style = at;
            }
            if (!style.depth) style.depth = here.paragraph.depth;
            if (!style.indent) style.indent = here.paragraph.indent;
            if (!outline) outline = here.paragraph.outline;
            if (!named) named = heading_level(here.name);
            if (!breaks_known && here.paragraph.page_break != DocxToggle::unset) {
                style.page_break = here.paragraph.page_break == DocxToggle::on;
                breaks_known = true;
            }
            if (is_contents(here.name)) style.role = DocxRole::contents;
            const auto base = index.find(here.base);
            at = base == index.end() ? -1 : base->second;
        }
        if (!outline) outline = named;
        style.outline = outline.value_or(9);
        const bool titled = std::find(title_names.begin(), title_names.end(), style.name) != title_names.end();
        if (style.role == DocxRole::text && titled) style.role = DocxRole::title;
        if (style.role == DocxRole::text && style.outline < 9) style.role = DocxRole::heading;
        styles_.push_back(std::move(style));
    }
}

int DocxStyles::paragraph(std::string_view id) const {
    if (id.empty()) return default_paragraph_;
    const auto found = paragraphs_.find(std::string(id));
    return found == paragraphs_.end() ? default_paragraph_ : found->second;
}

const DocxStyle& DocxStyles::at(int index) const {
    return index < 0 ? plain_ : styles_[static_cast<std::size_t>(index)];
}

bool DocxStyles::sets_head_apart(std::string_view id) const {
    return std::find(tables_with_head_.begin(), tables_with_head_.end(), id) != tables_with_head_.end();
}

const DocxStyle* DocxStyles::found(const std::vector<DocxStyle>& styles, const Index& index, std::string_view id) {
    const auto at = index.find(std::string(id));
    return at == index.end() ? nullptr : &styles[static_cast<std::size_t>(at->second)];
}

const DocxStyle* DocxStyles::character(std::string_view id) const { return found(styles_, characters_, id); }

const DocxStyle* DocxStyles::numbering(std::string_view id) const { return found(styles_, numberings_, id); }

}  // namespace rapporteur
