#pragma once

#include <string_view>

namespace rapporteur {

/// The encoding that markup itself declares: "charset" or "http-equiv" of a meta element, the XML declaration; within
/// the first kilobytes. Empty where it declares none.
std::string_view declared_charset(std::string_view bytes);

}  // namespace rapporteur
