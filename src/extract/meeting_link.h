#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/dates.h"
#include "extract/meeting_mention.h"
#include "extract/rule_set.h"

namespace rapporteur {

/// Finds when and where a meeting is, by what stands between its name and the dates and places of the same sentence.
class MeetingLinks {
public:
    MeetingLinks(const RuleSet& rules, std::string_view language, DateContext context);

    /// Adds date and place to a mention of `sentence`, in which its name is `name`.
    void settle(MeetingMention& mention, std::string_view sentence, Range name,
                const std::vector<FoundDate>& dates) const;

    /// The place that stands right after a date, or before it: "May 2011 in Lind", "Lind, May 2011".
    std::string place_beside(std::string_view text, Range date) const;

    /// The rule of that id; null where the language has none.
    const Rule* rule(std::string_view id) const;
    /// The named field where that rule matches `text`, else empty.
    std::string field(std::string_view id, std::string_view text, std::string_view name) const;

    std::vector<FoundDate> dates(std::string_view text) const { return reader_->dates(text, context_); }
    const DateReader& reader() const { return *reader_; }
    const DateContext& context() const { return context_; }

private:
    bool take_after(MeetingMention& mention, std::string_view sentence, Range name, const FoundDate& date) const;
    bool take_before(std::string_view sentence, Range name, const FoundDate& date) const;
    std::string place_at(std::string_view sentence, std::size_t from) const;

    const RuleGroup* group_;
    const DateReader* reader_;
    DateContext context_;
};

}  // namespace rapporteur
