#include "extract/paper_list.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/match.h"
#include "extract/symbols.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_entry = 1500;  // bytes; what is longer is running text
constexpr std::size_t fewest_words = 3;      // of a title that only its link shows to be one

/// A printed line of an entry.
struct EntryLine {
    std::size_t block = 0;
    Range range;
};
using EntryLines = std::vector<EntryLine>;

MatchPlace field_place(std::string_view role) { return {RuleKind::field, {std::string(role)}, BlockKind::paragraph}; }

class ListReader {
public:
    ListReader(const Document& document, const RuleGroup* papers) : document_(document), papers_(papers) {}

    std::vector<PaperEntry> read() {
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::heading && !goes_on(block)) {
                enter(at);
            } else if (group_rule_ != nullptr) {
                take(block, at);
            }
        }
        finish();
        return std::move(entries_);
    }

private:
    RuleMatch field(std::string_view text, std::string_view role) const {
        return best_match(papers_, text, field_place(role));
    }

    /// A heading opens a list, names a part of the list that it stands below, or ends it.
    void enter(std::size_t at) {
        finish();
        const Block& block = document_.blocks[at];
        const RuleMatch opens =
            best_match(papers_, document_.text_of(block), {RuleKind::heading, {"list"}, block.kind});
        const bool inside = group_rule_ != nullptr && (block.level > level_ || !any_);
        if (opens.rule != nullptr) {
            if (!inside) level_ = block.level;
            group_rule_ = opens.rule;
            group_ = std::string(document_.text_of(block));
            any_ = false;
        } else if (!inside) {
            group_rule_ = nullptr;
        }
    }

    void take(const Block& block, std::size_t at) {
        if (block.kind == BlockKind::table) {
            finish();
            take_rows(block, at);
        } else if (block.kind != BlockKind::note && block.kind != BlockKind::damaged) {
            const bool starts = !block.label.empty() || (block.kind != BlockKind::list_item && !goes_on(block));
            if (starts) finish();
            if (starts || !lines_.empty()) lines_.push_back({at, block.range});
        }
    }

    /// Languages and "(SYMBOL) – author" belong to the title above, as does the very next line of a text file.
    bool goes_on(const Block& block) const {
        if (lines_.empty() || !block.label.empty()) return false;
        const std::string_view text = document_.text_of(block);
        const Block& above = document_.blocks[lines_.back().block];
        const bool next_line = block.kind == BlockKind::paragraph && above.kind == BlockKind::list_item &&
                               block.line > 0 && block.line == above.line + 1;
        return next_line || text.starts_with('(') || field(text, "languages").rule != nullptr;
    }

    void take_rows(const Block& block, std::size_t at) {
        for (const Row& row : block.rows) {
            if (row.header) continue;
            for (const Cell& cell : row.cells) {
                if (!cell.range.empty()) lines_.push_back({at, cell.range});
            }
            finish();
        }
    }

    void finish() {
        EntryLines lines;
        lines.swap(lines_);
        if (lines.empty() || group_rule_ == nullptr) return;
        PaperEntry entry;
        entry.rule = group_rule_;
        entry.group = group_;
        if (!read_entry(lines, entry)) return;
        any_ = true;
        entries_.push_back(std::move(entry));
    }

    std::string_view slice(const Range& range) const { return trim(document_.slice(range)); }

    bool read_entry(const EntryLines& lines, PaperEntry& entry) const {
        std::size_t length = 0;
        for (const EntryLine& line : lines) length += line.range.size();
        if (length > longest_entry || field(slice(lines.front().range), "no-title").rule != nullptr) return false;
        for (const EntryLine& line : lines) read_line(line, entry);
        entry.url = link_in(lines.front());
        const bool labelled = document_.blocks[lines.front().block].kind != BlockKind::paragraph;
        return !entry.symbol.empty() || !entry.url.empty() || (labelled && !entry.title.empty());
    }

    void read_line(const EntryLine& line, PaperEntry& entry) const {
        const std::string_view text = slice(line.range);
        const RuleMatch languages = field(text, "languages");
        if (languages.rule != nullptr) {
            read_languages(text.substr(languages.range.begin), entry);
            const std::string_view title = trim(text.substr(0, languages.range.begin));
            if (!title.empty()) read_title(line, title, entry);
            return;
        }
        read_title(line, text, entry);
    }

    void read_title(const EntryLine& line, std::string_view text, PaperEntry& entry) const {
        const auto symbols = find_symbols(papers_, text);
        const FoundSymbol* own = entry.symbol.empty() ? symbol_of_entry(text, symbols) : nullptr;
        if (own != nullptr) {
            read_around_symbol(line, text, *own, entry);
        } else if (entry.title.empty()) {
            set_title(line, text, entry);
        } else if (entry.author.empty()) {
            entry.author = collapse_space(text);
        }
    }

    /// The symbol in brackets, or the one that begins or is the text; one inside a title is no symbol of the entry.
    static const FoundSymbol* symbol_of_entry(std::string_view text, const std::vector<FoundSymbol>& symbols) {
        for (auto found = symbols.rbegin(); found != symbols.rend(); ++found) {
            const bool bracketed =
                found->range.begin > 0 && text[found->range.begin - 1] == '(' && found->title.empty();
            const bool leads = found->range.begin == 0 || found->range.end == text.size();
            if (bracketed || (leads && found->title.empty())) return &*found;
        }
        return nullptr;
    }

    void read_around_symbol(const EntryLine& line, std::string_view text, const FoundSymbol& own,
                            PaperEntry& entry) const {
        entry.symbol = collapse_space(own.symbol);
        if (entry.title.empty()) entry.block = line.block;
        if (entry.range.empty()) entry.range = {line.range.begin + own.range.begin, line.range.begin + own.range.end};
        std::string_view before = trim(text.substr(0, own.range.begin)), behind = text.substr(own.range.end);
        while (before.ends_with('(') || before.ends_with('[')) before = trim(before.substr(0, before.size() - 1));
        if (!before.empty() && entry.title.empty()) set_title(line, before, entry);
        const RuleMatch author = field(behind, "behind-symbol");
        const std::string_view rest = author.rule != nullptr ? author.field(behind, "author") : std::string_view{};
        if (rest.empty()) return;
        if (entry.title.empty()) {
            set_title(line, rest, entry);
        } else {
            entry.author = collapse_space(rest);
        }
    }

    void set_title(const EntryLine& line, std::string_view text, PaperEntry& entry) const {
        const RuleMatch written = field(text, "author-in-title");
        if (written.rule != nullptr) {
            entry.author = collapse_space(written.field(text, "author"));
            text = written.field(text, "title");
        }
        while (!text.empty() && (text.back() == '-' || text.back() == ',' || text.back() == ':')) {
            text = trim(text.substr(0, text.size() - 1));
        }
        entry.block = line.block;
        const auto begin = static_cast<std::size_t>(text.data() - document_.text.data());
        entry.range = {begin, begin + text.size()};
        entry.title = collapse_space(text);
    }

    void read_languages(std::string_view text, PaperEntry& entry) const {
        const RuleMatch first = field(text, "language");
        if (first.rule == nullptr) return;
        for (const PatternMatch& match : first.rule->pattern.find_all(text)) {
            entry.languages.emplace_back(text.substr(match.range.begin, match.range.size()));
        }
    }

    std::string link_in(const EntryLine& line) const {
        for (const Run& run : document_.blocks[line.block].runs) {
            if (!run.link.empty() && line.range.covers(run.range)) return run.link;
        }
        return {};
    }

    const Document& document_;
    const RuleGroup* papers_;
    std::vector<PaperEntry> entries_;
    const Rule* group_rule_ = nullptr;  // of the list that is open
    std::string group_;
    int level_ = 0;     // of the heading that opened it
    bool any_ = false;  // an entry was found since the last heading that opens a list
    EntryLines lines_;
};

/// The linked stretches of a block, those with one target that touch as one.
std::vector<Run> links_of(const Document& document, const Block& block) {
    std::vector<Run> links;
    for (const Run& run : block.runs) {
        if (run.link.empty()) continue;
        const bool goes_on = !links.empty() && links.back().link == run.link &&
                             links.back().range.end <= run.range.begin &&
                             trim(document.slice({links.back().range.end, run.range.begin})).empty();
        if (goes_on) {
            links.back().range.end = run.range.end;
        } else {
            links.push_back(run);
        }
    }
    return links;
}

/// True where the block's entry of a list has that link already.
bool is_listed(const PaperEntry& entry, const std::set<std::pair<std::size_t, std::string>>& listed) {
    return listed.count({entry.block, entry.url}) > 0;
}

/// A link to a document's file whose own text is a title: a listed paper wherever it stands.
void add_linked(const Document& document, const RuleGroup* papers, std::vector<PaperEntry>& entries) {
    std::set<std::pair<std::size_t, std::string>> listed;
    for (const PaperEntry& entry : entries) listed.emplace(entry.block, entry.url);
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        for (const Run& link : links_of(document, document.blocks[at])) {
            const RuleMatch file = best_match(papers, link.link, field_place("link"));
            const std::string_view text = trim(document.slice(link.range));
            if (file.rule == nullptr || words(text).size() < fewest_words) continue;
            if (best_match(papers, text, field_place("no-title")).rule != nullptr) continue;
            PaperEntry entry;
            entry.block = at;
            entry.range = link.range;
            entry.title = collapse_space(text);
            entry.url = link.link;
            entry.rule = file.rule;
            if (!is_listed(entry, listed)) entries.push_back(std::move(entry));
        }
    }
}

}  // namespace

std::vector<PaperEntry> listed_papers(const Document& document, const RuleGroup* papers) {
    std::vector<PaperEntry> entries = ListReader(document, papers).read();
    add_linked(document, papers, entries);
    std::stable_sort(entries.begin(), entries.end(),
                     [](const PaperEntry& a, const PaperEntry& b) { return a.range.begin < b.range.begin; });
    return entries;
}

}  // namespace rapporteur
