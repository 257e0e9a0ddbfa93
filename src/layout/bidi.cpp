#include "layout/bidi.h"

#include <fribidi.h>

#include <algorithm>
#include <numeric>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr FriBidiChar kLeftToRightIsolate = 0x2066, kPopIsolate = 0x2069;

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

/// The text's characters with isolates around ranges, and the byte that each stands for.
struct IsolatedText {
    std::vector<FriBidiChar> characters;
    std::vector<std::size_t> bytes;

    void add(FriBidiChar c, std::size_t byte) {
        characters.push_back(c);
        bytes.push_back(byte);
    }
};

IsolatedText isolate(std::string_view text, const std::vector<Range>& isolated) {
    IsolatedText out;
    auto next = isolated.begin();
    for (std::size_t at = 0; at < text.size();) {
        if (next != isolated.end() && at == next->begin) out.add(kLeftToRightIsolate, at);
        const CodePoint c = decode_at(text, at);
        out.add(c.value, at);
        at += c.bytes;
        if (next == isolated.end() || at < next->end) continue;
        out.add(kPopIsolate, at);
        ++next;
    }
    return out;
}

}  // namespace

BidiLevels bidi_levels(std::string_view text, const std::vector<Range>& isolated) {
    BidiLevels out;
    if (runs_left_to_right(text)) return out;
    const IsolatedText all = isolate(text, isolated);
    const auto count = static_cast<FriBidiStrIndex>(all.characters.size());
    std::vector<FriBidiCharType> types(all.characters.size());
    std::vector<FriBidiBracketType> brackets(all.characters.size());
    std::vector<FriBidiLevel> levels(all.characters.size());
    fribidi_get_bidi_types(all.characters.data(), count, types.data());
    fribidi_get_bracket_types(all.characters.data(), count, types.data(), brackets.data());
    FriBidiParType direction = FRIBIDI_PAR_WLTR;
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &direction, levels.data()) == 0)
        return out;
    out.right_to_left = FRIBIDI_IS_RTL(direction);
    out.of_byte.resize(text.size());
    for (std::size_t i = 0; i < all.bytes.size(); ++i) {
        const bool control = all.characters[i] == kLeftToRightIsolate || all.characters[i] == kPopIsolate;
        if (!control && all.bytes[i] < text.size()) out.of_byte[all.bytes[i]] = static_cast<std::uint8_t>(levels[i]);
    }
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
