#include "writers/pdf/pdf_metadata.h"

#include <algorithm>

#include "support/language_tag.h"
#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

constexpr const char* product = "Rapporteur";

// The digits of an ISO date of year, month and day; empty for anything else.
std::string date_digits(const std::string& iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return {};
    const std::string digits = iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2);
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    return all ? digits : std::string();
}

void write_info(PdfFile& file, const Pages& pages) {
    PdfDict info = file.info();
    const auto set = [&info](const char* key, const std::string& value) {
        if (!value.empty()) info.set(key, PdfText{value});
    };
    set("Title", collapse_space(pages.title));
    set("Author", collapse_space(pages.author));
    set("Subject", collapse_space(pages.subject));
    set("Creator", product);
    set("Producer", product);
    const std::string date = pdf_date(pages.date_iso);
    if (date.empty()) return;
    info.set("CreationDate", PdfText{date});
    info.set("ModDate", PdfText{date});
}

std::string element(const std::string& name, const std::string& value) {
    return value.empty() ? "" : "<" + name + ">" + value + "</" + name + ">\n";
}

std::string in_default_language(const std::string& text) {
    if (text.empty()) return {};
    return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape_xml(text) + "</rdf:li></rdf:Alt>";
}

std::string in_list(const std::string& kind, const std::string& text) {
    if (text.empty()) return {};
    return "<rdf:" + kind + "><rdf:li>" + escape_xml(text) + "</rdf:li></rdf:" + kind + ">";
}

std::string described(const std::string& names, const std::string& elements) {
    return "<rdf:Description rdf:about=\"\" " + names + ">\n" + elements + "</rdf:Description>\n";
}

// PDF/A knows the names of PDF/UA only where they are described (ISO 19005-3, 6.6.2.3).
std::string accessible_schema() {
    return described(
        "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
        "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
        "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\"",
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaProperty:name>part</pdfaProperty:name>\n"
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
        "<pdfaProperty:category>internal</pdfaProperty:category>\n"
        "<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed"
        "</pdfaProperty:description>\n"
        "</rdf:li></rdf:Seq></pdfaSchema:property>\n</rdf:li></rdf:Bag></pdfaExtension:schemas>\n");
}

std::string conformance(const PdfStandards& standards) {
    std::string out;
    if (standards.archival > 0)
        out += described("xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
                         element("pdfaid:part", std::to_string(standards.archival)) +
                             element("pdfaid:conformance", std::string(1, standards.level)));
    if (standards.ua)
        out += described("xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"", element("pdfuaid:part", "1"));
    return standards.ua && standards.archival > 0 ? out + accessible_schema() : out;
}

// XMP (ISO 16684-1): the same facts as the document information.
std::string xmp_packet(const Pages& pages, const PdfStandards& standards) {
    const std::string date = date_digits(pages.date_iso).empty() ? "" : pages.date_iso + "T00:00:00Z";
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
           "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
           "<dc:format>application/pdf</dc:format>\n" +
           element("dc:title", in_default_language(collapse_space(pages.title))) +
           element("dc:creator", in_list("Seq", collapse_space(pages.author))) +
           element("dc:description", in_default_language(collapse_space(pages.subject))) +
           element("dc:language", in_list("Bag", safe_language(pages.language))) + element("xmp:CreateDate", date) +
           element("xmp:ModifyDate", date) + element("xmp:CreatorTool", product) + element("pdf:Producer", product) +
           "</rdf:Description>\n" + conformance(standards) + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace

std::string safe_language(const std::string& tag) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::all_of(tag.begin(), tag.end(), allowed) ? tag : std::string();
}

std::string pdf_date(const std::string& date_iso) {
    const std::string digits = date_digits(date_iso);
    return digits.empty() ? digits : "D:" + digits + "000000Z";
}

void write_metadata(PdfFile& file, const Pages& pages, const PdfStandards& standards) {
    write_info(file, pages);
    PdfDict packet = file.stream(xmp_packet(pages, standards), Compression::none);
    packet.set("Type", PdfName{"Metadata"});
    packet.set("Subtype", PdfName{"XML"});
    PdfDict catalog = file.catalog();
    catalog.set("Metadata", packet);
    PdfDict preferences = file.dict({{"DisplayDocTitle", true}});
    if (runs_right_to_left(pages.language)) preferences.set("Direction", PdfName{"R2L"});
    catalog.set("ViewerPreferences", preferences);
}

}  // namespace rapporteur
