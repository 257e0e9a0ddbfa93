#include "assemble/csv.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("a table is RFC 4180 with a byte order mark: CRLF, quotation marks doubled where there are any") {
    CsvTable table({"number", "text"});
    table.add({"R1", "ports, large and \"small\""});
    table.add({"R2", "two\nlines"});
    table.add({"", ""});
    CHECK(table.take() ==
          "\xEF\xBB\xBFnumber,text\r\nR1,\"ports, large and \"\"small\"\"\"\r\nR2,\"two\nlines\"\r\n,\r\n");
}

TEST_CASE("what a spreadsheet would calculate stands behind an apostrophe, in every spelling of its first letter") {
    for (const std::string words : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\u00A0=1",
                                    "＝1+1", "＋1", "－1", "＠SUM(A1)", " \tdeadline"}) {
        CAPTURE(words);
        CHECK(text_cell(words) == "'" + words);
    }
    for (const std::string words : {"", " ", "1+1=2", "'quoted'", "– a dash of prose", "Ports = harbours", "¶ 3.10"}) {
        CAPTURE(words);
        CHECK(text_cell(words) == words);
    }
    CHECK(text_cell("port\xFF") == "port\xEF\xBF\xBD");
}

TEST_CASE("an identifier never becomes a number") {
    CHECK(identifier_cell("0123456789012345") == "'0123456789012345");
    CHECK(identifier_cell("12345678e0123456") == "'12345678e0123456");
    CHECK(identifier_cell("7dbe5678e0123456") == "7dbe5678e0123456");
    CHECK(identifier_cell("1e2e345678012345") == "1e2e345678012345");
}
