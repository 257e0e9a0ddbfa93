#pragma once

#include <map>
#include <set>
#include <string>

#include "template/field_scopes.h"
#include "template/word/word_story.h"
#include "template/word/word_tag.h"

namespace rapporteur {

/// A file that templates can call by its name.
struct WordPartial {
    std::string path;
    std::string text;                // of a text file, else empty
    const WordNode* body = nullptr;  // of a Word file
    std::size_t file = 0;            // its number
};

using WordPartials = std::map<std::string, WordPartial>;

/// Puts the tags of stories into their places as nodes, finds out what each prints, and brings partials in. The stories
/// have no mistakes but those that can be told now, of places that do not match.
class WordBuilder {
public:
    WordBuilder(const WordPartials& partials, WordTags& tags, Diagnostics& problems)
        : partials_(partials), tags_(tags), problems_(problems) {}

    /// Builds a story and those that it leads to. The names of a file's stories are its own.
    void build(const std::string& file, const std::string& name, WordStories& stories);

    /// The paragraphs that partials bring in, by the index of their tags.
    const std::map<int, WordNode>& inserts() const { return inserts_; }

private:
    static constexpr std::size_t most_included = 2000, most_included_bytes = std::size_t{32} << 20;

    struct File {
        const std::string& path;
        WordStories& stories;
        std::set<std::string> built;
    };

    void build(File& file, const std::string& name);
    void take_paragraph(File& file, WordStory& story, const StoryParagraph& paragraph, std::vector<int>& numbers);
    void take_tag(const File& file, const WordStory& story, std::size_t index, std::vector<int>& numbers);
    WordForm form_of_variable(const std::string& name) const;
    void include(int number, const WordPartial& partial);
    bool has_room_for(const WordPartial& partial);
    std::string text_of(const WordPartial& partial);

    const WordPartials& partials_;
    WordTags& tags_;
    Diagnostics& problems_;
    FieldScopes scopes_;
    std::map<int, WordNode> inserts_;  // blocks by tag
    std::size_t included_ = 0, included_bytes_ = 0, depth_ = 0;
};

}  // namespace rapporteur
