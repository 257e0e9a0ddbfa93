#include "app/supplement_maker.h"

#include <set>

#include "app/edition_json.h"
#include "app/pack_places.h"
#include "assemble/supplement.h"

namespace rapporteur {

std::string supplement_ending(const std::string& edition) {
    return ".supplement-" + edition + ending_of(PackFormat::pdf);
}

Result<MadeSupplement> make_supplement_pack(Briefing briefing, const LastEdition& last, const std::string& name,
                                            const Template& text, const Style& style, const PackKit& kit) {
    briefing.supplement = make_supplement(last, take_snapshot(briefing));
    if (briefing.supplement->count == 0) return MadeSupplement{std::nullopt, std::move(*briefing.supplement)};
    // The list names the numbers of the sheets, which begin pages of their own: they stay when the list has them.
    Result<MadePack> made = lay_out_briefing(briefing, name, text, style, kit);
    if (!made) return made.error();
    number_sheets(*briefing.supplement, printed_pages(made->pages));
    made = lay_out_briefing(briefing, name, text, style, kit);
    if (!made) return made.error();
    return MadeSupplement{std::move(*made), std::move(*briefing.supplement)};
}

std::vector<EditionLine> lines_of_whole(const Briefing& briefing, const Pages* pages) {
    Snapshot lines = take_snapshot(briefing);
    if (!pages) return to_edition_lines(lines, {});
    const PrintedPages printed = printed_pages(*pages);
    put_pages(lines, printed);
    return to_edition_lines(lines, pack_in_hand(printed, briefing.cover.edition, briefing.cover.date));
}

std::vector<EditionLine> lines_of_supplement(const Supplement& supplement, const std::string& edition) {
    return to_edition_lines(supplement.lines, with_sheets(supplement, edition));
}

std::vector<std::string> cited_documents(const Supplement& supplement) {
    std::set<std::string> ids;
    for (const ReplacementPage& page : supplement.list)
        for (const ReplacementRow& row : page.rows)
            if (!row.sheet.empty()) ids.insert(row.change.reference.document_id);
    ids.erase("");
    return {ids.begin(), ids.end()};
}

}  // namespace rapporteur
