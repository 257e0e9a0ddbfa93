#include <algorithm>
#include <map>

#include "support/text.h"
#include "template/figure_values.h"
#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

Value group_value(const RecommendationGroup& group, const StatementValues& values) {
    const std::string addressee =
        group.addressee.empty() ? values.wording().labels().text("recommendations.not_stated") : group.addressee;
    return ObjectValue("recommendation_group")
        .set("addressee", addressee)
        .set("count", std::to_string(group.rows.size()))
        .set("rows", list_of(group.rows, [&](const RecommendationRow& row) { return values.recommendation(row); }))
        .take();
}

Value groups_value(const std::vector<RecommendationGroup>& groups, const StatementValues& values,
                   const std::string& letter, const std::string& heading) {
    return ObjectValue("recommendation_groups")
        .set("letter", letter)
        .set("heading", values.wording().labels().text("recommendations." + heading))
        .set("groups", list_of(groups, [&](const RecommendationGroup& group) { return group_value(group, values); }))
        .take();
}

/// Numbers of strength 5 down to 1.
Value strength_cells(const YearRow& row) {
    std::vector<std::string> cells;
    for (std::size_t strength = row.numbers.size(); strength-- > 1;) {
        std::vector<std::string> numbers;
        for (const int number : row.numbers[strength]) numbers.push_back("R" + std::to_string(number));
        cells.push_back(numbers.empty() ? "–" : join(numbers, ", "));
    }
    return text_list(cells);
}

Value years_value(const RecommendationPages& pages, const Wording& wording, const std::string& letter) {
    const Labels& labels = wording.labels();
    const auto year = [&](const YearRow& row) {
        return ObjectValue("year")
            .set("year", row.year == 0 ? labels.text("recommendations.year_unknown") : std::to_string(row.year))
            .set("cells", strength_cells(row))
            .set("total", std::to_string(row.total))
            .take();
    };
    return ObjectValue("year_rows").set("letter", letter).set("rows", list_of(pages.years, year)).take();
}

/// A table of a single recommendation says nothing.
bool has_several(const std::vector<YearRow>& years) {
    std::size_t total = 0;
    for (const YearRow& row : years) total += row.total;
    return total > 1;
}

bool has_one_proposer(const RecommendationPages& pages) {
    return pages.proposers.size() == 1 && !pages.proposers.front().empty();
}

/// What columns would say in every row, said once.
std::vector<std::string> notes(const RecommendationPages& pages, const Labels& labels) {
    std::vector<std::string> result;
    if (has_one_proposer(pages))
        result.push_back(labels.text("recommendations.all_proposed_by", {{"proposer", pages.proposers.front()}}));
    if (!pages.any_proposer) result.push_back(labels.text("recommendations.no_proposer"));
    if (!pages.any_deadline) result.push_back(labels.text("recommendations.no_deadline"));
    if (pages.source_damaged) result.push_back(labels.text("recommendations.damaged"));
    return result;
}

/// Every recommendation once, by number.
Value all_rows(const RecommendationPages& pages, const StatementValues& values) {
    std::map<int, const RecommendationRow*> rows;
    for (const auto* groups : {&pages.put_to, &pages.in_papers})
        for (const RecommendationGroup& group : *groups)
            for (const RecommendationRow& row : group.rows) rows.emplace(row.number, &row);
    return list_of(rows, [&](const auto& numbered) { return values.recommendation(*numbered.second); });
}

}  // namespace

Value recommendations_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    const RecommendationPages& pages = briefing.recommendations;
    const bool any = !pages.put_to.empty() || !pages.in_papers.empty();
    if (!any) return false;
    ObjectValue value("recommendations");
    const Value figure = addressee_figure(pages, values.wording());
    const bool has_figure = figure.fields() != nullptr;
    const bool with_years = has_several(pages.years);
    PartNumbers letters(PartNumbers::Kind::letters, std::size_t(!pages.put_to.empty()) +
                                                        std::size_t(!pages.in_papers.empty()) +
                                                        std::size_t(has_figure) + std::size_t(with_years));
    value.set("numeral", numeral).set("rows", all_rows(pages, values));
    if (!pages.put_to.empty())
        value.set("put_to",
                  groups_value(pages.put_to, values, letters.next(), briefing.by_theme ? "on_theme" : "put_to"));
    if (!pages.in_papers.empty())
        value.set("in_papers", groups_value(pages.in_papers, values, letters.next(),
                                            pages.put_to.empty() ? "only_in_papers" : "in_papers"));
    if (has_figure)
        value.set("by_addressee",
                  ObjectValue("by_addressee").set("letter", letters.next()).set("figure", figure).take());
    if (with_years) value.set("years", years_value(pages, values.wording(), letters.next()));
    value.set("strength_column", pages.any_strength);
    value.set("proposer_column", pages.any_proposer && !has_one_proposer(pages));
    if (any) value.set("notes", text_list(notes(pages, values.wording().labels())));
    return value.take();
}

}  // namespace rapporteur
