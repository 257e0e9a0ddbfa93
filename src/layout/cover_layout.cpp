#include "layout/cover_layout.h"

#include <algorithm>

#include "layout/frame.h"
#include "layout/path.h"
#include "support/text.h"

namespace rapporteur {
namespace {

class CoverLayout {
public:
    CoverLayout(const Cover& cover, Typesetter& typesetter, Diagnostics& diagnostics)
        : cover_(cover),
          typesetter_(typesetter),
          diagnostics_(diagnostics),
          style_(typesetter.style()),
          frame_(page_frame(style_)),
          values_{style_.cover.value_x, style_.body_right() - style_.cover.value_x} {}

    Page lay() {
        page_.width = style_.page.width;
        page_.height = style_.page.height;
        across(style_.cover.rule_y, style_.cover.rule_width, "accent");
        lay_kind();
        lay_logo();
        const double below_title = lay_title();
        lay_lines(below_title + style_.cover.lines_gap);
        if (!cover_.facts.empty() || !cover_.counts.empty()) lay_counts(lay_facts());
        if (!cover_.disclaimer.empty())
            place(set(cover_.disclaimer, "cover-disclaimer", values_), style_.cover.disclaimer_y);
        return std::move(page_);
    }

private:
    Region labels() const { return {frame_.label.x, values_.x - frame_.label.x - style_.grid.unit}; }

    void across(double y, double width, std::string_view colour) {
        page_.items.emplace_back(
            rule_line(frame_.full.x, y, frame_.full.x + frame_.full.width, y, width, style_.colour(colour)));
    }

    std::vector<Strip> set(const std::string& text, std::string_view role, Region region, Align align = Align::start,
                           bool even = false) {
        if (text.empty()) return {};
        TextSetting setting{region, align};
        setting.even = even;
        return typesetter_.text({TextRun{text}}, role, setting);
    }

    /// Puts strips on the page from `y` down and returns where they end; what would leave the page is left out.
    double place(std::vector<Strip> strips, double y) {
        for (Strip& strip : strips) {
            y += strip.before;
            if (y + strip.height > style_.page.height) {
                diagnostics_.push_back({Code::text_overflows, {}, "the cover has no room for all of its text"});
                return y;
            }
            shift(strip, 0, y);
            std::move(strip.items.begin(), strip.items.end(), std::back_inserter(page_.items));
            y += strip.height;
        }
        return y;
    }

    void lay_kind() {
        const double y = style_.cover.kind_y, right = frame_.full.x + frame_.full.width;
        const double mark = std::min(typesetter_.width(cover_.classification, "cover-kind"), frame_.full.width / 3);
        place(set(cover_.kind, "cover-kind", {frame_.label.x, values_.x - frame_.label.x - style_.grid.unit}), y);
        place(set(cover_.body, "cover-body", {values_.x, right - mark - style_.grid.unit - values_.x}), y);
        place(set(cover_.classification, "cover-kind", {right - mark - 1, mark + 1}, Align::end), y);
    }

    /// A figure, not an artifact, although it adorns: whose the pack is may be told by nothing else (ISO 14289-1, 7.3).
    void lay_logo() {
        if (!cover_.logo) return;
        const PictureSize size = logo_size(*cover_.logo, style_);
        PictureItem item;
        item.area = {frame_.full.x, style_.cover.logo_y, frame_.full.x + size.width, style_.cover.logo_y + size.height};
        item.picture = typesetter_.add_picture(cover_.logo);
        item.element = typesetter_.add_element("Figure", -1);
        typesetter_.element(item.element).alt = cover_.logo_alt;
        page_.items.emplace_back(item);
    }

    /// The largest of the title's sizes that needs few lines; the smallest of all where none does.
    double lay_title() {
        std::string_view role = "cover-line";
        const double room = style_.cover.facts_y - style_.cover.title_y;
        for (std::string_view one : {"cover-title", "cover-title-medium", "cover-title-small"}) {
            const auto lines = static_cast<double>(typesetter_.count_lines(cover_.title, one, frame_.full.width));
            const bool last = one == "cover-title-small" && lines * style_.role(one).leading < room * 2 / 3;
            if (lines > style_.cover.title_lines && !last) continue;
            role = one;
            break;
        }
        std::vector<Strip> lines = set(cover_.title, role, frame_.full, Align::start, true);
        const auto most = static_cast<std::size_t>(room / style_.role(role).leading);
        if (lines.size() > most) {
            diagnostics_.push_back({Code::text_overflows, {}, "the title is too long for the cover"});
            lines.resize(most);
        }
        return place(std::move(lines), style_.cover.title_y);
    }

    void lay_lines(double y) {
        for (const std::string& line : cover_.lines) {
            std::vector<Strip> strips = set(line, "cover-line", values_);
            if (y + height_of(strips) > style_.cover.facts_y) return report_lost(line);
            y = place(std::move(strips), y);
        }
    }

    void report_lost(const std::string& text) { diagnostics_.push_back({Code::text_overflows, {}, text}); }

    double lay_facts() {
        double y = style_.cover.facts_y;
        across(y, style_.rule.heavy, "ink");
        y += style_.cover.fact_gap;
        for (const CoverFact& fact : cover_.facts) {
            std::vector<std::vector<Strip>> cells;
            cells.push_back(set(fact.label, "cover-label", labels()));
            cells.push_back(set(fact.value, "cover-fact", values_));
            y = place(side_by_side(std::move(cells), false), y);
        }
        return y + style_.cover.fact_gap;
    }

    /// Figures with their captions, side by side from the text column on, as wide as their words.
    void lay_counts(double y) {
        if (cover_.counts.empty()) return;
        across(y, style_.rule.light, "ink");
        y += style_.cover.counts_gap;
        const TypeRole& number = style_.role("cover-number");
        const double level =
            number.leading * style_.grid.baseline - style_.role("cover-label").leading * style_.grid.baseline;
        place(set(cover_.counts_label, "cover-label", labels()), y + level);
        const std::vector<Region> regions = count_regions();
        for (std::size_t i = 0; i < regions.size(); ++i) {
            const double below = place(set(cover_.counts[i].number, "cover-number", regions[i]), y);
            place(set(cover_.counts[i].caption, "cover-caption", regions[i]), below);
        }
    }

    /// As wide as the captions; where there is no room for that, what is beyond their longest words is shared.
    std::vector<Region> count_regions() {
        std::vector<double> words, widths;
        double least = 0, sum = 0;
        for (const CoverCount& count : cover_.counts) {
            const double number =
                std::max(typesetter_.width(count.number, "cover-number") + 1, style_.cover.count_width);
            words.push_back(std::max(number, widest_word(count.caption)));
            widths.push_back(std::max(number, typesetter_.width(count.caption, "cover-caption") + 1));
            least += words.back();
            sum += widths.back();
        }
        const double room = values_.width - style_.cover.count_gap * static_cast<double>(widths.size() - 1);
        const double share = sum > room && sum > least ? std::max(0.0, (room - least) / (sum - least)) : 1;
        const double squeeze = least > room ? room / least : 1;
        std::vector<Region> regions;
        double x = values_.x;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double width = std::max((words[i] + (widths[i] - words[i]) * share) * squeeze, 1.0);
            regions.push_back({x, width});
            x += width + style_.cover.count_gap;
        }
        return regions;
    }

    double widest_word(const std::string& caption) {
        double width = 0;
        for (const std::string_view word : split(caption, ' '))
            width = std::max(width, typesetter_.width(word, "cover-caption") + 1);
        return width;
    }

    const Cover& cover_;
    Typesetter& typesetter_;
    Diagnostics& diagnostics_;
    const Style& style_;
    Frame frame_;
    Region values_;  // what stands beside labels
    Page page_;
};

}  // namespace

PictureSize logo_size(const Picture& logo, const Style& style) {
    constexpr double pixel = 0.75;  // points: 96 an inch, as screens show pictures; larger would be blurred
    const double scale = std::min({style.cover.logo_width / logo.width, style.cover.logo_height / logo.height, pixel});
    return {logo.width * scale, logo.height * scale};
}

Page lay_cover(const Cover& cover, Typesetter& typesetter, Diagnostics& diagnostics) {
    return CoverLayout(cover, typesetter, diagnostics).lay();
}

}  // namespace rapporteur
