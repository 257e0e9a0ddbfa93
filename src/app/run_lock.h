#pragma once

#include <memory>
#include <string>

#include "support/result.h"

namespace rapporteur {

/// Held while a run is at work; let go when this goes, and by the system whatever ends the program. Processes that it
/// starts do not hold it.
class RunLock {
public:
    /// Null where another run holds it and `wait` is false.
    static Result<std::unique_ptr<RunLock>> take(const std::string& path, bool wait);
    ~RunLock();
    RunLock(const RunLock&) = delete;
    RunLock& operator=(const RunLock&) = delete;

private:
    explicit RunLock(int file) : file_(file) {}
    int file_;
};

}  // namespace rapporteur
