#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A part of a message (RFC 2045, 2046): what its header says, and its body or the parts that it is made of.
struct MimePart {
    std::string type;                         // lower case, "text/plain" where the header says none
    std::string charset;                      // as declared; may be empty
    std::string filename;                     // decoded; empty where none is given
    std::string subject, from, to, cc, date;  // decoded, one line each
    bool attached = false;                    // to be kept apart rather than shown
    bool embedded = false;                    // a picture or the like that the text shows
    std::string body;                         // transfer encoding undone; empty for multiparts
    std::vector<MimePart> parts;
};

/// Reads a message. Never fails: what is malformed is read as far as it makes sense; nesting and the number of parts
/// are bounded.
MimePart read_mime(std::string_view bytes);

/// A header's words with its encoded words (RFC 2047) decoded, white space collapsed.
std::string decoded_header(std::string_view value);

/// Text of a part as UTF-8, by its declared charset, else by guess.
std::string text_of_part(const MimePart& part);

}  // namespace rapporteur
