#include "extract/agenda.h"

#include <algorithm>
#include <map>

#include "extract/agenda_clock.h"
#include "extract/agenda_merge.h"
#include "extract/agenda_region.h"
#include "extract/agenda_walk.h"
#include "extract/lookup.h"
#include "extract/page_column.h"
#include "extract/report_items.h"
#include "extract/sitting.h"
#include "extract/symbols.h"
#include "model/source_maker.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double confidence_of_items = 0.9;
constexpr long fewest_of_a_calendar = 3;

const Meeting* principal_meeting(const Records& records) {
    const auto found = std::find_if(records.meetings.begin(), records.meetings.end(),
                                    [](const Meeting& meeting) { return meeting.principal; });
    return found == records.meetings.end() ? nullptr : &*found;
}

/// The year and date that days without a year are read with.
DateContext dates_of(const Records& records) {
    DateContext context;
    if (const Meeting* meeting = principal_meeting(records); meeting != nullptr && meeting->start) {
        context.year = meeting->start->year;
    }
    if (!records.documents.empty()) context.document = records.documents.front().date;
    return context;
}

/// The meeting that an item belongs to: a side event of its own name, else the document's meeting.
std::string meeting_of(const AgendaItem& item, const std::string& own, const Records& records) {
    if (item.side_event && !item.part.empty()) {
        const std::string event = fold(item.part);
        for (const Meeting& meeting : records.meetings) {
            if (fold(meeting.name) == event) return meeting.id;
        }
    }
    return own;
}

/// Where each symbol's paper stands among the records.
std::map<std::string, std::size_t> paper_places(const Records& records) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < records.papers.size(); ++i) {
        if (!records.papers[i].symbol.empty()) places.emplace(symbol_key(records.papers[i].symbol), i);
    }
    return places;
}

bool is_day(const std::optional<PartialDate>& date) { return date && date->day != 0; }

/// True for the page of many meetings, a calendar: its headings are no items.
bool is_calendar(const Records& records) {
    const auto principals = std::count_if(records.meetings.begin(), records.meetings.end(),
                                          [](const Meeting& meeting) { return meeting.principal && meeting.start; });
    return principals >= fewest_of_a_calendar;
}

/// True where nothing but headings makes the items.
bool only_headings(const Document& document, const std::vector<ItemDraft>& drafts) {
    return std::all_of(drafts.begin(), drafts.end(), [&](const ItemDraft& draft) {
        return draft.item.number.empty() && draft.item.start.empty() &&
               document.blocks[draft.block].kind == BlockKind::heading;
    });
}

/// Items of a meeting that lasts one day are taken up on that day.
void set_only_day(const Records& records, std::vector<ItemDraft>& drafts) {
    const Meeting* meeting = principal_meeting(records);
    if (meeting == nullptr || !is_day(meeting->start)) return;
    if (meeting->end && *meeting->end != *meeting->start) return;
    for (ItemDraft& draft : drafts) {
        if (!draft.item.day && !draft.item.side_event) draft.item.day = meeting->start;
    }
}

/// The days of the meeting, as records or else the title block give them, for "Thursday" and "Day 2".
void set_days(const Records& records, const DateReader& dates, AgendaTools& tools) {
    const Meeting* meeting = principal_meeting(records);
    if (meeting != nullptr && is_day(meeting->start)) {
        tools.first_day = meeting->start;
        if (is_day(meeting->end)) tools.last_day = meeting->end;
        return;
    }
    for (const Block& block : tools.document.blocks) {
        if (!block.title || tools.first_day) continue;
        for (const FoundDate& date : dates.dates(tools.document.text_of(block), tools.dates)) {
            if (tools.first_day || date.precision() != 3 || !date.has_year()) continue;
            tools.first_day = date.start;
            if (date.end) tools.last_day = date.end;
        }
    }
}

/// The papers that an item names; what an agenda names with an item is listed.
void add_papers(const std::vector<std::string>& symbols, const std::map<std::string, std::size_t>& places,
                AgendaItem& item, Records& records) {
    for (const std::string& symbol : symbols) {
        const auto place = places.find(symbol_key(symbol));
        if (place == places.end()) continue;
        Paper& paper = records.papers[place->second];
        paper.listed = true;
        if (std::find(item.papers.begin(), item.papers.end(), paper.id) == item.papers.end())
            item.papers.push_back(paper.id);
    }
}

/// A meeting whose days nothing else gives is held on those of its programme.
void set_days_of_meeting(const std::vector<ItemDraft>& drafts, Records& records) {
    const auto own = std::find_if(records.meetings.begin(), records.meetings.end(),
                                  [](const Meeting& meeting) { return meeting.principal; });
    if (own == records.meetings.end() || own->start) return;
    for (const ItemDraft& draft : drafts) {
        if (!is_day(draft.item.day) || draft.item.side_event) continue;
        own->start = own->start ? std::min(*own->start, *draft.item.day) : *draft.item.day;
        own->end = own->end ? std::max(*own->end, *draft.item.day) : *draft.item.day;
    }
}

void add_records(const Document& document, const Outline& outline, const AgendaWords& words,
                 std::vector<ItemDraft> drafts, Records& records) {
    const SourceMaker sources(document);
    Sittings sittings(document, outline, words, records);
    const std::string own = principal_meeting(records) == nullptr ? std::string{} : principal_meeting(records)->id;
    const auto papers = paper_places(records);
    const std::size_t first = records.agenda_items.size();
    for (ItemDraft& draft : drafts) {
        AgendaItem& item = draft.item;
        item.id = make_id(
            {"agenda_item", document.id(), item.part, item.number, item.title, std::to_string(draft.range.begin)});
        item.meeting = sittings.meeting_above(draft.block);
        if (item.meeting.empty()) item.meeting = meeting_of(item, own, records);
        item.sources = {sources.source(document.blocks[draft.block], draft.range, {},
                                       headings_above(document, outline, draft.block))};
        for (const auto& [block, range] : draft.repeats) {
            item.repeats.push_back(
                sources.source(document.blocks[block], range, {}, headings_above(document, outline, block)));
        }
        item.confidence = draft.rule != nullptr ? draft.rule->confidence : confidence_of_items;
        if (draft.rule != nullptr) item.rule = draft.rule->id;
        add_papers(draft.symbols, papers, item, records);
        if (draft.parent) item.parent = records.agenda_items[first + *draft.parent].id;
        records.agenda_items.push_back(std::move(item));
    }
}

}  // namespace

void find_agenda(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    const AgendaWords words(rules, document.language);
    if (!words.usable()) return;
    const PersonReader people(rules, document.language);
    AgendaTools tools{document, words, people, group_or_default(rules, document.language, "paper"), dates_of(records)};
    set_days(records, rules.dates(document.language), tools);
    std::vector<ItemDraft> drafts;
    for (const AgendaRegion& region : agenda_regions(document, words)) walk_agenda(tools, region, drafts);
    cut_page_column(drafts);
    set_half_days(document, rules.dates(document.language), drafts);
    add_report_items(tools, outline, drafts);
    add_named_items(tools, drafts);
    drafts = merge_items(std::move(drafts));
    if (is_calendar(records) && only_headings(document, drafts)) drafts.clear();
    set_days_of_meeting(drafts, records);
    set_only_day(records, drafts);
    add_records(document, outline, words, std::move(drafts), records);
}

}  // namespace rapporteur
