#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "template/value.h"
#include "template/wording.h"

namespace rapporteur {

/// Makes the values of quotations, citations and rows that several pages share. Each function makes one object of the
/// field table.
class StatementValues {
public:
    StatementValues(const Wording& wording, std::string pack_language)
        : wording_(wording), language_(std::move(pack_language)) {}

    const Wording& wording() const { return wording_; }
    /// The language, where it is not the pack's own; else empty.
    std::string foreign(const std::string& language) const;

    Value cites(const std::vector<Reference>& references) const;
    Value cites(const std::optional<Reference>& reference) const;
    Value quotation(const Quotation& quotation) const;
    Value quotations(const std::vector<Quotation>& quotations) const;
    Value recommendation(const RecommendationRow& row) const;
    Value recommendation_rows(const std::vector<RecommendationRow>& rows, const std::string& letter) const;
    Value outcome(const OutcomeRow& row) const;
    Value outcome_rows(const std::vector<OutcomeRow>& rows, const std::string& letter) const;
    Value person(const NamedPerson& person) const;
    Value people(const std::vector<NamedPerson>& people) const;
    Value talks(const std::vector<AgendaTalk>& talks) const;
    Value speaker(const SpeakerRow& row) const;
    Value paper(const PaperRow& row) const;
    Value paper_rows(const std::vector<PaperRow>& rows, const std::string& letter) const;

private:
    Value strength(const RecommendationRow& row) const;
    std::string paper_details(const PaperRow& row) const;

    const Wording& wording_;
    std::string language_;
};

/// The values of a list, one for each entry.
template <class Entries, class Maker>
Value list_of(const Entries& entries, Maker&& make) {
    Value::List list;
    list.reserve(entries.size());
    for (const auto& entry : entries) list.push_back(make(entry));
    return list;
}

/// The code under which labels hold a language, given as a BCP 47 tag or by its name; empty where they do not.
std::string language_code(const std::string& language, const Labels& labels);

/// Texts as a list.
Value text_list(const std::vector<std::string>& texts);

/// Numbers the parts of a page that are there: A, B … or 1, 2 …; a lone part has no number.
class PartNumbers {
public:
    enum class Kind { letters, figures };
    PartNumbers(Kind kind, std::size_t parts) : kind_(kind), parts_(parts) {}
    std::string next();

private:
    Kind kind_ = Kind::letters;
    std::size_t parts_ = 0, used_ = 0;
};

}  // namespace rapporteur
