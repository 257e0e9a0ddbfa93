#include "layout/pack_schema.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view kInlines = "em strong q span a cite strength status note br";
constexpr std::string_view kBlocks =
    "section h1 h2 h3 p blockquote row ul ol table box columns grid notes contents figure pagebreak annex citing";
constexpr std::string_view kText = "#text";

/// What an element may carry: names separated by blanks; "#text" for text, "#inlines" and "#blocks" for those groups.
struct ElementRule {
    std::string_view name, attributes, children;
};

constexpr ElementRule kElements[] = {
    {"pack", "lang title most-pages", "meta cover #blocks"},
    {"meta", "name content", ""},
    {"cover", "kind body classification logo-alt", "title line fact counts disclaimer"},
    {"title", "", "#text"},
    {"line", "", "#text"},
    {"fact", "label", "#text"},
    {"counts", "label", "count"},
    {"count", "number", "#text"},
    {"disclaimer", "", "#text"},
    {"section", "", "#blocks"},
    {"h1",
     "id number verbatim kicker kicker-text running change contents contents-number contents-title printed compact "
     "lowered opens",
     "#text #inlines"},
    {"h2",
     "id number verbatim kicker kicker-text running change contents contents-number contents-title printed compact "
     "lowered opens",
     "#text #inlines"},
    {"h3",
     "id number verbatim kicker kicker-text running change contents contents-number contents-title printed compact "
     "lowered opens",
     "#text #inlines"},
    {"p", "id role lang", "#text #inlines"},
    {"blockquote", "id lang", "#text #inlines"},
    {"row", "id label number continues", "label sublabel p blockquote #text #inlines"},
    {"label", "", "#text #inlines"},
    {"sublabel", "", "#text #inlines"},
    {"ul", "", "li"},
    {"ol", "", "li"},
    {"li", "label", "p blockquote #text #inlines"},
    {"table", "role columns gutter caption", "thead tbody tr"},
    {"thead", "", "tr"},
    {"tbody", "", "tr"},
    {"tr", "id kind", "th td"},
    {"th", "role colspan", "p blockquote #text #inlines"},
    {"td", "role colspan", "p blockquote #text #inlines"},
    {"box", "title", "#blocks"},
    {"columns", "", "term"},
    {"term", "short", "#text #inlines"},
    {"grid", "", "cell"},
    {"cell", "", "#blocks"},
    {"notes", "key number title item position position-note notes placeholder loose", "written"},
    {"written", "in", "p"},
    {"contents", "title", ""},
    {"figure", "kind alt separator", "event bar hour day"},
    {"event", "from to date source source-href href own open cut", "#text"},
    {"bar", "label", "unit"},
    {"unit", "number strength href", ""},
    {"hour", "at", "#text"},
    {"day", "weekday date", "session"},
    {"session", "start end times name", "unit"},
    {"pagebreak", "prefix letters first", ""},
    {"annex", "document name stamp in-pdf alt page-damaged locked broken broken-text", ""},
    {"citing", "of label separator last", ""},
    {"em", "", "#text #inlines"},
    {"strong", "", "#text #inlines"},
    {"q", "lang", "#text #inlines"},
    {"span", "voice grey accent small nobr lang", "#text #inlines"},
    {"a", "href", "#text #inlines"},
    {"cite", "href page place", "#text"},
    {"strength", "n word alt", ""},
    {"status", "state word", ""},
    {"note", "", "#text #inlines"},
    {"br", "", ""},
};

constexpr auto kRoles = std::to_array<std::string_view>(
    {"quote",      "own",         "caption",     "agenda-title", "agenda-number", "table-quote", "table-own",
     "table-head", "table-group", "table-count", "table-number", "table-name",    "symbol",      "symbol-at-hand",
     "entry-head", "band",        "band-note",   "entry-title",  "pack-title",    "fact",        "affiliation",
     "row-label"});

/// Attributes that take one of a few values: "element.attribute", or ".attribute" for any element.
struct ValueRule {
    std::string_view attribute, values;
};

constexpr ValueRule kValues[] = {
    {".verbatim", "yes no"},
    {".contents", "yes no"},
    {".printed", "yes no"},
    {".continues", "yes no"},
    {".grey", "yes no"},
    {".small", "yes no"},
    {".accent", "yes no"},
    {".compact", "yes no"},
    {".lowered", "yes no"},
    {".opens", "yes no"},
    {".nobr", "yes no"},
    {".loose", "yes no"},
    {".letters", "yes no"},
    {"written.in", "position notes"},
    {".voice", "own quote"},
    {"tr.kind", "body group band item talk"},
    {"status.state", "at-hand in-part not-at-hand"},
    {"strength.n", "1 2 3 4 5"},
    {"unit.strength", "0 1 2 3 4 5"},
    {"figure.kind", "timeline bars sessions"},
    {"event.own", "yes no"},
    {"event.open", "yes no"},
    {"event.cut", "yes no"},
    {"table.role", "recommendations agenda documents participants sources plain key"},
    {"meta.name", "subject author body meeting classification edition page-words contents-word date"},
};

std::vector<std::string_view> names_in(std::string_view list) {
    std::vector<std::string_view> names = split(list, ' ');
    std::erase(names, std::string_view());
    return names;
}

bool holds(std::string_view list, std::string_view name) {
    while (!list.empty()) {
        const std::size_t blank = std::min(list.find(' '), list.size());
        if (list.substr(0, blank) == name && blank > 0) return true;
        list.remove_prefix(std::min(blank + 1, list.size()));
    }
    return false;
}

/// Whether an element that may carry `children` may carry the element of that name.
bool allows(std::string_view children, std::string_view name) {
    return holds(children, name) || (holds(children, "#inlines") && holds(kInlines, name)) ||
           (holds(children, "#blocks") && holds(kBlocks, name));
}

std::string expanded(std::string_view children) {
    std::string all;
    for (std::string_view name : names_in(children)) {
        all += name == "#inlines" ? kInlines : name == "#blocks" ? kBlocks : name;
        all += ' ';
    }
    return all;
}

const ElementRule* rule_of(std::string_view name) {
    const auto* found = std::find_if(std::begin(kElements), std::end(kElements),
                                     [&](const ElementRule& rule) { return rule.name == name; });
    return found == std::end(kElements) ? nullptr : found;
}

/// Levenshtein's distance; names are short, longer ones are cut.
std::size_t edits(std::string_view a, std::string_view b) {
    a = a.substr(0, 40);
    b = b.substr(0, 40);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
        }
    }
    return row.back();
}

std::string all_roles() {
    std::string all;
    for (std::string_view role : kRoles) all.append(role).append(" ");
    return all;
}

/// The values that an attribute may have, empty where anything goes.
std::string known_values(std::string_view of, std::string_view attribute) {
    if (attribute == "role" && of != "table") return all_roles();
    for (const ValueRule& rule : kValues) {
        const std::size_t dot = rule.attribute.find('.');
        const std::string_view element = rule.attribute.substr(0, dot);
        if (rule.attribute.substr(dot + 1) == attribute && (element.empty() || element == of))
            return std::string(rule.values);
    }
    return "";
}

class Checker {
public:
    explicit Checker(const std::string& file) : file_(file) {}

    void check(const XmlNode& node) {
        check_attributes(node);
        for (const XmlNode& child : node.children) {
            if (fault_) return;
            check_child(node, child);
        }
        if (node.child("p") || node.child("blockquote")) check_unmixed(node);
    }

    void report(int line, std::string detail) {
        if (!fault_) fault_ = Diagnostic{Code::pack_invalid, {file_, 0, line, 0}, std::move(detail)};
    }

    std::optional<Diagnostic> take() { return std::move(fault_); }

private:
    void check_attributes(const XmlNode& node) {
        for (const auto& [key, value] : node.attributes) {
            report_if(node.line, fault_of_attribute(node.name, key));
            report_if(node.line, fault_of_value(node.name, key, value));
        }
    }

    void check_child(const XmlNode& node, const XmlNode& child) {
        if (child.is_text()) {
            if (!takes_text(node.name) && !trim(child.text).empty())
                report(node.line, "text does not belong into <" + node.name + ">");
            return;
        }
        report_if(child.line, fault_of_child(node.name, child.name));
        if (!fault_) check(child);
    }

    void report_if(int line, std::string detail) {
        if (!detail.empty()) report(line, std::move(detail));
    }

    /// Words beside paragraphs would have no paragraph of their own.
    void check_unmixed(const XmlNode& node) {
        if (!takes_text(node.name)) return;
        for (const XmlNode& child : node.children)
            if (child.is_text() ? !trim(child.text).empty() : holds(kInlines, child.name))
                report(node.line, "<" + node.name + "> holds words beside its paragraphs");
    }

    const std::string& file_;
    std::optional<Diagnostic> fault_;
};

}  // namespace

std::optional<Diagnostic> find_fault(const XmlNode& root, const std::string& file) {
    Checker checker(file);
    const std::string fault = fault_of_child("", root.name);
    if (fault.empty()) {
        checker.check(root);
    } else {
        checker.report(root.line, fault);
    }
    return checker.take();
}

bool is_element(std::string_view name) { return rule_of(name) != nullptr; }

std::string fault_of_child(std::string_view parent, std::string_view name) {
    const ElementRule* rule = rule_of(parent);
    const std::string_view children = parent.empty() ? "pack" : rule ? rule->children : "";
    if (allows(children, name)) return {};
    const std::string element = "<" + std::string(name) + ">";
    if (!is_element(name) || parent.empty()) return element + " is not known" + suggestion(name, expanded(children));
    return element + " does not belong into <" + std::string(parent) + ">" + suggestion(name, expanded(children));
}

std::string fault_of_attribute(std::string_view element, std::string_view key) {
    const ElementRule* rule = rule_of(element);
    if (!rule || holds(rule->attributes, key)) return {};
    return "<" + std::string(element) + "> has no attribute \"" + std::string(key) + "\"" +
           suggestion(key, rule->attributes);
}

std::string fault_of_value(std::string_view element, std::string_view key, std::string_view value) {
    const std::string known = known_values(element, key);
    if (known.empty() || holds(known, value)) return {};
    return std::string(key) + "=\"" + std::string(value) + "\" is not known" + suggestion(value, known);
}

bool takes_text(std::string_view element) {
    const ElementRule* rule = rule_of(element);
    return rule && holds(rule->children, kText);
}

std::span<const std::string_view> paragraph_roles() { return kRoles; }

std::string suggestion(std::string_view wrong, std::string_view names) {
    std::string_view best;
    std::size_t least = wrong.size() / 2 + 1;
    for (std::string_view name : names_in(names)) {
        if (name.front() == '#' || edits(wrong, name) >= least) continue;
        best = name;
        least = edits(wrong, name);
    }
    return best.empty() ? "" : "; did you mean \"" + std::string(best) + "\"?";
}

}  // namespace rapporteur
