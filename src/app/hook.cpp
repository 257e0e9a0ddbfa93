#include "app/hook.h"

#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <thread>

namespace rapporteur {
namespace {

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

/// How the process ended; nothing where it had to be stopped.
std::optional<int> wait_for(pid_t process, std::chrono::seconds most_time) {
    const auto end = std::chrono::steady_clock::now() + most_time;
    int status = 0;
    for (auto pause = std::chrono::milliseconds(1);; pause = std::min(pause * 2, std::chrono::milliseconds(200))) {
        if (waitpid(process, &status, WNOHANG) == process) return status;
        if (std::chrono::steady_clock::now() >= end) break;
        std::this_thread::sleep_for(pause);
    }
    kill(-process, SIGKILL);
    waitpid(process, &status, 0);
    return std::nullopt;
}

}  // namespace

std::optional<Diagnostic> run_hook(const std::vector<std::string>& command,
                                   const std::vector<std::pair<std::string, std::string>>& told,
                                   std::chrono::seconds most_time) {
    if (command.empty()) return std::nullopt;
    std::vector<std::string> arguments = command, surroundings;
    for (char** entry = environ; *entry != nullptr; ++entry) surroundings.emplace_back(*entry);
    for (const auto& [name, value] : told) surroundings.push_back(name + "=" + value);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // what it starts is stopped with it
    pid_t process = 0;
    const int error = posix_spawnp(&process, arguments.front().c_str(), nullptr, &attributes,
                                   pointers_to(arguments).data(), pointers_to(surroundings).data());
    posix_spawnattr_destroy(&attributes);
    const auto failed = [&](std::string why) {
        return Diagnostic{Code::command_failed, {command.front()}, std::move(why)};
    };
    if (error != 0) return failed(strerrordesc_np(error));
    const std::optional<int> status = wait_for(process, most_time);
    if (!status) return failed("it did not end within " + std::to_string(most_time.count()) + " seconds");
    if (WIFSIGNALED(*status)) return failed("signal " + std::to_string(WTERMSIG(*status)));
    if (WEXITSTATUS(*status) != 0) return failed("status " + std::to_string(WEXITSTATUS(*status)));
    return std::nullopt;
}

}  // namespace rapporteur
