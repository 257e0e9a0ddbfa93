#include "template/word/word_runs.h"

#include "support/xml.h"
#include "template/prepared.h"
#include "template/word/word_text.h"

namespace rapporteur {
namespace {

/// Rebuilds the runs of a paragraph as its text goes by.
class RunBuilder {
public:
    RunBuilder(const std::vector<PlacedTag>& placed, const WordTags& tags) : placed_(placed), tags_(tags) {}

    void rebuild(WordNode& container) {
        std::vector<WordNode> out;
        for (WordNode& child : container.children) {
            const WordTextRole role = text_role(child);
            if (role == WordTextRole::run) {
                rebuild_run(child, out);
                continue;
            }
            if (role == WordTextRole::inside) rebuild(child);
            out.push_back(std::move(child));
        }
        container.children = std::move(out);
    }

private:
    void rebuild_run(WordNode& run, std::vector<WordNode>& out) {
        begin_run(run);
        for (WordNode& child : run.children) {
            const std::string text = text_of_run_child(child);
            if (child.is_word("rPr")) {
                look_ = child;
                run_.children.push_back(std::move(child));
            } else if (child.is_word("t") && touches_tag(text.size())) {
                add_text(text, out);
            } else if (text.empty() || !inside_tag()) {
                flush_text();
                run_.children.push_back(std::move(child));
                at_ += text.size();
            } else {
                at_ += text.size();  // a line break or tab in a tag
            }
        }
        end_run(out, run.children.empty());
    }

    void begin_run(const WordNode& run) {
        run_ = WordNode();
        run_.space = run.space;
        run_.name = run.name;
        run_.head = run.head;
        run_.begin = run.begin;
        run_.end = run.end;
        look_ = WordNode();
    }

    void end_run(std::vector<WordNode>& out, bool was_empty = false) {
        flush_text();
        const bool only_look = run_.children.size() == (look_.head.empty() ? 0U : 1U);
        if (!only_look || was_empty) out.push_back(std::move(run_));
        WordNode next;
        next.space = word_space;
        next.name = "r";
        next.head = "<w:r";
        if (!look_.head.empty()) next.children.push_back(look_);
        run_ = std::move(next);
    }

    void flush_text() {
        if (text_.empty()) return;
        run_.children.push_back(made_element("<w:t xml:space=\"preserve\"", {}));
        run_.children.back().children.push_back(made_text(std::move(text_)));
        text_.clear();
    }

    /// Tags behind us are passed.
    const PlacedTag* next_tag() {
        while (next_ < placed_.size() && placed_[next_].end <= at_) ++next_;
        return next_ < placed_.size() ? &placed_[next_] : nullptr;
    }
    bool touches_tag(std::size_t bytes) {
        const PlacedTag* tag = next_tag();
        return tag && tag->begin < at_ + bytes;
    }
    bool inside_tag() {
        const PlacedTag* tag = next_tag();
        return tag && tag->begin < at_;
    }

    void add_text(const std::string& text, std::vector<WordNode>& out) {
        const std::size_t begin = at_, end = at_ + text.size();
        while (at_ < end) {
            const PlacedTag* tag = next_tag();
            const std::size_t until = tag ? std::min(tag->begin, end) : end;
            if (at_ < until) {
                text_ += escape_xml(text.substr(at_ - begin, until - at_));
                at_ = until;
            } else {
                if (at_ == tag->begin) add_tag(*tag, out);
                at_ = std::min(tag->end, end);
            }
        }
    }

    void add_tag(const PlacedTag& placed, std::vector<WordNode>& out) {
        const WordTag& tag = tags_[static_cast<std::size_t>(placed.tag)];
        if (tag.form == WordForm::words) return void(text_ += prepared_tag(tag.tag));
        end_run(out);
        WordNode node;
        node.kind = WordNode::Kind::tag;
        node.tag = placed.tag;
        if (!look_.head.empty()) node.children.push_back(look_);
        out.push_back(std::move(node));
    }

    const std::vector<PlacedTag>& placed_;
    const WordTags& tags_;
    WordNode run_, look_;
    std::string text_;
    std::size_t at_ = 0, next_ = 0;
};

}  // namespace

void place_tags(WordNode& paragraph, const std::vector<PlacedTag>& placed, const WordTags& tags) {
    if (!placed.empty()) RunBuilder(placed, tags).rebuild(paragraph);
}

}  // namespace rapporteur
