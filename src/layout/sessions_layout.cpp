#include <algorithm>
#include <optional>
#include <string>

#include "layout/figure_layout.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr double kMinutes = 60;  // of an hour
constexpr std::string_view kTextRole = "table-own", kHourRole = "small", kDayRole = "table-head";

/// A session in the part of its day's column that sessions at the same time leave it.
struct PlacedBar {
    const SessionBar* session = nullptr;
    double top = 0, bottom = 0;  // points below the first hour
    std::size_t lane = 0, lanes = 1;
};

/// Sessions side by side where they overlap; those that touch at no point share the column's width.
void share_lanes(std::vector<PlacedBar>& bars) {
    std::stable_sort(bars.begin(), bars.end(), [](const PlacedBar& a, const PlacedBar& b) { return a.top < b.top; });
    std::size_t first = 0;
    std::vector<double> ends;  // of the lanes of a group
    double last = 0;
    const auto close = [&](std::size_t end) {
        for (std::size_t i = first; i < end; ++i) bars[i].lanes = ends.size();
        ends.clear();
        first = end;
    };
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].top >= last) close(i);
        const auto free = std::find_if(ends.begin(), ends.end(), [&](double end) { return end <= bars[i].top; });
        bars[i].lane = static_cast<std::size_t>(free - ends.begin());
        if (free == ends.end()) ends.push_back(0);
        ends[bars[i].lane] = bars[i].bottom;
        last = std::max(last, bars[i].bottom);
    }
    close(bars.size());
}

class SessionsLayout {
public:
    SessionsLayout(const SessionStrip& strip, Region region, int element, Typesetter& typesetter)
        : strip_(strip),
          region_(region),
          element_(element),
          typesetter_(typesetter),
          style_(typesetter.style()),
          first_(strip.hours.front().at),
          leading_(style_.role(kTextRole).leading) {
        const double hours = (strip.hours.back().at - first_) / kMinutes;
        // An hour is high enough for a line in the shortest session, as far as the whole allows.
        int shortest = strip.hours.back().at - first_;
        for (const SessionStrip::Day& day : strip.days)
            for (const SessionBar& session : day.sessions) shortest = std::min(shortest, session.end - session.start);
        const double wanted = least_bar() * kMinutes / std::max(shortest, 1);
        hour_ = std::max(style_.sessions.hour, std::min(wanted, style_.sessions.most_height / hours));
        height_ = hours * hour_;
    }

    std::vector<Strip> lay() {
        std::vector<Strip> strips;
        const std::size_t row = days_in_row(), count = strip_.days.size();
        for (std::size_t day = 0; day < count; day += row) {
            strips.push_back(lay_row(day, std::min(row, count - day), row));
            if (day > 0) strips.back().before = 2 * style_.grid.unit;
        }
        return strips;
    }

private:
    double least_bar() const { return leading_ + style_.sessions.padding; }
    double y_of(int minutes) const { return (minutes - first_) * hour_ / kMinutes; }
    double days_x() const { return region_.x + style_.sessions.hours_width; }
    double days_width() const { return region_.width - style_.sessions.hours_width; }

    /// As many days as rows of equal length need, where one row has no room for all.
    std::size_t days_in_row() const {
        const double cell = style_.sessions.day_width + style_.sessions.day_gap;
        const auto most = static_cast<std::size_t>(std::max(1.0, (days_width() + style_.sessions.day_gap) / cell));
        const std::size_t rows = (strip_.days.size() + most - 1) / most;
        return (strip_.days.size() + rows - 1) / rows;
    }

    Strip lay_row(std::size_t first, std::size_t count, std::size_t columns) {
        Strip strip;
        const double gap = style_.sessions.day_gap;
        const double width = (days_width() + gap) / static_cast<double>(columns) - gap;
        const auto region = [&](std::size_t i) {
            return Region{days_x() + static_cast<double>(i) * (width + gap), width};
        };
        double head = 0;
        for (std::size_t i = 0; i < count; ++i)
            head = std::max(head, add_head(strip, strip_.days[first + i], region(i)));
        const double top = head + style_.sessions.padding;
        const double right = region(count - 1).x + width;
        add_hours(strip, top, right);
        for (std::size_t i = 0; i < count; ++i) add_day(strip, strip_.days[first + i], region(i), top);
        strip.height = top + height_ + leading_ / 2;
        return strip;
    }

    /// The name of the day over its date; gives the height.
    double add_head(Strip& strip, const SessionStrip::Day& day, Region region) {
        double height = 0;
        for (const auto& [words, role] : {std::pair(day.weekday, kDayRole), std::pair(day.date, kTextRole)}) {
            if (words.empty()) continue;
            height = put(strip, {TextRun{words}}, role, region, height, 2);
        }
        return height;
    }

    /// Hours as lines across the days, named where there is room.
    void add_hours(Strip& strip, double top, double right) {
        double free = -leading_;
        for (const SessionStrip::Hour& hour : strip_.hours) {
            const double y = top + y_of(hour.at);
            PathItem line = rule_line(days_x(), y, right, y, style_.rule.light, style_.colour("hair"));
            line.element = element_;
            strip.items.emplace_back(std::move(line));
            if (y - free < leading_) continue;
            free = y;
            constexpr double figure_height = 0.714;  // of the type's size: figures of the faces in use
            for (PageItem& item : typesetter_.line(hour.words, kHourRole, region_.x, element_)) {
                move_by(item, 0, y + style_.role(kHourRole).size * figure_height / 2);
                strip.items.push_back(std::move(item));
            }
        }
    }

    void add_day(Strip& strip, const SessionStrip::Day& day, Region region, double top) {
        std::vector<PlacedBar> bars;
        for (const SessionBar& session : day.sessions) {
            const double begin = y_of(session.start), end = y_of(session.end);
            bars.push_back({&session, begin, std::max(end, std::min(begin + least_bar(), height_))});
        }
        share_lanes(bars);
        for (const PlacedBar& bar : bars) {
            const double width = region.width / static_cast<double>(bar.lanes);
            add_bar(strip, bar, {region.x + static_cast<double>(bar.lane) * width, width}, top);
        }
    }

    void add_bar(Strip& strip, const PlacedBar& bar, Region region, double top) {
        const double inset = style_.sessions.outline / 2, edge = style_.sessions.edge;
        const PageRect area{region.x + inset, top + bar.top + inset, region.x + region.width - inset,
                            top + bar.bottom - inset};
        PathItem box = filled_rectangle(area, style_.colour("tint"));
        box.stroked = true;
        box.stroke = style_.colour("rule");
        box.width = style_.sessions.outline;
        box.element = element_;
        strip.items.emplace_back(std::move(box));
        PathItem side =
            filled_rectangle({region.x, top + bar.top, region.x + edge, top + bar.bottom}, style_.colour("accent"));
        side.element = element_;
        strip.items.emplace_back(std::move(side));
        const double padding = style_.sessions.padding, left = edge + padding;
        const Region inside{region.x + left, std::max(region.width - left - padding / 2, 1.0)};
        const auto lines = static_cast<std::size_t>((bar.bottom - bar.top) / leading_);
        const double above = std::min(padding, (bar.bottom - bar.top - static_cast<double>(lines) * leading_) / 2);
        put(strip, words_of(*bar.session, inside, lines), kTextRole, inside, top + bar.top + above, lines);
    }

    /// Times, name and items, each on lines of its own; the name goes first where there is no room for all.
    Inlines words_of(const SessionBar& session, Region region, std::size_t lines) {
        Inlines whole = inlines_of(session, true, true);
        if (line_count(whole, region) <= lines) return whole;
        Inlines short_one = inlines_of(session, session.items.empty(), true);
        if (line_count(short_one, region) <= lines) return short_one;
        SessionBar fitted = session;
        Inlines words = inlines_of(fitted, false, lines > 1);
        while (!fitted.items.empty() && line_count(words, region) > lines) {
            fitted.items.pop_back();
            words = inlines_of(fitted, false, lines > 1);
            words.emplace_back(TextRun{" …"});
        }
        return words;
    }

    Inlines inlines_of(const SessionBar& session, bool with_name, bool apart) const {
        TextRun times{session.times, true};
        times.unbreakable = true;
        Inlines out{times};
        if (with_name && !session.name.empty()) {
            out.emplace_back(LineBreak{});
            out.emplace_back(TextRun{session.name});
        }
        for (std::size_t i = 0; i < session.items.size(); ++i) {
            if (i > 0)
                out.emplace_back(TextRun{strip_.separator});
            else if (apart)
                out.emplace_back(LineBreak{});
            else
                out.emplace_back(TextRun{" "});
            TextRun number{session.items[i].number};
            number.target = session.items[i].target;
            number.unbreakable = true;
            number.accent = true;
            out.emplace_back(std::move(number));
        }
        return out;
    }

    TextSetting setting_of(Region region) const {
        TextSetting setting{region};
        setting.parent = element_;
        setting.bare = true;
        return setting;
    }

    std::size_t line_count(const Inlines& inlines, Region region) {
        const std::size_t elements = typesetter_.element_count();
        const std::size_t lines = typesetter_.text(inlines, kTextRole, setting_of(region)).size();
        typesetter_.drop_elements(elements);
        return lines;
    }

    /// Puts at most so many lines from `y` down and returns where they end; the figure's own words say the rest.
    double put(Strip& strip, const Inlines& inlines, std::string_view role, Region region, double y,
               std::size_t most_lines) {
        std::vector<Strip> lines = typesetter_.text(inlines, role, setting_of(region));
        if (lines.size() > most_lines) lines.resize(most_lines);
        for (Strip& line : lines) {
            shift(line, 0, y);
            y += line.height;
            for (PageItem& item : line.items) strip.items.push_back(std::move(item));
        }
        return y;
    }

    const SessionStrip& strip_;
    Region region_;
    int element_;
    Typesetter& typesetter_;
    const Style& style_;
    int first_;
    double leading_, hour_ = 0, height_ = 0;
};

}  // namespace

std::vector<Strip> lay_sessions(const SessionStrip& sessions, Region region, int element, Typesetter& typesetter) {
    if (sessions.days.empty() || sessions.hours.size() < 2) return {};
    return SessionsLayout(sessions, region, element, typesetter).lay();
}

}  // namespace rapporteur
