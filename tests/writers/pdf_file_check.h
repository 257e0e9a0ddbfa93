#pragma once

#define POINTERHOLDER_TRANSITION 4

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include <memory>
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <string>

namespace rapporteur {

/// A written PDF opened again through libqpdf.
inline std::shared_ptr<QPDF> opened(const std::string& pdf) {
    auto file = QPDF::create();
    file->setSuppressWarnings(true);
    file->processMemoryFile("pack.pdf", pdf.data(), pdf.size());
    return file;
}

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

}  // namespace rapporteur
