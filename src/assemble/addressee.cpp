#include "assemble/addressee.h"

namespace rapporteur {
Addressees::Addressees(const Library& library, const Scope& scope) {
    std::set<std::string, std::less<>> documents = scope.documents;
    for (const auto& same : scope.put_to) documents.emplace(document_of(*same.best));
    for (const std::string& document : documents)
        for (const Term* term : library.index().terms.of_document(document)) {
            if (term->short_form.empty() || term->long_form.empty()) continue;
            by_form_.try_emplace(comparable_name(term->short_form), term);
            by_form_.try_emplace(comparable_name(term->long_form), term);
        }
}

std::string Addressees::key(std::string_view words) const {
    const std::string name = comparable_name(words);
    const auto found = by_form_.find(name);
    return found == by_form_.end() ? name : comparable_name(found->second->long_form);
}

std::string Addressees::display(std::string_view words) const {
    const auto found = by_form_.find(comparable_name(words));
    if (found == by_form_.end()) return heading_case(words);
    return heading_case(found->second->long_form) + " (" + found->second->short_form + ")";
}

}  // namespace rapporteur
