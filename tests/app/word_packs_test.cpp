#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

#include "app/pack_contents.h"
#include "readers/reader.h"
#include "support/xml.h"
#include "writers/docx_check.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string root = RAPPORTEUR_SOURCE_DIR;
const fs::path schemas = fs::path(root) / ".." / "shared" / "ooxml-xsd";

std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen((command + " 2>/dev/null").c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> buffer{};
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), read);
    pclose(pipe);
    return out;
}

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

/// The DOCX packs of the samples in a folder, once for all tests; in English, French and Arabic.
const std::string& sample_packs() {
    static const ScratchFolder folder;
    static const std::string packs = [] {
        const auto make = [&](const std::string& input, const std::string& language, const std::string& date,
                              const std::string& name, const std::string& style) {
            CHECK(run_program({"build", input, "--language", language, "--style", style, "--format", "pdf,docx",
                               "--out", folder / ("packs/" + name), "--as-of", date})
                      .status == 0);
        };
        make(root + "/samples", "en", "2025-10-01", "en", "print");
        make(root + "/samples", "en", "2025-10-01", "large", "large-print");
        make(root + "/tests/samples/french", "fr", "2032-02-15", "fr", "print");
        make(root + "/tests/samples/arabic", "ar", "2032-02-15", "ar", "print");
        return folder / "packs";
    }();
    return packs;
}

std::vector<fs::path> pack_files() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(sample_packs()))
        if (entry.path().extension() == ".docx") out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
}

XmlNode part_of(const fs::path& file, const std::string& path) {
    const auto entries = read_zip(content_of(file.string()));
    REQUIRE(entries.ok());
    for (const ZipEntry& entry : *entries)
        if (entry.path == path) return *parse_xml(entry.bytes, path);
    return {};
}

template <class Visit>
void walk(const XmlNode& node, Visit&& visit) {
    visit(node);
    for (const XmlNode& child : node.children) walk(child, visit);
}

std::string text_of(const XmlNode& node) {
    std::string out;
    walk(node, [&](const XmlNode& each) {
        if (each.name == "w:t") out += each.all_text();
        if (each.name == "w:tab" || each.name == "w:br") out += ' ';
    });
    return collapse_space(out);
}

std::string style_of(const XmlNode& paragraph) {
    const XmlNode* look = paragraph.child("w:pPr");
    const XmlNode* style = look ? look->child("w:pStyle") : nullptr;
    return style ? std::string(style->attribute("w:val")) : "";
}

/// What the pack's own XML holds, to be found by another reader.
struct Held {
    std::vector<std::string> headings;
    std::size_t tables = 0, links = 0, list_items = 0;
};

Held held_by(const XmlNode& document) {
    Held held;
    int depth = 0;
    const auto visit = [&](const auto& self, const XmlNode& node) -> void {
        if (node.name == "w:p" && style_of(node).starts_with("Heading")) held.headings.push_back(text_of(node));
        if (node.name == "w:tbl" && depth == 0) ++held.tables;
        if (node.name == "w:hyperlink") ++held.links;
        if (node.name == "w:numPr" && node.child("w:numId") && node.child("w:numId")->attribute("w:val") != "0")
            ++held.list_items;
        depth += node.name == "w:tbl";
        for (const XmlNode& child : node.children) self(self, child);
        depth -= node.name == "w:tbl";
    };
    visit(visit, document);
    return held;
}

std::size_t count_of(const std::string& text, const std::string& words) {
    std::size_t count = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

/// Titles of the contents with their printed pages, as the pack says them.
std::vector<std::pair<std::string, int>> contents_of(const XmlNode& document) {
    std::vector<std::pair<std::string, int>> out;
    walk(document, [&](const XmlNode& node) {
        if (node.name != "w:p" || !style_of(node).starts_with("Toc")) return;
        const std::string text = text_of(node);
        const std::size_t digits = text.find_last_not_of("0123456789") + 1;
        const std::size_t number = text.find(' ');
        if (digits < text.size() && number < digits)
            out.emplace_back(collapse_space(text.substr(number, digits - number)), std::atoi(text.c_str() + digits));
    });
    return out;
}

/// The headings of a PDF with the pages that they stand on, from 1.
std::vector<std::pair<std::string, int>> outline_of(QPDF& pdf) {
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    std::vector<std::pair<std::string, int>> out;
    const auto add = [&](const auto& self, QPDFOutlineObjectHelper entry) -> void {
        const auto page = entry.getDestPage();
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (page.isIndirect() && pages[i].getObjectHandle().getObjGen() == page.getObjGen())
                out.emplace_back(collapse_space(entry.getTitle()), static_cast<int>(i) + 1);
        for (auto& kid : entry.getKids()) self(self, kid);
    };
    for (auto& entry : QPDFOutlineDocumentHelper(pdf).getTopLevelOutlines()) add(add, entry);
    return out;
}

/// Titles of headings that have a number, with that, as our own reader counts them.
std::multimap<std::string, std::string> numbered_headings(const fs::path& file) {
    const std::string docx = content_of(file.string());
    const auto document = read_document({file.filename().string(), docx});
    REQUIRE(document.ok());
    std::multimap<std::string, std::string> out;
    for (const Block& block : document->blocks)
        if (block.kind == BlockKind::heading && !block.number.empty())
            out.emplace(
                collapse_space(
                    std::string_view(document->text).substr(block.range.begin, block.range.end - block.range.begin)),
                block.number);
    return out;
}

}  // namespace

TEST_CASE("every Word pack of the samples is a sound package") {
    REQUIRE(pack_files().size() > 15);
    for (const fs::path& file : pack_files())
        CHECK_MESSAGE(docx_faults(content_of(file.string())) == "", file.string());
}

TEST_CASE("every part of every Word pack of the samples is valid by the schemas of ECMA-376") {
    if (!fs::is_directory(schemas) || !runs("xmllint --version")) {
        MESSAGE("skipped: the schemas or xmllint are not at hand");
        return;
    }
    const ScratchFolder folder;
    std::map<std::string, std::string> by_schema;  // files to check
    for (const fs::path& file : pack_files()) {
        const auto entries = read_zip(content_of(file.string()));
        REQUIRE(entries.ok());
        for (const ZipEntry& entry : *entries) {
            const std::string schema = entry.path == "[Content_Types].xml"   ? "opc-contentTypes.xsd"
                                       : entry.path.ends_with(".rels")       ? "opc-relationships.xsd"
                                       : entry.path == "docProps/core.xml"   ? "opc-coreProperties.xsd"
                                       : entry.path == "docProps/app.xml"    ? "shared-documentPropertiesExtended.xsd"
                                       : entry.path == "docProps/custom.xml" ? "shared-documentPropertiesCustom.xsd"
                                       : entry.path.ends_with(".xml")        ? "wml.xsd"
                                                                             : "";
            if (schema.empty()) continue;
            const std::string path =
                folder / (file.parent_path().filename().string() + "-" + file.stem().string() + "/" + entry.path);
            put(path, entry.bytes);
            by_schema[schema] += " '" + path + "'";
        }
    }
    for (const auto& [schema, paths] : by_schema)
        CHECK_MESSAGE(runs("xmllint --noout --nonet --schema '" + (schemas / schema).string() + "'" + paths), schema);
}

TEST_CASE("another reader finds the headings, tables, lists and links of Word packs") {
    if (!runs("pandoc --version")) {
        MESSAGE("skipped: pandoc is not at hand");
        return;
    }
    for (const fs::path& file : pack_files()) {
        CAPTURE(file.string());
        const Held held = held_by(part_of(file, "word/document.xml"));
        const std::string native = output_of("pandoc -f docx -t native '" + file.string() + "'");
        const std::string plain =
            collapse_space(output_of("pandoc -f docx -t plain --wrap=none '" + file.string() + "'"));
        CHECK(held.headings.size() > 5);
        CHECK(count_of(native, "Header") >= held.headings.size());
        CHECK(count_of(native, "Table\n") + count_of(native, "Table ") >= held.tables);
        CHECK(count_of(native, "Link\n") + count_of(native, "Link ") >= held.links / 2);  // those side by side are one
        for (const std::string& heading : held.headings)
            CHECK_MESSAGE(plain.find(heading) != std::string::npos, heading);
    }
}

TEST_CASE("the numbers of headings are those of the PDF packs, whoever counts them") {
    std::size_t counted = 0;
    for (const fs::path& file : pack_files()) {
        CAPTURE(file.string());
        const auto headings = numbered_headings(file);
        const auto pdf = opened(content_of(fs::path(file).replace_extension(".pdf").string()));
        for (const auto& [entry, page] : outline_of(*pdf)) {
            const std::size_t space = entry.find(' ');
            const std::string title = entry.substr(std::min(space, entry.size() - 1) + 1);
            // Titles that come again may stand under other numbers, which the contents leave out.
            if (headings.count(title) != 1) continue;
            CHECK(headings.find(title)->second == entry.substr(0, space));
            ++counted;
        }
    }
    CHECK(counted > 100);
}

TEST_CASE("LibreOffice opens every Word pack, and its pages are those of the contents, give or take one") {
    if (!runs("soffice --version")) {
        MESSAGE("skipped: LibreOffice is not at hand");
        return;
    }
    const ScratchFolder folder;
    std::size_t entries = 0, differing = 0;
    for (const char* language : {"en", "fr", "ar", "large"}) {
        REQUIRE(runs("soffice -env:UserInstallation=file://" + (folder / "profile") +
                     " --headless --convert-to pdf --outdir " + (folder / language) + " " + sample_packs() + "/" +
                     language + "/*.docx"));
    }
    for (const fs::path& file : pack_files()) {
        CAPTURE(file.string());
        const auto contents = contents_of(part_of(file, "word/document.xml"));
        const std::string language = file.parent_path().filename().string();
        const auto pdf = opened(content_of(folder / (language + "/" + file.stem().string() + ".pdf")));
        const auto outline = outline_of(*pdf);
        REQUIRE(contents.size() > 3);
        const auto numbers = numbered_headings(file);
        for (const std::string& title : held_by(part_of(file, "word/document.xml")).headings) {
            if (numbers.count(title) != 1) continue;
            const std::string shown = numbers.find(title)->second + " " + title;
            CHECK_MESSAGE(
                std::any_of(outline.begin(), outline.end(), [&](const auto& each) { return each.first == shown; }),
                shown);
        }
        std::size_t found = 0;
        auto next = outline.begin();
        for (const auto& [title, page] : contents) {
            // In the order of the pack: titles come again on item sheets.
            const auto heading = std::find_if(next, outline.end(), [&, wanted = title](const auto& each) {
                return each.first.ends_with(wanted) || wanted.ends_with(each.first);
            });
            if (heading == outline.end()) continue;
            next = heading + 1;
            ++found;
            ++entries;
            differing += heading->second != page;
            CHECK_MESSAGE(std::abs(heading->second - page) <= 1, title);
        }
        CHECK(2 * found > contents.size());
    }
    MESSAGE(entries << " entries of contents, " << differing << " a page off");
}
