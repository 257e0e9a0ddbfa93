#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/style.h"
#include "writers/docx/docx_inlines.h"
#include "writers/docx/docx_parts.h"
#include "writers/docx/house_document.h"

namespace rapporteur {

/// A stretch of pages with one running head.
struct DocxPageStretch {
    std::string running;      // what the head says at the right
    bool cover = false;       // a first page without head and foot
    bool continuous = false;  // goes on on the page of the section before
    int columns = 1;
    bool landscape = false;
};

/// Heads and feet: one header part for each running head, one footer part for all.
class DocxFurniture {
public:
    /// A house document's heads and feet stand in the place of ours.
    DocxFurniture(const Pack& pack, const Style& style, const DocxInlines& inlines, Relationships& relationships,
                  const HouseDocument* house);

    /// The w:sectPr of a section.
    std::string properties(const DocxPageStretch& section);

    /// Adds the parts that the sections made so far refer to, ours as `finish` has them.
    void add_parts(DocxParts& package, const std::function<std::string(const std::string&)>& finish) const;

private:
    struct Part {
        std::string path, type, xml;  // type: "header" or "footer"
    };

    std::string reference(const std::string& type, const std::string& kind, const std::string& content);
    std::string own_references(const DocxPageStretch& section, const std::string& type);
    std::string house_references(const std::string& type);
    std::string marking() const;
    std::string head(const DocxPageStretch& stretch) const;
    std::string foot(const DocxPageStretch& stretch) const;
    std::string moved_right_stop(double width) const;
    double width_of(const DocxPageStretch& stretch) const;
    std::string page_words() const;
    std::string sheet_xml(const DocxPageStretch& section) const;

    const Pack& pack_;
    const Style& style_;
    const DocxInlines& inlines_;
    Relationships& relationships_;
    const HouseDocument* house_;
    bool first_section_ = true;
    std::vector<Part> parts_;
    std::map<std::string, std::string> ids_;  // relationships by content
};

}  // namespace rapporteur
