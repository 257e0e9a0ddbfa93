#include "readers/html/html_encoding.h"

#include <algorithm>
#include <string>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t declaring_bytes = 8192;  // browsers look at 1024; pages with long heads declare later

/// The name after "charset" or "encoding" and "=", in quotes or bare; empty where none follows.
std::string_view name_after(std::string_view bytes, std::size_t at) {
    const auto skip_space = [&] {
        while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r'))
            ++at;
    };
    skip_space();
    if (at >= bytes.size() || bytes[at] != '=') return {};
    ++at;
    skip_space();
    if (at < bytes.size() && (bytes[at] == '"' || bytes[at] == '\'')) ++at;
    const std::size_t end = std::min(bytes.find_first_of("\"' \t\r\n;/>?", at), bytes.size());
    return bytes.substr(at, std::min<std::size_t>(end - at, 40));
}

std::string low_ascii(std::string_view bytes) {
    std::string out(bytes);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return out;
}

}  // namespace

std::string_view declared_charset(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, declaring_bytes);
    const std::string low = low_ascii(start);
    if (low.starts_with("<?xml")) {
        const std::string_view declaration = std::string_view(low).substr(0, low.find("?>"));
        const std::size_t at = declaration.find("encoding");
        if (at != std::string_view::npos) return name_after(start, at + 8);
    }
    for (std::size_t at = low.find("<meta"); at != std::string::npos; at = low.find("<meta", at + 5)) {
        const std::size_t end = std::min(low.find('>', at), low.size());
        const std::size_t charset = low.find("charset", at);
        if (charset >= end) continue;
        const std::string_view name = name_after(start.substr(0, end), charset + 7);
        if (!name.empty()) return name;
    }
    return {};
}

}  // namespace rapporteur
