#include "writers/docx/docx_numbering_part.h"

#include <doctest/doctest.h>

#include "writers/docx/docx_label.h"

namespace rapporteur {
namespace {

List list_of(const std::vector<std::string>& labels, bool ordered = true) {
    List list;
    list.ordered = ordered;
    for (const auto& label : labels) list.items.push_back({label, {}});
    return list;
}

TEST_CASE("a label is taken apart into counter and what stands around it") {
    const auto check = [](const std::string& label, bool roman, const std::string& format, int number) {
        const ListLabel read = read_label(label, roman);
        CAPTURE(label);
        CHECK(read.format == format);
        CHECK(read.number == number);
    };
    check("(b)", false, "lowerLetter", 2);
    check("12.", false, "decimal", 12);
    check("iv)", false, "lowerRoman", 4);
    check("XIV.", true, "upperRoman", 14);
    check("C", false, "upperLetter", 3);
    check("i", true, "lowerRoman", 1);
    check("i", false, "lowerLetter", 9);
    check("iiii", true, "", 0);
    check("12bis", false, "", 0);
    check("007", false, "", 0);
    check("99999999999999", false, "", 0);
    check("–", false, "", 0);
}

TEST_CASE("labels that count on share a list, a jump starts at the printed number") {
    DocxNumberingPart numbering;
    CHECK(numbering.numbers_of(list_of({"(a)", "(b)", "(d)"})) == std::vector<std::string>{"1", "1", "2"});
    CHECK(numbering.numbers_of(list_of({"I.", "II.", "V."})) == std::vector<std::string>{"3", "3", "4"});
    CHECK(numbering.numbers_of(list_of({"(h)", "(i)", "(j)"})) == std::vector<std::string>{"5", "5", "5"});
    const std::string part = numbering.part(Style{});
    CHECK(part.find("w:startOverride w:val=\"4\"") != std::string::npos);
    CHECK(part.find("w:startOverride w:val=\"5\"") != std::string::npos);
    CHECK(part.find("w:lvlText w:val=\"(%1)\"") != std::string::npos);
}

TEST_CASE("items without a label count or have bullets, odd labels stay text") {
    DocxNumberingPart numbering;
    CHECK(numbering.numbers_of(list_of({"", "", ""})) == std::vector<std::string>{"1", "1", "1"});
    CHECK(numbering.numbers_of(list_of({"", ""}, false)) == std::vector<std::string>{"2", "2"});
    CHECK(numbering.numbers_of(list_of({"12bis", "50 %1"})) == std::vector<std::string>{"", ""});
    CHECK(numbering.numbers_of(List{}).empty());
}

}  // namespace
}  // namespace rapporteur
