#include "assemble/reference.h"

#include <string_view>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_title = 48;  // code points of a title that serves as a name

/// The title as far as whole words fit, with an ellipsis where words are left out.
std::string short_title(std::string_view title, const RunningWords& words) {
    const std::string clean = words.title(collapse_space(title));
    if (count_code_points(clean) <= longest_title) return clean;
    const CodePointIndex index(clean);
    const std::size_t limit = index.byte_of(longest_title);
    std::size_t end = clean.rfind(' ', limit);
    if (end == std::string::npos || end == 0) end = limit;
    while (end > 0 && std::string_view(" ,;:").find(clean[end - 1]) != std::string_view::npos) --end;
    return clean.substr(0, end) + "…";
}

std::string_view file_of(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// What is made to be printed rather than looked at on a screen.
bool has_pages_or_fixed_form(const DocumentRecord& document) {
    if (document.pages > 0) return true;
    const auto type = media_type_named(document.media_type);
    return type && *type != MediaType::html && *type != MediaType::markdown && *type != MediaType::text &&
           *type != MediaType::mail;
}

}  // namespace

DocumentName name_document(const DocumentRecord& document, bool has_agenda, const RunningWords& words) {
    DocumentName name;
    if (!document.symbol.empty()) {
        name.naming = DocumentNaming::symbol;
        name.text = document.symbol;
    } else if (has_agenda && !has_pages_or_fixed_form(document)) {
        name.naming = DocumentNaming::meeting_page;
        name.text = document.title.empty() ? std::string(file_of(document.file)) : short_title(document.title, words);
    } else if (!document.title.empty()) {
        name.naming = DocumentNaming::title;
        name.text = short_title(document.title, words);
    } else if (!document.body.empty() && document.date) {
        name.naming = DocumentNaming::dated;
        name.text = words.title(document.body);
        name.date = document.date;
    } else {
        name.text = file_of(document.file);
    }
    return name;
}

Reference refer_to(const Source& source, const DocumentName& document, std::string_view heading) {
    Reference reference;
    reference.document = document;
    reference.document_id = source.document;
    reference.paragraph = source.paragraph;
    reference.page = source.page;
    if (source.page > 0 || !source.paragraph.empty()) return reference;
    if (!heading.empty()) {
        reference.heading = heading;
    } else {
        reference.line = source.line;
        if (source.line == 0 && !source.heading.empty()) reference.heading = source.heading.back();
    }
    return reference;
}

}  // namespace rapporteur
