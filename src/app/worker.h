#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core_share.h"
#include "app/stage.h"

namespace rapporteur {

/// What one job may take of the machine before it is given up.
struct WorkLimits {
    std::chrono::milliseconds time = std::chrono::seconds(60);
    std::size_t memory = std::size_t{2} << 30;   // bytes of address space of a worker, 0: no limit
    std::size_t output = std::size_t{1} << 30;   // bytes of a job's answer
    std::vector<std::string> readable = {};      // folders that libraries may read while they work
    std::chrono::milliseconds more_time{0};      // the most that a job may add to its time, page after page
    std::shared_ptr<CoreShare> cores = nullptr;  // a worker may start threads, as far as these are free; null: none
};

enum class WorkState { done, crashed, timed_out, out_of_memory };

/// What became of a job: its output where done, else a reason for people ("signal SEGV") and how far it had come.
struct WorkResult {
    WorkState state = WorkState::done;
    std::string output;
    std::string reason;
    StagePlace place = {};
};

/// What went wrong with a job and where, for people: "signal SEGV while reading page 7".
std::string reason_of(const WorkResult& result);

/// From a job's input to its output, saying how far it has come. Runs in a worker: it gets bytes and gives bytes, and
/// opens no input itself.
using Perform = std::function<std::string(std::string_view, StageMark&)>;

/// A child process that performs one job after another until it is destroyed, locked in by `confine`; a crash, a hang
/// or a blow-up of memory is its own. Jobs and outputs go over a socket, each preceded by its length.
class Worker {
public:
    /// Forks; nothing where the machine gives no process. The caller must have no other threads running.
    static std::unique_ptr<Worker> start(const Perform& perform, const WorkLimits& limits);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Gives the worker its next job; false where the worker is dead.
    bool send(std::string_view job);
    /// The descriptor that becomes readable when there is something to receive.
    int descriptor() const { return socket_; }
    std::chrono::steady_clock::time_point deadline() const;
    /// Takes what has arrived; the job's result once it is complete or the worker has died. A worker whose job did not
    /// end in `done` must not be used again.
    std::optional<WorkResult> receive();

private:
    Worker(pid_t process, int socket, const WorkLimits& limits, std::unique_ptr<StageMark> mark)
        : process_(process), socket_(socket), limits_(limits), mark_(std::move(mark)) {}
    std::optional<WorkResult> received_result();
    WorkResult result_of_death();
    std::optional<WorkResult> finished_result();
    std::chrono::milliseconds time() const;

    pid_t process_;
    int socket_;
    WorkLimits limits_;
    std::unique_ptr<StageMark> mark_;
    std::chrono::steady_clock::time_point begin_;
    std::string received_;
};

}  // namespace rapporteur
