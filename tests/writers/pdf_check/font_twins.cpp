#include "writers/pdf_check/broken_twin.h"
#include "writers/pdf_check/checked_file.h"

namespace rapporteur::pdf_check {
namespace {

// The first composite font of the first page.
QPDFObjectHandle composite(QPDF& file) {
    QPDFObjectHandle fonts = QPDFObjectHandle(file.getAllPages()[0]).getKey("/Resources").getKey("/Font");
    return fonts.getKey(*fonts.getKeys().begin());
}

std::string composite_name(QPDF& file) {
    return *QPDFObjectHandle(file.getAllPages()[0]).getKey("/Resources").getKey("/Font").getKeys().begin();
}

QPDFObjectHandle descendant(QPDF& file) { return composite(file).getKey("/DescendantFonts").getArrayItem(0); }

// The font that fields are filled in.
QPDFObjectHandle simple(QPDF& file) {
    QPDFObjectHandle fonts = file.getRoot().getKey("/AcroForm").getKey("/DR").getKey("/Font");
    return fonts.getKey(*fonts.getKeys().begin());
}

using Part = QPDFObjectHandle (*)(QPDF&);

auto with(Part part, const std::string& key, const std::string& value) {
    return [=](QPDF& file) { part(file).replaceKey(key, parsed(value)); };
}

auto reading_as(const std::string& unicode) {
    return [unicode](QPDF& file) {
        composite(file).replaceKey("/ToUnicode",
                                   stream(file, "<< >>", "1 beginbfchar <0001> <" + unicode + "> endbfchar\n"));
    };
}

auto with_stream(Part part, const std::string& key, const std::string& bytes) {
    return [=](QPDF& file) { part(file).replaceKey(key, stream(file, "<< >>", bytes)); };
}

QPDFObjectHandle descriptor(QPDF& file) { return descendant(file).getKey("/FontDescriptor"); }
QPDFObjectHandle simple_descriptor(QPDF& file) { return simple(file).getKey("/FontDescriptor"); }

// Composite fonts are embedded without a table of characters.
void lose_characters(QPDF& file) {
    simple_descriptor(file).replaceKey("/FontFile2", descriptor(file).getKey("/FontFile2"));
}

void become_symbolic(QPDF& file) { simple_descriptor(file).replaceKey("/Flags", parsed("4")); }

}  // namespace

Twins font_twins() {
    return {
        {"10-001", with_stream(composite, "/ToUnicode", "1 beginbfchar <FFFF> <0041> endbfchar\n")},
        {"31-004", with(descendant, "/CIDToGIDMap", "/Selfsame")},
        {"31-005", with(descendant, "/CIDToGIDMap", "null")},
        {"31-006", with(composite, "/Encoding", "/House-H")},
        {"31-007", with_stream(composite, "/Encoding", "/WMode 1 def\n")},
        {"31-009", with(descriptor, "/FontFile2", "null")},
        {"31-011", with_stream(descendant, "/CIDToGIDMap", std::string(20000, '\xFF'))},
        {"31-014", with_stream(descriptor, "/CIDSet", std::string(1, '\0'))},
        {"31-015", with_stream(descriptor, "/CIDSet", std::string(4000, '\xFF'))},
        {"31-016",
         [](QPDF& file) {
             descendant(file).removeKey("/W");
             descendant(file).replaceKey("/DW", parsed("3"));
         }},
        {"31-017", lose_characters},
        {"31-018", lose_characters},
        {"31-019", with(simple, "/Encoding", "null")},
        {"31-020", with(simple, "/Encoding", "<< /Type /Encoding >>")},
        {"31-021", with(simple, "/Encoding", "/StandardEncoding")},
        {"31-024", become_symbolic},
        {"31-025",
         [](QPDF& file) {
             become_symbolic(file);
             lose_characters(file);
         }},
        {"31-026", become_symbolic},
        {"31-027", with(composite, "/ToUnicode", "null")},
        {"31-028", reading_as("0000")},
        {"31-029", reading_as("FEFF")},
        {"31-030",
         [](QPDF& file) { draw(file, "/Artifact BMC BT " + composite_name(file) + " 9 Tf <0000> Tj ET EMC\n"); }},
    };
}

}  // namespace rapporteur::pdf_check
