#include "writers/pdf/pdf_attachments.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "support/hash.h"
#include "support/text.h"
#include "writers/pdf/pdf_metadata.h"
#include "writers/pdf/pdf_syntax.h"

namespace rapporteur {
namespace {

// What is compressed already does not get smaller.
Compression compression_of(std::string_view media_type) {
    const bool compressed = media_type == "application/pdf" || media_type == "application/zip" ||
                            media_type.starts_with("application/vnd.") || media_type.starts_with("image/");
    return compressed ? Compression::none : Compression::deflate;
}

// Readers save under these names: no folders, no control characters.
std::string safe_name(std::string_view wanted) {
    const std::string name(wanted.substr(wanted.find_last_of("/\\") + 1));
    std::string safe = collapse_space(name);
    std::erase_if(safe, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    return safe.empty() || safe == "." || safe == ".." ? "file" : safe;
}

// "report.pdf", "report 2.pdf": names that differ, whatever the case.
std::string unlike(const std::string& name, const std::map<std::string, PdfDict>& taken) {
    const std::size_t dot = name.rfind('.');
    const std::string stem = name.substr(0, dot), ending = dot == std::string::npos ? "" : name.substr(dot);
    std::string unused = name;
    for (int number = 2; taken.contains(fold(unused)); ++number) unused = stem + " " + std::to_string(number) + ending;
    return unused;
}

PdfDict embedded_file(PdfFile& file, const PdfAttachment& attachment, const std::string& date) {
    PdfDict made = file.stream(attachment.bytes, compression_of(attachment.media_type));
    made.set("Type", PdfName{"EmbeddedFile"});
    made.set("Subtype", PdfName{attachment.media_type.empty() ? "application/octet-stream" : attachment.media_type});
    PdfDict facts = file.dict({{"Size", static_cast<int>(attachment.bytes.size())}});
    if (const std::string sum = md5_bytes(attachment.bytes); !sum.empty()) facts.set("CheckSum", PdfBytes{sum});
    if (!date.empty()) {
        facts.set("CreationDate", PdfText{date});
        facts.set("ModDate", PdfText{date});
    }
    made.set("Params", facts);
    return made;
}

PdfDict file_specification(PdfFile& file, const PdfAttachment& attachment, const std::string& name,
                           const std::string& date) {
    const PdfDict embedded = embedded_file(file, attachment, date);
    return file.indirect_dict(
        {{"Type", PdfName{"Filespec"}},
         {"F", PdfText{name}},
         {"UF", PdfText{name}},
         {"Desc", PdfText{attachment.description}},
         {"AFRelationship", PdfName{attachment.relation == AttachmentRelation::data ? "Data" : "Source"}},
         {"EF", file.dict({{"F", embedded}, {"UF", embedded}})}});
}

}  // namespace

void write_attachments(PdfFile& file, const std::vector<PdfAttachment>& attachments, const std::string& date_iso) {
    if (attachments.empty()) return;
    const std::string date = pdf_date(date_iso);
    PdfArray associated = file.array(), names = file.array();
    std::map<std::string, PdfDict> by_name;  // folded: name trees are sorted
    for (const auto& attachment : attachments) {
        const std::string name = unlike(safe_name(attachment.name), by_name);
        const PdfDict specification = file_specification(file, attachment, name, date);
        associated.add(specification);
        by_name.emplace(fold(name), specification);
    }
    for (const auto& [name, specification] : by_name) {
        names.add(PdfBytes{name});
        names.add(specification);
    }
    PdfDict catalog = file.catalog();
    catalog.set("AF", associated);
    catalog.set("Names", file.dict({{"EmbeddedFiles", file.indirect_dict({{"Names", names}})}}));
}

}  // namespace rapporteur
