#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace rapporteur {

/// What a worker does with its job, in this order.
enum class Stage { waiting, reading, recognising, extracting, composing, writing };

/// How far a job has come: the page (1-based) where the stage has pages and it is known, else 0.
struct StagePlace {
    Stage stage = Stage::waiting;
    int page = 0;
};

/// "while reading page 7", "while extracting"; empty while waiting.
std::string words_of(const StagePlace& place);

/// Where a job leaves word of how far it has come, so that it outlives the job's process: memory that is shared with
/// the processes forked from the one that made it.
class StageMark {
public:
    StageMark();
    ~StageMark();
    StageMark(const StageMark&) = delete;
    StageMark& operator=(const StageMark&) = delete;

    void set(Stage stage, int page = 0);
    /// The job asks for more time than its limit; a new job starts with none.
    void add_time(std::chrono::milliseconds more);
    void take_time_back();
    std::chrono::milliseconds added_time() const;
    StagePlace get() const;

private:
    struct Shared;
    Shared* shared_;  // null where the machine gives no memory: then nothing is told
};

}  // namespace rapporteur
