#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "app/program.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";

/// The packs of a folder with their bytes.
std::map<std::string, std::string> files_in(const std::string& folder) {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && name != "manifest.json") out[name] = content_of(entry.path().string());
    }
    return out;
}

/// The file of that ending for the meeting that the inputs are about, empty where there is none.
std::string harbour_pack(const std::map<std::string, std::string>& files, const std::string& ending) {
    for (const auto& [name, bytes] : files) {
        if (name.starts_with("fourth-harbour-meeting") && name.ends_with(ending)) return bytes;
    }
    return "";
}

std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Ended build(const ScratchFolder& folder, std::vector<std::string> more) {
    more.insert(more.begin(), {"build", inputs, "--out", folder / "packs", "--as-of", "2015-02-01"});
    return run_program(more);
}

}  // namespace

TEST_CASE("a folder of documents gives a PDF and a DOCX for each meeting and theme, told on one line each") {
    const ScratchFolder folder;
    const Ended ended = build(folder, {});
    CHECK(ended.status == 0);
    const auto files = files_in(folder / "packs");
    CHECK(files.size() == 2 * lines_of(ended.out));
    CHECK(harbour_pack(files, ".pdf").starts_with("%PDF-1."));
    CHECK(harbour_pack(files, ".docx").starts_with("PK"));
    CHECK(std::any_of(files.begin(), files.end(), [](const auto& file) { return file.first.starts_with("theme-"); }));
}

TEST_CASE("two runs give the same bytes, whatever the number of workers; another date gives others") {
    const ScratchFolder first, second, third;
    const Ended once = build(first, {"--jobs", "1"}), again = build(second, {"--jobs", "3"});
    CHECK(once.err == again.err);
    CHECK(files_in(first / "packs") == files_in(second / "packs"));
    CHECK(run_program({"build", inputs, "--out", third / "packs", "--as-of", "2015-02-02"}).status == 0);
    CHECK(files_in(first / "packs") != files_in(third / "packs"));
}

TEST_CASE("--by, --only and --format choose what is made") {
    const ScratchFolder meetings, only, nothing;
    build(meetings, {"--by", "meeting", "--format", "docx"});
    for (const auto& [name, bytes] : files_in(meetings / "packs")) {
        CHECK_FALSE(name.starts_with("theme-"));
        CHECK(name.ends_with(".docx"));
    }
    const Ended one = build(only, {"--only", "HARBOUR meeting", "--format", "pdf"});
    CHECK(one.status == 0);
    CHECK(lines_of(one.out) == 1);
    CHECK(files_in(only / "packs").size() == 1);
    const Ended none = build(nothing, {"--only", "no such pack"});
    CHECK(none.status == 2);
    CHECK(none.err.find("no pack matches: no such pack") != std::string::npos);
}

TEST_CASE("the summary template makes packs of at most two pages") {
    const ScratchFolder folder;
    const Ended ended = build(folder, {"--template", "summary", "--format", "pdf"});
    CHECK(ended.status == 0);
    CHECK(lines_of(ended.out) > 1);
    std::istringstream lines(ended.out);
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        CHECK((line.find("(1 page)") != std::string::npos || line.find("(2 pages)") != std::string::npos));
    }
}

TEST_CASE("--for adds what concerns a delegation, --instructions its notes; a note without an item is told") {
    const ScratchFolder folder;
    put(folder / "notes.md", "## Fees of small ports\n\nSupport the Union.\n\n## Whaling\n\nOppose.\n");
    const Ended plain = build(folder, {"--only", "harbour meeting", "--format", "pdf"});
    const Ended ended = build(folder, {"--only", "harbour meeting", "--format", "pdf", "--for", "Norway",
                                       "--instructions", folder / "notes.md"});
    CHECK(ended.status == 0);
    CHECK(ended.out != plain.out);  // there is a page more
    CHECK(ended.err.find("notes.md:5: no agenda item of the packs takes this instruction: Whaling") !=
          std::string::npos);
    CHECK(ended.err.find("Fees of small ports") == std::string::npos);
}

TEST_CASE("a folder that cannot be written to is told before any document is read") {
    const ScratchFolder folder;
    put(folder / "packs", "a file");
    const Ended ended = build(folder, {});
    CHECK(ended.status == 2);
    CHECK(ended.out == "");
    CHECK(ended.err.find("error: " + (folder / "packs") + ": cannot be written: ") == 0);
    CHECK(content_of(folder / "packs") == "a file");
}

TEST_CASE("bad documents do not keep good ones from their packs, and the packs tell of them") {
    const ScratchFolder folder;
    fs::copy(inputs, folder / "documents");
    put(folder / "documents/picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16));
    const Ended ended = run_program({"build", folder / "documents", folder / "none", "--out", folder / "packs"});
    CHECK(ended.status == 2);
    CHECK(harbour_pack(files_in(folder / "packs"), ".pdf") != "");
    CHECK(ended.err.find("picture.png: the format is not one that can be read") != std::string::npos);
    CHECK(ended.err.find((folder / "none") + ": no such file or folder") != std::string::npos);
}

TEST_CASE("packs of an earlier run are no documents of the next") {
    const ScratchFolder folder;
    fs::copy(inputs, folder / "documents");
    const std::vector<std::string> arguments{"build",   folder / "documents", "--out", folder / "documents/packs",
                                             "--as-of", "2015-02-01"};
    const Ended first = run_program(arguments);
    const auto files = files_in(folder / "documents/packs");
    CHECK(run_program(arguments).out == first.out);
    CHECK(files_in(folder / "documents/packs") == files);
}

TEST_CASE("documents without a meeting or a theme give no pack, and that is said") {
    const ScratchFolder folder;
    put(folder / "note.txt", "The tide was low in the morning and high in the evening.\n");
    const Ended ended = run_program({"build", folder / "note.txt", "--out", folder / "packs"});
    CHECK(ended.status == 0);
    CHECK(ended.err.find("nothing was found to make a pack of") != std::string::npos);
    CHECK(run_program({"build", folder / "note.txt", "--out", folder / "packs", "--strict"}).status == 1);
}

TEST_CASE("packs are worded in the language asked for; one without labels ends with 65") {
    const std::string french = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/samples/french";
    const ScratchFolder folder;
    const Ended ended = run_program(
        {"build", french, "--language", "fr", "--by", "meeting", "--as-of", "2032-02-15", "--out", folder / "packs"});
    CHECK(ended.status == 0);
    CHECK(fs::exists(folder / "packs/comite-des-transports-fluviaux-douzieme-session.pdf"));
    const Ended xml = run_program({"inspect", french + "/ordre-du-jour.txt", "--xml", "--language", "fr"});
    CHECK(xml.out.find("1er-3 mars 2032") != std::string::npos);
    CHECK(xml.out.find("<pack lang=\"fr\"") != std::string::npos);
    const Ended unknown = build(folder, {"--language", "xx"});
    CHECK(unknown.status == 65);
    CHECK(unknown.err.find("there are ") != std::string::npos);
}

TEST_CASE("names and quotations in every script are read whole; what no font has is told with its place") {
    const ScratchFolder folder;
    const std::string scripts = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/samples/scripts";
    const Ended ended =
        run_program({"build", scripts, "--by", "meeting", "--as-of", "2032-02-15", "--out", folder / "packs"});
    CHECK(ended.status == 0);
    CHECK(ended.err.find("damaged") == std::string::npos);
    CHECK(ended.err.find("(U+103A0) in: USP/9/REP, ¶ 12") != std::string::npos);
}

TEST_CASE("recommendations of an Arabic paper stand in an Arabic pack") {
    const ScratchFolder folder;
    const std::string paper = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/samples/arabic/paper-dams-ar.md";
    const Ended xml = run_program({"inspect", paper, "--xml", "--language", "ar"});
    CHECK(xml.out.find("<pack lang=\"ar\"") != std::string::npos);
    CHECK(xml.out.find("يوصي المجلس بأن تفتش دول الدلتا") != std::string::npos);
    CHECK(xml.out.find("DWC/12/5، الفقرة\u00a03") != std::string::npos);
}

TEST_CASE("a template that is missing or wrong ends with 65, its place told") {
    const ScratchFolder folder;
    const Ended missing = build(folder, {"--template", "no-such"});
    CHECK(missing.status == 65);
    CHECK(missing.err.find("there is no such template") != std::string::npos);
    fs::copy(std::string(RAPPORTEUR_SOURCE_DIR) + "/templates", folder / "templates", fs::copy_options::recursive);
    put(folder / "templates/meeting/pack.mustache", "<pack>\n{{#no_such_thing}}x{{/no_such_thing}}</pack>\n");
    const Ended wrong = build(folder, {"--templates", folder / "templates"});
    CHECK(wrong.status == 65);
    CHECK(wrong.err.find("meeting/pack.mustache:2:") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "packs"));
}

TEST_CASE("--json tells packs as objects; inspect prints packs at each stage; list-templates lists") {
    const ScratchFolder folder;
    CHECK(build(folder, {"--json", "--only", "Harbour Meeting"}).out.find("{\"kind\":\"pack\",\"by\":\"meeting\"") ==
          0);
    const std::string letter = inputs + "/letter.txt";
    CHECK(run_program({"inspect", letter, "--xml"}).out.find("<pack") != std::string::npos);
    const Ended pack = run_program({"inspect", letter, "--pack"}), pages = run_program({"inspect", letter, "--pages"});
    CHECK(pack.out.find("Harbour Meeting") != std::string::npos);
    CHECK(pages.out.size() > pack.out.size());
    CHECK(run_program({"list-templates"}).out.find("meeting\n") != std::string::npos);
}
