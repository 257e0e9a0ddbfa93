#include "readers/odt/odt_changes.h"

#include "support/text.h"

namespace rapporteur {

void OdtChanges::read(XmlStream& xml) {
    const int depth = xml.depth();
    Change* change = nullptr;
    while (xml.inside(depth)) {
        if (xml.is_text()) continue;
        if (xml.is(odt_space::text, "changed-region")) {
            change = &changes_[xml.value("id")];
        } else if (change != nullptr && xml.is(odt_space::text, "insertion")) {
            change->insertion = true;
            xml.skip();
        } else if (change != nullptr && xml.is(odt_space::text, "deletion")) {
            change->deleted = odt_paragraphs(xml);
        } else {
            xml.skip();
        }
    }
}

bool OdtChanges::is_insertion(std::string_view id) const {
    const auto found = changes_.find(id);
    return found != changes_.end() && found->second.insertion;
}

const std::vector<std::string>* OdtChanges::deleted(std::string_view id) const {
    const auto found = changes_.find(id);
    return found == changes_.end() || found->second.deleted.empty() ? nullptr : &found->second.deleted;
}

std::vector<std::string> odt_paragraphs(XmlStream& xml) {
    std::vector<std::string> out;
    const int depth = xml.depth();
    bool in_paragraph = false;
    while (xml.inside(depth)) {
        if (xml.is_text()) {
            if (in_paragraph) out.back() += xml.text();
        } else if (xml.is(odt_space::text, "p") || xml.is(odt_space::text, "h")) {
            out.emplace_back();
            in_paragraph = true;
        } else if (xml.is(odt_space::office, "change-info") || xml.is(odt_space::office, "annotation") ||
                   xml.is(odt_space::text, "note")) {
            xml.skip();
        } else if (in_paragraph && xml.space() == odt_space::text &&
                   (xml.name() == "s" || xml.name() == "tab" || xml.name() == "line-break")) {
            out.back() += ' ';
        }
    }
    for (std::string& paragraph : out) paragraph = nfc(collapse_space(to_valid_utf8(paragraph)));
    std::erase(out, "");
    return out;
}

}  // namespace rapporteur
