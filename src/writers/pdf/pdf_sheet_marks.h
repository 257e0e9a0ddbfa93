#pragma once

#include <memory>
#include <qpdf/QPDFObjectHandle.hh>

namespace rapporteur {

/// Strips the marked content of a stream, whose numbers would collide with the pack's own, and keeps that of layers
/// (ISO 32000-1, 14.6 and 8.11.3).
std::shared_ptr<QPDFObjectHandle::TokenFilter> make_mark_stripper();

}  // namespace rapporteur
