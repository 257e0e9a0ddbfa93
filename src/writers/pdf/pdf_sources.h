#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "support/result.h"

namespace rapporteur {

/// Another PDF whose pages a pack takes in; the bytes stay with the caller.
struct AnnexSource {
    std::string_view bytes;
    std::string password;
};

/// A link of a source's page, in points from the top left corner of the page as it is seen.
struct SourceLink {
    PageRect area;
    std::string address;  // empty where it leads to a page of the source
    int page = -1;        // 0-based
};

/// A page of a source as it is seen: cropped and turned.
struct SourcePage {
    double width = 0, height = 0;  // points
    std::vector<SourceLink> links;
    bool readable = true;         // false where its content cannot be decoded
    bool broken_picture = false;  // a picture that it shows is none
};

/// The pages of a source. Fails with `document_encrypted` where the password does not open it, with `pdf_failed` where
/// no page can be found.
Result<std::vector<SourcePage>> measure_source(const AnnexSource& source);

/// Puts the pages that the sheets of `pages` name into the pack that was written of them. Only what the pages draw
/// comes along: no scripts, actions, forms, attachments or marked content, and layers as the source shows them. The
/// same input gives the same bytes.
Result<std::string> place_sheets(const std::string& pack, const Pages& pages, const std::vector<AnnexSource>& sources);

}  // namespace rapporteur
