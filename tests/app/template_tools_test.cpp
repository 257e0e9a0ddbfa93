#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "app/program.h"
#include "template/word_maker.h"

using namespace rapporteur;

namespace {

/// The program's own templates, copied so that a test may spoil them, with a template "house".
std::string copied_templates(const ScratchFolder& folder) {
    const std::string into = folder / "templates";
    REQUIRE(run_program({"new-template", "house", "--from", "meeting", "--into", into}).status == 0);
    return into;
}

/// Writes `replacement` in the place of `found` in a file; gives "line:column" of the "‸" in it, which is left out.
std::string spoil(const std::string& path, const std::string& found, std::string replacement) {
    std::string text = content_of(path);
    const std::size_t at = text.find(found);
    REQUIRE(at != std::string::npos);
    const std::string caret = "‸";
    const std::size_t mark = replacement.find(caret);
    REQUIRE(mark != std::string::npos);
    replacement.erase(mark, caret.size());
    text.replace(at, found.size(), replacement);
    put(path, text);
    int line = 1, column = 1;
    for (std::size_t i = 0; i < at + mark; ++i) {
        column = text[i] == '\n' ? 1 : column + ((text[i] & 0xC0) == 0x80 ? 0 : 1);
        line += text[i] == '\n' ? 1 : 0;
    }
    return std::to_string(line) + ":" + std::to_string(column);
}

struct Mistake {
    std::string file, found, replacement, words;  // the words that lint has for it
};

// "‸" stands where the mistake is to be told.
const std::vector<Mistake> mistakes{
    {"partials/participants.mustache", "{{name}}", "‸{{nmae}}", "nmae (nearest: name)"},
    {"partials/participants.mustache", "{{#rows}}", "‸{{#row}}", "row (nearest: rows)"},
    {"partials/participants.mustache", "{{/rows}}", "‸{{/row}}", "{{/row}} stands where {{#rows}}"},
    {"partials/participants.mustache", "{{#no_list}}", "‸{{#no_lists}}", "no_lists (nearest: no_list)"},
    {"partials/participants.mustache", "{{#note}} ({{note}}){{/note}}", "‸{{#note}} ({{note}})",
     "{{#note}} is not closed"},
    {"partials/participants.mustache", "{{/rows}}\n    </tbody>", "‸{{/participants}}{{/rows}}",
     "{{/participants}} stands where {{#rows}}"},
    {"partials/participants.mustache", "{{role}}", "‸{{role", "a tag that is not closed"},
    {"partials/participants.mustache", "{{role}}", "‸{{{role}}}", "values are always escaped"},
    {"partials/participants.mustache", "{{role}}", "‸{{& role}}", "values are always escaped"},
    {"partials/participants.mustache", "{{role}}", "‸{{Role}}", "no name: Role"},
    {"partials/participants.mustache", "{{role}}", "‸{{}}", "an empty tag"},
    {"partials/participants.mustache", "{{role}}", "‸{{=<% %>=}}", "the delimiters stay"},
    {"partials/participants.mustache", "{{role}}", "‸{{rows}}", "rows is not a text"},
    {"partials/participants.mustache", "{{labels.participants.name}}", "‸{{labels.participants.nam}}",
     "participants.nam (nearest: participants.name)"},
    {"partials/participants.mustache", "{{labels.participants.name}}", "‸{{labels.pack.page}}",
     "needs values that a tag cannot give"},
    {"partials/participants.mustache", "{{#rows}}", "{{#rows}}‸{{#rows}}{{/rows}}", "{{#rows}} stands inside itself"},
    {"partials/participants.mustache", "<tbody>", "‸<tboby>", "<tboby> is not known; did you mean \"tbody\"?"},
    {"partials/participants.mustache", "</tbody>", "‸</thead>", "nothing is open that </thead> closes"},
    {"partials/participants.mustache", "</td><td role=\"table-quote\">", "‸</tr><td role=\"table-quote\">",
     "</tr> stands where <td> of line 6 is open"},
    {"partials/participants.mustache", "</td></tr>{{/rows}}", "</td>{{/rows}}", "<tr> is not closed inside {{#rows}}"},
    {"partials/participants.mustache", "{{#rows}}<tr>", "<tr>{{#rows}}",
     "</tr> closes what was opened outside {{#rows}}"},
    {"partials/participants.mustache", "<tbody>\n", "<tbody>‸Names\n", "text does not belong into <tbody>"},
    {"partials/participants.mustache",
     "columns=", "‸colums=", "<table> has no attribute \"colums\"; did you mean \"columns\"?"},
    {"partials/participants.mustache", "role=\"table-name\"", "‸role=\"table-names\"",
     "role=\"table-names\" is not known; did you mean \"table-name\"?"},
    {"partials/participants.mustache", "role=\"caption\"", "‸role=caption", "an attribute is written name=\"value\""},
    {"partials/participants.mustache", "{{name}}", "{{name}}‸&nbsp;", "XML knows no \"&nbsp;\""},
    {"partials/participants.mustache", "{{name}}", "{{name}} ‸& co", "write \"&amp;\" for \"&\""},
    {"partials/participants.mustache", "{{name}}", "‸< {{name}}", "write \"&lt;\" for \"<\""},
    {"house/pack.mustache", "{{> method}}", "‸{{> methods}}", "partial methods (nearest: method)"},
    {"house/pack.mustache", "{{> method}}", "{{> method}}\n‸<td>x</td>", "<td> does not belong into <pack>"},
    {"house/pack.mustache", "</pack>", "</pack>‸words", "words outside <pack>"},
    {"partials/method.mustache", "{{#method}}", "‸{{> method}}{{#method}}", "partial method includes itself"},
    {"labels/labels.en.toml", "language = \"en\"", "language = \"en\"\nnovalue =‸", "expected value"},
    {"styles/print.toml", "accent = \"#0B4A66\"", "accent = ‸\"blue\"", "colours.accent is no \"#RRGGBB\""},
    {"styles/print.toml", "label-x = 20", "label-x = ‸\"wide\"", "label-x"},
};

struct WordMistake {
    std::string body, place, words;  // an empty place: in the file self.docx
};

const std::vector<WordMistake> word_mistakes{
    {word::p("a") + word::p("{{nmae}} {{titel}}"), "paragraph 2", "titel (nearest: title)"},
    {word::table({word::row({"a", "b"}), word::row({"c", "{{titel}}"})}), "table 1, row 2, column 2, paragraph 1",
     "titel (nearest: title)"},
    {word::p("a") + "<w:p>" + word::run("{{ti") + word::run("tel}}") + "</w:p>", "paragraph 2",
     "titel (nearest: title)"},
    {word::p("{{Title}}"), "paragraph 1", "Title (nearest: title)"},
    {word::p("{{labels.recommendations.titel}}"), "paragraph 1",
     "recommendations.titel (nearest: recommendations.title)"},
    {word::p("{{labels.pack.page}}"), "paragraph 1", "needs values that a tag cannot give"},
    {word::p("{{cover}}"), "paragraph 1", "cover is not a text"},
    {word::p("{{#cover}}") + word::p("{{title}}"), "paragraph 1", "{{#cover}} is not closed"},
    {word::p("a") + word::p("{{/cover}}"), "paragraph 2", "nothing is open that {{/cover}} closes"},
    {word::p("{{#cover}}{{#meta}}") + word::p("{{/cover}}{{/meta}}"), "paragraph 2", "stands where {{#meta}}"},
    {word::p("{{title"), "paragraph 1", "a tag that is not closed"},
    {word::p("{{}}"), "paragraph 1", "an empty tag"},
    {word::p("{{#}}"), "paragraph 1", "a tag without a name"},
    {word::p("{{{title}}"), "paragraph 1", "three braces open and two close"},
    {word::p("{{=&lt;% %}}"), "paragraph 1", "new delimiters are written"},
    {word::p("a {{#cover}} b") + word::p("c {{/cover}} d"), "paragraph 1", "stand in different paragraphs"},
    {word::table({word::row({"a", "{{#cover}}b", "c{{/cover}}", "d"})}), "table 1, row 1, column 2, paragraph 1",
     "stand in cells that do not match"},
    {word::p("{{#cover}}") + word::table({word::row({"a{{/cover}}"})}), "paragraph 1", "stand not both in this table"},
    {"<w:p><w:hyperlink>" + word::run("a {{#cover}} b") + "</w:hyperlink>" + word::run("c {{/cover}}") + "</w:p>",
     "paragraph 1", "one inside a link and one outside"},
    {"<w:p>" + word::run("{{#cover}}a") + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + word::run("b{{/cover}}") +
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
     "paragraph 1", "one inside a field and one outside"},
    {"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>REF {{title}}</w:instrText></w:r></w:p>",
     "paragraph 1", "a tag in the code of a field"},
    {word::p("{{#recommendations}}{{#rows}}{{#rows}}{{/rows}}{{/rows}}{{/recommendations}}"), "paragraph 1",
     "{{#rows}} stands inside itself"},
    {word::p("{{> clause}}"), "paragraph 1", "partial clause"},
    {word::p("a {{> self}}"), "", "partial self includes itself"},
};

}  // namespace

TEST_CASE("the templates that come with the program have no mistakes") {
    const Ended ended = run_program({"lint"});
    CHECK(ended.status == 0);
    CHECK(ended.err.empty());
    CHECK(ended.out.find("meeting: no mistakes (") != std::string::npos);
}

TEST_CASE("each of the deliberate mistakes is told at its place") {
    for (const Mistake& mistake : mistakes) {
        CAPTURE(mistake.replacement);
        const ScratchFolder folder;
        const std::string templates = copied_templates(folder), path = templates + "/" + mistake.file;
        const bool marked = mistake.replacement.find("‸") != std::string::npos;
        const std::string place = spoil(path, mistake.found, marked ? mistake.replacement : mistake.replacement + "‸");
        const Ended ended = run_program({"lint", "house", "--templates", templates});
        CHECK(ended.status == 65);
        CHECK(ended.out.empty());
        CAPTURE(ended.err);
        const std::string told = marked ? path + ":" + place + ": " : path + ":";
        const std::size_t at = ended.err.find(told);
        REQUIRE(at != std::string::npos);
        CHECK(ended.err.find(mistake.words) != std::string::npos);
    }
}

TEST_CASE("each of the deliberate mistakes in a Word template is told at its place, and in a comment of a copy") {
    for (const auto& [body, place, words] : word_mistakes) {
        CAPTURE(words);
        const ScratchFolder folder;
        put(folder / "letter.docx", word::file(body));
        put(folder / "self.docx", word::file(word::p("{{> self}}")));
        const Ended ended = run_program({"lint", folder / "letter.docx", "--commented", folder / "told.docx"});
        CHECK(ended.status == 65);
        CAPTURE(ended.err);
        const std::string file = place.empty() ? "self.docx: document, " : "letter.docx: document, " + place + ": ";
        CHECK(ended.err.find(file) != std::string::npos);
        CHECK(ended.err.find(words) != std::string::npos);
        const std::string copy = content_of(folder / "told.docx");
        CHECK(word::part_of(copy, "word/comments.xml").find("w:author=\"Rapporteur\"") != std::string::npos);
        CHECK(word::part_of(copy, "word/document.xml").find("<w:commentReference w:id=\"0\"/>") != std::string::npos);
        CHECK(word::part_of(copy, "word/_rels/document.xml.rels").find("comments.xml") != std::string::npos);
        CHECK(word::part_of(copy, "[Content_Types].xml").find("/word/comments.xml") != std::string::npos);
    }
}

TEST_CASE("a build with mistakes in its template tells them all and writes nothing") {
    const ScratchFolder folder;
    const std::string templates = copied_templates(folder);
    spoil(templates + "/partials/participants.mustache", "{{name}}", "‸{{nmae}}");
    spoil(templates + "/partials/documents.mustache", "<tbody>", "‸<tboby>");
    spoil(templates + "/styles/print.toml", "accent = \"#0B4A66\"", "accent = ‸\"blue\"");
    const Ended ended = run_program({"build", std::string(RAPPORTEUR_SOURCE_DIR) + "/samples", "--template", "house",
                                     "--templates", templates, "--out", folder / "packs"});
    CHECK(ended.status == 65);
    for (const char* words : {"nmae", "<tboby>", "accent"}) CHECK(ended.err.find(words) != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "packs"));
}

TEST_CASE("a copied template makes packs of its own and is never written over") {
    const ScratchFolder folder;
    const std::string templates = copied_templates(folder);
    for (const std::string name : {"meeting", "theme"})
        CHECK(run_program({"new-template", name, "--from", name, "--into", templates}).status == 0);
    spoil(templates + "/labels/labels.en.toml", "kind = \"Briefing pack\"", "kind = \"House paper\"‸");
    const Ended again = run_program({"new-template", "house", "--into", templates});
    CHECK(again.status != 0);
    CHECK(content_of(templates + "/labels/labels.en.toml").find("House paper") != std::string::npos);
    const Ended built = run_program(
        {"inspect", std::string(RAPPORTEUR_SOURCE_DIR) + "/samples/newsletter.txt", "--xml", "--templates", templates});
    CHECK(built.out.find("House paper") != std::string::npos);
    CHECK(run_program({"new-template", "../out", "--into", templates}).status == 65);
    CHECK(run_program({"new-template", "more", "--from", "nothing", "--into", templates}).status == 65);
}

TEST_CASE("template-data lists every field, with samples") {
    const Ended ended = run_program({"template-data", "--quiet", "--as-of", "2025-10-01"});
    CHECK(ended.status == 0);
    CHECK(ended.out.starts_with("pack\n"));
    CHECK(ended.out.find("\n  numeral\ttext\t\"I\"\t\"II\"\n") != std::string::npos);
    CHECK(ended.out.find("\n  rows\tlist of recommendation") != std::string::npos);
    std::istringstream lines(ended.out);
    int fields = 0, with_sample = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("  ")) continue;
        ++fields;
        with_sample += std::count(line.begin(), line.end(), '\t') == 3 ? 1 : 0;
    }
    CHECK(fields > 250);
    CHECK(with_sample * 4 > fields * 3);
}
