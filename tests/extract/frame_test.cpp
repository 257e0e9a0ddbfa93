#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract/agenda_lines.h"
#include "extract/extract.h"
#include "extract/shipped_knowledge.h"
#include "readers/reader.h"

namespace rapporteur {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string labelled(std::string_view label, const std::string& value) {
    return value.empty() ? std::string{} : " " + std::string(label) + ":" + value;
}

std::string dates_text(const std::optional<PartialDate>& start, const std::optional<PartialDate>& end) {
    if (!start) return {};
    return " @" + to_iso(*start) + (end ? "/" + to_iso(*end) : "");
}

std::string face_text(const DocumentRecord& face) {
    return "document" + labelled("language", face.language) + labelled("symbol", face.symbol) +
           dates_text(face.date, {}) + labelled("body", face.body) + labelled("session", face.session) +
           labelled("title", face.title) + "\n";
}

std::string meetings_text(const Records& records) {
    std::string out;
    for (const Meeting& meeting : records.meetings) {
        out += std::string(meeting.principal ? "meeting " : "mention ") + meeting.name +
               labelled("ordinal", meeting.ordinal) + dates_text(meeting.start, meeting.end) +
               labelled("place", meeting.place) + labelled("organiser", meeting.organiser) + "\n";
    }
    return out;
}

std::string papers_text(const Records& records) {
    std::string out;
    for (const Paper& paper : records.papers) {
        out += std::string(paper.listed ? "paper " : "cited ") + paper.symbol + labelled("title", paper.title) +
               labelled("author", paper.author) + labelled("url", paper.url);
        for (const std::string& language : paper.languages) out += " [" + language + "]";
        out += "\n";
    }
    return out;
}

std::string participants_text(const Records& records) {
    std::string out;
    for (const Participant& one : records.participants) {
        out += "participant " + one.name + labelled("of", one.affiliation) + labelled("as", one.role) + "\n";
    }
    return out;
}

/// The frame of a document: its face, meetings, agenda, papers and people; items of another meeting than the first are
/// marked.
std::string frame_text(const Records& records) {
    std::string out = face_text(records.documents.front()) + meetings_text(records) + papers_text(records) +
                      participants_text(records) + agenda_text(records);
    std::string other;
    for (const AgendaItem& item : records.agenda_items) {
        for (const Meeting& meeting : records.meetings) {
            const bool first = &meeting == &records.meetings.front();
            if (!first && meeting.id == item.meeting) other += "item " + item.title + " of " + meeting.name + "\n";
        }
    }
    return out + other;
}

std::string frame_of(const std::filesystem::path& input) {
    const auto document = read_document({input.filename().string(), bytes_of(input)});
    REQUIRE(document.ok());
    return frame_text(extract(*document, shipped_knowledge()));
}

}  // namespace

TEST_CASE("frames of documents of many kinds read as their golden files say") {
    namespace fs = std::filesystem;
    std::vector<fs::path> inputs;
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(RAPPORTEUR_SOURCE_DIR) / "tests/extract/golden/frame")) {
        if (entry.is_regular_file() && entry.path().extension() != ".frame") inputs.push_back(entry.path());
    }
    std::sort(inputs.begin(), inputs.end());
    REQUIRE(!inputs.empty());
    for (const fs::path& input : inputs) {
        const std::string found = frame_of(input);
        const fs::path golden = input.string() + ".frame";
        if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) std::ofstream(golden, std::ios::binary) << found;
        INFO(input.filename().string());
        CHECK(found == bytes_of(golden));
    }
}

}  // namespace rapporteur
