#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace rapporteur {

/// Records of documents that never were, for tests of merging.
template <class Record>
Record in_document(const std::string& document, const std::string& id) {
    Record record;
    record.id = id;
    Source source;
    source.document = document;
    record.sources.push_back(source);
    return record;
}

inline Meeting meeting(const std::string& document, const std::string& id, const std::string& name,
                       const std::string& date = "", const std::string& ordinal = "") {
    Meeting record = in_document<Meeting>(document, id);
    record.name = name;
    record.start = parse_iso_date(date);
    record.ordinal = ordinal;
    return record;
}

inline Term term(const std::string& document, const std::string& short_form, const std::string& long_form) {
    Term record = in_document<Term>(document, document + short_form);
    record.short_form = short_form;
    record.long_form = long_form;
    return record;
}

}  // namespace rapporteur
