#include "app/project.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/glob.h"
#include "app/program.h"

using namespace rapporteur;

namespace {

const ProjectNames names{{"meeting", "theme", "summary"}, {"en", "fr"}, {"print", "large-print"}, {"ports"}};

/// The mistakes of a project file, "line:column words" each.
std::vector<std::string> mistakes_in(const std::string& text) {
    Diagnostics mistakes;
    const auto project = read_project({"p.toml", text}, names, mistakes);
    CHECK(project.has_value() == mistakes.empty());
    std::vector<std::string> out;
    for (const Diagnostic& mistake : mistakes)
        out.push_back(std::to_string(mistake.place.line) + ":" + std::to_string(mistake.place.column) + " " +
                      mistake.detail);
    return out;
}

bool any_holds(const std::vector<std::string>& lines, const std::string& words) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.find(words) != line.npos; });
}

const std::string least = "[[source]]\npath = \"papers\"\n[[pack]]\nname = \"all\"\n";

}  // namespace

TEST_CASE("a project file is read whole; every key of it") {
    Diagnostics mistakes;
    const auto project = read_project({"p.toml", R"(
[project]
time_zone = "Africa/Nairobi"
out = "/srv/packs"
kept_logs = 5
on_pack = ["notify", "all"]
[[source]]
path = "papers"
include = ["*.pdf"]
exclude = "drafts/**"
[[pack]]
name = "council"
meetings = ["Council"]
from = 2024-01-01
until = "2024-12-31"
languages = ["en", "fr"]
formats = "pdf"
supplement = true
classification = "limited"
for = "Kenya"
output = "{pack}-{title}-{language}"
when = ["every Friday 18:00", "7 days before each meeting"]
[[pack]]
name = "ports"
themes = ["ports"]
style = "looks/own.toml"
)"},
                                      names, mistakes);
    for (const Diagnostic& mistake : mistakes) MESSAGE(wording(mistake));
    REQUIRE(project.has_value());
    CHECK(project->out == "/srv/packs");
    CHECK(project->store == "rapporteur.sqlite");
    CHECK(project->sources.front().path == "papers");
    CHECK(project->sources.front().exclude == std::vector<std::string>{"drafts/**"});
    const ProjectPack& council = project->packs.front();
    CHECK(council.build.by == GroupBy::meeting);
    CHECK(council.from == PartialDate{2024, 1, 1});
    CHECK(council.until == PartialDate{2024, 12, 31});
    CHECK(council.build.formats == std::vector<PackFormat>{PackFormat::pdf});
    CHECK(council.build.classification == Classification::limited);
    CHECK(council.supplement);
    CHECK_FALSE(project->packs.back().supplement);
    CHECK(council.when.size() == 2);
    CHECK(project->packs.back().build.by == GroupBy::theme);
    CHECK(project->packs.back().build.style == "looks/own.toml");
}

TEST_CASE("every mistake is told at once, with its place and the name that was perhaps meant") {
    const auto mistakes = mistakes_in(
        "[project]\ntime_zoen = \"UTC\"\nkept_logs = 0\non_pack = 3\n[[source]]\n[[pack]]\nname = \"a\"\n"
        "template = \"meting\"\nlanguages = [\"en\", \"fr \", \"de\"]\nclassification = \"secret\"\n"
        "when = [\"every Fryday\"]\noutput = \"../{title}\"\nby = \"meetings\"\n[[pack]]\nname = \"a\"\n"
        "from = 2024-02-01\nuntil = 2024-01-01\nannex = \"yes\"\nthemes = [\"port\"]\nformats = \"docx\"\nsupplement = "
        "true\n"
        "[packs]\n");
    for (const std::string words :
         {"2:13 key \"time_zoen\" is unknown; did you mean \"time_zone\"?", "3:13 kept_logs is a number",
          "4:11 on_pack is a text", "a [[source]] needs a path",
          "8:12 template \"meting\" is unknown; did you mean \"meeting\"?", "languages \"fr \" is unknown",
          "languages \"de\" is unknown", "classification \"secret\" is unknown", "11:9 \"every Fryday\" is no time",
          "output is a file's name", "by \"meetings\" is unknown; did you mean \"meeting\"?",
          "two packs are named \"a\"", "until is before from", "annex is true or false",
          "a supplement goes by the pages of PDF packs", "themes \"port\" is unknown; did you mean \"ports\"?",
          "table \"packs\" is unknown; did you mean \"pack\"?"})
        CHECK_MESSAGE(any_holds(mistakes, words), words);
}

TEST_CASE("what is no TOML, and what lacks sources or packs, is refused") {
    CHECK(mistakes_in("[[source]\n").size() == 1);
    CHECK(any_holds(mistakes_in(""), "there is no [[source]]"));
    CHECK(any_holds(mistakes_in("source = 3\npack = [1]\n"), "two pairs of brackets"));
    CHECK(any_holds(mistakes_in("[source]\npath = \"x\"\n"), "two pairs of brackets"));
    CHECK(mistakes_in(least).empty());
    CHECK_FALSE(mistakes_in(least + std::string(5000, '[')).empty());
    CHECK_FALSE(mistakes_in(least + "x = " + std::string(5000, '[')).empty());
    CHECK_FALSE(mistakes_in(least + "output = \"{title}/../../x\"\n").empty());
    CHECK_FALSE(mistakes_in(least + "output = \"same\"\n").empty());
}

TEST_CASE("patterns fit paths as in a shell") {
    CHECK(fits_glob("*.pdf", "deep/down/a.pdf"));
    CHECK_FALSE(fits_glob("*.pdf", "a.pdf.txt"));
    CHECK(fits_glob("drafts/**", "drafts/x/y.md"));
    CHECK_FALSE(fits_glob("drafts/*", "drafts/x/y.md"));
    CHECK(fits_glob("**/annex/*", "annex/a"));
    CHECK(fits_glob("**/annex/*", "x/y/annex/a"));
    CHECK(fits_glob("paper-?.md", "paper-1.md"));
    CHECK_FALSE(fits_glob("paper-?.md", "paper-12.md"));
    CHECK_FALSE(fits_glob("", "a"));
    CHECK_FALSE(fits_glob(std::string(2000, '*') + "b", std::string(2000, 'a')));
}

TEST_CASE("init writes a project file that is right as it stands, and none over another") {
    const ScratchFolder folder;
    put(folder / "papers/a.md", "# A\n");
    put(folder / "papers/deep/b.pdf", "%PDF");
    put(folder / "notes/c.docx", "PK");
    CHECK(run_program({"init", folder.path()}).status == 0);
    const std::string text = content_of(folder / "rapporteur.toml");
    CHECK(text.find("path = \"papers\"") != text.npos);
    CHECK(text.find("path = \"notes\"") != text.npos);
    CHECK(text.find("*.docx") != text.npos);
    CHECK(mistakes_in(text).empty());
    // What is offered in comments is right, too.
    std::string offered;
    for (std::size_t at = 0, end = 0; at < text.size(); at = end + 1) {
        end = text.find('\n', at);
        const std::string line = text.substr(at, end - at);
        const bool offer = line.starts_with("# ") && line.find(" = ") != line.npos;
        offered += (offer ? line.substr(2) : line) + "\n";
    }
    CHECK(any_holds(mistakes_in(offered), "themes \"remittances\" is unknown"));
    CHECK(mistakes_in(offered).size() == 1);
    CHECK(run_program({"init", folder.path()}).status == 2);
    CHECK(content_of(folder / "rapporteur.toml") == text);
}
