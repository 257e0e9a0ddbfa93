#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/pattern.h"
#include "model/document.h"

namespace rapporteur {

/// What sort of text a rule looks at.
enum class RuleKind {
    cue,      // a phrase in a sentence or list item
    item,     // a numbered or labelled block, or a heading that stands for one
    column,   // the header cell of a table column
    heading,  // a heading: gives what stands below it a role
    field,    // a value inside a text that is known to hold it
};

std::string_view name_of(RuleKind kind);
std::optional<RuleKind> rule_kind_named(std::string_view name);

using Fields = std::vector<std::pair<std::string, std::string>>;

/// A text that a rule must match (with the fields named) or must leave alone, and the roles of the place where it
/// stands.
struct RuleExample {
    std::string text;
    Fields fields;
    std::vector<std::string> roles;
    int line = 0;
};

/// One rule as its file says it.
struct Rule {
    std::string id;
    RuleKind kind = RuleKind::cue;
    std::vector<std::string> in;      // roles of which one at least must hold; empty: anywhere
    std::vector<std::string> not_in;  // roles of which none may hold
    std::vector<BlockKind> blocks;    // empty: any
    Pattern pattern;
    std::vector<Pattern> also;        // each must match too
    std::vector<Pattern> unless;      // none may match
    std::vector<Pattern> not_before;  // none may match what ends where the verb begins
    std::vector<Pattern> not_after;   // none may match what begins where the verb ends
    Fields sets;                      // fields that the rule gives by itself
    int strength = 0;                 // 0: by the ladder
    int priority = 50;                // the higher goes first
    double confidence = 0.8;
    std::vector<RuleExample> examples;
    std::vector<RuleExample> counter_examples;
    std::string file;
    int line = 0;
    std::vector<std::string> fragments;  // names of the fragments that its patterns use
};

/// A list that rules and finders look things up in: an ordered table of keys and values, each a pattern or a plain
/// text.
struct TableEntry {
    std::string key;
    std::string value;
    int line = 0;
    Pattern pattern;  // of the value, where the table says that its values are patterns
};

struct RuleTable {
    std::string name;
    std::string file;
    std::vector<TableEntry> entries;
    PatternSet prefilter{{}};  // of the entries' patterns, where they are patterns

    /// The entries whose pattern may match the text, in their order.
    std::vector<const TableEntry*> possible_entries(std::string_view text) const;
    /// The first entry whose pattern matches the text, or null.
    const TableEntry* entry_matching(std::string_view text) const;
};

/// A rule's id without the language before it: "fr.meeting.named" and "meeting.named" are asked for by one name.
std::string_view local_id(const Rule& rule);

}  // namespace rapporteur
