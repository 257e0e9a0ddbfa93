#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/list_depth.h"
#include "readers/odt/odt_changes.h"
#include "readers/odt/odt_numbering.h"
#include "readers/odt/odt_table.h"
#include "readers/odt/odt_text.h"
#include "readers/reader.h"

namespace rapporteur {

/// Makes drafts of the body of an OpenDocument text (OpenDocument 1.3 part 3, 5 to 9). The styles must have been read.
class OdtBody {
public:
    OdtBody(const OdtStyles& styles, Tracked tracked) : styles_(styles), tracked_(tracked), numbering_(styles) {}

    /// Reads the office:text whose start tag is at hand.
    void read(XmlStream& xml);
    /// Reads the office:presentation whose start tag is at hand: a page a slide, whose title is a heading.
    void read_slides(XmlStream& xml);

    Drafts drafts;
    std::vector<LeftOut> left_out;
    int page() const { return page_; }
    bool too_deep() const { return too_deep_; }

private:
    /// The item of a list that paragraphs stand in.
    struct Item {
        std::string style;
        int level = 0;
        std::optional<int> start;
        bool header = false;   // a paragraph of the list without a number
        bool waiting = true;   // its number has not been printed yet
        bool is_item = false;  // its first paragraph is an item of a list rather than a numbered paragraph
    };

    void slide(XmlStream& xml);
    void blocks(XmlStream& xml, Item* item);
    void text_block(XmlStream& xml, Item* item);
    bool text_mark(XmlStream& xml);
    void paragraph(XmlStream& xml, Item* item);
    void heading(XmlStream& xml, Item* item);
    void list(XmlStream& xml, Item* outer);
    void numbered_paragraph(XmlStream& xml);
    void table(XmlStream& xml);
    OdtCell cell(XmlStream& xml);
    void place(OdtTable table);
    /// Passes over an element that is nested too deeply; false where it is not.
    bool skips_too_deep(XmlStream& xml);
    void shape(XmlStream& xml);
    void comment(XmlStream& xml);
    void note(XmlStream& xml);
    void change(XmlStream& xml, OdtText* text, const OdtLook& look);
    void inlines(XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link);
    void inline_element(XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link);
    void characters(const XmlStream& xml, OdtText& text, const OdtLook& look, const std::string& link);
    void leave_out(std::string_view reason, std::string text);
    void leave_out_rest(XmlStream& xml, std::string_view reason);
    void number(Draft& draft, Item& item);
    void add(Drafts lines, Item* item);
    void begin_page(bool breaks);
    Drafts gathered(XmlStream& xml);

    const OdtStyles& styles_;
    Tracked tracked_;
    OdtNumbering numbering_;
    OdtChanges changes_;
    ListDepth depth_;
    OdtText held_;           // the text of a paragraph whose end is an insertion that is not read
    Drafts beside_;          // notes and boxes of the paragraph or table at hand, which follow it
    bool inserted_ = false;  // inside an insertion that is not read
    bool too_deep_ = false;
    int page_ = 1;
};

}  // namespace rapporteur
