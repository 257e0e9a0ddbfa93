#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

namespace rapporteur::fuzz {

std::vector<std::string_view> pieces_of(std::string_view bytes) {
    constexpr std::string_view separator = "\n=====\n";
    std::vector<std::string_view> pieces;
    for (std::size_t at = 0; at != std::string_view::npos;) {
        const std::size_t end = bytes.find(separator, at);
        pieces.push_back(bytes.substr(at, end == std::string_view::npos ? end : end - at));
        at = end == std::string_view::npos ? end : end + separator.size();
    }
    return pieces;
}

void demand(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

}  // namespace rapporteur::fuzz

/// What libFuzzer calls (https://llvm.org/docs/LibFuzzer.html).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rapporteur::fuzz::take({reinterpret_cast<const char*>(data), size});
    return 0;
}
