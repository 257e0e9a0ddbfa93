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

TEST_CASE("a section with a heading before the main part is kept, a menu or a banner with one is not") {
    std::string prose;
    for (int i = 0; i < 6; ++i) prose += "The session brings together governments and post offices of the basin. ";
    const auto page = read_document(
        {"page.html",
         "<html><body><h1>Call of the Working Group</h1><div class='menu'><h2>Pages</h2><ul><li><a href='/'>Home of "
         "the "
         "working group</a></li><li><a href='/calls'>All calls of the working group</a></li></ul></div>"
         "<div class='cookie-banner'><h2>Cookies</h2><p>This site uses cookies to count how many people read it, and "
         "nothing else.</p></div>"
         "<div><h2>Attendees</h2><dl><dt>Present</dt><dd>Ana Silva, Peter Lindqvist, Grace Mbeki, Tom&aacute;s "
         "Arrieta</dd></dl></div><main><h2>Costs</h2><p>" +
             prose + "</p></main></body></html>"});
    REQUIRE(page.ok());
    CHECK(page->text.find("Grace Mbeki") != std::string::npos);
    CHECK(page->text.find("uses cookies") == std::string::npos);
    CHECK(page->text.find("All calls") == std::string::npos);
}
