#include "attack/attack.h"

namespace rapporteur::attack {
namespace {

/// A file of numbered objects without a cross-reference table, which readers rebuild; object 1 is the catalogue.
std::string pdf(const std::vector<std::string>& objects, const std::string& trailer = "<</Root 1 0 R>>") {
    std::string out = "%PDF-1.7\n";
    for (std::size_t i = 0; i < objects.size(); ++i)
        out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    return out + "trailer\n" + trailer + "\n%%EOF\n";
}

const std::string catalogue = "<</Type/Catalog/Pages 2 0 R>>";
const std::string pages = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const std::string font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
const std::string page =
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 "
    "R>>>>>>";
const std::string words = "BT /F 12 Tf 20 200 Td (The Council should act.) Tj ET\n";

std::string stream(const std::string& content, const std::string& entries = "", int length = -1) {
    const int told = length < 0 ? static_cast<int>(content.size()) : length;
    return "<<" + entries + "/Length " + std::to_string(told) + ">>stream\n" + content + "\nendstream";
}

std::string one_page(const std::string& content, const std::string& more = "null") {
    return pdf({catalogue, pages, page, stream(content), font, more});
}

std::string with_page(const std::string& dictionary) {
    return pdf({catalogue, pages, dictionary, stream(words), font, "null"});
}

/// ASCIIHex over ASCIIHex: a short stream that says its filters many times.
std::string filter_chain() {
    return pdf(
        {catalogue, pages, page, stream(words, "/Filter[" + times(5000, "/ASCIIHexDecode") + "]"), font, "null"});
}

/// RunLength bytes 129 and x give 128 times x.
std::string run_length_bomb() {
    return pdf({catalogue, pages, page, stream(times(400'000, "\x81 "), "/Filter/RunLengthDecode"), font, "null"});
}

std::string pages_without_end() {
    std::vector<std::string> objects{catalogue, "<</Type/Pages/Count 20000/Kids[" + times(20'000, "3 0 R ") + "]>>",
                                     page,      stream(words),
                                     font,      "null"};
    return pdf(objects);
}

std::string wide_cmap() {
    const std::string cmap =
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000><FFFF> "
        "endcodespacerange " +
        times(2000, "1 beginbfrange <0000><FFFF><0041> endbfrange ") + "endcmap end";
    return pdf({catalogue, pages, page, stream(words),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>", "null", stream(cmap)});
}

}  // namespace

std::vector<Attack> pdf_attacks() {
    const std::string form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>";
    return {
        {"pages-that-hold-themselves.pdf", pdf({catalogue, "<</Type/Pages/Kids[2 0 R]/Count 1>>"})},
        {"pages-in-a-ring.pdf",
         pdf({catalogue, "<</Type/Pages/Kids[3 0 R]/Count 9>>", "<</Type/Pages/Kids[2 0 R]/Count 9/Parent 2 0 R>>"})},
        {"page-count-of-two-milliards.pdf",
         pdf({catalogue, "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", page, stream(words), font, "null"})},
        {"negative-page-count.pdf",
         pdf({catalogue, "<</Type/Pages/Kids[3 0 R]/Count -5>>", page, stream(words), font, "null"})},
        {"one-page-twenty-thousand-times.pdf", pages_without_end()},
        {"content-that-is-its-own-page.pdf", with_page("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>")},
        {"page-of-a-light-year.pdf", with_page("<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R"
                                               "/Resources<</Font<</F 5 0 R>>>>>>")},
        {"page-of-no-size.pdf", with_page("<</Type/Page/Parent 2 0 R/MediaBox[9 9 9 9]/Contents 4 0 R"
                                          "/Resources<</Font<</F 5 0 R>>>>>>")},
        {"form-that-draws-itself.pdf", one_page(words + "/X Do", form + "/Length 6>>stream\n/X Do \nendstream")},
        {"a-million-saved-states.pdf", one_page(times(1'000'000, "q ") + words)},
        {"arrays-in-arrays.pdf", one_page(times(200'000, "[") + words)},
        {"dictionaries-in-dictionaries.pdf", pdf({times(100'000, "<</A "), pages, page, stream(words), font})},
        {"length-that-lies.pdf", pdf({catalogue, pages, page, stream(words, "", 2'000'000'000), font, "null"})},
        {"length-that-is-itself.pdf",
         pdf({catalogue, pages, page, "<</Length 4 0 R>>stream\n" + words + "\nendstream", font})},
        {"five-thousand-filters.pdf", filter_chain()},
        {"run-length-bomb.pdf", run_length_bomb()},
        {"two-thousand-maps-of-all-codes.pdf", wide_cmap()},
        {"font-with-lying-widths.pdf",
         pdf({catalogue, pages, page, stream(words),
              "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar -2147483648/LastChar 2147483647/Widths[1]>>",
              "null"})},
        {"huge-numbers-in-content.pdf",
         one_page("99999999999999999999 0 0 99999999999999999999 0 0 cm /F 1e38 Tf " + words)},
        {"script-and-launch-at-opening.pdf",
         pdf({"<</Type/Catalog/Pages 2 0 "
              "R/OpenAction<</S/Launch/F(/bin/sh)>>/AA<</WC<</S/JavaScript/JS(app.alert(1))>>>>>>",
              pages, page, stream(words), font, "null"})},
        {"links-to-scripts-and-files.pdf",
         with_page(
             "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>/Annots["
             "<</Type/Annot/Subtype/Link/Rect[0 190 300 220]/A<</S/URI/URI(javascript:alert\\(1\\))>>>>"
             "<</Type/Annot/Subtype/Link/Rect[0 190 300 220]/A<</S/URI/URI(file:///etc/passwd)>>>>]>>")},
        {"previous-table-is-this-one.pdf",
         pdf({catalogue, pages, page, stream(words), font, "null"}, "<</Root 1 0 R/Prev 9/Size 7>>")},
        {"bookmarks-in-a-ring.pdf", pdf({"<</Type/Catalog/Pages 2 0 R/Outlines 7 0 R>>", pages, page, stream(words),
                                         font, "null", "<</First 7 0 R/Last 7 0 R/Next 7 0 R/Title(x)>>"})},
        {"names-in-a-ring.pdf", pdf({"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 7 0 R>>>>", pages, page,
                                     stream(words), font, "null", "<</Kids[7 0 R]>>"})},
        {"fields-in-a-ring.pdf", pdf({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]>>>>", pages, page,
                                      stream(words), font, "null", "<</Kids[7 0 R]/T(x)/Parent 7 0 R>>"})},
        {"unknown-lock.pdf", pdf({catalogue, pages, page, stream(words), font, "null"},
                                 "<</Root 1 0 R/Encrypt<</Filter/Own/V 99/R 99/Length 9999>>/ID[(a)(a)]>>")},
        {"cut-off.pdf", one_page(words).substr(0, 200)},
        {"head-only.pdf", "%PDF-1.7\n"},
    };
}

}  // namespace rapporteur::attack
