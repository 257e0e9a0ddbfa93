#include "layout/script_runs.h"

#include <algorithm>

#include "support/range.h"
#include "support/script.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr char first_foreign = '\xCD';  // of UTF-8: below U+0370 all letters are Latin

/// Words of another script, with what stands between them.
struct ForeignWords {
    Range range;
    std::string_view language;
    std::size_t letters = 0;
};

std::vector<ForeignWords> foreign_words(std::string_view text, std::string_view language) {
    std::vector<ForeignWords> found;
    bool goes_on = false;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const std::string_view other = language_of_script(c.value);
        const bool foreign = !other.empty() && !shares_script(language, other);
        if (foreign && goes_on && (found.back().language == other || shares_script(other, found.back().language))) {
            found.back() = {{found.back().range.begin, at + c.bytes}, other, found.back().letters + 1};
        } else if (foreign && goes_on && shares_script(found.back().language, other)) {
            found.back() = {{found.back().range.begin, at + c.bytes}, found.back().language, found.back().letters + 1};
        } else if (foreign) {
            found.push_back({{at, at + c.bytes}, other, 1});
        }
        goes_on = foreign || (goes_on && (!other.empty() || !is_alpha(c.value)));
        at += c.bytes;
    }
    // A single Greek letter is a sign.
    std::erase_if(found, [](const ForeignWords& words) { return words.language == "el" && words.letters < 2; });
    return found;
}

/// Walks every text of a pack.
class Marker {
public:
    explicit Marker(std::string_view language) : language_(language) {}

    void mark(std::vector<PackBlock>& blocks) {
        for (PackBlock& block : blocks) std::visit(*this, block.content);
    }

    void operator()(Paragraph& paragraph) {
        mark(paragraph.content, paragraph.language.empty() ? language_ : std::string_view(paragraph.language));
    }
    void operator()(Heading& heading) { mark(heading.content, language_); }
    void operator()(List& list) {
        for (List::Item& item : list.items) mark(item.content);
    }
    void operator()(LabelledRow& row) {
        mark(row.label, language_);
        mark(row.sublabel, language_);
        mark(row.content);
    }
    void operator()(Table& table) {
        for (auto* rows : {&table.head, &table.body})
            for (TableRow& row : *rows)
                for (TableCell& cell : row.cells) mark(cell.content);
    }
    void operator()(TintedBox& box) { mark(box.content); }
    void operator()(Columns& columns) {
        for (Columns::Entry& entry : columns.entries) mark(entry.expansion, language_);
    }
    void operator()(Grid& grid) {
        for (auto& cell : grid.cells) mark(cell);
    }
    void operator()(NotesBox& box) {
        mark(box.position);
        mark(box.notes);
    }
    template <class Other>
    void operator()(Other&) {}

private:
    void mark(std::vector<Paragraph>& paragraphs) {
        for (Paragraph& paragraph : paragraphs) (*this)(paragraph);
    }

    void mark(Inlines& inlines, std::string_view language) {
        Inlines out;
        for (Inline& item : inlines) {
            auto* run = std::get_if<TextRun>(&item);
            if (!run || !run->language.empty()) {
                out.push_back(std::move(item));
            } else {
                for (TextRun& part : runs_by_script(*run, language)) out.push_back(std::move(part));
            }
        }
        inlines = std::move(out);
    }

    std::string_view language_;
};

}  // namespace

std::vector<TextRun> runs_by_script(const TextRun& run, std::string_view language) {
    const std::string& text = run.text;
    const auto is_latin = [](char c) {
        return static_cast<unsigned char>(c) < static_cast<unsigned char>(first_foreign);
    };
    if (std::all_of(text.begin(), text.end(), is_latin)) return {run};
    std::vector<TextRun> parts;
    std::size_t done = 0;
    const auto add = [&](std::size_t end, std::string_view part_language) {
        if (end == done) return;
        parts.push_back(run);
        parts.back().text = text.substr(done, end - done);
        parts.back().language = part_language;
        done = end;
    };
    for (const ForeignWords& words : foreign_words(text, language)) {
        add(words.range.begin, "");
        add(words.range.end, words.language);
    }
    add(text.size(), "");
    return parts;
}

void mark_scripts(Pack& pack) { Marker(pack.meta.language).mark(pack.blocks); }

}  // namespace rapporteur
