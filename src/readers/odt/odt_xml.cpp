#include "readers/odt/odt_xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rapporteur {
namespace {

constexpr std::array namespaces{
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", odt_space::office},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", odt_space::text},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", odt_space::table},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", odt_space::draw},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", odt_space::style},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", odt_space::meta},
    XmlNamespace{"http://purl.org/dc/elements/1.1/", odt_space::dublin_core},
    XmlNamespace{"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", odt_space::drawing_text},
};

struct Unit {
    std::string_view name;
    double points;
};

constexpr std::array units{Unit{"pt", 1}, Unit{"in", 72}, Unit{"cm", 72 / 2.54}, Unit{"mm", 7.2 / 2.54},
                           Unit{"pc", 12}};

}  // namespace

XmlStream odt_stream(std::string_view bytes) { return XmlStream(bytes, namespaces); }

int odt_number(const XmlStream& xml, std::string_view attribute, int fallback, int most) {
    const std::string_view raw = xml.raw(attribute);
    int value = fallback;
    const auto read = std::from_chars(raw.data(), raw.data() + raw.size(), value);
    if (read.ec == std::errc::result_out_of_range) return most;
    return read.ec == std::errc() ? std::clamp(value, -most, most) : fallback;
}

std::optional<double> odt_points(std::string_view length) {
    double value = 0;
    const auto read = std::from_chars(length.data(), length.data() + length.size(), value);
    if (read.ec != std::errc()) return std::nullopt;
    const std::string_view name(read.ptr, static_cast<std::size_t>(length.data() + length.size() - read.ptr));
    for (const Unit& unit : units) {
        if (unit.name == name) return value * unit.points;
    }
    return std::nullopt;
}

}  // namespace rapporteur
