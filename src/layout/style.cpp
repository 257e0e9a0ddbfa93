#include "layout/style.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "layout/pack_schema.h"
#include "layout/style_names.h"
#include "support/language_tag.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double kLongest = 5000;  // points; no sheet is larger

/// "#RRGGBB".
std::optional<Colour> parse_colour(std::string_view text) {
    unsigned value = 0;
    if (text.size() != 7 || text[0] != '#') return {};
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
    if (error != std::errc() || end != text.data() + 7) return {};
    return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                  static_cast<std::uint8_t>(value)};
}

std::optional<double> length(const toml::node* node) {
    const auto value = node ? node->value<double>() : std::optional<double>();
    if (!value || !(*value >= 0) || *value > kLongest) return {};
    return value;
}

/// Fills a Style from a parsed file.
class StyleReader {
public:
    StyleReader(const toml::table& root, const std::string& file, Diagnostics& faults)
        : root_(root), file_(file), faults_(faults) {}

    Style read() {
        for (const auto& measure : style_measures()) read_measure(measure);
        find_unknown();
        read_colours();
        read_spaces();
        read_roles();
        check_sheet();
        return std::move(style_);
    }

private:
    void report(const toml::node* node, std::string detail) {
        const toml::source_position at = node ? node->source().begin : toml::source_position{};
        faults_.push_back({Code::style_invalid,
                           {file_, 0, static_cast<int>(at.line), static_cast<int>(at.column)},
                           std::move(detail)});
    }

    const toml::table& table(std::string_view name) {
        static const toml::table kNone;
        const toml::table* found = root_[name].as_table();
        return found ? *found : kNone;
    }

    void read_measure(const StyleMeasure& measure) {
        const toml::node* node = table(measure.table).get(measure.key);
        const auto value = length(node);
        const std::string name = std::string(measure.table) + "." + std::string(measure.key);
        if (!value) return report(node, node ? name + " is no length" : name + " is missing");
        measure.place(style_) = *value * measure.unit;
    }

    /// A misspelt key would otherwise pass for one that is left out.
    void find_unknown() {
        std::string tables = "colours spaces roles";
        for (const auto& measure : style_measures()) tables.append(" ").append(measure.table);
        for (const auto& [key, node] : root_) {
            const std::string_view name = key.str();
            const std::string keys = measure_keys(name);
            if (!known(tables, name))
                report(&node, "[" + std::string(name) + "] is not known" + suggestion(name, tables));
            if (keys.empty() || !node.is_table()) continue;
            for (const auto& [inner, value] : *node.as_table())
                if (!known(keys, inner.str()))
                    report(&value, std::string(name) + "." + std::string(inner.str()) + " is not known" +
                                       suggestion(inner.str(), keys));
        }
    }

    static std::string measure_keys(std::string_view table) {
        std::string keys;
        for (const auto& measure : style_measures())
            if (measure.table == table) keys.append(measure.key).append(" ");
        return keys;
    }

    static bool known(const std::string& names, std::string_view name) {
        return (" " + names + " ").find(" " + std::string(name) + " ") != std::string::npos;
    }

    void read_colours() {
        for (const auto& [key, node] : table("colours")) {
            const auto colour = parse_colour(node.value<std::string_view>().value_or(""));
            if (!colour) report(&node, "colours." + std::string(key.str()) + " is no \"#RRGGBB\"");
            style_.colours[std::string(key.str())] = colour.value_or(Colour{});
        }
        for (std::string_view name : style_colours())
            if (!style_.colours.contains(name)) report(nullptr, "colours." + std::string(name) + " is missing");
    }

    void read_spaces() {
        for (const auto& [key, node] : table("spaces")) {
            const toml::array* pair = node.as_array();
            const auto before = length(pair && pair->size() == 2 ? pair->get(0) : nullptr);
            const auto after = length(pair && pair->size() == 2 ? pair->get(1) : nullptr);
            if (!before || !after) report(&node, "spaces." + std::string(key.str()) + " is no [before, after]");
            style_.spaces[std::string(key.str())] = {before.value_or(0), after.value_or(0)};
        }
        for (std::string_view name : style_spaces())
            if (!style_.spaces.contains(name)) report(nullptr, "spaces." + std::string(name) + " is missing");
    }

    void read_roles() {
        for (const auto& [key, node] : table("roles")) {
            if (const toml::table* fields = node.as_table())
                style_.roles[std::string(key.str())] = role(key.str(), *fields);
            else
                report(&node, "roles." + std::string(key.str()) + " is no table");
        }
        for (std::string_view name : style_roles()) need_role(name);
        for (std::string_view name : paragraph_roles()) need_role(name);
    }

    void need_role(std::string_view name) {
        if (!style_.roles.contains(name)) report(nullptr, "roles." + std::string(name) + " is missing");
    }

    TypeRole role(std::string_view name, const toml::table& fields) {
        TypeRole role;
        const std::string where = "roles." + std::string(name);
        role.family = fields["family"].value_or("");
        if (!known("sans serif display", role.family) || role.family.empty())
            report(&fields, where + ": family is none of sans, serif, display");
        const std::string weight = fields["weight"].value_or("regular");
        if (!known("regular bold", weight)) report(&fields, where + ": weight is neither regular nor bold");
        role.bold = weight == "bold";
        role.size = length(fields["type"][0].node()).value_or(0);
        role.leading = length(fields["type"][1].node()).value_or(0);
        if (role.size <= 0 || role.leading <= 0 || role.leading > 200)
            report(&fields, where + ": type is no [size, leading]");
        const std::string colour = fields["colour"].value_or("ink");
        if (!style_.colours.contains(colour))
            report(&fields, where + ": colour \"" + colour + "\" is not known");
        else
            role.colour = style_.colour(colour);
        role.word_style = fields["word"].value_or("");
        role.features = fields["features"].value_or("");
        for (std::string_view feature : split(role.features, ' '))
            if (!feature.empty() && feature.size() != 4)
                report(&fields, where + ": feature \"" + std::string(feature) + "\" is none of OpenType's");
        return role;
    }

    /// Layout counts on a body with room for some lines and on columns with some width.
    void check_sheet() {
        const double body = style_.page.width - style_.page.left - style_.page.right;
        if (body < 100 || style_.body_height() < 200) report(root_.get("page"), "the margins leave too little room");
        if (style_.grid.text_x + style_.grid.text_width > style_.body_right() + 1 || style_.grid.text_width < 50)
            report(root_.get("grid"), "the text column does not fit between the margins");
        if (style_.grid.unit <= 0) report(root_.get("grid"), "grid.unit has to be more than 0");
        if (style_.notes.line_pitch < style_.grid.unit)
            report(root_.get("notes"), "notes.line-pitch is less than the grid's unit");
    }

    const toml::table& root_;
    const std::string& file_;
    Style style_;
    Diagnostics& faults_;
};

}  // namespace

const TypeRole& Style::role(std::string_view name) const {
    const auto found = roles.find(name);
    return found != roles.end() ? found->second : roles.find(std::string_view("own"))->second;
}

Colour Style::colour(std::string_view name) const {
    const auto found = colours.find(name);
    return found != colours.end() ? found->second : Colour{};
}

Space Style::space(std::string_view name) const {
    const auto found = spaces.find(name);
    return found != spaces.end() ? found->second : Space{};
}

Style Style::in_language(std::string_view language) const {
    Style own = *this;
    if (!wants_wide_leading(language)) return own;
    for (auto& [name, role] : own.roles) role.leading = std::max(role.leading, role.size * script.leading);
    own.grid.unit = own.role("quote").leading / 2;
    return own;
}

Style scan_style(const NamedText& file, Diagnostics& problems) {
    try {
        const toml::table root = toml::parse(file.text, file.name);
        return StyleReader(root, file.name, problems).read();
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        problems.push_back({Code::style_invalid,
                            {file.name, 0, static_cast<int>(at.line), static_cast<int>(at.column)},
                            std::string(error.description())});
        return {};
    }
}

Result<Style> read_style(const NamedText& file) {
    Diagnostics problems;
    Style style = scan_style(file, problems);
    if (!problems.empty()) return problems.front();
    return style;
}

}  // namespace rapporteur
