#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/style.h"
#include "support/xml.h"
#include "writers/docx/docx_heading_list.h"

namespace rapporteur {

/// Collects the lists of a document and writes word/numbering.xml. Labels that count are real numbering; where printed
/// labels jump, a new instance starts at the printed number, so that every label shows as it was printed. Headings are
/// one multilevel list.
class DocxNumberingPart {
public:
    DocxNumberingPart() = default;
    /// Goes on after the lists of a house document (w:numbering).
    explicit DocxNumberingPart(const XmlNode& house);

    /// The w:num of each item, empty for an item whose label is no counter and has to be written as text.
    std::vector<std::string> numbers_of(const List& list);

    /// The w:num of the next heading, `level` from 0; empty where its printed number has to be written as text.
    std::string number_of(std::size_t level, const std::string& printed);
    /// The first w:num of the headings, which their styles name; empty where none is counted.
    const std::string& heading_list() const { return heading_list_; }
    const DocxHeadingList& headings() const { return headings_; }

    std::string part(const Style& style, const HeadingLook& look = {}) const;
    bool empty() const { return instances_.empty() && !house_; }

private:
    struct Kind {
        std::string format, before, after;
        auto operator<=>(const Kind&) const = default;
    };
    struct Instance {
        std::optional<std::size_t> kind;  // none: of the headings
        std::size_t level = 0;
        std::optional<int> start;
    };

    std::string add(const Instance& instance);
    std::string instance_of(const Kind& kind, int start);
    std::string instance_xml(std::size_t index) const;

    std::map<Kind, std::size_t> indexes_;
    std::vector<Kind> kinds_;
    std::vector<Instance> instances_;
    DocxHeadingList headings_;
    std::string heading_list_, last_heading_list_;
    std::optional<XmlNode> house_;
    int first_kind_ = 0, first_instance_ = 1;
};

}  // namespace rapporteur
