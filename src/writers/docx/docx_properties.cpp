#include "writers/docx/docx_properties.h"

#include <algorithm>
#include <iterator>

#include "support/notes_tag.h"
#include "support/text.h"
#include "support/xml.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string filled(const char* name, const std::string& value) {
    return value.empty() ? std::string() : tag(name, {}, escape_xml(collapse_space(value)));
}

std::string dated(const char* name, const std::string& iso) {
    return iso.size() == 10 ? tag(name, {{"xsi:type", "dcterms:W3CDTF"}}, escape_xml(iso) + "T00:00:00Z") : "";
}

struct Setting {
    std::string_view name;
    bool of_look = true;  // of pages and text: a house document may give it
};

// The schema asks for this order (ECMA-376-1, 17.15.1.78).
constexpr Setting settings_in_order[] = {
    {"w:mirrorMargins"},
    {"w:bordersDoNotSurroundHeader"},
    {"w:bordersDoNotSurroundFooter"},
    {"w:gutterAtTop"},
    {"w:defaultTabStop"},
    {"w:autoHyphenation"},
    {"w:consecutiveHyphenLimit"},
    {"w:hyphenationZone"},
    {"w:doNotHyphenateCaps"},
    {"w:evenAndOddHeaders"},
    {"w:characterSpacingControl"},
    {"w:footnotePr", false},
    {"w:compat", false},
    {"w:themeFontLang", false},
    {"w:clrSchemeMapping"},
    {"w:decimalSymbol"},
    {"w:listSeparator"},
};

}  // namespace

std::string docx_core_properties(const PackMeta& meta) {
    return xml_part(tag("cp:coreProperties",
                        {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                         {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                         {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                         {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}},
                        filled("dc:title", meta.title) + filled("dc:subject", meta.subject) +
                            filled("dc:creator", meta.author) + filled("dc:language", meta.language) +
                            dated("dcterms:created", meta.date_iso) + dated("dcterms:modified", meta.date_iso)));
}

CustomProperties pack_properties(const PackMeta& meta) {
    CustomProperties out;
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out.emplace(name, collapse_space(value));
    };
    add(pack_property, meta.title);
    add("Body", meta.body);
    add("Meeting", meta.meeting);
    add("Classification", meta.classification);
    add("Edition", meta.edition);
    return out;
}

std::string docx_custom_properties(const CustomProperties& properties) {
    int id = 2;  // 0 and 1 are taken
    std::string out;
    for (const auto& [name, value] : properties)
        out += tag("property",
                   {{"fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"}, {"pid", std::to_string(id++)}, {"name", name}},
                   tag("vt:lpwstr", {}, escape_xml(value)));
    return xml_part(tag("Properties",
                        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"},
                         {"xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"}},
                        out));
}

std::string docx_application_properties() {
    return xml_part(tag("Properties",
                        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}},
                        tag("Application", {}, "Rapporteur")));
}

std::string docx_settings(const PackMeta& meta, bool footnotes, const HouseDocument* house) {
    const auto setting = [](const char* name, const char* value) {
        return tag("w:compatSetting",
                   {{"w:name", name}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", value}});
    };
    std::map<std::string, std::string> settings = {
        {"w:defaultTabStop", property("w:defaultTabStop", "720")},
        {"w:characterSpacingControl", property("w:characterSpacingControl", "doNotCompress")},
        {"w:decimalSymbol", property("w:decimalSymbol", ".")},
        {"w:listSeparator", property("w:listSeparator", ",")}};
    if (house)
        for (const auto& [name, xml] : house->settings) settings[name] = xml;
    if (footnotes)
        settings["w:footnotePr"] =
            tag("w:footnotePr", {}, tag("w:footnote", {{"w:id", "-1"}}) + tag("w:footnote", {{"w:id", "0"}}));
    settings["w:compat"] =
        tag("w:compat", {},
            setting("compatibilityMode", "15") + setting("overrideTableStyleFontSizeAndJustification", "1") +
                setting("enableOpenTypeFeatures", "1") + setting("doNotFlipMirrorIndents", "1"));
    settings["w:themeFontLang"] =
        property("w:themeFontLang", word_language(meta.language.empty() ? "en" : meta.language));
    std::string out;
    for (const Setting& each : settings_in_order)
        if (const auto found = settings.find(std::string(each.name)); found != settings.end()) out += found->second;
    return xml_part(
        tag("w:settings", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}}, out));
}

bool is_house_setting(std::string_view name) {
    return std::any_of(std::begin(settings_in_order), std::end(settings_in_order),
                       [&](const Setting& setting) { return setting.of_look && setting.name == name; });
}

}  // namespace rapporteur
