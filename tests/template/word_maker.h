#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/zip.h"
#include "template/word/word_template.h"

namespace rapporteur::word {

inline const std::string spaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

inline std::string run(const std::string& text, const std::string& look = "") {
    return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string p(const std::string& text) { return "<w:p>" + run(text) + "</w:p>"; }
inline std::string cell(const std::string& text) { return "<w:tc><w:tcPr/>" + p(text) + "</w:tc>"; }
inline std::string row(const std::vector<std::string>& cells) {
    std::string out = "<w:tr>";
    for (const std::string& text : cells) out += text.starts_with("<w:tc>") ? text : cell(text);
    return out + "</w:tr>";
}
inline std::string table(const std::vector<std::string>& rows) {
    std::string out = "<w:tbl><w:tblPr/><w:tblGrid/>";
    for (const std::string& each : rows) out += each;
    return out + "</w:tbl>";
}

/// A part beside the document: its file's name, its kind and its XML.
struct ExtraPart {
    std::string name, kind, xml;
};

/// A Word file as small as one can be.
inline std::string file(const std::string& body, const std::vector<ExtraPart>& parts = {},
                        const std::string& relationships = "") {
    const std::string types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    const std::string uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    std::string overrides, links = relationships;
    std::vector<ZipEntry> entries;
    for (const ExtraPart& part : parts) {
        overrides += "<Override PartName=\"/word/" + part.name + "\" ContentType=\"" + types + part.kind + "+xml\"/>";
        links +=
            "<Relationship Id=\"" + part.name + "\" Type=\"" + uri + part.kind + "\" Target=\"" + part.name + "\"/>";
        entries.push_back({"word/" + part.name, part.xml});
    }
    entries.push_back({"[Content_Types].xml",
                       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
                       "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                       "<Override PartName=\"/word/document.xml\" ContentType=\"" +
                           types + "document.main+xml\"/>" + overrides + "</Types>"});
    entries.push_back({"_rels/.rels", relations + "<Relationship Id=\"a\" Type=\"" + uri +
                                          "officeDocument\" Target=\"word/document.xml\"/></Relationships>"});
    entries.push_back({"word/_rels/document.xml.rels", relations + links + "</Relationships>"});
    entries.push_back(
        {"word/document.xml", "<w:document " + spaces + "><w:body>" + body + "<w:sectPr/></w:body></w:document>"});
    return *write_zip(entries);
}

/// The parts of a Word file by path.
inline std::string part_of(const std::string& bytes, const std::string& path) {
    const auto entries = read_zip(bytes);
    REQUIRE(entries.ok());
    for (const ZipEntry& entry : *entries)
        if (entry.path == path) return entry.bytes;
    return {};
}

/// What stands between the tags of a document's body.
inline std::string body_of(const std::string& bytes) {
    const std::string part = part_of(bytes, "word/document.xml");
    const std::size_t begin = part.find("<w:body>") + 8;
    return part.substr(begin, part.rfind("<w:sectPr") - begin);
}

inline const NamedText labels{"labels.en.toml", ""};

/// The mistakes of a template, one a line.
inline std::string mistakes_of(const WordFiles& files) {
    Diagnostics problems;
    load_word_template(files, problems);
    std::string out;
    for (const Diagnostic& problem : problems)
        if (problem.place.file != labels.name) out += wording(problem) + "\n";
    return out;
}

inline Result<std::string> filled(const WordFiles& files, const Value& values) {
    Diagnostics problems;
    const WordTemplate made = load_word_template(files, problems);
    std::string told = mistakes_of(files);
    if (!told.empty()) return Diagnostic{Code::template_invalid, {}, told};
    return made.render(values, {});
}

}  // namespace rapporteur::word
