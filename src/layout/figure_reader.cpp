#include "layout/figure_reader.h"

#include <charconv>
#include <optional>

#include "support/text.h"

namespace rapporteur {
namespace {

std::string value(const XmlNode& node, std::string_view key) { return std::string(node.attribute(key)); }

bool flag(const XmlNode& node, std::string_view key) { return node.attribute(key) == "yes"; }

Result<TimelineEvent> read_event(const XmlNode& node, const std::string& file) {
    const auto from = read_figure_date(node.attribute("from"));
    const auto to = read_figure_date(node.attribute("to"));
    const auto fault = [&](std::string_view key, std::string_view what) {
        return Diagnostic{Code::pack_invalid,
                          {file, 0, node.line, 0},
                          std::string(key) + "=\"" + value(node, key) + "\" " + std::string(what)};
    };
    if (!from) return fault("from", "is no date");
    if (node.has_attribute("to") && !to) return fault("to", "is no date");
    if (to && to->point < from->point) return fault("to", "is before the beginning");
    TimelineEvent event;
    event.from = *from;
    event.to = to;
    event.date = value(node, "date");
    event.text = collapse_space(node.all_text());
    event.source = value(node, "source");
    event.source_target = value(node, "source-href");
    event.target = value(node, "href");
    event.own = flag(node, "own");
    event.open = flag(node, "open");
    event.cut = flag(node, "cut");
    return event;
}

/// Minutes since midnight of "13:30".
std::optional<int> read_clock(std::string_view text) {
    int hour = 0, minute = 0;
    const char* end = text.data() + text.size();
    const auto hours = std::from_chars(text.data(), end, hour);
    if (hours.ec != std::errc() || hours.ptr == end || *hours.ptr != ':') return std::nullopt;
    const auto minutes = std::from_chars(hours.ptr + 1, end, minute);
    if (minutes.ec != std::errc() || minutes.ptr != end) return std::nullopt;
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
    return hour * 60 + minute;
}

Diagnostic no_clock(const XmlNode& node, std::string_view key, const std::string& file) {
    return {Code::pack_invalid,
            {file, 0, node.line, 0},
            std::string(key) + "=\"" + value(node, key) + "\" is no time of day after the one before"};
}

Result<SessionBar> read_session(const XmlNode& node, const std::string& file) {
    const auto start = read_clock(node.attribute("start")), end = read_clock(node.attribute("end"));
    if (!start) return no_clock(node, "start", file);
    if (!end || *end <= *start) return no_clock(node, "end", file);
    SessionBar bar{*start, *end, value(node, "times"), value(node, "name"), {}};
    for (const XmlNode& item : node.children)
        if (item.name == "unit") bar.items.push_back({value(item, "number"), value(item, "href")});
    return bar;
}

Result<SessionStrip::Day> read_day(const XmlNode& node, const std::string& file) {
    SessionStrip::Day day{value(node, "weekday"), value(node, "date"), {}};
    for (const XmlNode& child : node.children) {
        if (child.name != "session") continue;
        Result<SessionBar> session = read_session(child, file);
        if (!session) return session.error();
        day.sessions.push_back(std::move(*session));
    }
    return day;
}

Result<SessionStrip> read_strip(const XmlNode& node, const std::string& file) {
    SessionStrip strip;
    strip.separator = value(node, "separator");
    for (const XmlNode& child : node.children) {
        if (child.name == "hour") {
            const auto at = read_clock(child.attribute("at"));
            if (!at || (!strip.hours.empty() && *at <= strip.hours.back().at)) return no_clock(child, "at", file);
            strip.hours.push_back({*at, collapse_space(child.all_text())});
        }
        if (child.name != "day") continue;
        Result<SessionStrip::Day> day = read_day(child, file);
        if (!day) return day.error();
        strip.days.push_back(std::move(*day));
    }
    return strip;
}

Bars::Row read_bar(const XmlNode& node) {
    Bars::Row row{value(node, "label"), {}};
    for (const XmlNode& unit : node.children) {
        if (unit.name != "unit") continue;
        const std::string_view strength = unit.attribute("strength", "0");
        row.units.push_back(
            {value(unit, "number"), strength.empty() ? 0 : strength.front() - '0', value(unit, "href")});
    }
    return row;
}

}  // namespace

Result<Figure> read_figure(const XmlNode& node, const std::string& file) {
    Figure figure;
    figure.alt = value(node, "alt");
    if (node.attribute("kind") == "bars") {
        Bars bars;
        for (const XmlNode& child : node.children)
            if (child.name == "bar") bars.rows.push_back(read_bar(child));
        figure.drawing = std::move(bars);
        return figure;
    }
    if (node.attribute("kind") == "sessions") {
        Result<SessionStrip> strip = read_strip(node, file);
        if (!strip) return strip.error();
        figure.drawing = std::move(*strip);
        return figure;
    }
    Timeline timeline;
    for (const XmlNode& child : node.children) {
        if (child.name != "event") continue;
        Result<TimelineEvent> event = read_event(child, file);
        if (!event) return event.error();
        timeline.events.push_back(std::move(event).value());
    }
    figure.drawing = std::move(timeline);
    return figure;
}

}  // namespace rapporteur
