#include <algorithm>
#include <string>

#include "layout/figure_layout.h"
#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr std::size_t kMostLines = 2, kOwnLines = 4;  // of an event, of the pack's own meeting
constexpr double kLeastShown = 0.6;                   // share of an event's words that one line has to hold
constexpr double kMonthTicks = 60;                    // points of a year from which months have ticks
constexpr std::string_view kRole = "table-own", kAxisRole = "small";

/// Years along an axis.
class Axis {
public:
    Axis(const Timeline& timeline, Region region, const Style& style) : region_(region) {
        first_ = timeline.events.front().from.year;
        last_ = first_;
        for (const TimelineEvent& event : timeline.events) {
            first_ = std::min(first_, event.from.year);
            last_ = std::max({last_, event.from.year, event.to ? event.to->year : 0});
        }
        start_ = region.x + style.timeline.first_year;
        year_ = (region.x + region.width - start_) / (last_ - first_ + 1);
    }

    double at(double year) const { return start_ + (year - first_) * year_; }
    double at(const FigureDate& date) const { return at(date.point); }
    int first() const { return first_; }
    int last() const { return last_; }
    double year() const { return year_; }
    double left() const { return region_.x; }
    double right() const { return region_.x + region_.width; }

    /// Years between two labels that stand at least `apart`.
    int step(double apart) const {
        for (const int step : {1, 5, 10, 20, 50, 100, 200, 500, 1000})
            if (step * year_ >= apart) return step;
        return 10000;
    }

private:
    Region region_;
    int first_ = 0, last_ = 0;
    double start_ = 0, year_ = 0;
};

/// The mark of an event: its dot, and how far a bar reaches from it.
struct Mark {
    double x = 0, radius = 0, end = 0;
    double left() const { return x - radius; }
    double dot_right() const { return x + radius; }
    double right() const { return std::max(end, x + radius); }
};

class TimelineLayout {
public:
    TimelineLayout(const Timeline& timeline, Region region, int element, Typesetter& typesetter)
        : timeline_(timeline),
          element_(element),
          typesetter_(typesetter),
          style_(typesetter.style()),
          axis_(timeline, region, style_) {}

    std::vector<Strip> lay() {
        std::vector<Strip> strips{axis_strip(true)};
        for (const TimelineEvent& event : timeline_.events) strips.push_back(lay_event(event));
        strips.push_back(axis_strip(false));
        return strips;
    }

private:
    Colour ink() const { return style_.colour("ink"); }

    void add(Strip& strip, PathItem path) {
        path.element = element_;
        strip.items.emplace_back(std::move(path));
    }

    /// Years over their ticks and the line, or under them.
    Strip axis_strip(bool above) {
        const double leading = style_.role(kAxisRole).leading, tick = style_.timeline.year_tick;
        Strip strip;
        strip.height = leading + tick + style_.timeline.gap;
        const double line = above ? leading + tick : style_.timeline.gap;
        const double outward = above ? -1 : 1;
        add(strip, rule_line(axis_.left(), line, axis_.right(), line, style_.rule.medium, ink()));
        const double baseline = (above ? 0 : line + tick) + leading * style_.grid.baseline;
        const std::vector<int> labelled = labelled_years();
        for (const double year : ticks()) {
            const bool is_labelled = std::binary_search(labelled.begin(), labelled.end(), static_cast<int>(year)) &&
                                     year == static_cast<int>(year);
            const double length = is_labelled ? tick : style_.timeline.tick;
            const double x = std::min(axis_.at(year), axis_.right());
            add(strip, rule_line(x, line, x, line + outward * length, style_.rule.medium, ink()));
        }
        for (const int year : labelled) add_year(strip, year, baseline);
        return strip;
    }

    std::vector<double> ticks() const {
        const int parts = axis_.year() >= kMonthTicks ? 12 : 1, step = axis_.step(style_.timeline.tick);
        std::vector<double> ticks;
        for (int year = axis_.first(); year <= axis_.last(); year += step)
            for (int part = 0; part < parts; ++part) ticks.push_back(year + static_cast<double>(part) / parts);
        ticks.push_back(axis_.last() + 1);
        return ticks;
    }

    std::vector<int> labelled_years() {
        const double apart = typesetter_.width("0000", kAxisRole) + style_.grid.unit;
        const int step = axis_.step(apart);
        std::vector<int> years{axis_.first()};
        for (int year = axis_.first() + 1; year <= axis_.last(); ++year)
            if (year % step == 0 && axis_.at(year) - axis_.at(axis_.first()) >= apart) years.push_back(year);
        return years;
    }

    void add_year(Strip& strip, int year, double baseline) {
        const std::string words = std::to_string(year);
        const double width = typesetter_.width(words, kAxisRole);
        const double x = std::clamp(axis_.at(year) - width / 2, axis_.left(), axis_.right() - width);
        for (PageItem& item : typesetter_.line(words, kAxisRole, x, element_)) {
            move_by(item, 0, baseline);
            strip.items.push_back(std::move(item));
        }
    }

    Mark mark_of(const TimelineEvent& event) const {
        Mark mark;
        mark.radius = (event.own ? style_.timeline.own_dot : style_.timeline.dot) / 2;
        mark.x = std::clamp(axis_.at(event.from), axis_.left() + mark.radius, axis_.right() - mark.radius);
        mark.end = event.to ? std::min(axis_.at(*event.to), axis_.right()) : mark.x;
        if (mark.end < mark.dot_right() + style_.timeline.gap) mark.end = mark.x;
        return mark;
    }

    Strip lay_event(const TimelineEvent& event) {
        const Mark mark = mark_of(event);
        const double gap = style_.timeline.gap, width = words_width(event);
        const double right = axis_.right() - mark.right() - gap, left = mark.left() - gap - axis_.left();
        const double inside = axis_.right() - mark.dot_right() - gap;
        if (width <= right) return placed(event, mark, {mark.right() + gap, right}, Align::start, 0);
        if (width <= left) return placed(event, mark, {axis_.left(), left}, Align::end, 0);
        if (width + gap <= inside) return placed(event, mark, {mark.dot_right() + gap, inside}, Align::start, width);
        const Region wider = right >= left ? Region{mark.right() + gap, right} : Region{axis_.left(), left};
        const Align align = right >= left ? Align::start : Align::end;
        return placed(shortened(event, width - wider.width), mark, wider, align, 0);
    }

    /// The event without its last words where that saves a second line and most of it stays.
    TimelineEvent shortened(TimelineEvent event, double excess) {
        const std::string_view role = event.own ? "table-name" : "table-quote";
        const double dots = event.cut ? 0 : typesetter_.width(" …", kRole);
        const double whole = typesetter_.width(event.text, role), most = whole - excess - dots;
        if (event.own || most < kLeastShown * whole) return event;
        std::string text = event.text;
        while (typesetter_.width(text, role) > most) {
            const std::size_t space = text.rfind(' ');
            if (space == std::string::npos || space == 0) return event;
            text.resize(space);
        }
        event.text = std::move(text);
        event.cut = true;
        return event;
    }

    /// `over`: the width of words that stand over the event's bar, which then goes on after them; else 0.
    Strip placed(const TimelineEvent& event, const Mark& mark, Region region, Align align, double over) {
        Strip strip = words_of(event, region, align);
        const double middle = style_.timeline.row / 2;
        if (mark.end > mark.x) {
            const double start = over > 0 ? region.x + over + style_.timeline.gap : mark.x;
            const double half = style_.timeline.span / 2;
            if (start < mark.end)
                add(strip, filled_rectangle({start, middle - half, mark.end, middle + half}, style_.colour("rule")));
        }
        PathItem dot = circle(mark.x, middle, mark.radius);
        dot.filled = !event.open;
        dot.fill = style_.colour(event.own ? "accent" : "ink");
        if (event.open) {
            dot = circle(mark.x, middle, mark.radius - style_.timeline.outline / 2);
            dot.stroked = true;
            dot.stroke = style_.colour(event.own ? "accent" : "ink");
            dot.width = style_.timeline.outline;
        }
        add(strip, std::move(dot));
        return strip;
    }

    Inlines inlines_of(const TimelineEvent& event, const std::string& text, bool cut) const {
        Inlines inlines;
        const auto add_run = [&](const std::string& words, bool bold) -> TextRun& {
            TextRun run{words, bold};
            run.accent = event.own;
            inlines.emplace_back(std::move(run));
            return std::get<TextRun>(inlines.back());
        };
        if (!event.date.empty()) {
            add_run(event.date, true).unbreakable = true;
            add_run(" ", event.own);
        }
        TextRun& words = add_run(text, event.own);
        words.voice = "quote";
        words.target = event.target;
        if (cut) {
            add_run(" …", false).grey = true;
            std::get<TextRun>(inlines.back()).accent = false;
        }
        if (!event.source.empty()) inlines.emplace_back(Citation{event.source, event.source_target, ""});
        return inlines;
    }

    /// How wide the words are on one line; a little more for the kerning between stretches.
    double words_width(const TimelineEvent& event) {
        const double text = std::max(typesetter_.width(event.text, event.own ? "table-name" : "table-quote"),
                                     typesetter_.width(event.text, "table-quote"));
        const double dates = event.date.empty() ? 0 : typesetter_.width(event.date + " ", "entry-head");
        const double source = event.source.empty() ? 0 : typesetter_.width("  " + event.source, "citation") + 3;
        return text + dates + source + (event.cut ? typesetter_.width(" …", kRole) : 0) + 1;
    }

    /// The words on few lines; what does not fit is left out at the end.
    Strip words_of(const TimelineEvent& event, Region region, Align align) {
        TextSetting setting{region, align};
        setting.parent = element_;
        setting.bare = true;
        std::string text = event.text;
        bool cut = event.cut;
        const std::size_t elements = typesetter_.element_count();
        std::vector<Strip> lines = typesetter_.text(inlines_of(event, text, cut), kRole, setting);
        const std::size_t most = event.own ? kOwnLines : kMostLines;
        while (lines.size() > most && !text.empty()) {
            const std::size_t keep = text.size() * most / lines.size();
            const std::size_t space = text.rfind(' ', std::min(keep, text.size() - 1));
            text = space == std::string::npos || space == 0 ? std::string() : text.substr(0, space);
            cut = true;
            typesetter_.drop_elements(elements);
            lines = typesetter_.text(inlines_of(event, text, cut), kRole, setting);
        }
        Strip strip;
        for (Strip& line : lines) {
            shift(line, 0, strip.height);
            strip.height += line.height;
            for (PageItem& item : line.items) strip.items.push_back(std::move(item));
        }
        strip.height = std::max(strip.height, style_.timeline.row);
        return strip;
    }

    const Timeline& timeline_;
    int element_;
    Typesetter& typesetter_;
    const Style& style_;
    Axis axis_;
};

}  // namespace

std::vector<Strip> lay_timeline(const Timeline& timeline, Region region, int element, Typesetter& typesetter) {
    if (timeline.events.empty()) return {};
    return TimelineLayout(timeline, region, element, typesetter).lay();
}

}  // namespace rapporteur
