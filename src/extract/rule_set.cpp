#include "extract/rule_set.h"

#include <algorithm>
#include <set>

#include "extract/rule_file.h"
#include "support/language_tag.h"

namespace rapporteur {
namespace {

std::string main_tag(std::string_view language) {
    if (language.empty()) language = default_language;
    return std::string(primary_language(language));
}

std::string language_of(std::string_view name) { return std::string(name.substr(0, name.find('/'))); }

bool holds_fragments(std::string_view name) { return name.ends_with("/fragments.xml"); }
bool holds_dates(std::string_view name) { return name.ends_with("/date.xml"); }
bool holds_weights(const NamedText& file) { return file.name == "confidence.xml"; }

using Shared = std::map<std::string, Fragments>;
using Gathered = std::map<std::pair<std::string, std::string>, std::vector<Rule>>;

Result<Shared> shared_fragments(const std::vector<const NamedText*>& files, Compile when) {
    Shared shared;
    for (const NamedText* file : files) {
        if (!holds_fragments(file->name)) continue;
        auto fragments = read_fragments(*file, {}, when);
        if (!fragments) return fragments.error();
        shared[language_of(file->name)] = std::move(*fragments);
    }
    return shared;
}

std::optional<Diagnostic> first_double(const std::vector<Rule>& rules, std::set<std::string>& ids) {
    for (const Rule& rule : rules) {
        if (!ids.insert(rule.id).second) {
            return Diagnostic{Code::rule_invalid, Place{rule.file, 0, rule.line, 0},
                              "two rules have the id " + rule.id};
        }
    }
    return std::nullopt;
}

RuleGroup group_of(const std::string& language, const std::string& record, std::vector<Rule> rules) {
    std::stable_sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) { return a.priority > b.priority; });
    RuleGroup group{language, record, std::move(rules), PatternSet{{}}, {}};
    std::vector<const Pattern*> patterns;
    for (const Rule& rule : group.rules) {
        group.places.push_back(patterns.size());
        patterns.push_back(&rule.pattern);
        for (const auto* further : {&rule.also, &rule.unless}) {
            for (const Pattern& pattern : *further) patterns.push_back(&pattern);
        }
    }
    group.prefilter = PatternSet(patterns);
    return group;
}

}  // namespace

const RuleGroup* RuleSet::group(std::string_view language, std::string_view record) const {
    const auto found = groups_.find({main_tag(language), std::string(record)});
    return found == groups_.end() ? nullptr : &found->second;
}

const RuleTable* RuleSet::table(std::string_view language, std::string_view name) const {
    const auto found = tables_.find({main_tag(language), std::string(name)});
    return found == tables_.end() ? nullptr : &found->second;
}

const DateReader& RuleSet::dates(std::string_view language) const {
    auto found = dates_.find(main_tag(language));
    if (found == dates_.end()) found = dates_.find(default_language);
    return found == dates_.end() ? no_dates_ : found->second;
}

std::vector<const RuleGroup*> RuleSet::groups() const {
    std::vector<const RuleGroup*> all;
    for (const auto& [key, group] : groups_) all.push_back(&group);
    return all;
}

std::vector<std::string> RuleSet::signs() const {
    std::set<std::string> all;
    for (const auto& [key, table] : tables_) {
        if (key.second != "signs" && key.second != "verb_signs") continue;
        for (const TableEntry& entry : table.entries) all.insert(entry.key);
    }
    return {all.begin(), all.end()};
}

std::vector<std::string> RuleSet::languages() const {
    std::set<std::string> all;
    for (const auto& [key, group] : groups_) all.insert(key.first);
    return {all.begin(), all.end()};
}

void RuleSet::add(RuleGroup group) {
    const std::pair key{group.language, group.record};
    groups_.insert_or_assign(key, std::move(group));
}

void RuleSet::add(std::string_view language, RuleTable table) {
    const std::pair key{main_tag(language), table.name};
    tables_.insert_or_assign(key, std::move(table));
}

void RuleSet::add(std::string_view language, DateReader dates) {
    dates_.insert_or_assign(main_tag(language), std::move(dates));
}

Result<RuleSet> load_rules(const std::vector<NamedText>& files, Compile when) {
    std::vector<const NamedText*> sorted;
    for (const NamedText& file : files) {
        if (!holds_weights(file)) sorted.push_back(&file);
    }
    std::sort(sorted.begin(), sorted.end(), [](const NamedText* a, const NamedText* b) { return a->name < b->name; });
    const auto shared = shared_fragments(sorted, when);
    if (!shared) return shared.error();

    RuleSet set;
    Gathered gathered;
    std::set<std::string> ids;
    for (const NamedText* file : sorted) {
        const std::string language = language_of(file->name);
        if (holds_dates(file->name)) {
            auto words = read_date_words(*file);
            if (!words) return words.error();
            set.add(language, DateReader(std::move(*words)));
            continue;
        }
        const auto common = shared->find(language);
        const Fragments known = common == shared->end() ? Fragments{} : common->second;
        auto fragments = holds_fragments(file->name) ? Result<Fragments>(known) : read_fragments(*file, known, when);
        if (!fragments) return fragments.error();
        auto read = read_rule_file(*file, *fragments, when);
        if (!read) return read.error();
        if (auto wrong = first_double(read->rules, ids)) return *wrong;
        auto& rules = gathered[{language, read->record}];
        std::move(read->rules.begin(), read->rules.end(), std::back_inserter(rules));
        for (RuleTable& table : read->tables) set.add(language, std::move(table));
    }
    for (auto& [key, rules] : gathered) {
        if (!rules.empty()) set.add(group_of(key.first, key.second, std::move(rules)));
    }
    const auto weights = std::find_if(files.begin(), files.end(), holds_weights);
    if (weights == files.end()) return set;
    auto confidence = read_confidence(*weights, set.signs());
    if (!confidence) return confidence.error();
    set.set(std::move(*confidence));
    return set;
}

}  // namespace rapporteur
