#include "app/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <map>
#include <vector>

namespace rapporteur {
namespace {

using Clock = std::chrono::steady_clock;

/// A place in the pool: a worker, once it was needed, and the job it is at.
struct Slot {
    std::unique_ptr<Worker> worker;
    bool busy = false;
    std::size_t job = 0;
};

class Pool {
public:
    Pool(const Work& work, int workers, const WorkLimits& limits)
        : work_(work), limits_(limits), slots_(static_cast<std::size_t>(std::max(workers, 1))) {}

    void run() {
        while (fill()) collect();
    }

private:
    /// Gives every free slot a job while there are any; false when nothing is left to wait for.
    bool fill() {
        int busy = 0;
        for (Slot& slot : slots_) {
            while (!slot.busy && !exhausted_) give_next(slot);
            busy += slot.busy ? 1 : 0;
        }
        if (limits_.cores) limits_.cores->set_workers(busy);
        return busy > 0;
    }

    void give_next(Slot& slot) {
        const std::optional<std::string> job = work_.next();
        if (!job) {
            exhausted_ = true;
            return;
        }
        slot.job = next_job_++;
        if (!slot.worker) slot.worker = Worker::start(work_.perform, limits_);
        if (!slot.worker) {
            settle(slot.job, {WorkState::crashed, "", "no process could be started"});
            return;
        }
        slot.busy = true;
        // A worker that died between two jobs shows it when it is asked for the result.
        slot.worker->send(*job);
    }

    void collect() {
        std::vector<pollfd> waiting;
        Clock::time_point deadline = Clock::time_point::max();
        for (const Slot& slot : slots_) {
            if (!slot.busy) continue;
            waiting.push_back({slot.worker->descriptor(), POLLIN, 0});
            deadline = std::min(deadline, slot.worker->deadline());
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        poll(waiting.data(), waiting.size(), static_cast<int>(std::clamp<long long>(left, 0, 60'000)));
        for (Slot& slot : slots_) {
            if (slot.busy) collect_from(slot);
        }
    }

    void collect_from(Slot& slot) {
        std::optional<WorkResult> result = slot.worker->receive();
        if (!result) return;
        slot.busy = false;
        if (result->state != WorkState::done) {
            slot.worker.reset();
            if (limits_.cores) limits_.cores->forget_threads();
        }
        settle(slot.job, std::move(*result));
    }

    /// Hands results on in the order of the jobs.
    void settle(std::size_t job, WorkResult result) {
        ready_.emplace(job, std::move(result));
        for (auto at = ready_.begin(); at != ready_.end() && at->first == next_result_; at = ready_.erase(at))
            work_.finished(next_result_++, std::move(at->second));
    }

    const Work& work_;
    WorkLimits limits_;
    std::vector<Slot> slots_;
    bool exhausted_ = false;
    std::size_t next_job_ = 0, next_result_ = 0;
    std::map<std::size_t, WorkResult> ready_;
};

}  // namespace

void perform_all(const Work& work, int workers, const WorkLimits& limits) { Pool(work, workers, limits).run(); }

}  // namespace rapporteur
