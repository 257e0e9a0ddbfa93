#include "assemble/quotation.h"

#include <algorithm>

namespace rapporteur {
namespace {

void add_reference(Quotation& quotation, const Reference& reference) {
    if (reference.document_id.empty() || reference == quotation.reference) return;
    if (std::find(quotation.also.begin(), quotation.also.end(), reference) == quotation.also.end())
        quotation.also.push_back(reference);
}

std::string language_of(const Library& library, std::string_view document) {
    const DocumentRecord* record = library.document_record(document);
    return record ? record->language : std::string();
}

template <class Record>
std::string lead_in_of(const Record& record) {
    if constexpr (requires { record.lead_in; }) {
        return record.lead_in;
    } else {
        return {};
    }
}

}  // namespace

Quotation quote(const Library& library, const Source& source, std::string text) {
    Quotation quotation;
    quotation.text = std::move(text);
    quotation.reference = library.refer(source);
    quotation.language = language_of(library, source.document);
    return quotation;
}

template <class Record>
Quotation quote(const Library& library, const Same<Record>& same) {
    const Record& best = *same.best;
    Quotation quotation;
    quotation.text = best.text;
    quotation.lead_in = lead_in_of(best);
    quotation.cut = best.cut;
    quotation.reference = library.refer(best);
    quotation.language = language_of(library, document_of(best));
    for (const Source& repeat : best.repeats) add_reference(quotation, library.refer(repeat));
    for (const Record* other : same.all) add_reference(quotation, library.refer(*other));
    return quotation;
}

template Quotation quote(const Library&, const Same<Recommendation>&);
template Quotation quote(const Library&, const Same<Outcome>&);
template Quotation quote(const Library&, const Same<Intervention>&);

}  // namespace rapporteur
