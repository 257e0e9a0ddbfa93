#include "app/core_share.h"

#include <sys/mman.h>

#include <algorithm>
#include <atomic>
#include <new>
#include <thread>

namespace rapporteur {

int cores_of_machine() { return std::max(static_cast<int>(std::thread::hardware_concurrency()), 1); }

struct CoreShare::Shared {
    std::atomic<int> workers{1};
    std::atomic<int> threads{0};
};

CoreShare::CoreShare(int cores) : shared_(nullptr), cores_(cores) {
    void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) shared_ = new (memory) Shared;
}

CoreShare::~CoreShare() {
    if (shared_ != nullptr) munmap(shared_, sizeof(Shared));
}

void CoreShare::set_workers(int busy) {
    if (shared_ != nullptr) shared_->workers = busy;
}

bool CoreShare::take() {
    if (shared_ == nullptr) return false;
    int threads = shared_->threads;
    while (shared_->workers + threads < cores_) {
        if (shared_->threads.compare_exchange_weak(threads, threads + 1)) return true;
    }
    return false;
}

void CoreShare::give() {
    if (shared_ == nullptr) return;
    int threads = shared_->threads;
    while (threads > 0 && !shared_->threads.compare_exchange_weak(threads, threads - 1)) {
    }
}

void CoreShare::forget_threads() {
    if (shared_ != nullptr) shared_->threads = 0;
}

}  // namespace rapporteur
