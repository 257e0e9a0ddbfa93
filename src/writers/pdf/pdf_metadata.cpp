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
    const std::string date = date_digits(pages.date_iso);
    if (date.empty()) return;
    info.set("CreationDate", PdfText{"D:" + date + "000000Z"});
    info.set("ModDate", PdfText{"D:" + date + "000000Z"});
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

// XMP (ISO 16684-1): the same facts as the document information.
std::string xmp_packet(const Pages& pages) {
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
           "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace

std::string safe_language(const std::string& tag) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    return std::all_of(tag.begin(), tag.end(), allowed) ? tag : std::string();
}

void write_metadata(PdfFile& file, const Pages& pages) {
    write_info(file, pages);
    PdfDict packet = file.stream(xmp_packet(pages), Compression::none);
    packet.set("Type", PdfName{"Metadata"});
    packet.set("Subtype", PdfName{"XML"});
    PdfDict catalog = file.catalog();
    catalog.set("Metadata", packet);
    PdfDict preferences = file.dict({{"DisplayDocTitle", true}});
    if (runs_right_to_left(pages.language)) preferences.set("Direction", PdfName{"R2L"});
    catalog.set("ViewerPreferences", preferences);
}

}  // namespace rapporteur
