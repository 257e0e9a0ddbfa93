#include "app/message.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("parts come out of a message as they went in") {
    const std::string with_nul("a\0b", 3);
    const std::string message = to_message({"", with_nul, "x"});
    const auto parts = parts_of(message);
    REQUIRE(parts);
    CHECK(*parts == std::vector<std::string_view>{"", with_nul, "x"});
    CHECK(parts_of("")->empty());
}

TEST_CASE("what is no message is refused") {
    const std::string message = to_message({"part"});
    CHECK_FALSE(parts_of(std::string_view(message).substr(0, 7)));
    CHECK_FALSE(parts_of(std::string_view(message).substr(0, message.size() - 1)));
    CHECK_FALSE(parts_of(std::string(8, '\xff')));
    CHECK_FALSE(diagnostics_of(message));
}

TEST_CASE("diagnostics pass through a message") {
    const Diagnostics sent{{Code::page_damaged, {"a.pdf", 3, 0, 0}, "why"},
                           {Code::rule_invalid, {"r.xml", 0, 7, 2}, ""}};
    const auto received = diagnostics_of(to_message(sent));
    REQUIRE(received);
    REQUIRE(received->size() == 2);
    CHECK(wording((*received)[0]) == wording(sent[0]));
    CHECK(wording((*received)[1]) == wording(sent[1]));
}
