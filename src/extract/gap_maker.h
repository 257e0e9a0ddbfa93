#pragma once

#include <string>

#include "extract/citation.h"
#include "model/record.h"

namespace rapporteur {

/// Makes the gaps of one document.
class GapMaker {
public:
    GapMaker(const Document& document, const Outline& outline, Records& records)
        : document_(document), citation_(document, outline), records_(records) {}

    /// A gap that stands at `range` of a block.
    Gap& add(GapCode code, std::string text, std::string subject, std::size_t block, const Range& range) {
        return add(code, std::move(text), std::move(subject), {citation_.source(block, range)});
    }
    Gap& add(GapCode code, std::string text, std::string subject, std::vector<Source> sources) {
        Gap gap;
        gap.code = code;
        gap.text = std::move(text);
        gap.subject = std::move(subject);
        gap.sources = std::move(sources);
        const std::string at = gap.sources.empty() ? "" : std::to_string(gap.sources.front().start);
        gap.id = make_id({"gap", document_.id(), std::string(name_of(code)), gap.subject, gap.text, at});
        records_.gaps.push_back(std::move(gap));
        return records_.gaps.back();
    }

    Source source(std::size_t block, const Range& range) const { return citation_.source(block, range); }
    const Document& document() const { return document_; }

private:
    const Document& document_;
    BlockCitation citation_;
    Records& records_;
};

}  // namespace rapporteur
