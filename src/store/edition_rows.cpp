#include "store/edition_rows.h"

#include "store/sqlite_store.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr const char* last_sql =
    "SELECT pack, number, date, title, stem, digest, identity, files FROM edition e "
    "WHERE number = (SELECT max(number) FROM edition WHERE pack = e.pack) ORDER BY pack";

/// Only the last edition of a pack is compared with; what the others said need not be kept.
constexpr const char* forget_lines_sql =
    "DELETE FROM edition_line WHERE edition IN (SELECT id FROM edition WHERE pack = ? AND number < ?)";

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> out;
    for (const std::string_view line : split(text, '\n'))
        if (!line.empty()) out.emplace_back(line);
    return out;
}

std::vector<EditionFile> files_in(const std::string& text) {
    std::vector<EditionFile> out;
    for (const std::string& line : lines_in(text)) {
        const std::size_t blank = line.find(' ');
        if (blank != line.npos) out.push_back({line.substr(blank + 1), line.substr(0, blank)});
    }
    return out;
}

std::string text_for(const std::vector<EditionFile>& files) {
    std::string out;
    for (const EditionFile& file : files) out += (out.empty() ? "" : "\n") + file.sha256 + " " + file.path;
    return out;
}

}  // namespace

void purge_from_editions(const Database& database, const std::string& document) {
    Query touched = database.query("SELECT DISTINCT edition FROM edition_line WHERE document = ?");
    touched.bind(document);
    std::vector<std::int64_t> editions;
    while (touched.step()) editions.push_back(touched.number(0));
    touched.reset();
    database.query("DELETE FROM edition_line WHERE document = ?").bind(document).run();
    for (const std::int64_t edition : editions) {
        // A title is a document's words, too; the next edition has its own.
        database.query("UPDATE edition SET title = '', digest = '' WHERE id = ?").bind(edition).run();
        database
            .query(
                "DELETE FROM edition WHERE pack = (SELECT pack FROM edition WHERE id = ?1) "
                "AND NOT EXISTS (SELECT 1 FROM edition_line WHERE edition = ?1 AND document <> '')")
            .bind(edition)
            .run();
    }
}

Result<std::vector<PackEdition>> SqliteStore::last_editions() {
    return value_of<std::vector<PackEdition>>([&] {
        std::vector<PackEdition> out;
        Query row = database_->query(last_sql);
        while (row.step())
            out.push_back({row.text(0), static_cast<int>(row.number(1)), row.text(2), row.text(3), row.text(4),
                           row.text(5), lines_in(row.text(6)), files_in(row.text(7))});
        return out;
    });
}

Result<std::vector<EditionLine>> SqliteStore::edition_lines(const std::string& pack, int number) {
    return value_of<std::vector<EditionLine>>([&] {
        std::vector<EditionLine> out;
        Query row = database_->query(
            "SELECT document, content FROM edition_line WHERE edition = (SELECT id FROM edition "
            "WHERE pack = ? AND number = ?) ORDER BY place");
        row.bind(pack).bind(std::int64_t{number});
        while (row.step()) out.push_back({row.text(0), row.text(1)});
        return out;
    });
}

std::optional<Diagnostic> SqliteStore::put_edition(const PackEdition& edition, const std::vector<EditionLine>& lines) {
    return whole([&] {
        database_->query("DELETE FROM edition WHERE pack = ? AND number = ?")
            .bind(edition.pack)
            .bind(std::int64_t{edition.number})
            .run();
        Query put = database_->query(
            "INSERT INTO edition(pack, number, date, title, stem, digest, identity, files) "
            "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        put.bind(edition.pack).bind(std::int64_t{edition.number}).bind(edition.date).bind(edition.title);
        put.bind(edition.file_stem).bind(edition.digest).bind(join(edition.identity, "\n"));
        put.bind(text_for(edition.files)).run();
        const std::int64_t id = database_->last_row();
        Query line = database_->query("INSERT INTO edition_line(edition, place, document, content) VALUES(?, ?, ?, ?)");
        std::int64_t place = 0;
        for (const EditionLine& one : lines) line.bind(id).bind(++place).bind(one.document).bind(one.content).run();
        database_->query(forget_lines_sql).bind(edition.pack).bind(std::int64_t{edition.number}).run();
    });
}

Result<std::optional<std::int64_t>> SqliteStore::kept_number(const std::string& name) {
    return value_of<std::optional<std::int64_t>>([&]() -> std::optional<std::int64_t> {
        Query row = database_->query("SELECT number FROM kept_number WHERE name = ?");
        if (!row.bind(name).step()) return std::nullopt;
        return row.number(0);
    });
}

std::optional<Diagnostic> SqliteStore::keep_number(const std::string& name, std::int64_t number) {
    return whole([&] {
        database_->query("INSERT OR REPLACE INTO kept_number(name, number) VALUES(?, ?)").bind(name).bind(number).run();
    });
}

}  // namespace rapporteur
