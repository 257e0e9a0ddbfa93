#include "readers/docx/docx_symbols.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

struct SymbolSign {
    unsigned char code;
    std::string_view text;
};

// Adobe's encoding of the Symbol font, where it differs from ASCII.
constexpr std::array symbol_signs{
    SymbolSign{0x22, "∀"}, SymbolSign{0x24, "∃"}, SymbolSign{0x27, "∋"}, SymbolSign{0x2A, "∗"}, SymbolSign{0x2D, "−"},
    SymbolSign{0x40, "≅"}, SymbolSign{0x41, "Α"}, SymbolSign{0x42, "Β"}, SymbolSign{0x43, "Χ"}, SymbolSign{0x44, "Δ"},
    SymbolSign{0x45, "Ε"}, SymbolSign{0x46, "Φ"}, SymbolSign{0x47, "Γ"}, SymbolSign{0x48, "Η"}, SymbolSign{0x49, "Ι"},
    SymbolSign{0x4A, "ϑ"}, SymbolSign{0x4B, "Κ"}, SymbolSign{0x4C, "Λ"}, SymbolSign{0x4D, "Μ"}, SymbolSign{0x4E, "Ν"},
    SymbolSign{0x4F, "Ο"}, SymbolSign{0x50, "Π"}, SymbolSign{0x51, "Θ"}, SymbolSign{0x52, "Ρ"}, SymbolSign{0x53, "Σ"},
    SymbolSign{0x54, "Τ"}, SymbolSign{0x55, "Υ"}, SymbolSign{0x56, "ς"}, SymbolSign{0x57, "Ω"}, SymbolSign{0x58, "Ξ"},
    SymbolSign{0x59, "Ψ"}, SymbolSign{0x5A, "Ζ"}, SymbolSign{0x5C, "∴"}, SymbolSign{0x5E, "⊥"}, SymbolSign{0x61, "α"},
    SymbolSign{0x62, "β"}, SymbolSign{0x63, "χ"}, SymbolSign{0x64, "δ"}, SymbolSign{0x65, "ε"}, SymbolSign{0x66, "φ"},
    SymbolSign{0x67, "γ"}, SymbolSign{0x68, "η"}, SymbolSign{0x69, "ι"}, SymbolSign{0x6A, "ϕ"}, SymbolSign{0x6B, "κ"},
    SymbolSign{0x6C, "λ"}, SymbolSign{0x6D, "μ"}, SymbolSign{0x6E, "ν"}, SymbolSign{0x6F, "ο"}, SymbolSign{0x70, "π"},
    SymbolSign{0x71, "θ"}, SymbolSign{0x72, "ρ"}, SymbolSign{0x73, "σ"}, SymbolSign{0x74, "τ"}, SymbolSign{0x75, "υ"},
    SymbolSign{0x76, "ϖ"}, SymbolSign{0x77, "ω"}, SymbolSign{0x78, "ξ"}, SymbolSign{0x79, "ψ"}, SymbolSign{0x7A, "ζ"},
    SymbolSign{0x7E, "∼"}, SymbolSign{0xA0, "€"}, SymbolSign{0xA2, "′"}, SymbolSign{0xA3, "≤"}, SymbolSign{0xA5, "∞"},
    SymbolSign{0xA7, "♣"}, SymbolSign{0xA8, "♦"}, SymbolSign{0xA9, "♥"}, SymbolSign{0xAA, "♠"}, SymbolSign{0xAB, "↔"},
    SymbolSign{0xAC, "←"}, SymbolSign{0xAD, "↑"}, SymbolSign{0xAE, "→"}, SymbolSign{0xAF, "↓"}, SymbolSign{0xB0, "°"},
    SymbolSign{0xB1, "±"}, SymbolSign{0xB2, "″"}, SymbolSign{0xB3, "≥"}, SymbolSign{0xB4, "×"}, SymbolSign{0xB5, "∝"},
    SymbolSign{0xB6, "∂"}, SymbolSign{0xB7, "•"}, SymbolSign{0xB8, "÷"}, SymbolSign{0xB9, "≠"}, SymbolSign{0xBA, "≡"},
    SymbolSign{0xBB, "≈"}, SymbolSign{0xBC, "…"}, SymbolSign{0xC5, "⊕"}, SymbolSign{0xC6, "∅"}, SymbolSign{0xC7, "∩"},
    SymbolSign{0xC8, "∪"}, SymbolSign{0xCC, "⊂"}, SymbolSign{0xCD, "⊆"}, SymbolSign{0xCE, "∈"}, SymbolSign{0xCF, "∉"},
    SymbolSign{0xD1, "∇"}, SymbolSign{0xD2, "®"}, SymbolSign{0xD3, "©"}, SymbolSign{0xD4, "™"}, SymbolSign{0xD5, "∏"},
    SymbolSign{0xD6, "√"}, SymbolSign{0xD7, "⋅"}, SymbolSign{0xD8, "¬"}, SymbolSign{0xD9, "∧"}, SymbolSign{0xDA, "∨"},
    SymbolSign{0xDB, "⇔"}, SymbolSign{0xDE, "⇒"}, SymbolSign{0xE2, "®"}, SymbolSign{0xE3, "©"}, SymbolSign{0xE4, "™"},
    SymbolSign{0xE5, "∑"}, SymbolSign{0xF2, "∫"}};

// What documents use of Wingdings and its kin: bullets, arrows, ticks and boxes.
constexpr std::array wingdings_signs{
    SymbolSign{0x28, "☎"}, SymbolSign{0x2A, "✉"}, SymbolSign{0x4A, "☺"}, SymbolSign{0x4C, "☹"}, SymbolSign{0x6C, "●"},
    SymbolSign{0x6D, "❍"}, SymbolSign{0x6E, "■"}, SymbolSign{0x6F, "□"}, SymbolSign{0x71, "❑"}, SymbolSign{0x72, "❒"},
    SymbolSign{0x73, "⬧"}, SymbolSign{0x74, "⧫"}, SymbolSign{0x75, "◆"}, SymbolSign{0x76, "❖"}, SymbolSign{0x77, "⬥"},
    SymbolSign{0x9E, "·"}, SymbolSign{0x9F, "•"}, SymbolSign{0xA0, "▪"}, SymbolSign{0xA1, "○"}, SymbolSign{0xA7, "▪"},
    SymbolSign{0xA8, "□"}, SymbolSign{0xD8, "➢"}, SymbolSign{0xDF, "←"}, SymbolSign{0xE0, "→"}, SymbolSign{0xE1, "↑"},
    SymbolSign{0xE2, "↓"}, SymbolSign{0xE8, "➔"}, SymbolSign{0xF0, "⇨"}, SymbolSign{0xFB, "✗"}, SymbolSign{0xFC, "✓"},
    SymbolSign{0xFD, "☒"}, SymbolSign{0xFE, "☑"}};

template <class Table>
std::string_view sign_in(const Table& table, unsigned char code) {
    const auto found = std::find_if(table.begin(), table.end(), [&](const SymbolSign& s) { return s.code == code; });
    return found == table.end() ? std::string_view() : found->text;
}

}  // namespace

std::string_view symbol_sign(char32_t code, DocxFont font) {
    if (code >= 0xF000 && code <= 0xF0FF) code -= 0xF000;
    if (code > 0xFF) return {};
    const auto byte = static_cast<unsigned char>(code);
    return font == DocxFont::symbol ? sign_in(symbol_signs, byte) : sign_in(wingdings_signs, byte);
}

std::string symbol_text(std::string_view text, DocxFont font) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        const std::string_view sign = symbol_sign(c.value, font);
        const char32_t bare = c.value >= 0xF020 && c.value <= 0xF07E ? c.value - 0xF000 : c.value;
        if (!sign.empty()) {
            out += sign;
        } else if (font == DocxFont::symbol && (bare < 0x80 || c.value > 0xF0FF)) {
            append_utf8(out, bare);  // digits and punctuation are those of ASCII
        } else if (is_space(c.value) || c.value > 0xF0FF || (c.value > 0xFF && c.value < 0xF000)) {
            out += text.substr(at, c.bytes);
        }
        at += c.bytes;
    }
    return out;
}

std::string bullet_sign(std::string_view text, DocxFont font) {
    const CodePoint c = decode_at(text, 0);
    const bool own_use = c.value >= 0xF000 && c.value <= 0xF0FF;
    if (font == DocxFont::symbol || font == DocxFont::wingdings || own_use) {
        std::string_view sign = symbol_sign(c.value, font);
        if (sign.empty()) sign = symbol_sign(c.value, DocxFont::symbol);
        return sign.empty() ? "•" : std::string(sign);
    }
    if (text == "o") return "◦";  // set in a typewriter font it looks like a ring
    return collapse_space(text);
}

}  // namespace rapporteur
