#include <filesystem>
#include <system_error>

#include "store/sqlite_store.h"
#include "store/store_schema.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

/// What SQLite keeps beside a database that it writes.
constexpr const char* companions[] = {"", "-wal", "-shm"};

/// "x.sqlite" as "x.sqlite.damaged-1", or the first such number that is free.
std::string damaged_name(const std::string& path) {
    for (int number = 1;; ++number) {
        std::string name = path + ".damaged-" + std::to_string(number);
        std::error_code ignored;
        if (!fs::exists(fs::symlink_status(name, ignored))) return name;
    }
}

/// Nothing where the damaged file stands under its new name.
std::optional<Diagnostic> set_aside(const std::string& path, const std::string& name) {
    for (const char* companion : companions) {
        std::error_code error;
        if (!fs::exists(path + companion, error)) continue;
        fs::rename(path + companion, name + companion, error);
        if (error) return Diagnostic{Code::store_unusable, {path}, "it is damaged and cannot be set aside"};
    }
    return std::nullopt;
}

/// The store's database, sound and up to date. What is wrong with another's file or a newer one is an answer; damage is
/// thrown.
Result<std::unique_ptr<Database>> open_database(const std::string& path) {
    auto database = std::make_unique<Database>(path);
    const std::int64_t mark = database->number("PRAGMA application_id");
    const bool begun = database->number("SELECT count(*) FROM sqlite_schema") > 0;
    if (begun && mark != store_mark)
        return Diagnostic{Code::store_unusable, {path}, "it is a database of another program"};
    if (database->number("PRAGMA user_version") > newest_schema())
        return Diagnostic{Code::store_too_new, {path}, "version " + database->text("PRAGMA user_version")};
    const std::string words = database->text("PRAGMA quick_check(1)");
    if (words != "ok") throw SqliteFailure{SqliteFailure::damaged, words};
    migrate(*database);
    return database;
}

OpenedStore opened(std::unique_ptr<Database> database, const std::string& path, Diagnostics notes) {
    return {std::make_unique<SqliteStore>(std::move(database), path), std::move(notes)};
}

Result<OpenedStore> begin_anew(const std::string& path, const SqliteFailure& damage) {
    const std::string name = damaged_name(path);
    if (const auto problem = set_aside(path, name)) return *problem;
    const Diagnostic told{Code::store_set_aside, {path}, damage.words + "; the old one is " + name};
    try {
        auto database = open_database(path);
        if (!database) return database.error();
        return opened(std::move(*database), path, {told});
    } catch (const SqliteFailure& failure) {
        return Diagnostic{Code::store_unusable, {path}, failure.words};
    }
}

}  // namespace

Result<OpenedStore> open_store(const std::string& path) {
    try {
        auto database = open_database(path);
        if (!database) return database.error();
        return opened(std::move(*database), path, {});
    } catch (const SqliteFailure& failure) {
        if (failure.is_damage()) return begin_anew(path, failure);
        return Diagnostic{Code::store_unusable, {path}, failure.words};
    }
}

}  // namespace rapporteur
