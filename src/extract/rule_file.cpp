#include "extract/rule_file.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

/// Thrown nowhere: the first thing wrong is kept and reading goes on to the end of the element.
struct Reader {
    const std::string& file;
    Compile when;  // patterns are compiled
    std::optional<Diagnostic> error;

    void refuse(Code code, int line, std::string detail) {
        if (!error) error = Diagnostic{code, Place{file, 0, line, 0}, std::move(detail)};
    }
};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    for (const std::string_view part : split(text, ' ')) {
        if (!part.empty()) out.emplace_back(part);
    }
    return out;
}

bool is_fragment_name(std::string_view name) {
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// The text with each `{name}` replaced by its fragment in brackets of its own.
std::string expand(std::string_view text, const Fragments& fragments, int line, std::set<std::string>& used,
                   Reader& reader) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        const std::string_view name = text.substr(open + 1, close - open - 1);
        if (!is_fragment_name(name)) {
            out += text.substr(at, open + 1 - at);
            at = open + 1;
            continue;
        }
        const auto fragment = fragments.find(name);
        if (fragment == fragments.end()) {
            reader.refuse(Code::rule_invalid, line, "unknown fragment {" + std::string(name) + "}");
            return out;
        }
        used.insert(fragment->first);
        out += std::string(text.substr(at, open - at)) + "(?:" + fragment->second + ")";
        at = close + 1;
    }
    return out + std::string(text.substr(at));
}

/// The pattern of an element, set between `front` and `back`.
Pattern pattern_of(const XmlNode& node, const Fragments& fragments, std::set<std::string>& used, Reader& reader,
                   std::string_view front = "", std::string_view back = "") {
    const std::string text = node.all_text();
    const std::string_view own = text.find('\n') == std::string::npos ? std::string_view(text) : trim(text);
    const std::string whole = std::string(front) + expand(own, fragments, node.line, used, reader) + std::string(back);
    auto pattern = Pattern::compile(whole, Place{reader.file, 0, node.line, 0}, reader.when);
    if (!pattern) {
        if (!reader.error) reader.error = pattern.error();
        return {};
    }
    if (trim(text).empty()) reader.refuse(Code::rule_invalid, node.line, "the pattern is empty");
    return std::move(*pattern);
}

RuleExample example_of(const XmlNode& node) {
    RuleExample example;
    example.text = collapse_space(node.all_text());
    example.line = node.line;
    for (const auto& [key, value] : node.attributes) {
        if (key == "in") {
            example.roles = words_of(value);
        } else {
            example.fields.emplace_back(key, value);
        }
    }
    return example;
}

template <class Number>
void read_number(const XmlNode& node, std::string_view key, Number low, Number high, Number& out, Reader& reader) {
    if (!node.has_attribute(key)) return;
    const std::string_view text = node.attribute(key);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size() || out < low || out > high) {
        reader.refuse(Code::rule_invalid, node.line, std::string(key) + "=\"" + std::string(text) + "\"");
    }
}

std::vector<BlockKind> blocks_of(const XmlNode& node, Reader& reader) {
    std::vector<BlockKind> kinds;
    for (const std::string& word : words_of(node.attribute("blocks"))) {
        bool known = false;
        for (int i = 0; i <= static_cast<int>(BlockKind::damaged); ++i) {
            const auto kind = static_cast<BlockKind>(i);
            if (name_of(kind) != word) continue;
            kinds.push_back(kind);
            known = true;
        }
        if (!known) reader.refuse(Code::rule_invalid, node.line, "unknown kind of block " + word);
    }
    return kinds;
}

void read_attributes(const XmlNode& node, Rule& rule, Reader& reader) {
    static constexpr std::string_view known[] = {"id",     "kind",     "in",       "not-in",
                                                 "blocks", "strength", "priority", "confidence"};
    for (const auto& [key, value] : node.attributes) {
        if (std::find(std::begin(known), std::end(known), key) == std::end(known)) {
            reader.refuse(Code::rule_invalid, node.line, "unknown attribute " + key);
        }
    }
    rule.id = node.attribute("id");
    if (rule.id.empty()) reader.refuse(Code::rule_invalid, node.line, "a rule needs an id");
    const auto kind = rule_kind_named(node.attribute("kind", "cue"));
    if (!kind) reader.refuse(Code::rule_invalid, node.line, "unknown kind " + std::string(node.attribute("kind")));
    rule.kind = kind.value_or(RuleKind::cue);
    rule.in = words_of(node.attribute("in"));
    rule.not_in = words_of(node.attribute("not-in"));
    rule.blocks = blocks_of(node, reader);
    read_number(node, "strength", 0, 5, rule.strength, reader);
    read_number(node, "priority", 0, 100, rule.priority, reader);
    read_number(node, "confidence", 0.0, 1.0, rule.confidence, reader);
}

void read_child(const XmlNode& child, const Fragments& fragments, std::set<std::string>& used, Rule& rule,
                Reader& reader) {
    if (child.name == "pattern") {
        if (!rule.pattern.empty()) reader.refuse(Code::rule_invalid, child.line, "a rule has one pattern");
        rule.pattern = pattern_of(child, fragments, used, reader);
    } else if (child.name == "also") {
        rule.also.push_back(pattern_of(child, fragments, used, reader));
    } else if (child.name == "unless") {
        rule.unless.push_back(pattern_of(child, fragments, used, reader));
    } else if (child.name == "not-before") {
        rule.not_before.push_back(pattern_of(child, fragments, used, reader, "(?:", ")$"));
    } else if (child.name == "not-after") {
        rule.not_after.push_back(pattern_of(child, fragments, used, reader, "^(?:", ")"));
    } else if (child.name == "set") {
        rule.sets.insert(rule.sets.end(), child.attributes.begin(), child.attributes.end());
    } else if (child.name == "example") {
        rule.examples.push_back(example_of(child));
    } else if (child.name == "not") {
        rule.counter_examples.push_back(example_of(child));
    } else if (!child.is_text()) {
        reader.refuse(Code::rule_invalid, child.line, "unknown element " + child.name);
    }
}

Rule rule_of(const XmlNode& node, const Fragments& fragments, Reader& reader) {
    Rule rule;
    rule.file = reader.file;
    rule.line = node.line;
    read_attributes(node, rule, reader);
    std::set<std::string> used;
    for (const XmlNode& child : node.children) read_child(child, fragments, used, rule, reader);
    rule.fragments.assign(used.begin(), used.end());
    if (rule.pattern.empty()) reader.refuse(Code::rule_invalid, node.line, rule.id + " has no pattern");
    if (rule.examples.empty()) reader.refuse(Code::rule_without_example, node.line, rule.id + " lacks an <example>");
    if (rule.counter_examples.empty()) reader.refuse(Code::rule_without_example, node.line, rule.id + " lacks a <not>");
    return rule;
}

PatternSet set_of(const std::vector<TableEntry>& entries) {
    std::vector<const Pattern*> patterns;
    for (const TableEntry& entry : entries) patterns.push_back(&entry.pattern);
    return PatternSet(patterns);
}

RuleTable table_of(const XmlNode& node, const Fragments& fragments, Reader& reader) {
    RuleTable table{std::string(node.attribute("name")), reader.file, {}, PatternSet{{}}};
    if (table.name.empty()) reader.refuse(Code::rule_invalid, node.line, "a table needs a name");
    const bool patterns = node.attribute("values") == "patterns";
    std::set<std::string> used;
    for (const XmlNode& child : node.children) {
        if (child.is_text()) continue;
        if (child.name != "entry") reader.refuse(Code::rule_invalid, child.line, "unknown element " + child.name);
        Pattern pattern = patterns ? pattern_of(child, fragments, used, reader) : Pattern{};
        std::string value = expand(collapse_space(child.all_text()), fragments, child.line, used, reader);
        table.entries.push_back(
            {std::string(child.attribute("key")), std::move(value), child.line, std::move(pattern)});
    }
    if (patterns) table.prefilter = set_of(table.entries);
    return table;
}

Result<XmlNode> root_of(const NamedText& file) {
    auto root = parse_xml(file.text, file.name);
    if (root && root->name != "rules") {
        return Diagnostic{Code::rule_invalid, Place{file.name, 0, root->line, 0}, "the root element is not <rules>"};
    }
    return root;
}

}  // namespace

Result<Fragments> read_fragments(const NamedText& file, Fragments known, Compile when) {
    auto root = root_of(file);
    if (!root) return root.error();
    Reader reader{file.name, when, {}};
    for (const XmlNode& node : root->children) {
        if (node.name != "fragment") continue;
        std::set<std::string> used;
        const std::string name(node.attribute("name"));
        if (!is_fragment_name(name))
            reader.refuse(Code::rule_invalid, node.line, "a fragment's name is small letters: " + name);
        const std::string text = expand(trim(node.all_text()), known, node.line, used, reader);
        const auto compiled = Pattern::compile(text, Place{file.name, 0, node.line, 0}, when);
        if (!compiled && !reader.error) reader.error = compiled.error();
        known[name] = text;
    }
    if (reader.error) return *reader.error;
    return known;
}

Result<RuleFile> read_rule_file(const NamedText& file, const Fragments& fragments, Compile when) {
    auto root = root_of(file);
    if (!root) return root.error();
    Reader reader{file.name, when, {}};
    RuleFile out;
    out.record = root->attribute("record");
    for (const XmlNode& node : root->children) {
        if (node.name == "rule") {
            out.rules.push_back(rule_of(node, fragments, reader));
        } else if (node.name == "table") {
            out.tables.push_back(table_of(node, fragments, reader));
        } else if (!node.is_text() && node.name != "fragment") {
            reader.refuse(Code::rule_invalid, node.line, "unknown element " + node.name);
        }
    }
    if (!out.rules.empty() && out.record.empty())
        reader.refuse(Code::rule_invalid, root->line, "<rules> needs a record");
    if (reader.error) return *reader.error;
    return out;
}

}  // namespace rapporteur
