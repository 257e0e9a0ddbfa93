#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/file_kind.h"
#include "support/result.h"

namespace rapporteur {

/// A file that no reader reads as it is.
struct Conversion {
    std::string_view bytes;
    FileKind kind = FileKind::rtf;
};

/// Has LibreOffice make OpenDocument files of others. Each file has a process group of its own with a fresh profile
/// that runs no macros, without network, and a limit of time; nothing of it is left behind.
class Converter {
public:
    /// Nothing where LibreOffice is not installed.
    static std::optional<Converter> find(std::chrono::milliseconds time);

    /// Converts files, all at once, in their order. Fails one by one with `conversion_failed`.
    std::vector<Result<std::string>> convert(const std::vector<Conversion>& files) const;

private:
    Converter(std::string program, std::chrono::milliseconds time) : program_(std::move(program)), time_(time) {}

    std::string program_;
    std::chrono::milliseconds time_;
};

}  // namespace rapporteur
