#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <thread>

#include "app/manifest.h"
#include "app/project_house.h"
#include "store/store.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

constexpr const char* project = R"([[source]]
path = "papers"
[[pack]]
name = "all"
by = "both"
formats = ["pdf", "docx"]
supplement = true
)";

/// The program at work in this house, started and not waited for.
pid_t start(const ProjectHouse& house, std::vector<std::string> more) {
    std::vector<std::string> arguments{RAPPORTEUR_PROGRAM, "run", house / "rapporteur.toml", "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int to : {STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, to, "/dev/null", O_WRONLY, 0600);
    pid_t process = 0;
    REQUIRE(posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    return process;
}

int end_of(pid_t process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::vector<std::string> packs_in(const std::string& folder) {
    std::vector<std::string> out;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none))
        if (!entry.path().filename().string().starts_with('.')) out.push_back(entry.path().filename());
    std::sort(out.begin(), out.end());
    return out;
}

bool is_whole(const std::string& path) {
    const std::string bytes = content_of(path);
    if (path.ends_with(".docx")) return read_zip(bytes).ok();
    if (path.ends_with(".json")) return read_manifest(bytes, path).ok();
    return bytes.starts_with("%PDF-") &&
           bytes.find("%%EOF", bytes.size() - std::min<std::size_t>(bytes.size(), 32)) != bytes.npos;
}

/// Every pack that was there is there and whole, and the store is sound.
void check_sound(const ProjectHouse& house, const std::vector<std::string>& before) {
    const std::vector<std::string> now = packs_in(house / "packs");
    CHECK(std::includes(now.begin(), now.end(), before.begin(), before.end()));
    for (const std::string& pack : now) CHECK_MESSAGE(is_whole(house / ("packs/" + pack)), pack);
    if (!fs::exists(house / "rapporteur.sqlite")) return;
    const auto store = open_store(house / "rapporteur.sqlite");
    REQUIRE(store.ok());
    CHECK(store->notes.empty());
    CHECK(store->store->integrity().value().empty());
}

void add_papers(const ProjectHouse& house) {
    for (const char* name : {"council-paper.md", "meeting-page.txt", "meeting-report.txt"}) house.add_sample(name);
}

/// RAPPORTEUR_KILLS sets how often; a few are enough to see that the test works.
int kills_wanted() {
    const char* kills = std::getenv("RAPPORTEUR_KILLS");
    return kills == nullptr ? 8 : std::atoi(kills);
}

}  // namespace

TEST_CASE("killed at any moment, a run leaves whole packs and a sound store, and the next one goes on") {
    const ProjectHouse house(project);
    add_papers(house);
    std::mt19937 random(20250221);
    std::vector<std::string> packs;
    const auto begin = std::chrono::steady_clock::now();
    CHECK(end_of(start(house, {"--force"})) == 0);
    const auto whole_run = std::chrono::steady_clock::now() - begin;
    for (int kill_number = 0; kill_number < kills_wanted(); ++kill_number) {
        packs = packs_in(house / "packs");
        // Every few kills the papers change, so that there is something new to write.
        if (kill_number % 3 == 0)
            put(house / "papers/council-paper.md",
                ProjectHouse::reworded(ProjectHouse::sample("council-paper.md"), "212 post offices",
                                       std::to_string(300 + kill_number) + " post offices"));
        const pid_t process = start(house, {"--force"});
        std::this_thread::sleep_for(whole_run * (random() % 1000) / 1000);
        kill(process, SIGKILL);
        end_of(process);
        check_sound(house, packs);
    }
    CHECK(house.run("", {"--wait"}).status == 0);
    check_sound(house, packs);
    for (const auto& entry : fs::directory_iterator(house / "packs"))
        CHECK_FALSE(entry.path().filename().string().starts_with('.'));
    const Ended settled = house.run("");
    CHECK(settled.status == 0);
    CHECK(settled.out.empty());
}

TEST_CASE("runs at once do not disturb each other: one works, the others leave it the work or wait") {
    const ProjectHouse house(project);
    add_papers(house);
    std::vector<pid_t> processes;
    for (int i = 0; i < 3; ++i) processes.push_back(start(house, {}));
    processes.push_back(start(house, {"--wait"}));
    for (const pid_t process : processes) CHECK(end_of(process) == 0);
    check_sound(house, {});
    CHECK(packs_in(house / "packs").size() >= 2);
    const auto store = open_store(house / "rapporteur.sqlite");
    for (const PackEdition& edition : *store->store->last_editions()) CHECK(edition.number == 1);
}

TEST_CASE("where the disk is full the old packs stay, and the run says so") {
    const ProjectHouse house(project);
    add_papers(house);
    CHECK(house.run("").status == 0);
    const auto before = packs_in(house / "packs");
    std::vector<std::string> bytes;
    for (const std::string& pack : before) bytes.push_back(content_of(house / ("packs/" + pack)));
    put(house / "papers/council-paper.md",
        ProjectHouse::reworded(ProjectHouse::sample("council-paper.md"), "publish costs every month",
                               "publish costs every week"));
    // No file may grow beyond 16 blocks of 512 bytes: less than a pack.
    const std::string limited =
        "trap '' XFSZ; ulimit -f 16; exec " RAPPORTEUR_PROGRAM " run " + (house / "rapporteur.toml");
    put(house / "limited.sh", limited);
    pid_t process = 0;
    std::string shell = "/bin/sh", script = house / "limited.sh";
    char* argv[] = {shell.data(), script.data(), nullptr};
    REQUIRE(posix_spawn(&process, "/bin/sh", nullptr, nullptr, argv, environ) == 0);
    CHECK(end_of(process) == 2);
    CHECK(packs_in(house / "packs") == before);
    for (std::size_t i = 0; i < before.size(); ++i) CHECK(content_of(house / ("packs/" + before[i])) == bytes[i]);
    check_sound(house, before);
    CHECK(house.run("").out.find("(edition 2, ") != std::string::npos);
}

TEST_CASE("a folder that cannot be written is told, whether for packs or for the store") {
    const ProjectHouse house(std::string("[project]\nout = \"taken\"\n") + project);
    add_papers(house);
    put(house / "taken", "a file where the packs should go");
    CHECK(house.run("").status == 2);
    CHECK(content_of(house / "taken") == "a file where the packs should go");
    put(house / "rapporteur.toml", std::string("[project]\nstore = \"no/such/folder/s\"\n") + project);
    CHECK(house.run("").status == 2);
}
