#include "attack/attack.h"

namespace rapporteur::attack {
namespace {

std::string html(const std::string& body) {
    return "<!DOCTYPE html><html lang=\"en\"><head><title>Paper</title></head><body><h1>Paper</h1><p>The Council "
           "should "
           "act.</p>" +
           body + "</body></html>";
}

}  // namespace

std::vector<Attack> page_attacks() {
    return {
        {"a-hundred-thousand-divisions-deep.html", html(times(100'000, "<div>") + "x")},
        {"a-hundred-thousand-tables-deep.html", html(times(100'000, "<table><td>") + "x")},
        {"a-hundred-thousand-open-emphases.html", html(times(100'000, "<b><p>"))},
        {"lists-deep.html", html(times(50'000, "<ul><li>") + "x")},
        {"cell-over-a-milliard-of-columns.html",
         html("<table><tr><th colspan=1000000000 rowspan=1000000000>x<td>y<tr><td>z</table>")},
        {"many-wide-cells.html", html("<table>" + times(2000, "<tr><td colspan=1000 rowspan=65534>x") + "</table>")},
        {"list-from-a-trillion.html", html("<ol start=999999999999999999999><li>x<li value=-99999999999>y</ol>")},
        {"scripts-and-handlers.html",
         html("<script>alert(1)</script><a href=\"javascript:alert(1)\" onclick=\"x\">The Council should report.</a>"
              "<a href=\"file:///etc/passwd\">f</a><iframe src=\"file:///etc/passwd\"></iframe>")},
        {"numbers-of-no-character.html", html(times(10'000, "&#x110000;&#0;&#xD800;"))},
        {"megabyte-of-angles.html", "<html>" + times(1 << 20, "<")},
        {"comment-without-end.html", html("<!--" + times(1 << 20, "-"))},
        {"encoding-that-lies.html", "<html><meta charset=utf-16><p>The Council should act.</p>"},
        {"quotes-in-quotes.md", times(50'000, ">") + " x\n"},
        {"a-hundred-thousand-brackets.md", "# Paper\n\n" + times(100'000, "[") + times(100'000, "](x)")},
        {"a-hundred-thousand-stars.md", "# Paper\n\n" + times(100'000, "*a_ ") + "\n"},
        {"lists-deep.md",
         [] {
             std::string text = "# Paper\n";
             for (std::size_t i = 0; i < 1500; ++i) text += times(i * 2, " ") + "- x\n";
             return text;
         }()},
        {"bars.md", "# Paper\n\n" + times(100'000, "|") + "\n" + times(100'000, "|-") + "\n" + times(100'000, "|")},
        {"markup-of-ours.md",
         "# Paper\n\n1. The Council should adopt {{labels.secret}} {{{raw}}} </p><h1>x</h1> &amp; =cmd|'/C "
         "calc'!A0.\n"},
    };
}

}  // namespace rapporteur::attack
