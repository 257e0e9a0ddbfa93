#pragma once

#include <optional>
#include <string_view>

#include "support/xml_stream.h"

namespace rapporteur {

/// The namespaces of OpenDocument 1.3 (part 3, 2) that the reader tells apart.
namespace odt_space {
constexpr int office = 1;
constexpr int text = 2;
constexpr int table = 3;
constexpr int draw = 4;
constexpr int style = 5;
constexpr int meta = 6;
constexpr int dublin_core = 7;
constexpr int drawing_text = 8;  // svg: titles and descriptions of pictures
}  // namespace odt_space

/// A stream that knows the namespaces above.
XmlStream odt_stream(std::string_view bytes);

/// The whole number in an attribute, `fallback` where there is none; at most `most`.
int odt_number(const XmlStream& xml, std::string_view attribute, int fallback, int most = 1 << 20);

/// A length in points ("12pt", "0.5in", "1.25cm", "4mm"); nothing for other units and percentages.
std::optional<double> odt_points(std::string_view length);

}  // namespace rapporteur
