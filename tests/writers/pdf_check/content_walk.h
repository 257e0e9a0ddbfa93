#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "writers/pdf_check/checked_file.h"
#include "writers/pdf_check/finding.h"

namespace rapporteur::pdf_check {

/// The codes that a font shows, with one place where it does so.
struct ShownFont {
    QPDFObjectHandle font;
    std::string place;
    std::set<unsigned> codes;
};

/// What the content of all pages, forms and appearances shows.
struct Shown {
    std::map<ObjectName, ShownFont> fonts;
    std::map<ObjectName, int> tagged_forms;  // how often each form that holds marked content is shown
    bool device_colours = false, transparency = false;
};

/// Reads all content and holds its marks against the structure tree.
Shown walk_contents(const CheckedFile& file, Findings& findings);

}  // namespace rapporteur::pdf_check
