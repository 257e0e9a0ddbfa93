#include "readers/odt/odt_styles.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr int most_ancestors = 50;

template <class T>
void fill(std::optional<T>& value, const std::optional<T>& base) {
    if (!value) value = base;
}

/// The fo: and style: attributes of a style:text-properties.
OdtLook read_look(const XmlStream& xml) {
    OdtLook look;
    const std::string_view weight = xml.raw("font-weight");
    if (!weight.empty()) look.bold = weight == "bold" || (weight.size() == 3 && weight >= "600" && weight <= "900");
    if (const auto slant = xml.raw("font-style"); !slant.empty()) look.italic = slant != "normal";
    if (xml.has("display")) look.hidden = xml.raw("display") == "none";
    if (const auto line = xml.raw("text-line-through-style"); !line.empty()) look.struck = line != "none";
    if (const auto type = xml.raw("text-line-through-type"); !type.empty()) look.struck = type != "none";
    if (const auto position = xml.raw("text-position"); !position.empty()) {
        look.raised = !position.starts_with("0%") && !position.starts_with("-") && !position.starts_with("sub");
    }
    look.size = odt_points(xml.raw("font-size"));
    return look;
}

}  // namespace

OdtLook OdtLook::over(const OdtLook& base) const {
    OdtLook out = *this;
    fill(out.bold, base.bold);
    fill(out.italic, base.italic);
    fill(out.hidden, base.hidden);
    fill(out.struck, base.struck);
    fill(out.raised, base.raised);
    fill(out.size, base.size);
    return out;
}

void OdtStyles::read(XmlStream& xml) {
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.is(odt_space::style, "style") || xml.is(odt_space::style, "default-style")) {
            read_style(xml, xml.name() == "default-style");
        } else if (xml.is(odt_space::text, "list-style")) {
            OdtLevels& levels = lists_[xml.value("name")];
            read_levels(xml, levels);
        } else if (xml.is(odt_space::text, "outline-style")) {
            read_levels(xml, outline_);
        } else {
            xml.skip();
        }
    }
}

void OdtStyles::read_style(XmlStream& xml, bool is_default) {
    const std::string_view family = xml.raw("family");
    if (family != "paragraph" && family != "text") return xml.skip();
    Family& its_family = family == "paragraph" ? paragraphs_ : texts_;
    OdtStyle style;
    style.name = xml.value("name");
    style.parent = xml.value("parent-style-name");
    style.display_name = xml.value("display-name");
    if (xml.has("list-style-name")) style.list = xml.value("list-style-name");
    if (xml.has("default-outline-level")) style.outlined = odt_number(xml, "default-outline-level", 0) > 0;
    // A style that has a list or expressly none does not count with the outline.
    if (style.list && *style.list != "Outline") style.outlined = false;
    // 16.2: a paragraph whose style names a master page begins a page with it.
    style.breaks_before = !xml.raw("master-page-name").empty();
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.is(odt_space::style, "text-properties")) style.look = read_look(xml);
        if (xml.is(odt_space::style, "paragraph-properties")) {
            if (xml.raw("break-before") == "page") style.breaks_before = true;
            if (xml.raw("break-after") == "page") style.breaks_after = true;
        }
        xml.skip();
    }
    if (is_default) {
        its_family.base = style.look;
    } else {
        its_family.styles.insert_or_assign(style.name, std::move(style));
    }
}

OdtLevel OdtStyles::read_level(const XmlStream& xml) {
    OdtLevel level;
    level.is_set = true;
    level.bullet = xml.name() != "list-level-style-number" && xml.name() != "outline-level-style";
    level.format = level.bullet ? xml.value("bullet-char") : xml.value("num-format");
    level.letters_in_step = xml.raw("num-letter-sync") == "true";
    level.prefix = xml.value("num-prefix");
    level.suffix = xml.value("num-suffix");
    level.pattern = xml.value("num-list-format");
    level.start = odt_number(xml, "start-value", 1);
    level.shown = std::max(odt_number(xml, "display-levels", 1, static_cast<int>(odt_levels)), 1);
    return level;
}

void OdtStyles::read_levels(XmlStream& xml, OdtLevels& levels) {
    const int depth = xml.depth();
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        const int number = odt_number(xml, "level", 0);
        if (number >= 1 && number <= static_cast<int>(odt_levels)) {
            levels[static_cast<std::size_t>(number - 1)] = read_level(xml);
        }
        xml.skip();
    }
}

const OdtSetting& OdtStyles::setting_of(const Family& family, std::string_view name) {
    if (const auto known = family.settled.find(name); known != family.settled.end()) return known->second;
    OdtSetting setting;
    bool list_is_set = false, outline_is_set = false;
    auto at = family.styles.find(name);
    for (int i = 0; i < most_ancestors && at != family.styles.end(); ++i) {
        const OdtStyle& style = at->second;
        setting.look = setting.look.over(style.look);
        if (style.list && !list_is_set) setting.list = *style.list;
        list_is_set = list_is_set || style.list.has_value();
        if (style.outlined && !outline_is_set) setting.outlined = *style.outlined;
        outline_is_set = outline_is_set || style.outlined.has_value();
        setting.breaks_before = setting.breaks_before || style.breaks_before;
        setting.breaks_after = setting.breaks_after || style.breaks_after;
        setting.title = setting.title || style.name == "Title" || style.name == "Subtitle";
        at = family.styles.find(style.parent);
    }
    setting.look = setting.look.over(family.base);
    return family.settled.emplace(name, std::move(setting)).first->second;
}

const OdtLevels* OdtStyles::list(std::string_view name) const {
    const auto found = lists_.find(name);
    return found == lists_.end() ? nullptr : &found->second;
}

}  // namespace rapporteur
