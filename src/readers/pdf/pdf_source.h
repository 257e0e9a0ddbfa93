#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "readers/ocr/raster.h"
#include "readers/pdf/pdf_page.h"
#include "support/result.h"

namespace rapporteur {

/// A PDF file opened for reading: gives its pages as glyphs and rules. The bytes must outlive it.
class PdfSource {
public:
    /// Fails with `document_encrypted` where neither the empty password nor the one given opens it, else with
    /// `document_damaged`.
    static Result<PdfSource> open(std::string_view bytes, const std::string& password, const std::string& file);

    PdfSource(PdfSource&&) noexcept;
    PdfSource& operator=(PdfSource&&) noexcept;
    ~PdfSource();

    int pages() const;
    /// The page with that number (from 1); a page that cannot be read is `damaged` and empty.
    PdfPage page(int number) const;
    /// The page as a picture of as many points an inch, or as many as a picture may have; nothing where it cannot be
    /// drawn or that was given up. Not from two threads at a time.
    std::optional<Raster> raster(int number, double resolution, const GiveUp& give_up) const;

private:
    class Body;
    explicit PdfSource(std::unique_ptr<Body> body);
    std::unique_ptr<Body> body_;
};

/// Draws a page of its own making, so that the fonts of this machine are known from here on: a process that is locked
/// in can look none up.
void make_fonts_known();

}  // namespace rapporteur
