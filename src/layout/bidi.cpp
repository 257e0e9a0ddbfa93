#include "layout/bidi.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr FriBidiChar kLeftToRightIsolate = 0x2066, kRightToLeftIsolate = 0x2067, kPopIsolate = 0x2069;

/// Blocks of scripts that run from right to left, and the controls that make text do so.
bool may_run_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EEFF) || c == 0x200F || c == 0x202B ||
           c == 0x202E || c == 0x2067;
}

bool runs_left_to_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0xD6) {
            ++at;  // below U+0580, or a byte inside a character
            continue;
        }
        const CodePoint c = decode_at(text, at);
        if (may_run_right_to_left(c.value)) return false;
        at += c.bytes;
    }
    return true;
}

enum class Strong { none, left, right };

Strong strong_of(char32_t c) {
    const FriBidiCharType type = fribidi_get_bidi_type(c);
    if (!FRIBIDI_IS_STRONG(type)) return Strong::none;
    return FRIBIDI_IS_RTL(type) ? Strong::right : Strong::left;
}

/// The first strong character of a stretch.
Strong first_strong(std::string_view text, Range range) {
    for (std::size_t at = range.begin; at < range.end;) {
        const CodePoint c = decode_at(text, at);
        if (const Strong strong = strong_of(c.value); strong != Strong::none) return strong;
        at += c.bytes;
    }
    return Strong::none;
}

bool has(std::string_view text, Range range, Strong wanted) {
    for (std::size_t at = range.begin; at < range.end;) {
        const CodePoint c = decode_at(text, at);
        if (strong_of(c.value) == wanted) return true;
        at += c.bytes;
    }
    return false;
}

/// The stretches between commas, without the blanks around them.
std::vector<Range> between_commas(std::string_view text, Range range) {
    std::vector<Range> parts;
    Range part{range.begin, range.begin};
    for (std::size_t at = range.begin; at < range.end;) {
        const CodePoint c = decode_at(text, at);
        if (c.value == ',' || c.value == 0x060C) {
            parts.push_back(part);
            part = {at + c.bytes, at + c.bytes};
        } else if (!is_space(c.value)) {
            if (part.empty()) part.begin = at;
            part.end = at + c.bytes;
        }
        at += c.bytes;
    }
    parts.push_back(part);
    return parts;
}

/// The text's characters with controls around isolates, and the byte that each stands for.
struct IsolatedText {
    std::vector<FriBidiChar> characters;
    std::vector<std::size_t> bytes;

    void add(FriBidiChar c, std::size_t byte) {
        characters.push_back(c);
        bytes.push_back(byte);
    }
};

IsolatedText isolate(std::string_view text, const std::vector<Isolate>& isolates) {
    IsolatedText out;
    std::vector<std::size_t> ends;  // of the open ones
    auto next = isolates.begin();
    for (std::size_t at = 0; at < text.size();) {
        for (; next != isolates.end() && next->range.begin == at; ++next) {
            out.add(next->right_to_left ? kRightToLeftIsolate : kLeftToRightIsolate, at);
            ends.push_back(next->range.end);
        }
        const CodePoint c = decode_at(text, at);
        out.add(c.value, at);
        at += c.bytes;
        for (; !ends.empty() && at >= ends.back(); ends.pop_back()) out.add(kPopIsolate, at);
    }
    return out;
}

bool is_control(FriBidiChar c) { return c == kLeftToRightIsolate || c == kRightToLeftIsolate || c == kPopIsolate; }

/// The direction of a paragraph; of sources' words without what is isolated.
FriBidiParType direction_of(std::string_view text, const std::vector<Isolate>& isolates, BaseDirection base) {
    const Strong packs = base.right_to_left ? Strong::right : Strong::left;
    Strong found = Strong::none;
    if (base.own_words) {
        if (text.find("\uFFFC") != text.npos) return base.right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
        found = has(text, {0, text.size()}, packs) ? packs : first_strong(text, {0, text.size()});
    } else {
        std::size_t from = 0;
        for (const Isolate& isolate : isolates) {
            if (found == Strong::none) found = first_strong(text, {from, isolate.range.begin});
            from = std::max(from, isolate.range.end);
        }
        if (found == Strong::none) found = first_strong(text, {from, text.size()});
        if (found == Strong::none) found = first_strong(text, {0, text.size()});
    }
    if (found == Strong::none) found = packs;
    return found == Strong::right ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
}

}  // namespace

std::vector<Isolate> isolates_of(std::string_view text, Range word, bool right_to_left) {
    const Strong packs = right_to_left ? Strong::right : Strong::left;
    const bool as_pack = !right_to_left || has(text, word, packs);
    std::vector<Isolate> out{{word, as_pack && right_to_left}};
    if (!as_pack) return out;
    bool joined = false;
    for (const Range part : between_commas(text, word)) {
        const Strong strong = first_strong(text, part);
        const bool apart = strong != Strong::none && strong != packs;
        if (apart && joined) {
            out.back().range.end = part.end;
        } else if (apart) {
            out.push_back({part, !right_to_left});
        }
        joined = apart;
    }
    return out;
}

BidiLevels bidi_levels(std::string_view text, const std::vector<Isolate>& isolates, BaseDirection base) {
    BidiLevels out;
    if (!base.right_to_left && runs_left_to_right(text)) return out;
    const IsolatedText all = isolate(text, isolates);
    const auto count = static_cast<FriBidiStrIndex>(all.characters.size());
    std::vector<FriBidiCharType> types(all.characters.size());
    std::vector<FriBidiBracketType> brackets(all.characters.size());
    std::vector<FriBidiLevel> levels(all.characters.size());
    fribidi_get_bidi_types(all.characters.data(), count, types.data());
    fribidi_get_bracket_types(all.characters.data(), count, types.data(), brackets.data());
    FriBidiParType direction = direction_of(text, isolates, base);
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) == 0)
        return out;
    out.right_to_left = FRIBIDI_IS_RTL(direction);
    out.of_byte.resize(text.size());
    for (std::size_t i = 0; i < all.bytes.size(); ++i)
        if (!is_control(all.characters[i]) && all.bytes[i] < text.size())
            out.of_byte[all.bytes[i]] = static_cast<std::uint8_t>(levels[i]);
    return out;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
    std::vector<std::size_t> order(levels.size());
    std::iota(order.begin(), order.end(), 0);
    if (levels.empty()) return order;
    const std::uint8_t highest = *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level >= 1; --level) {
        for (std::size_t i = 0; i < levels.size(); ++i) {
            if (levels[i] < level) continue;
            const std::size_t start = i;
            while (i < levels.size() && levels[i] >= level) ++i;
            std::reverse(order.begin() + static_cast<std::ptrdiff_t>(start),
                         order.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }
    return order;
}

}  // namespace rapporteur
