#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/style.h"
#include "support/language_tag.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_marks.h"
#include "writers/docx/docx_parts.h"
#include "writers/docx/docx_places.h"

namespace rapporteur {

/// A picture of the document: its path below "word/".
struct DocxPicture {
    std::string path;
    MarkPicture mark;
};

/// Turns inlines into runs, and keeps what the document has to carry for them: relationships, pictures, footnotes.
class DocxInlines {
public:
    DocxInlines(const Style& style, const std::string& language, DocxPlaces& places, Relationships& relationships);

    /// The runs of a paragraph of that role in that language (empty: the pack's).
    std::string runs(const Inlines& inlines, const std::string& role, const std::string& language = "");

    /// Plain text in the character style of a role, or in none. What that says of weight and colour is said again where
    /// the paragraph's role (`around`) or a link would win over it.
    std::string text(const std::string& text, const std::string& role = "", const std::string& around = "",
                     bool in_link = false) const;

    /// Whether the pack runs from right to left.
    bool right_to_left() const { return runs_right_to_left(language_); }

    /// The run of a picture of its own under that path below "word/".
    std::string drawing(const std::string& path, MarkPicture picture, const std::string& alt);

    /// The pictures used, in the order of first use.
    const std::vector<DocxPicture>& pictures() const { return pictures_; }

    bool has_footnotes() const { return !footnotes_.empty(); }
    /// word/footnotes.xml and its relationships.
    std::string footnotes_part() const;
    const Relationships& footnote_relationships() const { return footnote_relationships_; }

private:
    /// Draws a mark of a value in a style, from right to left or not.
    using DrawMark = MarkPicture (*)(int, const Style&, bool);
    struct Paragraph {
        std::string role, language;
        bool in_footnote = false;
        bool needs_space = false;  // before a citation
        bool marked = false;       // a mark stands last
        std::string out = {};
    };

    std::string directed(RunLook look, const std::string& text, bool right_to_left, bool whole = false) const;
    bool right_to_left(const Paragraph& paragraph) const;
    RunLook look_of(const TextRun& run, const Paragraph& paragraph) const;
    std::string linked(const std::string& target, const std::string& runs, bool in_footnote);
    std::string picture(const std::string& name, DrawMark draw, int value, const std::string& alt);
    void add(Paragraph& paragraph, const TextRun& run);
    void add(Paragraph& paragraph, const Citation& citation);
    void add(Paragraph& paragraph, const StrengthMark& mark);
    void add(Paragraph& paragraph, const StatusMark& mark);
    void add(Paragraph& paragraph, const FootNote& note);
    void add(Paragraph& paragraph, LineBreak);

    const Style& style_;
    std::string language_;
    DocxPlaces& places_;
    Relationships& relationships_;
    Relationships footnote_relationships_;
    std::vector<DocxPicture> pictures_;
    std::map<std::string, std::string> picture_ids_;  // relationships by name
    int drawings_ = 0;
    std::vector<std::string> footnotes_;  // the runs of each
};

}  // namespace rapporteur
