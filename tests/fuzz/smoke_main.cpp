#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "fuzz/fuzz_target.h"

/// Where the compiler has no libFuzzer: gives the target every file of a folder and a number of changed copies of each,
/// the same in every run.
namespace {

/// Marsaglia's xorshift64.
class Dice {
public:
    std::size_t below(std::size_t limit) {
        state_ ^= state_ << 13;
        state_ ^= state_ >> 7;
        state_ ^= state_ << 17;
        return limit == 0 ? 0 : static_cast<std::size_t>(state_ % limit);
    }

private:
    std::uint64_t state_ = 88172645463325252u;
};

void change(std::string& bytes, const std::string& other, Dice& dice) {
    const std::size_t at = dice.below(bytes.size() + 1), length = dice.below(16) + 1;
    switch (dice.below(6)) {
        case 0:
            if (at < bytes.size()) bytes[at] = static_cast<char>(dice.below(256));
            break;
        case 1:
            bytes.erase(at, length);
            break;
        case 2:
            bytes.insert(at, bytes.substr(dice.below(bytes.size() + 1), length * 8));
            break;
        case 3:
            bytes.insert(at, other.substr(dice.below(other.size() + 1), length * 8));
            break;
        case 4:
            bytes.insert(at, length, "<>\"&{}[]()\\\n\x00\xFF|#*"[dice.below(18)]);
            break;
        default:
            bytes.resize(at);
    }
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return 64;
    std::set<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) paths.insert(entry.path());
    if (paths.empty()) return 66;
    const int changes = std::stoi(arguments[2]);
    Dice dice;
    std::string other;
    int taken = 0;
    for (const std::filesystem::path& path : paths) {
        const std::string bytes = read(path);
        for (int i = 0; i <= changes; ++i, ++taken) {
            std::string changed = bytes;
            for (std::size_t k = i == 0 ? 0 : dice.below(6) + 1; k > 0; --k) change(changed, other, dice);
            rapporteur::fuzz::take(changed);
        }
        other = bytes;
    }
    std::printf("%d inputs taken\n", taken);
    return 0;
}
