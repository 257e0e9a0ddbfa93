#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

namespace rapporteur {

/// An empty folder of its own for a test, removed with all that it holds.
class ScratchFolder {
public:
    ScratchFolder() : path_((std::filesystem::temp_directory_path() / "rapporteur-XXXXXX").string()) {
        if (mkdtemp(path_.data()) == nullptr) throw std::filesystem::filesystem_error(path_, std::error_code());
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::string& path() const { return path_; }
    std::string operator/(const std::string& name) const { return path_ + "/" + name; }

private:
    std::string path_;
};

}  // namespace rapporteur
