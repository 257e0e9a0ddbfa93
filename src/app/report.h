#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "app/exit_status.h"
#include "app/progress.h"
#include "model/record.h"
#include "support/diagnostic.h"
#include "support/result.h"

namespace rapporteur {

/// A pack that was written: one line of standard output.
struct PackLine {
    std::string title;
    std::string kind;       // "meeting" or "theme"
    std::size_t pages = 0;  // 0: made from a Word template, which has none of ours
    std::vector<std::string> files;
    int edition = 0;  // 0: packs of `build` have none
};

/// What had to be done to know what the documents say.
struct ReadingCount {
    std::size_t read = 0;             // documents read, and extracted
    std::size_t extracted_again = 0;  // held, and extracted by other rules
    std::size_t unchanged = 0;        // held as they are
    std::size_t retired = 0;          // files that are gone
    bool anything() const { return read + extracted_again + retired > 0; }
};

/// What is the matter with one of the files that are compared with a manifest.
struct FileFinding {
    enum class Matter {
        changed,
        missing,
        extra,
        input_changed,
        input_missing,
        input_unopened
    } matter = Matter::changed;
    std::string file;
};

struct ReportStyle {
    bool json = false;      // one JSON object a line instead of words
    bool quiet = false;     // errors only
    bool terminal = false;  // `err` is a terminal: show progress
};

/// Everything the program tells its user: packs on `out`, diagnostics and progress on `err`. It keeps count, so that it
/// knows how the run ended.
class Report {
public:
    Report(std::ostream& out, std::ostream& err, const ReportStyle& style)
        : out_(out), err_(err), style_(style), progress_(err, style.terminal && !style.quiet && !style.json) {}

    void add(const Diagnostic& diagnostic);
    void add(const Diagnostics& diagnostics);
    /// The warnings of every document and the gaps of the records, each with its file.
    void add_gaps(const Records& records);
    void add(const PackLine& pack);
    /// How much of the store could be used.
    void add(const ReadingCount& count);
    /// One line of what a run would do.
    void add_plan(const std::string& words);
    /// A pack that somebody edited is kept beside the new edition.
    void add_kept(const std::string& file, const std::string& as);
    /// What a comparison found of a file; where it is as bad as an error, the run fails.
    void add(const FileFinding& finding);
    /// So many files of a folder are as they were written.
    void add_verified(const std::string& folder, std::size_t files);
    /// How many mere entries of calendars got no pack.
    void add_left_out(std::size_t entries);
    /// The value, or nothing when the error that stood in its place is told.
    template <class T>
    std::optional<T> value_or_told(Result<T> result) {
        if (result) return std::move(*result);
        add(result.error());
        return std::nullopt;
    }
    /// The same for what the program cannot begin without: whatever the error, the run ends as misconfigured.
    template <class T>
    std::optional<T> configured(Result<T> result) {
        misconfigured_ = misconfigured_ || !result.ok();
        return value_or_told(std::move(result));
    }
    Progress& progress() { return progress_; }

    ExitStatus status(bool strict) const;

private:
    void add_gap(const Gap& gap, const Place& place);
    void print(Severity severity, const Diagnostic& diagnostic, std::string_view code, const std::string& words);

    std::ostream& out_;
    std::ostream& err_;
    ReportStyle style_;
    Progress progress_;
    bool failed_ = false, gaps_ = false, misconfigured_ = false;
};

/// True for what is wrong with rules, themes, templates, styles or labels rather than with a document.
bool is_configuration(Code code);

}  // namespace rapporteur
