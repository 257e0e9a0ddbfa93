#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/draft.h"
#include "readers/reader.h"

namespace rapporteur {

/// A file that came with a message.
struct Attachment {
    std::string name;  // no path; made up where the message gives none
    std::string bytes;
};

/// Reads a message (RFC 5322): subject, date, sender and addressees as title block, then its text – the plain one
/// where there is one, else the HTML. What is attached is left out; attachments_of gives it.
Reading read_mail(std::string_view bytes, Tracked tracked);

/// The files that came with a message, in its order, without signatures and the pictures that its text shows.
std::vector<Attachment> attachments_of(std::string_view bytes);

}  // namespace rapporteur
