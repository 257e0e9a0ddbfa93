#include "writers/pdf_check/broken_twin.h"

namespace rapporteur::pdf_check {
namespace {

auto of_kind(const std::string& kind) {
    return [kind](QPDF& file) { annotation(file, "/Link").replaceKey("/Subtype", parsed(kind)); };
}

auto without(const std::string& kind, const std::string& key) {
    return [kind, key](QPDF& file) { annotation(file, kind).removeKey(key); };
}

auto with(const std::string& kind, const std::string& key, const std::string& value) {
    return [=](QPDF& file) { annotation(file, kind).replaceKey(key, parsed(value)); };
}

auto with_clip(const std::string& clip) { return with("/Link", "/A", "<< /S /Rendition /R << /C " + clip + " >> >>"); }

auto renamed(const std::string& from, const std::string& to) {
    return [from, to](QPDF& file) { element(file, from).replaceKey("/S", parsed(to)); };
}

// The first page that has annotations.
auto with_tabs(const std::string& tabs) {
    return [tabs](QPDF& file) {
        for (auto& page : file.getAllPages()) QPDFObjectHandle(page).replaceKey("/Tabs", parsed(tabs));
    };
}

}  // namespace

Twins annotation_twins() {
    return {
        {"28-002", of_kind("/Text")},
        {"28-004", without("/Link", "/Contents")},
        {"28-005", without("/Widget", "/TU")},
        {"28-006", of_kind("/Scribble")},
        {"28-007", of_kind("/TrapNet")},
        {"28-008", with_tabs("null")},
        {"28-009", with_tabs("/R")},
        {"28-010", renamed("/Form", "/Div")},
        {"28-011", renamed("/Link", "/Span")},
        {"28-012", without("/Link", "/Contents")},
        {"28-014", with_clip("<< /Alt [() (A song)] >>")},
        {"28-015", with_clip("<< /CT (audio/ogg) >>")},
        {"28-016",
         [](QPDF& file) {
             of_kind("/FileAttachment")(file);
             annotation(file, "/FileAttachment").replaceKey("/FS", parsed("<< /F (notes.txt) >>"));
         }},
        {"28-017", of_kind("/PrinterMark")},
        {"S-destination", with("/Link", "/Dest", "[null /Fit]")},
        {"A-6.3.2", with("/Link", "/F", "6")},
        {"A-6.3.3", without("/Widget", "/AP")},
    };
}

}  // namespace rapporteur::pdf_check
