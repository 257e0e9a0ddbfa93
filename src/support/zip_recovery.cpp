#include "support/zip_recovery.h"

#include <algorithm>
#include <cstdint>

namespace rapporteur {
namespace {

constexpr std::string_view file_sign("PK\3\4"), listing_sign("PK\1\2"), end_sign("PK\5\6"), sizes_sign("PK\7\10");
constexpr std::size_t header_bytes = 30, sizes_bytes = 16;
constexpr std::size_t most_files = 10000;
constexpr std::size_t most_bytes = 0xF0000000;  // offsets have 32 bits
constexpr std::uint32_t unknown = 0xFFFFFFFF;   // a checksum that tells of damage: that of nothing is 0
constexpr std::uint32_t sizes_follow = 8;       // flag: checksum and sizes stand behind the file's bytes

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t out = 0;
    for (std::size_t i = width; i-- > 0;) out = out << 8 | static_cast<unsigned char>(bytes[at + i]);
    return out;
}

void put(std::string& out, std::size_t value, std::size_t width) {
    for (std::size_t i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// One file of the archive, by the header before it.
struct Found {
    std::string_view fixed;  // version, flags, method, time and date, as they stand in the header
    std::string_view name;
    std::size_t offset = 0, packed = 0, bytes = 0, next = 0;
    std::uint32_t checksum = 0;
};

/// Sets the sizes of a file that tells them only behind its bytes, which begin at `begin`.
void find_sizes(std::string_view archive, std::size_t begin, Found& found) {
    for (std::size_t at = archive.find(sizes_sign, begin); at != std::string_view::npos;
         at = archive.find(sizes_sign, at + 1)) {
        if (at + sizes_bytes > archive.size()) break;
        if (number_at(archive, at + 8, 4) != at - begin) continue;
        found.checksum = number_at(archive, at + 4, 4);
        found.packed = at - begin;
        found.bytes = number_at(archive, at + 12, 4);
        found.next = at + sizes_bytes;
        return;
    }
    found.packed = archive.size() - begin;
    found.checksum = unknown;
    found.bytes = 1;  // not nothing
    found.next = archive.size();
}

/// The file whose header stands at `at`; without a name where the header itself is cut off.
Found file_at(std::string_view archive, std::size_t at) {
    Found found;
    if (archive.size() - at < header_bytes) return found;
    const std::size_t name = number_at(archive, at + 26, 2);
    const std::size_t begin = at + header_bytes + name + number_at(archive, at + 28, 2);
    if (begin > archive.size()) return found;
    found.fixed = archive.substr(at + 4, 10);
    found.name = archive.substr(at + header_bytes, name);
    found.offset = at;
    found.checksum = number_at(archive, at + 14, 4);
    found.packed = number_at(archive, at + 18, 4);
    found.bytes = number_at(archive, at + 22, 4);
    if ((number_at(archive, at + 6, 2) & sizes_follow) != 0 && found.packed == 0) {
        find_sizes(archive, begin, found);
    } else {
        found.packed = std::min(found.packed, archive.size() - begin);
        found.next = begin + found.packed;
    }
    return found;
}

void list(const Found& found, std::string& out) {
    out += listing_sign;
    put(out, 20, 2);  // made by
    out += found.fixed;
    put(out, found.checksum, 4);
    put(out, found.packed, 4);
    put(out, found.bytes, 4);
    put(out, found.name.size(), 2);
    out.append(12, '\0');  // neither further fields nor a comment, disk or attributes
    put(out, found.offset, 4);
    out += found.name;
}

}  // namespace

std::string with_directory(std::string_view archive) {
    std::string listing;
    std::size_t files = 0;
    std::size_t at = 0;
    while (archive.size() <= most_bytes && files < most_files && archive.substr(at).starts_with(file_sign)) {
        const Found found = file_at(archive, at);
        if (found.name.empty()) break;
        list(found, listing);
        ++files;
        at = found.next;
    }
    if (files == 0) return {};
    std::string out(archive.substr(0, at));
    const std::size_t begin = out.size();
    out += listing;
    out += end_sign;
    put(out, 0, 4);
    put(out, files, 2);
    put(out, files, 2);
    put(out, listing.size(), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace rapporteur
