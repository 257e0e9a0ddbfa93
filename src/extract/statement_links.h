#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/scene.h"

namespace rapporteur {

/// Ties statements to the meetings and agenda items that the finders before found in the same document.
class StatementLinks {
public:
    StatementLinks(const Document& document, const Outline& outline, const Records& records);

    /// A recommendation is put to the meeting that it names as addressee, that its heading or its own words name, else
    /// to the meeting of the document.
    void link(const Moment& moment, Recommendation& found) const;
    /// An outcome is of the meeting that its body or its own words name; in a report or a set of decisions else of the
    /// document's.
    void link(const Moment& moment, Outcome& found) const;
    /// An intervention was made at the meeting that a report is of.
    void link(const std::vector<std::string>& roles, std::size_t block, Intervention& found) const;

    /// The id of the meeting whose name stands first in the text, the longest where several do; empty where none does.
    std::string meeting_in(std::string_view text) const;

private:
    struct Name {
        std::vector<std::string> words;  // folded
        std::size_t meeting = 0;
    };

    void add_name(std::string_view name, std::size_t meeting);
    std::string item_at(std::size_t block) const;

    const Outline& outline_;
    std::vector<std::string> ids_;  // of the meetings
    std::string principal_;         // id of the document's own meeting, empty where it has none
    std::unordered_map<std::string, std::vector<Name>> names_;  // by first word, the longest first
    std::map<std::size_t, std::string> items_;                  // id of the agenda item that a heading block opens
};

/// Remembers, sentence by sentence, which meeting a block named last: "it" in the next sentence is that one.
class MentionWalk {
public:
    explicit MentionWalk(const StatementLinks& links) : links_(links) {}

    /// The id of the meeting named by the sentences before in this block; empty where none was.
    std::string before(std::size_t block) const { return block == block_ ? mentioned_ : std::string(); }
    void take(std::size_t block, std::string_view text);

private:
    const StatementLinks& links_;
    std::size_t block_ = 0;
    std::string mentioned_;
};

}  // namespace rapporteur
