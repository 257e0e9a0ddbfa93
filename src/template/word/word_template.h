#pragma once

#include <functional>
#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "support/named_text.h"
#include "support/result.h"
#include "template/labels.h"
#include "template/value.h"
#include "template/word/word_resolve.h"

namespace rapporteur {

/// The files that a Word template can call: partials are named by their files' names without endings.
struct WordFolder {
    std::vector<std::string> files;  // "clause.docx", "greeting.mustache"
    std::function<Result<NamedText>(const std::string&)> read;
};

/// The files of one Word template.
struct WordFiles {
    NamedText document;
    WordFolder folder;
    NamedText labels;
};

/// A Word file with Mustache tags that was read, checked and put together once, for all packs of a run.
class WordTemplate {
public:
    /// All that the template may name, but for its labels.
    Value values_of(const Briefing& briefing) const;

    /// The pack as a Word file: the template filled with the values of a briefing (template/context.h), and with
    /// labels. The same values give the same bytes. Fails with `template_invalid` where its loops make too much, or
    /// `docx_failed`.
    Result<std::string> render(Value values, const WordFigures& figures) const;

    /// What of the file was left out: macros and links to templates elsewhere.
    const Diagnostics& notes() const { return notes_; }
    /// Whether a tag asks for a figure.
    bool draws_figures() const;
    const Labels& labels() const { return labels_; }

private:
    friend class WordLoader;
    WordPackage package_;
    WordSurroundings around_;
    std::string text_;
    Labels labels_;
    Value label_values_;
    Diagnostics notes_;
};

/// Reads and checks a template. Every mistake goes to `problems`, as "file: part, paragraph 3"; the template is of use
/// only where there is none.
WordTemplate load_word_template(const WordFiles& files, Diagnostics& problems);

}  // namespace rapporteur
