#include "readers/file_kind.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/ole_directory.h"
#include "readers/reader.h"
#include "support/zip.h"

namespace rapporteur {
namespace {

std::string zip_of(const std::vector<ZipEntry>& entries) { return write_zip(entries).value(); }

/// Bytes of a number in little-endian order.
std::string number(std::uint32_t value, int bytes) {
    std::string out;
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}

std::string directory_entry(const std::string& name, std::uint32_t left, std::uint32_t child, std::uint32_t start) {
    std::string out;
    for (const char c : name) out += number(static_cast<unsigned char>(c), 2);
    out.resize(64, '\0');
    out += number(static_cast<std::uint32_t>(2 * name.size() + 2), 2) + std::string(2, '\0');
    out += number(left, 4) + number(0xFFFFFFFF, 4) + number(child, 4);
    out.resize(116, '\0');
    out += number(start, 4);
    out.resize(128, '\0');
    return out;
}

/// A compound file of one table sector, one directory sector and one sector of stream bytes; at its top stand the
/// streams of these names, each the left sibling of the next.
std::string compound_file(const std::vector<std::string>& names, const std::string& stream = "") {
    std::string out = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    out.resize(30, '\0');
    out += number(9, 2);
    out.resize(48, '\0');
    out += number(1, 4);  // the directory's first sector
    out.resize(76, '\0');
    out += number(0, 4);  // the table's first sector
    out.resize(512, '\xFF');
    out += number(0xFFFFFFFD, 4) + number(0xFFFFFFFE, 4) + number(0xFFFFFFFE, 4);
    out.resize(1024, '\xFF');
    out += directory_entry("Root Entry", 0xFFFFFFFF, static_cast<std::uint32_t>(names.size()), 0xFFFFFFFE);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto left = i == 0 ? 0xFFFFFFFF : static_cast<std::uint32_t>(i);
        out += directory_entry(names[i], left, 0xFFFFFFFF, 2);
    }
    out.resize(1536, '\0');
    out += stream;
    out.resize(2048, '\0');
    return out;
}

std::string opendocument(const std::string& type, const std::string& manifest = "<m/>") {
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument." + type},
                   {"content.xml", "<x/>"},
                   {"META-INF/manifest.xml", manifest}});
}

}  // namespace

TEST_CASE("Office and OpenDocument files are told by what is in their archive, whatever their name") {
    const std::string types = R"(<Types><Override PartName="/d.xml" ContentType="application/vnd.openxmlformats-)";
    CHECK(kind_of(zip_of({{"[Content_Types].xml", "<x/>"}, {"word/document.xml", "<x/>"}}), "a.zip") == FileKind::docx);
    CHECK(kind_of(zip_of({{"word/document.xml", "<x/>"}}), "a.docx") == FileKind::docx);
    CHECK(kind_of(zip_of({{"[Content_Types].xml", types + "officedocument.wordprocessingml.document.main+xml\"/>"},
                          {"d.xml", "<x/>"}}),
                  "a") == FileKind::docx);
    CHECK(kind_of(zip_of({{"[Content_Types].xml", "<x/>"}, {"ppt/presentation.xml", "<x/>"}}), "a.docx") ==
          FileKind::pptx);
    CHECK(kind_of(zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}}), "a.docx") ==
          FileKind::spreadsheet);
    CHECK(kind_of(opendocument("text"), "a") == FileKind::odt);
    CHECK(kind_of(opendocument("text-template"), "a") == FileKind::odt);
    CHECK(kind_of(opendocument("presentation"), "a.odt") == FileKind::odp);
    CHECK(kind_of(opendocument("spreadsheet"), "a.odt") == FileKind::spreadsheet);
    CHECK(kind_of(opendocument("text", "<m:encryption-data/>"), "a.odt") == FileKind::locked_opendocument);
    CHECK(kind_of(zip_of({{"mimetype", "application/epub+zip"}}), "a.odt") == FileKind::publication);
    CHECK(kind_of(zip_of({{"paper.pdf", "x"}}), "a.docx") == FileKind::archive);
}

TEST_CASE("compound files are told by what stands at their top") {
    std::string word(12, '\0');
    CHECK(kind_of(compound_file({"1Table", "WordDocument"}, word), "a.xls") == FileKind::word_97);
    word[11] = 1;
    CHECK(kind_of(compound_file({"WordDocument"}, word), "a.doc") == FileKind::locked_office);
    CHECK(kind_of(compound_file({"EncryptionInfo", "EncryptedPackage"}), "a.docx") == FileKind::locked_office);
    CHECK(kind_of(compound_file({"Workbook"}), "a.doc") == FileKind::spreadsheet);
    CHECK(kind_of(compound_file({"PowerPoint Document"}), "a.doc") == FileKind::powerpoint_97);
    CHECK(kind_of(compound_file({"__properties_version1.0"}), "a.doc") == FileKind::outlook_message);
    CHECK(ole_entries("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off").empty());
    std::string loop = compound_file({"A", "B", "C"});
    loop.replace(1024 + 2 * 128 + 68, 4, number(3, 4));  // B's left sibling is C, whose left sibling is B
    CHECK(ole_entries(loop).size() <= 3);
}

TEST_CASE("mail is told by what machines write into headers") {
    const std::string sent =
        "Received: from a by b\r\n  for <c@example.org>\r\nFrom: A <a@example.org>\r\nSubject: Agenda\r\n\r\nText.";
    CHECK(kind_of(sent, "agenda.txt") == FileKind::mail);
    const std::string memorandum = "From: The Secretary\nTo: All members\nSubject: Agenda\n\nText.";
    CHECK(kind_of(memorandum, "memo.txt") == FileKind::text);
    CHECK(kind_of(memorandum, "memo.eml") == FileKind::mail);
    CHECK(kind_of("From a@example.org Mon Jun  2 10:00:00 2014\n" + sent, "inbox") == FileKind::mailbox);
}

TEST_CASE("pictures, programs and other data have kinds of their own") {
    CHECK(kind_of(std::string("\x89PNG\r\n\x1A\n\0\0", 10), "minutes.pdf") == FileKind::picture);
    CHECK(kind_of(std::string("BM\x46\0\0\0\0\0", 8), "a") == FileKind::picture);
    CHECK(kind_of("BMS annual meeting\n\nThe Board met.", "a.txt") == FileKind::text);
    CHECK(kind_of("{\\rtf1\\ansi The Board met.}", "a.doc") == FileKind::rtf);
    CHECK(kind_of("\x7F"
                  "ELF\x02\x01\x01",
                  "a.pdf") == FileKind::program);
    CHECK(kind_of("<?xml version=\"1.0\"?><svg/>", "a") == FileKind::picture);
    CHECK(kind_of("<?xml version=\"1.0\"?><rows/>", "a.txt") == FileKind::xml);
    CHECK(kind_of("<?xml version=\"1.0\"?>\n<html xmlns='x'>", "a") == FileKind::html);
    CHECK(
        kind_of("<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument.text\">",
                "a") == FileKind::flat_odt);
    CHECK(kind_of("BEGIN:VCALENDAR\nVERSION:2.0\n", "a.ics") == FileKind::calendar);
    CHECK(kind_of(std::string("%PDF-1.7\n%\x80\x81\0", 12), "a.txt") == FileKind::pdf);
}

TEST_CASE("a refusal says what the file is") {
    const auto picture = read_document({"scan.pdf", "\xFF\xD8\xFF\xE0 JFIF"});
    REQUIRE_FALSE(picture.ok());
    CHECK(wording(picture.error()) == "scan.pdf: the format is not one that can be read: a picture");
    const auto locked = read_document({"a.docx", compound_file({"EncryptedPackage"})});
    REQUIRE_FALSE(locked.ok());
    CHECK(locked.error().code == Code::document_encrypted);
    const auto old = read_document({"a.doc", "{\\rtf1 x}"});
    REQUIRE_FALSE(old.ok());
    CHECK(old.error().code == Code::conversion_missing);
}

TEST_CASE("what another program made of a file is read under the file's own name, hash and type") {
    const auto document = read_document({"note.rtf", "{\\rtf1 The Board met.}", "The Board met in June.\n"});
    REQUIRE(document.ok());
    CHECK(document->media_type == MediaType::rtf);
    CHECK(document->bytes == 22);
    CHECK(document->text == "The Board met in June.");
    REQUIRE(document->warnings.size() == 1);
    CHECK(document->warnings.front().code == Code::document_converted);
}

}  // namespace rapporteur
