#include "app/confinement.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <thread>

#include "scratch_folder.h"

#if !defined(__SANITIZE_ADDRESS__)

using namespace rapporteur;

namespace {

/// How a locked-in process ends that makes the attempt: "0" and so on by itself, "SYS" and so on by a signal.
std::string end_of(const std::function<int()>& attempt, const std::vector<std::string>& readable = {},
                   bool threads = false) {
    const pid_t process = fork();
    if (process == 0) {
        // The test's own handlers would report a crash that is wanted.
        for (const int deadly : {SIGSEGV, SIGABRT}) std::signal(deadly, SIG_DFL);
        _exit(confine({readable, threads}) ? 99 : attempt());
    }
    int status = 0;
    waitpid(process, &status, 0);
    return WIFSIGNALED(status) ? sigabbrev_np(WTERMSIG(status)) : std::to_string(WEXITSTATUS(status));
}

int can_read(const std::string& path) { return open(path.c_str(), O_RDONLY) >= 0 ? 1 : 0; }

}  // namespace

TEST_CASE("a locked-in process computes, takes memory and fails as ever") {
    CHECK(end_of([] { return std::string(50'000'000, 'x').size() == 50'000'000 ? 7 : 8; }) == "7");
    CHECK(end_of([] {
              try {
                  throw 3;
              } catch (int value) {
                  return value;
              }
          }) == "3");
    CHECK(end_of([]() -> int { std::abort(); }) == "ABRT");
    CHECK(end_of([] { return raise(SIGSEGV); }) == "SEGV");
}

TEST_CASE("a locked-in process opens no file, but what its libraries may read") {
    const ScratchFolder scratch;
    std::ofstream(scratch.path() + "/secret") << "secret";
    const std::string secret = scratch.path() + "/secret";
    CHECK(end_of([&] { return can_read(secret); }) == "0");
    CHECK(end_of([&] { return can_read(scratch.path()); }) == "0");
    CHECK(end_of([] { return can_read("/etc/passwd"); }) == "0");
    CHECK(end_of([] { return can_read("/proc/self/mem"); }) == "0");
    CHECK(end_of([&] { return can_read(secret); }, {scratch.path()}) == "1");
    CHECK(end_of([] { return can_read("/etc/passwd"); }, {scratch.path(), "/no/such/folder"}) == "0");
}

TEST_CASE("a locked-in process that writes a file is killed, even where it may read") {
    const ScratchFolder scratch;
    const std::string path = scratch.path() + "/new";
    const std::vector<std::string> readable{scratch.path()};
    CHECK(end_of([&] { return open(path.c_str(), O_WRONLY | O_CREAT, 0600); }, readable) == "SYS");
    CHECK(end_of([&] { return open(path.c_str(), O_RDWR); }, readable) == "SYS");
    CHECK(end_of([&] { return open(scratch.path().c_str(), O_TMPFILE | O_WRONLY, 0600); }, readable) == "SYS");
    CHECK(end_of([&] { return creat(path.c_str(), 0600); }, readable) == "SYS");
    CHECK(end_of([&] { return unlink(path.c_str()); }, readable) == "SYS");
    CHECK(end_of([&] { return rename(path.c_str(), "x"); }, readable) == "SYS");
    CHECK(end_of([&] { return symlink("/etc/passwd", path.c_str()); }, readable) == "SYS");
    CHECK(end_of([&] { return chmod(scratch.path().c_str(), 0777); }, readable) == "SYS");
}

TEST_CASE("a locked-in process that reaches for the network, a program or another process is killed") {
    CHECK(end_of([] { return socket(AF_INET, SOCK_STREAM, 0); }) == "SYS");
    CHECK(end_of([] { return socket(AF_UNIX, SOCK_STREAM, 0); }) == "SYS");
    CHECK(end_of([] { return execl("/bin/true", "true", nullptr); }) == "SYS");
    CHECK(end_of([] { return system("true"); }) == "SYS");
    CHECK(end_of([] { return fork() == 0 ? 1 : 2; }) == "SYS");
    CHECK(end_of([] { return kill(getppid(), 0); }) == "SYS");
    CHECK(end_of([] { return memfd_create("program", 0); }) == "SYS");
}

TEST_CASE("a locked-in process cannot run memory that it wrote") {
    CHECK(end_of([] {
              void* memory =
                  mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return memory == MAP_FAILED ? 0 : 1;
          }) == "0");
    CHECK(end_of([] {
              void* memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
              return mprotect(memory, 4096, PROT_READ | PROT_EXEC) == 0 ? 1 : 0;
          }) == "0");
}

TEST_CASE("a locked-in process starts threads only where it may, and they are locked in with it") {
    const auto in_thread = [](const std::function<int()>& attempt) {
        int value = 8;
        std::thread([&] { value = attempt(); }).join();
        return value;
    };
    CHECK(end_of([&] { return in_thread([] { return 7; }); }) == "SYS");
    CHECK(end_of([&] { return in_thread([] { return 7; }); }, {}, true) == "7");
    CHECK(end_of([&] { return in_thread([] { return can_read("/etc/passwd"); }); }, {}, true) == "0");
    CHECK(end_of([&] { return in_thread([] { return socket(AF_INET, SOCK_STREAM, 0); }); }, {}, true) == "SYS");
    CHECK(end_of([] { return fork() == 0 ? 1 : 2; }, {}, true) == "SYS");
    CHECK(end_of([] { return execl("/bin/true", "true", nullptr); }, {}, true) == "SYS");
}

#endif
