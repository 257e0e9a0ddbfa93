#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "assemble/supplement.h"
#include "layout/pack_reader.h"
#include "template/render.h"
#include "template/shipped_template.h"

using namespace rapporteur;

namespace {

std::string golden_path(const std::string& name) {
    return std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/template/golden/" + name + ".xml";
}

/// RAPPORTEUR_ACCEPT=1 takes what is there for what is expected.
void compare_with_golden(const std::string& xml, const std::string& name) {
    if (const char* accept = std::getenv("RAPPORTEUR_ACCEPT"); accept && std::string(accept) == "1") {
        std::filesystem::create_directories(std::filesystem::path(golden_path(name)).parent_path());
        std::ofstream(golden_path(name), std::ios::binary) << xml;
    }
    std::ifstream file(golden_path(name), std::ios::binary);
    const std::string expected(std::istreambuf_iterator<char>(file), {});
    CHECK_MESSAGE(xml == expected, "differs from tests/template/golden/" << name << ".xml");
}

/// The XML of every pack that the harbour's records make, by file stem.
std::vector<std::pair<std::string, std::string>> harbour_packs() {
    const Records records = harbour::records();
    const std::vector<Document> documents = harbour::documents();
    const Library library(records, documents, {{"fees", "Fees and tolls"}});
    AssembleOptions options;
    options.as_of = PartialDate{2019, 6, 2};
    options.prepared_for = "Delegation of <Oldport> & Sons";
    options.edition = "2";
    std::vector<std::pair<std::string, std::string>> packs;
    for (const Selection& selection : selections(library, GroupBy::both)) {
        const Result<std::string> xml =
            render(shipped::files(selection.by_theme ? "theme" : "meeting"), assemble(library, selection, options));
        REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
        packs.emplace_back(selection.file_stem, *xml);
    }
    return packs;
}

}  // namespace

TEST_CASE("packs are the same as their goldens, twice over") {
    const auto packs = harbour_packs();
    CHECK(packs.size() == 3);
    CHECK(packs == harbour_packs());
    for (const auto& [stem, xml] : packs) compare_with_golden(xml, stem);
}

TEST_CASE("packs are pack XML as layout reads it") {
    for (const auto& [stem, xml] : harbour_packs()) {
        const Result<Pack> pack = read_pack(xml, stem);
        REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
        CHECK(pack.value().cover.present);
        CHECK(pack.value().cover.facts[0].value == "Delegation of <Oldport> & Sons");
    }
}

TEST_CASE("an item without a session does not stand below the band of the session before it") {
    Records records = harbour::records();
    records.agenda_items.push_back(harbour::item("i-9", "IX", "Other matters", PartialDate{2019, 5, 7}, "", "", ""));
    const Library library(records, {}, {});
    const std::vector<Selection> all = selections(library, GroupBy::meeting);
    const auto forum = std::find_if(all.begin(), all.end(), [](const Selection& s) { return s.key == "forum-3"; });
    REQUIRE(forum != all.end());
    const Result<std::string> xml = render(shipped::files("meeting"), assemble(library, *forum, {}));
    REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
    const std::size_t session = xml->find("Afternoon session, 15.00"), band = xml->find(">Session not stated<"),
                      item = xml->find("Other matters", session);
    CHECK(session < band);
    CHECK(band < item);
    CHECK(xml->find(">Session not stated<", band + 1) == std::string::npos);
}

namespace {

/// Each group of sheets takes two pages.
Supplement numbered_supplement(const Briefing& briefing, const LastEdition& last) {
    Supplement supplement = make_supplement(last, take_snapshot(briefing));
    PrintedPages printed;
    for (const InsertedSheets& sheets : supplement.sheets) {
        printed.of_spot[sheets.anchor] = {sheets.after + "A"};
        printed.ends[sheets.anchor] = sheets.after + "B";
        for (const SupplementPart& part : sheets.parts)
            for (const ChangeGroup& group : part.groups)
                for (const ChangeRow& row : group.rows) printed.of_spot[row.spot] = {sheets.after + "B"};
    }
    number_sheets(supplement, printed);
    return supplement;
}

/// A pack whose last edition said other things: in it something was withdrawn, reworded, moved and rescheduled. In the
/// supplement to that edition sheets go in behind pages 4 and 9.
std::string second_edition(const std::string& language, const std::string& template_name = "meeting") {
    const Records records = harbour::records();
    const std::vector<Document> documents = harbour::documents();
    const Library library(records, documents, {});
    AssembleOptions options;
    options.as_of = PartialDate{2019, 6, 2};
    options.edition = "3";
    options.language = language;
    options.superseded = {{"HC/1", "HC/1/Rev.1", "", true}};
    const auto chosen = selections(library, GroupBy::meeting);
    const auto forum = std::find_if(chosen.begin(), chosen.end(), [](const Selection& selection) {
        return selection.file_stem == "third-harbour-forum";
    });
    REQUIRE(forum != chosen.end());
    Snapshot before = take_snapshot(assemble(library, *forum, options));
    std::vector<SnapshotLine*> items, recommendations;
    for (SnapshotLine& line : before) {
        if (line.about == "item") items.push_back(&line);
        if (line.about == "recommendation") recommendations.push_back(&line);
    }
    REQUIRE(items.size() >= 2);
    REQUIRE(recommendations.size() >= 3);
    items[0]->time = "2019-05-05 09:00-10:15";
    items[0]->people.push_back("Ola Nord <Pilots & Co>");
    items[1]->name = "9";
    recommendations[0]->text += " without delay";
    recommendations[1]->place = "4 Wharves";
    recommendations[2]->text = "Lighthouses should be painted afresh each spring";
    before.push_back(*recommendations[0]);
    before.back().text = "Pilots should <never> sleep & always watch";
    for (SnapshotLine& line : before) {
        line.name_in_hand = line.name;
        if (line.about == "item" && !line.anchor.empty()) line.last_page = "4";
        line.pages = {line.about == "item" ? "3" : "9"};
    }
    const PackInHand in_hand{"1", PartialDate{2019, 4, 1}, {"2"}, {{"recommendations", "9"}}, "20"};
    options.last = LastEdition{"2", PartialDate{2019, 5, 1}, before, in_hand};
    Briefing briefing = assemble(library, *forum, options);
    if (template_name == "supplement") briefing.supplement = numbered_supplement(briefing, *options.last);
    const Result<std::string> xml = render(shipped::files(template_name, language), briefing);
    REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
    return *xml;
}

}  // namespace

TEST_CASE("the page of changes shows what became of each statement, in every language") {
    for (const std::string language : {"en", "fr", "es", "ru", "zh", "ar"}) {
        const std::string xml = second_edition(language);
        const Result<Pack> pack = read_pack(xml, language);
        REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
        const std::size_t begin = xml.find("<h1 id=\"changes\""), end = xml.find("<h1 ", begin + 1);
        REQUIRE(begin != xml.npos);
        compare_with_golden(xml.substr(begin, end - begin), "changes." + language);
        CHECK(xml.find(" change=\"") != xml.npos);
    }
}

TEST_CASE("a supplement says what to do at each page in hand, and holds what is new, in every language") {
    for (const std::string language : {"en", "fr", "es", "ru", "zh", "ar"}) {
        const std::string xml = second_edition(language, "supplement");
        const Result<Pack> pack = read_pack(xml, language);
        REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
        compare_with_golden(xml, "supplement." + language);
        CHECK(xml.find("<pagebreak prefix=\"4\" letters=\"yes\" first=\"1\"/>") != xml.npos);
        CHECK(xml.find("Pilots should &lt;never&gt; sleep &amp; always watch") != xml.npos);
    }
}

TEST_CASE("the template of supplements makes a pack that says so where there is none") {
    const Result<std::string> xml = render(shipped::files("supplement"), Briefing());
    REQUIRE(xml.ok());
    CHECK(xml->find("Supplements are made by runs") != xml->npos);
    CHECK(read_pack(*xml, "none").ok());
}
