#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "app/program.h"
#include "app/quotations.h"
#include "support/text.h"
#include "support/xml.h"
#include "writers/pdf_file_check.h"

using namespace rapporteur;

// Citations of a pack with annexed papers lead to the annexed words.
namespace {

const std::string samples = std::string(RAPPORTEUR_SOURCE_DIR) + "/samples/";

/// Letters and digits alone: breaks of lines, hyphens and the signs of lists leave no trace.
std::string bare(const std::string& text) {
    std::string out;
    for (const char c : to_lower(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    return out;
}

std::vector<std::string> quotations_of(const std::string& document) {
    const Ended xml = run_program({"inspect", document, "--xml", "--as-of", "2031-01-01"});
    const auto parsed = parse_xml("<packs>" + xml.out + "</packs>", document);
    REQUIRE(parsed.ok());
    std::vector<std::string> out;
    collect_quotations(*parsed, out);
    for (std::string& quotation : out) quotation = bare(quotation);
    return out;
}

/// A link inside a file: what is printed in it, and where it leads, in points from the top.
struct InnerLink {
    std::string printed;
    int page = 0;  // 0-based
    double top = 0;
};

class ReadPack {
public:
    explicit ReadPack(const std::string& pdf)
        : bytes_(pdf),
          document_(poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size()))) {
        REQUIRE(document_);
    }

    std::vector<InnerLink> links() const {
        auto file = opened(bytes_);
        std::vector<QPDFObjectHandle> pages = file->getAllPages();
        std::map<QPDFObjGen, int> number;
        for (std::size_t i = 0; i < pages.size(); ++i) number[pages[i].getObjGen()] = static_cast<int>(i);
        std::vector<InnerLink> out;
        for (std::size_t i = 0; i < pages.size(); ++i)
            for (auto& annotation : pages[i].getKey("/Annots").aitems()) {
                auto there = annotation.getKey("/Dest");
                if (!there.isArray()) continue;
                const int page = number.at(there.getArrayItem(0).getObjGen());
                out.push_back({words_in(static_cast<int>(i), annotation.getKey("/Rect")), page,
                               height(page) - there.getArrayItem(3).getNumericValue()});
            }
        return out;
    }

    /// The letters of the lines that begin at a place, as far down as that.
    std::string text_from(int page, double top, double height) const {
        return bare(words(page, {0, top - 1, 595, height}));
    }

private:
    double height(int page) const {
        return std::unique_ptr<poppler::page>(document_->create_page(page))->page_rect().height();
    }

    std::string words(int page, const poppler::rectf& area) const {
        const std::unique_ptr<poppler::page> read(document_->create_page(page));
        const poppler::byte_array text = read->text(area, poppler::page::physical_layout).to_utf8();
        return {text.begin(), text.end()};
    }

    std::string words_in(int page, QPDFObjectHandle box) const {
        const auto at = [&](int i) { return box.getArrayItem(i).getNumericValue(); };
        return words(page, {at(0), height(page) - at(3), at(2) - at(0), at(3) - at(1)});
    }

    std::string bytes_;
    std::unique_ptr<poppler::document> document_;
};

/// "14" of "p. 3 [14]"; empty where no page of the pack is printed.
std::string page_printed(const std::string& words) {
    const std::size_t open = words.rfind('['), close = words.rfind(']');
    return open == std::string::npos || close == std::string::npos || close < open
               ? ""
               : words.substr(open + 1, close - open - 1);
}

}  // namespace

TEST_CASE("a citation prints the annexed page and leads to the words that it cites") {
    for (const std::string name : {"committee-paper.pdf", "meeting-report.txt", "council-paper.md"}) {
        CAPTURE(name);
        // A mark of a PDF page stands at the cited lines, one of typeset words at their paragraph.
        const double far = name.ends_with(".pdf") ? 40 : 250;
        const ScratchFolder folder;
        const Ended built = run_program({"build", samples + name, "--out", folder / "packs", "--format", "pdf", "--by",
                                         "meeting", "--annex", "--as-of", "2031-01-01"});
        REQUIRE(built.status == 0);
        std::vector<std::string> reached;
        int with_page = 0;
        for (const auto& entry : std::filesystem::directory_iterator(folder / "packs")) {
            if (entry.path().extension() != ".pdf") continue;
            const std::string bytes = content_of(entry.path().string());
            CHECK(complaints_of(bytes) == "");
            const ReadPack pack(bytes);
            for (const InnerLink& link : pack.links()) {
                const std::string printed = page_printed(link.printed);
                if (printed.empty()) continue;
                ++with_page;
                CHECK_MESSAGE(printed == std::to_string(link.page + 1), link.printed);
                reached.push_back(pack.text_from(link.page, link.top, far));
                CHECK_MESSAGE(!reached.back().empty(), link.printed);
            }
        }
        CHECK(with_page > 3);
        const std::vector<std::string> quotations = quotations_of(samples + name);
        CHECK(quotations.size() > 2);
        for (const std::string& quotation : quotations) {
            // Few letters: a page may end after a quotation's first words.
            const std::string start = quotation.substr(0, 12);
            CHECK_MESSAGE(std::any_of(reached.begin(), reached.end(),
                                      [&](const std::string& text) { return text.find(start) != std::string::npos; }),
                          quotation);
        }
    }
}
