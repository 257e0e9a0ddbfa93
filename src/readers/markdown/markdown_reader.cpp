#include "readers/markdown/markdown_reader.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "readers/labelling.h"
#include "readers/markdown/front_matter.h"
#include "readers/markdown/markdown_drafter.h"
#include "readers/markdown/markdown_notes.h"
#include "support/text.h"

namespace rapporteur {

Reading read_markdown(std::string_view text) {
    Reading reading;
    const FrontMatter front = read_front_matter(text);
    std::string body(text);
    for (std::size_t i = 0; i < front.end; ++i) {
        if (body[i] != '\n') body[i] = ' ';
    }
    const std::vector<MarkdownNote> notes = take_notes(body);
    NoteMarks marks;
    for (const MarkdownNote& note : notes) marks.insert(note.mark);
    MarkdownDrafts read = draft_markdown(body, marks);
    if (!front.title.empty()) {
        Draft title;
        title.text = front.title;
        title.block.kind = BlockKind::heading;
        title.block.level = 1;
        title.block.line = front.title_line;
        title.marked = true;
        reading.drafts.push_back(std::move(title));
    }
    for (const std::string& other : front.others) reading.left_out.push_back({"front matter", other, 0});
    make_numbered_paragraphs(read.drafts);
    place_notes(read.drafts, notes, marks);
    std::move(read.drafts.begin(), read.drafts.end(), std::back_inserter(reading.drafts));
    std::move(read.left_out.begin(), read.left_out.end(), std::back_inserter(reading.left_out));
    return reading;
}

bool has_open_rows(std::string_view text) {
    std::size_t open = 0;
    std::size_t lone = 0;
    for (const std::string_view raw : split(text, '\n')) {
        const std::string_view line = trim(raw);
        if (line == "|")
            ++lone;
        else if (line.ends_with('|') && !line.starts_with('|'))
            ++open;
    }
    return open >= 3 && (lone > 0 || open >= 8);
}

}  // namespace rapporteur
