#include <doctest/doctest.h>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "layout/pack_reader.h"
#include "support/xml.h"
#include "template/context.h"
#include "template/field_table.h"
#include "template/mustache.h"
#include "template/render.h"
#include "template/shipped_template.h"

using namespace rapporteur;

namespace {

const std::string hostile = "<h1>&amp;{{title}}{{#cover}}{{> summary}}</pack> \"'\x01\x1b]]>";

/// Every text of every record is hostile.
Records hostile_records() {
    Records records = harbour::records();
    for (DocumentRecord& each : records.documents) each.symbol = each.title = each.body = each.distribution = hostile;
    for (Meeting& each : records.meetings) each.name = each.place = each.organiser = hostile;
    for (AgendaItem& each : records.agenda_items) {
        each.number = each.title = each.part = each.start = each.purpose = hostile;
        for (Person& person : each.people) person.name = person.affiliation = person.note = hostile;
    }
    for (Recommendation& each : records.recommendations) {
        each.text = each.lead_in = each.verb = each.proposer = hostile;
        each.addressees = {hostile, hostile};
    }
    for (Outcome& each : records.outcomes) each.text = each.body = hostile;
    for (Intervention& each : records.interventions) each.text = each.speaker = hostile;
    for (Paper& each : records.papers) each.symbol = each.title = each.author = each.group = hostile;
    for (Term& each : records.terms) each.short_form = each.long_form = hostile;
    for (Gap& each : records.gaps) each.text = each.subject = hostile;
    return records;
}

void collect_names(const XmlNode& node, std::vector<std::string>& names) {
    if (!node.is_text()) names.push_back(node.name);
    for (const XmlNode& child : node.children) collect_names(child, names);
}

/// Compares a value with the field table: every field is there, none besides, each of its kind.
void check_object(const Value& value, std::string_view object) {
    INFO("object " << object);
    REQUIRE(value.fields());
    for (const Value::Field& each_field : *value.fields()) {
        const Value& field = each_field.second;
        INFO("field " << each_field.first);
        const FieldRow* row = find_field(object, each_field.first);
        REQUIRE(row);
        if (row->kind == FieldKind::text) CHECK((field.text() || field.flag()));
        if (row->kind == FieldKind::flag) CHECK(field.flag());
        if (row->kind == FieldKind::object && field.fields()) check_object(field, row->of);
        if (row->kind != FieldKind::list) continue;
        REQUIRE(field.list());
        for (const Value& each : *field.list()) {
            if (row->of.empty()) {
                CHECK((each.text() || each.flag()));
            } else {
                check_object(each, row->of);
            }
        }
    }
    for (const std::string& name : field_names(object)) CHECK_MESSAGE(value.field(name), name);
}

}  // namespace

TEST_CASE("values are text and nothing else: markup, tags and control characters of documents stay words") {
    const Records records = hostile_records();
    const Library library(records, {}, {});
    for (const Selection& selection : selections(library, GroupBy::meeting)) {
        const Result<std::string> xml = render(shipped::files("meeting"), assemble(library, selection, {}));
        REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
        CHECK(xml->find("<h1>&amp;") == std::string::npos);
        const Result<Pack> pack = read_pack(*xml, "pack");
        REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
        CHECK(pack.value().cover.title.find("{{title}}{{#cover}}") != std::string::npos);
        CHECK(pack.value().cover.title.find('\x1b') == std::string::npos);
        std::vector<std::string> names;
        collect_names(parse_xml(*xml, "pack").value(), names);
        CHECK(std::count(names.begin(), names.end(), "pack") == 1);
    }
}

TEST_CASE("Mustache: sections, inverted sections, lists, comments; empty texts are false") {
    Value values = Value::object();
    values.set("a", "<1>").set("none", "").set("list", Value::List{"x", "y"});
    CHECK(render_mustache("{{! no }}{{a}}{{^none}}-{{/none}}{{#none}}+{{/none}}{{#list}}[{{.}}]{{/list}}", values, "t")
              .value() == "&lt;1&gt;-[x][y]");
    CHECK(render_mustache("{{#a}}", values, "t").error().code == Code::template_invalid);
}

TEST_CASE("the context gives every field of the table and no other, each of its kind") {
    const Records records = harbour::records();
    const std::vector<Document> documents = harbour::documents();
    const Library library(records, documents, {{"fees", "Fees and tolls"}});
    const Result<Labels> labels = read_labels(shipped::files("meeting").labels);
    REQUIRE(labels.ok());
    for (const Selection& selection : selections(library, GroupBy::both))
        check_object(make_context(assemble(library, selection, {}), Wording(labels.value())), "pack");
}
