#include "template/figure_values.h"

#include <algorithm>
#include <map>
#include <set>

#include "support/text.h"
#include "template/object_value.h"

namespace rapporteur {
namespace {

constexpr std::size_t least_marks = 3;     // a figure of fewer says nothing that a line of text does not
constexpr std::size_t longest_event = 64;  // code points
constexpr std::size_t most_bars = 16;      // more addressees than this: those with one recommendation share a bar

/// The beginning of a text, cut at a word; true in `cut` where something is left out.
std::string beginning(const std::string& text, bool& cut) {
    if (count_code_points(text) <= longest_event) return text;
    const std::size_t space = text.rfind(' ', CodePointIndex(text).byte_of(longest_event));
    if (space == std::string::npos || space == 0) return text;
    cut = true;
    return text.substr(0, space);
}

/// True where the words say their date themselves, first or after one word: "In April 2016 the Forum …".
bool begins_with(const std::string& words, const std::string& date) {
    const std::size_t at = date.empty() ? std::string::npos : words.find(date);
    if (at == 0 || at == std::string::npos) return at == 0;
    return words.find(' ') + 1 == at;
}

std::string event_words(const TimelineRow& row, const Wording& wording) {
    const Labels& labels = wording.labels();
    const std::string date = wording.dates(row.dates), text = row.text + (row.clipped ? " …" : "");
    const std::string words =
        begins_with(text, date) ? text : labels.text("figure.event", {{"date", date}, {"text", text}});
    if (row.own_meeting) return labels.text("figure.event_own", {{"event", words}});
    if (row.standing == Standing::past) return words;
    const bool is_expected = row.standing == Standing::expected;
    return labels.text(is_expected ? "figure.event_expected" : "figure.event_unconfirmed", {{"event", words}});
}

Value event_value(const TimelineRow& row, std::size_t index, const Wording& wording) {
    bool cut = row.clipped;
    ObjectValue value("event");
    const std::string date = wording.dates(row.dates);
    value.set("date", begins_with(row.text, date) ? std::string() : date).set("from", to_iso(*row.dates.first));
    if (row.dates.last && *row.dates.last > *row.dates.first) value.set("to", to_iso(*row.dates.last));
    value.set("text", row.own_meeting ? row.text : beginning(row.text, cut))
        .set("cut", cut)
        .set("target", "#" + timeline_anchor(index));
    value.set("own", row.own_meeting).set("open", row.standing != Standing::past);
    if (!row.reference.document_id.empty()) {
        const WordedCite cite = wording.cites({row.reference}).front();
        value.set("source", cite.words).set("source_target", cite.target);
    }
    return value.take();
}

/// A statement in a bar.
struct Unit {
    int number = 0, strength = 0;
};

struct Bar {
    std::string label;
    std::vector<Unit> units;
};

Value unit_value(const Unit& unit) {
    const std::string number = "R" + std::to_string(unit.number);
    return ObjectValue("unit")
        .set("number", number)
        .set("strength", std::to_string(unit.strength))
        .set("target", "#" + number)
        .take();
}

Value bar_value(const Bar& bar) {
    return ObjectValue("bar").set("label", bar.label).set("units", list_of(bar.units, unit_value)).take();
}

std::string bar_words(const Bar& bar, const Wording& wording) {
    const Labels& labels = wording.labels();
    std::vector<std::string> units;
    for (const Unit& unit : bar.units) {
        const std::string number = "R" + std::to_string(unit.number);
        units.push_back(unit.strength == 0 ? number
                                           : labels.text("figure.unit", {{"number", number},
                                                                         {"strength", std::to_string(unit.strength)}}));
    }
    return labels.text("figure.bar", {{"label", bar.label},
                                      {"count", std::to_string(bar.units.size())},
                                      {"units", join(units, labels.text("list.separator"))}});
}

bool has_unrated(const std::vector<Bar>& bars) {
    return std::any_of(bars.begin(), bars.end(), [](const Bar& bar) {
        return std::any_of(bar.units.begin(), bar.units.end(), [](const Unit& unit) { return unit.strength == 0; });
    });
}

Value bars_value(const std::vector<Bar>& bars, const std::string& heading, const Wording& wording) {
    const Labels& labels = wording.labels();
    std::vector<std::string> words;
    for (const Bar& bar : bars) words.push_back(bar_words(bar, wording));
    std::vector<std::string> notes{labels.text("figure.bars_note")};
    if (has_unrated(bars)) notes.push_back(labels.text("figure.unrated_note"));
    return ObjectValue("bars")
        .set("alt", labels.text("figure.bars_alt", {{"heading", labels.text(heading)}, {"bars", join(words, "; ")}}))
        .set("rows", list_of(bars, bar_value))
        .set("note", join(notes, " "))
        .take();
}

std::size_t count_units(const std::vector<Bar>& bars) {
    std::size_t units = 0;
    for (const Bar& bar : bars) units += bar.units.size();
    return units;
}

std::vector<Bar> bars_by_addressee(const RecommendationPages& pages, const Labels& labels) {
    std::vector<Bar> bars;
    std::map<std::string, std::size_t> places;
    Bar not_stated{labels.text("recommendations.not_stated"), {}};
    for (const auto* groups : {&pages.put_to, &pages.in_papers}) {
        for (const RecommendationGroup& group : *groups) {
            const auto [place, is_new] = places.try_emplace(group.addressee, bars.size());
            if (!group.addressee.empty() && is_new) bars.push_back({group.addressee, {}});
            Bar& bar = group.addressee.empty() ? not_stated : bars[place->second];
            for (const RecommendationRow& row : group.rows) bar.units.push_back({row.number, row.strength});
        }
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const Bar& a, const Bar& b) { return a.units.size() > b.units.size(); });
    if (!not_stated.units.empty()) bars.push_back(std::move(not_stated));
    return bars;
}

/// Addressees with a single recommendation as one bar, before the last one of those that are not stated.
void share_small_bars(std::vector<Bar>& bars, const Wording& wording) {
    if (bars.size() <= most_bars) return;
    Bar shared;
    std::vector<Bar> kept;
    std::size_t folded = 0;
    const bool any_large = std::any_of(bars.begin(), bars.end(), [](const Bar& bar) { return bar.units.size() > 1; });
    if (!any_large) return bars.clear();
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const bool last = i + 1 == bars.size();
        if (bars[i].units.size() == 1 && !last) {
            shared.units.push_back(bars[i].units.front());
            ++folded;
        } else {
            kept.push_back(std::move(bars[i]));
        }
    }
    if (folded > 0) {
        shared.label = wording.labels().text("figure.with_one", {{"count", std::to_string(folded)}});
        kept.insert(kept.end() - 1, std::move(shared));
    }
    bars = std::move(kept);
}

}  // namespace

std::string timeline_anchor(std::size_t row) { return "date-" + std::to_string(row + 1); }

std::string timeline_years(const std::vector<TimelineRow>& rows, const Wording& wording) {
    if (rows.empty()) return {};
    int first = rows.front().dates.first->year, last = first;
    for (const TimelineRow& row : rows) {
        first = std::min(first, row.dates.first->year);
        last = std::max({last, row.dates.first->year, row.dates.last ? row.dates.last->year : 0});
    }
    return wording.dates({PartialDate{first}, PartialDate{last}});
}

Value timeline_figure(const std::vector<TimelineRow>& rows, const Wording& wording) {
    std::set<PartialDate> dates;
    for (const TimelineRow& row : rows) dates.insert(*row.dates.first);
    if (rows.size() < least_marks || dates.size() < 2) return false;
    Value::List events;
    std::vector<std::string> words;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        events.push_back(event_value(rows[i], i, wording));
        words.push_back(event_words(rows[i], wording));
    }
    const Labels& labels = wording.labels();
    return ObjectValue("timeline_figure")
        .set("alt", labels.text("figure.timeline_alt",
                                {{"years", timeline_years(rows, wording)}, {"events", join(words, "; ")}}))
        .set("events", std::move(events))
        .set("note", labels.text("figure.timeline_note"))
        .take();
}

Value addressee_figure(const RecommendationPages& pages, const Wording& wording) {
    std::vector<Bar> bars = bars_by_addressee(pages, wording.labels());
    if (bars.size() < 2 || count_units(bars) < least_marks) return false;
    share_small_bars(bars, wording);
    if (bars.size() < 2) return false;
    return bars_value(bars, "recommendations.all_by_addressee", wording);
}

}  // namespace rapporteur
