#pragma once

#include <string_view>

namespace rapporteur {

/// True where the bytes begin with the header of a message (RFC 5322). What only machines write (Message-ID, Received,
/// MIME-Version …) must be there, because people type memoranda with "From:" and "Subject:"; a file that is `named` as
/// mail needs any two fields of a message.
bool looks_like_mail(std::string_view start, bool named);

}  // namespace rapporteur
