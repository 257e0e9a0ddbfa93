#include "attack/attack.h"

namespace rapporteur::attack {

std::string times(std::size_t count, const std::string& piece) {
    std::string out;
    out.reserve(count * piece.size());
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
}

std::vector<Attack> text_attacks() {
    const std::string sentence = "The Council should act.\n";
    return {
        {"line-of-eight-megabytes.txt", times(8 << 20, "a")},
        {"sentence-of-four-megabytes.txt", "The Council should " + times(1 << 20, "and ") + "act.\n"},
        {"four-million-empty-lines.txt", times(4 << 20, "\n") + sentence},
        {"fifty-thousand-pages.txt", times(50'000, "x\n\f") + sentence},
        {"a-million-marks-on-a-letter.txt", "a" + times(1'000'000, "\xCC\x81") + "\n" + sentence},
        {"orders-to-a-terminal.txt", "\x1B[2J\x1B]0;title\x07The Council should act.\x08\x08\x08\n" + sentence},
        {"text-turned-round.txt", "The Council should \xE2\x80\xAE.tca\xE2\x80\xAC act.\n" + sentence},
        {"no-utf-8.txt", times(5000, "\xC0\xAF\xFF\xFE\xED\xA0\x80 The Council should act. ") + "\n"},
        {"zeros.txt", std::string(100'000, '\0')},
        {"half-a-wide-character.txt", std::string("\xFF\xFE\x41", 3)},
        {"numbers-without-end.txt", times(100'000, "9") + ". The Council should act by " + times(100'000, "9") +
                                        " June " + times(1000, "9") + ".\n"},
        {"numerals-without-end.txt", times(100'000, "MDCLXVI") + ". The Council should act.\n"},
        {"dates-without-end.txt", times(50'000, "3 and ") + "4 March 2025\n"},
        {"dots-without-end.txt", "Agenda\n1. Opening " + times(1 << 20, ".") + " 3\n"},
        {"brackets-without-end.txt", "The Council should act " + times(200'000, "(") + "\n"},
        {"names-without-end.txt", times(100'000, "Mr. A. B. ") + "said that the Council should act.\n"},
        {"symbol-without-end.txt", "A/" + times(200'000, "RES/") + "1\n" + sentence},
        {"items-without-end.txt", "AGENDA\n" + times(20'000, "1. Opening of the meeting\n")},
        {"columns-of-blanks.txt", times(2000, "a" + times(500, " ") + "b" + times(500, " ") + "c\n")},
        {"program.txt",
         "\x7F"
         "ELF\x02\x01\x01" +
             std::string(200, '\0')},
    };
}

}  // namespace rapporteur::attack
