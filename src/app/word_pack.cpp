#include "app/word_pack.h"

#include "layout/lay_out.h"
#include "layout/pack_reader.h"
#include "writers/docx/emf_picture.h"

namespace rapporteur {
namespace {

/// The figures of a briefing in the order of the pack that holds them, which leaves out those without anything to draw.
std::vector<std::string> names_of_figures(const Value& values) {
    std::vector<std::string> names;
    const Value* figure = values.field("figure");
    for (const char* name : {"sessions", "timeline", "addressees"}) {
        const Value* words = figure ? figure->field(name) : nullptr;
        if (words && words->text()) names.emplace_back(name);
    }
    return names;
}

Result<WordFigures> draw_figures(const Briefing& briefing, const Value& values, const PackTemplate& with,
                                 const FontSet& fonts, const Hyphenation& hyphenation) {
    const Result<std::string> xml = with.figures->render(briefing);
    if (!xml) return xml.error();
    const Result<Pack> pack = read_pack(*xml, "figures.xml");
    if (!pack) return pack.error();
    Diagnostics ignored;  // what is wrong with glyphs is told of the pack itself
    const Pages pages = lay_out(*pack, with.style, fonts, ignored, hyphenation);
    const std::vector<std::string> names = names_of_figures(values);
    WordFigures out;
    for (std::size_t i = 0; i < names.size() && i < pages.figures.size(); ++i)
        for (const FigurePicture& picture : pages.figures[i])
            if (picture.height > 0)
                out[names[i]].push_back(
                    {picture.width, picture.height, emf_picture(picture, pages.faces), picture.alt});
    return out;
}

}  // namespace

Result<std::string> make_word_pack(const Briefing& briefing, const PackTemplate& with, const FontSet& fonts,
                                   const Hyphenation& hyphenation) {
    Value values = with.word->values_of(briefing);
    WordFigures figures;
    if (with.figures) {
        Result<WordFigures> drawn = draw_figures(briefing, values, with, fonts, hyphenation);
        if (!drawn) return drawn.error();
        figures = std::move(*drawn);
    }
    return with.word->render(std::move(values), figures);
}

}  // namespace rapporteur
