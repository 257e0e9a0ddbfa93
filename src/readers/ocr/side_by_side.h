#pragma once

#include <cstddef>
#include <functional>

namespace rapporteur {

/// How many tasks may be done at a time, and on which cores.
struct Company {
    int threads = 1;                  // at the most, this one among them
    std::function<bool()> take_core;  // asked before each task of another thread; empty: any time
    std::function<void()> give_core;  // told when that task is done
};

/// Does the tasks 0 to `count` - 1 in this thread and up to `company.threads` - 1 others, as far as cores are free;
/// each thread does its tasks with a worker of its own that `make_worker` gives it, called in that thread. Returns when
/// all are done; throws what a task threw.
void do_side_by_side(std::size_t count, const Company& company,
                     const std::function<std::function<void(std::size_t)>()>& make_worker);

}  // namespace rapporteur
