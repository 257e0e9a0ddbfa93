#include "readers/docx/docx_xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rapporteur {
namespace {

constexpr std::array namespaces{
    XmlNamespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", docx_space::word},
    XmlNamespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", docx_space::word},
    XmlNamespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", docx_space::maths},
    XmlNamespace{"http://purl.oclc.org/ooxml/officeDocument/math", docx_space::maths},
    XmlNamespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", docx_space::compatibility},
    XmlNamespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", docx_space::shape},
    XmlNamespace{"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", docx_space::shape},
    XmlNamespace{"urn:schemas-microsoft-com:vml", docx_space::vector},
    XmlNamespace{"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", docx_space::drawing},
    XmlNamespace{"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", docx_space::drawing},
    XmlNamespace{"http://schemas.openxmlformats.org/drawingml/2006/chart", docx_space::chart},
    XmlNamespace{"http://purl.oclc.org/ooxml/drawingml/chart", docx_space::chart},
    XmlNamespace{"http://schemas.openxmlformats.org/drawingml/2006/diagram", docx_space::chart},
    XmlNamespace{"http://purl.oclc.org/ooxml/drawingml/diagram", docx_space::chart},
    XmlNamespace{"http://schemas.openxmlformats.org/package/2006/relationships", docx_space::relations},
};

struct Unit {
    std::string_view name;
    double twips;
};

constexpr std::array units{Unit{"pt", 20}, Unit{"in", 1440}, Unit{"cm", 566.93}, Unit{"mm", 56.693}, Unit{"pc", 240}};

}  // namespace

XmlStream docx_stream(std::string_view bytes) { return {bytes, namespaces}; }

bool docx_is_on(const XmlStream& xml) {
    const std::string_view value = xml.raw("val");
    return value != "0" && value != "false" && value != "off";
}

int docx_number(const XmlStream& xml, std::string_view attribute, int fallback) {
    const std::string_view text = xml.raw(attribute);
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    if (read.ec != std::errc()) return fallback;
    const std::string_view rest(read.ptr, static_cast<std::size_t>(text.data() + text.size() - read.ptr));
    for (const Unit& unit : units) {
        if (rest == unit.name) value *= unit.twips;
    }
    return static_cast<int>(std::clamp(value, -1e9, 1e9));
}

}  // namespace rapporteur
