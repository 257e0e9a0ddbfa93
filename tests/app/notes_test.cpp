#include <doctest/doctest.h>

#include <cstdlib>

#include "app/pack_contents.h"
#include "writers/docx_check.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string agenda = R"(# Third Meeting of the Lamplighters

Old Gasworks, Port Ellen, 14 May 2031

## Agenda

1. Opening of the meeting
2. Wicks and their trimming
3. Oil from the northern wells
4. Other matters
)";

const std::string shorter = R"(# Third Meeting of the Lamplighters

Old Gasworks, Port Ellen, 14 May 2031

## Agenda

1. Opening of the meeting
2. Oil from the northern wells
3. Other matters
)";

const std::string report = R"(# Trimming of wicks in five ports

Paper for the Third Meeting of the Lamplighters, 14 May 2031

1. The working party recommends that harbour masters trim every wick before dusk.
)";

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

Ended build(const std::string& documents, const std::string& out, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"build", documents, "--by", "meeting", "--out", out, "--as-of", "2031-04-01"});
    return run_program(more);
}

std::string pack_in(const std::string& folder, const std::string& ending) {
    for (const auto& [name, bytes] : files_of(folder))
        if (name.find("lamplighters") != std::string::npos && name.ends_with(ending)) return bytes;
    return {};
}

/// Writes paragraphs into the control whose alias begins so, as Word does: the placeholder goes, and its mark.
std::string written_into(const std::string& docx, const std::string& alias, const std::string& paragraphs) {
    auto entries = read_zip(docx);
    REQUIRE(entries.ok());
    for (ZipEntry& entry : *entries) {
        if (entry.path != "word/document.xml") continue;
        std::string& xml = entry.bytes;
        const std::size_t name = xml.find("<w:alias w:val=\"" + alias);
        REQUIRE_MESSAGE(name != std::string::npos, alias);
        const std::size_t mark = xml.find("<w:showingPlcHdr/>", name);
        xml.erase(mark, std::string("<w:showingPlcHdr/>").size());
        const std::size_t begin = xml.find("<w:sdtContent>", name) + std::string("<w:sdtContent>").size();
        xml.replace(begin, xml.find("</w:sdtContent>", begin) - begin, paragraphs);
    }
    return *write_zip(*entries);
}

std::string paragraph(const std::string& text, const std::string& look = "") {
    return "<w:p><w:r>" + (look.empty() ? "" : "<w:rPr>" + look + "</w:rPr>") + "<w:t xml:space=\"preserve\">" + text +
           "</w:t></w:r></w:p>";
}

/// A pack of the agenda in which staff wrote on items 2 and 3.
std::string edited_pack(const ScratchFolder& folder) {
    put(folder / "first/agenda.md", agenda);
    REQUIRE(build(folder / "first", folder / "packs").status == 0);
    std::string docx = pack_in(folder / "packs", ".docx");
    CHECK(docx_faults(docx) == "");
    docx = written_into(docx, "Position, Item 2", paragraph("Support the port of Ellen.", "<w:b/>"));
    docx = written_into(docx, "Notes, Item 3",
                        paragraph("Ask who pays.") + paragraph("Call the ministry – ") + paragraph("مرفأ"));
    return docx;
}

void check_kept(const std::string& folder) {
    const std::string docx = said_by_docx(pack_in(folder, ".docx")), pdf = said_by_pdf(pack_in(folder, ".pdf"));
    for (const std::string words : {"Support the port of Ellen.", "Ask who pays.", "Call the ministry", "مرفأ"}) {
        CHECK_MESSAGE(docx.find(words) != std::string::npos, words);
        CHECK_MESSAGE(pdf.find(words) != std::string::npos, words);
    }
    CHECK(docx_faults(pack_in(folder, ".docx")) == "");
}

}  // namespace

TEST_CASE("what staff wrote into a pack stands in the next one at the same items, in DOCX and PDF") {
    const ScratchFolder folder;
    put(folder / "edited/pack.docx", edited_pack(folder));
    put(folder / "first/report.md", report);
    const Ended ended = build(folder / "first", folder / "next", {"--notes", folder / "edited"});
    CHECK_MESSAGE(ended.status == 0, ended.err);
    check_kept(folder / "next");
    const std::string docx = said_by_docx(pack_in(folder / "next", ".docx"));
    CHECK(docx.find("no longer in this pack") == std::string::npos);
    CHECK(docx.find("trim every wick") != std::string::npos);

    // And once more, from that pack itself: nothing is lost, nothing is doubled.
    const std::string second = pack_in(folder / "next", ".docx");
    put(folder / "again/pack.docx", second);
    CHECK(
        build(folder / "first", folder / "third", {"--notes", folder / "again", "--notes", folder / "edited"}).status ==
        0);
    CHECK(pack_in(folder / "third", ".docx") == second);
}

TEST_CASE("notes of an item that is gone stand at the end with a word why, and are carried on") {
    const ScratchFolder folder;
    put(folder / "edited.docx", edited_pack(folder));
    put(folder / "second/agenda.md", shorter);
    CHECK(build(folder / "second", folder / "next", {"--notes", folder / "edited.docx"}).status == 0);
    check_kept(folder / "next");
    const std::string docx = pack_in(folder / "next", ".docx");
    for (const std::string words :
         {"Notes on items that are no longer in this pack", "Item 2. Wicks and their trimming",
          "The documents at hand no longer have this item."})
        CHECK_MESSAGE(says(said_by_docx(docx), words), words);
    put(folder / "edited.docx", docx);
    CHECK(build(folder / "first", folder / "back", {"--notes", folder / "edited.docx"}).status == 0);
    check_kept(folder / "back");
    CHECK_FALSE(says(said_by_docx(pack_in(folder / "back", ".docx")), "no longer in this pack"));
}

TEST_CASE("notes survive LibreOffice, straight and by way of OpenDocument") {
    if (!runs("soffice --version")) {
        MESSAGE("skipped: LibreOffice is not at hand");
        return;
    }
    const ScratchFolder folder;
    put(folder / "word/pack.docx", edited_pack(folder));
    const std::string office = "soffice -env:UserInstallation=file://" + (folder / "profile") + " --headless ";
    REQUIRE(runs(office + "--convert-to docx --outdir " + (folder / "straight") + " " + (folder / "word/pack.docx")));
    REQUIRE(runs(office + "--convert-to odt --outdir " + (folder / "odt") + " " + (folder / "word/pack.docx")));
    REQUIRE(runs(office + "--convert-to docx --outdir " + (folder / "round") + " " + (folder / "odt/pack.odt")));
    for (const char* name : {"straight", "round"}) {
        CAPTURE(name);
        const std::string out = folder / (std::string("next-") + name);
        CHECK(build(folder / "first", out, {"--notes", folder / name}).status == 0);
        check_kept(out);
        CHECK_FALSE(says(said_by_docx(pack_in(out, ".docx")), "no longer in this pack"));
    }
}

TEST_CASE("notes of another meeting are told, notes that cannot be read stop the run") {
    const ScratchFolder folder;
    put(folder / "edited.docx", edited_pack(folder));
    put(folder / "other/agenda.md",
        "# Fifth Forum of Bell Founders\n\nBern, 1 June 2031\n\n## Agenda\n\n1. Opening\n2. Bells\n");
    const Ended other = build(folder / "other", folder / "next", {"--notes", folder / "edited.docx"});
    CHECK(other.err.find("notes of a pack that this run does not make: Third Meeting of the Lamplighters") !=
          std::string::npos);
    put(folder / "broken.docx", content_of(folder / "edited.docx").substr(0, 3000));
    const Ended broken = build(folder / "first", folder / "none", {"--notes", folder / "broken.docx"});
    CHECK(broken.status != 0);
    CHECK(files_of(folder / "none").empty());
    CHECK(build(folder / "first", folder / "none", {"--notes", folder / "missing.docx"}).status != 0);
    CHECK(files_of(folder / "none").empty());
}
