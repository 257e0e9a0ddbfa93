#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "support/diagnostic.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rapporteur {

/// What went wrong in SQLite. It is thrown and caught inside this floor alone.
struct SqliteFailure {
    static const int damaged;  // SQLite's code for a file that is not sound
    int code = 0;              // SQLite's result code, extended
    std::string words;

    /// True where the file itself is not what SQLite wrote, rather than the disk full or somebody in the way.
    bool is_damage() const;
};

/// A prepared statement: parameters are bound in order, rows are stepped through.
class Query {
public:
    Query(sqlite3* database, const char* sql);

    Query& bind(std::string_view text);
    Query& bind(std::int64_t number);
    /// True while there is a row.
    bool step();
    /// Runs it to its end and makes it ready for other parameters.
    void run();
    void reset();
    std::string text(int column) const;
    std::int64_t number(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bound_ = 0;
};

/// One open database file.
class Database {
public:
    /// Opens or makes the file, with a write-ahead log that is synchronised at every commit.
    explicit Database(const std::string& path);

    Query query(const char* sql) const { return Query(database_.get(), sql); }
    void run(const std::string& sql) const;
    std::int64_t number(const char* sql) const;
    std::string text(const char* sql) const;
    std::int64_t last_row() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::unique_ptr<sqlite3, Close> database_;
};

/// All that happens in its life happens, or nothing where it ends without `commit`.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Database& database_;
    bool open_ = true;
};

}  // namespace rapporteur
