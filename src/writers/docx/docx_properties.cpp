#include "writers/docx/docx_properties.h"

#include "support/text.h"
#include "support/xml.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string filled(const char* name, const std::string& value) {
    return value.empty() ? std::string() : tag(name, {}, escape_xml(collapse_space(value)));
}

std::string dated(const char* name, const std::string& iso) {
    return iso.size() == 10 ? tag(name, {{"xsi:type", "dcterms:W3CDTF"}}, escape_xml(iso) + "T00:00:00Z") : "";
}

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

std::string docx_application_properties() {
    return xml_part(tag("Properties",
                        {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}},
                        tag("Application", {}, "Rapporteur")));
}

std::string docx_settings(const PackMeta& meta, bool footnotes) {
    std::string out =
        tag("w:defaultTabStop", {{"w:val", "720"}}) + tag("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
    if (footnotes)
        out += tag("w:footnotePr", {}, tag("w:footnote", {{"w:id", "-1"}}) + tag("w:footnote", {{"w:id", "0"}}));
    const auto setting = [](const char* name) {
        return tag("w:compatSetting",
                   {{"w:name", name}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "1"}});
    };
    const std::string mode =
        tag("w:compatSetting",
            {{"w:name", "compatibilityMode"}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", "15"}});
    out += tag("w:compat", {},
               mode + setting("overrideTableStyleFontSizeAndJustification") + setting("enableOpenTypeFeatures") +
                   setting("doNotFlipMirrorIndents"));
    out += tag("w:themeFontLang", {{"w:val", meta.language.empty() ? "en" : meta.language}});
    out += tag("w:decimalSymbol", {{"w:val", "."}}) + tag("w:listSeparator", {{"w:val", ","}});
    return xml_part(
        tag("w:settings", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}}, out));
}

}  // namespace rapporteur
