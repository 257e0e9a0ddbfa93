#include "app/password_file.h"

#include <algorithm>
#include <string_view>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_file_bytes = 64 << 10;
constexpr std::size_t longest_password = 127;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

Result<std::string> read_password(const std::string& path, const Files& files) {
    const Result<std::string> text = files.read(path, most_file_bytes);
    if (!text) return text.error();
    std::string_view line(*text);
    if (constexpr std::string_view mark = "\xEF\xBB\xBF"; line.starts_with(mark)) line.remove_prefix(mark.size());
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto refuse = [&](std::string why) {
        return Diagnostic{Code::password_invalid, {path, 0, 0, 0}, std::move(why)};
    };
    if (line.empty()) return refuse("it is empty");
    if (line.size() > longest_password) return refuse("it is longer than 127 bytes");
    if (!is_valid_utf8(line)) return refuse("it is not UTF-8");
    if (std::any_of(line.begin(), line.end(), is_control)) return refuse("it holds control characters");
    return std::string(line);
}

}  // namespace rapporteur
