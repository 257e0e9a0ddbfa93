#include "layout/atom.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "layout/mark.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words before which no line begins, as they belong to the one before.
bool clings_to_previous(std::string_view word) { return word == "–" || word == "—" || word == "…" || word == "-"; }

/// Words after which no line ends, as they belong to the one that follows: signs, and titles before a name.
bool clings_to_next(std::string_view word) {
    static constexpr std::string_view kWords[] = {"¶",    "¶¶",      "§",   "§§",  "№",    "No.", "Nos.", "Mr.", "Ms.",
                                                  "Mrs.", "Messrs.", "Dr.", "Mme", "Mlle", "MM.", "p.",   "pp."};
    return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// " (U+12345, U+12346)", each once.
std::string code_points(const std::vector<char32_t>& characters) {
    std::vector<std::string> names;
    for (const char32_t c : characters) {
        char digits[8];
        const auto end = std::to_chars(std::begin(digits), std::end(digits), static_cast<std::uint32_t>(c), 16).ptr;
        std::string name = to_upper(std::string_view(digits, static_cast<std::size_t>(end - digits)));
        name = "U+" + std::string(name.size() < 4 ? 4 - name.size() : 0, '0') + name;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return " (" + join(names, ", ") + ")";
}

/// How finely a stretch that is too wide has to be cut.
enum class Cut { whole, breaks, slashes };

class AtomMaker {
public:
    AtomMaker(const std::vector<Chunk>& chunks, double width, const AtomTools& tools,
              const std::vector<std::size_t>& parted)
        : chunks_(chunks), width_(width), tools_(tools), parted_(parted) {
        hyphenates_ = width < tools.style.text.hyphenate_below && parted.empty() && !tools.hyphenation.empty();
        std::vector<Isolate> isolated;
        for (const Chunk& chunk : chunks_) {
            starts_.push_back(text_.size());
            text_ += chunk.kind == Chunk::Kind::text ? chunk.text : "\uFFFC";
            if (!chunk.unbreakable || chunk.text.empty()) continue;
            const Range word{starts_.back(), text_.size()};
            for (const Isolate& one : isolates_of(text_, word, tools_.base.right_to_left)) isolated.push_back(one);
        }
        starts_.push_back(text_.size());
        levels_ = bidi_levels(text_, isolated, tools_.base);
        out_.right_to_left = levels_.right_to_left;
    }

    AtomText make() {
        for (std::size_t at = 0; at < text_.size();) at = add_stretch(at);
        return std::move(out_);
    }

private:
    std::size_t chunk_at(std::size_t byte) {
        while (chunk_ + 1 < chunks_.size() && starts_[chunk_ + 1] <= byte) ++chunk_;
        while (chunk_ > 0 && starts_[chunk_] > byte) --chunk_;
        return chunk_;
    }

    bool is_blank(std::size_t byte) { return text_[byte] == ' ' && !chunks_[chunk_at(byte)].unbreakable; }

    /// Adds what starts at a byte: a forced break, a blank, or everything up to the next of these.
    std::size_t add_stretch(std::size_t at) {
        const Chunk& chunk = chunks_[chunk_at(at)];
        if (chunk.kind == Chunk::Kind::line_break) {
            const std::size_t end = starts_[chunk_ + 1];
            if (out_.atoms.empty()) return end;
            if (out_.pieces.back().shape) add_blank(at, out_.pieces.back().chunk, 0);
            out_.atoms.back().after = Atom::Break::forced;
            return end;
        }
        if (is_blank(at)) {
            add_blank(at, chunk_, 0);
            return at + 1;
        }
        if (chunk.gap_before && at == starts_[chunk_]) add_gap(at);
        const std::size_t end = stretch_end(at);
        if (clings_to_previous(std::string_view(text_).substr(at, end - at)) && !out_.atoms.empty() &&
            out_.atoms.back().after == Atom::Break::allowed)
            out_.atoms.back().after = Atom::Break::none;
        add_cut({at, end}, Cut::whole);
        return end;
    }

    std::size_t stretch_end(std::size_t at) {
        std::size_t end = at;
        while (end < text_.size() && !is_blank(end)) {
            const Chunk& chunk = chunks_[chunk_at(end)];
            if (chunk.kind == Chunk::Kind::line_break) break;
            if (end > at && chunk.gap_before && end == starts_[chunk_]) break;
            ++end;
        }
        return end;
    }

    /// The distance before a citation, as a blank of that width, so that the words stay apart when the text is read
    /// out.
    void add_gap(std::size_t at) {
        if (out_.atoms.empty() || at == 0) return;
        const std::size_t before = chunk_at(at - 1);
        add_blank(at - 1, before, chunks_[before].look.size * tools_.style.text.citation_gap);
        out_.pieces.back().level = out_.right_to_left ? 1 : 0;  // else a number and the citation would be one run
    }

    /// A blank after the last atom, at least `width` points wide.
    void add_blank(std::size_t at, std::size_t chunk, double width) {
        if (out_.atoms.empty()) return;  // a line begins with a word
        Atom& atom = out_.atoms.back();
        if (atom.after == Atom::Break::forced) return;
        if (atom.has_space) {
            out_.pieces.back().width = atom.space = std::max(atom.space, width);
            return;
        }
        const int face = face_of_blank(chunk);
        const ShapedText& blank = tools_.shaper.shape(face, false, " ");
        const double size = chunks_[chunk].look.size * tools_.fonts.scale(face);
        width = std::max(width, blank.width * size);
        out_.pieces.push_back({chunk, &blank, face, levels_.at(at), width, size});
        atom.has_space = true;
        atom.space = width;
        if (!clings_to_next(last_word_)) atom.after = Atom::Break::allowed;
    }

    /// The face of the word before, where it has a blank: a line of one script stays in one piece.
    int face_of_blank(std::size_t chunk) {
        const Piece& last = out_.pieces.back();
        const bool same = last.shape && last.chunk == chunk && tools_.fonts.covers(last.face, U' ');
        return same ? last.face : tools_.shaper.face_for(chain_of(chunks_[chunk]), ' ');
    }

    const std::vector<int>& chain_of(const Chunk& chunk) {
        return tools_.fonts.chain(chunk.look.family, chunk.look.bold, chunk.look.italic);
    }

    /// Adds a stretch without blanks to break at; cuts it finer as long as a part is wider than the column.
    void add_cut(Range range, Cut cut) {
        last_word_ = {};
        if (cut == Cut::whole && add_fitting(range)) return;
        if (cut == Cut::whole) return add_parts(range, breaks(range), Cut::breaks);
        if (cut == Cut::breaks) return add_parts(range, slashes(range), Cut::slashes);
        add_characters(range);
    }

    /// The stretch with the breaks that it has by itself; false, and nothing added, where a part is too wide.
    bool add_fitting(Range range) {
        const std::string_view word = std::string_view(text_).substr(range.begin, range.size());
        std::vector<std::size_t> ends = breaks(range);
        std::erase_if(ends, [&](std::size_t at) { return is_inside_unbreakable(at) && at != range.end; });
        const std::size_t atoms = out_.atoms.size(), pieces = out_.pieces.size();
        std::size_t begin = range.begin;
        for (std::size_t end : ends) {
            add_word({begin, end});
            if (is_too_wide()) {
                drop_after(atoms, pieces);
                return false;
            }
            if (end != range.end) out_.atoms.back().after = Atom::Break::allowed;
            begin = end;
        }
        last_word_ = word;
        return true;
    }

    bool is_inside_unbreakable(std::size_t at) {
        return at < text_.size() && chunks_[chunk_at(at)].unbreakable && at != starts_[chunk_at(at)];
    }

    /// The ends of the parts into which a range may be broken as any text may.
    std::vector<std::size_t> breaks(Range range) {
        std::vector<std::size_t> ends;
        for (std::size_t at : tools_.breaks.of(std::string_view(text_).substr(range.begin, range.size())))
            ends.push_back(range.begin + at);
        ends.push_back(range.end);
        return ends;
    }

    std::vector<std::size_t> slashes(Range range) const {
        std::vector<std::size_t> ends;
        for (std::size_t at = range.begin; at + 1 < range.end; ++at)
            if (text_[at] == '/') ends.push_back(at + 1);
        ends.push_back(range.end);
        return ends;
    }

    void add_parts(Range range, const std::vector<std::size_t>& ends, Cut cut) {
        std::size_t begin = range.begin;
        for (std::size_t end : ends) {
            Range part{begin, end};
            begin = end;
            const bool blank = cut == Cut::breaks && text_[end - 1] == ' ' && part.size() > 1;
            if (blank) --part.end;
            add_part(part, cut);
            last_word_ = std::string_view(text_).substr(part.begin, part.size());
            if (blank) add_blank(part.end, chunk_at(part.end), 0);
            const bool last = end == range.end || out_.atoms.empty() || clings_to_next(last_word_);
            if (!last) out_.atoms.back().after = Atom::Break::allowed;
        }
    }

    void add_part(Range part, Cut cut) {
        if (part.empty()) return;
        const std::size_t atoms = out_.atoms.size(), pieces = out_.pieces.size();
        add_word(part);
        if (!is_too_wide()) return;
        drop_after(atoms, pieces);
        add_cut(part, cut);
    }

    /// One atom a character, with the marks that combine with it.
    void add_characters(Range range) {
        for (std::size_t at = range.begin; at < range.end;) {
            std::size_t end = at + decode_at(text_, at).bytes;
            while (end < range.end && combines(decode_at(text_, end).value)) end += decode_at(text_, end).bytes;
            add_atom({at, end});
            if (out_.atoms.back().width > width_) out_.too_wide = true;
            if (end != range.end) out_.atoms.back().after = Atom::Break::allowed;
            at = end;
        }
    }

    static bool combines(char32_t c) {
        return !is_alpha(c) && !is_digit(c) && !is_space(c) &&
               ((c >= 0x300 && c < 0x370) || (c >= 0x591 && c < 0x5C8) || (c >= 0x610 && c < 0x6EE) ||
                (c >= 0x900 && c < 0x1100) || (c >= 0x1AB0 && c < 0x1B00) || (c >= 0x20D0 && c < 0x2100) ||
                (c >= 0xFE00 && c < 0xFE30) || c == 0x200D);
    }

    void drop_after(std::size_t atoms, std::size_t pieces) {
        out_.atoms.resize(atoms);
        out_.pieces.resize(pieces);
        while (!out_.soft.empty() && out_.soft.back().atom >= atoms) out_.soft.pop_back();
    }

    /// Whether the last atom does not fit, even where a hyphen parts it.
    bool is_too_wide() const {
        double rest = out_.atoms.back().width;
        if (rest <= width_) return false;
        double widest = rest;
        for (std::size_t i = out_.soft.size(); i-- > 0 && out_.soft[i].atom + 1 == out_.atoms.size();) {
            // From the last part to the first: each is what the hyphen before it leaves of the one after.
            const SoftBreak& soft = out_.soft[i];
            widest = i + 1 == out_.soft.size() ? soft.after
                                               : std::max(widest, soft.after - out_.soft[i + 1].after + hyphen_width_);
            rest = soft.before;
        }
        return std::max(widest, rest) > width_;
    }

    /// A word, parted where it is to be; otherwise with the places where it could be.
    void add_word(Range range) {
        std::size_t begin = range.begin;
        for (auto at = std::upper_bound(parted_.begin(), parted_.end(), range.begin);
             at != parted_.end() && *at < range.end; ++at) {
            add_atom({begin, *at});
            add_hyphen();
            begin = *at;
        }
        add_atom({begin, range.end});
        if (hyphenates_) add_soft_breaks(range);
    }

    void add_hyphen() {
        Atom& atom = out_.atoms.back();
        const Piece last = out_.pieces.back();
        const ShapedText& hyphen = tools_.shaper.hyphen(last.face);
        out_.pieces.push_back({last.chunk, &hyphen, last.face, last.level, hyphen.width * last.size, last.size});
        ++atom.count;
        atom.width += out_.pieces.back().width;
        atom.after = Atom::Break::hyphen;
    }

    /// Only words of one look that run from left to right; marks of punctuation around them stay with them.
    void add_soft_breaks(Range range) {
        if (out_.atoms.back().count != 1) return;
        const Piece piece = out_.pieces.back();
        const Chunk& chunk = chunks_[piece.chunk];
        if (!piece.shape || chunk.unbreakable || piece.level % 2 == 1) return;
        const Range word = letters_in(range);
        const std::string_view text = text_;
        hyphen_width_ = tools_.shaper.hyphen(piece.face).width * piece.size;
        const auto width = [&](std::size_t begin, std::size_t end) {
            return tools_.shaper.shape(piece.face, false, text.substr(begin, end - begin), chunk.look.features).width *
                   piece.size;
        };
        const std::string_view language = chunk.language.empty() ? tools_.language : std::string_view(chunk.language);
        for (std::size_t place : tools_.hyphenation.places(text.substr(word.begin, word.size()), language)) {
            const std::size_t at = word.begin + place;
            out_.soft.push_back(
                {out_.atoms.size() - 1, at, width(range.begin, at) + hyphen_width_, width(at, range.end)});
        }
    }

    Range letters_in(Range range) const {
        const auto is_letter = [](char32_t c) { return is_alpha(c); };
        while (!range.empty() && !is_letter(decode_at(text_, range.begin).value))
            range.begin += decode_at(text_, range.begin).bytes;
        while (!range.empty() && !is_letter(decode_before(text_, range.end).value))
            range.end -= decode_before(text_, range.end).bytes;
        return range;
    }

    /// One atom of the pieces that the range falls into: a new one at each chunk, level and face.
    void add_atom(Range range) {
        Atom atom;
        atom.first = out_.pieces.size();
        for (std::size_t at = range.begin; at < range.end;) at = add_piece(at, range.end);
        atom.count = out_.pieces.size() - atom.first;
        for (std::size_t i = atom.first; i < out_.pieces.size(); ++i) atom.width += out_.pieces[i].width;
        out_.atoms.push_back(atom);
    }

    std::size_t add_piece(std::size_t at, std::size_t limit) {
        const std::size_t chunk = chunk_at(at);
        const Chunk& of = chunks_[chunk];
        limit = std::min(limit, starts_[chunk + 1]);
        if (of.kind != Chunk::Kind::text) {
            const bool followed = chunk + 1 < chunks_.size() && chunks_[chunk + 1].kind == Chunk::Kind::text;
            out_.pieces.push_back({chunk, nullptr, 0, levels_.at(at), mark_width(of, tools_.style, followed)});
            return limit;
        }
        const std::vector<int>& chain = chain_of(of);
        const int face = tools_.shaper.face_for(chain, decode_at(text_, at).value);
        const std::size_t end = piece_end(at, limit, chain, face);
        const std::uint8_t level = levels_.at(at);
        const ShapedText& shape =
            tools_.shaper.shape(face, level % 2 == 1, std::string_view(text_).substr(at, end - at), of.look.features);
        if (!shape.without_glyph.empty()) out_.without_glyph.push_back(shape.text + code_points(shape.without_glyph));
        const double size = of.look.size * tools_.fonts.scale(face);
        out_.pieces.push_back({chunk, &shape, face, level, shape.width * size, size});
        return end;
    }

    /// How far the face and the level of the first character hold; marks and points stay with the letter before where
    /// its face has them.
    std::size_t piece_end(std::size_t at, std::size_t limit, const std::vector<int>& chain, int face) {
        std::size_t end = at + decode_at(text_, at).bytes;
        while (end < limit && levels_.at(end) == levels_.at(at)) {
            const char32_t c = decode_at(text_, end).value;
            const bool of_any_script = combines(c) || (!is_alpha(c) && !is_digit(c));
            const bool stays = tools_.shaper.face_for(chain, c) == face ||
                               (of_any_script && tools_.fonts.covers(face, c)) || c == 0x200D || c == 0x200C;
            if (!stays) break;
            end += decode_at(text_, end).bytes;
        }
        return end;
    }

    const std::vector<Chunk>& chunks_;
    double width_;
    const AtomTools& tools_;
    const std::vector<std::size_t>& parted_;
    bool hyphenates_ = false;
    double hyphen_width_ = 0;  // of the word that had soft breaks last
    std::string text_;
    std::vector<std::size_t> starts_;  // of each chunk in text_, and its end
    std::size_t chunk_ = 0;            // where chunk_at was last
    BidiLevels levels_;
    std::string_view last_word_;
    AtomText out_;
};

}  // namespace

AtomText make_atoms(const std::vector<Chunk>& chunks, double width, const AtomTools& tools,
                    const std::vector<std::size_t>& parted) {
    if (chunks.empty()) return {};
    return AtomMaker(chunks, width, tools, parted).make();
}

}  // namespace rapporteur
