#include "readers/html/html_link.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_link = 4096;

constexpr std::array<std::string_view, 12> paper_endings{".pdf",  ".doc", ".docx", ".odt", ".rtf", ".xls",
                                                         ".xlsx", ".ppt", ".pptx", ".ods", ".zip", ".epub"};

/// The scheme of an address in lower case, without its colon; empty for a relative one.
std::string scheme_of(std::string_view address) {
    const std::size_t end = address.find_first_of(":/?#");
    if (end == std::string_view::npos || end == 0 || address[end] != ':') return {};
    const std::string_view scheme = address.substr(0, end);
    const bool sound = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' ||
               c == '.';
    });
    return sound ? to_lower(scheme) : std::string();
}

/// Without the white space and control characters that line breaks in the source leave; inner spaces encoded.
std::string cleaned(std::string_view href) {
    std::string out;
    for (const char c : trim(href)) {
        if (c == ' ')
            out += "%20";
        else if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

/// The path without "." and ".." (RFC 3986, 5.2.4).
std::string without_dots(std::string_view path) {
    std::vector<std::string_view> kept;
    const std::vector<std::string_view> parts = split(path, '/');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool last = i + 1 == parts.size();
        if (parts[i] == "..") {
            if (kept.size() > 1) kept.pop_back();
            if (last) kept.emplace_back();
        } else if (parts[i] != "." || last) {
            kept.push_back(parts[i] == "." ? std::string_view() : parts[i]);
        }
    }
    std::string out;
    for (std::size_t i = 0; i < kept.size(); ++i) out += (i > 0 ? "/" : "") + std::string(kept[i]);
    return out;
}

}  // namespace

std::string resolve_link(std::string_view base, std::string_view href) {
    const std::string address = cleaned(href);
    if (address.empty() || address.front() == '#' || address.size() > longest_link) return {};
    const std::string scheme = scheme_of(address);
    if (!scheme.empty()) return scheme == "http" || scheme == "https" || scheme == "mailto" ? address : std::string();
    const std::string base_scheme = scheme_of(base);
    if (base_scheme != "http" && base_scheme != "https") return address;
    if (address.starts_with("//")) return base_scheme + ":" + address;
    const std::size_t host = base_scheme.size() + 3;
    const std::size_t host_end = std::min(base.find_first_of("/?#", std::min(host, base.size())), base.size());
    const std::string origin(base.substr(0, host_end));
    const std::size_t tail = std::min(address.find_first_of("?#"), address.size());
    if (address.front() == '/') return origin + without_dots(address.substr(0, tail)) + address.substr(tail);
    const std::string_view path = base.substr(host_end, base.find_first_of("?#", host_end) - host_end);
    if (tail == 0) return origin + std::string(path) + address;
    const std::size_t folder = path.rfind('/');
    const std::string from = folder == std::string_view::npos ? "/" : std::string(path.substr(0, folder + 1));
    return origin + without_dots(from + address.substr(0, tail)) + address.substr(tail);
}

bool is_paper_link(std::string_view href) {
    const std::string low = to_lower(href.substr(0, href.find_first_of("?#")).substr(0, 1024));
    return std::any_of(paper_endings.begin(), paper_endings.end(),
                       [&](std::string_view ending) { return low.ends_with(ending); });
}

}  // namespace rapporteur
