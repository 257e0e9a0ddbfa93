#include <doctest/doctest.h>

#include "support/hash.h"
#include "support/xml.h"
#include "support/zip.h"
#include "support/zip_archive.h"

using namespace rapporteur;

TEST_CASE("an archive comes back as it was written, with the same bytes each time") {
    const std::vector<ZipEntry> entries{{"a.txt", "one"}, {"folder/b.xml", std::string(5000, 'x')}};
    const Result<std::string> first = write_zip(entries);
    const Result<std::string> second = write_zip(entries);
    REQUIRE(first.ok());
    CHECK(*first == *second);
    const auto back = read_zip(*first);
    REQUIRE(back.ok());
    REQUIRE(back->size() == 2);
    CHECK((*back)[1].path == "folder/b.xml");
    CHECK((*back)[1].bytes == entries[1].bytes);
}

TEST_CASE("an archive that unpacks to more than the limit is refused") {
    const auto zip = write_zip({{"bomb", std::string(100000, '0')}});
    REQUIRE(zip.ok());
    CHECK_FALSE(read_zip(*zip, 1000).ok());
    CHECK_FALSE(read_zip("not an archive").ok());
}

TEST_CASE("an archive that is cut anywhere gives the files before the cut and what is left of the last") {
    const std::vector<ZipEntry> entries{{"a.txt", "one"}, {"folder/b.xml", std::string(5000, 'x') + "end"}};
    const auto zip = write_zip(entries);
    REQUIRE(zip.ok());
    for (std::size_t bytes = 1; bytes < zip->size(); ++bytes) {
        const std::string cut = zip->substr(0, bytes);
        const auto archive = ZipArchive::open_or_recover(cut);
        if (!archive) continue;
        CHECK(archive->recovered());
        const auto first = archive->salvage(0, 100000);
        REQUIRE(first.ok());
        CHECK(std::string_view("one").starts_with(first->bytes));
        if (archive->members().size() < 2) continue;
        CHECK(first->bytes == "one");
        const auto second = archive->salvage(1, 100000);
        REQUIRE(second.ok());
        CHECK(second->whole == (second->bytes == entries[1].bytes));
    }
    const std::size_t listing = zip->find("PK\1\2");
    REQUIRE(listing != std::string::npos);
    const std::string files = zip->substr(0, listing);
    const auto archive = ZipArchive::open_or_recover(files);
    REQUIRE(archive.ok());
    REQUIRE(archive->members().size() == 2);
    CHECK(archive->read("folder/b.xml", 100000).value() == entries[1].bytes);
    CHECK_FALSE(ZipArchive::open(*zip)->recovered());
    CHECK_FALSE(ZipArchive::open_or_recover("PK\3\4").ok());
}

TEST_CASE("XML is read with lines, mixed content and the text of all below") {
    const auto root = parse_xml("<a x='1'>one <b>two</b> three\n<c/></a>", "f.xml");
    REQUIRE(root.ok());
    CHECK(root->attribute("x") == "1");
    CHECK(root->child("c")->line == 2);
    CHECK(root->all_text() == "one two three\n");
}

TEST_CASE("broken and too deep XML is refused with its line") {
    const auto crossed = parse_xml("<a>\n<b></a>", "f.xml");
    REQUIRE_FALSE(crossed.ok());
    CHECK(crossed.error().place.file == "f.xml");
    CHECK(crossed.error().place.line > 0);
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<a>";
    CHECK_FALSE(parse_xml(deep, "deep.xml").ok());
    CHECK_FALSE(parse_xml("", "empty.xml").ok());
}

TEST_CASE("what is escaped cannot come alive") {
    CHECK(escape_xml("<b a='\"'>&\x01") == "&lt;b a=&#39;&quot;&#39;&gt;&amp;");
}

TEST_CASE("SHA-256 of the standard's example") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a diagnostic says place and reason in one line") {
    CHECK(wording({Code::rule_invalid, {"r.xml", 0, 3, 7}, "why"}) == "r.xml:3:7: the rule is invalid: why");
    CHECK(wording({Code::page_without_text, {"a.pdf", 4, 0, 0}, ""}) == "a.pdf, page 4: the page holds no text");
    CHECK(code_named(name_of(Code::glyph_missing)) == Code::glyph_missing);
}

TEST_CASE("the files of an archive are unpacked one at a time, within a limit") {
    const std::string zip = write_zip({{"a.txt", "one"}, {"deep/b.txt", std::string(100000, 'x')}}).value();
    auto archive = ZipArchive::open(zip);
    REQUIRE(archive.ok());
    REQUIRE(archive->members().size() == 2);
    CHECK(archive->members()[1].packed < 1000);
    CHECK(archive->read("a.txt", 10).value() == "one");
    CHECK(archive->read(1, 100000).value().size() == 100000);
    CHECK(archive->read(1, 99999).error().code == Code::document_too_large);
    CHECK(archive->read("none", 10).error().code == Code::file_missing);
    CHECK_FALSE(ZipArchive::open(zip, 1).ok());
    CHECK_FALSE(ZipArchive::open("PK\x03\x04 nothing more").ok());
}
