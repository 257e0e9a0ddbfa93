#include "writers/docx/house_styles.h"

#include <algorithm>
#include <charconv>

#include "support/text.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string value_of(const XmlNode& style, std::string_view name) {
    const XmlNode* child = style.child(name);
    return child ? std::string(child->attribute("w:val")) : std::string();
}

std::string type_of(const XmlNode& style) { return std::string(style.attribute("w:type", "paragraph")); }

bool is_default(const XmlNode& style) {
    const std::string_view value = style.attribute("w:default", "0");
    return value == "1" || value == "true" || value == "on";
}

void set_value(XmlNode& style, std::string_view name, const std::string& value) {
    for (XmlNode& child : style.children)
        if (child.name == name)
            for (auto& [key, old] : child.attributes)
                if (key == "w:val") old = value;
}

XmlNode node(std::string name, std::vector<std::pair<std::string, std::string>> attributes = {}) {
    XmlNode made;
    made.name = std::move(name);
    made.attributes = std::move(attributes);
    return made;
}

XmlNode& child_of(XmlNode& parent, const std::string& name, bool first = false) {
    for (XmlNode& child : parent.children)
        if (child.name == name) return child;
    return *parent.children.insert(first ? parent.children.begin() : parent.children.end(), node(name));
}

/// What a style of a list says of it, nothing where it is of none.
const XmlNode* numbering_of(const XmlNode& style) {
    const XmlNode* look = style.child("w:pPr");
    const XmlNode* list = look ? look->child("w:numPr") : nullptr;
    const XmlNode* id = list ? list->child("w:numId") : nullptr;
    return id && id->attribute("w:val") != "0" ? list : nullptr;
}

class Merger {
public:
    Merger(const HouseDocument& house, const XmlNode& own) : house_(house), own_(own), root_(house.styles) {
        for (const XmlNode& style : root_.children) {
            if (style.name != "w:style") continue;
            by_name_.emplace(to_lower(value_of(style, "w:name")), &style);
            taken_.emplace(style.attribute("w:styleId"));
            if (is_default(style)) defaults_.emplace(type_of(style), style.attribute("w:styleId"));
        }
    }

    HouseStyles merge() {
        forget_language();
        for (const XmlNode& style : own_.children)
            if (style.name == "w:style") place(style);
        std::vector<XmlNode> added;
        for (const XmlNode* style : added_) added.push_back(in_house_look(*style));
        find_numbered();
        number_styles();
        if (const XmlNode* defaults = own_.child("w:docDefaults")) take_defaults(*defaults);
        root_.children.insert(root_.children.end(), added.begin(), added.end());
        out_.part = xml_part(xml_of(root_));
        return std::move(out_);
    }

private:
    /// The pack's language stands in the defaults; its default style must not say another.
    void forget_language() {
        for (XmlNode& style : root_.children)
            if (style.name == "w:style" && is_default(style))
                for (XmlNode& look : style.children)
                    if (look.name == "w:rPr")
                        std::erase_if(look.children, [](const XmlNode& child) { return child.name == "w:lang"; });
    }

    void place(const XmlNode& style) {
        const std::string id(style.attribute("w:styleId")), name = value_of(style, "w:name");
        const auto same_default = defaults_.find(type_of(style));
        if (is_default(style) && same_default != defaults_.end()) {
            out_.ids[id] = same_default->second;
            return;
        }
        const auto same = by_name_.find(to_lower(name));
        if (same != by_name_.end() && type_of(*same->second) == type_of(style)) {
            out_.ids[id] = same->second->attribute("w:styleId");
            if (const XmlNode* list = numbering_of(style)) to_number_.emplace(out_.ids[id], *list);
            return;
        }
        if (same != by_name_.end()) {
            renamed_[id] = name + " Pack";
            out_.conflicts.push_back("\"" + name + "\" is a " + type_of(*same->second) + " style there and a " +
                                     type_of(style) + " style of packs, which is now \"" + name + " Pack\"");
        }
        std::string fresh = id;
        for (int i = 2; !taken_.insert(fresh).second; ++i) fresh = id + "Pack" + std::to_string(i);
        out_.ids[id] = fresh;
        added_.push_back(&style);
    }

    XmlNode in_house_look(const XmlNode& own) {
        XmlNode style = own;
        const std::string id(own.attribute("w:styleId"));
        for (auto& [key, value] : style.attributes)
            if (key == "w:styleId") value = out_.ids[id];
        const auto renamed = renamed_.find(id);
        if (renamed != renamed_.end()) set_value(style, "w:name", renamed->second);
        for (const char* name : {"w:basedOn", "w:next", "w:link"}) {
            const auto other = out_.ids.find(value_of(style, name));
            if (other != out_.ids.end()) set_value(style, name, other->second);
        }
        for (XmlNode& child : style.children)
            if (child.name == "w:rPr") use_house_fonts(child);
        return style;
    }

    /// The house's fonts: that of its text for the pack's own words, that of its headings for quoted ones.
    void use_house_fonts(XmlNode& look) const {
        for (XmlNode& child : look.children) {
            if (child.name != "w:rFonts") continue;
            const bool quoted = child.attribute("w:ascii").find("Serif") != std::string_view::npos;
            const std::string font = quoted ? "majorHAnsi" : "minorHAnsi";
            const std::string complex = quoted ? "majorBidi" : "minorBidi";
            child.attributes = {{"w:asciiTheme", font}, {"w:hAnsiTheme", font}, {"w:cstheme", complex}};
        }
        if (!house_.has_theme)
            std::erase_if(look.children, [](const XmlNode& child) { return child.name == "w:rFonts"; });
    }

    void find_numbered() {
        std::map<std::string, const XmlNode*> by_id;
        for (const XmlNode& style : house_.styles.children)
            if (style.name == "w:style") by_id.emplace(style.attribute("w:styleId"), &style);
        for (const auto& [id, theirs] : out_.ids) {
            std::string at = theirs;
            constexpr int longest_chain = 20;
            for (int i = 0; i < longest_chain && by_id.contains(at); ++i) {
                const XmlNode* look = by_id[at]->child("w:pPr");
                if (look && look->child("w:numPr")) out_.numbered.insert(theirs);
                at = value_of(*by_id[at], "w:basedOn");
            }
        }
    }

    /// Styles of the house that number nothing count as ours do, so that a heading that is added gets its number; those
    /// based on them (that of the title above contents often is) stay as they are.
    void number_styles() {
        std::erase_if(to_number_, [&](const auto& one) { return out_.numbered.contains(one.first); });
        XmlNode none = node("w:numPr");
        none.children.push_back(node("w:numId", {{"w:val", "0"}}));
        for (XmlNode& style : root_.children) {
            if (style.name != "w:style") continue;
            const auto list = to_number_.find(std::string(style.attribute("w:styleId")));
            const bool below = to_number_.contains(value_of(style, "w:basedOn"));
            const XmlNode* look = style.child("w:pPr");
            if (look && look->child("w:numPr")) continue;
            if (list != to_number_.end() || below)
                insert_numbering(look_of(style), list != to_number_.end() ? list->second : none);
        }
    }

    static void insert_numbering(XmlNode& look, const XmlNode& list) {
        static constexpr std::string_view before[] = {"w:pStyle",          "w:keepNext", "w:keepLines",
                                                      "w:pageBreakBefore", "w:framePr",  "w:widowControl"};
        const auto at = std::find_if(look.children.begin(), look.children.end(), [](const XmlNode& child) {
            return std::find(std::begin(before), std::end(before), child.name) == std::end(before);
        });
        look.children.insert(at, list);
    }

    /// The paragraph properties of a style, at the place that the schema has for them.
    static XmlNode& look_of(XmlNode& style) {
        for (XmlNode& child : style.children)
            if (child.name == "w:pPr") return child;
        const auto after = std::find_if(style.children.begin(), style.children.end(), [](const XmlNode& child) {
            return child.name == "w:rPr" || child.name.starts_with("w:tbl") || child.name == "w:trPr" ||
                   child.name == "w:tcPr";
        });
        return *style.children.insert(after, node("w:pPr"));
    }

    /// The language of the pack, and its direction.
    void take_defaults(const XmlNode& own) {
        XmlNode& defaults = child_of(root_, "w:docDefaults", true);
        const XmlNode* run = own.child("w:rPrDefault");
        const XmlNode* look = run ? run->child("w:rPr") : nullptr;
        if (const XmlNode* language = look ? look->child("w:lang") : nullptr) {
            XmlNode& theirs = child_of(child_of(defaults, "w:rPrDefault", true), "w:rPr");
            std::erase_if(theirs.children, [](const XmlNode& child) { return child.name == "w:lang"; });
            // The schema has what may stand after it in that order: w:eastAsianLayout, w:specVanish, w:oMath.
            const auto after = std::find_if(theirs.children.begin(), theirs.children.end(), [](const XmlNode& child) {
                return child.name == "w:eastAsianLayout" || child.name == "w:specVanish" || child.name == "w:oMath" ||
                       !child.name.starts_with("w:");
            });
            theirs.children.insert(after, *language);
        }
        const XmlNode* paragraph = own.child("w:pPrDefault");
        const XmlNode* standing = paragraph ? paragraph->child("w:pPr") : nullptr;
        if (!standing || !standing->child("w:bidi")) return;
        XmlNode& theirs = child_of(child_of(defaults, "w:pPrDefault"), "w:pPr");
        if (theirs.child("w:bidi")) return;
        static constexpr std::string_view before[] = {
            "w:adjustRightInd",    "w:snapToGrid",    "w:spacing",          "w:ind",
            "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap",  "w:jc",
            "w:textDirection",     "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl"};
        const auto after = std::find_if(theirs.children.begin(), theirs.children.end(), [](const XmlNode& child) {
            return std::find(std::begin(before), std::end(before), child.name) != std::end(before);
        });
        theirs.children.insert(after, node("w:bidi"));
    }

    const HouseDocument& house_;
    const XmlNode& own_;
    XmlNode root_;
    std::map<std::string, const XmlNode*> by_name_;  // the house's, in small letters
    std::map<std::string, std::string> defaults_;    // ids by type
    std::map<std::string, std::string> renamed_;
    std::map<std::string, XmlNode> to_number_;  // w:numPr by the id of the house's style
    std::set<std::string> taken_;
    std::vector<const XmlNode*> added_;
    HouseStyles out_;
};

const XmlNode* size_in(const XmlNode* holder) {
    const XmlNode* look = holder ? holder->child("w:rPr") : nullptr;
    return look ? look->child("w:sz") : nullptr;
}

bool skip(const std::string& xml, std::size_t& at, std::string_view words) {
    if (xml.compare(at, words.size(), words) != 0) return false;
    at += words.size();
    return true;
}

}  // namespace

double text_size_of(const HouseDocument& house) {
    constexpr int usual = 20;  // half-points, where nothing says it (ECMA-376-1, 17.3.2.38)
    const XmlNode* defaults = house.styles.child("w:docDefaults");
    const XmlNode* size = size_in(defaults ? defaults->child("w:rPrDefault") : nullptr);
    for (const XmlNode& style : house.styles.children)
        if (style.name == "w:style" && is_default(style) && type_of(style) == "paragraph" && size_in(&style))
            size = size_in(&style);
    int half_points = usual;
    if (const std::string_view value = size ? size->attribute("w:val") : ""; !value.empty())
        if (std::from_chars(value.data(), value.data() + value.size(), half_points).ec != std::errc())
            half_points = usual;
    return half_points / 2.0;
}

HouseStyles house_styles(const HouseDocument& house, const std::string& own_part) {
    const Result<XmlNode> own = parse_xml(own_part, "styles.xml");
    if (!own) return {};  // ours are always well-formed
    return Merger(house, *own).merge();
}

std::string in_house_styles(const std::string& xml, const HouseStyles& styles) {
    constexpr std::string_view paragraph = "<w:pStyle w:val=\"", run = "<w:rStyle w:val=\"",
                               table = "<w:tblStyle w:val=\"", end = "\"/>";
    std::string out;
    out.reserve(xml.size());
    for (std::size_t at = 0; at < xml.size();) {
        const std::size_t next =
            std::min({xml.find(paragraph, at), xml.find(run, at), xml.find(table, at), xml.size()});
        out.append(xml, at, next - at);
        at = next;
        const bool is_paragraph = skip(xml, at, paragraph);
        if (!is_paragraph && !skip(xml, at, run) && !skip(xml, at, table)) break;
        out.append(xml, next, at - next);
        const std::size_t close = xml.find(end, at);
        const auto found = styles.ids.find(xml.substr(at, close - at));
        const std::string id = found == styles.ids.end() ? xml.substr(at, close - at) : found->second;
        out.append(id).append(end);
        at = close + end.size();
        if (!is_paragraph || !styles.numbered.contains(id)) continue;
        const std::size_t begin = at;
        while (skip(xml, at, "<w:keepNext/>") || skip(xml, at, "<w:pageBreakBefore/>")) {
        }
        out.append(xml, begin, at - begin);
        if (xml.compare(at, 8, "<w:numPr") != 0)
            out += tag("w:numPr", {}, property("w:ilvl", "0") + property("w:numId", "0"));
    }
    return out;
}

}  // namespace rapporteur
