#include "writers/pdf/cff_charset.h"

#include <cstddef>

namespace rapporteur {
namespace {

// Reads big-endian numbers and never leaves the table: beyond its end everything is 0 and `damaged` is set.
struct Cursor {
    std::string_view bytes;
    std::size_t at = 0;
    bool damaged = false;

    unsigned number(unsigned size) {
        unsigned value = 0;
        for (unsigned i = 0; i < size; ++i) value = value << 8U | byte();
        return value;
    }
    unsigned byte() {
        if (at >= bytes.size()) {
            damaged = true;
            return 0;
        }
        return static_cast<unsigned char>(bytes[at++]);
    }
};

// Moves past an INDEX and gives its first object.
std::string_view first_of_index(Cursor& cursor) {
    const unsigned count = cursor.number(2);
    if (count == 0) return {};
    const unsigned offset_size = cursor.number(1);
    if (offset_size < 1 || offset_size > 4) cursor.damaged = true;
    if (cursor.damaged) return {};
    const std::size_t offsets = cursor.at;
    const std::size_t data = offsets + std::size_t{count + 1} * offset_size - 1;
    const std::size_t begin = data + cursor.number(offset_size);
    const std::size_t end = data + cursor.number(offset_size);
    cursor.at = offsets + std::size_t{count} * offset_size;
    cursor.at = data + cursor.number(offset_size);
    if (begin > end || end > cursor.bytes.size()) cursor.damaged = true;
    return cursor.damaged ? std::string_view() : cursor.bytes.substr(begin, end - begin);
}

struct TopDict {
    bool cid_keyed = false;
    unsigned charset = 0;
};

// An operand of a DICT that starts with byte `first`; real numbers are passed over.
unsigned operand(Cursor& cursor, unsigned first) {
    if (first == 28) return cursor.number(2);
    if (first == 29) return cursor.number(4);
    if (first >= 32 && first <= 246) return first - 139;
    if (first >= 247 && first <= 250) return (first - 247) * 256 + cursor.number(1) + 108;
    if (first >= 251 && first <= 254) return 0 - (first - 251) * 256 - cursor.number(1) - 108;
    if (first == 30)
        while (!cursor.damaged && (cursor.byte() & 15U) != 15) {
        }
    return 0;
}

TopDict read_top_dict(std::string_view bytes) {
    constexpr unsigned charset_operator = 15;
    constexpr unsigned ros_operator = 30;  // after the escape
    constexpr unsigned escape = 12;
    TopDict top;
    unsigned last = 0;
    for (Cursor cursor{bytes}; cursor.at < bytes.size() && !cursor.damaged;) {
        const unsigned first = cursor.byte();
        if (first > 21) {
            last = operand(cursor, first);
            continue;
        }
        if (first == escape) top.cid_keyed = cursor.byte() == ros_operator || top.cid_keyed;
        if (first == charset_operator) top.charset = last;
    }
    return top;
}

void read_ranges(Cursor& cursor, unsigned left_size, unsigned glyph_count, std::vector<std::uint16_t>& cids) {
    while (cids.size() < glyph_count && !cursor.damaged) {
        const unsigned first = cursor.number(2);
        const unsigned left = cursor.number(left_size);
        for (unsigned i = 0; i <= left && cids.size() < glyph_count; ++i)
            cids.push_back(static_cast<std::uint16_t>(first + i));
    }
}

}  // namespace

std::optional<std::vector<std::uint16_t>> cff_charset(std::string_view table, unsigned glyph_count) {
    Cursor cursor{table};
    cursor.at = 2;
    cursor.at = cursor.number(1);  // header size
    first_of_index(cursor);        // names
    const TopDict top = read_top_dict(first_of_index(cursor));
    if (cursor.damaged || !top.cid_keyed || top.charset <= 2) return std::nullopt;
    cursor.at = top.charset;
    std::vector<std::uint16_t> cids{0};
    const unsigned format = cursor.number(1);
    if (format == 0)
        while (cids.size() < glyph_count && !cursor.damaged)
            cids.push_back(static_cast<std::uint16_t>(cursor.number(2)));
    else if (format <= 2)
        read_ranges(cursor, format, glyph_count, cids);
    if (cursor.damaged || cids.size() < glyph_count) return std::nullopt;
    return cids;
}

}  // namespace rapporteur
