#include "store/store_schema.h"

#include <array>
#include <string>

namespace rapporteur {
namespace {

/// What makes each version from the one before. They are never changed once a release has them.
///
/// file: a path of the sources; `retired` is empty, or the day since which it is gone.
/// content: what a file's bytes were read as; part: the documents that stand in them.
/// document: its records as JSON Lines, itself as JSON (empty where it could not be read).
/// edition: `identity` and `files` (hash, blank, path) are apart by line feeds; edition_line: what it said, in order.
/// statement, statement_words: what is searched; the words are stems (statement_words.h), under the statement's id.
constexpr std::array<const char*, 2> migrations{R"sql(
CREATE TABLE file(
  path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, retired TEXT NOT NULL DEFAULT '',
  stamped INTEGER NOT NULL, device INTEGER, inode INTEGER, size INTEGER, modified INTEGER, changed INTEGER
) WITHOUT ROWID;
CREATE INDEX file_by_hash ON file(sha256);
CREATE TABLE content(
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, ending TEXT NOT NULL, reading TEXT NOT NULL);
CREATE TABLE document(
  id TEXT PRIMARY KEY, rules TEXT NOT NULL, status TEXT NOT NULL, symbol TEXT NOT NULL, title TEXT NOT NULL,
  records TEXT NOT NULL, body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE part(
  content INTEGER NOT NULL REFERENCES content ON DELETE CASCADE, inside TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE, PRIMARY KEY(content, inside)
) WITHOUT ROWID;
CREATE INDEX part_by_document ON part(document);
CREATE TABLE statement(
  id INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES document ON DELETE CASCADE, kind TEXT NOT NULL,
  text TEXT NOT NULL, page INTEGER NOT NULL, line INTEGER NOT NULL, paragraph TEXT NOT NULL);
CREATE INDEX statement_by_document ON statement(document);
CREATE VIRTUAL TABLE statement_words USING fts5(words, tokenize = 'unicode61');
)sql",
                                                R"sql(
CREATE TABLE edition(
  id INTEGER PRIMARY KEY, pack TEXT NOT NULL, number INTEGER NOT NULL, date TEXT NOT NULL, title TEXT NOT NULL,
  stem TEXT NOT NULL, digest TEXT NOT NULL, identity TEXT NOT NULL, files TEXT NOT NULL, UNIQUE(pack, number));
CREATE TABLE edition_line(
  edition INTEGER NOT NULL REFERENCES edition ON DELETE CASCADE, place INTEGER NOT NULL, document TEXT NOT NULL,
  content TEXT NOT NULL, PRIMARY KEY(edition, place)
) WITHOUT ROWID;
CREATE INDEX edition_line_by_document ON edition_line(document);
CREATE TABLE kept_number(name TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
)sql"};

}  // namespace

int newest_schema() { return static_cast<int>(migrations.size()); }

void migrate(const Database& database) {
    const auto version = static_cast<int>(database.number("PRAGMA user_version"));
    if (version == newest_schema()) return;
    Transaction transaction(database);
    for (int at = version; at < newest_schema(); ++at) database.run(migrations[static_cast<std::size_t>(at)]);
    database.run("PRAGMA application_id = " + std::to_string(store_mark));
    database.run("PRAGMA user_version = " + std::to_string(newest_schema()));
    transaction.commit();
}

}  // namespace rapporteur
