#include "assemble/gap_page.h"

#include <algorithm>
#include <tuple>

#include "assemble/quotation.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_damage = 72;  // code points of damaged text that are worth printing
constexpr std::size_t longest_quote = 240;
constexpr std::size_t most_single_rows = 2;  // damaged places of one document that have a row of their own
constexpr std::size_t most_references = 12;  // places that one row counts up

/// Where each code stands on the page.
GapKind kind_of(GapCode code) {
    switch (code) {
        case GapCode::line_damaged:
        case GapCode::text_cut_off:
        case GapCode::page_damaged:
            return GapKind::damaged;
        case GapCode::speaker_unconfirmed:
        case GapCode::title_conflict:
            return GapKind::doubtful;
        case GapCode::symbol_conflict:
        case GapCode::date_conflict:
            return GapKind::conflicting;
        case GapCode::number_skipped:
        case GapCode::item_without_programme:
        case GapCode::paper_missing:
        case GapCode::page_without_text:
        case GapCode::document_failed:
        case GapCode::item_unreported:
            return GapKind::missing;
    }
    return GapKind::missing;
}

/// Of these a document can have hundreds.
bool is_numerous(GapCode code) {
    return code == GapCode::line_damaged || code == GapCode::text_cut_off || code == GapCode::page_damaged ||
           code == GapCode::page_without_text;
}

/// The first words of a text, as far as they fit.
std::string head(const std::string& text, std::size_t most) {
    if (count_code_points(text) <= most) return text;
    const std::size_t limit = CodePointIndex(text).byte_of(most);
    const std::size_t space = text.rfind(' ', limit);
    return text.substr(0, space == std::string::npos || space < limit / 2 ? limit : space) + " …";
}

/// The last words of a text, as far as they fit.
std::string tail(const std::string& text, std::size_t most) {
    const std::size_t letters = count_code_points(text);
    if (letters <= most) return text;
    const std::size_t limit = CodePointIndex(text).byte_of(letters - most);
    const std::size_t space = text.find(' ', limit);
    return "… " + text.substr(space == std::string::npos ? limit : space + 1);
}

/// What is worth printing of the text of a gap: of a sentence that breaks off its end, of one without a beginning that.
std::string clipped(const Gap& gap) {
    if (kind_of(gap.code) != GapKind::damaged) return head(gap.text, longest_quote);
    const bool begins = !gap.text.empty() && !is_lower(decode_at(gap.text, 0).value);
    return gap.code == GapCode::text_cut_off && begins ? tail(gap.text, longest_damage)
                                                       : head(gap.text, longest_damage);
}

class GapPage {
public:
    GapPage(const Library& library, const Scope& scope, GapNumbers& numbers)
        : library_(library), scope_(scope), numbers_(numbers) {}

    std::vector<GapGroup> make(const OwnChecks& checks) {
        add_gaps(GapKind::missing);
        add_own(checks);
        add_failed_documents();
        add_gaps(GapKind::damaged);
        add_gaps(GapKind::doubtful);
        if (checks.placed_by_speaker > 0)
            new_row(GapKind::doubtful, "placed-by-speaker").count = checks.placed_by_speaker;
        add_gaps(GapKind::conflicting);
        add_doubtful_statements();
        int number = 0;
        for (GapGroup& group : groups_)
            for (GapRow& row : group.rows) row.number = ++number;
        for (const auto& [gap, place] : placed_) numbers_.add(*gap, groups_[place.first].rows[place.second].number);
        return std::move(groups_);
    }

private:
    GapRow& new_row(GapKind kind, std::string code) {
        if (groups_.empty() || groups_.back().kind != kind) groups_.push_back({kind, {}});
        GapRow& row = groups_.back().rows.emplace_back();
        row.code = std::move(code);
        return row;
    }

    void note_place(const Gap& gap) {
        placed_.emplace_back(&gap, std::pair(groups_.size() - 1, groups_.back().rows.size() - 1));
    }

    void add_reference(GapRow& row, const Gap& gap) {
        for (const Source& source : gap.sources) {
            if (row.references.size() == most_references) return;
            const Reference reference = library_.refer(source);
            if (std::find(row.references.begin(), row.references.end(), reference) == row.references.end())
                row.references.push_back(reference);
        }
    }

    void add_gap(GapKind kind, const Gap& gap) {
        GapRow& row = new_row(kind, std::string(name_of(gap.code)));
        row.subject = gap.subject;
        row.text = clipped(gap);
        add_reference(row, gap);
        note_place(gap);
    }

    void add_further(GapKind kind, const std::vector<const Gap*>& gaps) {
        GapRow& row = new_row(kind, std::string(name_of(gaps.front()->code)) + "-further");
        row.count = gaps.size();
        for (const Gap* gap : gaps) {
            add_reference(row, *gap);
            note_place(*gap);
        }
    }

    void add_gaps(GapKind kind) {
        std::map<std::tuple<GapCode, std::string_view>, std::vector<const Gap*>> numerous;
        std::vector<std::vector<const Gap*>*> order;
        for (const Gap* gap : scope_.gaps) {
            if (kind_of(gap->code) != kind || gap->code == GapCode::paper_missing) continue;
            if (!is_numerous(gap->code)) {
                add_gap(kind, *gap);
                continue;
            }
            auto& list = numerous[{gap->code, document_of(*gap)}];
            if (list.empty()) order.push_back(&list);
            list.push_back(gap);
        }
        for (const auto* list : order) {
            const std::size_t single = list->size() <= most_single_rows + 1 ? list->size() : most_single_rows;
            for (std::size_t i = 0; i < single; ++i) add_gap(kind, *(*list)[i]);
            if (single < list->size())
                add_further(kind, {list->begin() + static_cast<std::ptrdiff_t>(single), list->end()});
        }
    }

    void add_own(const OwnChecks& checks) {
        if (checks.meeting_without_date) new_row(GapKind::missing, "meeting-without-date");
        if (checks.papers_missing > 0) new_row(GapKind::missing, "papers-not-at-hand").count = checks.papers_missing;
        if (checks.agenda_without_attendance_list) new_row(GapKind::missing, "no-attendance-list");
    }

    void add_failed_documents() {
        for (const DocumentRecord& document : library_.records().documents) {
            if (document.status != DocumentStatus::failed) continue;
            GapRow& row = new_row(GapKind::missing, "document-unread");
            row.subject = document.file.substr(document.file.find_last_of("/\\") + 1);
            if (!document.warnings.empty()) row.text = std::string(name_of(document.warnings.front().code));
        }
    }

    template <class Record>
    void add_doubtful(const std::vector<const Record*>& records, const std::string& code) {
        if (records.empty()) return;
        GapRow& row = new_row(GapKind::low_confidence, code);
        for (const Record* record : records) row.quotations.push_back(quote_one(library_, *record));
        row.count = records.size();
    }

    void add_doubtful_statements() {
        add_doubtful(scope_.doubtful_recommendations, "not-listed-recommendations");
        add_doubtful(scope_.doubtful_outcomes, "not-listed-outcomes");
        add_doubtful(scope_.doubtful_interventions, "not-listed-interventions");
    }

    const Library& library_;
    const Scope& scope_;
    GapNumbers& numbers_;
    std::vector<GapGroup> groups_;
    std::vector<std::pair<const Gap*, std::pair<std::size_t, std::size_t>>> placed_;
};

int lines_of(const Document* document) {
    int last = 0;
    if (document)
        for (const Block& block : document->blocks) last = std::max(last, block.line);
    return last;
}

/// What a citation of this document names, as the key of a label.
std::string cited_by(const Library& library, const DocumentRecord& document, bool is_cited) {
    if (!is_cited) return "not_cited";
    const Document* text = library.document(document.id);
    const bool paragraphs = text && std::any_of(text->blocks.begin(), text->blocks.end(), [](const Block& block) {
                                return block.kind == BlockKind::paragraph && !block.number.empty();
                            });
    if (document.pages > 0) return paragraphs ? "page_paragraph" : "page";
    if (paragraphs) return "paragraph";
    Source nowhere;
    nowhere.document = document.id;
    nowhere.heading = {" "};
    nowhere.line = 1;
    return library.refer(nowhere).heading.empty() ? "line" : "heading";
}

}  // namespace

int GapNumbers::without_programme(const SettledItem& item) const {
    for (const auto& [gap, number] : numbers_) {
        if (gap->code != GapCode::item_without_programme) continue;
        const std::string_view document = document_of(*gap);
        const bool same_document = std::any_of(item.records.begin(), item.records.end(), [&](const AgendaItem* record) {
            return document_of(*record) == document;
        });
        if (same_document && (gap->subject == item.number || gap->subject == item.title)) return number;
    }
    return 0;
}

std::vector<int> GapNumbers::of_subject(std::string_view subject) const {
    const std::string wanted = comparable_name(subject);
    std::vector<int> found;
    if (wanted.empty()) return found;
    for (const auto& [gap, number] : numbers_) {
        const bool under = std::any_of(gap->sources.begin(), gap->sources.end(), [&](const Source& source) {
            return std::any_of(source.heading.begin(), source.heading.end(),
                               [&](const std::string& heading) { return comparable_name(heading) == wanted; });
        });
        if (under || comparable_name(gap->subject) == wanted) found.push_back(number);
    }
    return found;
}

std::vector<GapGroup> make_gap_groups(const Library& library, const Scope& scope, const OwnChecks& checks,
                                      GapNumbers& numbers) {
    return GapPage(library, scope, numbers).make(checks);
}

std::vector<ReadRow> list_read(const Library& library, const std::vector<std::string>& documents,
                               const std::set<std::string, std::less<>>& cited) {
    std::vector<ReadRow> rows;
    for (const std::string& id : documents) {
        const DocumentRecord& document = *library.document_record(id);
        ReadRow& row = rows.emplace_back();
        row.name = library.name_of_document(id);
        row.anchor = document_anchor(library.document_number(id));
        row.media_type = document.media_type;
        row.status = document.status;
        row.pages = document.pages;
        row.lines = lines_of(library.document(id));
        for (const Gap* gap : library.index().gaps.of_document(id))
            if (kind_of(gap->code) == GapKind::damaged) ++row.damaged;
        row.cited_by = cited_by(library, document, cited.contains(id));
    }
    return rows;
}

}  // namespace rapporteur
