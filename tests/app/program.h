#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "app/scratch_folder.h"

namespace rapporteur {

/// How the built program ended and what it printed.
struct Ended {
    int status = -1;  // -1: by a signal
    std::string out, err;
};

inline std::string content_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

inline void put(const std::string& path, const std::string& content) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

/// Runs the built program with these arguments.
inline Ended run_program(std::vector<std::string> arguments) {
    const ScratchFolder folder;
    arguments.insert(arguments.begin(), RAPPORTEUR_PROGRAM);
    std::vector<char*> argv;
    for (std::string& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (folder / "out").c_str(), flags, 0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (folder / "err").c_str(), flags, 0600);
    pid_t process = 0;
    Ended ended;
    const int error = posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) return ended;
    int status = 0;
    waitpid(process, &status, 0);
    if (WIFEXITED(status)) ended.status = WEXITSTATUS(status);
    ended.out = content_of(folder / "out");
    ended.err = content_of(folder / "err");
    return ended;
}

}  // namespace rapporteur
