#pragma once

#include <doctest/doctest.h>

#include <deque>
#include <optional>
#include <string>

#include "docx_file.h"
#include "layout/font_manifest.h"
#include "layout/lay_out.h"
#include "writers/pdf/pdf_writer.h"

namespace rapporteur {

/// The fonts of the manifest that are installed; no set where one that is required is not.
struct InstalledFonts {
    std::deque<std::string> bytes;
    std::optional<FontSet> set;
};

inline InstalledFonts installed_fonts() {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/fonts/fonts.toml";
    const auto manifest = read_font_manifest({path, file_text(path)});
    REQUIRE(manifest.ok());
    InstalledFonts fonts;
    std::vector<FontFile> files;
    for (const auto& face : *manifest)
        for (const auto& file : face.paths) {
            std::string bytes = file_text(file);
            if (bytes.empty()) continue;
            fonts.bytes.push_back(std::move(bytes));
            files.push_back({face.role, file, face.index, fonts.bytes.back()});
            break;
        }
    auto set = FontSet::make(files);
    if (set.ok()) fonts.set = std::move(set).value();
    return fonts;
}

/// The sample pack as PDF; nothing, with the reason printed, where the fonts are not installed.
inline std::optional<WrittenPdf> written_sample(const PdfOptions& options = {}) {
    const InstalledFonts fonts = installed_fonts();
    if (!fonts.set) {
        MESSAGE("skipped: fonts of the manifest are not installed");
        return std::nullopt;
    }
    Diagnostics diagnostics;
    const Pages pages = lay_out(sample_pack(), house_style(), *fonts.set, diagnostics);
    CHECK(diagnostics.empty());
    auto pdf = write_pdf(pages, fonts.set->faces(pages.faces), options);
    REQUIRE_MESSAGE(pdf.ok(), pdf.error().detail);
    return std::move(pdf).value();
}

}  // namespace rapporteur
