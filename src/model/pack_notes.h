#pragma once

#include <string>
#include <vector>

namespace rapporteur {

/// A stretch of what somebody wrote; a line break inside it is "\n".
struct NoteRun {
    std::string text;
    bool bold = false, italic = false;
    bool operator==(const NoteRun&) const = default;
};

/// A paragraph; the label of a list's item stands at its beginning as text.
struct NoteParagraph {
    std::vector<NoteRun> runs;
    bool operator==(const NoteParagraph&) const = default;
};

using NoteText = std::vector<NoteParagraph>;

/// What stands in the two boxes of one item of a pack; `key` names the item in every edition.
struct ItemNotes {
    std::string key;
    std::string number, title;  // of the item, as the pack prints them
    NoteText position, notes;
    bool empty() const { return position.empty() && notes.empty(); }
};

/// The boxes of one pack that people wrote in, in the order of the pack; those that nobody touched are there too.
struct PackNotes {
    std::string file;
    std::string title;  // of the pack: its meeting
    std::vector<ItemNotes> items;
};

}  // namespace rapporteur
