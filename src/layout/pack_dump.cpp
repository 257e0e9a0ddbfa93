#include <string>
#include <string_view>
#include <variant>

#include "layout/dump.h"
#include "layout/number_text.h"

namespace rapporteur {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out + '"';
}

std::string attribute(std::string_view key, std::string_view value) {
    return value.empty() ? "" : " " + std::string(key) + "=" + quoted(value);
}

std::string word_if(bool said, std::string_view word) { return said ? " " + std::string(word) : ""; }

std::string_view name_of_state(DocumentState state) {
    constexpr std::string_view kNames[] = {"at-hand", "in-part", "not-at-hand"};
    return kNames[static_cast<int>(state)];
}

std::string_view name_of_kind(RowKind kind) {
    constexpr std::string_view kNames[] = {"row", "group", "band", "item", "talk"};
    return kNames[static_cast<int>(kind)];
}

std::string form(const TextRun& run) {
    std::string look = word_if(run.bold, "strong") + word_if(run.italic, "em") + word_if(run.grey, "grey") +
                       word_if(run.accent, "accent") + word_if(run.small, "small") + word_if(run.unbreakable, "nobr") +
                       attribute("voice", run.voice) + attribute("href", run.target) + attribute("lang", run.language);
    return look.empty() ? quoted(run.text) : "{" + quoted(run.text) + look + "}";
}

std::string form(const Citation& cite) {
    return "{cite " + quoted(cite.text) + attribute("href", cite.target) + attribute("page", cite.page_in_pack) +
           attribute("place", cite.place) + "}";
}

std::string form(const StrengthMark& mark) {
    return "{strength " + std::to_string(mark.strength) + attribute("word", mark.word) + attribute("alt", mark.alt) +
           "}";
}

std::string form(const StatusMark& mark) {
    return "{status " + std::string(name_of_state(mark.state)) + attribute("word", mark.word) + "}";
}

std::string form(const FootNote& note) {
    std::string out = "{note";
    for (const TextRun& run : note.runs) out += " " + form(run);
    return out + "}";
}

std::string form(const LineBreak&) { return "{br}"; }

std::string form(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) out += " " + std::visit([](const auto& one) { return form(one); }, item);
    return out;
}

std::string form(const ColumnWidth& width) {
    if (width.by_content()) return "auto";
    return width.mm > 0 ? decimal(width.mm, 3) + "mm" : decimal(width.fraction, 3) + "fr";
}

/// Writes blocks line by line.
class PackDumper {
public:
    void write(const Pack& pack) {
        line("pack" + attribute("title", pack.meta.title) + attribute("lang", pack.meta.language));
        ++depth_;
        write(pack.meta);
        if (pack.cover.present) write(pack.cover);
        write(pack.blocks);
    }

    std::string take() { return std::move(out_); }

private:
    void line(std::string_view text) { out_.append(2 * depth_, ' ').append(text) += '\n'; }

    void write(const PackMeta& meta) {
        line("meta" + attribute("subject", meta.subject) + attribute("author", meta.author) +
             attribute("body", meta.body) + attribute("meeting", meta.meeting) +
             attribute("classification", meta.classification) + attribute("edition", meta.edition) +
             attribute("page-words", meta.page_words) + attribute("contents-word", meta.contents_word) +
             attribute("date", meta.date_iso));
    }

    void write(const Cover& cover) {
        line("cover" + attribute("kind", cover.kind) + attribute("body", cover.body) +
             attribute("classification", cover.classification) + attribute("title", cover.title) +
             attribute("logo-alt", cover.logo_alt));
        ++depth_;
        for (const std::string& text : cover.lines) line("line " + quoted(text));
        for (const CoverFact& fact : cover.facts)
            line("fact" + attribute("label", fact.label) + " " + quoted(fact.value));
        for (const CoverCount& count : cover.counts)
            line("count" + attribute("number", count.number) + " " + quoted(count.caption));
        if (!cover.disclaimer.empty()) line("disclaimer " + quoted(cover.disclaimer));
        --depth_;
    }

    void write(const std::vector<PackBlock>& blocks) {
        for (const PackBlock& block : blocks) std::visit([this](const auto& one) { write(one); }, block.content);
    }

    void write(const std::vector<Paragraph>& paragraphs) {
        ++depth_;
        for (const Paragraph& paragraph : paragraphs) write(paragraph);
        --depth_;
    }

    void write(const Paragraph& p) {
        line("p " + p.role + attribute("id", p.anchor) + attribute("lang", p.language) + ":" + form(p.content));
    }

    void write(const Heading& h) {
        line("h" + std::to_string(h.level) + attribute("number", h.number) + attribute("id", h.anchor) +
             word_if(h.verbatim, "verbatim") + attribute("kicker", h.kicker) + attribute("kicker-text", h.kicker_text) +
             attribute("running", h.running) + attribute("change", h.change) +
             attribute("contents-number", h.contents_number) + attribute("contents-title", h.contents_title) +
             word_if(!h.in_contents, "not-in-contents") + word_if(!h.printed, "not-printed") +
             word_if(h.compact, "compact") + word_if(h.lowered, "lowered") + word_if(h.opens, "opens") + ":" +
             form(h.content));
    }

    void write(const List& list) {
        line(list.ordered ? "ol" : "ul");
        ++depth_;
        for (const List::Item& item : list.items) {
            line("li" + attribute("label", item.label));
            write(item.content);
        }
        --depth_;
    }

    void write(const LabelledRow& row) {
        line("row" + attribute("number", row.number) + attribute("id", row.anchor) +
             word_if(row.continues, "continues") + ":" + form(row.label) +
             (row.sublabel.empty() ? "" : " /" + form(row.sublabel)));
        write(row.content);
    }

    void write(const Table& table) {
        std::string widths;
        for (const ColumnWidth& width : table.columns) widths += " " + form(width);
        line("table " + table.role + ":" + widths + " gutter " + decimal(table.gutter_mm, 3) + "mm" +
             attribute("caption", table.caption));
        ++depth_;
        for (const TableRow& row : table.head) write(row, "head");
        for (const TableRow& row : table.body) write(row, name_of_kind(row.kind));
        --depth_;
    }

    void write(const TableRow& row, std::string_view kind) {
        line(std::string(kind) + attribute("id", row.anchor));
        ++depth_;
        for (const TableCell& cell : row.cells) {
            line((cell.header ? "th" : "td") + (cell.columns > 1 ? " " + std::to_string(cell.columns) : ""));
            write(cell.content);
        }
        --depth_;
    }

    void write(const TintedBox& box) {
        line("box" + attribute("title", box.title));
        ++depth_;
        write(box.content);
        --depth_;
    }

    void write(const Columns& columns) {
        line("columns");
        ++depth_;
        for (const Columns::Entry& entry : columns.entries)
            line("term " + quoted(entry.term) + ":" + form(entry.expansion));
        --depth_;
    }

    void write(const Grid& grid) {
        line("grid");
        ++depth_;
        for (const auto& cell : grid.cells) {
            line("cell");
            ++depth_;
            write(cell);
            --depth_;
        }
        --depth_;
    }

    void write(const NotesBox& box) {
        line("notes" + attribute("item", box.item) + attribute("position", box.position_label) +
             attribute("position-note", box.position_note) + attribute("notes", box.notes_label) +
             attribute("key", box.key) + (box.loose ? " loose" : ""));
        ++depth_;
        for (const auto* written : {&box.position, &box.notes}) {
            if (written->empty()) continue;
            line(written == &box.position ? "position" : "notes");
            ++depth_;
            for (const Paragraph& paragraph : *written) write(paragraph);
            --depth_;
        }
        --depth_;
    }

    void write(const Annex& annex) {
        line("annex" + attribute("document", annex.document) + attribute("name", annex.name) +
             attribute("stamp", annex.stamp));
        ++depth_;
        for (const SourceSheet& sheet : annex.sheets) {
            line("sheet " + decimal(sheet.width, 2) + "x" + decimal(sheet.height, 2) + attribute("id", sheet.anchor) +
                 attribute("missing", sheet.missing));
            for (const CitedArea& cited : sheet.cited) line("  cited " + quoted(cited.place));
        }
        write(annex.blocks);
        --depth_;
    }

    void write(const CitingPages& citing) {
        line("citing" + attribute("of", citing.prefix) + attribute("label", citing.label) +
             attribute("pages", citing.pages));
    }

    void write(const Figure& figure) {
        line("figure" + attribute("alt", figure.alt));
        ++depth_;
        std::visit([this](const auto& drawing) { write(drawing); }, figure.drawing);
        --depth_;
    }

    void write(const Timeline& timeline) {
        for (const TimelineEvent& event : timeline.events)
            line("event " + event.from.iso + (event.to ? "/" + event.to->iso : "") + word_if(event.own, "own") +
                 word_if(event.open, "open") + word_if(event.cut, "cut") + attribute("date", event.date) +
                 attribute("href", event.target) + attribute("source", event.source) +
                 attribute("source-href", event.source_target) + ": " + quoted(event.text));
    }

    void write(const Bars& bars) {
        for (const Bars::Row& row : bars.rows) {
            std::string units;
            for (const BarUnit& unit : row.units)
                units += " {" + quoted(unit.number) + " " + std::to_string(unit.strength) +
                         attribute("href", unit.target) + "}";
            line("bar " + quoted(row.label) + ":" + units);
        }
    }

    void write(const SessionStrip& strip) {
        for (const SessionStrip::Hour& hour : strip.hours)
            line("hour " + std::to_string(hour.at) + " " + quoted(hour.words));
        for (const SessionStrip::Day& day : strip.days) {
            line("day " + quoted(day.weekday) + " " + quoted(day.date));
            for (const SessionBar& session : day.sessions) {
                std::string items;
                for (const SessionItem& item : session.items)
                    items += " {" + quoted(item.number) + attribute("href", item.target) + "}";
                line("  session " + std::to_string(session.start) + "-" + std::to_string(session.end) + " " +
                     quoted(session.times) + attribute("name", session.name) + ":" + items);
            }
        }
    }

    void write(const PageBreak& page_break) {
        line("pagebreak" + attribute("prefix", page_break.prefix) + word_if(page_break.letters, "letters") +
             (page_break.first == 1 ? "" : attribute("first", std::to_string(page_break.first))));
    }
    void write(const Contents& contents) { line("contents" + attribute("title", contents.title)); }

    std::string out_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string dump(const Pack& pack) {
    PackDumper dumper;
    dumper.write(pack);
    return dumper.take();
}

}  // namespace rapporteur
