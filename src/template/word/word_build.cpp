#include "template/word/word_build.h"

#include <algorithm>

#include "support/xml.h"
#include "template/prepared.h"
#include "template/tag_lint.h"
#include "template/word/word_lift.h"
#include "template/word/word_marks.h"
#include "template/word/word_rich.h"
#include "template/word/word_runs.h"

namespace rapporteur {
namespace {

std::string with_breaks(std::string_view text) {
    std::string out = escape_xml(text);
    std::erase(out, '\r');
    std::replace(out.begin(), out.end(), '\n', line_break_mark);
    std::replace(out.begin(), out.end(), '\t', tab_mark);
    return out;
}

}  // namespace

void WordBuilder::build(const std::string& path, const std::string& name, WordStories& stories) {
    File file{path, stories, {}};
    build(file, name);
}

void WordBuilder::build(File& file, const std::string& name) {
    const auto found = file.stories.find(name);
    if (found == file.stories.end() || !file.built.insert(name).second) return;
    WordStory& story = found->second;
    const std::size_t depth = scopes_.depth();
    std::vector<int> numbers(story.tags.size(), -1);
    for (const StoryParagraph& paragraph : story.paragraphs) take_paragraph(file, story, paragraph, numbers);
    scopes_.cut_to(depth);
    lift_sections(*story.root, file.path, tags_, problems_);
}

void WordBuilder::take_paragraph(File& file, WordStory& story, const StoryParagraph& paragraph,
                                 std::vector<int>& numbers) {
    auto nested = paragraph.stories.begin();
    const auto build_until = [&](std::size_t byte) {
        for (; nested != paragraph.stories.end() && nested->first <= byte; ++nested) build(file, nested->second);
    };
    std::vector<PlacedTag> placed;
    for (std::size_t i = paragraph.first_tag; i < paragraph.first_tag + paragraph.tags; ++i) {
        build_until(story.tags[i].tag.begin);
        take_tag(file, story, i, numbers);
        placed.push_back({story.tags[i].tag.begin, story.tags[i].tag.end, numbers[i]});
    }
    build_until(std::string::npos);
    place_tags(*paragraph.node, placed, tags_);
}

void WordBuilder::take_tag(const File& file, const WordStory& story, std::size_t index, std::vector<int>& numbers) {
    const StoryTag& from = story.tags[index];
    const int number = static_cast<int>(tags_.size());
    numbers[index] = number;
    tags_.push_back({WordForm::nothing, from.tag, -1, from.field_depth, "", 0});
    WordTag& tag = tags_.back();
    tag.tag.unescaped = false;
    const bool paired = from.partner >= 0;
    if ((from.tag.kind == TagKind::section || from.tag.kind == TagKind::inverted) && paired) {
        tag.form = WordForm::section;
        const FieldRow* row = from.tag.kind == TagKind::section ? scopes_.resolve(from.tag.name).row : nullptr;
        scopes_.push(row ? row->of : std::string_view{});
    } else if (from.tag.kind == TagKind::end && paired) {
        tag.form = WordForm::end;
        tag.partner = numbers[static_cast<std::size_t>(from.partner)];
        WordTag& start = tags_[static_cast<std::size_t>(tag.partner)];
        start.partner = number;
        scopes_.pop();
        if (start.field_depth != tag.field_depth)
            problems_.push_back({Code::template_invalid,
                                 {file.path + ": " + start.tag.place, 0, 0, 0},
                                 "{{#" + tag.tag.name + "}} and its end stand one inside a field and one outside it"});
    } else if (from.tag.kind == TagKind::variable && !from.tag.broken) {
        tag.form = form_of_variable(from.tag.name);
    } else if (from.tag.kind == TagKind::partial) {
        const auto partial = partials_.find(from.tag.name);
        if (partial != partials_.end()) include(number, partial->second);
    }
}

WordForm WordBuilder::form_of_variable(const std::string& name) const {
    if (name == "." || name.starts_with("labels.")) return WordForm::words;
    const FieldRow* row = scopes_.resolve(name).row;
    if (!row) return WordForm::words;
    if (row->object == "figure") return WordForm::figure;
    if (row->name == "anchor") return WordForm::anchor;
    if (!is_rich(*row)) return WordForm::words;
    return row->of == "quotation" ? WordForm::quotation : WordForm::cites;
}

/// Partials in partials multiply.
bool WordBuilder::has_room_for(const WordPartial& partial) {
    const bool had_room = included_ <= most_included && included_bytes_ <= most_included_bytes;
    ++included_;
    included_bytes_ += partial.body ? partial.body->end - partial.body->begin : partial.text.size();
    const bool has_room = included_ <= most_included && included_bytes_ <= most_included_bytes;
    if (had_room && !has_room)
        problems_.push_back({Code::template_invalid,
                             {partial.path, 0, 0, 0},
                             "is brought in too often: more than a template can hold"});
    return has_room;
}

void WordBuilder::include(int number, const WordPartial& partial) {
    if (depth_ >= deepest_partial || !has_room_for(partial)) return;
    ++depth_;
    if (!partial.body) {
        std::string text = text_of(partial);
        WordTag& tag = tags_[static_cast<std::size_t>(number)];
        tag.form = WordForm::text_file;
        tag.text = std::move(text);
    } else {
        WordNode& body = inserts_[number] = *partial.body;
        std::erase_if(body.children, [](const WordNode& child) { return child.is_word("sectPr"); });
        WordStories stories;
        Diagnostics told_elsewhere;
        read_story("", body, partial.path, "", stories, told_elsewhere);
        build(partial.path, "", stories);
        WordTag& tag = tags_[static_cast<std::size_t>(number)];
        tag.form = WordForm::word_file;
        tag.file = partial.file;
    }
    --depth_;
}

std::string WordBuilder::text_of(const WordPartial& partial) {
    std::string_view text = partial.text;
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    Delimiters delimiters;
    std::vector<TagFault> told_elsewhere;
    std::string out;
    std::size_t at = 0;
    for (const TemplateTag& tag : find_tags(text, delimiters, told_elsewhere)) {
        out += with_breaks(text.substr(at, tag.begin - at));
        at = tag.end;
        if (tag.kind == TagKind::section || tag.kind == TagKind::inverted || tag.kind == TagKind::end) {
            out += prepared_tag(tag);
            const FieldRow* row = tag.kind == TagKind::section ? scopes_.resolve(tag.name).row : nullptr;
            if (tag.kind == TagKind::end) {
                scopes_.pop();
            } else {
                scopes_.push(row ? row->of : std::string_view{});
            }
        } else if (tag.kind == TagKind::variable) {
            out += rich_text(form_of_variable(tag.name), tag.name);
        } else if (tag.kind == TagKind::partial) {
            const auto inner = partials_.find(tag.name);
            const bool known = inner != partials_.end() && !inner->second.body;
            if (known && depth_ < deepest_partial && has_room_for(inner->second)) {
                ++depth_;
                out += text_of(inner->second);
                --depth_;
            }
        }
    }
    return out + with_breaks(text.substr(at));
}

}  // namespace rapporteur
