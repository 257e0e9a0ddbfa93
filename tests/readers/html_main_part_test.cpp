#include <doctest/doctest.h>

#include <string>

#include "readers/reader.h"

using namespace rapporteur;

TEST_CASE("of a page that marks its main part, what stands around it is left out") {
    std::string prose;
    for (int i = 0; i < 6; ++i) prose += "The session brings together governments and post offices of the basin. ";
    const auto page =
        read_document({"page.html",
                       "<html><body><header><nav><ul><li><a href='/'>Home</a></li><li><a "
                       "href='/meetings'>Meetings</a></li></ul></nav></header>"
                       "<div class='cookie-banner'>This site uses cookies.</div>"
                       "<main><h1>Tenth Session of the Dialogue</h1><p>" +
                           prose + "</p></main><footer><p>All rights reserved.</p></footer></body></html>"});
    REQUIRE(page.ok());
    CHECK(page->text.starts_with("Tenth Session of the Dialogue"));
    CHECK(page->text.find("cookies") == std::string::npos);
    CHECK(page->text.find("rights") == std::string::npos);
    CHECK(page->text.find("Home") == std::string::npos);
    CHECK_FALSE(page->left_out.empty());
}
