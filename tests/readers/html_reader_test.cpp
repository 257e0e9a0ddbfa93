#include <doctest/doctest.h>

#include <string>

#include "readers/document_check.h"
#include "readers/reader.h"

namespace rapporteur {
namespace {

Document page(const std::string& html, const ReadOptions& options = {}) {
    auto document = read_document({"page.html", html}, options);
    REQUIRE(document);
    CHECK(faults_of(*document).empty());
    CHECK(document->media_type == MediaType::html);
    return std::move(document).value();
}

std::string repeated(const std::string& part, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += part;
    return out;
}

std::string wide(std::u16string_view text, bool big_endian) {
    std::string out;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    }
    return out;
}

}  // namespace

TEST_CASE("a page is read in the encoding that it declares") {
    struct Sample {
        const char* head;
        const char* bytes;
        const char* text;
    };
    for (const Sample& sample : {
             Sample{"<meta charset=iso-8859-2>", "Za\xBF\xF3\xB3\xE6", "Zażółć"},
             Sample{"<meta charset='windows-1251'>", "\xCF\xEE\xE2\xE5\xF1\xF2\xEA\xE0", "Повестка"},
             Sample{"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "\x8B\x63\x91\xE8",
                    "議題"},
             Sample{"<meta charset=gb2312>", "\xD2\xE9\xB3\xCC", "议程"},
             Sample{"<meta charset=big5>", "\xC4\xB3\xB5\x7B", "議程"},
             Sample{"<meta charset=EUC-KR>", "\xC0\xC7\xC1\xA6", "의제"},
             Sample{"<meta charset=iso-8859-1>", "na\xEFve \x93quote\x94", "naïve “quote”"},
             Sample{"<meta charset=iso-8859-9>", "g\xFCndem ba\xFEl\xFD\xF0\xFD", "gündem başlığı"},
             Sample{"<meta charset=KOI8-R>", "\xF0\xCF\xD7\xC5\xD3\xD4\xCB\xC1", "Повестка"},
             Sample{"<meta charset=utf-8>", "caf\xC3\xA9", "café"},
         }) {
        INFO(std::string(sample.head));
        const Document document =
            page(std::string("<html><head>") + sample.head + "</head><body><p>" + sample.bytes + "</p></body></html>");
        CHECK(document.text == sample.text);
    }
}

TEST_CASE("wide encodings show by themselves") {
    const std::u16string html = u"<html><body><p>Réunion – größe</p></body></html>";
    CHECK(page("\xFF\xFE" + wide(html, false)).text == "Réunion – größe");
    CHECK(page("\xFE\xFF" + wide(html, true)).text == "Réunion – größe");
    CHECK(page(wide(html, false)).text == "Réunion – größe");
}

TEST_CASE("ordered lists count as browsers print them") {
    const Document document = page(
        "<body><ol start=3 type=I><li>three<li>four</ol><ol reversed><li>b<li>a</ol>"
        "<ol style='list-style-type: lower-alpha'><li value=27>far<li>next</ol><ol type=i><li>one</ol>");
    std::string labels;
    for (const Block& block : document.blocks) labels += block.label + " ";
    CHECK(labels == "III. IV. 2. 1. aa. ab. i. ");
}

TEST_CASE("links keep their addresses") {
    const Document document = page(
        "<head><base href='https://example.org/a/b.html'></head><p><a href='c.pdf'>c</a>; <a href='../d'>d</a>; "
        "<a href='//e.org/f'>e</a>; <a href='/g?h=1'>g</a>; <a href='?q'>q</a>; <a href='mailto:x@y.z'>x</a>; "
        "<a href='JavaScript:k()'>k</a>; <a href='file:///l'>l</a>; <a href='data:text/html,m'>m</a>; <a "
        "href='#n'>n</a>");
    REQUIRE(document.blocks.size() == 1);
    std::string links;
    for (const Run& run : document.blocks[0].runs) links += run.link + " ";
    CHECK(links ==
          "https://example.org/a/c.pdf https://example.org/d https://e.org/f https://example.org/g?h=1 "
          "https://example.org/a/b.html?q mailto:x@y.z ");
}

TEST_CASE("links in preformatted text lie on their words") {
    const Document document = page(
        "<html><body><pre>Papers\n\n1. Opening of  <a href=\"one.pdf\">A/1</a>\n"
        "2. <a href=\"http://ports.example/two.pdf\">The budget\n   of the year</a>\n</pre></body></html>");
    std::string links;
    for (const Block& block : document.blocks) {
        for (const Run& run : block.runs) links += std::string(document.slice(run.range)) + "=" + run.link + " ";
    }
    CHECK(links == "A/1=one.pdf The budget=http://ports.example/two.pdf of the year=http://ports.example/two.pdf ");
}

TEST_CASE("tables that lay a page out are not tables of data") {
    CHECK(page("<table><tr><td>Only<td>one row</table>").blocks[0].kind == BlockKind::paragraph);
    CHECK(page("<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>").blocks.size() == 4);
    CHECK(page("<table><tr><td><h2>Left</h2><td>x<tr><td><h2>Right</h2><td>y</table>").blocks.size() == 4);
    const Document data = page("<table><tr><td>09:00<td>Opening<tr><td>10:00<td>Closing</table>");
    REQUIRE(data.blocks.size() == 1);
    CHECK(data.blocks[0].kind == BlockKind::table);
    CHECK(data.blocks[0].rows.size() == 2);
}

TEST_CASE("tracked changes of a page are read either way") {
    const std::string html = "<p>Due on <del>1 May</del> <ins>15 May</ins> at noon.</p>";
    CHECK(page(html).text == "Due on 15 May at noon.");
    ReadOptions options;
    options.tracked = Tracked::original;
    CHECK(page(html, options).text == "Due on 1 May at noon.");
}

TEST_CASE("no nesting, however deep or broken, breaks the reader") {
    CHECK(page(repeated("<div>", 100000) + "deep").text == "deep");
    CHECK(page(repeated("<table><tr><td>", 20000) + "deep").text == "deep");
    CHECK(page(repeated("<ul><li>", 20000) + "deep").text.ends_with("deep"));
    CHECK(page("<p>" + repeated("<b><i><font color=red>", 20000) + "deep").text == "deep");
    CHECK(page(repeated("<p><font size=1>", 5000) + "deep").text == "deep");
    CHECK(page("<p>" + repeated("<a href=x><b>", 20000) + "deep").text == "deep");
    CHECK(page("<p>text" + repeated("</b>", 50000) + repeated("</div>", 50000)).text == "text");
    CHECK(page("<p>text<img " + repeated("a='", 50001)).text == "text");
    CHECK(page("<p>text</p>" + repeated("<script>", 50000)).text == "text");
    CHECK(page("<p>text</p>" + repeated("<!--", 50000)).text == "text");
    CHECK(page("<html><body><b><p>one</b> two<table><b>three<tr><td>four").text.find("four") != std::string::npos);
}

}  // namespace rapporteur
