#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "model/record.h"

namespace rapporteur {

/// What abbreviations stand for: what the documents themselves expand, and the initials of the bodies and meetings that
/// they name in full.
class Abbreviations {
public:
    explicit Abbreviations(const Records& records);

    /// The text with its abbreviations written in full, as far as the document, or else all documents with one voice,
    /// say what they stand for.
    std::string expand(std::string_view text, const std::string& document) const;

private:
    void add(const std::string& document, const std::string& short_form, const std::string& long_form);
    void add_initials(const std::string& name);
    const std::string* find(const std::string& document, const std::string& short_form) const;

    std::map<std::pair<std::string, std::string>, std::string> of_document_;  // by document and folded short form
    std::map<std::string, std::map<std::string, std::string>> of_all_;  // short form → folded and printed long forms
    std::map<std::string, std::map<std::string, std::string>> initials_;  // initials → folded and printed names
};

}  // namespace rapporteur
