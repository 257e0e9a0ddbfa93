#include "support/notes_tag.h"

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::string_view program = "rapporteur";

std::string name_of(const NotesTag& tag, char between) {
    const std::string_view part = tag.part == NotesPart::position ? "position" : "notes";
    return std::string(program) + between + std::string(part) + between + tag.key;
}

bool is_key(std::string_view key) {
    constexpr std::size_t longest = 32;
    const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return !key.empty() && key.size() <= longest && std::all_of(key.begin(), key.end(), is_hex);
}

}  // namespace

std::string control_tag(const NotesTag& tag) { return name_of(tag, ':'); }

std::string label_bookmark(const NotesTag& tag) { return name_of(tag, '_'); }

std::optional<NotesTag> notes_tag_of(std::string_view name) {
    for (const NotesPart part : {NotesPart::position, NotesPart::notes})
        for (const char between : {':', '_'}) {
            const std::string start = name_of({part, ""}, between);
            if (name.starts_with(start) && is_key(name.substr(start.size())))
                return NotesTag{part, std::string(name.substr(start.size()))};
        }
    return std::nullopt;
}

}  // namespace rapporteur
