#include <doctest/doctest.h>

#include "docx_check.h"
#include "docx_file.h"
#include "readers/docx/docx_pack_notes.h"
#include "support/notes_tag.h"
#include "writers/docx/docx_writer.h"

namespace rapporteur {
namespace {

constexpr const char* pack_of_boxes = R"(<pack lang="en" title="Third Meeting of Lamplighters">
  <meta name="classification" content="Internal"/>
  <h2 id="a" number="4" verbatim="yes">Wicks</h2>
  <notes key="00112233445566aa" number="4" title="Wicks &amp; oil" item="Item 4" position="Position" position-note="of Atlantis" notes="Notes" placeholder="Click here to write"/>
  <h2 id="b" number="5" verbatim="yes">Chimneys</h2>
  <notes key="00112233445566bb" number="5" title="Chimneys" item="Item 5" position="Position" notes="Notes" placeholder="Click here to write">
    <written in="position"><p>We <strong>agree</strong> with the chair.</p><p>Two conditions:<br/>price, and <em>time</em></p></written>
  </notes>
  <h1 id="l" number="II">Loose</h1>
  <notes key="00112233445566cc" number="9" title="Gone" position="Position" notes="Notes" placeholder="Click here to write" loose="yes">
    <written in="notes"><p>Ask again in spring.</p></written>
  </notes>
</pack>)";

std::string written(const std::string& xml) {
    const auto pack = read_pack(xml, "boxes.xml");
    REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
    auto docx = write_docx(*pack, house_style(), {});
    REQUIRE(docx.ok());
    return *docx;
}

PackNotes read(const std::string& docx) {
    Diagnostics told;
    auto notes = read_pack_notes(docx, "boxes.docx", told);
    REQUIRE_MESSAGE(notes.ok(), wording(notes.error()));
    CHECK(told.empty());
    return *notes;
}

/// The package with one part changed.
std::string with_part(const std::string& docx, const std::string& path, const std::string& from,
                      const std::string& to) {
    auto entries = read_zip(docx);
    REQUIRE(entries.ok());
    for (ZipEntry& entry : *entries) {
        if (entry.path != path) continue;
        const std::size_t at = entry.bytes.find(from);
        REQUIRE_MESSAGE(at != std::string::npos, from);
        entry.bytes.replace(at, from.size(), to);
    }
    return *write_zip(*entries);
}

std::string text_of(const NoteText& text) {
    std::string out;
    for (const NoteParagraph& paragraph : text) {
        out += out.empty() ? "" : "|";
        for (const NoteRun& run : paragraph.runs)
            out += (run.bold ? "*" : "") + std::string(run.italic ? "/" : "") + run.text +
                   std::string(run.italic ? "/" : "") + (run.bold ? "*" : "");
    }
    return out;
}

TEST_CASE("boxes of a Word pack are content controls that name their item, and read back as they were filled") {
    const std::string docx = written(pack_of_boxes);
    CHECK(docx_faults(docx) == "");
    const XmlNode document = DocxFile(docx).xml("word/document.xml");
    CHECK(values(document, "w:tag", "w:val") ==
          std::vector<std::string>{"rapporteur:position:00112233445566aa", "rapporteur:notes:00112233445566aa",
                                   "rapporteur:position:00112233445566bb", "rapporteur:notes:00112233445566bb",
                                   "rapporteur:notes:00112233445566cc"});
    CHECK(values(document, "w:alias", "w:val").front() == "Position, Item 4, Wicks & oil");
    CHECK(all_named(document, "w:showingPlcHdr").size() == 3);

    const PackNotes notes = read(docx);
    CHECK(notes.title == "Third Meeting of Lamplighters");
    REQUIRE(notes.items.size() == 3);
    CHECK(notes.items[0].empty());
    CHECK(notes.items[0].number == "4");
    CHECK(notes.items[0].title == "Wicks & oil");
    CHECK(text_of(notes.items[1].position) == "We *agree* with the chair.|Two conditions:\nprice, and /time/");
    CHECK(notes.items[1].notes.empty());
    CHECK(notes.items[2].key == "00112233445566cc");
    CHECK(text_of(notes.items[2].notes) == "Ask again in spring.");
}

TEST_CASE("what is typed into a placeholder counts, the placeholder does not") {
    const std::string docx = written(pack_of_boxes);
    const std::string typed =
        with_part(docx, "word/document.xml", "Click here to write", "Click here to writeNo objection");
    CHECK(text_of(read(typed).items[0].position) == "No objection");
    const std::string replaced = with_part(docx, "word/document.xml", "Click here to write", "No objection");
    CHECK(text_of(read(replaced).items[0].position) == "No objection");
    // What Word itself shows in a control that was emptied.
    const std::string emptied = with_part(
        with_part(docx, "word/document.xml", "Click here to write", "Click or tap here."), "word/document.xml",
        "<w:showingPlcHdr/>",
        "<w:placeholder><w:docPart w:val=\"DefaultPlaceholder_-1854013440\"/></w:placeholder><w:showingPlcHdr/>");
    CHECK(read(emptied).items[0].empty());
}

TEST_CASE("text beside the control, above the label and in a control without a tag stays with its box") {
    const std::string docx = written(pack_of_boxes);
    const std::string lost = with_part(
        docx, "word/document.xml", "<w:tag w:val=\"rapporteur:position:00112233445566bb\"/>", "<w:tag w:val=\"x\"/>");
    CHECK(text_of(read(lost).items[1].position).starts_with("We *agree*"));
    const std::string below = with_part(docx, "word/document.xml", "time</w:t></w:r></w:p>",
                                        "time</w:t></w:r></w:p><w:p><w:r><w:t>More.</w:t></w:r></w:p>");
    CHECK(text_of(read(below).items[1].position).ends_with("|More."));
    const std::string mark = "<w:bookmarkEnd w:id=\"";
    auto entries = read_zip(docx);
    REQUIRE(entries.ok());
    for (ZipEntry& entry : *entries) {
        if (entry.path != "word/document.xml") continue;
        const std::size_t name = entry.bytes.find("rapporteur_position_00112233445566bb");
        const std::size_t label = entry.bytes.find(mark, name);
        const std::size_t end = entry.bytes.find("/>", label) + 2;
        entry.bytes.insert(end, "<w:r><w:t>Beside the label.</w:t></w:r>");
        const std::size_t paragraph = entry.bytes.rfind("<w:p>", name);
        entry.bytes.insert(paragraph, "<w:p><w:r><w:t>Above it.</w:t></w:r></w:p>");
    }
    const std::string all = text_of(read(*write_zip(*entries)).items[1].position);
    CHECK_MESSAGE(all.starts_with("Above it.|*Beside the label.*|We "), all);
}

TEST_CASE("lists keep their numbers, tracked deletions go, tracked insertions stay") {
    const std::string docx = written(pack_of_boxes);
    const std::string edited = with_part(
        docx, "word/document.xml", "Ask again in spring.</w:t></w:r>",
        "Ask again</w:t></w:r><w:del w:id=\"900\" w:author=\"A\"><w:r><w:delText> never</w:delText></w:r></w:del>"
        "<w:ins w:id=\"901\" w:author=\"A\"><w:r><w:t xml:space=\"preserve\"> in autumn</w:t></w:r></w:ins>");
    CHECK(text_of(read(edited).items[2].notes) == "Ask again in autumn");
}

TEST_CASE("hostile packs are refused or read, never more") {
    Diagnostics told;
    CHECK_FALSE(read_pack_notes("PK", "x.docx", told).ok());
    CHECK_FALSE(read_pack_notes("", "x.docx", told).ok());
    const std::string docx = written(pack_of_boxes);
    const std::string cut = with_part(docx, "word/document.xml", "</w:body>", "");
    CHECK_FALSE(read_pack_notes(cut, "x.docx", told).ok());
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
    const std::string nested = with_part(docx, "word/document.xml", "<w:body>", "<w:body>" + deep);
    CHECK_FALSE(read_pack_notes(nested, "x.docx", told).ok());
    for (const std::string_view name : {"rapporteur:notes:", "rapporteur:notes:XYZ", "rapporteur:other:00", "notes:00"})
        CHECK_FALSE(notes_tag_of(name));
}

}  // namespace
}  // namespace rapporteur
