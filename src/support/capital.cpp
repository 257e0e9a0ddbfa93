#include "support/capital.h"

#include "support/text.h"

namespace rapporteur {

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    const std::size_t first = decode_at(text, 0).bytes;
    return to_upper(text.substr(0, first)) + std::string(text.substr(first));
}

}  // namespace rapporteur
