#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace rapporteur {

/// The store in one SQLite file.
class SqliteStore : public Store {
public:
    /// The database has the newest schema. `path` names it in what goes wrong.
    SqliteStore(std::unique_ptr<Database> database, std::string path)
        : database_(std::move(database)), path_(std::move(path)) {}

    Result<std::vector<KnownFile>> files() override;
    std::optional<Diagnostic> set_files(const std::vector<KnownFile>& files, const std::string& today) override;
    Result<std::optional<HeldContent>> content(const std::string& sha256) override;
    std::optional<Diagnostic> put(const std::vector<HeldContent>& contents,
                                  const std::vector<HeldDocument>& documents) override;
    Result<std::string> rules_of(const std::string& id) override;
    Result<Records> records(const std::string& id) override;
    Result<std::optional<Document>> document(const std::string& id) override;
    std::optional<Diagnostic> put_records(const std::string& id, const std::string& rules,
                                          const Records& records) override;
    Result<std::vector<FoundStatement>> find(std::string_view words, std::size_t most) override;
    Result<std::vector<StoredName>> documents_named(const std::string& name) override;
    std::optional<Diagnostic> purge(const std::string& id) override;
    Result<std::string> integrity() override;
    Result<std::vector<PackEdition>> last_editions() override;
    Result<std::vector<EditionLine>> edition_lines(const std::string& pack, int number) override;
    std::optional<Diagnostic> put_edition(const PackEdition& edition, const std::vector<EditionLine>& lines) override;
    Result<std::optional<std::int64_t>> kept_number(const std::string& name) override;
    std::optional<Diagnostic> keep_number(const std::string& name, std::int64_t number) override;

private:
    /// Does `work`, which throws SqliteFailure; what went wrong is said of the store's file.
    template <class T, class Work>
    Result<T> value_of(const Work& work) {
        try {
            return T(work());
        } catch (const SqliteFailure& failure) {
            return failed(failure);
        }
    }
    /// All that `work` does, or nothing of it.
    template <class Work>
    std::optional<Diagnostic> whole(const Work& work) {
        try {
            Transaction transaction(*database_);
            work();
            transaction.commit();
            return std::nullopt;
        } catch (const SqliteFailure& failure) {
            return failed(failure);
        }
    }
    Diagnostic failed(const SqliteFailure& failure) const;

    StoredName name_of(const std::string& id) const;
    std::vector<std::string> places_of(const std::string& id) const;
    std::string text_of(const char* sql, const std::string& key) const;

    std::unique_ptr<Database> database_;
    std::string path_;
};

}  // namespace rapporteur
