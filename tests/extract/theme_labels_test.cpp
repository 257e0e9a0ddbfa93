#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "extract/shipped_knowledge.h"
#include "readers/reader.h"

using namespace rapporteur;

// What a reader files 150 statements of real papers under: offsets only, in labels/themes.jsonl.
namespace {

namespace fs = std::filesystem;

struct Label {
    std::string file;
    std::size_t start = 0, end = 0;  // code points
    std::set<std::string> themes;
};

std::vector<Label> read_labels() {
    std::ifstream in(std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/extract/labels/themes.jsonl");
    std::vector<Label> labels;
    for (std::string line; std::getline(in, line);) {
        const auto json = nlohmann::json::parse(line);
        labels.push_back({json["file"], json["start"], json["end"], json["themes"].get<std::set<std::string>>()});
    }
    return labels;
}

/// Empty where the folder of real papers is not here.
std::string find_paper(const std::string& file) {
    for (const char* folder : {"/../shared/seeds/", "/../shared/corpus/"})
        if (const std::string path = RAPPORTEUR_SOURCE_DIR + std::string(folder) + file; fs::exists(path)) return path;
    return {};
}

struct Count {
    int right = 0, wrong = 0, missed = 0, unfound = 0;

    void add(const Label& label, const std::vector<ThemeScore>& found) {
        for (const ThemeScore& theme : found) ++(label.themes.contains(theme.id) ? right : wrong);
        for (const std::string& wanted : label.themes)
            if (std::none_of(found.begin(), found.end(), [&](const ThemeScore& t) { return t.id == wanted; })) ++missed;
    }
    double f1() const { return 2.0 * right / (2.0 * right + wrong + missed); }
};

template <class Record>
const Record* statement_at(const std::vector<Record>& records, const Label& label) {
    for (const Record& record : records) {
        const Source& source = record.sources.front();
        const std::size_t begin = std::max(source.start, label.start), end = std::min(source.end, label.end);
        if (begin < end && 2 * (end - begin) > std::max(source.end - source.start, label.end - label.start))
            return &record;
    }
    return nullptr;
}

void count_in(const Records& records, const Label& label, Count& count) {
    if (const auto* found = statement_at(records.recommendations, label)) return count.add(label, found->themes);
    if (const auto* found = statement_at(records.outcomes, label)) return count.add(label, found->themes);
    ++count.unfound;
}

}  // namespace

TEST_CASE("themes of statements agree with a reader's") {
    std::map<std::string, std::vector<Label>> by_file;
    for (const Label& label : read_labels()) by_file[label.file].push_back(label);
    REQUIRE(by_file.size() > 5);
    Count count;
    for (const auto& [file, labels] : by_file) {
        const std::string path = find_paper(file);
        if (path.empty()) {
            MESSAGE("skipped: the folder of real documents is not here");
            return;
        }
        std::ifstream in(path, std::ios::binary);
        const std::string bytes(std::istreambuf_iterator<char>(in), {});
        const auto document = read_document({file, bytes});
        REQUIRE(document.ok());
        const Records records = extract(*document, shipped_knowledge());
        for (const Label& label : labels) count_in(records, label, count);
    }
    MESSAGE(count.right << " right, " << count.wrong << " wrong, " << count.missed << " missed, " << count.unfound
                        << " statements not found: F1 " << count.f1());
    CHECK(count.f1() > 0.6);
    CHECK(count.unfound < 40);
}
