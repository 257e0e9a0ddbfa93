#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "assemble/running_words.h"
#include "model/date.h"
#include "model/document.h"
#include "model/record.h"

namespace rapporteur {

/// How a pack calls a document: what stands in `DocumentName::text`.
enum class DocumentNaming {
    symbol,        // its symbol
    title,         // its title, cut at a word where it is long
    meeting_page,  // its title: a page without symbol that prints a meeting's agenda; in the meeting's own pack a label
                   // names it
    dated,         // its body, to be followed by its date
    file,          // its file's name
};

/// The short name under which a pack cites a document.
struct DocumentName {
    DocumentNaming naming = DocumentNaming::file;
    std::string text;
    std::optional<PartialDate> date;
    int ordinal = 0;  // 2, 3 … where documents of one meeting would share a name, else 0

    bool operator==(const DocumentName&) const = default;
};

/// Where a statement stands, to be worded by labels ("MC/2353, ¶ 31, p. 7"). Parts that the source lacks are empty or
/// 0.
struct Reference {
    DocumentName document;
    std::string document_id;
    std::string paragraph;
    int page = 0;
    int line = 0;
    std::string heading;
    std::string anchor;  // of the document's row in the pack
    std::string mark;    // of a document that is not for everybody, as printed
    std::string place;   // of the words themselves, where the document may be annexed

    bool operator==(const Reference&) const = default;
};

/// The short name of a document. `has_agenda`: it prints the agenda of a meeting.
DocumentName name_document(const DocumentRecord& document, bool has_agenda, const RunningWords& words);

/// The place of a source: its page and printed paragraph number; where it has neither, `heading` (given for web pages),
/// else the line of the file at hand.
Reference refer_to(const Source& source, const DocumentName& document, std::string_view heading);

}  // namespace rapporteur
