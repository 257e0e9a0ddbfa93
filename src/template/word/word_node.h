#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// The namespaces that templates are read for.
enum WordSpace { other_space = 0, word_space, drawing_space, relation_space, vml_space, compatibility_space };

/// What stands in a part of a Word file, byte for byte but for what is changed on purpose. The views point into the
/// part's bytes, or to literals.
struct WordNode {
    enum class Kind { element, text, tag };
    Kind kind = Kind::element;
    int space = other_space;
    std::string_view name;           // of an element, without its prefix
    std::string_view head;           // its start tag without the closing ">" or "/>"
    std::string text;                // of a text: XML
    int tag = -1;                    // of a tag: index in the template's tags
    std::size_t begin = 0, end = 0;  // bytes of the part
    std::vector<WordNode> children;

    bool is(int its_space, std::string_view its_name) const {
        return kind == Kind::element && space == its_space && name == its_name;
    }
    bool is_word(std::string_view its_name) const { return is(word_space, its_name); }
    bool is_text() const { return kind == Kind::text; }
    bool is_tag() const { return kind == Kind::tag; }
    /// The first child element of Word's namespace with that name, or null.
    const WordNode* child(std::string_view its_name) const;
};

/// Reads a part. Fails with `template_invalid` on a document type, on XML that is malformed or nested too deeply, and
/// where Word's namespace has another prefix than "w"; `place` is what errors show.
Result<WordNode> read_word_node(std::string_view bytes, const std::string& place);

/// The value of an attribute of a start tag by its name with any prefix, entities unresolved; empty where there is
/// none.
std::string_view attribute_of(std::string_view head, std::string_view name);
bool has_attribute(std::string_view head, std::string_view name);

/// The start tag with another value of that attribute, or without it where the value is null. `value` is XML.
std::string with_attribute(std::string_view head, std::string_view name, const std::string* value);

/// The start tag of a part's root with the namespaces of another one's: prefixes that it lacks are declared, and what
/// readers may leave out stays so. Nothing where a prefix means something else there.
std::optional<std::string> with_namespaces(std::string_view head, std::string_view other);

/// The node as XML.
std::string xml_of(const WordNode& node);

/// "w:p" of "<w:p w:rsidR=…".
std::string_view qualified_name(std::string_view head);

/// XML text with its entities resolved.
std::string plain_text(std::string_view xml);

/// An element of Word's namespace that was not there: `head` is a literal such as "<w:r".
WordNode made_element(std::string_view head, std::vector<WordNode> children = {});
WordNode made_text(std::string xml);

}  // namespace rapporteur
