#pragma once

#include <compare>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/abbreviation.h"
#include "extract/meeting_mention.h"
#include "model/record.h"

namespace rapporteur {

/// A series of meetings by the words of its name, in their order, small words left out.
struct SeriesName {
    std::vector<std::string> before;  // the word that says what it is: "high", "level"
    std::string head;                // what it is: "dialogue"; empty for the sittings of a body, whose name is `before`
    std::vector<std::string> after;  // its subject: "migration", "development"

    auto operator<=>(const SeriesName&) const = default;
    bool empty() const { return before.empty() && head.empty(); }
    std::size_t size() const { return before.size() + after.size() + (head.empty() ? 0 : 1); }
};

/// Reads the names of meetings in one document, with its abbreviations written in full.
class MeetingSeries {
public:
    MeetingSeries(const Records& records, const RuleSet& rules, std::string_view language);

    SeriesName name_of(const MeetingMention& mention) const;
    /// A name cut where an expanded abbreviation says that it ends: "Forum on Tides and Other Efforts" beside FT,
    /// "Forum on Tides".
    std::string cut(const std::string& name) const;

private:
    std::vector<std::string> words(std::string_view name, int depth) const;
    void add_piece(std::string_view piece, int depth, std::vector<std::string>& all) const;
    const std::string* long_form(std::string_view word) const;

    std::map<std::string, std::string, std::less<>> long_forms_;
    std::set<std::string, std::less<>> heads_, long_names_;
    std::string body_;
    SmallWords small_words_;
};

/// True where one name leaves out nothing but its subject or what stands before the rest: "High-level Dialogue",
/// "General Assembly High-level Dialogue on Tides".
bool same_series(const SeriesName& a, const SeriesName& b);

}  // namespace rapporteur
