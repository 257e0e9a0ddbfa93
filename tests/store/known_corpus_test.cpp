#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/record_json.h"
#include "store/merge.h"
#include "store/record_maker.h"

using namespace rapporteur;

namespace {

constexpr std::size_t size_of_corpus = 10000;

/// Records of many documents of which is known what is the same.
struct KnownCorpus {
    std::vector<Records> documents;
    std::map<std::string, std::string> truth;  // id of a record to the name of what it is of
    std::size_t records = 0;
};

constexpr std::array<std::string_view, 12> subjects{
    "Coastal Shipping", "Coastal Fishing", "Harbour Dues",  "Tidal Energy", "Small Ferries", "River Pilots",
    "Inland Ports",     "Sea Rescue",      "Port Accounts", "Ocean Maps",   "Quay Labour",   "Winter Navigation"};
constexpr std::array<std::string_view, 6> regions{"Northern", "Southern", "Eastern", "Western", "Island", "Delta"};
constexpr std::array<std::string_view, 12> ordinals{"First",   "Second", "Third", "Fourth", "Fifth",    "Sixth",
                                                    "Seventh", "Eighth", "Ninth", "Tenth",  "Eleventh", "Twelfth"};
constexpr std::array<std::string_view, 10> given{"Lea",  "Jon", "Ines", "Kofi", "Ana",
                                                 "Omar", "Ida", "Paul", "Rosa", "Nils"};
constexpr std::array<std::string_view, 12> family{"Tanaka", "Baker",  "Okafor", "Adu",   "Reis",    "Said",
                                                  "Østby",  "Mvondo", "Cruz",   "Marsh", "Lefèvre", "Vance"};
constexpr std::array<std::string_view, 8> objects{
    "the fees of the port",    "the lights of the quay", "the training of crews",   "the register of ferries",
    "the charts of the coast", "the storage of fuel",    "the hours of the pilots", "the insurance of cargo"};
constexpr std::array<std::string_view, 5> titles_of_items{"Opening of the meeting", "Adoption of the agenda",
                                                          "Report of the secretariat", "Work programme",
                                                          "Closure of the meeting"};

std::string text(std::string_view view) { return std::string(view); }

/// What happens once: one meeting with all that is of it.
struct Occasion {
    std::size_t series = 0, number = 0;  // the number counts from 1

    std::string region() const { return text(regions[series % regions.size()]); }
    std::string subject() const { return text(subjects[(series / regions.size()) % subjects.size()]); }
    std::string place() const { return "Port " + text(family[(series + number) % family.size()]); }
    std::string name() const {
        const std::size_t council = series / (regions.size() * subjects.size());
        const std::string of = council == 0 ? "" : " of Council " + std::to_string(council);
        return region() + " Meeting" + of + " on " + subject();
    }
    int year() const { return 1990 + static_cast<int>(3 * number + series % 3); }
    std::string date() const {
        const std::size_t month = 1 + (series + number) % 9, day = 10 + (series * 7 + number) % 18;
        return std::to_string(year()) + "-0" + std::to_string(month) + "-" + std::to_string(day);
    }
    std::string key() const { return std::to_string(series) + "/" + std::to_string(number); }
};

class CorpusMaker {
public:
    KnownCorpus make(std::size_t records) {
        constexpr std::size_t documents_of_one = 3;
        for (std::size_t i = 0; corpus_.records < records; ++i) {
            const Occasion occasion{i / ordinals.size(), 1 + i % ordinals.size()};
            for (std::size_t document = 0; document < documents_of_one; ++document) add(occasion, document);
        }
        return std::move(corpus_);
    }

private:
    void add(const Occasion& occasion, std::size_t wording) {
        records_ = {};
        document_ = "d" + std::to_string(corpus_.documents.size());
        DocumentRecord face;
        face.id = document_;
        face.file = document_ + ".txt";
        records_.documents.push_back(face);
        add_meeting(occasion, wording);
        add_items(occasion, wording);
        add_papers(occasion, wording);
        add_people(occasion, wording);
        add_statements(occasion, wording);
        corpus_.documents.push_back(std::move(records_));
    }

    template <class Record>
    Record of(const std::string& what) {
        Record record = in_document<Record>(document_, "r" + std::to_string(corpus_.records++));
        corpus_.truth[record.id] = what;
        return record;
    }

    /// "Ninth Northern Meeting on Ferries", "9th …" with its dates, the year before the name with a date.
    void add_meeting(const Occasion& occasion, std::size_t wording) {
        Meeting record = of<Meeting>("meeting " + occasion.key());
        const std::string number = std::to_string(occasion.number);
        if (wording == 0) {
            record.name = text(ordinals[occasion.number - 1]) + " " + occasion.name();
            record.ordinal = number;
        } else if (wording == 1) {
            record.name = number + "th " + occasion.name();
            record.ordinal = number;
            record.place = occasion.place();
            record.start = parse_iso_date(occasion.date());
        } else {
            record.name = std::to_string(occasion.year()) + " " + occasion.name();
            record.start = parse_iso_date(occasion.date());
        }
        record.principal = true;
        meeting_ = record.id;
        records_.meetings.push_back(std::move(record));
    }

    void add_items(const Occasion& occasion, std::size_t wording) {
        for (std::size_t i = 0; i < titles_of_items.size(); ++i) {
            AgendaItem record = of<AgendaItem>("item " + occasion.key() + " " + std::to_string(i));
            record.meeting = meeting_;
            record.number = wording == 1 ? "Item " + std::to_string(i + 1) : std::to_string(i + 1) + ".";
            record.title = text(titles_of_items[i]);
            records_.agenda_items.push_back(std::move(record));
        }
    }

    void add_papers(const Occasion& occasion, std::size_t wording) {
        const std::string stem = "NM" + std::to_string(occasion.series);
        const std::string rest = std::to_string(occasion.number);
        for (const bool revised : {false, true}) {
            Paper record = of<Paper>("paper " + occasion.key() + (revised ? " revised" : ""));
            const std::string part = wording == 1 ? "/WP/" : "/WP.";
            record.symbol = stem + part + rest + (revised ? (wording == 2 ? "/rev. 1" : "/Rev.1") : "");
            record.title = "Figures of " + occasion.subject() + " in the ports of the " + occasion.region() + " coast";
            records_.papers.push_back(std::move(record));
        }
    }

    /// Namesakes of different bodies, at different meetings.
    void add_people(const Occasion& occasion, std::size_t wording) {
        for (std::size_t i = 0; i < 2; ++i) {
            const std::size_t who = occasion.series * 5 + occasion.number + i * 7;
            const std::string first = text(given[who % given.size()]), last = text(family[(who / 3) % family.size()]);
            Participant record = of<Participant>("person " + occasion.key() + " " + std::to_string(i));
            record.name = wording == 0   ? "Ms. " + first + " " + last
                          : wording == 1 ? last + ", " + first
                                         : first + " " + last;
            record.affiliation = "Office " + std::to_string(occasion.series * 100 + occasion.number) + " of Pilots";
            record.meeting = meeting_;
            records_.participants.push_back(std::move(record));
        }
    }

    void add_statements(const Occasion& occasion, std::size_t wording) {
        for (std::size_t i = 0; i < 2; ++i) {
            Recommendation record = of<Recommendation>("statement " + occasion.key() + " " + std::to_string(i));
            const std::string year = std::to_string(occasion.year() + 5);
            const std::string verb = wording == 2 ? "starts" : "begins";
            record.text = "The members of the " + occasion.name() + " should review " +
                          text(objects[(occasion.series + i) % objects.size()]) + " in every harbour of " +
                          occasion.place() + " by " + year + " before the " + std::to_string(occasion.number) +
                          " winter season " + verb + ".";
            records_.recommendations.push_back(std::move(record));
        }
    }

    KnownCorpus corpus_;
    Records records_;
    std::string document_, meeting_;
};

/// A corpus of at least `records` records, the same for the same number: numbered and dated meetings of like names
/// under several wordings, their agendas, papers with revisions, people with namesakes, statements repeated and
/// changed.
KnownCorpus make_known_corpus(std::size_t records) { return CorpusMaker().make(records); }

/// Pairs of records of one kind: in one cluster, of one thing, and both.
struct Pairs {
    std::size_t found = 0, known = 0, right = 0;

    double precision() const { return found == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(found); }
    double recall() const { return known == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(known); }
};

std::size_t pairs_of(const std::map<std::string, std::size_t>& groups) {
    std::size_t pairs = 0;
    for (const auto& [name, size] : groups) pairs += size * (size - 1) / 2;
    return pairs;
}

template <class Record>
Pairs count(const std::vector<Record>& records, const std::map<std::string, std::string>& truth) {
    std::map<std::string, std::size_t> clusters, things, both;
    for (const Record& record : records) {
        const std::string& thing = truth.at(record.id);
        ++clusters[record.cluster];
        ++things[thing];
        ++both[record.cluster + "\n" + thing];
    }
    return {pairs_of(clusters), pairs_of(things), pairs_of(both)};
}

/// The documents in another order, always the same one.
std::vector<Records> shuffled(std::vector<Records> documents) {
    std::uint64_t state = 88172645463325252ULL;
    for (std::size_t i = documents.size(); i > 1; --i) {
        state ^= state << 13, state ^= state >> 7, state ^= state << 17;
        std::swap(documents[i - 1], documents[state % i]);
    }
    return documents;
}

double seconds_to_merge(std::size_t records) {
    KnownCorpus corpus = make_known_corpus(records);
    const auto start = std::chrono::steady_clock::now();
    const Records merged = merge(std::move(corpus.documents));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    CHECK(merged.meetings.size() > records / 20);
    return taken.count();
}

}  // namespace

TEST_CASE("of ten thousand records nothing is merged that is not one, and nearly all that is") {
    KnownCorpus corpus = make_known_corpus(size_of_corpus);
    CHECK(corpus.records >= size_of_corpus);
    const Records merged = merge(std::move(corpus.documents));
    const auto check = [&](const char* kind, const auto& records) {
        const Pairs pairs = count(records, corpus.truth);
        INFO(kind, ": ", pairs.right, " of ", pairs.found, " found and ", pairs.known, " known pairs");
        CHECK(pairs.known > 0);
        CHECK(pairs.precision() == 1.0);
        CHECK(pairs.recall() >= 0.95);
    };
    check("meetings", merged.meetings);
    check("agenda items", merged.agenda_items);
    check("papers", merged.papers);
    check("participants", merged.participants);
    check("recommendations", merged.recommendations);
}

TEST_CASE("a large corpus merges to the same bytes in whatever order and grouping its documents come") {
    const KnownCorpus corpus = make_known_corpus(size_of_corpus / 4);
    const std::string expected = to_jsonl(merge(corpus.documents));
    CHECK(to_jsonl(merge(shuffled(corpus.documents))) == expected);
    std::vector<Records> halves(2);
    for (std::size_t i = 0; i < corpus.documents.size(); ++i) append(halves[i % 2], Records(corpus.documents[i]));
    CHECK(to_jsonl(merge(halves)) == expected);
}

TEST_CASE("the time to merge grows little faster than the records") {
    const double small = seconds_to_merge(size_of_corpus);
    const double large = seconds_to_merge(4 * size_of_corpus);
    MESSAGE("10,000 records: ", small, " s, 40,000 records: ", large, " s");
    CHECK(large < 10 * small + 0.5);  // of four times as many; a pass over all pairs would take sixteen times as long
}
