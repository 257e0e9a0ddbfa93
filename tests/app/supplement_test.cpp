#include <doctest/doctest.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <algorithm>
#include <memory>

#include "app/project_house.h"
#include "support/page_label.h"
#include "writers/pdf_check/check.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

constexpr const char* project = R"([[source]]
path = "papers"
[[pack]]
name = "consultation"
meetings = ["Consultation on Remittances"]
formats = ["pdf"]
supplement = true
)";

constexpr const char* stem = "packs/fourth-consultation-on-remittances-and-rural-development";

/// A PDF as a reader sees it.
class ReadPdf {
public:
    explicit ReadPdf(const std::string& path) : bytes_(content_of(path)) {
        REQUIRE_MESSAGE(!bytes_.empty(), path);
        document_.reset(poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size())));
        REQUIRE(document_);
        for (int i = 0; i < document_->pages(); ++i) {
            const std::unique_ptr<poppler::page> page(document_->create_page(i));
            labels.push_back(utf8(page->label().to_utf8()));
            words.push_back(collapse_space(utf8(page->text().to_utf8())));
        }
    }

    std::string page_labelled(const std::string& label) const {
        const auto at = std::find(labels.begin(), labels.end(), label);
        return at == labels.end() ? "" : words[static_cast<std::size_t>(at - labels.begin())];
    }

    /// The label of the first sheet after the list with these words; empty where there is none.
    std::string sheet_with(const std::string& text) const {
        for (std::size_t i = 0; i < words.size(); ++i)
            if (!labels[i].starts_with("S") && words[i].find(text) != std::string::npos) return labels[i];
        return "";
    }

    /// All words of the list.
    std::string front() const {
        std::string out;
        for (std::size_t i = 0; i < words.size(); ++i)
            if (labels[i].starts_with("S")) out += words[i] + " ";
        return out;
    }

    const std::string& bytes() const { return bytes_; }
    std::vector<std::string> labels, words;

private:
    static std::string utf8(const poppler::byte_array& text) { return {text.begin(), text.end()}; }

    std::string bytes_;
    std::unique_ptr<poppler::document> document_;
};

std::string joined(const std::vector<std::string>& parts) { return join(parts, " "); }

}  // namespace

TEST_CASE("a paper that comes in gives sheets that continue the pages in hand, and a list of what to do with them") {
    const ProjectHouse house(project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    CHECK_FALSE(fs::exists(house / (std::string(stem) + ".supplement-1.pdf")));
    const ReadPdf whole(house / (std::string(stem) + ".pdf"));

    house.add_sample("council-paper.md");
    const Ended second = house.run("2025-02-24T12:00:00Z");
    CHECK_MESSAGE(second.status == 0, second.err);
    CHECK(second.out.find(".supplement-2.pdf") != second.out.npos);
    const ReadPdf sheets(house / (std::string(stem) + ".supplement-2.pdf"));
    CHECK(sheets.labels.front() == "S1");
    for (const std::string& label : sheets.labels) {
        const auto known = parse_page_label(label);
        const bool front = label.starts_with("S");
        const bool continues =
            known && known->letter > 0 &&
            std::find(whole.labels.begin(), whole.labels.end(), std::to_string(known->page)) != whole.labels.end();
        CHECK_MESSAGE((front || continues), label);
        CHECK_MESSAGE(sheets.page_labelled(label).find("Page " + label) != std::string::npos, label);
    }
    CHECK(sheets.words.front().find("The printed edition 1, of 21 February 2025.") != std::string::npos);
    // What is new stands in the list, with the number of its sheet, and on the sheet.
    for (const char* words : {"call for the Observatory", "recognize the diplomas", "working group on rural post",
                              "Preparations for the Fourth"}) {
        const std::string sheet = sheets.sheet_with(words);
        CHECK_MESSAGE(!sheet.empty(), words);
        CHECK_MESSAGE(sheets.front().find("sheet " + sheet + " goes in behind it") != std::string::npos, words);
        CHECK_MESSAGE(sheets.front().find(words) != std::string::npos, words);
    }
    CHECK(pdf_check::check_pdf(sheets.bytes()).words() == "");
}

TEST_CASE("supplements follow one another until readers are given a whole edition again") {
    const ProjectHouse house(ProjectHouse::reworded(project, "supplement = true\n", ""));
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    house.add_sample("council-paper.md");
    CHECK(house.run("2025-02-22T12:00:00Z", {"--supplement"}).status == 0);
    const ReadPdf second(house / (std::string(stem) + ".supplement-2.pdf"));
    put(house / "papers/meeting-report.txt", ProjectHouse::sample("meeting-report.txt"));
    CHECK(house.run("2025-06-01T12:00:00Z", {"--supplement"}).status == 0);
    const ReadPdf third(house / (std::string(stem) + ".supplement-3.pdf"));
    CHECK(joined(third.words).find("The printed edition 1, of 21 February 2025. The supplements already in it: 2.") !=
          std::string::npos);
    for (const std::string& label : third.labels)
        if (!label.starts_with("S"))
            CHECK_MESSAGE(std::find(second.labels.begin(), second.labels.end(), label) == second.labels.end(), label);
    // Nothing new, nothing made; then a whole edition, and a supplement to that.
    CHECK(house.run("2025-06-02T12:00:00Z", {"--supplement"}).out.empty());
    house.remove("council-paper.md");
    CHECK(house.run("2025-06-03T12:00:00Z").status == 0);
    CHECK_FALSE(fs::exists(house / (std::string(stem) + ".supplement-4.pdf")));
    house.add_sample("council-paper.md");
    CHECK(house.run("2025-06-04T12:00:00Z", {"--supplement"}).status == 0);
    const ReadPdf fifth(house / (std::string(stem) + ".supplement-5.pdf"));
    CHECK(fifth.words.front().find("The printed edition 4, of 3 June 2025.") != std::string::npos);
    CHECK(fifth.words.front().find("already in it") == std::string::npos);
}

TEST_CASE("an edition without pages of a PDF can have no supplement, and the next one can") {
    const ProjectHouse house(
        ProjectHouse::reworded(project, "formats = [\"pdf\"]\nsupplement = true", "formats = [\"docx\"]"));
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    put(house / "rapporteur.toml", project);
    house.add_sample("council-paper.md");
    const Ended second = house.run("2025-02-22T12:00:00Z");
    CHECK(second.status == 0);
    CHECK(second.err.find("no supplement is made: edition 1 was kept without the pages of a PDF") != second.err.npos);
    CHECK_FALSE(fs::exists(house / (std::string(stem) + ".supplement-2.pdf")));
    house.remove("council-paper.md");
    const Ended third = house.run("2025-02-23T12:00:00Z");
    CHECK(third.err.find("no supplement") == third.err.npos);
    const ReadPdf sheets(house / (std::string(stem) + ".supplement-3.pdf"));
    CHECK(joined(sheets.words).find("Withdrawn: strike it out") != std::string::npos);
}

TEST_CASE("a hook is told of the supplement") {
    const ProjectHouse house(project);
    put(house / "rapporteur.toml",
        "[project]\non_pack = [\"/bin/sh\", \"-c\", \"echo \\\"$RAPPORTEUR_SUPPLEMENT\\\" >> " + (house / "told") +
            "\"]\n" + project);
    house.add_sample("meeting-page.txt");
    CHECK(house.run("2025-02-21T12:00:00Z").status == 0);
    house.add_sample("council-paper.md");
    CHECK(house.run("2025-02-22T12:00:00Z").status == 0);
    CHECK(content_of(house / "told").starts_with("\n/"));
    CHECK(content_of(house / "told").ends_with(".supplement-2.pdf\n"));
}
