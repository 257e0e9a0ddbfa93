#pragma once

#include <string_view>

#include "support/xml_stream.h"

namespace rapporteur {

/// The namespaces of WordprocessingML that the reader tells apart (ISO/IEC 29500, transitional and strict).
namespace docx_space {
constexpr int word = 1;
constexpr int maths = 2;
constexpr int compatibility = 3;
constexpr int shape = 4;      // drawn text boxes and groups of them
constexpr int vector = 5;     // VML, as older files have it
constexpr int drawing = 6;    // the frame of a picture, chart or shape in the text
constexpr int chart = 7;      // charts and diagrams
constexpr int relations = 8;  // of a package
}  // namespace docx_space

/// A stream that knows the namespaces above.
XmlStream docx_stream(std::string_view bytes);

/// What an on/off value says: "1", "true", "on" or nothing is true.
bool docx_is_on(const XmlStream& xml);

/// The whole number in an attribute, `fallback` where there is none; measures in other units ("2pt", "1.5in") come as
/// twentieths of a point.
int docx_number(const XmlStream& xml, std::string_view attribute, int fallback = 0);

}  // namespace rapporteur
