#pragma once

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <memory>
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>
#include <utility>

#include "support/text.h"

namespace rapporteur {

/// A written PDF opened again through libqpdf, which reads on from its bytes.
class OpenedPdf {
public:
    explicit OpenedPdf(std::string pdf) : bytes_(std::make_shared<std::string>(std::move(pdf))), file_(QPDF::create()) {
        file_->setSuppressWarnings(true);
        file_->processMemoryFile("pack.pdf", bytes_->data(), bytes_->size());
    }
    QPDF* operator->() const { return file_.get(); }
    QPDF& operator*() const { return *file_; }

private:
    std::shared_ptr<std::string> bytes_;
    std::shared_ptr<QPDF> file_;
};

inline OpenedPdf opened(const std::string& pdf) { return OpenedPdf(pdf); }

/// What `qpdf --check` would complain about: reads every object and decodes every stream.
inline std::string complaints_of(const std::string& pdf) {
    std::string complaints;
    try {
        auto file = opened(pdf);
        Pl_Discard discard;
        QPDFWriter writer(*file);
        writer.setOutputPipeline(&discard);
        writer.setDecodeLevel(qpdf_dl_all);
        writer.write();
        for (const auto& warning : file->getWarnings()) complaints += std::string(warning.what()) + "\n";
    } catch (const std::exception& error) {
        complaints += error.what();
    }
    return complaints;
}

/// The text of a page (from 0) as Poppler reads it, in UTF-8.
inline std::string text_of_page(const std::string& pdf, int page) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!document || page >= document->pages()) return {};
    const std::unique_ptr<poppler::page> read(document->create_page(page));
    const poppler::byte_array bytes = read->text(poppler::rectf(), poppler::page::physical_layout).to_utf8();
    return {bytes.begin(), bytes.end()};
}

/// Poppler's words without the marks that say which way they run.
inline std::string without_direction(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_at(text, at);
        at += point.bytes;
        const bool mark = (point.value >= 0x202A && point.value <= 0x202E) || point.value == 0x200F;
        if (!mark) append_utf8(out, point.value);
    }
    return nfc(collapse_space(out));
}

}  // namespace rapporteur
