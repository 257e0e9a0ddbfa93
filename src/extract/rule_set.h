#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/confidence.h"
#include "extract/dates.h"
#include "extract/rule.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// The rules of one language for one record kind, the first priority first, with what finds out quickly which of their
/// patterns may match.
struct RuleGroup {
    std::string language;
    std::string record;
    std::vector<Rule> rules;
    PatternSet prefilter{{}};         // of every rule the pattern, then those of also and unless
    std::vector<std::size_t> places;  // of each rule's patterns in the prefilter
};

/// All rules and tables, by language and record kind. Languages are compared by their first tag ("en-GB" is "en").
class RuleSet {
public:
    /// The rules of a record kind; nothing where the language has none. An empty language is the default one.
    const RuleGroup* group(std::string_view language, std::string_view record) const;
    /// The table of that name; nothing where the language has none.
    const RuleTable* table(std::string_view language, std::string_view name) const;
    /// How the language writes dates; one that has no rules of its own is read as the default one.
    const DateReader& dates(std::string_view language) const;
    /// How sure a statement is by what is known of it.
    const ConfidenceModel& confidence() const { return confidence_; }
    /// The names that the tables "signs" and "verb_signs" of all languages give.
    std::vector<std::string> signs() const;
    /// Every group, by language and record kind.
    std::vector<const RuleGroup*> groups() const;
    std::vector<std::string> languages() const;

    void add(RuleGroup group);
    void add(std::string_view language, RuleTable table);
    void add(std::string_view language, DateReader dates);
    void set(ConfidenceModel confidence) { confidence_ = std::move(confidence); }

private:
    std::map<std::pair<std::string, std::string>, RuleGroup> groups_;
    std::map<std::pair<std::string, std::string>, RuleTable> tables_;
    std::map<std::string, DateReader, std::less<>> dates_;
    DateReader no_dates_;
    ConfidenceModel confidence_;
};

/// The language of documents that do not say theirs.
inline constexpr std::string_view default_language = "en";

/// Compiles rule files named "<language>/<file>.xml". A language's file "fragments.xml" is read first: its fragments
/// serve all its other files; those of another file serve that file alone; "date.xml" is read by read_date_words;
/// "confidence.xml" stands beside the languages' folders. Rules of one record kind may stand in several files. Fails
/// with the file and line of the first thing wrong; two rules of one id are wrong. Patterns that are compiled at their
/// first use must be known to be right.
Result<RuleSet> load_rules(const std::vector<NamedText>& files, Compile when = Compile::at_once);

}  // namespace rapporteur
