#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// How text of one role is set.
struct TypeRole {
    std::string family;  // "sans", "serif" or "display": with "-bold" and "-italic" a role of the font manifest
    bool bold = false;
    double size = 0, leading = 0;  // points
    Colour colour;
    std::string features;    // of OpenType, apart by blanks: "smcp onum"
    std::string word_style;  // the style's name in Word, empty where it has none of its own
};

/// White space above and below a kind of block, in points; between two blocks the larger of the two stands.
struct Space {
    double before = 0, after = 0;
};

/// The look of a pack as a style file gives it: every length in points from the top left corner of the sheet.
struct Style {
    struct {
        double width, height, left, right, top, bottom;
    } page{};
    struct {
        double unit;      // the grid's step; spaces are its multiples
        double baseline;  // where in its leading a line stands, as a share from the top
        double label_x, label_width, number_x, number_width, text_x, text_width;
    } grid{};
    struct {
        double heavy, medium, light;  // widths
    } rule{};
    struct {
        double citation_gap;  // in em of the text before
        double list_hang, bullet_hang, list_above;
        double hyphenate_below;  // columns narrower than this may part words; 0: none
    } text{};
    struct {
        double padding, group_above, band_above, item_padding;
        double unbroken;  // a row up to this share of the body's height is never broken
    } table{};
    struct {
        double padding_x, padding_y, label_width, row_gap, frame;
    } box{};
    struct {
        double gutter, term_width, gap;
    } columns{};
    struct {
        double first_width, gutter, gap;
    } cells{};
    struct {
        double position_height, first_line, line_pitch, clearance, inset, line_width, dash_on, dash_off, above;
        double latest_front;  // a front that ends above this leaves its rest to the box
    } notes{};
    struct {
        double bar, gap, lowest, step, outline, word_gap;
    } strength{};
    struct {
        double square, outline, word_gap;
    } status{};
    struct {
        double row, tick, year_tick, first_year, dot, own_dot, outline, span, gap;
    } timeline{};
    struct {
        double label_width, unit_width, unit_height, unit_gap, pitch, outline, total_gap;
        double most_units;  // rows with more are drawn as bars to scale
    } bars{};
    struct {
        double hours_width;             // what the hours take beside the days
        double day_width, day_gap;      // the least of a column, and between two
        double hour, most_height;       // of an hour, at least; of all hours of a row of days, at most
        double padding, edge, outline;  // inside a bar; its edge where the day begins; of its outline
    } sessions{};
    struct {
        double logo_y, logo_width, logo_height;  // the box that a logo is fitted into
        double rule_y, rule_width, kind_y, title_y, title_lines, lines_gap, facts_y, fact_gap, counts_gap, count_gap,
            count_width, disclaimer_y, value_x;
    } cover{};
    struct {
        double head_rule_y, head_baseline, foot_baseline, gap;
    } furniture{};
    struct {
        double group_gap, change_x, title_x;
        double line_give;  // how much closer its lines may stand
    } contents{};
    struct {
        double x, y, width, height;   // the frame that an annexed page is fitted into
        double rule_y, baseline;      // of the stamp below it
        double mark_width, mark_gap;  // of the bar beside what is cited
    } annex{};
    struct {
        double above, rule_length, gap;
    } footnote{};

    struct {
        double leading;  // in em: the least of packs in Arabic script, Chinese, Japanese or Korean
    } script{};

    std::map<std::string, Colour, std::less<>> colours;
    std::map<std::string, TypeRole, std::less<>> roles;
    std::map<std::string, Space, std::less<>> spaces;

    /// The role of that name; read_style has seen that every one the layout asks for is there.
    const TypeRole& role(std::string_view name) const;
    Colour colour(std::string_view name) const;
    Space space(std::string_view name) const;

    /// The style as packs in that language have it.
    Style in_language(std::string_view language) const;

    double body_height() const { return page.height - page.top - page.bottom; }
    double body_bottom() const { return page.height - page.bottom; }
    double body_right() const { return page.width - page.right; }
};

/// Reads a style file (TOML; lengths of geometry in mm, of type in points) as far as it goes and tells of everything
/// that is wrong with it: `style_invalid`, its line, and the nearest known name, where something is missing, unknown or
/// no sensible length.
Style scan_style(const NamedText& file, Diagnostics& problems);

/// Reads a style file. Fails with the first thing wrong.
Result<Style> read_style(const NamedText& file);

}  // namespace rapporteur
