#include "template/word/word_story.h"

#include <algorithm>

namespace rapporteur {
namespace {

/// Goes through the blocks of a story and counts as a person does.
class BlockCounter {
public:
    explicit BlockCounter(std::vector<StoryParagraph>& out) : out_(out) {}

    void walk(WordNode& container, const std::string& place) {
        Count count;
        walk(container, place, count);
    }

private:
    struct Count {
        int paragraphs = 0, tables = 0;
    };

    void walk(WordNode& container, const std::string& place, Count& count) {
        for (WordNode& child : container.children) {
            if (child.is_word("p")) {
                out_.push_back({&child, place + "paragraph " + std::to_string(++count.paragraphs), 0, 0, {}});
            } else if (child.is_word("tbl")) {
                int row = 0;
                walk_rows(child, place + "table " + std::to_string(++count.tables), row);
            } else if (text_role(child) == WordTextRole::inside || child.space == compatibility_space) {
                walk(child, place, count);
            }
        }
    }

    void walk_rows(WordNode& container, const std::string& place, int& row) {
        for (WordNode& child : container.children) {
            if (child.is_word("tr")) {
                int column = 0;
                walk_cells(child, place + ", row " + std::to_string(++row), column);
            } else if (text_role(child) == WordTextRole::inside) {
                walk_rows(child, place, row);
            }
        }
    }

    void walk_cells(WordNode& container, const std::string& place, int& column) {
        for (WordNode& child : container.children) {
            if (child.is_word("tc")) {
                walk(child, place + ", column " + std::to_string(++column) + ", ");
            } else if (text_role(child) == WordTextRole::inside) {
                walk_cells(child, place, column);
            }
        }
    }

    std::vector<StoryParagraph>& out_;
};

void add_boxes(WordNode& node, std::vector<WordNode*>& out) {
    if (node.is_word("txbxContent")) return out.push_back(&node);
    for (WordNode& child : node.children) add_boxes(child, out);
}

/// Reads the text of paragraphs with all that tags have to know of where they stand.
class StoryReader {
public:
    StoryReader(const std::string& file, WordStories& stories, Diagnostics& problems)
        : file_(file), stories_(stories), problems_(problems) {}

    void read(const std::string& name, WordNode& root, const std::string& place) {
        WordStory story;
        story.root = &root;
        const std::string prefix = place.empty() ? std::string() : place + ", ";
        if (root.is_word("p")) {
            story.paragraphs.push_back({&root, place, 0, 0, {}});
        } else {
            BlockCounter(story.paragraphs).walk(root, prefix);
        }
        const WordFields outer = std::exchange(fields_, {});
        const Delimiters outer_delimiters = std::exchange(delimiters_, {});
        for (std::size_t i = 0; i < story.paragraphs.size(); ++i) read_paragraph(name, story, i);
        fields_ = outer;
        delimiters_ = outer_delimiters;
        match(story);
        stories_[name] = std::move(story);
    }

private:
    /// The state of the fields at a byte of the text, from which it holds.
    struct FieldPlace {
        std::size_t at = 0;
        int depth = 0;
        bool contents = false;
    };

    void problem(const std::string& place, std::string why) {
        problems_.push_back({Code::template_invalid, {file_ + ": " + place, 0, 0, 0}, std::move(why)});
    }

    void read_paragraph(const std::string& story_name, WordStory& story, std::size_t index) {
        StoryParagraph& paragraph = story.paragraphs[index];
        text_.clear();
        field_places_ = {{0, fields_.depth(), fields_.in_contents()}};
        add_text(*paragraph.node, story_name, paragraph);
        std::vector<TagFault> faults;
        std::vector<TemplateTag> tags = find_tags(text_, delimiters_, faults);
        for (TagFault& fault : faults) problem(paragraph.place, std::move(fault.why));
        paragraph.first_tag = story.tags.size();
        paragraph.tags = tags.size();
        for (TemplateTag& tag : tags) {
            tag.place = paragraph.place;
            const FieldPlace& fields = field_place(tag.begin);
            if (fields.contents) tag.kind = TagKind::comment;  // Word fills contents anew
            story.tags.push_back({std::move(tag), -1, fields.depth, static_cast<int>(index)});
        }
    }

    const FieldPlace& field_place(std::size_t at) const {
        const auto after = std::upper_bound(field_places_.begin(), field_places_.end(), at,
                                            [](std::size_t byte, const FieldPlace& place) { return byte < place.at; });
        return *std::prev(after);
    }

    void add_text(WordNode& node, const std::string& story_name, StoryParagraph& paragraph) {
        for (WordNode& child : node.children) {
            const WordTextRole role = text_role(child);
            if (role == WordTextRole::inside) {
                add_text(child, story_name, paragraph);
            } else if (role == WordTextRole::run) {
                for (WordNode& inner : child.children) add_run_child(inner, story_name, paragraph);
            } else if (role == WordTextRole::story && holds_stories(child)) {
                add_stories(child, story_name, paragraph);
            }
        }
    }

    void add_run_child(WordNode& child, const std::string& story_name, StoryParagraph& paragraph) {
        if (child.is_word("fldChar") || child.is_word("instrText")) {
            fields_.pass(child);
            field_places_.push_back({text_.size(), fields_.depth(), fields_.in_contents()});
            for (const WordNode& inner : child.children)
                if (child.is_word("instrText") && inner.text.find("{{") != std::string::npos)
                    problem(paragraph.place, "a tag in the code of a field is not filled in");
            return;
        }
        if (!child.is_word("t") && holds_stories(child)) add_stories(child, story_name, paragraph);
        text_ += text_of_run_child(child);
    }

    void add_stories(WordNode& child, const std::string& story_name, StoryParagraph& paragraph) {
        const std::string note = note_of(child);
        if (!note.empty())
            paragraph.stories.emplace_back(
                text_.size(), note_story(child.is_word("footnoteReference") ? "footnotes" : "endnotes", note));
        const std::string text = text_;
        const auto field_places = field_places_;
        for (WordNode* root : box_roots(child)) {
            const std::string name = story_name + "\x01" + std::to_string(++boxes_);
            read(name, *root, paragraph.place + ", text box");
            text_ = text;
            field_places_ = field_places;
            paragraph.stories.emplace_back(text_.size(), name);
        }
    }

    /// Sections and their ends find each other; those that cross or lack the other stay alone.
    static void match(WordStory& story) {
        std::vector<int> open;
        for (std::size_t i = 0; i < story.tags.size(); ++i) {
            const TemplateTag& tag = story.tags[i].tag;
            if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) open.push_back(static_cast<int>(i));
            if (tag.kind != TagKind::end || open.empty()) continue;
            StoryTag& start = story.tags[static_cast<std::size_t>(open.back())];
            if (start.tag.name != tag.name) continue;
            start.partner = static_cast<int>(i);
            story.tags[i].partner = open.back();
            open.pop_back();
        }
    }

    const std::string& file_;
    WordStories& stories_;
    Diagnostics& problems_;
    WordFields fields_;
    Delimiters delimiters_;
    std::string text_;
    std::vector<FieldPlace> field_places_;
    int boxes_ = 0;
};

}  // namespace

std::vector<WordNode*> box_roots(WordNode& run_child) {
    std::vector<WordNode*> out;
    add_boxes(run_child, out);
    return out;
}

void read_story(const std::string& name, WordNode& root, const std::string& file, const std::string& place,
                WordStories& stories, Diagnostics& problems) {
    StoryReader(file, stories, problems).read(name, root, place);
}

}  // namespace rapporteur
