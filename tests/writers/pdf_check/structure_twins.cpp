#include "writers/pdf_check/broken_twin.h"

namespace rapporteur::pdf_check {
namespace {

// Gives the first element of a type another one.
auto renamed(const std::string& from, const std::string& to) {
    return [from, to](QPDF& file) { element(file, from).replaceKey("/S", parsed(to)); };
}

auto without(const std::string& type, const std::string& key) {
    return [type, key](QPDF& file) { element(file, type).removeKey(key); };
}

auto with_roles(const std::string& map) {
    return [map](QPDF& file) { file.getRoot().getKey("/StructTreeRoot").replaceKey("/RoleMap", parsed(map)); };
}

void give_two_notes_one_id(QPDF& file) {
    QPDFObjectHandle note = element(file, "/Note"), other = element(file, "/P");
    other.replaceKey("/S", parsed("/Note"));
    other.replaceKey("/ID", note.getKey("/ID"));
}

void put_two_plain_headings_together(QPDF& file) {
    QPDFObjectHandle heading = element(file, "/H2");
    QPDFObjectHandle above = heading.getKey("/P");
    int changed = 0;
    for (auto& kid : above.getKey("/K").getArrayAsVector())
        if (kid.isDictionary() && kid.hasKey("/S") && changed++ < 2) kid.replaceKey("/S", parsed("/H"));
}

void swap_owners(QPDF& file) {
    QPDFObjectHandle leaf = file.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Kids");
    QPDFObjectHandle owners = leaf.getArrayItem(0).getKey("/Nums").getArrayItem(1);
    QPDFObjectHandle first = owners.getArrayItem(0);
    owners.setArrayItem(0, owners.getArrayItem(1));
    owners.setArrayItem(1, first);
}

}  // namespace

Twins structure_twins() {
    return {
        {"02-001", renamed("/P", "/Blurb")},
        {"02-003", with_roles("<< /Blurb /Squib /Squib /Blurb >>")},
        {"02-004", with_roles("<< /P /Span >>")},
        {"09-004", renamed("/TR", "/Sect")},
        {"09-005", renamed("/LI", "/Sect")},
        {"09-006", renamed("/TOCI", "/Sect")},
        {"09-007", renamed("/P", "/Ruby")},
        {"09-008", renamed("/P", "/Warichu")},
        {"13-004", without("/Figure", "/Alt")},
        {"S-box", without("/Figure", "/A")},
        {"14-002", renamed("/H1", "/H2")},
        {"14-003", renamed("/H2", "/H4")},
        {"14-006", put_two_plain_headings_together},
        {"14-007", renamed("/H2", "/H")},
        {"15-003", without("/TH", "/A")},
        {"17-002", renamed("/P", "/Formula")},
        {"19-003", without("/Note", "/ID")},
        {"19-004", give_two_notes_one_id},
        {"S-parent", [](QPDF& file) { element(file, "/LI").replaceKey("/P", element(file, "/Document")); }},
        {"S-tree", swap_owners},
        {"S-document", renamed("/Document", "/Sect")},
        {"S-regular", [](QPDF& file) { element(file, "/TD").replaceKey("/A", parsed("<< /O /Table /ColSpan 7 >>")); }},
        {"S-heading", renamed("/Sect", "/H1")},
        {"S-empty", without("/P", "/K")},
    };
}

}  // namespace rapporteur::pdf_check
