#include "readers/ocr/side_by_side.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace rapporteur {
namespace {

constexpr std::chrono::milliseconds wait_for_core{20};

class Tasks {
public:
    using MakeWorker = std::function<std::function<void(std::size_t)>()>;

    Tasks(std::size_t count, const Company& company, const MakeWorker& make_worker)
        : count_(count), company_(company), make_worker_(make_worker) {}

    void run() {
        const std::size_t most = std::min(count_, static_cast<std::size_t>(std::max(company_.threads, 1)));
        std::vector<std::thread> helpers;
        try {
            while (helpers.size() + 1 < most) helpers.emplace_back([this] { guarded([this] { help(); }); });
        } catch (const std::system_error&) {
            // A machine that gives no thread leaves the tasks to those that there are.
        }
        guarded([this] { work(); });
        for (std::thread& helper : helpers) helper.join();
        if (failure_) std::rethrow_exception(failure_);
    }

private:
    void work() {
        const auto worker = make_worker_();
        for (std::size_t task = next_++; task < count_; task = next_++) worker(task);
    }

    void help() {
        std::function<void(std::size_t)> worker;
        while (next_ < count_) {
            if (company_.take_core && !company_.take_core()) {
                std::this_thread::sleep_for(wait_for_core);
                continue;
            }
            const CoreHeld held{company_};
            if (!worker) worker = make_worker_();
            const std::size_t task = next_++;
            if (task < count_) worker(task);
        }
    }

    /// Gives the core back, whatever happens.
    struct CoreHeld {
        const Company& company;
        ~CoreHeld() {
            if (company.give_core) company.give_core();
        }
    };

    /// An exception of one thread ends them all and is thrown on by the first.
    template <typename Function>
    void guarded(const Function& function) {
        try {
            function();
        } catch (...) {
            const std::lock_guard lock(mutex_);
            if (!failure_) failure_ = std::current_exception();
            next_ = count_;
        }
    }

    std::size_t count_;
    const Company& company_;
    const MakeWorker& make_worker_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::exception_ptr failure_;
};

}  // namespace

void do_side_by_side(std::size_t count, const Company& company,
                     const std::function<std::function<void(std::size_t)>()>& make_worker) {
    Tasks(count, company, make_worker).run();
}

}  // namespace rapporteur
