#include "generated.h"

#include <array>
#include <string_view>

namespace rapporteur::bench {
namespace {

constexpr std::array<std::string_view, 24> small_words{"the", "of", "and", "to",   "in",   "for",   "on",    "with",
                                                       "by",  "at", "a",   "its",  "from", "their", "under", "between",
                                                       "as",  "or", "all", "each", "this", "these", "into",  "during"};
constexpr std::array<std::string_view, 30> syllables{"mi", "gra", "ti", "on",   "de", "vel", "op", "ment", "re", "mit",
                                                     "ta", "nce", "la", "bour", "po", "li",  "cy", "da",   "se", "cu",
                                                     "ri", "ty",  "fi", "nan",  "co", "or",  "di", "na",   "ru", "ral"};
constexpr std::array<std::string_view, 8> openers{
    "The Council may wish to call for ",           "Governments should review ",          "The Committee recommended ",
    "Member States are invited to consider ",      "In 2019, the Office established ",    "The Board adopted ",
    "Ms. Lindqvist urged delegations to support ", "The Secretariat has been working on "};

}  // namespace

std::uint64_t Author::next() {
    // xorshift64 (Marsaglia, 2003)
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return state_ >> 11;
}

std::string Author::word() {
    if (below(5) < 2) return std::string(small_words[below(small_words.size())]);
    std::string out;
    const std::size_t parts = 1 + below(4);
    for (std::size_t i = 0; i < parts; ++i) out += syllables[below(below(3) == 0 ? syllables.size() : 10)];
    return out;
}

std::string Author::phrase(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i) out += (i > 0 ? " " : "") + word();
    return out;
}

std::string Author::sentence() {
    if (below(6) == 0) return std::string(openers[below(openers.size())]) + phrase(10 + below(15)) + ".";
    std::string out = phrase(12 + below(20)) + (below(4) == 0 ? ", " + phrase(6) : "") + ".";
    out.front() = static_cast<char>(out.front() - ('a' - 'A'));
    return out;
}

std::string Author::paragraph() {
    std::string out = sentence();
    for (std::size_t i = 2 + below(4); i > 0; --i) out += " " + sentence();
    return out;
}

std::string Author::paper(std::size_t words) {
    std::string out =
        "GEN/C." + std::to_string(below(90) + 10) + "/" + std::to_string(below(20) + 1) + "\n\n**3 March 2025**\n\n";
    out += "COUNCIL\n\n22ND SESSION\n\n**REPORT ON " + std::to_string(below(1000)) + " MATTERS**\n\n";
    std::size_t number = 0;
    while (out.size() < words * 6) {
        if (number % 12 == 0) out += "## Section " + std::to_string(number / 12 + 1) + " of " + phrase(3) + "\n\n";
        out += std::to_string(++number) + ". " + paragraph() + "\n\n";
    }
    return out;
}

std::string Author::meeting_paper(std::size_t meeting, std::size_t words) {
    static constexpr std::array<std::string_view, 8> places{"Bergen", "Nairobi", "Lima",  "Hanoi",
                                                            "Accra",  "Quito",   "Dakar", "Turku"};
    static constexpr std::array<std::string_view, 10> matters{"Quays",  "Pilots",  "Lights", "Dredging", "Tariffs",
                                                              "Canals", "Ferries", "Locks",  "Moorings", "Wrecks"};
    static constexpr std::array<std::string_view, 10> ordinals{"First", "Second",  "Third",  "Fourth", "Fifth",
                                                               "Sixth", "Seventh", "Eighth", "Ninth",  "Tenth"};
    const std::string name = std::string(ordinals[meeting / matters.size() % ordinals.size()]) + " Consultation on " +
                             std::string(matters[meeting % matters.size()]) + " and Coastal Trade";
    std::string capitals = name;
    for (char& c : capitals)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
    std::string out = "HB/C." + std::to_string(meeting) + "/" + std::to_string(below(100000)) +
                      "\n\n**3 March 2025**\n\nCOUNCIL\n\n22ND SESSION\n\n**PREPARATIONS FOR THE " + capitals +
                      "**\n\n1. The " + name + ", to be held in " + std::string(places[meeting % places.size()]) +
                      " on " + std::to_string(1 + meeting % 28) + " May 2025, is to consider these matters.\n\n";
    for (std::size_t number = 2; out.size() < words * 6; ++number)
        out += std::to_string(number) + ". " + paragraph() + "\n\n";
    return out;
}

std::string Author::pack(std::size_t words) {
    std::string out = "<pack lang=\"en\" title=\"Generated\">\n";
    std::size_t number = 0;
    while (out.size() < words * 6) {
        if (number % 40 == 0) {
            const std::string section = std::to_string(number / 40 + 1);
            out += "<h1 number=\"" + section + "\" id=\"s" + section + "\">Section " + section + "</h1>\n";
        }
        out += "<row label=\"Words\" number=\"" + std::to_string(++number) + "\"><p role=\"quote\">" + paragraph() +
               "<cite href=\"#s1\">GEN/C.1, ¶ 2</cite></p></row>\n";
    }
    return out + "</pack>\n";
}

}  // namespace rapporteur::bench
