#include <doctest/doctest.h>

#include <set>

#include "pdf_file_check.h"
#include "sample_pdf.h"
#include "writers/pdf_check/broken_twin.h"
#include "writers/pdf_check/check.h"

// The checker itself: a sound file passes, and for each condition there is a broken one that does not.
namespace rapporteur {
namespace {

using pdf_check::BrokenTwin;
using pdf_check::check_pdf;

PdfOptions with_attachments() {
    PdfOptions options;
    options.attachments = {{"records.jsonl", "Records", "application/jsonl", AttachmentRelation::data, "{}\n"},
                           {"in/report.pdf", "A source", "application/pdf", AttachmentRelation::source, "%PDF-"}};
    return options;
}

std::vector<BrokenTwin> all_twins() {
    std::vector<BrokenTwin> all;
    for (auto topic : {pdf_check::document_twins(), pdf_check::structure_twins(), pdf_check::content_twins(),
                       pdf_check::annotation_twins(), pdf_check::font_twins(), pdf_check::archive_twins()})
        all.insert(all.end(), topic.begin(), topic.end());
    return all;
}

// Locked so that the file opens without a password.
std::string locked(const std::string& pdf, bool may_read_aloud) {
    auto file = opened(pdf);
    QPDFWriter writer(*file);
    writer.setOutputMemory();
    writer.setR3EncryptionParametersInsecure("", "owner", may_read_aloud, true, true, true, true, true, qpdf_r3p_full);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

TEST_CASE("a sound file meets no condition, each broken twin the one it was broken for") {
    const auto sample = written_sample(with_attachments());
    if (!sample) return;
    CHECK(check_pdf(sample->bytes).words() == "");
    CHECK(check_pdf(pdf_check::broken(sample->bytes, {"", [](QPDF&) {}})).words() == "");
    std::set<std::string> caught;
    const auto expect = [&](const std::string& condition, const std::string& pdf) {
        const auto findings = check_pdf(pdf);
        CHECK_MESSAGE(findings.has(condition), condition << " is not caught; found: " << findings.words());
        caught.insert(condition);
    };
    for (const BrokenTwin& twin : all_twins()) expect(twin.condition, pdf_check::broken(sample->bytes, twin));
    expect("26-002", locked(sample->bytes, false));
    expect("A-6.1.3", locked(sample->bytes, true));
    expect("A-6.1.2", pdf_check::replaced(sample->bytes, "%PDF-1.7\n%", "%PDF-1.7\n "));
    expect("S-open", "no PDF at all");
    for (const auto& condition : pdf_check::conditions())
        CHECK_MESSAGE(caught.contains(std::string(condition.number)), condition.number << " has no broken twin");
}

}  // namespace
}  // namespace rapporteur
