#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "model/document.h"
#include "readers/reader.h"
#include "support/zip.h"

namespace rapporteur {

/// Makes small packages for tests: parts as WordprocessingML without its wrapping.
class DocxMaker {
public:
    DocxMaker() = default;
    /// `body` holds the children of w:body.
    explicit DocxMaker(std::string body) : body_(std::move(body)) {}

    DocxMaker& styles(const std::string& styles) {
        return part("styles", "styles", "<w:styles" + spaces() + ">" + styles + "</w:styles>");
    }
    DocxMaker& numbering(const std::string& lists) {
        return part("numbering", "numbering", "<w:numbering" + spaces() + ">" + lists + "</w:numbering>");
    }
    DocxMaker& footnotes(const std::string& notes) {
        return part("footnotes", "footnotes", "<w:footnotes" + spaces() + ">" + notes + "</w:footnotes>");
    }
    DocxMaker& endnotes(const std::string& notes) {
        return part("endnotes", "endnotes", "<w:endnotes" + spaces() + ">" + notes + "</w:endnotes>");
    }
    DocxMaker& comments(const std::string& comments) {
        return part("comments", "comments", "<w:comments" + spaces() + ">" + comments + "</w:comments>");
    }
    /// A part of the folder "word", which the document leads to under its own name.
    DocxMaker& part(const std::string& name, const std::string& type, const std::string& xml) {
        entries_.push_back({"word/" + name + ".xml", declaration() + xml});
        relate(name, type, name + ".xml", "");
        const std::string subtype = "application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml";
        types_ += "<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + subtype + "\"/>";
        return *this;
    }
    DocxMaker& link(const std::string& id, const std::string& address) {
        relate(id, "hyperlink", address, " TargetMode=\"External\"");
        return *this;
    }
    /// The namespaces of ISO/IEC 29500 Strict, and another prefix.
    DocxMaker& strict() {
        strict_ = true;
        return *this;
    }
    DocxMaker& property_part(const std::string& xml) {
        entries_.push_back({"docProps/app.xml", declaration() + xml});
        root_relations_ +=
            "<Relationship Id=\"app\" Type=\"" + office() + "/extended-properties\" Target=\"docProps/app.xml\"/>";
        return *this;
    }

    std::string bytes() const {
        const std::string package = "http://schemas.openxmlformats.org/package/2006/";
        const std::string relations = "<Relationships xmlns=\"" + package + "relationships\">";
        std::vector<ZipEntry> entries;
        entries.push_back(
            {"[Content_Types].xml",
             declaration() + "<Types xmlns=\"" + package +
                 "content-types\"><Default Extension=\"rels\" "
                 "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
                 "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" "
                 "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>" +
                 types_ + "</Types>"});
        entries.push_back({"_rels/.rels", declaration() + relations + "<Relationship Id=\"r1\" Type=\"" + office() +
                                              "/officeDocument\" Target=\"word/document.xml\"/>" + root_relations_ +
                                              "</Relationships>"});
        entries.push_back({"word/document.xml", document()});
        entries.push_back(
            {"word/_rels/document.xml.rels", declaration() + relations + relations_ + "</Relationships>"});
        entries.insert(entries.end(), entries_.begin(), entries_.end());
        const auto zip = write_zip(entries);
        REQUIRE(zip.ok());
        return *zip;
    }

    std::string document() const {
        return declaration() + "<w:document" + spaces() + "><w:body>" + body_ + "</w:body></w:document>";
    }

private:
    static std::string declaration() { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"; }
    std::string office() const {
        return strict_ ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    }
    std::string spaces() const {
        const std::string word = strict_ ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
                                         : "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        return " xmlns:w=\"" + word + "\" xmlns:r=\"" + office() +
               "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
               " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
               " xmlns:v=\"urn:schemas-microsoft-com:vml\""
               " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";
    }
    void relate(const std::string& id, const std::string& type, const std::string& target, const std::string& mode) {
        relations_ += "<Relationship Id=\"" + id + "\" Type=\"" + office() + "/" + type + "\" Target=\"" + target +
                      "\"" + mode + "/>";
    }

    std::string body_;
    std::string relations_, root_relations_, types_;
    std::vector<ZipEntry> entries_;
    bool strict_ = false;
};

/// A run of text.
inline std::string run_xml(const std::string& text, const std::string& properties = "") {
    const std::string look = properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
    return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

/// A paragraph of one run.
inline std::string paragraph_xml(const std::string& text, const std::string& properties = "") {
    const std::string before = properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>";
    return "<w:p>" + before + run_xml(text) + "</w:p>";
}

inline Document document_of(const DocxMaker& maker, const ReadOptions& options = {}) {
    const std::string bytes = maker.bytes();
    const auto document = read_document({"paper.docx", bytes}, options);
    REQUIRE_MESSAGE(document.ok(), wording(document.error()));
    return *document;
}

/// A line a block: its kind, its label, its text.
inline std::vector<std::string> lines_of_blocks(const Document& document) {
    std::vector<std::string> out;
    for (const Block& block : document.blocks) {
        std::string line(name_of(block.kind));
        if (block.level > 0) line += std::to_string(block.level);
        if (!block.label.empty()) line += " [" + block.label + "]";
        out.push_back(line + " " + std::string(document.text_of(block)));
    }
    return out;
}

}  // namespace rapporteur
