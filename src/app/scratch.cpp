#include "app/scratch.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace rapporteur {

Scratch::Scratch() {
    std::error_code error;
    const std::filesystem::path base = std::filesystem::temp_directory_path(error);
    std::string pattern = (error ? std::filesystem::path("/tmp") : base) / "rapporteur-XXXXXX";
    if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

Scratch::~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

bool Scratch::write(const std::string& name, std::string_view bytes) const {
    if (path_.empty()) return false;
    const std::filesystem::path target = std::filesystem::path(path_) / name;
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    std::ofstream file(target, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return !error && file.good();
}

}  // namespace rapporteur
