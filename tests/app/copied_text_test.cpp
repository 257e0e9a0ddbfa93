#include <doctest/doctest.h>

#include "app/program.h"
#include "app/quotations.h"
#include "support/text.h"
#include "support/xml.h"
#include "writers/pdf_file_check.h"

using namespace rapporteur;

// What a reader copies out of a pack is what the source says.
namespace {

const std::string samples = std::string(RAPPORTEUR_SOURCE_DIR) + "/samples/";

/// Letters, digits and signs alone: breaks of lines and hyphens at their ends leave no trace.
std::string bare(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        const bool hyphen = point.value == '-' || point.value == 0xAD || point.value == 0x2010;
        if (!is_space(point.value) && !hyphen) out += text.substr(at, point.bytes);
        at += point.bytes;
    }
    return out;
}

std::string text_of(const std::string& pdf) {
    std::string out;
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    REQUIRE(document);
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        const poppler::byte_array bytes = page->text(poppler::rectf(), poppler::page::raw_order_layout).to_utf8();
        out += bare({bytes.begin(), bytes.end()});
    }
    return out;
}

/// Where the text goes on from `at`: at once, or behind what stands beside it in the same lines or between two pages.
std::size_t next_piece(const std::string& all, std::size_t at, const std::string& text, std::size_t begin) {
    constexpr std::size_t farthest = 500, shortest = 8;
    const std::string piece = text.substr(begin, shortest);
    const std::size_t found = all.find(piece, at);
    return found != std::string::npos && found - at <= farthest ? found : std::string::npos;
}

/// True where the text stands there whole, or in pieces of at least a few words.
bool stands_in(const std::string& all, const std::string& text) {
    for (std::size_t start = all.find(text.substr(0, 12)); start != std::string::npos;
         start = all.find(text.substr(0, 12), start + 1)) {
        std::size_t at = start;
        for (std::size_t i = 0; i < text.size() && at != std::string::npos; ++i) {
            if (at >= all.size() || all[at] != text[i]) at = next_piece(all, at, text, i);
            if (at != std::string::npos) ++at;
        }
        if (at != std::string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("text copied out of a pack is the source's, ligatures and hyphens undone") {
    for (const std::string name : {"council-paper.md", "committee-paper.pdf", "meeting-report.txt"}) {
        const ScratchFolder folder;
        const std::string document = samples + name;
        const Ended xml = run_program({"inspect", document, "--xml", "--as-of", "2031-01-01"});
        REQUIRE(run_program({"build", document, "--out", folder / "packs", "--format", "pdf", "--as-of", "2031-01-01"})
                    .status == 0);
        std::vector<std::string> quotations;
        std::string copied;
        const auto parsed = parse_xml("<packs>" + xml.out + "</packs>", name);
        REQUIRE(parsed.ok());
        collect_quotations(*parsed, quotations);
        for (std::string& quotation : quotations) quotation = bare(quotation);
        for (const auto& entry : std::filesystem::directory_iterator(folder / "packs"))
            if (entry.path().extension() == ".pdf") copied += text_of(content_of(entry.path().string()));
        CHECK(quotations.size() > 2);
        CHECK_FALSE(stands_in(copied, bare(quotations.front() + " and words that nobody said")));
        for (const std::string& quotation : quotations) CHECK_MESSAGE(stands_in(copied, quotation), quotation);
    }
}
