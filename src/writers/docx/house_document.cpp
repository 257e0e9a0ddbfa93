#include "writers/docx/house_document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "support/docx_package.h"
#include "support/text.h"
#include "writers/docx/docx_properties.h"
#include "writers/docx/docx_xml.h"
#include "writers/docx/house_cleaning.h"
#include "writers/docx/house_styles.h"
#include "writers/live_address.h"

namespace rapporteur {
namespace {

constexpr double points_per_twip = 1.0 / 20;
constexpr std::size_t most_picture_bytes = std::size_t{16} << 20;

/// Pictures that every Word shows, by the ends of their names.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> picture_types = {{{"png", "image/png"},
                                                                                         {"jpg", "image/jpeg"},
                                                                                         {"jpeg", "image/jpeg"},
                                                                                         {"gif", "image/gif"},
                                                                                         {"bmp", "image/bmp"},
                                                                                         {"tif", "image/tiff"},
                                                                                         {"tiff", "image/tiff"},
                                                                                         {"emf", "image/x-emf"},
                                                                                         {"wmf", "image/x-wmf"}}};

std::string extension_of(std::string_view path) {
    return to_lower(path.substr(std::min(path.rfind('.'), path.size() - 1) + 1));
}

double points(std::string_view twips, double fallback) {
    double value = 0;
    const auto read = std::from_chars(twips.data(), twips.data() + twips.size(), value);
    return read.ec == std::errc() && std::isfinite(value) ? value * points_per_twip : fallback;
}

const XmlNode* last_section(const XmlNode& document) {
    const XmlNode* body = document.child("w:body");
    return body ? body->child("w:sectPr") : nullptr;
}

void drop_relations(XmlNode& node) {
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute.first.starts_with("r:"); });
    for (XmlNode& child : node.children) drop_relations(child);
}

class HouseReader {
public:
    HouseReader(DocxPackage& package, const DocxPart& main, const std::string& file)
        : package_(package), main_(main), file_(file) {}

    Result<HouseDocument> read() {
        Result<XmlNode> document = house_root(main_, "w:document", file_);
        if (!document) return document.error();
        tell_what_stays_behind();
        if (auto problem = read_styles()) return *problem;
        if (auto problem = read_rest()) return *problem;
        if (const XmlNode* section = last_section(*document))
            if (auto problem = read_section(*section)) return *problem;
        return std::move(house_);
    }

    const Cleaned& cleaned() const { return cleaned_; }

private:
    DocxPart part_of(std::string_view type) { return package_.part(main_.target_of(type)); }

    void tell_what_stays_behind() {
        for (const auto& [id, relation] : main_.relations) {
            if (relation.type == "vbaProject") cleaned_.insert("macros");
            if (relation.type == "attachedTemplate") cleaned_.insert("the link to a template");
            if (relation.type == "control") cleaned_.insert("embedded objects");
        }
    }

    std::optional<Diagnostic> read_styles() {
        const DocxPart part = part_of("styles");
        if (part.bytes.empty()) {
            cleaned_.insert("styles: it has none");
            house_.styles.name = "w:styles";
            house_.styles.attributes.emplace_back("xmlns:w",
                                                  "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
            return std::nullopt;
        }
        Result<XmlNode> root = house_root(part, "w:styles", file_);
        if (!root) return root.error();
        house_.styles = std::move(*root);
        return std::nullopt;
    }

    std::optional<Diagnostic> read_rest() {
        const DocxPart numbering = part_of("numbering");
        if (!numbering.bytes.empty()) {
            Result<XmlNode> root = house_root(numbering, "w:numbering", file_);
            if (!root) return root.error();
            clean_numbering(*root);
            house_.numbering = std::move(*root);
        }
        const DocxPart settings = part_of("settings");
        if (!settings.bytes.empty()) {
            Result<XmlNode> root = house_root(settings, "w:settings", file_);
            if (!root) return root.error();
            read_settings(*root, settings);
        }
        return read_theme();
    }

    /// Bullets that are pictures become plain ones.
    static void clean_numbering(XmlNode& root) {
        std::erase_if(root.children, [](const XmlNode& child) { return child.name == "w:numPicBullet"; });
        for (XmlNode& kind : root.children)
            for (XmlNode& level : kind.children)
                std::erase_if(level.children, [](const XmlNode& child) { return child.name == "w:lvlPicBulletId"; });
    }

    void read_settings(const XmlNode& root, const DocxPart& part) {
        for (const auto& [id, relation] : part.relations)
            if (relation.type == "attachedTemplate") cleaned_.insert("the link to a template");
        for (const XmlNode& child : root.children) {
            if (!is_house_setting(child.name)) continue;
            XmlNode kept = child;
            std::erase_if(kept.attributes, [](const auto& attribute) { return !attribute.first.starts_with("w:"); });
            kept.children.clear();
            house_.settings.emplace(child.name, xml_of(kept));
        }
    }

    std::optional<Diagnostic> read_theme() {
        const DocxPart part = part_of("theme");
        if (part.bytes.empty()) return std::nullopt;
        Result<XmlNode> root = house_root(part, "a:theme", file_);
        if (!root) return root.error();
        HousePart theme{
            "word/theme/house-theme.xml", "application/vnd.openxmlformats-officedocument.theme+xml", "", {}};
        clean_furniture(*root, keep_relations(part, theme.path), cleaned_);
        if (const XmlNode* elements = root->child("a:themeElements"))
            if (const XmlNode* colours = elements->child("a:clrScheme"))
                if (const XmlNode* accent = colours->child("a:accent1"))
                    if (const XmlNode* colour = accent->child("a:srgbClr")) house_.accent = colour->attribute("val");
        const bool is_colour =
            house_.accent.size() == 6 && house_.accent.find_first_not_of("0123456789ABCDEFabcdef") == std::string::npos;
        if (!is_colour) house_.accent.clear();
        theme.bytes = xml_part(xml_of(*root));
        theme.relationships = keep_relations(part, theme.path);
        house_.parts.push_back(std::move(theme));
        house_.has_theme = true;
        return std::nullopt;
    }

    /// Pictures of the package and links to the web stay, under the ids that the part knows them by.
    Relationships keep_relations(const DocxPart& part, const std::string& for_path) {
        Relationships kept;
        const std::string up = for_path.starts_with("word/theme/") ? "../" : "";
        for (const auto& [id, relation] : part.relations) {
            if (relation.external) {
                const std::string address = relation.type == "hyperlink" ? live_address(relation.target) : "";
                if (!address.empty())
                    kept.keep({id, relation.type, address, true});
                else if (relation.type != "hyperlink")
                    cleaned_.insert("links to other files");
            } else if (relation.type == "image") {
                const std::string target = keep_picture(relation.target);
                if (!target.empty()) kept.keep({id, relation.type, up + target, false});
            }
        }
        return kept;
    }

    /// Its path below "word/", empty where it cannot be kept.
    std::string keep_picture(const std::string& path) {
        const auto known = pictures_.find(path);
        if (known != pictures_.end()) return known->second;
        const std::string extension = extension_of(path);
        const auto type = std::find_if(picture_types.begin(), picture_types.end(),
                                       [&](const auto& each) { return each.first == extension; });
        std::string& target = pictures_[path];
        if (type == picture_types.end()) return target;
        const auto bytes = package_.bytes_of(path, most_picture_bytes);
        if (!bytes || bytes->empty()) return target;
        target = "media/house-" + std::to_string(pictures_.size()) + "." + extension;
        house_.parts.push_back({"word/" + target, std::string(type->second), *bytes, {}});
        return target;
    }

    std::optional<Diagnostic> read_section(const XmlNode& section) {
        for (const XmlNode& child : section.children) {
            if (child.name == "w:titlePg") house_.first_differs = child.attribute("w:val", "1") != "0";
            if (child.name == "w:headerReference" || child.name == "w:footerReference")
                if (auto problem = read_furniture(child)) return problem;
            if (child.name != "w:pgBorders") continue;
            XmlNode borders = child;
            drop_relations(borders);
            house_.borders = xml_of(borders);
        }
        read_page(section);
        return std::nullopt;
    }

    void read_page(const XmlNode& section) {
        const XmlNode* size = section.child("w:pgSz");
        const XmlNode* margins = section.child("w:pgMar");
        if (!size || !margins) return;
        constexpr double least_width = 280, least_height = 360, most = 4000;  // points
        const double width = points(size->attribute("w:w"), 0), height = points(size->attribute("w:h"), 0);
        const auto margin = [&](const char* name) { return std::abs(points(margins->attribute(name), 0)); };
        const double gutter = margin("w:gutter");
        const PageRect body{margin("w:left") + gutter, margin("w:top"), width - margin("w:right"),
                            height - margin("w:bottom")};
        if (width > most || height > most || body.x1 - body.x0 < least_width || body.y1 - body.y0 < least_height) {
            cleaned_.insert("the page set-up: a pack does not fit it");
            return;
        }
        house_.width = width;
        house_.height = height;
        house_.header = margin("w:header");
        house_.footer = margin("w:footer");
        house_.body = body;
    }

    std::optional<Diagnostic> read_furniture(const XmlNode& reference) {
        const std::string type = reference.name == "w:headerReference" ? "header" : "footer";
        const std::string kind(reference.attribute("w:type", "default"));
        const auto relation = main_.relations.find(reference.attribute("r:id"));
        if (relation == main_.relations.end() || relation->second.external) return std::nullopt;
        if (kind != "default" && kind != "first" && kind != "even") return std::nullopt;
        const DocxPart part = package_.part(relation->second.target);
        if (part.bytes.empty()) {
            cleaned_.insert("a " + type + " that is missing");
            return std::nullopt;
        }
        Result<XmlNode> root = house_root(part, type == "header" ? "w:hdr" : "w:ftr", file_);
        if (!root) return root.error();
        const std::string target = "house-" + type + "-" + kind + ".xml";
        HousePart made{"word/" + target,
                       "application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml",
                       "",
                       {}};
        made.relationships = keep_relations(part, made.path);
        clean_furniture(*root, made.relationships, cleaned_);
        house_.numbers_pages |= kind == "default" && has_page_field(*root);
        made.bytes = xml_part(xml_of(*root));
        house_.parts.push_back(std::move(made));
        house_.furniture.push_back({type, kind, target});
        return std::nullopt;
    }

    DocxPackage& package_;
    const DocxPart& main_;
    const std::string& file_;
    HouseDocument house_;
    Cleaned cleaned_;
    std::map<std::string, std::string> pictures_;  // where they went, by path
};

}  // namespace

bool HouseDocument::has(std::string_view type) const {
    return std::any_of(furniture.begin(), furniture.end(),
                       [&](const HouseFurniture& each) { return each.type == type; });
}

Result<HouseDocument> read_house_document(std::string_view bytes, const std::string& file, Diagnostics& told) {
    const auto refused = [&](std::string why) { return Diagnostic{Code::reference_refused, {file}, std::move(why)}; };
    auto package = DocxPackage::open(bytes);
    if (!package || package->cut_off()) return refused("it is no Word document, or damaged");
    auto main = package->main();
    if (!main) return refused("it holds no document");
    HouseReader reader(*package, *main, file);
    Result<HouseDocument> house = reader.read();
    if (house)
        for (const std::string& what : reader.cleaned()) told.push_back({Code::reference_cleaned, {file}, what});
    return house;
}

namespace {

/// What the house has no style for goes with the size of its running text; to half a point, as Word has it.
void scale_to_house(Style& style, const HouseDocument& house) {
    constexpr double least = 0.9, most = 1.25;
    const double share = std::clamp(text_size_of(house) / style.role("quote").size, least, most);
    for (auto& [name, role] : style.roles) {
        role.size = std::round(role.size * share * 2) / 2;
        role.leading *= share;
    }
    style.grid.unit *= share;
}

}  // namespace

Style in_house(Style style, const HouseDocument& house) {
    scale_to_house(style, house);
    if (house.body) {
        const double shift = house.body->x0 - style.page.left;
        style.page = {house.width,    house.height,
                      house.body->x0, house.width - house.body->x1,
                      house.body->y0, house.height - house.body->y1};
        for (double* x : {&style.grid.label_x, &style.grid.number_x, &style.grid.text_x, &style.cover.value_x,
                          &style.contents.change_x, &style.contents.title_x})
            *x += shift;
        style.grid.text_width = std::min(style.grid.text_width, style.body_right() - style.grid.text_x);
        style.contents.change_x = std::min(style.contents.change_x, style.body_right());
    }
    if (!house.accent.empty()) {
        unsigned value = 0;
        std::from_chars(house.accent.data(), house.accent.data() + house.accent.size(), value, 16);
        const Colour accent{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                            static_cast<std::uint8_t>(value)};
        const Colour before = style.colour("accent");
        style.colours["accent"] = accent;
        for (auto& [name, role] : style.roles)
            if (role.colour == before) role.colour = accent;
    }
    return style;
}

}  // namespace rapporteur
