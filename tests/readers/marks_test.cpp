#include <doctest/doctest.h>

#include "readers/document_check.h"
#include "readers/reader.h"

namespace rapporteur {
namespace {

Document read(const char* name, std::string_view text) {
    auto document = read_document({name, text});
    REQUIRE(document);
    CHECK(faults_of(*document).empty());
    return std::move(document).value();
}

}  // namespace

TEST_CASE("marks that go leave one space behind") {
    CHECK(read("a.md", "The fee [^1] is due [^1].\n\n[^1]: In May.\n").text.starts_with("The fee is due."));
    CHECK(read("a.md", "| Port [^1] | Fee |\n|---|---|\n| Lamar | 3 |\n\n[^1]: Large.\n").text.starts_with("Port | Fee"));
}

TEST_CASE("character references that combine with the letter before them make one character") {
    CHECK(read("a.md", "# Re&#x301;union\n\nThe text.\n").text.starts_with("Réunion"));
    CHECK(read("a.html", "<h1>Re&#x301;union</h1><p>The <b>e</b>&#x301;t").text == "Réunion\n\nThe ét");
}

}  // namespace rapporteur
