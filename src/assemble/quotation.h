#pragma once

#include "assemble/briefing.h"
#include "assemble/library.h"
#include "assemble/statement.h"

namespace rapporteur {

/// A stretch of a source as a quotation.
Quotation quote(const Library& library, const Source& source, std::string text);

/// The words of a statement with all the places where it stands; further places of one reference are left out.
template <class Record>
Quotation quote(const Library& library, const Same<Record>& same);

extern template Quotation quote(const Library&, const Same<Recommendation>&);
extern template Quotation quote(const Library&, const Same<Outcome>&);
extern template Quotation quote(const Library&, const Same<Intervention>&);

/// A single record as a quotation.
template <class Record>
Quotation quote_one(const Library& library, const Record& record) {
    return quote(library, Same<Record>{&record, {&record}});
}

}  // namespace rapporteur
