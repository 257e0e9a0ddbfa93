#include "layout/inline_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace rapporteur {
namespace {

constexpr auto kNames =
    std::to_array<std::string_view>({"em", "strong", "q", "span", "a", "cite", "strength", "status", "note", "br"});

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Runs of blanks as one space; a blank at the start goes where `after_space` says that one stands before.
std::string collapsed(std::string_view text, bool& after_space) {
    std::string out;
    for (char c : text) {
        if (!is_blank(c))
            out += c;
        else if (!after_space)
            out += ' ';
        after_space = is_blank(c);
    }
    return out;
}

DocumentState state_named(std::string_view name) {
    if (name == "in-part") return DocumentState::in_part;
    return name == "not-at-hand" ? DocumentState::not_at_hand : DocumentState::at_hand;
}

/// Walks inline elements, the look of the text coming down from the elements around it.
class InlineReader {
public:
    void read(const XmlNode& parent, const TextRun& look) {
        for (const XmlNode& child : parent.children) {
            if (child.is_text())
                add_text(child.text, look);
            else if (is_inline_element(child))
                add_element(child, look);
        }
    }

    Inlines take() {
        drop_space_at_end();
        return std::move(out_);
    }

private:
    void add_text(std::string_view text, TextRun run) {
        run.text = collapsed(text, after_space_);
        if (!run.text.empty()) out_.push_back(std::move(run));
    }

    void add_element(const XmlNode& node, TextRun look) {
        if (node.name == "br") {
            drop_space_at_end();
            out_.push_back(LineBreak{});
            after_space_ = true;
        } else if (node.name == "cite" || node.name == "strength" || node.name == "status" || node.name == "note") {
            add_mark(node);
            after_space_ = false;
        } else {
            apply(node, look);
            read(node, look);
        }
    }

    void apply(const XmlNode& node, TextRun& look) {
        if (node.name == "em") look.italic = true;
        if (node.name == "strong") look.bold = true;
        if (node.name == "q") look.voice = "quote";
        if (node.name == "a") look.target = node.attribute("href");
        if (node.has_attribute("voice")) look.voice = node.attribute("voice");
        if (node.has_attribute("lang")) look.language = node.attribute("lang");
        if (node.has_attribute("grey")) look.grey = node.attribute("grey") == "yes";
        if (node.has_attribute("accent")) look.accent = node.attribute("accent") == "yes";
        if (node.has_attribute("small")) look.small = node.attribute("small") == "yes";
        if (node.has_attribute("nobr")) look.unbreakable = node.attribute("nobr") == "yes";
    }

    void add_mark(const XmlNode& node) {
        const auto value = [&](std::string_view key) { return std::string(node.attribute(key)); };
        if (node.name == "note") {
            out_.push_back(FootNote{text_runs(read_inlines(node))});
        } else if (node.name == "cite") {
            drop_space_at_end();
            bool after_space = true;
            std::string text = collapsed(node.all_text(), after_space);
            if (!text.empty() && text.back() == ' ') text.pop_back();
            out_.push_back(Citation{text, value("href"), value("page"), value("place")});
        } else if (node.name == "strength") {
            const std::string_view n = node.attribute("n", "1");
            out_.push_back(StrengthMark{n.empty() ? 1 : n.front() - '0', value("word"), value("alt")});
        } else {
            out_.push_back(StatusMark{state_named(node.attribute("state")), value("word")});
        }
    }

    static std::vector<TextRun> text_runs(Inlines inlines) {
        std::vector<TextRun> runs;
        for (Inline& item : inlines) {
            if (auto* run = std::get_if<TextRun>(&item)) runs.push_back(std::move(*run));
            if (auto* cite = std::get_if<Citation>(&item)) {
                TextRun run{" " + cite->text + (cite->page_in_pack.empty() ? "" : " " + cite->page_in_pack)};
                run.target = cite->target;
                runs.push_back(std::move(run));
            }
        }
        return runs;
    }

    void drop_space_at_end() {
        if (out_.empty()) return;
        auto* run = std::get_if<TextRun>(&out_.back());
        if (!run || run->text.empty() || run->text.back() != ' ') return;
        run->text.pop_back();
        if (run->text.empty()) out_.pop_back();
    }

    Inlines out_;
    bool after_space_ = true;
};

}  // namespace

Inlines read_inlines(const XmlNode& node) {
    InlineReader reader;
    reader.read(node, TextRun{});
    return reader.take();
}

bool is_inline_element(const XmlNode& node) {
    return std::find(kNames.begin(), kNames.end(), node.name) != kNames.end();
}

}  // namespace rapporteur
