#include "extract/face.h"

#include <algorithm>
#include <optional>

#include "extract/abbreviation.h"
#include "extract/casing.h"
#include "extract/dates.h"
#include "extract/face_title.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t fewest_words_of_title = 4;  // of a line that reads like a body's name

/// What a rule read off one line.
struct Value {
    std::string text;
    const Rule* rule = nullptr;
    std::size_t line = 0;
    std::optional<PartialDate> date;
};

class FaceReader {
public:
    FaceReader(const Document& document, const RuleSet& rules)
        : document_(document),
          rules_(rules),
          casing_(document, rules),
          group_(group_or_default(rules, document.language, "face")) {
        lines_ = face_lines(document, rules);
        small_words_ = small_words_of(rules, document.language);
    }

    DocumentRecord read() {
        DocumentRecord record = what_the_file_says();
        if (!group_) return record;
        for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
        give_back_titles();
        // What the notes after the face cite is another document's.
        if (std::any_of(symbols_.begin(), symbols_.end(),
                        [this](const Value& one) { return !lines_[one.line].imprint; }))
            std::erase_if(symbols_, [this](const Value& one) { return lines_[one.line].imprint; });
        record.symbol = text_of(best(symbols_));
        if (const Value* date = best(dates_)) record.date = date->date;
        record.session = casing_.name(text_of(best(sessions_)));
        record.body = body();
        record.distribution = text_of(best(distributions_));
        record.original_language = tag_of(text_of(best(originals_)));
        record.title = titles_.empty() ? face_title(lines_, casing_) : casing_.name(text_of(best(titles_)));
        return record;
    }

private:
    DocumentRecord what_the_file_says() const {
        DocumentRecord record;
        record.id = document_.id();
        record.file = document_.file;
        record.sha256 = document_.sha256;
        record.media_type = media_type_name(document_.media_type);
        record.bytes = document_.bytes;
        record.pages = document_.pages;
        record.language = document_.language;
        record.warnings = document_.warnings;
        for (const Diagnostic& warning : record.warnings) {
            if (severity_of(warning.code) != Severity::note) record.status = DocumentStatus::partial;
        }
        return record;
    }

    void read_line(std::size_t at) {
        FaceLine& line = lines_[at];
        if (is_letterhead(line)) {
            line.furniture = true;
            return;
        }
        const MatchPlace place{
            RuleKind::field, {line.imprint ? "imprint" : "front"}, document_.blocks[line.block].kind};
        for (const RuleMatch& match : match_rules(group_, line.text, place)) {
            const bool titled = !match.field(line.text, "title").empty();
            const bool dated = !match.field(line.text, "date").empty();
            if (dated && !is_date(match, line.text)) continue;
            if (!match.field(line.text, "kind").empty()) {
                line.document_kind = true;
            } else if (match.rule->id.ends_with(".byline")) {
                line.byline = true;
            } else if (!keeps_title(match, line) && !titled) {
                line.furniture = true;
            }
            line.programme = line.programme || is_programme(*match.rule);
            keep(match, at);
        }
    }

    /// A session of a named body and a body's meeting are titles as well: "Fourth Meeting of the Council of Tides".
    static bool keeps_title(const RuleMatch& match, const FaceLine& line) {
        const std::string_view text = line.text;
        const bool named_body = !match.field(text, "body").empty();
        const bool whole = match.range_of("body").size() + 4 >= text.size();
        const bool session = !match.field(text, "session").empty();
        const bool dated = !match.field(text, "date").empty();
        const bool whole_session = match.range_of("session").size() == text.size();
        if (match.rule->id.ends_with("beside-body") || match.rule->id.ends_with(".copyright")) return false;
        return (named_body && !whole && !dated) || (session && whole_session && text.find(' ') != text.rfind(' ')) ||
               (dated && match.range_of("date").begin > shortest_dated(line) && !named_body);
    }

    /// A date behind fewer bytes is all that a line says; a heading says more.
    static std::size_t shortest_dated(const FaceLine& line) { return line.kind == BlockKind::heading ? 7 : 15; }

    static bool is_programme(const Rule& rule) {
        const std::string_view id = local_id(rule);
        return id == "face.furniture.time" || id == "face.furniture.weekday" || id == "face.furniture.slot" ||
               id == "face.furniture.dated-entry" || id == "face.furniture.section";
    }

    void keep(const RuleMatch& match, std::size_t at) {
        const std::string_view line = lines_[at].text;
        const auto add = [&](std::string_view field, std::vector<Value>& values) {
            const std::string_view text = match.field(line, field);
            if (!text.empty()) values.push_back({collapse_space(text), match.rule, at, std::nullopt});
        };
        add("symbol", symbols_);
        add("session", sessions_);
        add("body", bodies_);
        add("distribution", distributions_);
        add("original", originals_);
        add("title", titles_);
        if (!match.field(line, "date").empty()) keep_date(match, at);
    }

    std::optional<FoundDate> date_in(const RuleMatch& match, std::string_view line) const {
        const std::string_view text = match.field(line, "date");
        const DateReader& reader = rules_.dates(document_.language);
        if (match.field(line, "date_form") == "whole") return reader.whole_date(text);
        const std::vector<FoundDate> found = reader.dates(text);
        return found.empty() ? std::nullopt : std::optional(found.front());
    }

    bool is_date(const RuleMatch& match, std::string_view line) const {
        return match.field(line, "date_form") == "year" || date_in(match, line).has_value();
    }

    void keep_date(const RuleMatch& match, std::size_t at) {
        const std::string_view line = lines_[at].text;
        const std::string_view form = match.field(line, "date_form");
        Value value{std::string(match.field(line, "date")), match.rule, at, std::nullopt};
        if (form == "year") {
            value.date = parse_iso_date(value.text);
        } else if (const auto found = date_in(match, line)) {
            // Days in a row and days of the week are a meeting's.
            const bool of_meeting = found->end || (form == "whole" && found->weekday >= 0);
            if (!of_meeting && found->has_year()) value.date = found->start;
        }
        if (value.date) dates_.push_back(std::move(value));
    }

    /// The value of the rule that counts most; of equals the first.
    static const Value* best(const std::vector<Value>& values) {
        const auto found = std::max_element(values.begin(), values.end(), [](const Value& a, const Value& b) {
            return a.rule->priority < b.rule->priority;
        });
        return found == values.end() ? nullptr : &*found;
    }

    static std::string text_of(const Value* value) { return value ? value->text : std::string(); }

    /// A line that reads like a body's name is the title where a heading below prints it again, or where nothing else
    /// on the face can be one and no session or symbol shows that a body issues the document.
    void give_back_titles() {
        const bool issued = !sessions_.empty() || !symbols_.empty() || !titles_.empty();
        const bool any = issued || !face_title(lines_, casing_).empty() ||
                         std::any_of(lines_.begin(), lines_.end(), [](const FaceLine& l) { return l.document_kind; });
        const bool placed =
            std::any_of(lines_.begin(), lines_.end(), [this](const FaceLine& l) { return is_placed(l); });
        std::erase_if(bodies_, [&](const Value& value) {
            FaceLine& line = lines_[value.line];
            const bool whole = value.text.size() + 4 >= line.text.size();
            if (!whole || words(line.text).size() < fewest_words_of_title) return false;
            const bool again = is_printed_again(line);
            if (!again && any && !(gathers(value) && placed && !issued)) return false;
            line.furniture = false;
            line.repeated = line.repeated || again;
            return again || gathers(value);
        });
    }

    /// The name of what meets: "Parliamentary Conference on Rivers".
    bool gathers(const Value& value) const {
        const std::string name = fold(value.text);
        const std::vector<Range> all = words(name);
        return std::any_of(all.begin(), all.end(), [&](const Range& word) {
            return in_table("gathering_bodies", std::string_view(name).substr(word.begin, word.size()));
        });
    }

    /// "Lind, 3-5 March 2031".
    bool is_placed(const FaceLine& line) const {
        const auto found = match_rules(group_, line.text, {RuleKind::field, {"front"}, BlockKind::paragraph});
        return std::any_of(found.begin(), found.end(), [](const RuleMatch& match) {
            return local_id(*match.rule) == "face.furniture.place-and-date";
        });
    }

    bool is_printed_again(const FaceLine& line) const {
        const std::string wanted = fold(line.text);
        for (std::size_t at = line.block + 1; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            const std::string_view text = document_.text_of(block);
            if (block.kind != BlockKind::heading || text.size() > 2 * wanted.size()) continue;
            if (fold(collapse_space(text)) == wanted) return true;
        }
        return false;
    }

    bool in_table(std::string_view table, std::string_view word) const {
        const RuleTable* found = table_or_default(rules_, document_.language, table);
        return found && std::any_of(found->entries.begin(), found->entries.end(),
                                    [&](const TableEntry& entry) { return entry.value == word; });
    }

    /// The issuing body: a division rather than the department that stands above it, a council with its organisation.
    std::string body() const {
        const Value* value = best(bodies_);
        if (!value) return {};
        if (const Value* convened = body_above_session(*value)) value = convened;
        for (const Value& other : bodies_) {
            const bool same_rule = other.rule->priority == value->rule->priority;
            if (same_rule && other.line == value->line + 1 && in_table("sub_units", last_word(other.text)))
                value = &other;
        }
        const std::string name = casing_.name(value->text);
        if (!in_table("generic_bodies", fold(name))) return name;
        const std::string organisation = letterhead();
        return organisation.empty() ? name : organisation + " " + name;
    }

    /// Of several bodies the one whose session it is stands right above the session: "General Assembly", "Council",
    /// "42nd Session".
    const Value* body_above_session(const Value& best_body) const {
        const Value* session = best(sessions_);
        const Value* above = nullptr;
        for (const Value& other : bodies_) {
            const bool same_rule = other.rule == best_body.rule;
            if (session && same_rule && other.line < session->line && session->line - other.line <= 3) above = &other;
        }
        return above;
    }

    static std::string last_word(const std::string& text) { return fold(text.substr(text.find_last_of(' ') + 1)); }

    /// The abbreviation of a line such as "ABC Association of Berry Cultivators".
    std::string letterhead() const {
        for (const FaceLine& line : lines_) {
            if (is_letterhead(line)) return line.text.substr(0, line.text.find(' '));
        }
        return {};
    }

    bool is_letterhead(const FaceLine& line) const {
        const std::size_t space = line.text.find(' ');
        if (line.imprint || space == std::string_view::npos || space > 8 || is_all_capitals(line.text)) return false;
        const std::string first = line.text.substr(0, space);
        return is_all_capitals(first) && expands(line.text.substr(space + 1), first, small_words_);
    }

    std::string tag_of(const std::string& tongue) const {
        const RuleTable* languages = table_or_default(rules_, document_.language, "languages");
        for (std::size_t i = 0; languages && i < languages->entries.size(); ++i) {
            if (languages->entries[i].value == fold(tongue)) return languages->entries[i].key;
        }
        return tongue;
    }

    const Document& document_;
    const RuleSet& rules_;
    Casing casing_;
    const RuleGroup* group_;
    std::vector<FaceLine> lines_;
    SmallWords small_words_;
    std::vector<Value> symbols_, dates_, sessions_, bodies_, distributions_, originals_, titles_;
};

}  // namespace

void find_face(const Document& document, const Outline&, const RuleSet& rules, Records& records) {
    records.documents.push_back(FaceReader(document, rules).read());
}

}  // namespace rapporteur
