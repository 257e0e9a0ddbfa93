#include "layout/contents_layout.h"

#include <iterator>

#include "layout/frame.h"
#include "layout/heading_layout.h"

namespace rapporteur {
namespace {

constexpr int kDeepest = 2;
constexpr double most_of_gap = 0.75;  // that may be given up between groups

class ContentsLayout {
public:
    ContentsLayout(Flow& flow, Typesetter& typesetter)
        : flow_(flow), typesetter_(typesetter), style_(typesetter.style()), frame_(page_frame(style_)) {
        frame_.text.x = style_.contents.title_x;
        frame_.text.width = style_.body_right() - frame_.text.x;
    }

    std::vector<Strip> lay(const std::string& title) {
        if (!title.empty()) lay_title(title);
        list_ = typesetter_.add_element("TOC", -1);
        for (std::size_t i = 0; i < flow_.headings.size(); ++i) {
            const HeadingPlace& heading = flow_.headings[i];
            if (heading.in_contents && heading.level <= kDeepest) lay_entry(heading, static_cast<int>(i));
        }
        if (out_.empty()) return {};
        HeadingPlace own;
        own.in_contents = false;
        own.running = title;
        flow_.headings.push_back(std::move(own));
        out_.front().heading = static_cast<int>(flow_.headings.size()) - 1;
        out_.front().new_page = true;
        return std::move(out_);
    }

private:
    void lay_title(const std::string& title) {
        TextSetting setting{page_frame(style_).text};
        setting.parent = typesetter_.add_element("H1", -1);
        setting.bare = true;
        out_ = typesetter_.text({TextRun{title}}, "h1", setting);
        for (Strip& strip : out_) strip.keep = Keep::hard;
    }

    void lay_entry(const HeadingPlace& heading, int index) {
        const bool first_level = heading.level == 1;
        const int item = typesetter_.add_element("TOCI", list_);
        TextSetting number{{frame_.label.x, frame_.number_right - frame_.label.x}, Align::end};
        number.parent = typesetter_.add_element("Lbl", item);
        number.bare = true;
        auto left = heading.number.empty() ? std::vector<Strip>()
                                           : typesetter_.text({TextRun{heading.number}}, "contents-number", number);
        TextSetting title{{frame_.text.x, room_for_title(heading)}};
        title.parent = typesetter_.add_element("Link", item);
        title.bare = true;
        auto right = typesetter_.text({TextRun{heading.title}}, first_level ? "contents-1" : "contents-2", title);
        std::vector<Strip> strips = side_by_side({std::move(left), std::move(right)}, true);
        if (strips.empty()) return;
        finish(strips, heading, index, title.parent);
        if (first_level) separate(strips.front());
        for (Strip& strip : strips) strip.give = style_.contents.line_give + strip.before * most_of_gap;
        std::move(strips.begin(), strips.end(), std::back_inserter(out_));
    }

    double room_for_title(const HeadingPlace& heading) const {
        const double end = heading.change.empty() ? style_.body_right() - page_number_room() : style_.contents.change_x;
        const double change = heading.change.empty() ? 0 : typesetter_.width(heading.change, "contents-change");
        return end - change - style_.grid.unit - frame_.text.x;
    }

    double page_number_room() const { return typesetter_.width("0000", "contents-1"); }

    /// What changed, the page number and the link of an entry.
    void finish(std::vector<Strip>& strips, const HeadingPlace& heading, int index, int element) {
        const double baseline = strips.front().height * style_.grid.baseline;
        for (PageItem& item :
             typesetter_.line(heading.change, "contents-change", style_.contents.change_x, element, Align::end)) {
            move_to_baseline(item, baseline);
            strips.front().items.push_back(std::move(item));
        }
        strips.front().page_number = static_cast<int>(flow_.page_numbers.size());
        flow_.page_numbers.push_back({index, style_.body_right(), baseline, heading.level == 1, element});
        for (Strip& strip : strips)
            strip.items.emplace_back(LinkItem{
                {frame_.text.x, 0, style_.body_right(), strip.height}, "#" + heading.anchor, heading.title, element});
        for (std::size_t i = 0; i + 1 < strips.size(); ++i) strips[i].keep = Keep::hard;
    }

    static void move_to_baseline(PageItem& item, double baseline) { std::get<TextItem>(item).baseline += baseline; }

    /// A hairline above each group but the first; white space on both sides of it.
    void separate(Strip& strip) {
        if (flow_.page_numbers.size() < 2) return;
        const double gap = style_.contents.group_gap;
        strip.before = gap;
        shift(strip, 0, gap);
        strip.height += gap;
        flow_.page_numbers[static_cast<std::size_t>(strip.page_number)].baseline += gap;
        strip.above = StripRule{frame_.text.x, style_.body_right(), style_.rule.light, style_.colour("hair"), false};
    }

    Flow& flow_;
    Typesetter& typesetter_;
    const Style& style_;
    Frame frame_;
    int list_ = -1;
    std::vector<Strip> out_;
};

}  // namespace

std::vector<Strip> lay_contents(const Contents& contents, Flow& flow, Typesetter& typesetter) {
    return ContentsLayout(flow, typesetter).lay(contents.title);
}

}  // namespace rapporteur
