#include "template/word/word_node.h"

#include "support/text.h"
#include "support/xml.h"
#include "support/xml_stream.h"

namespace rapporteur {
namespace {

constexpr int deepest = 200;

constexpr XmlNamespace known[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", word_space},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", drawing_space},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", relation_space},
    {"urn:schemas-microsoft-com:vml", vml_space},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", compatibility_space},
};

Diagnostic invalid(const std::string& place, std::string why) {
    return {Code::template_invalid, {place, 0, 0, 0}, std::move(why)};
}

/// "<w:p a="b"" of a whole start tag.
std::string_view head_of(std::string_view tag) {
    tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
    while (tag.ends_with(' ') || tag.ends_with('\n') || tag.ends_with('\t') || tag.ends_with('\r'))
        tag.remove_suffix(1);
    return tag;
}

/// Builds the tree; the stream's element is open.
class TreeReader {
public:
    explicit TreeReader(std::string_view bytes) : bytes_(bytes), stream_(bytes, known) {}

    /// False where the file is broken or too deep.
    bool read(WordNode& root) {
        if (stream_.next() != XmlStream::Event::start) return false;
        return read_element(root, 1) && !stream_.broken();
    }
    bool too_deep() const { return too_deep_; }
    bool foreign_prefix() const { return foreign_prefix_; }

private:
    bool read_element(WordNode& node, int depth) {
        too_deep_ = too_deep_ || depth > deepest;
        if (too_deep_) return false;
        node.space = stream_.space();
        node.name = stream_.name();
        node.begin = stream_.begin();
        node.head = head_of(bytes_.substr(node.begin, stream_.end() - node.begin));
        foreign_prefix_ = foreign_prefix_ || (node.space == word_space && !node.head.starts_with("<w:"));
        while (true) {
            switch (stream_.next()) {
                case XmlStream::Event::start:
                    if (!read_element(node.children.emplace_back(), depth + 1)) return false;
                    break;
                case XmlStream::Event::text:
                    add_text(node);
                    break;
                case XmlStream::Event::end:
                    node.end = stream_.end();
                    return true;
                case XmlStream::Event::finish:
                    return false;
            }
        }
    }

    void add_text(WordNode& node) {
        const std::string_view raw = bytes_.substr(stream_.begin(), stream_.end() - stream_.begin());
        WordNode text = made_text(raw.starts_with("<![CDATA[") ? escape_xml(stream_.text()) : std::string(raw));
        text.begin = stream_.begin();
        text.end = stream_.end();
        node.children.push_back(std::move(text));
    }

    std::string_view bytes_;
    XmlStream stream_;
    bool too_deep_ = false, foreign_prefix_ = false;
};

/// The place of " prefix:name=" in a start tag, with its value: npos where there is none.
struct AttributePlace {
    std::size_t begin = std::string_view::npos;  // of the white space before it
    std::size_t value = 0, end = 0;              // of the value, and behind its closing quotation mark
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

AttributePlace find_attribute(std::string_view head, std::string_view name) {
    for (std::size_t at = head.find(name); at != head.npos; at = head.find(name, at + 1)) {
        std::size_t after = at + name.size(), before = at;
        while (after < head.size() && is_blank(head[after])) ++after;
        if (after >= head.size() || head[after] != '=') continue;
        do ++after;
        while (after < head.size() && is_blank(head[after]));
        if (after >= head.size() || (head[after] != '"' && head[after] != '\'')) continue;
        if (head[before - 1] == ':')
            for (--before; before > 0 && !is_blank(head[before - 1]) && head[before - 1] != '"';) --before;
        if (before == 0 || !is_blank(head[before - 1])) continue;
        const std::size_t close = head.find(head[after], after + 1);
        if (close == head.npos) continue;
        return {before - 1, after + 1, close + 1};
    }
    return {};
}

}  // namespace

const WordNode* WordNode::child(std::string_view its_name) const {
    for (const WordNode& node : children)
        if (node.is_word(its_name)) return &node;
    return nullptr;
}

Result<WordNode> read_word_node(std::string_view bytes, const std::string& place) {
    if (bytes.find("<!DOCTYPE") != bytes.npos || bytes.find("<!ENTITY") != bytes.npos)
        return invalid(place, "has a document type, which Word never writes");
    WordNode root;
    TreeReader reader(bytes);
    const bool whole = reader.read(root);
    if (reader.too_deep()) return invalid(place, "is nested too deeply");
    if (!whole) return invalid(place, "is not well-formed XML in UTF-8");
    if (reader.foreign_prefix()) return invalid(place, "does not name its elements as Word does (\"w:\")");
    return root;
}

std::string_view attribute_of(std::string_view head, std::string_view name) {
    const AttributePlace found = find_attribute(head, name);
    return found.begin == head.npos ? std::string_view() : head.substr(found.value, found.end - 1 - found.value);
}

bool has_attribute(std::string_view head, std::string_view name) {
    return find_attribute(head, name).begin != head.npos;
}

std::string with_attribute(std::string_view head, std::string_view name, const std::string* value) {
    const AttributePlace found = find_attribute(head, name);
    if (found.begin == head.npos) return std::string(head);
    std::string out(head.substr(0, value ? found.value : found.begin));
    if (value) (out += *value) += head[found.end - 1];
    return out += head.substr(found.end);
}

std::optional<std::string> with_namespaces(std::string_view head, std::string_view other) {
    std::string out(head);
    for (std::size_t at = other.find("xmlns:"); at != other.npos; at = other.find("xmlns:", at + 1)) {
        const std::size_t equals = other.find('=', at);
        if (equals == other.npos) break;
        const std::string name(other.substr(at, equals - at));
        const std::string uri(attribute_of(other, name));
        const std::size_t own = out.find(name + "=");
        if (own == out.npos) {
            out += " " + name + "=\"" + uri + "\"";
        } else if (attribute_of(std::string_view(out).substr(own - 1), name) != uri) {
            return std::nullopt;
        }
    }
    const std::string ignored(attribute_of(other, "Ignorable"));
    const std::string own(attribute_of(out, "Ignorable"));
    if (ignored.empty() || own == ignored) return out;
    if (own.empty()) return out += " mc:Ignorable=\"" + ignored + "\"";
    std::string all = own;
    for (const std::string_view prefix : split(std::string_view(ignored), ' '))
        if ((" " + own + " ").find(" " + std::string(prefix) + " ") == std::string::npos)
            all += " " + std::string(prefix);
    return with_attribute(out, "Ignorable", &all);
}

std::string xml_of(const WordNode& node) {
    if (node.is_text()) return node.text;
    std::string out(node.head);
    if (node.children.empty()) return out += "/>";
    out += '>';
    for (const WordNode& child : node.children) out += xml_of(child);
    return ((out += "</") += qualified_name(node.head)) += '>';
}

std::string_view qualified_name(std::string_view head) {
    const std::size_t end = head.find_first_of(" \t\r\n");
    return head.substr(1, end == head.npos ? end : end - 1);
}

std::string plain_text(std::string_view xml) {
    if (xml.find('&') == xml.npos) return std::string(xml);
    const std::string element = "<t>" + std::string(xml) + "</t>";
    XmlStream stream(element, known);
    stream.next();
    stream.next();
    return stream.text();
}

WordNode made_element(std::string_view head, std::vector<WordNode> children) {
    WordNode node;
    node.space = word_space;
    node.head = head;
    node.name = qualified_name(head).substr(2);
    node.children = std::move(children);
    return node;
}

WordNode made_text(std::string xml) {
    WordNode node;
    node.kind = WordNode::Kind::text;
    node.text = std::move(xml);
    return node;
}

}  // namespace rapporteur
