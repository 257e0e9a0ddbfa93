#include "readers/mail/mail_headers.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 8> machine_fields{"message-id",     "received",     "return-path",
                                                         "mime-version",   "delivered-to", "x-originating-ip",
                                                         "dkim-signature", "x-mailer"};
constexpr std::array<std::string_view, 9> typed_fields{"from", "to",     "cc",       "subject",     "date",
                                                       "bcc",  "sender", "reply-to", "content-type"};

/// RFC 5322, 2.2: printable ASCII but the colon.
bool is_field_name(std::string_view name) {
    return !name.empty() && name.size() < 80 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

bool looks_like_mail(std::string_view start, bool named) {
    int machine = 0, typed = 0;
    for (std::string_view line : split(start, '\n')) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) break;
        if (line.front() == ' ' || line.front() == '\t') {
            if (machine + typed == 0) return false;
            continue;
        }
        const std::size_t colon = line.find(':');
        const std::string_view name = line.substr(0, std::min(colon, line.size()));
        if (!is_field_name(name)) return false;
        if (colon == std::string_view::npos) break;  // the excerpt ends here
        const std::string low = to_lower(name);
        machine += is_one_of(machine_fields, low) ? 1 : 0;
        typed += is_one_of(typed_fields, low) ? 1 : 0;
    }
    return named ? machine + typed >= 2 : machine >= 1 && typed >= 2;
}

}  // namespace rapporteur
