#include "extract/rule_hash.h"

#include <algorithm>
#include <string>

#include "support/hash.h"

namespace rapporteur {

bool are_shipped(const std::vector<NamedText>& rule_files) {
    std::vector<std::string> lines;  // as src/CMakeLists.txt makes them
    for (const NamedText& file : rule_files) lines.push_back(file.name + " " + sha256_hex(file.text) + "\n");
    std::sort(lines.begin(), lines.end());
    std::string list;
    for (const std::string& line : lines) list += line;
    return sha256_hex(list) == RAPPORTEUR_RULES_HASH;
}

}  // namespace rapporteur
