#include "model/document.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

struct MediaName {
    MediaType type;
    std::string_view name;
};

constexpr std::array media_names{
    MediaName{MediaType::pdf, "application/pdf"},
    MediaName{MediaType::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    MediaName{MediaType::odt, "application/vnd.oasis.opendocument.text"},
    MediaName{MediaType::html, "text/html"},
    MediaName{MediaType::markdown, "text/markdown"},
    MediaName{MediaType::text, "text/plain"},
    MediaName{MediaType::mail, "message/rfc822"},
    MediaName{MediaType::rtf, "application/rtf"},
    MediaName{MediaType::word_97, "application/msword"},
    MediaName{MediaType::word_xml, "application/vnd.ms-wordml"},
    MediaName{MediaType::powerpoint_97, "application/vnd.ms-powerpoint"},
    MediaName{MediaType::pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation"},
    MediaName{MediaType::odp, "application/vnd.oasis.opendocument.presentation"},
    MediaName{MediaType::wordperfect, "application/vnd.wordperfect"},
};

constexpr std::array<std::string_view, 6> block_names{"heading", "paragraph", "list_item", "table", "note", "damaged"};

}  // namespace

std::string_view media_type_name(MediaType type) {
    const auto found =
        std::find_if(media_names.begin(), media_names.end(), [&](const MediaName& m) { return m.type == type; });
    return found == media_names.end() ? "" : found->name;
}

std::optional<MediaType> media_type_named(std::string_view name) {
    const auto found =
        std::find_if(media_names.begin(), media_names.end(), [&](const MediaName& m) { return m.name == name; });
    if (found == media_names.end()) return std::nullopt;
    return found->type;
}

int page_at(const Block& block, std::size_t at) {
    if (block.page == 0) return 0;
    const auto past = std::upper_bound(block.page_breaks.begin(), block.page_breaks.end(), at);
    return block.page + static_cast<int>(past - block.page_breaks.begin());
}

std::string_view name_of(BlockKind kind) { return block_names[static_cast<std::size_t>(kind)]; }

}  // namespace rapporteur
