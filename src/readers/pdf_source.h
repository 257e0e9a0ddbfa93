#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "readers/pdf_page.h"
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

private:
    class Body;
    explicit PdfSource(std::unique_ptr<Body> body);
    std::unique_ptr<Body> body_;
};

}  // namespace rapporteur
