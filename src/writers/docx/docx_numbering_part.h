#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/style.h"
#include "support/xml.h"

namespace rapporteur {

/// A printed list label taken apart: "(b)" is letter 2 between "(" and ")".
struct ListLabel {
    std::string before, after;
    std::string format;  // a w:numFmt: "decimal", "lowerLetter", "lowerRoman" …; empty: no counter in it
    int number = 0;
};

/// Collects the lists of a document and writes word/numbering.xml. Labels that count are real numbering; where printed
/// labels jump, a new instance starts at the printed number, so that every label shows as it was printed.
class DocxNumberingPart {
public:
    DocxNumberingPart() = default;
    /// Goes on after the lists of a house document (w:numbering).
    explicit DocxNumberingPart(const XmlNode& house);

    /// The w:num of each item, empty for an item whose label is no counter and has to be written as text.
    std::vector<std::string> numbers_of(const List& list);

    std::string part(const Style& style) const;
    bool empty() const { return instances_.empty() && !house_; }

private:
    struct Kind {
        std::string format, before, after;
        auto operator<=>(const Kind&) const = default;
    };
    struct Instance {
        std::size_t kind = 0;
        int start = 1;
    };

    std::string instance_of(const Kind& kind, int start);

    std::map<Kind, std::size_t> indexes_;
    std::vector<Kind> kinds_;
    std::vector<Instance> instances_;
    std::optional<XmlNode> house_;
    int first_kind_ = 0, first_instance_ = 1;
};

/// Reads a label. Of one letter that is also a roman digit, `roman` decides.
ListLabel read_label(const std::string& label, bool roman);

}  // namespace rapporteur
