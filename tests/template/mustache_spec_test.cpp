#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/xml.h"
#include "template/mustache.h"
#include "template/prepared.h"

using namespace rapporteur;

namespace {

using Json = nlohmann::json;

Value value_of(const Json& json) {
    if (json.is_boolean()) return json.get<bool>();
    if (json.is_string()) return json.get<std::string>();
    if (json.is_number()) return json.dump();
    if (json.is_array()) {
        Value::List list;
        for (const Json& each : json) list.push_back(value_of(each));
        return list;
    }
    Value value = json.is_object() ? Value::object() : Value(false);
    for (const auto& [name, field] : json.items()) value.set(name, value_of(field));
    return value;
}

std::string rendered(const std::string& text, const Value& values, std::vector<NamedText> partials = {}) {
    const std::string whole = prepared({{"t", text}, std::move(partials), {}});
    const Result<std::string> out = render_prepared(whole, values, {escape_xml, 1 << 20}, "t");
    return out ? *out : out.error().detail;
}

}  // namespace

// The cases of Mustache's specification are not part of this source: RAPPORTEUR_MUSTACHE_SPEC names the folder of their
// JSON files.
TEST_CASE("the cases of Mustache's specification") {
    const char* folder = std::getenv("RAPPORTEUR_MUSTACHE_SPEC");
    if (folder == nullptr) {
        MESSAGE("skipped: RAPPORTEUR_MUSTACHE_SPEC names no folder");
        return;
    }
    for (const std::string module : {"comments", "delimiters", "interpolation", "inverted", "partials", "sections"}) {
        std::ifstream in(std::filesystem::path(folder) / (module + ".json"));
        REQUIRE(in.good());
        int passed = 0, all = 0;
        const Json file = Json::parse(in);
        for (const Json& test : file.at("tests")) {
            std::vector<NamedText> partials;
            if (test.contains("partials"))
                for (const auto& [name, text] : test["partials"].items()) partials.push_back({name, text});
            const std::string name = test["name"], expected = test["expected"];
            CAPTURE(name);
            const std::string out = rendered(test["template"], value_of(test["data"]), std::move(partials));
            CHECK(out == expected);
            ++all;
            passed += out == expected ? 1 : 0;
        }
        CHECK(all > 0);
        MESSAGE(module << ": " << passed << " of " << all);
    }
}

TEST_CASE("the first part of a dotted name decides where the rest is looked up") {
    Value inner = Value::object(), values = Value::object();
    inner.set("meeting", Value::object().set("place", "Oldport"));
    values.set("sheet", inner).set("meeting", Value::object().set("name", "Forum").set("place", "Newport"));
    CHECK(rendered("{{#sheet}}{{meeting.name}}|{{meeting.place}}{{/sheet}}", values) == "|Oldport");
}

TEST_CASE("tags that stand alone take their lines with them, others leave all as it is") {
    const Value values = Value::object().set("yes", true).set("name", "Ana");
    CHECK(rendered("a\n  {{#yes}}\n b\n\t{{/yes}}\r\nc", values) == "a\n b\nc");
    CHECK(rendered("a\n {{#yes}} {{/yes}} \nc", values) == "a\n   \nc");
    CHECK(rendered("{{#yes}} {{/yes}}", values) == " ");
    CHECK(rendered("a\n{{! one\n two }}\nb", values) == "a\nb");
}

TEST_CASE("partials are indented as their tags are, their values are not") {
    const Value values = Value::object().set("words", "x\ny");
    CHECK(rendered("<\n  {{> p}}\n>", values, {{"p.mustache", "1 {{{words}}}\n2\n"}}) == "<\n  1 x\ny\n  2\n>");
    CHECK(rendered("<{{> p}}>", values, {{"p.mustache", "1\n"}}) == "<1>");
}

TEST_CASE("delimiters change, but not for partials") {
    const Value values = Value::object().set("a", "1");
    CHECK(rendered("{{=<% %>=}}<% a %> {{a}} <%={{ }}=%>{{a}}", values) == "1 {{a}} 1");
    CHECK(rendered("{{=| |=}}|a|[|> p|]", values, {{"p.mustache", "|a| {{a}}"}}) == "1[|a| 1]");
}
