#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A namespace that a reader knows: several URIs may stand for one (transitional and strict OOXML). Ids count from 1.
struct XmlNamespace {
    std::string_view uri;
    int id = 0;
};

/// Reads an XML file tag by tag, without a tree: for the large parts of office documents, where a tree costs more than
/// all the rest of the reading and where what stands before an error is still worth reading. Text and values are views
/// into the bytes, which must be UTF-8 and outlive the stream. Entities beyond XML's five are never expanded, document
/// types are passed over. After an error no more events come and `broken` is true.
class XmlStream {
public:
    enum class Event { start, end, text, finish };

    XmlStream(std::string_view bytes, std::span<const XmlNamespace> known);

    /// The next tag or text; an empty element gives a start and an end.
    Event next();
    /// The next start tag or text inside the element that is open at `depth`, at any level below it; false once that
    /// element has ended or the file is at its end.
    bool inside(int depth);
    /// Passes over all that is left of the element whose start tag was read last.
    void skip();

    /// How many elements are open; the one whose start tag was just read counts.
    int depth() const { return static_cast<int>(open_.size()); }
    bool is_text() const { return event_ == Event::text; }
    /// The first byte of the tag or text at hand and the byte behind it; nothing lies between where an empty element
    /// ends.
    std::size_t begin() const { return begin_; }
    std::size_t end() const { return at_; }
    /// The id of the tag's namespace, 0 where it is unknown.
    int space() const { return space_; }
    /// The tag's name without its prefix.
    std::string_view name() const { return name_; }
    /// The first letter tells most names apart without a call.
    bool named(std::string_view name) const {
        return name_.size() == name.size() && name_.front() == name.front() && name_ == name;
    }
    bool is(int space, std::string_view name) const { return space_ == space && named(name); }

    /// The value as it stands in the file of the attribute of that name, whatever its prefix; empty where there is
    /// none.
    std::string_view raw(std::string_view name) const;
    bool has(std::string_view name) const;
    /// The value with its entities resolved.
    std::string value(std::string_view name) const;
    /// The text at hand with its entities resolved.
    std::string text() const;
    /// The text at hand as it stands in the file; `is_plain` says that nothing in it needs resolving.
    std::string_view raw_text() const { return text_; }
    bool is_plain() const;

    /// True where the file is not well-formed or ends before its elements do.
    bool broken() const { return broken_; }
    /// The line at which reading stands, from 1.
    int line() const;

private:
    struct Attribute {
        std::string_view name;  // without prefix
        std::string_view value;
    };
    struct Binding {
        std::string_view prefix;
        int space = 0;
        int depth = 0;
    };
    struct Open {
        std::string_view name;
        bool binds = false;
    };

    Event give(Event event);
    Event fail();
    Event read_text();
    Event read_start();
    Event read_end();
    bool read_attributes(bool& binds);
    bool read_attribute(bool& binds);
    void bind(std::string_view prefix, std::string_view uri);
    void close();
    bool pass_markup();
    bool pass_doctype();
    std::size_t tag_end(std::size_t from) const;
    int space_of(std::string_view prefix);

    std::string_view bytes_;
    std::span<const XmlNamespace> known_;
    std::size_t at_ = 0, begin_ = 0;
    Event event_ = Event::finish;
    int space_ = 0;
    std::string_view name_;
    std::string_view text_;
    bool verbatim_ = false;     // the text is a CDATA section
    bool ends_itself_ = false;  // the tag just read was an empty element
    bool broken_ = false;
    std::vector<Attribute> attributes_;
    std::vector<Binding> bindings_;
    std::vector<Open> open_;
    std::string_view last_prefix_;  // of the element before, and its namespace
    int last_space_ = -1;
};

}  // namespace rapporteur
