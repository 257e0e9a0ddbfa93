#include "app/worker_pool.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

using namespace rapporteur;
using namespace std::chrono_literals;

namespace {

/// A job that does what its input says: a reader on a good or a hostile day.
std::string misbehave(std::string_view job, StageMark& mark) {
    mark.set(Stage::reading, 3);
    if (job == "crash") raise(SIGSEGV);
    if (job == "hang") {
        while (true) pause();
    }
    if (job == "exit") _exit(7);
    if (job == "throw") throw std::runtime_error("no such page");
    if (job == "slow") usleep(50'000);
    if (job == "print") {
        [[maybe_unused]] const ssize_t written = write(STDOUT_FILENO, "noise\n", 6);
    }
    if (job == "open") return std::to_string(open("/etc/passwd", O_RDONLY));
    if (job == "write") return std::to_string(open("/tmp/x", O_WRONLY | O_CREAT, 0600));
    if (job == "socket") return std::to_string(socket(AF_INET, SOCK_STREAM, 0));
    if (job == "program") return std::to_string(execl("/bin/true", "true", nullptr));
    if (job == "big") return std::string(3'000'000, 'x');
    if (job == "memory") return std::string(std::size_t{4} << 30, 'x');
    return "did " + std::string(job);
}

std::vector<WorkResult> perform(const std::vector<std::string>& jobs, int workers, const Perform& how = misbehave,
                                WorkLimits limits = {}) {
    std::vector<WorkResult> results;
    std::size_t given = 0;
    const Work work{[&]() -> std::optional<std::string> {
                        return given < jobs.size() ? std::optional(jobs[given++]) : std::nullopt;
                    },
                    how,
                    [&](std::size_t index, WorkResult result) {
                        CHECK(index == results.size());
                        results.push_back(std::move(result));
                    }};
    perform_all(work, workers, limits);
    return results;
}

}  // namespace

TEST_CASE("results come in the order of the jobs, whatever the number of workers") {
    std::vector<std::string> jobs;
    for (int i = 0; i < 40; ++i) jobs.push_back(i % 7 == 0 ? "slow" : "job " + std::to_string(i));
    for (const int workers : {1, 2, 5}) {
        const std::vector<WorkResult> results = perform(jobs, workers);
        REQUIRE(results.size() == jobs.size());
        for (std::size_t i = 0; i < jobs.size(); ++i) CHECK(results[i].output == "did " + jobs[i]);
    }
}

TEST_CASE("no jobs, no results") { CHECK(perform({}, 3).empty()); }

TEST_CASE("a crash fails its own job, and the worker is replaced") {
    const std::vector<WorkResult> results = perform({"a", "crash", "b", "exit", "c", "throw", "d"}, 1);
    REQUIRE(results.size() == 7);
    for (const std::size_t good : {0, 2, 4, 6}) CHECK(results[good].state == WorkState::done);
    CHECK(results[1].state == WorkState::crashed);
    CHECK(results[1].reason != "");
    CHECK(results[3].reason == "ended by itself with status 7");
    CHECK(results[5].reason == "no such page");
    CHECK(results[6].output == "did d");
}

TEST_CASE("a worker takes several jobs") {
    const auto pid = [](std::string_view, StageMark&) { return std::to_string(getpid()); };
    const std::vector<WorkResult> results = perform({"", "", ""}, 1, pid);
    CHECK(results[0].output == results[2].output);
    CHECK(results[0].output != std::to_string(getpid()));
}

TEST_CASE("a job that hangs is stopped and the others are done") {
    const auto before = std::chrono::steady_clock::now();
    const std::vector<WorkResult> results = perform({"a", "hang", "b", "hang", "c"}, 2, misbehave, {300ms, 0});
    REQUIRE(results.size() == 5);
    CHECK(results[1].state == WorkState::timed_out);
    CHECK(results[3].state == WorkState::timed_out);
    CHECK(results[4].output == "did c");
    CHECK(std::chrono::steady_clock::now() - before < 10s);
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("a job that wants too much memory fails alone") {
    const std::vector<WorkResult> results = perform({"memory", "a"}, 1, misbehave, {60s, std::size_t{1} << 30});
    CHECK(results[0].state == WorkState::out_of_memory);
    CHECK(results[1].output == "did a");
}
#endif

TEST_CASE("what a job had come to is known of one that dies or hangs") {
    const std::vector<WorkResult> results = perform({"crash", "hang", "throw", "a"}, 1, misbehave, {200ms, 0});
    CHECK(reason_of(results[0]) == "signal SEGV while reading page 3");
    CHECK(reason_of(results[1]) == "more than 200 ms while reading page 3");
    CHECK(reason_of(results[2]) == "no such page while reading page 3");
    CHECK(reason_of(results[3]) == "");
}

TEST_CASE("an answer without end is cut short") {
    const std::vector<WorkResult> results = perform({"big", "a"}, 1, misbehave, {60s, 0, 1'000'000});
    CHECK(results[0].state == WorkState::crashed);
    CHECK(results[0].reason == "an answer that is too long");
    CHECK(results[1].output == "did a");
}

#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("a worker opens no file, no socket and no program; the batch goes on") {
    const std::vector<WorkResult> results = perform({"open", "write", "socket", "a", "program", "b"}, 1);
    CHECK(results[0].output == "-1");
    for (const std::size_t killed : {1, 2, 4}) {
        CHECK(results[killed].state == WorkState::crashed);
        CHECK(results[killed].reason == "tried what no worker may do (signal SYS)");
    }
    CHECK(results[3].output == "did a");
    CHECK(results[5].output == "did b");
}
#endif

TEST_CASE("large outputs and empty inputs pass whole; what a job prints goes nowhere") {
    const std::vector<WorkResult> results = perform({"big", "", "print"}, 2);
    CHECK(results[0].output == std::string(3'000'000, 'x'));
    CHECK(results[1].output == "did ");
    CHECK(results[2].output == "did print");
}
