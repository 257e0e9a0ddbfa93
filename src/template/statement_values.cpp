#include "template/statement_values.h"

#include "assemble/statement.h"
#include "support/language_tag.h"
#include "support/text.h"
#include "template/object_value.h"

namespace rapporteur {
namespace {

/// "Professor Ana Costa"; a name that begins with its title stays as it is.
std::string full_name(const NamedPerson& person) {
    if (person.title.empty() || person.name.starts_with(person.title)) return person.name;
    return person.title + " " + person.name;
}

std::string_view state_name(PaperRow::AtHand state) {
    switch (state) {
        case PaperRow::AtHand::yes:
            return "at-hand";
        case PaperRow::AtHand::in_part:
            return "in-part";
        case PaperRow::AtHand::no:
            return "not-at-hand";
    }
    return "not-at-hand";
}

std::string_view state_label(PaperRow::AtHand state) {
    switch (state) {
        case PaperRow::AtHand::yes:
            return "documents.at_hand";
        case PaperRow::AtHand::in_part:
            return "documents.in_part";
        case PaperRow::AtHand::no:
            return "documents.not_at_hand";
    }
    return "documents.not_at_hand";
}

}  // namespace

Value StatementValues::cites(const std::vector<Reference>& references) const {
    return list_of(wording_.cites(references), [](const WordedCite& cite) {
        return ObjectValue("cite").set("words", cite.words).set("target", cite.target).set("place", cite.place).take();
    });
}

Value StatementValues::cites(const std::optional<Reference>& reference) const {
    if (!reference || reference->document_id.empty()) return Value::List();
    return cites(std::vector<Reference>{*reference});
}

std::string StatementValues::foreign(const std::string& language) const {
    return primary_language(language) == primary_language(language_) ? "" : language;
}

Value StatementValues::quotation(const Quotation& quotation) const {
    std::vector<Reference> references;
    if (!quotation.reference.document_id.empty()) references.push_back(quotation.reference);
    references.insert(references.end(), quotation.also.begin(), quotation.also.end());
    return ObjectValue("quotation")
        .set("text", quotation.text)
        .set("lead_in", quotation.lead_in)
        .set("cut", quotation.cut)
        .set("cites", cites(references))
        .set("language", foreign(quotation.language))
        .set("spot", quotation.spot)
        .take();
}

Value StatementValues::quotations(const std::vector<Quotation>& quotations) const {
    return list_of(quotations, [&](const Quotation& each) { return quotation(each); });
}

Value StatementValues::strength(const RecommendationRow& row) const {
    if (row.strength == 0) return false;
    const Labels& labels = wording_.labels();
    const std::string n = std::to_string(row.strength);
    const std::string alt = row.verb.empty() ? labels.text("strength.alt_plain", {{"strength", n}})
                                             : labels.text("strength.alt", {{"strength", n}, {"verb", row.verb}});
    return ObjectValue("strength").set("n", n).set("word", row.verb).set("alt", alt).take();
}

Value StatementValues::recommendation(const RecommendationRow& row) const {
    const Labels& labels = wording_.labels();
    ObjectValue value("recommendation");
    const std::string number = "R" + std::to_string(row.number);
    value.set("number", number).set("anchor", number).set("quotation", quotation(row.quotation));
    value.set("strength", strength(row)).set("proposer", row.proposer).set("matched", !row.matched.empty());
    if (!row.addressees.empty()) value.set("addressee", row.addressees.front());
    if (row.addressees.size() > 1)
        value.set("also_to",
                  labels.text("recommendations.also_to",
                              {{"addressees", wording_.list({row.addressees.begin() + 1, row.addressees.end()})}}));
    if (row.deadline)
        value.set("deadline", labels.text("recommendations.deadline", {{"date", wording_.date(*row.deadline)}}));
    if (row.status != RecommendationStatus::proposed)
        value.set("status", labels.text("status." + std::string(name_of(row.status))));
    if (row.response) {
        value.set("response", quotation(*row.response));
        value.set("response_label", row.response_by.empty()
                                        ? labels.text("recommendations.response")
                                        : labels.text("recommendations.response_by", {{"by", row.response_by}}));
    }
    return value.take();
}

Value StatementValues::recommendation_rows(const std::vector<RecommendationRow>& rows,
                                           const std::string& letter) const {
    return ObjectValue("recommendation_rows")
        .set("letter", letter)
        .set("rows", list_of(rows, [&](const RecommendationRow& row) { return recommendation(row); }))
        .take();
}

Value StatementValues::outcome(const OutcomeRow& row) const {
    constexpr std::size_t longest_label = 36;  // code points: two lines of the label column
    const bool body_fits = !row.body.empty() && count_code_points(row.body) <= longest_label;
    const std::string label = row.date    ? wording_.date(*row.date)
                              : body_fits ? heading_case(row.body)
                                          : wording_.labels().text("outcome." + std::string(name_of(row.type)));
    return ObjectValue("outcome")
        .set("label", label)
        .set("number", std::to_string(row.number))
        .set("anchor", "outcome-" + std::to_string(row.number))
        .set("quotation", quotation(row.quotation))
        .take();
}

Value StatementValues::outcome_rows(const std::vector<OutcomeRow>& rows, const std::string& letter) const {
    return ObjectValue("outcome_rows")
        .set("letter", letter)
        .set("rows", list_of(rows, [&](const OutcomeRow& row) { return outcome(row); }))
        .take();
}

Value StatementValues::person(const NamedPerson& person) const {
    return ObjectValue("person")
        .set("name", full_name(person))
        .set("affiliation", person.affiliation)
        .set("note", person.note)
        .set("role", wording_.labels().text("role." + std::string(name_of(person.role))))
        .take();
}

Value StatementValues::people(const std::vector<NamedPerson>& people) const {
    return list_of(people, [&](const NamedPerson& each) { return person(each); });
}

Value StatementValues::talks(const std::vector<AgendaTalk>& talks) const {
    return list_of(talks, [&](const AgendaTalk& talk) {
        return ObjectValue("talk").set("title", talk.title).set("speakers", people(talk.speakers)).take();
    });
}

Value StatementValues::speaker(const SpeakerRow& row) const {
    return ObjectValue("speaker")
        .set("name", row.speaker)
        .set("affiliation", row.affiliation)
        .set("meeting", row.meeting)
        .set("quotations", quotations(row.quotations))
        .take();
}

std::string StatementValues::paper_details(const PaperRow& row) const {
    const Labels& labels = wording_.labels();
    std::vector<std::string> parts;
    const std::string& from = row.author.empty() ? row.issuer : row.author;
    if (!from.empty()) parts.push_back(from);
    if (row.date) parts.push_back(wording_.date(*row.date));
    std::vector<std::string> letters;
    for (const std::string& language : row.languages) {
        const std::string code = language_code(language, labels);
        letters.push_back(code.empty() ? language : labels.text("languages." + code + ".letter"));
    }
    std::string details = join(parts, labels.text("list.separator"));
    if (!letters.empty()) details += (details.empty() ? "" : ". ") + join(letters, " ");
    if (!row.supersedes.empty())
        details += (details.empty() ? "" : ". ") + labels.text("documents.supersedes", {{"symbol", row.supersedes}});
    return details;
}

Value StatementValues::paper(const PaperRow& row) const {
    const Labels& labels = wording_.labels();
    const std::string untitled = row.title.empty() && !row.file.empty()
                                     ? labels.text("documents.untitled", {{"file", row.file}})
                                     : std::string();
    return ObjectValue("paper")
        .set("symbol", row.symbol)
        .set("title", row.title)
        .set("untitled", untitled)
        .set("details", paper_details(row))
        .set("anchor", row.anchor)
        .set("state", state_name(row.at_hand))
        .set("read", row.at_hand != PaperRow::AtHand::no)
        .set("status", labels.text(state_label(row.at_hand)))
        .take();
}

Value StatementValues::paper_rows(const std::vector<PaperRow>& rows, const std::string& letter) const {
    return ObjectValue("paper_rows")
        .set("letter", letter)
        .set("rows", list_of(rows, [&](const PaperRow& row) { return paper(row); }))
        .take();
}

std::string language_code(const std::string& language, const Labels& labels) {
    const std::string code(primary_language(language));
    if (labels.has("languages." + code + ".letter")) return code;
    for (auto label = labels.texts().lower_bound("languages."); label != labels.texts().end(); ++label) {
        const auto& [key, name] = *label;
        if (!key.starts_with("languages.")) break;
        if (!key.ends_with(".name") || fold(name) != fold(language)) continue;
        const std::size_t begin = key.find('.') + 1;
        return key.substr(begin, key.find('.', begin) - begin);
    }
    return {};
}

std::string PartNumbers::next() {
    ++used_;
    if (parts_ < 2) return {};
    if (kind_ == Kind::figures) return std::to_string(used_);
    std::string letters;
    for (std::size_t n = used_; n > 0; n = (n - 1) / 26) letters.insert(0, 1, static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

Value text_list(const std::vector<std::string>& texts) {
    return list_of(texts, [](const std::string& text) { return Value(text); });
}

}  // namespace rapporteur
