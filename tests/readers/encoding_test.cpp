#include "readers/encoding.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/reader.h"

namespace rapporteur {
namespace {

std::string utf32(std::u32string_view text, bool big_endian) {
    std::string out;
    for (const char32_t c : text) {
        for (int i = 0; i < 4; ++i) out += static_cast<char>(c >> 8 * (big_endian ? 3 - i : i) & 0xFF);
    }
    return out;
}

}  // namespace

TEST_CASE("legacy encodings show by their letters") {
    struct Sample {
        const char* name;
        std::string bytes;
        const char* text;
    };
    const Sample samples[] = {
        {"windows-1251",
         "\xD0\xE0\xE1\xEE\xF7\xE0\xFF \xE3\xF0\xF3\xEF\xEF\xE0 \xF0\xE0\xF1\xF1\xEC\xEE\xF2\xF0\xE5\xEB\xE0 "
         "\xE4\xEE\xEA\xEB\xE0\xE4 \xF1\xE5\xEA\xF0\xE5\xF2\xE0\xF0\xE8\xE0\xF2\xE0 \xE8 "
         "\xF0\xE5\xEA\xEE\xEC\xE5\xED\xE4\xEE\xE2\xE0\xEB\xE0 \xE3\xEE\xF1\xF3\xE4\xE0\xF0\xF1\xF2\xE2\xE0\xEC "
         "\xEE\xEF\xF3\xE1\xEB\xE8\xEA\xEE\xE2\xE0\xF2\xFC \xF1\xE1\xEE\xF0\xFB \xE4\xEE "
         "\xF1\xEB\xE5\xE4\xF3\xFE\xF9\xE5\xE9 \xF1\xE5\xF1\xF1\xE8\xE8.",
         "Рабочая группа рассмотрела доклад секретариата и рекомендовала государствам опубликовать сборы до следующей "
         "сессии."},
        {"KOI8-R",
         "\xF2\xC1\xC2\xCF\xDE\xC1\xD1 \xC7\xD2\xD5\xD0\xD0\xC1 \xD2\xC1\xD3\xD3\xCD\xCF\xD4\xD2\xC5\xCC\xC1 "
         "\xC4\xCF\xCB\xCC\xC1\xC4 \xD3\xC5\xCB\xD2\xC5\xD4\xC1\xD2\xC9\xC1\xD4\xC1 \xC9 "
         "\xD2\xC5\xCB\xCF\xCD\xC5\xCE\xC4\xCF\xD7\xC1\xCC\xC1 \xC7\xCF\xD3\xD5\xC4\xC1\xD2\xD3\xD4\xD7\xC1\xCD "
         "\xCF\xD0\xD5\xC2\xCC\xC9\xCB\xCF\xD7\xC1\xD4\xD8 \xD3\xC2\xCF\xD2\xD9 \xC4\xCF "
         "\xD3\xCC\xC5\xC4\xD5\xC0\xDD\xC5\xCA \xD3\xC5\xD3\xD3\xC9\xC9.",
         "Рабочая группа рассмотрела доклад секретариата и рекомендовала государствам опубликовать сборы до следующей "
         "сессии."},
        {"Shift_JIS",
         "\x8D\xEC\x8B\xC6\x95\x94\x89\xEF\x82\xCD\x8E\x96\x96\xB1\x8B\xC7\x82\xCC\x95\xF1\x8D\x90\x82\xF0\x8C\x9F\x93"
         "\xA2\x82\xB5\x81"
         "A\x8E\x9F\x82\xCC\x89\xEF\x8A\xFA\x82\xDC\x82\xC5\x82\xC9\x97\xBF\x8B\xE0\x82\xF0\x8C\xF6\x95\\\x82\xB7\x82"
         "\xE9\x82\xE6\x82\xA4\x8A"
         "e\x8D\x91\x82\xC9\x8A\xA9\x8D\x90\x82\xB5\x82\xBD\x81"
         "B\x89\xEF\x8B"
         "c\x82\xCD\x90\xB3\x8C\xDF\x82\xC9\x95\xC2\x89\xEF\x82\xB5\x82\xBD\x81"
         "B",
         "作業部会は事務局の報告を検討し、次の会期までに料金を公表するよう各国に勧告した。会議は正午に閉会した。"},
        {"EUC-JP",
         "\xBA\xEE\xB6\xC8\xC9\xF4\xB2\xF1\xA4\xCF\xBB\xF6\xCC\xB3\xB6\xC9\xA4\xCE\xCA\xF3\xB9\xF0\xA4\xF2\xB8\xA1\xC6"
         "\xA4\xA4\xB7\xA1\xA2\xBC\xA1\xA4\xCE\xB2\xF1\xB4\xFC\xA4\xDE\xA4\xC7\xA4\xCB\xCE\xC1\xB6\xE2\xA4\xF2\xB8\xF8"
         "\xC9\xBD\xA4\xB9\xA4\xEB\xA4\xE8\xA4\xA6\xB3\xC6\xB9\xF1\xA4\xCB\xB4\xAB\xB9\xF0\xA4\xB7\xA4\xBF\xA1\xA3\xB2"
         "\xF1\xB5\xC4\xA4\xCF\xC0\xB5\xB8\xE1\xA4\xCB\xCA\xC4\xB2\xF1\xA4\xB7\xA4\xBF\xA1\xA3",
         "作業部会は事務局の報告を検討し、次の会期までに料金を公表するよう各国に勧告した。会議は正午に閉会した。"},
        {"GB18030",
         "\xB9\xA4\xD7\xF7\xD7\xE9\xC9\xF3\xD2\xE9\xC1\xCB\xC3\xD8\xCA\xE9\xB4\xA6\xB5\xC4\xB1\xA8\xB8\xE6\xA3\xAC\xB2"
         "\xA2\xBD\xA8\xD2\xE9\xB8\xF7\xB9\xFA\xD4\xDA\xCF\xC2\xBD\xEC\xBB\xE1\xD2\xE9\xD6\xAE\xC7\xB0\xB9\xAB\xB2\xBC"
         "\xB7\xD1\xD3\xC3\xA1\xA3\xBB\xE1\xD2\xE9\xD3\xDA\xD6\xD0\xCE\xE7\xB1\xD5\xC4\xBB\xA1\xA3",
         "工作组审议了秘书处的报告，并建议各国在下届会议之前公布费用。会议于中午闭幕。"},
        {"Latin-2",
         "Grupa robocza rozwa\xBFy\xB3"
         "a sprawozdanie sekretariatu i zaleci\xB3"
         "a pa\xF1stwom og\xB3oszenie op\xB3"
         "at przed nast\xEApn\xB1 sesj\xB1. Posiedzenie zako\xF1"
         "czy\xB3o si\xEA w po\xB3udnie, a przewodnicz\xB1"
         "ca podzi\xEAkowa\xB3"
         "a go\xB6"
         "ciom za przybycie i \xBFyczy\xB3"
         "a im szcz\xEA\xB6liwej podr\xF3\xBFy.",
         "Grupa robocza rozważyła sprawozdanie sekretariatu i zaleciła państwom ogłoszenie opłat przed następną sesją. "
         "Posiedzenie zakończyło się w południe, a przewodnicząca podziękowała gościom za przybycie i życzyła im "
         "szczęśliwej podróży."},
        {"Greek",
         "\xC7 \xEF\xEC\xDC\xE4\xE1 \xE5\xF1\xE3\xE1\xF3\xDF\xE1\xF2 \xE5\xEE\xDD\xF4\xE1\xF3\xE5 \xF4\xE7\xED "
         "\xDD\xEA\xE8\xE5\xF3\xE7 \xF4\xE7\xF2 \xE3\xF1\xE1\xEC\xEC\xE1\xF4\xE5\xDF\xE1\xF2 \xEA\xE1\xE9 "
         "\xF3\xF5\xED\xDD\xF3\xF4\xE7\xF3\xE5 \xF3\xF4\xE1 \xEA\xF1\xDC\xF4\xE7 \xED\xE1 "
         "\xE4\xE7\xEC\xEF\xF3\xE9\xE5\xFD\xF3\xEF\xF5\xED \xF4\xE1 \xF4\xDD\xEB\xE7.",
         "Η ομάδα εργασίας εξέτασε την έκθεση της γραμματείας και συνέστησε στα κράτη να δημοσιεύσουν τα τέλη."},
        {"Western",
         "La r\xE9union a \xE9t\xE9 close \xE0 midi ; le pr\xE9sident a remerci\xE9 les d\xE9l\xE9gu\xE9s des ports de "
         "l\x92\xEEle.",
         "La réunion a été close à midi ; le président a remercié les délégués des ports de l’île."},
    };
    for (const Sample& sample : samples) {
        INFO(std::string(sample.name));
        const Decoded decoded = decode_text(sample.bytes);
        CHECK(decoded.text == sample.text);
        CHECK(!decoded.guessed.empty());
        const auto document = read_document({"a.txt", sample.bytes});
        REQUIRE(document);
        CHECK(document->text == sample.text);
    }
}

TEST_CASE("wide encodings are read with and without their marks") {
    const std::u32string text = U"Réunion du 4 mai à 10 h – 議題";
    for (const bool big : {false, true}) {
        CHECK(decode_text(utf32(text, big)).text == "Réunion du 4 mai à 10 h – 議題");
        CHECK(decode_text(utf32(U"\uFEFF" + text, big)).text == "Réunion du 4 mai à 10 h – 議題");
        const std::string bytes = utf32(text, big);
        const auto document = read_document({"a.txt", bytes});
        REQUIRE(document);
        CHECK(document->text == "Réunion du 4 mai à 10 h – 議題");
    }
}

TEST_CASE("lines end as any system ends them, and printers' tricks go") {
    CHECK(decode_text("one\rtwo\r\nthree\n").text == "one\ntwo\nthree\n");
    CHECK(decode_text("b\bbo\bol\bld\bd and _\bl_\bi_\bn_\be or l\b_i\b_ne\n").text == "bold and line or line\n");
    CHECK(decode_text("\x1B[1mloud\x1B[0m\n").text == "loud\n");
    CHECK(decode_text("\xC3\xAF\xC2\xBB\xC2\xBFtext").text == "text");
}

}  // namespace rapporteur
