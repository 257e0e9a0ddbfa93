#include "assemble/supplement.h"

#include <algorithm>
#include <map>
#include <utility>

#include "assemble/changes.h"
#include "assemble/pack_sections.h"
#include "support/page_label.h"

namespace rapporteur {
namespace {

/// Pages in their order; what is no page comes last.
std::pair<int, PageLabel> order_of(const std::string& page) {
    const auto label = parse_page_label(page);
    return {label ? 0 : 1, label.value_or(PageLabel())};
}

bool is_before(const std::string& a, const std::string& b) { return order_of(a) < order_of(b); }

std::string_view section_of(const SnapshotLine& line) {
    if (line.about == "item") return "agenda";
    if (line.about == "recommendation") return "recommendations";
    if (line.about == "outcome") return "outcomes";
    return line.about == "paper" ? "documents" : "who";
}

class SupplementMaker {
public:
    explicit SupplementMaker(const LastEdition& last) : last_(last) { out_.in_hand = last.in_hand; }

    Supplement make(const Snapshot& now) {
        out_.lines.reserve(now.size());
        for (const LinePair& pair : pair_lines(last_.lines, now)) {
            if (pair.now) hold(pair);
            for (auto& [kind, row] : changes_of(pair)) add(kind, std::move(row), pair);
        }
        put_in_order();
        return std::move(out_);
    }

private:
    /// An agenda item and the page that what is new under it goes in after.
    struct Item {
        std::string number, title, after;
    };

    /// The last page of a section in hand, else of the one before it that is there.
    std::string end_of(std::string_view section) const {
        std::string end;
        for (const std::string_view each : pack_sections) {
            const auto known = last_.in_hand.ends.find(std::string(each));
            if (known != last_.in_hand.ends.end() && parse_page_label(known->second)) end = known->second;
            if (each == section) break;
        }
        return end.empty() ? last_.in_hand.last : end;
    }

    /// A line of now as readers will hold it, but for the numbers of its sheets.
    void hold(const LinePair& pair) {
        SnapshotLine& line = out_.lines.emplace_back(*pair.now);
        line.spots.clear();
        line.pages = pair.before ? pair.before->pages : std::vector<std::string>();
        line.name_in_hand = pair.before && line.about != "item" ? pair.before->name_in_hand : "";
        if (line.about != "item") return;
        line.name_in_hand = line.name;
        // An item without a sheet of its own stands in the agenda only.
        const bool known = pair.before && parse_page_label(pair.before->last_page);
        if (known) last_sheet_ = pair.before->last_page;
        if (!line.anchor.empty()) line.last_page = last_sheet_.empty() ? end_of("agenda") : last_sheet_;
        const std::string after = line.anchor.empty() ? end_of("agenda") : line.last_page;
        items_[line.name.empty() ? line.text : line.name + " " + line.text] = {line.name, line.text, after};
    }

    void add(ChangeKind kind, ChangeRow row, const LinePair& pair) {
        ++out_.count;
        std::vector<std::string> pages = pair.before ? pair.before->pages : std::vector<std::string>();
        std::sort(pages.begin(), pages.end(), is_before);
        row.name = pair.before ? pair.before->name_in_hand : row.about == "item" ? row.name : "";
        std::string page = pages.empty() ? "" : pages.front();
        if (pair.now) {
            SnapshotLine& held = out_.lines.back();
            row.spot = "change-" + std::to_string(out_.count);
            held.spots.push_back(row.spot);
            if (kind == ChangeKind::reworded) held.pages.clear();
            const std::string after = put_on_sheet(kind, row, *pair.now);
            if (!pair.before) page = after;
        }
        list_[page].push_back({kind, std::move(row), std::move(pages), ""});
    }

    /// Returns the page that the sheet goes in after.
    std::string put_on_sheet(ChangeKind kind, const ChangeRow& row, const SnapshotLine& line) {
        SupplementPart part;
        const auto item = items_.find(line.about == "item" ? line.name.empty() ? line.text : line.name + " " + line.text
                                                           : line.place);
        std::string after;
        if (item != items_.end()) {
            part.number = item->second.number;
            part.title = item->second.title;
            after = item->second.after;
        } else {
            part.section = section_of(line);
            after = end_of(part.section);
        }
        std::vector<SupplementPart>& parts = sheets_[after];
        const auto same = std::find_if(parts.begin(), parts.end(), [&](const SupplementPart& other) {
            return other.number == part.number && other.title == part.title && other.section == part.section;
        });
        group_of(same == parts.end() ? parts.emplace_back(std::move(part)) : *same, kind).rows.push_back(row);
        return after;
    }

    static ChangeGroup& group_of(SupplementPart& part, ChangeKind kind) {
        const auto at = std::find_if(part.groups.begin(), part.groups.end(),
                                     [&](const ChangeGroup& group) { return group.kind >= kind; });
        return at != part.groups.end() && at->kind == kind ? *at : *part.groups.insert(at, {kind, {}});
    }

    void put_in_order() {
        for (auto& [after, parts] : sheets_) out_.sheets.push_back({"", after, 1, "", "", std::move(parts)});
        std::sort(out_.sheets.begin(), out_.sheets.end(),
                  [](const auto& a, const auto& b) { return is_before(a.after, b.after); });
        for (std::size_t i = 0; i < out_.sheets.size(); ++i) {
            InsertedSheets& sheets = out_.sheets[i];
            sheets.anchor = "sheets-" + std::to_string(i + 1);
            sheets.first_letter = parse_page_label(sheets.after).value_or(PageLabel()).letter + 1;
            list_[sheets.after];
        }
        for (auto& [page, rows] : list_) out_.list.push_back({page, -1, std::move(rows)});
        std::sort(out_.list.begin(), out_.list.end(),
                  [](const auto& a, const auto& b) { return is_before(a.page, b.page); });
        for (ReplacementPage& page : out_.list)
            for (std::size_t i = 0; i < out_.sheets.size(); ++i)
                if (out_.sheets[i].after == page.page) page.sheets = static_cast<int>(i);
    }

    const LastEdition& last_;
    Supplement out_;
    std::string last_sheet_;             // of the items so far
    std::map<std::string, Item> items_;  // by number and title
    std::map<std::string, std::vector<SupplementPart>> sheets_;
    std::map<std::string, std::vector<ReplacementRow>> list_;
};

std::string first_page(const PrintedPages& printed, const std::string& spot) {
    const auto found = printed.of_spot.find(spot);
    return found == printed.of_spot.end() || found->second.empty() ? "" : found->second.front();
}

}  // namespace

bool can_be_supplemented(const PackInHand& in_hand) {
    return !in_hand.edition.empty() && parse_page_label(in_hand.last).has_value();
}

Supplement make_supplement(const LastEdition& last, const Snapshot& now) { return SupplementMaker(last).make(now); }

void number_sheets(Supplement& supplement, const PrintedPages& sheets) {
    for (InsertedSheets& group : supplement.sheets) {
        group.first = first_page(sheets, group.anchor);
        const auto end = sheets.ends.find(group.anchor);
        group.last = end == sheets.ends.end() ? group.first : end->second;
    }
    for (ReplacementPage& page : supplement.list)
        for (ReplacementRow& row : page.rows) row.sheet = first_page(sheets, row.change.spot);
    std::map<std::string, std::string> moved_on;  // last pages behind which sheets go in
    for (const InsertedSheets& group : supplement.sheets) moved_on[group.after] = group.last;
    for (SnapshotLine& line : supplement.lines) {
        for (const std::string& spot : std::exchange(line.spots, {}))
            if (std::string page = first_page(sheets, spot); !page.empty()) line.pages.push_back(std::move(page));
        if (const auto on = moved_on.find(line.last_page); on != moved_on.end()) line.last_page = on->second;
    }
}

PackInHand with_sheets(const Supplement& supplement, const std::string& edition) {
    PackInHand out = supplement.in_hand;
    if (supplement.sheets.empty() && supplement.count == 0) return out;
    out.supplements.push_back(edition);
    const auto move_on = [&](std::string& page) {
        for (const InsertedSheets& group : supplement.sheets)
            if (group.after == page) {
                page = group.last;
                return;
            }
    };
    for (auto& [section, page] : out.ends) move_on(page);
    move_on(out.last);
    return out;
}

}  // namespace rapporteur
