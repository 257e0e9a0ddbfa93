#include "layout/figure_reader.h"

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
