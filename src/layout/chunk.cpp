#include "layout/chunk.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

constexpr double kNoteSize = 0.65, kNoteRise = 0.35;  // of the size of the text around

/// Roles that stand for each other when the voice changes inside a paragraph.
struct VoicePair {
    std::string_view quote, own;
};
constexpr auto kVoices = std::to_array<VoicePair>({{"quote", "own"}, {"table-quote", "table-own"}});

/// The look of the other voice beside text of `role`: the pair whose leading is the role's, else only another family.
Look in_voice(const Look& look, const TypeRole& role, std::string_view voice, const Style& style) {
    const bool quote = voice == "quote";
    if (quote == (look.family != "sans")) return look;
    Look out = look;
    out.family = quote ? "serif" : "sans";
    for (const VoicePair& pair : kVoices) {
        const TypeRole& from = style.role(quote ? pair.own : pair.quote);
        if (from.leading == role.leading && from.size == role.size)
            out.size = style.role(quote ? pair.quote : pair.own).size;
    }
    return out;
}

class Chunker {
public:
    Chunker(const TypeRole& role, const Style& style, bool in_table, int first_note)
        : role_(role), style_(style), in_table_(in_table), next_note_(first_note) {}

    void operator()(const TextRun& run) {
        Chunk chunk;
        chunk.text = run.text;
        chunk.look = look_of(role_);
        if (!run.voice.empty()) chunk.look = in_voice(chunk.look, role_, run.voice, style_);
        chunk.look.bold |= run.bold;
        chunk.look.italic = run.italic;
        if (run.grey) chunk.look.colour = style_.colour("grey");
        if (run.accent) chunk.look.colour = style_.colour("accent");
        if (run.small) chunk.look.size = std::min(chunk.look.size, style_.role("small").size);
        chunk.unbreakable = run.unbreakable;
        chunk.target = run.target;
        chunk.language = run.language;
        out_.chunks.push_back(std::move(chunk));
    }

    void operator()(const Citation& cite) {
        Chunk chunk;
        chunk.text = cite.text;
        chunk.look = look_of(style_.role("citation"));
        chunk.unbreakable = true;
        chunk.gap_before = !out_.chunks.empty() && out_.chunks.back().kind != Chunk::Kind::line_break;
        chunk.target = cite.target;
        out_.chunks.push_back(chunk);
        if (cite.page_in_pack.empty()) return;
        chunk.text = " " + cite.page_in_pack;
        chunk.look = look_of(style_.role("citation-page"));
        chunk.gap_before = false;
        out_.chunks.push_back(std::move(chunk));
    }

    void operator()(const StrengthMark& mark) {
        add_mark(Chunk::Kind::strength, mark.strength, mark.alt);
        if (mark.word.empty()) return;
        if (in_table_) (*this)(LineBreak{});
        add_word(mark.word, look_of(style_.role(in_table_ ? "mark-word-table" : "mark-word")));
    }

    void operator()(const StatusMark& mark) {
        add_mark(Chunk::Kind::status, static_cast<int>(mark.state), mark.word);
        add_word(mark.word, look_of(role_));
    }

    void operator()(const FootNote& note) {
        Chunk chunk;
        chunk.text = std::to_string(next_note_++);
        chunk.look = look_of(role_);
        chunk.look.rise = chunk.look.size * kNoteRise;
        chunk.look.size *= kNoteSize;
        chunk.note = static_cast<int>(out_.notes.size());
        out_.chunks.push_back(std::move(chunk));
        out_.notes.push_back(note);
    }

    void operator()(const LineBreak&) {
        Chunk chunk;
        chunk.kind = Chunk::Kind::line_break;
        out_.chunks.push_back(std::move(chunk));
    }

    ChunkedText take() { return std::move(out_); }

private:
    void add_mark(Chunk::Kind kind, int value, const std::string& alt) {
        Chunk chunk;
        chunk.kind = kind;
        chunk.value = value;
        chunk.alt = alt;
        chunk.look = look_of(role_);
        out_.chunks.push_back(std::move(chunk));
    }

    void add_word(const std::string& word, const Look& look) {
        Chunk chunk;
        chunk.text = word;
        chunk.look = look;
        out_.chunks.push_back(std::move(chunk));
    }

    const TypeRole& role_;
    const Style& style_;
    bool in_table_;
    int next_note_;
    ChunkedText out_;
};

}  // namespace

Look look_of(const TypeRole& role) { return {role.family, role.bold, false, role.size, role.colour, 0, role.features}; }

ChunkedText chunk_inlines(const Inlines& inlines, const TypeRole& role, const Style& style, bool in_table,
                          int first_note) {
    Chunker chunker(role, style, in_table, first_note);
    for (const Inline& item : inlines) std::visit(chunker, item);
    return chunker.take();
}

}  // namespace rapporteur
