#pragma once

#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "template/labels.h"

namespace rapporteur {

/// A citation in words and where it leads.
struct WordedCite {
    std::string words, target;
    std::string place;  // of the first words cited
};

/// Words dates, times, names of documents and citations by a language's labels.
class Wording {
public:
    /// `of_one_meeting`: words stand in the pack of one meeting, whose page needs no other name.
    explicit Wording(const Labels& labels, bool of_one_meeting = true)
        : labels_(labels), of_one_meeting_(of_one_meeting) {}

    const Labels& labels() const { return labels_; }

    /// "20 February 2014", "February 2014", "2014".
    std::string date(const PartialDate& date) const;
    /// With the day of the week where the day is known, and a capital: it heads what happens on it.
    std::string full_date(const PartialDate& date) const;
    /// "Thursday", with a capital; empty where the day is not known.
    std::string weekday_name(const PartialDate& date) const;
    /// "20 February".
    std::string day_of_month(const PartialDate& date) const;
    /// "20 and 21 February 2014", "5–7 May 2008", "30 April – 2 May 2008"; empty without a first day.
    std::string dates(const DateSpan& span) const;
    /// "10.00–13.00" of "10:00" and "13:00"; empty without a start.
    std::string times(const std::string& start, const std::string& end) const;
    /// "a, b and c".
    std::string list(const std::vector<std::string>& parts) const;
    std::string document(const DocumentName& name) const;
    /// "MC/2353, ¶ 31, p. 7".
    std::string cite(const Reference& reference) const;
    /// Citations in order, neighbours that differ only in their line, page or paragraph as one ("X, l. 5, 7, 12").
    std::vector<WordedCite> cites(const std::vector<Reference>& references) const;

private:
    std::string time(const std::string& point) const;
    std::string day(int number) const;
    std::string month(int number) const;
    std::string standing_month(int number) const;
    std::vector<std::string> place(const Reference& reference) const;

    const Labels& labels_;
    bool of_one_meeting_ = true;
};

}  // namespace rapporteur
