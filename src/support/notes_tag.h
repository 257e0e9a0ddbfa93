#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// The two boxes to write in that an item of a pack has.
enum class NotesPart { position, notes };

/// Which box a content control of a Word pack is: its item's key and its part.
struct NotesTag {
    NotesPart part = NotesPart::notes;
    std::string key;
    auto operator<=>(const NotesTag&) const = default;
};

/// The tag of the content control: "rapporteur:notes:0123456789abcdef"; Word allows 64 characters.
std::string control_tag(const NotesTag& tag);
/// The bookmark around the box's label, by which the box is known where a word processor lost the tag; Word allows 40.
std::string label_bookmark(const NotesTag& tag);
/// The box that a tag or a bookmark names, nothing where it names none.
std::optional<NotesTag> notes_tag_of(std::string_view name);

/// Custom properties of a Word pack that reading its notes needs: the pack's title, the words of an untouched box, and
/// for each key the item's number and title with `item_separator` between.
inline constexpr std::string_view pack_property = "Rapporteur pack", placeholder_property = "Rapporteur placeholder",
                                  item_property = "Rapporteur item ", item_separator = "\u2002";

}  // namespace rapporteur
