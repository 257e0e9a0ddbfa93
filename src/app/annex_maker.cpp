#include "app/annex_maker.h"

#include <charconv>

#include "app/annex_blocks.h"
#include "app/annex_sheets.h"
#include "layout/annex_places.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// The words that places with this prefix name: "place-3-b120-245" are bytes 120 to 245 of document 3, "place-3-c"
/// counts code points.
std::vector<CitedWords> words_of(const std::set<std::string>& places, const std::string& prefix,
                                 const Document& document) {
    std::vector<CitedWords> out;
    const CodePointIndex points(document.text);
    for (auto place = places.lower_bound(prefix); place != places.end() && place->starts_with(prefix); ++place) {
        Range range;
        const char* end = place->data() + place->size();
        const char* at = place->data() + prefix.size();
        if (at == end) continue;
        const bool in_points = *at == 'c';
        const auto begin = std::from_chars(at + 1, end, range.begin);
        if (begin.ec != std::errc() || begin.ptr == end) continue;
        if (std::from_chars(begin.ptr + 1, end, range.end).ec != std::errc()) continue;
        if (in_points) {
            range.begin = points.byte_of(range.begin);
            range.end = points.byte_of(range.end);
        }
        out.push_back({*place, range});
    }
    return out;
}

class AnnexFiller {
public:
    AnnexFiller(const Library& library, const AnnexShelf& shelf, std::set<std::string> places, Diagnostics& told)
        : library_(library), shelf_(shelf), places_(std::move(places)), told_(told) {}

    void fill(Annex& annex) {
        const Document* document = library_.document(annex.document);
        if (!document) return add_note(annex, annex.broken);
        const std::string prefix = place_prefix(library_.document_number(annex.document));
        const std::vector<CitedWords> cited = words_of(places_, prefix, *document);
        AnnexSource source;
        if (document->media_type == MediaType::pdf) source = {shelf_.sources.bytes(annex.document), shelf_.password};
        if (!source.bytes.empty()) {
            const Result<std::vector<SourcePage>> pages = measure_source(source);
            if (pages) {
                tell_of_pictures(*pages, document->file);
                annex.sheets = sheets_of(*pages, document, cited, annex, "annex-" + prefix);
                annex.source = static_cast<int>(sources_.size());
                sources_.push_back(source);
                return;
            }
            add_note(annex, pages.error().code == Code::document_encrypted ? annex.locked
                            : document->blocks.empty()                     ? annex.broken
                                                                           : annex.broken_text);
        }
        for (PackBlock& block : typeset_document(*document, cited)) annex.blocks.push_back(std::move(block));
        if (annex.blocks.empty()) add_note(annex, annex.broken);
    }

    std::vector<AnnexSource> take() { return std::move(sources_); }

private:
    static void add_note(Annex& annex, const std::string& words) {
        annex.blocks.push_back({Paragraph{"own", {TextRun{words}}, "", ""}});
    }

    void tell_of_pictures(const std::vector<SourcePage>& pages, const std::string& file) {
        for (std::size_t i = 0; i < pages.size(); ++i)
            if (pages[i].broken_picture)
                told_.push_back({Code::page_damaged,
                                 {file, static_cast<int>(i) + 1, 0, 0},
                                 "a picture on it cannot be shown in the annex"});
    }

    const Library& library_;
    const AnnexShelf& shelf_;
    std::set<std::string> places_;
    Diagnostics& told_;
    std::vector<AnnexSource> sources_;
};

}  // namespace

std::vector<AnnexSource> fill_annexes(Pack& pack, const Library& library, const AnnexShelf& shelf, Diagnostics& told) {
    AnnexFiller filler(library, shelf, cited_places(pack), told);
    for (PackBlock& block : pack.blocks)
        if (auto* annex = std::get_if<Annex>(&block.content)) filler.fill(*annex);
    return filler.take();
}

}  // namespace rapporteur
