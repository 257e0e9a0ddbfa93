#include "template/word/word_rich.h"

#include "template/prepared.h"
#include "template/word/word_marks.h"

namespace rapporteur {
namespace {

std::string tag(const std::string& inside) { return tag_begin + inside + tag_end; }

/// The look with one more property in the place that the schema gives it; what the look says itself stays.
std::string with_italics(const std::string& look) {
    if (look.empty()) return "<w:rPr><w:i/></w:rPr>";
    if (look.find("<w:i/>") != std::string::npos || look.find("<w:i ") != std::string::npos) return look;
    // Before italics only style, fonts and weight may stand (ECMA-376-1, 17.3.2.28).
    std::size_t at = look.find('>') + 1;
    if (look[at - 2] == '/') return "<w:rPr><w:i/></w:rPr>";
    for (const std::string_view before : {"<w:rStyle", "<w:rFonts", "<w:b/", "<w:b ", "<w:bCs"}) {
        if (look.compare(at, before.size(), before) != 0) continue;
        const std::size_t end = look.find("/>", at);
        if (end == std::string::npos) return look;
        at = end + 2;
    }
    return look.substr(0, at) + "<w:i/>" + look.substr(at);
}

std::string cites_runs(const std::string& name, const std::string& look) {
    return mark(WordMark::list) + tag("#" + name) + mark(WordMark::separator) + word_run(look, "; ") +
           mark(WordMark::separated) + "<w:hyperlink" + mark(WordMark::link, tag("target")) + ">" +
           word_run(look, tag("words")) + "</w:hyperlink>" + tag("/" + name);
}

}  // namespace

std::string word_run(const std::string& look, const std::string& text) {
    return "<w:r>" + look + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string rich_runs(WordForm form, const std::string& name, const std::string& look) {
    if (form == WordForm::cites) return cites_runs(name, look);
    return tag("#" + name) + tag("#lead_in") + word_run(with_italics(look), tag("lead_in") + " … ") + tag("/lead_in") +
           word_run(look, tag("text")) + tag("#cut") + word_run(look, " " + tag("labels.quotation.cut")) + tag("/cut") +
           tag("#has_cites") + word_run(look, " (") + tag("/has_cites") + cites_runs("cites", look) +
           tag("#has_cites") + word_run(look, ")") + tag("/has_cites") + tag("/" + name);
}

std::string rich_text(WordForm form, const std::string& name) {
    switch (form) {
        case WordForm::quotation:
            return tag("#" + name) + tag("#lead_in") + tag("lead_in") + " … " + tag("/lead_in") + tag("text") +
                   tag("#cut") + " " + tag("labels.quotation.cut") + tag("/cut") + tag("/" + name);
        case WordForm::cites:
            return tag("#" + name) + tag("words") + " " + tag("/" + name);
        default:
            return tag(name);
    }
}

}  // namespace rapporteur
