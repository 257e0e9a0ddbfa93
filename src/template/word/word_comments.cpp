#include "template/word/word_comments.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>

#include "support/xml.h"
#include "template/word/word_package.h"
#include "template/word/word_story.h"

namespace rapporteur {
namespace {

constexpr std::string_view word_uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// Bytes to put in at a place of a text.
using Insertions = std::multimap<std::size_t, std::string>;

std::string with_insertions(const std::string& text, const Insertions& insertions) {
    std::string out;
    std::size_t from = 0;
    for (const auto& [at, bytes] : insertions) {
        out.append(text, from, at - from);
        out += bytes;
        from = at;
    }
    return out.append(text, from);
}

/// Where the words of a paragraph begin, behind its properties, and where they end.
std::pair<std::size_t, std::size_t> inside_of(const WordNode& paragraph, const std::string& bytes) {
    const WordNode* properties = paragraph.child("pPr");
    const std::size_t head_end = bytes.find('>', paragraph.begin + paragraph.head.size()) + 1;
    return {properties ? properties->end : head_end, bytes.rfind("</", paragraph.end - 1)};
}

class Commenter {
public:
    Commenter(WordPackage& package, const NamedText& document)
        : package_(package), document_(document), bytes_(*package.find(package.main_part())) {}

    std::optional<Diagnostic> comment(const Diagnostics& mistakes) {
        Result<WordNode> root = read_word_node(bytes_, document_.name);
        if (!root) return root.error();
        WordStories stories;
        Diagnostics told_elsewhere;
        for (WordNode& child : root->children)
            if (child.is_word("body")) read_story("", child, document_.name, "document", stories, told_elsewhere);
        find_comments();
        for (const Diagnostic& mistake : mistakes) add(mistake, stories[""]);
        package_.set(package_.main_part(), with_insertions(bytes_, insertions_));
        write_comments();
        return std::nullopt;
    }

private:
    void find_comments() {
        const std::vector<std::string> parts = package_.parts_of_kind("comments");
        if (parts.empty()) return;
        path_ = parts.front();
        const std::string& known = *package_.find(path_);
        for (std::size_t at = known.find("w:id=\""); at != known.npos; at = known.find("w:id=\"", at + 1)) {
            int id = 0;
            std::from_chars(known.data() + at + 6, known.data() + known.size(), id);
            next_id_ = std::max(next_id_, id + 1);
        }
    }

    /// The paragraph that a place lies in: that of a text box is the one that the box hangs on.
    const StoryParagraph* paragraph_of(const std::string& place, const WordStory& story) const {
        const StoryParagraph* found = nullptr;
        for (const StoryParagraph& paragraph : story.paragraphs)
            if (place == paragraph.place || place.starts_with(paragraph.place + ",")) found = &paragraph;
        return found;
    }

    void add(const Diagnostic& mistake, const WordStory& story) {
        if (story.paragraphs.empty()) return;
        const std::string own = document_.name + ": ";
        const bool here = mistake.place.file.starts_with(own);
        const StoryParagraph* paragraph = here ? paragraph_of(mistake.place.file.substr(own.size()), story) : nullptr;
        std::string words = wording(mistake);
        if (here) words = words.substr(own.size());
        if (paragraph) words = words.substr(paragraph->place.size() + 2);
        const std::string id = std::to_string(next_id_++);
        comments_ += "<w:comment w:id=\"" + id +
                     "\" w:author=\"Rapporteur\" w:initials=\"R\"><w:p><w:r><w:t xml:space=\"preserve\">" +
                     escape_xml(words) + "</w:t></w:r></w:p></w:comment>";
        mark(*(paragraph ? paragraph : &story.paragraphs.front())->node, id);
    }

    void mark(const WordNode& paragraph, const std::string& id) {
        const std::string begin = "<w:commentRangeStart w:id=\"" + id + "\"/>";
        const std::string end =
            "<w:commentRangeEnd w:id=\"" + id + "\"/><w:r><w:commentReference w:id=\"" + id + "\"/></w:r>";
        if (bytes_[paragraph.end - 2] == '/') {
            // An empty paragraph has no end tag: it is given one, once.
            const std::size_t slash = paragraph.end - 2;
            if (!opened_.contains(slash)) bytes_[slash] = ' ';
            if (opened_.insert(slash).second) insertions_.emplace(paragraph.end, "</w:p>");
            const auto closing = std::prev(insertions_.upper_bound(paragraph.end));
            insertions_.emplace_hint(closing, paragraph.end, begin + end);
            return;
        }
        const auto [from, to] = inside_of(paragraph, bytes_);
        insertions_.emplace(from, begin);
        insertions_.emplace(to, end);
    }

    void write_comments() {
        if (!path_.empty()) {
            std::string known = *package_.find(path_);
            const std::size_t end = known.rfind("</w:comments>");
            if (end != known.npos) return package_.set(path_, known.insert(end, comments_));
        }
        const bool is_new = path_.empty();
        if (is_new) path_ = package_.main_part().substr(0, package_.main_part().rfind('/') + 1) + "comments.xml";
        package_.set(path_, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:comments xmlns:w=\"" +
                                std::string(word_uri) + "\">" + comments_ + "</w:comments>");
        package_.set_type(path_, "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml");
        if (is_new)
            package_.add_relationship(package_.main_part(), {package_.next_id(package_.main_part()),
                                                             std::string(office) + "comments", "/" + path_, false});
    }

    WordPackage& package_;
    const NamedText& document_;
    std::string bytes_;
    Insertions insertions_;
    std::set<std::size_t> opened_;
    std::string path_, comments_;
    int next_id_ = 0;
};

}  // namespace

Result<std::string> with_comments(const NamedText& document, const Diagnostics& mistakes) {
    Result<WordPackage> package = WordPackage::open(document);
    if (!package) return package.error();
    if (const auto problem = Commenter(*package, document).comment(mistakes)) return *problem;
    return package->write();
}

}  // namespace rapporteur
