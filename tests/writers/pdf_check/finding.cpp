#include "writers/pdf_check/finding.h"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace rapporteur::pdf_check {
namespace {

constexpr Condition known[] = {
    {"01-003", "an artifact stands inside tagged content"},
    {"01-004", "tagged content stands inside an artifact"},
    {"01-005", "content is neither tagged nor an artifact"},
    {"01-007", "the tags are said to be suspect"},
    {"02-001", "a structure type is not mapped to a standard one"},
    {"02-003", "the mapping of a structure type runs in a circle"},
    {"02-004", "a standard structure type is mapped to another"},
    {"06-001", "there are no XMP metadata"},
    {"06-002", "the metadata do not claim PDF/UA-1"},
    {"06-003", "the metadata have no title"},
    {"07-001", "it is not said that the title is shown"},
    {"07-002", "it is said that the title is not shown"},
    {"09-004", "a part of a table stands where it may not"},
    {"09-005", "a part of a list stands where it may not"},
    {"09-006", "a part of contents stands where it may not"},
    {"09-007", "a part of ruby stands where it may not"},
    {"09-008", "a part of warichu stands where it may not"},
    {"10-001", "a code that is shown has no Unicode value"},
    {"11-001", "the language of content is not told"},
    {"11-002", "the language of a replacement text is not told"},
    {"11-003", "the language of outlines is not told"},
    {"11-004", "the language of an annotation is not told"},
    {"11-005", "the language of a field's name is not told"},
    {"11-006", "the language of the metadata is not told"},
    {"13-004", "a figure has no alternative text"},
    {"14-002", "the first heading is not of the first level"},
    {"14-003", "a level of headings is left out"},
    {"14-006", "an element holds more than one H"},
    {"14-007", "there are headings with and without numbers"},
    {"15-003", "a header cell has no scope"},
    {"17-002", "a formula has no alternative text"},
    {"19-003", "a note has no id"},
    {"19-004", "two notes have one id"},
    {"20-001", "a configuration of layers has no name"},
    {"20-002", "the default configuration of layers has no name"},
    {"20-003", "a configuration of layers switches by itself"},
    {"21-001", "a file specification lacks a name"},
    {"25-001", "a form has to be drawn by its XFA"},
    {"26-002", "reading aloud is forbidden"},
    {"28-002", "an annotation stands under no Annot"},
    {"28-004", "an annotation has no words"},
    {"28-005", "a field has no words"},
    {"28-006", "an annotation is of no kind that PDF knows"},
    {"28-007", "there is an annotation for trapping"},
    {"28-008", "a page with annotations has no order of tabs"},
    {"28-009", "a page's tabs do not follow the structure"},
    {"28-010", "a field stands under no Form"},
    {"28-011", "a link stands under no Link"},
    {"28-012", "a link has no words"},
    {"28-014", "a media clip has no content type"},
    {"28-015", "a media clip has no words"},
    {"28-016", "an attached file's annotation lacks its names"},
    {"28-017", "a printer's mark is tagged"},
    {"30-001", "there is a reference to a page of another file"},
    {"30-002", "a tagged form is shown twice"},
    {"31-004", "a CIDToGIDMap is neither a stream nor Identity"},
    {"31-005", "a CIDFontType2 has no CIDToGIDMap"},
    {"31-006", "a CMap is neither known nor embedded"},
    {"31-007", "a CMap says two directions of writing"},
    {"31-009", "a font is not embedded"},
    {"31-011", "a font lacks a glyph that is shown"},
    {"31-014", "a CIDSet does not list a glyph of the font"},
    {"31-015", "a CIDSet lists what the font does not have"},
    {"31-016", "a width differs from the embedded font"},
    {"31-017", "a non-symbolic TrueType font has no cmap for its codes"},
    {"31-018", "a code of a non-symbolic TrueType font leads to no glyph"},
    {"31-019", "a non-symbolic TrueType font has no encoding"},
    {"31-020", "an encoding of a non-symbolic TrueType font has no base"},
    {"31-021", "a non-symbolic TrueType font is not in WinAnsi or MacRoman"},
    {"31-024", "a symbolic TrueType font has an encoding"},
    {"31-025", "a symbolic TrueType font has no cmap"},
    {"31-026", "a symbolic TrueType font has several cmaps and none for symbols"},
    {"31-027", "a font does not say its Unicode values"},
    {"31-028", "a code reads as U+0000"},
    {"31-029", "a code reads as U+FEFF or U+FFFE"},
    {"31-030", "the glyph for what is missing is shown"},
    {"S-open", "the file cannot be opened"},
    {"S-marked", "the file does not say that it is tagged"},
    {"S-parent", "an element does not name the one above it"},
    {"S-tree", "marked content and the parent tree do not agree"},
    {"S-nesting", "marks are not closed as they were opened"},
    {"S-document", "the elements do not stand under one Document"},
    {"S-regular", "the rows of a table differ in length"},
    {"S-box", "a figure's place is not told"},
    {"S-heading", "an element stands inside a heading that may not"},
    {"S-empty", "a heading, paragraph, header cell or link is empty"},
    {"S-destination", "a link or outline leads to no page of the file"},
    {"S-resource", "content names a resource that its page lacks"},
    {"A-6.1.2", "the header is not that of PDF 1.x with a comment of four bytes beyond ASCII"},
    {"A-6.1.3", "the trailer has no id or the file is encrypted"},
    {"A-6.1.7", "a stream is compressed with LZW or lies outside the file"},
    {"A-6.2.2", "a content stream holds an unknown operator"},
    {"A-6.2.3", "colours are device colours without an output intent"},
    {"A-6.2.8", "an image is interpolated or has alternates"},
    {"A-6.2.10", "there is transparency without a blending space"},
    {"A-6.3.2", "an annotation is hidden or not printed"},
    {"A-6.3.3", "an annotation has no appearance"},
    {"A-6.4.1", "a field runs an action or asks for its appearance"},
    {"A-6.5.1", "an action is not allowed"},
    {"A-6.6.2", "the metadata are not well formed or encoded otherwise"},
    {"A-6.6.3", "document information and metadata differ"},
    {"A-6.6.4", "the metadata do not claim PDF/A-3a"},
    {"A-6.7.4", "a tag of a language is not well formed"},
    {"A-6.8", "an attached file lacks its names, type, date or relation"},
    {"A-6.9", "layers are not ordered wholly"},
};

}  // namespace

std::span<const Condition> conditions() { return known; }

void Findings::add(std::string_view condition, std::string place) {
    const auto is_it = [&](const Condition& one) { return one.number == condition; };
    if (std::none_of(std::begin(known), std::end(known), is_it))
        throw std::logic_error("no such condition: " + std::string(condition));
    all_.push_back({std::string(condition), std::move(place)});
}

bool Findings::has(std::string_view condition) const {
    return std::any_of(all_.begin(), all_.end(), [&](const Finding& one) { return one.condition == condition; });
}

std::string Findings::words() const {
    constexpr int most = 3;
    std::map<std::string, int> told;
    std::string out;
    for (const Finding& finding : all_) {
        if (++told[finding.condition] > most) continue;
        const auto* condition = std::find_if(std::begin(known), std::end(known),
                                             [&](const Condition& one) { return one.number == finding.condition; });
        out += finding.condition + " " + std::string(condition->words) + ": " + finding.place + "\n";
    }
    for (const auto& [condition, count] : told)
        if (count > most) out += condition + " " + std::to_string(count - most) + " more\n";
    return out;
}

}  // namespace rapporteur::pdf_check
