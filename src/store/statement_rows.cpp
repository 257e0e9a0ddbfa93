#include "store/statement_rows.h"

#include "store/statement_words.h"

namespace rapporteur {
namespace {

class StatementRows {
public:
    StatementRows(const Database& database, const std::string& id, const std::string& language)
        : database_(database),
          id_(id),
          language_(language),
          row_(database.query("INSERT INTO statement(document, kind, text, page, line, paragraph) "
                              "VALUES(?, ?, ?, ?, ?, ?)")),
          words_(database.query("INSERT INTO statement_words(rowid, words) VALUES(?, ?)")) {}

    void add(std::string_view kind, const RecordHead& record, const std::string& lead_in, const std::string& text) {
        if (text.empty()) return;
        const Source source = record.sources.empty() ? Source() : record.sources.front();
        const std::string whole = lead_in.empty() ? text : lead_in + " " + text;
        row_.bind(id_).bind(kind).bind(whole).bind(source.page).bind(source.line).bind(source.paragraph).run();
        words_.bind(database_.last_row()).bind(search_stems(whole, language_)).run();
    }

private:
    const Database& database_;
    const std::string &id_, &language_;
    Query row_, words_;
};

}  // namespace

void drop_statements(const Database& database, const std::string& id) {
    database.query("DELETE FROM statement_words WHERE rowid IN (SELECT id FROM statement WHERE document = ?)")
        .bind(id)
        .run();
    database.query("DELETE FROM statement WHERE document = ?").bind(id).run();
}

void index_statements(const Database& database, const std::string& id, const Records& records) {
    drop_statements(database, id);
    const std::string language = records.documents.empty() ? "" : records.documents.front().language;
    StatementRows rows(database, id, language);
    for (const Recommendation& record : records.recommendations)
        rows.add("recommendation", record, record.lead_in, record.text);
    for (const Outcome& record : records.outcomes) rows.add("outcome", record, record.lead_in, record.text);
    for (const Intervention& record : records.interventions) rows.add("intervention", record, "", record.text);
    for (const AgendaItem& record : records.agenda_items) rows.add("agenda_item", record, record.number, record.title);
}

}  // namespace rapporteur
