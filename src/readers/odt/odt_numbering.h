#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "readers/odt/odt_styles.h"

namespace rapporteur {

/// Counts the items of lists as the word processor does and says what is printed before each. A list is known by its
/// id; lists nest up to ten levels.
class OdtNumbering {
public:
    explicit OdtNumbering(const OdtStyles& styles) : styles_(styles) {}

    /// What a text:list or text:numbered-paragraph says of itself.
    struct ListStart {
        std::string id, style;
        std::string continues;             // id of the list that it goes on with
        bool continues_last_like = false;  // goes on with the last list of that style
    };

    /// A list at the top begins: its counters are fresh or those of the list that it continues.
    void start_list(const ListStart& list);
    /// What is printed before the next item of the open list, at a level (from 1) of the style; `start` counts anew.
    std::string item(const std::string& style, int level, std::optional<int> start);
    /// What is printed before the next heading of that level.
    std::string heading(int level, std::optional<int> start);

private:
    /// The last number given at each level, and whether there was one since the level above went on.
    struct Counters {
        std::array<int, odt_levels> value{};
        std::array<bool, odt_levels> begun{};
    };

    static std::string count(Counters& counters, const OdtLevels& levels, int level, std::optional<int> start);

    const OdtStyles& styles_;
    std::map<std::string, Counters> lists_;             // by id
    std::map<std::string, std::string> last_of_style_;  // list style to the id of its last list
    std::string open_;
    Counters outline_;
    int unnamed_ = 0;
};

}  // namespace rapporteur
