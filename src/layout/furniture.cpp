#include "layout/furniture.h"

#include <algorithm>

#include "layout/frame.h"
#include "layout/one_column.h"
#include "layout/path.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view kBetween = "\u2002·\u2002";  // body and meeting

/// The text, or as many of its words as fit, with an ellipsis.
std::string fitting(const std::string& text, std::string_view role, double room, Typesetter& typesetter) {
    if (typesetter.width(text, role) <= room) return text;
    std::string cut = text;
    while (!cut.empty()) {
        const std::size_t blank = cut.rfind(' ');
        cut.resize(blank == std::string::npos ? 0 : blank);
        if (typesetter.width(cut + " …", role) <= room) return cut.empty() ? cut : cut + " …";
    }
    return cut;
}

class Furniture {
public:
    Furniture(Page& page, Typesetter& typesetter)
        : page_(page), typesetter_(typesetter), style_(typesetter.style()), frame_(page_frame(style_)) {}

    double right() const { return frame_.full.x + frame_.full.width; }

    /// Text with its left or right end at `x`; returns its width.
    double put(const std::string& text, std::string_view role, double x, double baseline, Align align = Align::start) {
        for (PageItem& item : typesetter_.line(text, role, x, -1, align)) {
            move_by(item, 0, baseline);
            page_.items.push_back(std::move(item));
        }
        return typesetter_.width(text, role);
    }

    void head(const PackMeta& meta, const std::string& running) {
        const double baseline = style_.furniture.head_baseline, gap = style_.furniture.gap;
        const std::string section = fitting(running, "head-section", frame_.full.width * 0.6, typesetter_);
        const double taken = put(section, "head-section", right(), baseline, Align::end);
        put(head_words(meta, frame_.full.width - taken - gap), "head", frame_.full.x, baseline);
        const double y = style_.furniture.head_rule_y;
        page_.items.emplace_back(rule_line(frame_.full.x, y, right(), y, style_.rule.medium, style_.colour("ink")));
    }

    void foot(const PackMeta& meta, std::size_t pages) {
        const double baseline = style_.furniture.foot_baseline, gap = style_.furniture.gap;
        const double taken = put_page_words(meta.page_words, page_.label, std::to_string(pages), baseline);
        const double left = (is_one_column(style_) ? frame_.full.width / 3 : frame_.text.x - frame_.full.x) - gap;
        const double mark =
            put(fitting(meta.classification, "foot", left, typesetter_), "foot", frame_.full.x, baseline);
        const double x = std::max(frame_.text.x, frame_.full.x + mark + (mark > 0 ? gap : 0));
        put(fitting(meta.edition, "foot", right() - taken - gap - x, typesetter_), "foot", x, baseline);
    }

    /// The sheet may lie on its side: then it is wider and less high than those of the style.
    void stamp(const PackMeta& meta, const Stamp& stamp, std::size_t pages) {
        frame_.full.width += page_.width - style_.page.width;
        const double up = style_.page.height - page_.height, gap = style_.furniture.gap;
        const double baseline = style_.annex.baseline - up, y = style_.annex.rule_y - up;
        page_.items.emplace_back(rule_line(frame_.full.x, y, right(), y, style_.rule.heavy, style_.colour("ink")));
        const double taken = put_page_words(meta.page_words, page_.label, std::to_string(pages), baseline);
        const double left = (is_one_column(style_) ? frame_.full.width / 3 : frame_.text.x - frame_.full.x) - gap;
        const double named = put(fitting(stamp.name, "foot-page-number", left, typesetter_), "foot-page-number",
                                 frame_.full.x, baseline);
        const double x = std::max(frame_.text.x, frame_.full.x + named + gap);
        std::string words = stamp.words;
        for (const std::string& more : {meta.classification, meta.edition})
            if (!more.empty()) words += " · " + more;
        put(fitting(words, "foot-page", right() - taken - gap - x, typesetter_), "foot-page", x, baseline);
    }

private:
    /// Body and meeting; where there is no room for both, the meeting says more.
    std::string head_words(const PackMeta& meta, double room) {
        if (meta.body.empty() || meta.meeting.empty())
            return fitting(meta.body + meta.meeting, "head", room, typesetter_);
        const std::string both = meta.body + std::string(kBetween) + meta.meeting;
        return typesetter_.width(both, "head") <= room ? both : fitting(meta.meeting, "head", room, typesetter_);
    }

    /// "Page {page} of {pages}" with its end at the right, the number bold; returns its width.
    double put_page_words(const std::string& words, const std::string& number, const std::string& pages,
                          double baseline) {
        std::string before, after = words.empty() ? "{page} / {pages}" : words;
        if (const std::size_t at = after.find("{pages}"); at != std::string::npos) after.replace(at, 7, pages);
        const std::size_t at = after.find("{page}");
        if (at == std::string::npos) return put(after, "foot-page", right(), baseline, Align::end);
        before = after.substr(0, at);
        after = after.substr(at + 6);
        // Blanks at the ends would be lost: they go by their width.
        const double blank = typesetter_.width("a a", "foot-page") - 2 * typesetter_.width("a", "foot-page");
        double x = right();
        x -= put(std::string(trim(after)), "foot-page", x, baseline, Align::end);
        if (after.starts_with(' ')) x -= blank;
        x -= put(number, "foot-page-number", x, baseline, Align::end);
        if (before.ends_with(' ')) x -= blank;
        x -= put(std::string(trim(before)), "foot-page", x, baseline, Align::end);
        return right() - x;
    }

    Page& page_;
    Typesetter& typesetter_;
    const Style& style_;
    Frame frame_;
};

}  // namespace

void add_furniture(Page& page, const PackMeta& meta, const std::string& running, std::size_t pages,
                   Typesetter& typesetter) {
    Furniture furniture(page, typesetter);
    furniture.head(meta, running);
    furniture.foot(meta, pages);
}

void add_stamp(Page& page, const PackMeta& meta, const Stamp& stamp, std::size_t pages, Typesetter& typesetter) {
    Furniture(page, typesetter).stamp(meta, stamp, pages);
}

}  // namespace rapporteur
