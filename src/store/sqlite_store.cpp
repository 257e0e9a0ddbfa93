#include "store/sqlite_store.h"

#include <map>

#include "model/record_json.h"
#include "store/edition_rows.h"
#include "store/statement_rows.h"
#include "store/statement_words.h"

namespace rapporteur {
namespace {

/// Longer ids begin with what a user has to give at least.
constexpr std::size_t shortest_id = 6;

std::optional<FileStamp> stamp_in(const Query& row, int column) {
    if (row.number(column) == 0) return std::nullopt;
    return FileStamp{
        static_cast<std::uint64_t>(row.number(column + 1)), static_cast<std::uint64_t>(row.number(column + 2)),
        static_cast<std::uint64_t>(row.number(column + 3)), row.number(column + 4), row.number(column + 5)};
}

void put_content(const Database& database, const HeldContent& content) {
    database.query("DELETE FROM content WHERE sha256 = ?").bind(content.sha256).run();
    database.query("INSERT INTO content(sha256, ending, reading) VALUES(?, ?, ?)")
        .bind(content.sha256)
        .bind(content.ending)
        .bind(content.reading)
        .run();
    const std::int64_t id = database.last_row();
    Query part = database.query("INSERT INTO part(content, inside, document) VALUES(?, ?, ?)");
    for (const ContentPart& one : content.parts) part.bind(id).bind(one.inside).bind(one.document).run();
}

void put_document(const Database& database, const HeldDocument& document) {
    const DocumentRecord face =
        document.records.documents.empty() ? DocumentRecord() : document.records.documents.front();
    database
        .query(
            "INSERT INTO document(id, rules, status, symbol, title, records, body) VALUES(?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT(id) DO UPDATE SET rules = excluded.rules, status = excluded.status, "
            "symbol = excluded.symbol, title = excluded.title, records = excluded.records, body = excluded.body")
        .bind(document.id)
        .bind(document.rules)
        .bind(name_of(face.status))
        .bind(face.symbol)
        .bind(face.title)
        .bind(to_jsonl(document.records))
        .bind(document.document ? to_json_line(*document.document) : std::string())
        .run();
    index_statements(database, document.id, document.records);
}

void drop_document(const Database& database, const std::string& id) {
    drop_statements(database, id);
    database.query("DELETE FROM document WHERE id = ?").bind(id).run();
}

/// Forgets what has been gone for a month, and what no file holds.
void forget(const Database& database, const std::string& today) {
    database.query("DELETE FROM file WHERE retired <> '' AND retired < date(?, '-30 days')").bind(today).run();
    database.run("DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM file)");
    std::vector<std::string> gone;
    Query document = database.query("SELECT id FROM document WHERE id NOT IN (SELECT document FROM part)");
    while (document.step()) gone.push_back(document.text(0));
    document.reset();
    for (const std::string& id : gone) drop_document(database, id);
}

/// Of documents that are at hand.
constexpr const char* found_sql =
    "SELECT s.kind, s.text, s.document, s.page, s.line, s.paragraph FROM statement_words w "
    "JOIN statement s ON s.id = w.rowid WHERE w.words MATCH ? AND s.document IN "
    "(SELECT p.document FROM part p JOIN content c ON c.id = p.content JOIN file f ON f.sha256 = c.sha256 "
    "WHERE f.retired = '') ORDER BY rank, s.id LIMIT ?";

constexpr const char* places_sql =
    "SELECT f.path || p.inside FROM part p JOIN content c ON c.id = p.content JOIN file f ON f.sha256 = c.sha256 "
    "WHERE p.document = ? AND f.retired = '' ORDER BY 1";

/// By id, symbol, and the path or its end; of retired documents too.
constexpr const char* named_sql =
    "SELECT DISTINCT d.id FROM document d LEFT JOIN part p ON p.document = d.id LEFT JOIN content c ON c.id = "
    "p.content "
    "LEFT JOIN file f ON f.sha256 = c.sha256 WHERE (length(?1) >= ?2 AND substr(d.id, 1, length(?1)) = ?1) "
    "OR d.symbol = ?1 COLLATE NOCASE OR f.path || p.inside = ?1 "
    "OR substr(f.path || p.inside, -length(?1) - 1) = '/' || ?1 ORDER BY 1";

}  // namespace

Diagnostic SqliteStore::failed(const SqliteFailure& failure) const {
    return {Code::store_unusable, {path_}, failure.words};
}

Result<std::vector<KnownFile>> SqliteStore::files() {
    return value_of<std::vector<KnownFile>>([&] {
        std::vector<KnownFile> out;
        Query row = database_->query(
            "SELECT path, sha256, stamped, device, inode, size, modified, changed FROM file "
            "WHERE retired = '' ORDER BY path");
        while (row.step()) out.push_back({row.text(0), row.text(1), stamp_in(row, 2)});
        return out;
    });
}

std::optional<Diagnostic> SqliteStore::set_files(const std::vector<KnownFile>& files, const std::string& today) {
    return whole([&] {
        database_->query("UPDATE file SET retired = ? WHERE retired = ''").bind(today).run();
        Query put = database_->query(
            "INSERT OR REPLACE INTO file(path, sha256, stamped, device, inode, size, modified, "
            "changed) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
        for (const KnownFile& file : files) {
            const FileStamp stamp = file.stamp.value_or(FileStamp());
            put.bind(file.path).bind(file.sha256).bind(file.stamp ? 1 : 0);
            for (const std::uint64_t number : {stamp.device, stamp.inode, stamp.size})
                put.bind(static_cast<std::int64_t>(number));
            put.bind(stamp.modified).bind(stamp.changed).run();
        }
        forget(*database_, today);
    });
}

Result<std::optional<HeldContent>> SqliteStore::content(const std::string& sha256) {
    return value_of<std::optional<HeldContent>>([&]() -> std::optional<HeldContent> {
        Query row = database_->query("SELECT id, ending, reading FROM content WHERE sha256 = ?");
        if (!row.bind(sha256).step()) return std::nullopt;
        HeldContent out{sha256, row.text(1), row.text(2), {}};
        Query part = database_->query("SELECT inside, document FROM part WHERE content = ? ORDER BY inside");
        part.bind(row.number(0));
        while (part.step()) out.parts.push_back({part.text(0), part.text(1)});
        return out;
    });
}

std::optional<Diagnostic> SqliteStore::put(const std::vector<HeldContent>& contents,
                                           const std::vector<HeldDocument>& documents) {
    return whole([&] {
        for (const HeldDocument& document : documents) put_document(*database_, document);
        for (const HeldContent& content : contents) put_content(*database_, content);
    });
}

std::string SqliteStore::text_of(const char* sql, const std::string& key) const {
    Query row = database_->query(sql);
    return row.bind(key).step() ? row.text(0) : std::string();
}

Result<std::string> SqliteStore::rules_of(const std::string& id) {
    return value_of<std::string>([&] { return text_of("SELECT rules FROM document WHERE id = ?", id); });
}

Result<Records> SqliteStore::records(const std::string& id) {
    const auto text = value_of<std::string>([&] { return text_of("SELECT records FROM document WHERE id = ?", id); });
    if (!text) return text.error();
    return records_from_jsonl(*text, path_);
}

Result<std::optional<Document>> SqliteStore::document(const std::string& id) {
    const auto text = value_of<std::string>([&] { return text_of("SELECT body FROM document WHERE id = ?", id); });
    if (!text) return text.error();
    return text->empty() ? std::optional<Document>() : document_from_json(*text);
}

std::optional<Diagnostic> SqliteStore::put_records(const std::string& id, const std::string& rules,
                                                   const Records& records) {
    return whole([&] {
        const DocumentRecord face = records.documents.empty() ? DocumentRecord() : records.documents.front();
        database_->query("UPDATE document SET rules = ?, symbol = ?, title = ?, records = ? WHERE id = ?")
            .bind(rules)
            .bind(face.symbol)
            .bind(face.title)
            .bind(to_jsonl(records))
            .bind(id)
            .run();
        index_statements(*database_, id, records);
    });
}

std::vector<std::string> SqliteStore::places_of(const std::string& id) const {
    std::vector<std::string> out;
    Query row = database_->query(places_sql);
    row.bind(id);
    while (row.step()) out.push_back(row.text(0));
    return out;
}

StoredName SqliteStore::name_of(const std::string& id) const {
    Query row = database_->query("SELECT symbol, title FROM document WHERE id = ?");
    StoredName name{id, "", "", places_of(id)};
    if (row.bind(id).step()) name.symbol = row.text(0), name.title = row.text(1);
    return name;
}

Result<std::vector<FoundStatement>> SqliteStore::find(std::string_view words, std::size_t most) {
    return value_of<std::vector<FoundStatement>>([&] {
        std::vector<FoundStatement> out;
        const std::string expression = search_expression(words);
        if (expression.empty()) return out;
        std::map<std::string, StoredName> names;
        Query row = database_->query(found_sql);
        row.bind(expression).bind(static_cast<std::int64_t>(most));
        while (row.step()) {
            const auto [name, is_new] = names.try_emplace(row.text(2));
            if (is_new) name->second = name_of(row.text(2));
            out.push_back({row.text(0), row.text(1), name->second, static_cast<int>(row.number(3)),
                           static_cast<int>(row.number(4)), row.text(5)});
        }
        return out;
    });
}

Result<std::vector<StoredName>> SqliteStore::documents_named(const std::string& name) {
    return value_of<std::vector<StoredName>>([&] {
        std::vector<StoredName> out;
        Query row = database_->query(named_sql);
        row.bind(name).bind(static_cast<std::int64_t>(shortest_id));
        while (row.step()) out.push_back(name_of(row.text(0)));
        return out;
    });
}

std::optional<Diagnostic> SqliteStore::purge(const std::string& id) {
    const auto removed = whole([&] {
        // What a file holds is read again, should it still be there; of a file that is the document nothing is known.
        database_->query("DELETE FROM file WHERE substr(sha256, 1, 16) = ?").bind(id).run();
        database_->query("DELETE FROM content WHERE id IN (SELECT content FROM part WHERE document = ?)")
            .bind(id)
            .run();
        drop_document(*database_, id);
        purge_from_editions(*database_, id);
        // Deleting leaves the words of a document in the index until it is made anew.
        database_->run("INSERT INTO statement_words(statement_words) VALUES('rebuild')");
    });
    if (removed) return removed;
    try {
        database_->run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        return std::nullopt;
    } catch (const SqliteFailure& failure) {
        return failed(failure);
    }
}

Result<std::string> SqliteStore::integrity() {
    return value_of<std::string>([&] {
        const std::string words = database_->text("PRAGMA integrity_check(1)");
        if (words != "ok") return words;
        Query astray = database_->query("PRAGMA foreign_key_check");
        if (astray.step()) return "a row of " + astray.text(0) + " hangs in the air";
        database_->run("INSERT INTO statement_words(statement_words) VALUES('integrity-check')");
        return std::string();
    });
}

}  // namespace rapporteur
