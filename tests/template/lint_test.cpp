#include "template/lint.h"

#include <doctest/doctest.h>

#include "template/shipped_template.h"

using namespace rapporteur;

namespace {

TemplateFiles with_pack(const std::string& text) {
    TemplateFiles files = shipped::files("meeting");
    files.pack = {"house/pack.mustache", text};
    return files;
}

std::vector<std::string> problems(const TemplateFiles& files) {
    std::vector<std::string> words;
    for (const Diagnostic& problem : lint(files))
        words.push_back(std::string(name_of(problem.code)) + " " + problem.place.file + ":" +
                        std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                        problem.detail);
    return words;
}

std::vector<std::string> problems(const std::string& text) { return problems(with_pack(text)); }

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the shipped templates have no mistakes") {
    CHECK(problems(shipped::files("meeting")) == Words{});
    CHECK(problems(shipped::files("theme")) == Words{});
}

TEST_CASE("unknown names are refused with their place and the nearest name") {
    CHECK(problems("<p>é {{titel}}</p>") ==
          Words{"template-tag-unknown house/pack.mustache:1:6 titel (nearest: title)"});
    CHECK(problems("{{#cover}}\n  {{#facts}}{{lable}}{{/facts}}\n{{/cover}}") ==
          Words{"template-tag-unknown house/pack.mustache:2:13 lable (nearest: label)"});
    CHECK(problems("{{xylophone}}") == Words{"template-tag-unknown house/pack.mustache:1:1 xylophone"});
}

TEST_CASE("names are known where they stand and outwards, as Mustache looks them up") {
    CHECK(
        problems("{{#summary}}{{#strongest}}{{#rows}}{{number}} {{title}}{{/rows}}{{/strongest}}{{/summary}}").empty());
    CHECK(problems("{{meta.edition}}{{#cover.lines}}{{.}}{{/cover.lines}}").empty());
    CHECK(problems("{{#summary}}{{#has_why}}x{{/has_why}}{{/summary}}").empty());
    CHECK(problems("{{number}}").size() == 1);
    CHECK(problems("{{#has_title}}{{/has_title}}").size() == 1);
}

TEST_CASE("every mistake is told at once") { CHECK(problems("{{titel}}\n{{langage}}").size() == 2); }

TEST_CASE("sections have to be closed, in order") {
    CHECK(problems("{{#cover}}") == Words{"template-invalid house/pack.mustache:1:1 {{#cover}} is not closed"});
    CHECK(problems("a\n{{/cover}}") ==
          Words{"template-invalid house/pack.mustache:2:1 nothing is open that {{/cover}} closes"});
    CHECK(problems("{{#cover}}{{/meta}}") == Words{"template-invalid house/pack.mustache:1:11 {{/meta}} stands where "
                                                   "{{#cover}} of line 1 is open"});
}

TEST_CASE("tags that cannot be read") {
    CHECK(problems("\n x {{title") == Words{"template-invalid house/pack.mustache:2:4 a tag that is not closed"});
    CHECK(problems("{{{title}}}") ==
          Words{"template-invalid house/pack.mustache:1:1 values are always escaped: write {{name}}"});
    CHECK(problems("{{& title}}") ==
          Words{"template-invalid house/pack.mustache:1:1 values are always escaped: write {{name}}"});
    CHECK(problems("{{=<% %>=}}") == Words{"template-invalid house/pack.mustache:1:1 the delimiters stay {{ and }}"});
    CHECK(problems("{{}}") == Words{"template-invalid house/pack.mustache:1:1 an empty tag"});
    CHECK(problems("{{Tïtle}}") == Words{"template-invalid house/pack.mustache:1:1 no name: Tïtle"});
}

TEST_CASE("what is not a text cannot be printed") {
    CHECK(problems("{{cover}}") ==
          Words{"template-invalid house/pack.mustache:1:1 cover is not a text: write {{#cover}}"});
}

TEST_CASE("labels that are missing or need values") {
    CHECK(problems("{{labels.summary.titlle}}") ==
          Words{"label-missing house/pack.mustache:1:1 summary.titlle (nearest: summary.title)"});
    CHECK(problems("{{labels.citation.page}}") ==
          Words{"template-invalid house/pack.mustache:1:1 the label citation.page "
                "needs values that a tag cannot give"});
}

TEST_CASE("partials that are missing or include themselves") {
    CHECK(problems("{{> sumary}}") ==
          Words{"template-missing house/pack.mustache:1:1 partial sumary (nearest: summary)"});
    TemplateFiles files = with_pack("{{> a}}");
    files.partials.push_back({"house/a.mustache", "x\n{{> b}}"});
    files.partials.push_back({"house/b.mustache", "{{> a}}"});
    CHECK(problems(files) == Words{"template-invalid house/b.mustache:1:1 partial a includes itself"});
}

TEST_CASE("a mistake in a partial has the partial's place, told once") {
    TemplateFiles files = with_pack("{{> a}}{{#cover}}{{> a}}{{/cover}}");
    files.partials.push_back({"house/a.mustache", "\n  {{nonesuch}}"});
    CHECK(problems(files) == Words{"template-tag-unknown house/a.mustache:2:3 nonesuch"});
}

TEST_CASE("partials that multiply are walked once for each place") {
    TemplateFiles files = with_pack("{{> p0}}");
    for (int i = 0; i < 15; ++i) {
        const std::string next = i < 14 ? "{{> p" + std::to_string(i + 1) + "}}" : "x";
        files.partials.push_back({"p" + std::to_string(i) + ".mustache", next + next + next});
    }
    CHECK(problems(files).empty());
}
