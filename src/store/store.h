#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/record.h"
#include "store/edition_book.h"
#include "store/file_stamp.h"
#include "support/result.h"

namespace rapporteur {

/// A file of the sources as a run saw it. Without a stamp it is read whenever it must be known whether it has changed.
struct KnownFile {
    std::string path, sha256;
    std::optional<FileStamp> stamp;
};

/// A document that a file's bytes hold: the file itself, or a member of it ("/papers/a.pdf").
struct ContentPart {
    std::string inside;    // empty: the file itself
    std::string document;  // id
};

/// What a file's bytes turned out to hold, and with what they were read.
struct HeldContent {
    std::string sha256;
    std::string ending;   // of the file's name, which may tell the format: ".md"
    std::string reading;  // fingerprint of the program and of how it was told to read
    std::vector<ContentPart> parts;
};

/// A document and what it says. Paths are not kept here: `KnownFile` and `ContentPart` tell where it stands.
struct HeldDocument {
    std::string id;
    std::string rules;  // fingerprint of what the records were extracted with
    Records records;
    std::optional<Document> document;  // none where it could not be read
};

/// How a document is called.
struct StoredName {
    std::string id, symbol, title;
    std::vector<std::string> files;  // where it stands now; empty: retired
};

/// A statement that the words of a search stand in.
struct FoundStatement {
    std::string kind, text;
    StoredName document;
    int page = 0, line = 0;  // 0: the format has none
    std::string paragraph;
};

/// Keeps what was read of the sources, so that what has not changed need not be read again. Every change is whole and
/// lasting when the function that makes it returns, or has not happened. One thread of one process at a time.
class Store : public EditionBook {
public:
    /// The files that the last run saw, by path.
    virtual Result<std::vector<KnownFile>> files() = 0;
    /// From now on these are all files that there are; the others are retired, and forgotten when they have been so for
    /// a month. `today` is ISO 8601.
    virtual std::optional<Diagnostic> set_files(const std::vector<KnownFile>& files, const std::string& today) = 0;

    virtual Result<std::optional<HeldContent>> content(const std::string& sha256) = 0;
    /// In the place of what was known of the same bytes and the same documents.
    virtual std::optional<Diagnostic> put(const std::vector<HeldContent>& contents,
                                          const std::vector<HeldDocument>& documents) = 0;

    /// The fingerprint of the rules of the document's records; empty where it is not held.
    virtual Result<std::string> rules_of(const std::string& id) = 0;
    virtual Result<Records> records(const std::string& id) = 0;
    virtual Result<std::optional<Document>> document(const std::string& id) = 0;
    /// The records that other rules found in a document that is held.
    virtual std::optional<Diagnostic> put_records(const std::string& id, const std::string& rules,
                                                  const Records& records) = 0;

    /// Statements of documents at hand in which all the words stand, whatever their endings; words in quotation marks
    /// stand in this order. The best first.
    virtual Result<std::vector<FoundStatement>> find(std::string_view words, std::size_t most) = 0;

    /// The documents with this id or its beginning, path, file name or symbol.
    virtual Result<std::vector<StoredName>> documents_named(const std::string& name) = 0;
    /// Removes every trace of a document from the store, so that no byte of it stays in its files.
    virtual std::optional<Diagnostic> purge(const std::string& id) = 0;

    /// What is wrong with the store's file, in words; empty where it is sound.
    virtual Result<std::string> integrity() = 0;
};

/// A store, and what there is to tell of how it was opened.
struct OpenedStore {
    std::unique_ptr<Store> store;
    Diagnostics notes;
};

/// Opens the store in this file, or begins one. An older store is brought up to date; one of a newer program is
/// refused; a damaged one is set aside under a name that says so, and a new one is begun.
Result<OpenedStore> open_store(const std::string& path);

}  // namespace rapporteur
