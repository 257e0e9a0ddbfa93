#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// A folder for passing use, gone with all that is in it when this is.
class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Its path; empty where the machine gave none.
    const std::string& path() const { return path_; }
    bool write(const std::string& name, std::string_view bytes) const;

private:
    std::string path_;
};

}  // namespace rapporteur
