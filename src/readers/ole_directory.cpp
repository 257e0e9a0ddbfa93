#include "readers/ole_directory.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace rapporteur {
namespace {

constexpr std::size_t entry_bytes = 128, most_entries = 20000;
constexpr std::uint32_t no_sector = 0xFFFFFFFA;  // this and all above: no sector, end of chain, no stream

/// [MS-CFB] 2: header, sectors of which a table says which follows which, and a directory as a tree.
class CompoundFile {
public:
    explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {
        const std::uint32_t shift = number(30, 2);
        if (bytes_.substr(0, 8) != "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" || (shift != 9 && shift != 12)) return;
        sector_bytes_ = std::size_t{1} << shift;
        read_directory();
    }

    std::vector<OleEntry> top() const {
        std::vector<OleEntry> out;
        if (directory_.size() < entry_bytes) return out;
        std::vector<std::uint32_t> open{field(0, 76)};  // the root's child; siblings hang left and right of it
        std::set<std::uint32_t> seen;
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            if (at >= directory_.size() / entry_bytes || !seen.insert(at).second) continue;
            out.push_back({name_of(at), sector(field(at, 116))});
            open.push_back(field(at, 68));
            open.push_back(field(at, 72));
        }
        return out;
    }

private:
    std::uint32_t number(std::size_t at, std::size_t size) const { return number_in(bytes_, at, size); }

    static std::uint32_t number_in(std::string_view bytes, std::size_t at, std::size_t size) {
        if (at + size > bytes.size()) return 0;
        std::uint32_t value = 0;
        for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    }

    std::uint32_t field(std::uint32_t entry, std::size_t offset) const {
        return number_in(directory_, entry * entry_bytes + offset, 4);
    }

    std::string_view sector(std::uint32_t index) const {
        const std::size_t at = (std::size_t{index} + 1) * sector_bytes_;
        return index >= no_sector || at >= bytes_.size() ? std::string_view() : bytes_.substr(at, sector_bytes_);
    }

    /// Which sector follows; the header lists the first 109 sectors of the table, enough for 7 MB: beyond, the
    /// directory is taken to go on in the next sector.
    std::uint32_t after(std::uint32_t index) const {
        const std::size_t a_sector = sector_bytes_ / 4;
        if (index / a_sector >= 109) return index + 1;
        return number_in(sector(number(76 + 4 * (index / a_sector), 4)), 4 * (index % a_sector), 4);
    }

    void read_directory() {
        std::uint32_t at = number(48, 4);
        while (at < no_sector && directory_.size() < most_entries * entry_bytes) {
            const std::string_view part = sector(at);
            if (part.size() < sector_bytes_) break;
            directory_ += part;
            at = after(at);
        }
    }

    std::string name_of(std::uint32_t entry) const {
        const std::size_t at = entry * entry_bytes;
        const std::size_t size = std::min<std::size_t>(number_in(directory_, at + 64, 2), 64);
        std::string out;
        for (std::size_t i = 0; i + 2 < size; i += 2) {
            const std::uint32_t unit = number_in(directory_, at + i, 2);
            out += unit < 0x80 ? static_cast<char>(unit) : '?';
        }
        return out;
    }

    std::string_view bytes_;
    std::size_t sector_bytes_ = 0;
    std::string directory_;
};

}  // namespace

std::vector<OleEntry> ole_entries(std::string_view bytes) { return CompoundFile(bytes).top(); }

}  // namespace rapporteur
