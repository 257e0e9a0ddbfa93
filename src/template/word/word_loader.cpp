#include "template/word/word_loader.h"

#include <algorithm>
#include <charconv>

#include "template/label_values.h"
#include "template/lint.h"
#include "template/prepared.h"
#include "template/word/word_cleaning.h"
#include "template/word/word_marks.h"
#include "template/word/word_merge.h"
#include "template/word/word_properties.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_partials = 100;
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// "header1" of "word/header1.xml".
std::string stem_of(const std::string& path) {
    const std::string name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.find('.'));
}

int number_of(std::string_view text, int fallback) {
    int number = fallback;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// A story's tags with those that lead to other stories, numbered through the file.
TagSource source_of(const WordStory& story, const std::string& file, std::size_t& number) {
    TagSource out{file, {}};
    for (const StoryParagraph& paragraph : story.paragraphs) {
        auto nested = paragraph.stories.begin();
        const auto add_until = [&](std::size_t byte) {
            for (; nested != paragraph.stories.end() && nested->first <= byte; ++nested) {
                TemplateTag tag;
                tag.kind = TagKind::partial;
                tag.name = nested->second;
                tag.place = paragraph.place;
                tag.begin = number++;
                out.tags.push_back(std::move(tag));
            }
        };
        for (std::size_t i = paragraph.first_tag; i < paragraph.first_tag + paragraph.tags; ++i) {
            add_until(story.tags[i].tag.begin);
            out.tags.push_back(story.tags[i].tag);
            out.tags.back().begin = number++;
        }
        add_until(std::string::npos);
    }
    return out;
}

bool is_special_note(const WordNode& note) {
    const std::string_view type = attribute_of(note.head, "type");
    return !type.empty() && type != "normal";
}

/// "{{target}}" of a link's address, in which Word writes braces as %7B and %7D; prepared, empty where it has no tag.
std::string prepared_target(std::string target) {
    for (const auto& [code, brace] : {std::pair{"%7B", "{"}, {"%7b", "{"}, {"%7D", "}"}, {"%7d", "}"}})
        for (std::size_t at = target.find(code); at != target.npos; at = target.find(code))
            target.replace(at, 3, brace);
    const std::size_t begin = target.find("{{"), end = target.rfind("}}");
    if (begin == target.npos || end == target.npos || end < begin) return {};
    return prepared(std::string_view(target).substr(begin, end + 2 - begin));
}

}  // namespace

WordTemplate WordLoader::load() {
    labels_ = scan_labels(files_.labels, problems_);
    open();
    if (parts_.empty()) return std::move(out_);
    read_partials();
    lint();
    put_together();
    out_.label_values_ = label_values(labels_);
    out_.labels_ = std::move(labels_);
    return std::move(out_);
}

void WordLoader::problem(const std::string& place, std::string why) {
    problems_.push_back({Code::template_invalid,
                         {files_.document.name + (place.empty() ? "" : ": " + place), 0, 0, 0},
                         std::move(why)});
}

void WordLoader::open() {
    Result<WordPackage> package = WordPackage::open(files_.document);
    if (!package) return problems_.push_back(package.error());
    out_.package_ = std::move(*package);
    clean_package(out_.package_, out_.notes_);
    contexts_.emplace_back();
    contexts_.front().file = files_.document.name;
    read_parts();
    read_properties();
    find_links(contexts_.front());
    measure();
}

void WordLoader::read_parts() {
    const WordPackage& package = out_.package_;
    read_part(package.main_part(), "document");
    for (const char* kind : {"header", "footer", "footnotes", "endnotes"})
        for (const std::string& path : package.parts_of_kind(kind)) read_part(path, stem_of(path));
}

void WordLoader::read_part(const std::string& path, const std::string& place) {
    Result<WordNode> root = read_word_node(*out_.package_.find(path), files_.document.name + ": " + place);
    if (!root) return problems_.push_back(root.error());
    Part& part = *parts_.emplace_back(std::make_unique<Part>());
    part.path = path;
    part.root = std::move(*root);
    if (part.root.is_word("footnotes")) return read_notes(part, "footnotes");
    if (part.root.is_word("endnotes")) return read_notes(part, "endnotes");
    WordNode* story = &part.root;
    if (part.root.is_word("document"))
        for (WordNode& child : part.root.children)
            if (child.is_word("body")) story = &child;
    read_story(path, *story, files_.document.name, place, stories_, problems_);
    roots_.push_back(path);
}

void WordLoader::read_notes(Part& part, const std::string& kind) {
    int last_special = 0, notes = 0;
    for (WordNode& note : part.root.children) {
        const std::string id(attribute_of(note.head, "id"));
        if (is_special_note(note)) last_special = std::max(last_special, number_of(id, 0));
        if (!note.is_word(kind.substr(0, kind.size() - 1)) || is_special_note(note)) continue;
        const std::string name = note_story(kind, id);
        read_story(name, note, files_.document.name, kind + ", note " + std::to_string(++notes), stories_, problems_);
        contexts_.front().notes[name] = &note;
    }
    const int index = kind == "footnotes" ? 0 : 1;
    out_.around_.first_note[index] = last_special + 1;
    out_.around_.note_parts[index] = contexts_.front().note_parts[index] = part.path;
}

void WordLoader::read_properties() {
    WordPackage& package = out_.package_;
    plain_.file = files_.document.name;
    std::string core;
    for (const WordRelationship& one : std::vector<WordRelationship>(package.relationships(""))) {
        const bool is_core = one.kind() == "core-properties";
        if (one.external || (!is_core && one.kind() != "custom-properties" && one.kind() != "extended-properties"))
            continue;
        const std::string path = WordPackage::path_of("", one.target);
        const std::string* bytes = package.find(path);
        if (!bytes) continue;
        const std::string place = "properties (" + stem_of(path) + ")";
        Result<WordNode> root = read_word_node(*bytes, files_.document.name + ": " + place);
        if (!root) {
            problems_.push_back(root.error());
            continue;
        }
        Part& part = *parts_.emplace_back(std::make_unique<Part>());
        part.path = path;
        part.plain = is_core ? prepare_core_properties(&*root, place, plain_, problems_)
                             : prepare_plain_part(*root, place, plain_, problems_);
        if (is_core) core = path;
    }
    if (!core.empty() || package.find("docProps/core.xml")) return;
    Part& part = *parts_.emplace_back(std::make_unique<Part>());
    part.path = "docProps/core.xml";
    part.plain = prepare_core_properties(nullptr, "properties", plain_, problems_);
    package.set_type(part.path, "application/vnd.openxmlformats-package.core-properties+xml");
    package.add_relationship(
        "",
        {package.next_id(""), "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
         part.path, false});
}

/// Links whose addresses have tags have others in every copy.
void WordLoader::find_links(WordContext& context) {
    for (const auto& part : parts_) {
        std::vector<WordRelationship> all = out_.package_.relationships(part->path);
        const auto filled = std::erase_if(all, [&](const WordRelationship& one) {
            std::string target = one.kind() == "hyperlink" ? prepared_target(one.target) : std::string();
            if (target.empty()) return false;
            context.links[part->path + " " + one.id] = std::move(target);
            return true;
        });
        if (filled > 0) out_.package_.set_relationships(part->path, std::move(all));
    }
}

/// The space between the margins of the last section.
void WordLoader::measure() {
    const WordNode* body = parts_.empty() ? nullptr : parts_.front()->root.child("body");
    const WordNode* section = body ? body->child("sectPr") : nullptr;
    const WordNode* size = section ? section->child("pgSz") : nullptr;
    const WordNode* margins = section ? section->child("pgMar") : nullptr;
    if (!size || !margins) return;
    const int twips = number_of(attribute_of(size->head, "w"), 0) - number_of(attribute_of(margins->head, "left"), 0) -
                      number_of(attribute_of(margins->head, "right"), 0);
    out_.around_.width = std::max(0, twips) / 20.0;
}

void WordLoader::call(const std::vector<TemplateTag>& tags) {
    for (const TemplateTag& tag : tags)
        if (tag.kind == TagKind::partial && !tag.broken && tag.name.find('\x01') == std::string::npos &&
            !partials_.contains(tag.name))
            calls_.insert(tag.name);
}

void WordLoader::read_partials() {
    std::size_t number = 0;
    for (const auto& [name, story] : stories_) {
        sources_[name] = source_of(story, files_.document.name, number);
        call(sources_[name].tags);
    }
    std::map<std::string, std::string> by_name;
    for (const std::string& file : files_.folder.files) {
        const bool word = file.ends_with(".docx");
        if (!word && !file.ends_with(".mustache")) continue;
        std::string& known = by_name[partial_name(file)];
        if (known.empty() || word) known = file;
        // Names that nobody calls are known too, so that the nearest can be told.
        sources_.try_emplace(partial_name(file), TagSource{file, {}});
    }
    while (!calls_.empty() && partials_.size() < most_partials) {
        const std::string name = calls_.extract(calls_.begin()).value();
        const auto file = by_name.find(name);
        if (file != by_name.end()) read_partial(name, file->second);
    }
}

void WordLoader::read_partial(const std::string& name, const std::string& file) {
    WordPartial& partial = partials_[name];
    Result<NamedText> text = files_.folder.read(file);
    if (!text) return problems_.push_back(text.error());
    partial.path = text->name;
    if (file.ends_with(".mustache")) {
        partial.text = std::move(text->text);
        Delimiters delimiters;
        std::vector<TagFault> faults;
        sources_[name] = {partial.path, find_tags(partial.text, delimiters, faults)};
        for (TagFault& fault : faults)
            problems_.push_back({Code::template_invalid, {partial.path, 0, 0, 0}, std::move(fault.why)});
        return call(sources_[name].tags);
    }
    Result<WordPackage> package = WordPackage::open(*text);
    if (!package) return problems_.push_back(package.error());
    Called& called = *(called_[name] = std::make_unique<Called>(Called{std::move(*package), {}, {}}));
    Result<WordNode> root = read_word_node(*called.package.find(called.package.main_part()), partial.path);
    if (!root) return problems_.push_back(root.error());
    called.root = std::move(*root);
    for (WordNode& child : called.root.children) {
        if (!child.is_word("body")) continue;
        partial.body = &child;
        read_story(name, child, partial.path, "document", called.stories, problems_);
    }
    std::size_t number = 0;
    for (const auto& [story_name, story] : called.stories) {
        sources_[story_name] = source_of(story, partial.path, number);
        call(sources_[story_name].tags);
    }
    bring_in(name, called, partial);
}

/// Makes room in the template for what the paragraphs of another file need.
void WordLoader::bring_in(const std::string& name, Called& called, WordPartial& partial) {
    partial.file = contexts_.size();
    WordContext& context = contexts_.emplace_back();
    context.file = partial.path;
    context.foreign = true;
    std::vector<std::string> parts;
    for (const auto& part : parts_) {
        if (!part->plain.empty()) continue;
        parts.push_back(part->path);
        auto head = with_namespaces(part->root.head, called.root.head);
        if (!head)
            return problems_.push_back({Code::template_invalid,
                                        {partial.path, 0, 0, 0},
                                        "names its namespaces in another way than " + files_.document.name});
        part->head = std::move(*head);
        part->root.head = part->head;
    }
    for (const auto& [story_name, story] : called.stories)
        for (const StoryParagraph& paragraph : story.paragraphs)
            for (const auto& [at, nested] : paragraph.stories)
                if (nested.starts_with("\x01"))
                    problems_.push_back({Code::template_invalid,
                                         {partial.path + ": " + paragraph.place, 0, 0, 0},
                                         "a footnote or endnote cannot be brought in: {{> " + name + "}}"});
    if (!partial.body) return;
    merge_package(called.package, *partial.body, partial.file, parts, out_.package_, context);
    for (const WordRelationship& one : called.package.relationships(called.package.main_part())) {
        const std::string target = one.kind() == "hyperlink" ? prepared_target(one.target) : std::string();
        if (target.empty()) continue;
        for (const std::string& part : parts) context.links[part + " " + one.id] = target;
    }
}

void WordLoader::lint() {
    TagSources sources{plain_, sources_, true};
    std::size_t number = sources.pack.tags.size();
    for (const std::string& root : roots_) {
        TemplateTag tag;
        tag.kind = TagKind::partial;
        tag.name = root;
        tag.begin = number++;
        sources.pack.tags.push_back(std::move(tag));
    }
    for (Diagnostic& found : lint_tags(sources, labels_)) problems_.push_back(std::move(found));
}

void WordLoader::put_together() {
    WordTags tags;
    WordBuilder builder(partials_, tags, problems_);
    for (const std::string& root : roots_) builder.build(files_.document.name, root, stories_);
    WordFlattener flattener(tags, builder.inserts(), contexts_, problems_);
    for (const auto& part : parts_) {
        out_.text_ += mark(WordMark::part, std::to_string(out_.around_.parts.size()));
        out_.around_.parts.push_back(part->path);
        out_.text_ += declaration;
        out_.text_ += put_down(flattener, *part);
    }
}

std::string WordLoader::put_down(WordFlattener& flattener, Part& part) {
    if (!part.plain.empty()) return part.plain;
    if (part.root.is_word("footnotes")) return put_down_notes(flattener, part, "0");
    if (part.root.is_word("endnotes")) return put_down_notes(flattener, part, "1");
    return flattener.flatten(part.root, 0, part.path);
}

/// The lines between text and notes stay; the notes come in the order of their references.
std::string WordLoader::put_down_notes(WordFlattener& flattener, Part& part, const std::string& kind) {
    std::string out = std::string(part.root.head) + ">";
    for (const WordNode& note : part.root.children)
        if (is_special_note(note)) out += flattener.flatten(note, 0, part.path);
    return out + mark(WordMark::notes, kind) + "</" + std::string(qualified_name(part.root.head)) + ">";
}

}  // namespace rapporteur
