#include "app/run_log.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <streambuf>
#include <vector>

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".log";

/// Writes to two places.
class Tee : public std::streambuf {
public:
    Tee(std::streambuf* first, std::streambuf* second) : first_(first), second_(second) {}

protected:
    int overflow(int c) override {
        if (c == traits_type::eof()) return traits_type::not_eof(c);
        const char sign = traits_type::to_char_type(c);
        second_->sputc(sign);
        return first_->sputc(sign);
    }
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        second_->sputn(bytes, count);
        return first_->sputn(bytes, count);
    }
    int sync() override {
        second_->pubsync();
        return first_->pubsync();
    }

private:
    std::streambuf *first_, *second_;
};

/// The logs of a folder, the oldest first.
std::vector<fs::path> logs_in(const std::string& folder) {
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with("run-") && name.ends_with(ending)) out.push_back(at->path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

/// "folder/run-NAME.log"; a second log of that name is "run-NAME_2.log", which comes after it by name.
std::string free_log(const std::string& folder, const std::string& name) {
    std::error_code ignored;
    for (int n = 1;; ++n) {
        const std::string number = n == 1 ? "" : "_" + std::to_string(n);
        const fs::path path = fs::path(folder) / ("run-" + name + number + std::string(ending));
        if (!fs::exists(path, ignored)) return path.string();
    }
}

}  // namespace

struct RunLog::State {
    State(const std::string& name, std::ostream& to_out, std::ostream& to_err)
        : file(name, std::ios::binary | std::ios::app),
          out_tee(to_out.rdbuf(), file.rdbuf()),
          err_tee(to_err.rdbuf(), file.rdbuf()),
          out(file.is_open() ? static_cast<std::streambuf*>(&out_tee) : to_out.rdbuf()),
          err(file.is_open() ? static_cast<std::streambuf*>(&err_tee) : to_err.rdbuf()),
          path(file.is_open() ? name : "") {}

    std::ofstream file;
    Tee out_tee, err_tee;
    std::ostream out, err;
    std::string path;
};

RunLog::RunLog(const std::string& folder, const std::string& name, std::ostream& out, std::ostream& err) {
    std::error_code ignored;
    if (!folder.empty()) fs::create_directories(folder, ignored);
    state_ = std::make_unique<State>(folder.empty() ? "" : free_log(folder, name), out, err);
}

RunLog::~RunLog() = default;

std::ostream& RunLog::out() { return state_->out; }
std::ostream& RunLog::err() { return state_->err; }
const std::string& RunLog::path() const { return state_->path; }

void RunLog::prune(const std::string& folder, std::size_t kept) {
    const std::vector<fs::path> logs = logs_in(folder);
    std::error_code ignored;
    for (std::size_t i = 0; i + kept < logs.size(); ++i) fs::remove(logs[i], ignored);
}

std::size_t RunLog::purge(const std::string& folder, const std::vector<std::string>& words) {
    std::size_t removed = 0;
    for (const fs::path& log : logs_in(folder)) {
        std::ostringstream text;
        text << std::ifstream(log, std::ios::binary).rdbuf();
        const std::string bytes = text.str();
        const bool traces = std::any_of(words.begin(), words.end(),
                                        [&](const std::string& word) { return bytes.find(word) != bytes.npos; });
        std::error_code ignored;
        if (traces && fs::remove(log, ignored)) ++removed;
    }
    return removed;
}

}  // namespace rapporteur
