#include <map>
#include <set>

#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

void check_roles(const CheckedFile& file, Findings& findings) {
    for (const auto& [type, mapped] : file.role_map()) {
        if (is_standard(type)) findings.add("02-004", type);
        std::set<std::string> seen{type};
        for (auto next = file.role_map().find(mapped); next != file.role_map().end();
             next = file.role_map().find(next->second))
            if (!seen.insert(next->first).second) {
                findings.add("02-003", type);
                break;
            }
    }
    for (const Element& element : file.elements())
        findings.add_unless(is_standard(element.role), "02-001", file.place_of(element));
}

int heading_level(const std::string& role) {
    return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0;
}

// ISO 14289-1, 7.4: the elements stand in the order of reading.
void check_headings(const CheckedFile& file, Findings& findings) {
    int before = 0;
    bool numbered = false, plain = false;
    for (const Element& element : file.elements()) {
        int plain_below = 0;
        for (const int child : element.children)
            if (file.elements()[static_cast<std::size_t>(child)].role == "H") ++plain_below;
        findings.add_unless(plain_below < 2, "14-006", file.place_of(element));
        plain = plain || element.role == "H";
        const int level = heading_level(element.role);
        if (level == 0) continue;
        if (!numbered && level != 1) findings.add("14-002", file.place_of(element));
        if (numbered && level > before + 1) findings.add("14-003", file.place_of(element));
        numbered = true;
        before = level;
    }
    if (numbered && plain) findings.add("14-007", "the structure tree");
}

std::string attribute_text(QPDFObjectHandle element, const std::string& key, QPDFObjectHandle& value) {
    for (auto& attributes : items_of(element.getKey("/A")))
        if (attributes.isDictionary() && attributes.hasKey(key)) {
            value = attributes.getKey(key);
            return value.isName() ? value.getName() : value.unparse();
        }
    return {};
}

bool has_text(QPDFObjectHandle element, const char* key) {
    return element.getKey(key).isString() &&
           element.getKey(key).getUTF8Value().find_first_not_of(" \t\n") != std::string::npos;
}

void check_figures(const CheckedFile& file, Findings& findings) {
    for (const Element& element : file.elements()) {
        const bool told = has_text(element.object, "/Alt") || has_text(element.object, "/ActualText");
        if (element.role == "Formula") findings.add_unless(told, "17-002", file.place_of(element));
        if (element.role != "Figure") continue;
        findings.add_unless(told, "13-004", file.place_of(element));
        QPDFObjectHandle box;
        attribute_text(element.object, "/BBox", box);
        findings.add_unless(box.isArray() && box.getArrayNItems() == 4, "S-box", file.place_of(element));
    }
}

void check_notes(const CheckedFile& file, Findings& findings) {
    std::set<std::string> ids;
    for (const Element& element : file.elements()) {
        if (element.role != "Note") continue;
        QPDFObjectHandle id = QPDFObjectHandle(element.object).getKey("/ID");
        if (!id.isString() || id.getStringValue().empty())
            findings.add("19-003", file.place_of(element));
        else if (!ids.insert(id.getStringValue()).second)
            findings.add("19-004", file.place_of(element));
    }
}

long long span_of(QPDFObjectHandle cell, const char* key) {
    QPDFObjectHandle value;
    attribute_text(cell, key, value);
    return value.isInteger() ? value.getIntValue() : 1;
}

void collect_rows(const CheckedFile& file, const Element& table, std::vector<const Element*>& rows) {
    for (const int child : table.children) {
        const Element& below = file.elements()[static_cast<std::size_t>(child)];
        if (below.role == "TR") rows.push_back(&below);
        if (below.role == "THead" || below.role == "TBody" || below.role == "TFoot") collect_rows(file, below, rows);
    }
}

// Every row fills as many columns, those that reach down from rows above counted in.
void check_table(const CheckedFile& file, const Element& table, Findings& findings) {
    std::vector<const Element*> rows;
    collect_rows(file, table, rows);
    std::map<std::size_t, long long> reaching;  // row -> columns taken from above
    long long columns = -1;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        long long filled = reaching[row];
        for (const int child : rows[row]->children) {
            const Element& cell = file.elements()[static_cast<std::size_t>(child)];
            const long long wide = span_of(cell.object, "/ColSpan"), high = span_of(cell.object, "/RowSpan");
            filled += wide;
            for (long long below = 1; below < high && below < 10000; ++below)
                reaching[row + static_cast<std::size_t>(below)] += wide;
        }
        if (columns < 0) columns = filled;
        findings.add_unless(filled == columns, "S-regular", file.place_of(*rows[row]));
    }
}

void check_tables(const CheckedFile& file, Findings& findings) {
    for (const Element& element : file.elements()) {
        if (element.role == "Table") check_table(file, element, findings);
        if (element.role != "TH") continue;
        QPDFObjectHandle value;
        const std::string scope = attribute_text(element.object, "/Scope", value);
        const bool valid = scope == "/Row" || scope == "/Column" || scope == "/Both";
        findings.add_unless(valid, "15-003", file.place_of(element));
    }
}

void check_tree(const CheckedFile& file, Findings& findings) {
    int tops = 0;
    for (const Element& element : file.elements()) {
        findings.add_unless(element.names_parent, "S-parent", file.place_of(element));
        if (element.parent < 0)
            findings.add_unless(++tops == 1 && element.role == "Document", "S-document", element.type);
        const bool bare = element.children.empty() && element.contents.empty() && element.annotations.empty();
        const bool must_say = heading_level(element.role) > 0 || element.role == "P" || element.role == "Link" ||
                              element.role == "TH" || element.role == "H";
        // An empty corner of a table's head is a header cell that says nothing.
        if (bare && must_say && element.role != "TH") findings.add("S-empty", file.place_of(element));
    }
    findings.add_unless(tops == 1, "S-document", "the structure tree");
}

// What the tree says of content that pages do not hold is found from the other side: by keys of the parent tree.
void check_page_keys(const CheckedFile& file, Findings& findings) {
    for (QPDFObjectHandle page : file.pages()) {
        QPDFObjectHandle key = page.getKey("/StructParents");
        if (key.isInteger())
            findings.add_unless(file.owner(key.getIntValue()).isArray(), "S-tree", file.place_of(page));
    }
}

}  // namespace

void check_structure(const CheckedFile& file, Findings& findings) {
    check_roles(file, findings);
    check_headings(file, findings);
    check_figures(file, findings);
    check_notes(file, findings);
    check_tables(file, findings);
    check_tree(file, findings);
    check_page_keys(file, findings);
}

}  // namespace rapporteur::pdf_check
