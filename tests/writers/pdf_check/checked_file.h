#pragma once

#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <utility>
#include <vector>

namespace rapporteur::pdf_check {

/// Names one object of a file; direct objects share the name (0, 0).
using ObjectName = std::pair<int, int>;

inline ObjectName name_of(QPDFObjectHandle object) { return {object.getObjectID(), object.getGeneration()}; }

/// An element of the structure tree.
struct Element {
    QPDFObjectHandle object;
    std::string type;      // as written: "/P"
    std::string role;      // the standard type that it is mapped to: "P"
    std::string language;  // its own or that of an element above it
    int parent = -1;
    bool names_parent = true;
    std::vector<int> children;
    std::vector<std::pair<ObjectName, int>> contents;  // page or form, MCID
    std::vector<ObjectName> annotations;
};

/// A file opened for checking: its bytes, its objects and its structure tree.
class CheckedFile {
public:
    /// Throws what libqpdf throws on files that it cannot open.
    CheckedFile(const std::string& bytes, const std::string& password);

    const std::string& bytes() const { return bytes_; }
    QPDF& file() const { return *file_; }
    QPDFObjectHandle root() const { return file_->getRoot(); }
    const std::vector<QPDFObjectHandle>& pages() const { return pages_; }
    const std::vector<Element>& elements() const { return elements_; }
    /// What the parent tree has under a key; null where nothing.
    QPDFObjectHandle owner(long long key) const;
    /// The element of an object, -1 where there is none.
    int element_of(QPDFObjectHandle object) const;
    /// The element that holds this content, -1 where there is none.
    int element_with(const ObjectName& page, int content) const;
    /// Whether an element or one above it has the role.
    bool is_under(int element, const std::string& role) const;
    /// "page 3" and the like, for findings.
    std::string place_of(QPDFObjectHandle page) const;
    std::string place_of(const Element& element) const;
    /// The language of the document, empty where it is not told.
    std::string language() const;
    std::string metadata() const;
    const std::map<std::string, std::string>& role_map() const { return role_map_; }
    std::string standard_role(const std::string& type) const;

private:
    void read_role_map();
    void read_element(QPDFObjectHandle object, int parent, std::string language, QPDFObjectHandle page);
    void read_kid(QPDFObjectHandle kid, int element, QPDFObjectHandle page);
    void read_parent_tree(QPDFObjectHandle node, int depth);

    std::string bytes_;
    std::shared_ptr<QPDF> file_;
    std::vector<QPDFObjectHandle> pages_;
    std::vector<Element> elements_;
    std::map<ObjectName, int> by_object_;
    std::map<std::pair<ObjectName, int>, int> by_content_;
    std::map<long long, QPDFObjectHandle> owners_;
    std::map<std::string, std::string> role_map_;
};

/// Whether the type is one of ISO 32000-1, 14.8.4 ("P", without a slash).
bool is_standard(const std::string& type);

/// Letters and digits in parts of at most eight, the first of letters (RFC 5646, 2.1, as far as that goes).
bool is_language_tag(const std::string& tag);

/// The items of an array, the object itself where it is none, nothing for null.
std::vector<QPDFObjectHandle> items_of(QPDFObjectHandle object);

/// Decoded bytes of a stream; empty where it cannot be decoded.
std::string stream_text(QPDFObjectHandle stream);

}  // namespace rapporteur::pdf_check
