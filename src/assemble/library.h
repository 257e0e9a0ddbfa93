#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/meeting_cluster.h"
#include "assemble/record_index.h"
#include "assemble/reference.h"
#include "assemble/running_words.h"
#include "model/record.h"

namespace rapporteur {

/// A theme that packs can be made of.
struct ThemeName {
    std::string id, title;
};

/// The merged records of one run and the documents that they come from, indexed once for all packs. Records and
/// documents stay with the caller and have to outlive it.
class Library {
public:
    /// `documents` may lack some or all: then sentences that no record holds cannot be quoted.
    Library(const Records& records, const std::vector<Document>& documents, std::vector<ThemeName> themes);

    /// From now on references name the place of their words, so that packs can lead there.
    void cite_places() { cites_places_ = true; }

    const Records& records() const { return records_; }
    const std::vector<ThemeName>& themes() const { return themes_; }
    const std::vector<MeetingCluster>& meetings() const { return meetings_; }
    const RecordIndexes& index() const { return index_; }
    /// A title that its document prints in capitals, as its running text writes the words; any other as it is.
    std::string title(std::string_view printed, std::string_view document) const;

    /// Null where there is none.
    const MeetingCluster* meeting_of_key(std::string_view key) const;
    /// The cluster that holds the meeting record of this id.
    const MeetingCluster* meeting_of_record(std::string_view id) const;
    /// The meeting that a statement names, else the only one that its document is of, for or about; null for neither.
    template <class Record>
    const MeetingCluster* meeting_around(const Record& record) const {
        if (const MeetingCluster* named = meeting_of_record(record.meeting)) return named;
        return only_meeting_of(document_of(record));
    }
    const MeetingCluster* only_meeting_of(std::string_view document) const;
    /// The meeting whose outcome it is: the one it names, the one that its body is, or that of the sentence just
    /// before.
    const MeetingCluster* meeting_of(const Outcome& outcome) const;
    const DocumentRecord* document_record(std::string_view id) const;
    const Document* document(std::string_view id) const;
    /// 1-based position of the document among the records, 0 where it is unknown.
    int document_number(std::string_view id) const;

    /// How many meetings the document is of, for or about.
    int meetings_about(std::string_view document) const;

    Reference refer(const Source& source) const;
    /// Where a record stands; an empty reference for one without sources.
    Reference refer(const RecordHead& record) const;
    DocumentName name_of_document(std::string_view id) const;

private:
    void index_documents(const std::vector<Document>& documents);
    void learn_words();
    void index_meetings();
    void name_series();
    void place_outcomes();
    void name_documents();
    void index_records();

    struct Held {
        const DocumentRecord* record = nullptr;
        const Document* text = nullptr;
        DocumentName name;
        int number = 0;
        int meetings = 0;
        std::size_t meeting = 0;  // place of the last of them
        bool web_page = false;
        RunningWords words;
    };
    const Held* held(std::string_view id) const;

    const Records& records_;
    bool cites_places_ = false;
    std::vector<ThemeName> themes_;
    std::vector<MeetingCluster> meetings_;
    RecordIndexes index_;
    std::map<std::string, Held, std::less<>> documents_;
    std::map<std::string, std::size_t, std::less<>> cluster_by_key_;
    std::map<std::string, std::size_t, std::less<>> cluster_by_record_;
    std::map<std::string, const MeetingCluster*, std::less<>> meeting_by_name_;  // null where several share the name
    std::vector<const MeetingCluster*> meeting_of_outcome_;                      // by place in the records
};

/// The id that merging shares among records of the same thing, or the record's own.
inline const std::string& key_of(const RecordHead& record) {
    return record.cluster.empty() ? record.id : record.cluster;
}

/// The anchor of the row that lists the document with this number.
std::string document_anchor(int number);

/// What places in the document with this number begin with; after it where the words begin
/// and end: bytes after "b", code points after "c".
std::string place_prefix(int number);

}  // namespace rapporteur
