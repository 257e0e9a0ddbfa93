#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/worker.h"

namespace rapporteur {

/// A queue of jobs for a pool of workers. The results depend neither on the number of workers nor on who ends first.
struct Work {
    std::function<std::optional<std::string>()> next;       // the next job's input, nothing when there are no more
    Perform perform;                                        // runs in a worker
    std::function<void(std::size_t, WorkResult)> finished;  // each job's result, in the order of the jobs
};

/// Performs all jobs with up to `workers` processes at a time. A worker takes several jobs; one that crashes or has to
/// be stopped is replaced.
void perform_all(const Work& work, int workers, const WorkLimits& limits);

}  // namespace rapporteur
