#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace rapporteur {

/// All records that merging holds for one meeting, and what they say together.
struct MeetingCluster {
    std::string key;
    std::vector<const Meeting*> records;
    std::string name;                // the fullest wording
    std::vector<std::string> names;  // all names, short names and aliases, each once
    std::set<std::string> series;    // names of its series in comparable form
    std::optional<PartialDate> start, end;
    std::string place, body, session, organiser;
    const Meeting* dated = nullptr;      // the record that gives `start`
    const Meeting* placed = nullptr;     // the record that gives `place`
    std::vector<std::string> documents;  // ids of the documents that are of, for or about it
    bool principal = false;
};

/// Works out what the records of a cluster say together: records of documents that are about the meeting come before
/// mentions in passing, dates of more precision before others, fuller names before shorter ones.
void settle(MeetingCluster& cluster);

/// A wording of its name that fits a running head, the fullest of them; its name where none does.
std::string short_name(const MeetingCluster& cluster);

/// True where `words` is one of the cluster's names, whatever its article, capitals and typographic marks.
bool is_name_of(const MeetingCluster& cluster, std::string_view words);

/// True where one of its names holds the words as whole words: the body or the series that meets.
bool holds_words_of_name(const MeetingCluster& cluster, std::string_view words);

/// True where the words hold one of its names as whole words.
bool holds_name_of(const MeetingCluster& cluster, std::string_view words);

/// True where `words` is the series' name or one of its names without the word before it ("Annual Conference" of "2015
/// Annual Conference"): a name that other meetings of the series may share.
bool is_series_name_of(const MeetingCluster& cluster, std::string_view words);

/// True where two meetings have a name of their series in common.
bool are_of_one_series(const MeetingCluster& a, const MeetingCluster& b);

/// A name in the form in which names are compared.
std::string comparable_name(std::string_view name);

}  // namespace rapporteur
