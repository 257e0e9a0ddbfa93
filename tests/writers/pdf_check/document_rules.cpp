#include <functional>
#include <optional>

#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

bool is_true(QPDFObjectHandle object) { return object.isBool() && object.getBoolValue(); }

std::string text_of(QPDFObjectHandle object) { return object.isString() ? object.getUTF8Value() : ""; }

void check_metadata(const CheckedFile& file, Findings& findings) {
    const std::string metadata = file.metadata();
    findings.add_unless(!metadata.empty(), "06-001", "the catalogue");
    findings.add_unless(metadata.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos, "06-002", "XMP");
    const std::size_t title = metadata.find("<dc:title>");
    const std::size_t item = metadata.find("<rdf:li", title);
    const std::size_t begin = metadata.find('>', item);
    const bool has_title = title != std::string::npos && item != std::string::npos && begin + 1 < metadata.size() &&
                           metadata[begin + 1] != '<';
    findings.add_unless(has_title, "06-003", "XMP");
}

void check_catalogue(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle marked = file.root().getKey("/MarkInfo");
    findings.add_unless(marked.isDictionary() && is_true(marked.getKey("/Marked")), "S-marked", "MarkInfo");
    if (marked.isDictionary() && is_true(marked.getKey("/Suspects"))) findings.add("01-007", "MarkInfo");
    QPDFObjectHandle viewer = file.root().getKey("/ViewerPreferences");
    const bool told = viewer.isDictionary() && viewer.hasKey("/DisplayDocTitle");
    findings.add_unless(told, "07-001", "ViewerPreferences");
    if (told) findings.add_unless(is_true(viewer.getKey("/DisplayDocTitle")), "07-002", "ViewerPreferences");
}

void check_layers(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle layers = file.root().getKey("/OCProperties");
    if (!layers.isDictionary()) return;
    const auto check = [&](QPDFObjectHandle configuration, const char* unnamed) {
        if (!configuration.isDictionary()) return;
        findings.add_unless(!text_of(configuration.getKey("/Name")).empty(), unnamed, "OCProperties");
        findings.add_unless(!configuration.hasKey("/AS"), "20-003", "OCProperties");
        if (configuration.hasKey("/Order"))
            findings.add_unless(
                items_of(configuration.getKey("/Order")).size() >= items_of(layers.getKey("/OCGs")).size(), "A-6.9",
                "OCProperties");
    };
    check(layers.getKey("/D"), "20-002");
    for (auto& configuration : items_of(layers.getKey("/Configs"))) check(configuration, "20-001");
}

void check_form(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle form = file.root().getKey("/AcroForm");
    if (!form.isDictionary()) return;
    for (auto& part : items_of(form.getKey("/XFA")))
        if (stream_text(part).find("<dynamicRender>required") != std::string::npos) findings.add("25-001", "XFA");
    findings.add_unless(!is_true(form.getKey("/NeedAppearances")) && !form.hasKey("/XFA"), "A-6.4.1", "AcroForm");
}

void check_security(const CheckedFile& file, Findings& findings) {
    if (!file.file().isEncrypted()) return;
    findings.add_unless(file.file().allowAccessibility(), "26-002", "the encryption dictionary");
}

// Calls for every item of the outline.
void visit_outline(QPDFObjectHandle item, int& left, const std::function<void(QPDFObjectHandle)>& visit) {
    for (; item.isDictionary() && left > 0; item = item.getKey("/Next")) {
        --left;
        visit(item);
        visit_outline(item.getKey("/First"), left, visit);
    }
}

void check_outline(const CheckedFile& file, Findings& findings) {
    QPDFObjectHandle outline = file.root().getKey("/Outlines");
    if (!outline.isDictionary()) return;
    int left = 200000;
    visit_outline(outline.getKey("/First"), left, [&](QPDFObjectHandle item) {
        QPDFObjectHandle there = item.getKey("/Dest");
        if (there.isArray())
            findings.add_unless(there.getArrayItem(0).isDictionaryOfType("/Page"), "S-destination",
                                text_of(item.getKey("/Title")));
    });
}

}  // namespace

void check_document(const CheckedFile& file, Findings& findings) {
    check_metadata(file, findings);
    check_catalogue(file, findings);
    check_layers(file, findings);
    check_form(file, findings);
    check_security(file, findings);
    check_outline(file, findings);
}

void check_languages(const CheckedFile& file, Findings& findings) {
    const std::string language = file.language();
    if (!language.empty() && !is_language_tag(language)) findings.add("A-6.7.4", "the document: " + language);
    for (const Element& element : file.elements()) {
        if (!element.language.empty() && !is_language_tag(element.language))
            findings.add("A-6.7.4", file.place_of(element) + ": " + element.language);
        QPDFObjectHandle object = element.object;
        const bool replaced = object.hasKey("/Alt") || object.hasKey("/ActualText") || object.hasKey("/E");
        if (replaced && element.language.empty()) findings.add("11-002", file.place_of(element));
    }
    if (!language.empty()) return;
    if (file.root().getKey("/Outlines").isDictionary()) findings.add("11-003", "Outlines");
    findings.add("11-006", "XMP");
    for (QPDFObjectHandle page : file.pages())
        for (auto& annotation : items_of(page.getKey("/Annots"))) {
            if (annotation.hasKey("/Contents")) findings.add("11-004", file.place_of(page));
            if (annotation.hasKey("/TU")) findings.add("11-005", file.place_of(page));
        }
}

}  // namespace rapporteur::pdf_check
