#pragma once

namespace rapporteur {

/// How many cores this process may use, at least 1.
int cores_of_machine();

/// How the processes of one run share the cores: a worker that could use another thread takes a core for it only while
/// one is free. Memory that is shared with the processes forked from the one that made it; what a worker writes there
/// wrongly costs time and nothing else.
class CoreShare {
public:
    explicit CoreShare(int cores);
    ~CoreShare();
    CoreShare(const CoreShare&) = delete;
    CoreShare& operator=(const CoreShare&) = delete;

    int cores() const { return cores_; }
    /// So many workers are at a job, each on a core.
    void set_workers(int busy);
    /// A core for a thread more; false while all are taken.
    bool take();
    void give();
    /// A worker died, and with it its threads: nobody holds a core but the workers.
    void forget_threads();

private:
    struct Shared;
    Shared* shared_;  // null where the machine gives no memory: then no core is ever free
    int cores_;
};

}  // namespace rapporteur
