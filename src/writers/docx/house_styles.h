#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "writers/docx/house_document.h"

namespace rapporteur {

/// The styles of a pack in a house's look: the house's own, and those of ours that it lacks.
struct HouseStyles {
    std::string part;                        // word/styles.xml
    std::map<std::string, std::string> ids;  // what our style ids are called there
    std::set<std::string> numbered;          // of those, the ones that number their paragraphs
    std::vector<std::string> conflicts;      // for people
};

/// The size of the house's running text, in points: that of its default paragraph style, else of its defaults.
double text_size_of(const HouseDocument& house);

/// `own_part` is our word/styles.xml. Styles are the same where their names are (ECMA-376-1, 17.7.4.9: built-in styles
/// have one name in all languages of Word, whatever their ids) and their types, too; ours are added in the house's
/// fonts.
HouseStyles house_styles(const HouseDocument& house, const std::string& own_part);

/// A part of ours with its styles under their ids in the house; where such a style numbers paragraphs, ours say that
/// they are not numbered.
std::string in_house_styles(const std::string& xml, const HouseStyles& styles);

}  // namespace rapporteur
