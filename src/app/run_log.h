#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace rapporteur {

/// The folder of logs beside a store, where the project file names none.
inline constexpr const char* usual_logs = "rapporteur-runs";

/// The log of one run: what goes to `out` and `err` goes into its file too.
class RunLog {
public:
    /// `name` tells the moment, so that logs are in order by name. In a folder that cannot be written
    /// nothing is kept.
    RunLog(const std::string& folder, const std::string& name, std::ostream& out, std::ostream& err);
    ~RunLog();
    std::ostream& out();
    std::ostream& err();
    /// The file; empty where there is none.
    const std::string& path() const;

    /// Removes the oldest logs of the folder beyond `kept`.
    static void prune(const std::string& folder, std::size_t kept);
    /// Removes the logs in which one of these words stands: they would be a trace of it. Gives how many.
    static std::size_t purge(const std::string& folder, const std::vector<std::string>& words);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace rapporteur
