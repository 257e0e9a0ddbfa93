#include "app/worker.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>

#include "app/confinement.h"

namespace rapporteur {
namespace {

using Length = std::uint64_t;

/// First byte of a reply: how the job ended.
constexpr char mark_done = 'd', mark_failed = 'f', mark_out_of_memory = 'm';

#if defined(__SANITIZE_ADDRESS__)  // GCC
#define RAPPORTEUR_SANITIZED true
#elif defined(__has_feature)
#define RAPPORTEUR_SANITIZED __has_feature(address_sanitizer)  // Clang
#else
#define RAPPORTEUR_SANITIZED false
#endif
constexpr bool sanitized = RAPPORTEUR_SANITIZED;

bool send_all(int socket, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return false;
        bytes += sent;
        size -= static_cast<std::size_t>(sent);
    }
    return true;
}

bool send_message(int socket, std::string_view message) {
    const Length length = message.size();
    return send_all(socket, reinterpret_cast<const char*>(&length), sizeof length) &&
           send_all(socket, message.data(), message.size());
}

bool receive_all(int socket, char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t count = recv(socket, bytes, size, 0);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool receive_message(int socket, std::string& message) {
    Length length = 0;
    if (!receive_all(socket, reinterpret_cast<char*>(&length), sizeof length)) return false;
    message.resize(length);
    return receive_all(socket, message.data(), message.size());
}

std::string reply_to(const Perform& perform, std::string_view job, StageMark& mark) {
    mark.set(Stage::waiting);
    try {
        return mark_done + perform(job, mark);
    } catch (const std::bad_alloc&) {
        return {mark_out_of_memory};
    } catch (const std::exception& error) {
        return mark_failed + std::string(error.what());
    } catch (...) {
        return mark_failed + std::string("an unknown exception");
    }
}

/// Leaves the worker nothing of its parent but `socket`, which becomes descriptor 3; what libraries print goes nowhere.
int keep_only(int socket) {
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, STDIN_FILENO);
    dup2(nowhere, STDOUT_FILENO);
    if (!sanitized) dup2(nowhere, STDERR_FILENO);
    constexpr int own = 3;
    if (socket != own) dup2(socket, own);
    close_range(own + 1, ~0U, 0);
    return own;
}

void limit(int resource, std::size_t most) {
    const rlimit value{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
}

/// Takes from the worker all that it does not need. A machine without seccomp has only the other walls.
void lock_in(const WorkLimits& limits) {
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    // The sanitizers map terabytes for their shadows, and read and write files of their own to report.
    if (sanitized) return;
    if (limits.memory > 0) limit(RLIMIT_AS, limits.memory);
    confine({limits.readable, limits.cores != nullptr});
}

[[noreturn]] void live(int socket, pid_t parent, const Perform& perform, const WorkLimits& limits, StageMark& mark) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(0);
    socket = keep_only(socket);
    lock_in(limits);
    std::string job;
    while (receive_message(socket, job) && send_message(socket, reply_to(perform, job, mark))) {
    }
    _exit(0);
}

std::string words_of_status(int status) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) return "tried what no worker may do (signal SYS)";
    if (WIFSIGNALED(status)) {
        const char* name = sigabbrev_np(WTERMSIG(status));
        return name != nullptr ? "signal " + std::string(name) : "signal " + std::to_string(WTERMSIG(status));
    }
    return "ended by itself with status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

std::string reason_of(const WorkResult& result) {
    const std::string place = words_of(result.place);
    return place.empty() ? result.reason : result.reason + " " + place;
}

std::unique_ptr<Worker> Worker::start(const Perform& perform, const WorkLimits& limits) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return nullptr;
    auto mark = std::make_unique<StageMark>();
    const pid_t parent = getpid();
    const pid_t process = fork();
    if (process == 0) live(ends[1], parent, perform, limits, *mark);
    close(ends[1]);
    if (process < 0) {
        close(ends[0]);
        return nullptr;
    }
    return std::unique_ptr<Worker>(new Worker(process, ends[0], limits, std::move(mark)));
}

Worker::~Worker() {
    close(socket_);
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

std::chrono::milliseconds Worker::time() const {
    // The worker may have written anything there.
    return limits_.time + std::clamp(mark_->added_time(), std::chrono::milliseconds(0), limits_.more_time);
}

std::chrono::steady_clock::time_point Worker::deadline() const { return begin_ + time(); }

bool Worker::send(std::string_view job) {
    received_.clear();
    mark_->take_time_back();
    begin_ = std::chrono::steady_clock::now();
    return send_message(socket_, job);
}

std::optional<WorkResult> Worker::receive() {
    std::optional<WorkResult> result = received_result();
    if (result && result->state != WorkState::done) result->place = mark_->get();
    return result;
}

std::optional<WorkResult> Worker::received_result() {
    std::array<char, 65536> buffer;
    while (true) {
        const ssize_t count = recv(socket_, buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (count > 0) {
            received_.append(buffer.data(), static_cast<std::size_t>(count));
            if (received_.size() > limits_.output)
                return WorkResult{WorkState::crashed, "", "an answer that is too long"};
            continue;
        }
        if (count < 0 && errno == EINTR) continue;
        const bool dead = count == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
        std::optional<WorkResult> result = finished_result();
        if (!result && dead) return result_of_death();
        if (!result && std::chrono::steady_clock::now() >= deadline())
            return WorkResult{WorkState::timed_out, "", "more than " + std::to_string(time().count()) + " ms"};
        return result;
    }
}

std::optional<WorkResult> Worker::finished_result() {
    Length length = 0;
    if (received_.size() < sizeof length) return std::nullopt;
    std::memcpy(&length, received_.data(), sizeof length);
    if (length == 0) return WorkResult{WorkState::crashed, "", "a senseless answer"};
    if (length > limits_.output) return WorkResult{WorkState::crashed, "", "an answer that is too long"};
    if (received_.size() - sizeof length < length) return std::nullopt;
    const char mark = received_[sizeof length];
    std::string text = received_.substr(sizeof length + 1, length - 1);
    if (mark == mark_done) return WorkResult{WorkState::done, std::move(text), ""};
    if (mark == mark_out_of_memory) return WorkResult{WorkState::out_of_memory, "", "the limit of memory was reached"};
    return WorkResult{WorkState::crashed, "", std::move(text)};
}

WorkResult Worker::result_of_death() {
    int status = 0;
    pid_t ended = 0;
    do {
        ended = waitpid(process_, &status, 0);
    } while (ended < 0 && errno == EINTR);
    process_ = 0;
    return {WorkState::crashed, "", words_of_status(status)};
}

}  // namespace rapporteur
