#include <algorithm>

#include "support/xml.h"
#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

void check_header(const CheckedFile& file, Findings& findings) {
    const std::string& bytes = file.bytes();
    const std::size_t line = bytes.find_first_of("\r\n");
    const bool version = bytes.starts_with("%PDF-1.") && line == 8 && bytes[7] >= '0' && bytes[7] <= '7';
    const std::size_t comment = line == std::string::npos ? line : bytes.find_first_not_of("\r\n", line);
    bool binary = comment != std::string::npos && comment + 5 < bytes.size() && bytes[comment] == '%';
    for (std::size_t i = 1; binary && i <= 4; ++i) binary = static_cast<unsigned char>(bytes[comment + i]) > 127;
    findings.add_unless(version && binary, "A-6.1.2", "the head of the file");
    QPDFObjectHandle id = file.file().getTrailer().getKey("/ID");
    findings.add_unless(id.isArray() && id.getArrayNItems() == 2, "A-6.1.3", "no id");
    findings.add_unless(!file.file().isEncrypted(), "A-6.1.3", "encrypted");
}

void check_streams(const CheckedFile& file, Findings& findings) {
    for (auto& object : file.file().getAllObjects()) {
        if (!object.isStream()) continue;
        QPDFObjectHandle facts = object.getDict();
        const std::string place = "object " + std::to_string(object.getObjectID());
        for (auto& filter : items_of(facts.getKey("/Filter")))
            findings.add_unless(!filter.isNameAndEquals("/LZWDecode") && !filter.isNameAndEquals("/Crypt"), "A-6.1.7",
                                place);
        findings.add_unless(!facts.hasKey("/F") && !facts.hasKey("/FFilter"), "A-6.1.7", place + " lies outside");
    }
}

bool has_intent(const CheckedFile& file) {
    for (auto& intent : items_of(file.root().getKey("/OutputIntents"))) {
        const bool archival = intent.isDictionary() && intent.getKey("/S").isNameAndEquals("/GTS_PDFA1");
        if (!archival || !intent.getKey("/DestOutputProfile").isStream()) continue;
        const std::string profile = stream_text(intent.getKey("/DestOutputProfile"));
        if (profile.size() > 128 && profile.substr(36, 4) == "acsp" && profile.substr(16, 4) == "RGB ") return true;
    }
    return false;
}

// The first element of that name at any depth, null where there is none.
const XmlNode* find_element(const XmlNode& node, const std::string& name) {
    if (node.name == name) return &node;
    for (const XmlNode& child : node.children)
        if (const XmlNode* found = find_element(child, name)) return found;
    return nullptr;
}

std::string text_in(const XmlNode& metadata, const std::string& name) {
    const XmlNode* found = find_element(metadata, name);
    return found ? found->all_text() : "";
}

// "D:20310409000000Z" and "2031-04-09T00:00:00Z" as digits.
std::string digits_of(const std::string& date) {
    std::string digits;
    for (const char c : date)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

void check_information(const CheckedFile& file, const XmlNode& metadata, Findings& findings) {
    constexpr std::pair<const char*, const char*> pairs[] = {
        {"/Title", "dc:title"},          {"/Author", "dc:creator"},     {"/Subject", "dc:description"},
        {"/Creator", "xmp:CreatorTool"}, {"/Producer", "pdf:Producer"}, {"/CreationDate", "xmp:CreateDate"},
        {"/ModDate", "xmp:ModifyDate"}};
    QPDFObjectHandle information = file.file().getTrailer().getKey("/Info");
    if (!information.isDictionary()) return;
    for (const auto& [key, name] : pairs) {
        if (!information.getKey(key).isString()) continue;
        std::string said = information.getKey(key).getUTF8Value(), repeated = text_in(metadata, name);
        if (said.starts_with("D:")) {
            said = digits_of(said);
            repeated = digits_of(repeated);
        }
        findings.add_unless(said == repeated, "A-6.6.3", std::string(key) + ": " + said + " | " + repeated);
    }
}

// The packet's processing instructions, the last of which stands after the root, are left out.
std::string without_wrapper(const std::string& packet) {
    constexpr std::string_view last = "</x:xmpmeta>";
    const std::size_t begin = packet.find("<x:xmpmeta"), end = packet.find(last);
    if (begin == std::string::npos || end == std::string::npos) return {};
    return packet.substr(begin, end + last.size() - begin);
}

void check_metadata(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle stream = file.root().getKey("/Metadata");
    if (!stream.isStream()) return findings.add("A-6.6.2", "no metadata");
    findings.add_unless(!stream.getDict().hasKey("/Filter"), "A-6.6.2", "the metadata are compressed");
    const auto metadata = parse_xml(without_wrapper(file.metadata()), "XMP");
    if (!metadata) return findings.add("A-6.6.2", metadata.error().detail);
    const bool claims = text_in(*metadata, "pdfaid:part") == "3" && text_in(*metadata, "pdfaid:conformance") == "A";
    findings.add_unless(claims, "A-6.6.4", "XMP");
    const bool described = file.metadata().find("<pdfuaid:part>") == std::string::npos ||
                           text_in(*metadata, "pdfaSchema:prefix") == "pdfuaid";
    findings.add_unless(described, "A-6.6.2", "the schema of PDF/UA is not described");
    check_information(file, *metadata, findings);
}

void check_actions(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle root = file.root(), names = root.getKey("/Names");
    findings.add_unless(!root.hasKey("/AA"), "A-6.5.1", "the catalogue runs actions");
    findings.add_unless(!names.isDictionary() || !names.hasKey("/JavaScript"), "A-6.5.1", "JavaScript");
    QPDFObjectHandle first = root.getKey("/OpenAction");
    if (first.isDictionary()) findings.add_unless(first.getKey("/S").isNameAndEquals("/GoTo"), "A-6.5.1", "OpenAction");
    for (QPDFObjectHandle page : file.pages()) findings.add_unless(!page.hasKey("/AA"), "A-6.5.1", file.place_of(page));
}

bool has_string(QPDFObjectHandle object, const char* key) {
    return object.getKey(key).isString() && !object.getKey(key).getUTF8Value().empty();
}

void collect_files(QPDFObjectHandle node, std::vector<QPDFObjectHandle>& files, int depth) {
    if (!node.isDictionary() || depth > 50) return;
    const auto names = items_of(node.getKey("/Names"));
    for (std::size_t i = 1; i < names.size(); i += 2) files.push_back(names[i]);
    for (auto& kid : items_of(node.getKey("/Kids"))) collect_files(kid, files, depth + 1);
}

void check_file(const CheckedFile& file, QPDFObjectHandle specification, Findings& findings) {
    if (!specification.isDictionary()) return findings.add("21-001", "no file specification");
    const std::string place = "object " + std::to_string(specification.getObjectID());
    const bool named = has_string(specification, "/F") && has_string(specification, "/UF");
    findings.add_unless(named, "21-001", place);
    QPDFObjectHandle embedded = specification.getKey("/EF");
    QPDFObjectHandle stream = embedded.isDictionary() ? embedded.getKey("/F") : QPDFObjectHandle::newNull();
    if (!stream.isStream()) return findings.add("A-6.8", place + " holds no file");
    QPDFObjectHandle facts = stream.getDict();
    const std::string kind = facts.getKey("/Subtype").isName() ? facts.getKey("/Subtype").getName() : "";
    const bool dated = facts.getKey("/Params").isDictionary() && has_string(facts.getKey("/Params"), "/ModDate");
    const bool related = specification.getKey("/AFRelationship").isName();
    bool listed = false;
    for (auto& one : items_of(file.root().getKey("/AF"))) listed = listed || name_of(one) == name_of(specification);
    findings.add_unless(kind.find('/', 1) != std::string::npos, "A-6.8", place + " has no type");
    findings.add_unless(dated, "A-6.8", place + " has no date");
    findings.add_unless(related && listed, "A-6.8", place + " has no relation");
}

}  // namespace

void check_archive(const CheckedFile& file, const Shown& shown, Findings& findings) {
    check_header(file, findings);
    check_streams(file, findings);
    const bool intent = has_intent(file);
    findings.add_unless(intent || !shown.device_colours, "A-6.2.3", "OutputIntents");
    findings.add_unless(intent || !shown.transparency, "A-6.2.10", "the pages");
    check_metadata(file, findings);
    check_actions(file, findings);
}

void check_attachments(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle names = file.root().getKey("/Names");
    if (!names.isDictionary()) return;
    std::vector<QPDFObjectHandle> files;
    collect_files(names.getKey("/EmbeddedFiles"), files, 0);
    for (const auto& one : files) check_file(file, one, findings);
}

}  // namespace rapporteur::pdf_check
