#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>

#include "app/program.h"
#include "attack/attack.h"
#include "model/record_json.h"

using namespace rapporteur;
using namespace rapporteur::attack;

namespace {

const std::string golden = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/attack/answers.txt";

std::vector<Attack> all_attacks() {
    std::vector<Attack> all;
    for (auto make : {pdf_attacks, package_attacks, archive_attacks, page_attacks, text_attacks}) {
        for (Attack& attack : make()) all.push_back(std::move(attack));
    }
    return all;
}

/// "cut-off.zip/a.txt  partial: page-damaged"
std::string answer_of(const DocumentRecord& document, const std::string& folder) {
    std::string line = document.file.substr(folder.size() + 1) + "  " + std::string(name_of(document.status));
    std::string before;
    for (const Diagnostic& warning : document.warnings) {
        const std::string code(name_of(warning.code));
        if (code != before) line += (before.empty() ? ": " : ", ") + code;
        before = code;
    }
    return line + "\n";
}

/// The lines about members that were left out: no document stands for them.
std::string refusals_in(const std::string& err, const std::string& folder) {
    std::string out;
    std::istringstream lines(err);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t at = line.find(folder);
        if (at != std::string::npos && line.find("part of it was left out") != std::string::npos)
            out += line.substr(at + folder.size() + 1) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("every attack gets its answer, and the batch goes on to its end") {
    const ScratchFolder folder;
    const std::vector<Attack> attacks = all_attacks();
    REQUIRE(attacks.size() >= 100);
    for (const Attack& attack : attacks) put(folder / attack.name, attack.bytes);
    const auto begun = std::chrono::steady_clock::now();
    const Ended ended = run_program({"extract", folder.path(), "--time-limit", "60", "--jobs", "2"});
    const auto taken = std::chrono::steady_clock::now() - begun;
    CHECK(ended.status == 2);
    CHECK(taken < std::chrono::minutes(5));
    const Result<Records> records = records_from_jsonl(ended.out, "standard output");
    REQUIRE(records);
    std::string answers;
    for (const DocumentRecord& document : records->documents) answers += answer_of(document, folder.path());
    for (const Attack& attack : attacks) {
        INFO(attack.name);
        CHECK((answers + ended.err).find(attack.name) != std::string::npos);
    }
    CHECK(answers.find("worker-") == std::string::npos);
    CHECK(ended.out.find("javascript:") == std::string::npos);
    CHECK(ended.out.find("root:x:") == std::string::npos);
    CHECK(ended.out.find("\\u001b") == std::string::npos);
    answers += refusals_in(ended.err, folder.path());
    if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) put(golden, answers);
    CHECK(answers == content_of(golden));
}
