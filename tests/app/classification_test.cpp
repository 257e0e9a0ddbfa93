#include "app/pack_contents.h"

using namespace rapporteur;

namespace {

const std::string open_paper =
    "# Report of the Second Harbour Forum\n\nPORT/2/4\n\nDistr.: General\n\n12 March 2031\n\n"
    "Second Harbour Forum, Port Ellen, 10 and 11 March 2031\n\n## Recommendations\n\n"
    "1. The Forum recommended that Member States repair the breakwaters before the autumn gales.\n\n"
    "2. The Forum decided to meet again in March 2032.\n";

std::string closed_paper(const std::string& mark) {
    return "# Assessment of hazards for the Second Harbour Forum\n\nPORT/2/5\n\n" + mark +
           "\n\n12 March 2031\n\nSecond Harbour Forum, Port Ellen, 10 and 11 March 2031\n\n## Recommendations\n\n"
           "1. The Forum recommended that Member States dismantle the battery at Quincunx Point without delay.\n\n"
           "2. The Forum urged the Secretariat to conceal the zeppelin hangar from visitors by 30 June 2031.\n";
}

// What only the closed paper says, and how it is called.
const std::string closed_words[] = {"Quincunx", "zeppelin", "PORT/2/5", "Assessment of hazards", "hidden-paper"};

std::map<std::string, std::string> packs(const ScratchFolder& folder, const std::string& mark,
                                         std::vector<std::string> more) {
    put(folder / "papers/open.md", open_paper);
    put(folder / "papers/hidden-paper.md", closed_paper(mark));
    more.insert(more.begin(), {"build", folder / "papers", "--out", folder / "packs", "--as-of", "2031-04-01",
                               "--export", "records,csv,ics"});
    CHECK(run_program(more).status == 0);
    return files_of(folder / "packs");
}

std::string everything(const std::map<std::string, std::string>& files) {
    std::string out;
    for (const auto& [name, bytes] : files)
        out += name + "\n" +
               (name.ends_with(".pdf")    ? said_by_pdf(bytes)
                : name.ends_with(".docx") ? said_by_docx(bytes)
                                          : bytes);
    return out;
}

}  // namespace

TEST_CASE("what a restricted paper says bears its mark") {
    const ScratchFolder folder;
    const std::string said = everything(packs(folder, "Distr.: RESTRICTED", {"--embed-sources"}));
    for (const std::string& words : closed_words) CHECK_MESSAGE(says(said, words), words);
    CHECK(says(said, "PORT/2/5, ¶ 1 [Restricted]"));
    CHECK_FALSE(says(said, "PORT/2/4, ¶ 1 ["));
    CHECK_FALSE(says(said, "withheld"));
}

TEST_CASE("packs for everybody leave a restricted paper out, and nothing of it survives in them") {
    const ScratchFolder folder;
    const auto files = packs(folder, "Distr.: RESTRICTED", {"--embed-sources", "--classification", "general"});
    CHECK(files.size() >= 6);
    const std::string said = everything(files);
    for (const std::string& words : closed_words) CHECK_MESSAGE(!says(said, words), words);
    CHECK(says(said, "2 statements of restricted papers are withheld."));
    CHECK(says(said, "repair the breakwaters"));
}

TEST_CASE("each export says what a restricted paper says only to those who may read it") {
    for (const std::string ending : {".records.jsonl", ".csv", ".ics", "manifest.json"}) {
        CAPTURE(ending);
        const auto said = [&](const std::vector<std::string>& more) {
            const ScratchFolder folder;
            std::string out;
            for (const auto& [name, bytes] : packs(folder, "Distr.: RESTRICTED", more))
                if (name.ends_with(ending)) out += bytes;
            return out;
        };
        const std::string open = said({"--format", "docx", "--classification", "general"});
        const std::string closed = said({"--format", "docx"});
        CHECK(open != "");
        bool any = false;
        for (const std::string& words : closed_words) {
            CHECK_MESSAGE(!says(open, words), words);
            any = any || says(closed, words);
        }
        CHECK(any);
    }
}

TEST_CASE("a mark beyond the level is left out, one up to it stays") {
    const auto withheld = [](const std::string& mark, const std::string& level) {
        const ScratchFolder folder;
        return !says(everything(packs(folder, mark, {"--format", "docx", "--classification", level})), "zeppelin");
    };
    CHECK(withheld("For participants only", "limited"));
    CHECK_FALSE(withheld("For participants only", "restricted"));
    CHECK(withheld("Limited distribution", "general"));
    CHECK(withheld("STRICTLY CONFIDENTIAL", "confidential"));
    CHECK_FALSE(withheld("Distr.: General", "general"));
}

TEST_CASE("which documents were withheld is told to who makes the packs") {
    const ScratchFolder folder;
    put(folder / "papers/hidden-paper.md", closed_paper("CONFIDENTIAL"));
    const Ended ended =
        run_program({"build", folder / "papers", "--out", folder / "packs", "--classification", "limited"});
    CHECK(ended.err.find("hidden-paper.md: was withheld: CONFIDENTIAL") != std::string::npos);
    CHECK(ended.out == "");
    CHECK(run_program({"build", folder / "papers", "--classification", "open"}).status == 64);
}
