#include "writers/pdf/pdf_font.h"

#include <algorithm>

#include "support/text.h"
#include "writers/pdf/pdf_descriptor.h"
#include "writers/pdf/pdf_syntax.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_cids = 65535;
constexpr int default_width = 1000;
constexpr int symbolic = 4;  // flag of a descriptor

void append_mapping(std::string& out, unsigned cid, const std::string& text) {
    out += '<';
    append_hex16(out, cid);
    out += "> <" + utf16_hex(text) + ">\n";
}

// Blocks hold at most 100 lines (Adobe Technical Note 5014, 4.2).
std::string mapping_blocks(const std::vector<std::string>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); i += 100) {
        const std::size_t end = std::min(lines.size(), i + 100);
        out += std::to_string(end - i) + " beginbfchar\n";
        for (std::size_t k = i; k < end; ++k) out += lines[k];
        out += "endbfchar\n";
    }
    return out;
}

std::string to_unicode_map(const std::vector<std::string>& lines) {
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
           "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
           "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" +
           mapping_blocks(lines) + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

// Two bytes a CID, from CID 0 on (ISO 32000-1, table 117).
std::string glyph_map(const std::vector<unsigned>& glyphs) {
    std::string map;
    for (const unsigned glyph : glyphs) {
        map += static_cast<char>(glyph >> 8U);
        map += static_cast<char>(glyph & 0xFFU);
    }
    return map;
}

// A bit a CID, the first of each byte the highest (ISO 32000-1, table 124).
std::string cid_set(const auto& shown) {
    std::string bits;
    for (const auto& one : shown) {
        if (one.cid / 8 >= bits.size()) bits.resize(one.cid / 8 + 1, '\0');
        bits[one.cid / 8] = static_cast<char>(bits[one.cid / 8] | (0x80U >> (one.cid % 8)));
    }
    return bits;
}

std::vector<unsigned> glyphs_of(const auto& shown) {
    std::vector<unsigned> glyphs;
    for (const auto& one : shown) glyphs.push_back(one.glyph);
    return glyphs;
}

bool holds_private_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, bytes] = decode_at(text, at);
        if ((point >= 0xE000 && point <= 0xF8FF) || point >= 0xF0000) return true;
        at += std::max<std::size_t>(bytes, 1);
    }
    return false;
}

}  // namespace

PdfFont::PdfFont(hb_face_t* face) : face_(face), facts_(face_facts(face)), widths_(face), shown_(1) {}

// CFF outlines are found by CID itself, so there a glyph has one CID only; elsewhere CIDs are given out in order.
unsigned PdfFont::fresh_cid(unsigned glyph) const {
    if (!facts_.cff) return static_cast<unsigned>(shown_.size());
    if (!facts_.cids) return glyph;
    return glyph < facts_.cids->size() ? (*facts_.cids)[glyph] : 0;
}

PdfFont::Code PdfFont::code(unsigned glyph, std::string_view text) {
    // Every glyph has to read as something (ISO 14289-1, 7.21.7); pdf.js leaves out characters of this kind.
    constexpr std::string_view joiner = "\u2060";  // WORD JOINER
    if (text.empty()) return {code(glyph, joiner).cid, true, true};
    if (glyph == 0 || !widths_.has(glyph)) {
        notdef_used_ = true;
        return {0, false};
    }
    auto& readings = readings_[glyph];
    for (const auto& reading : readings)
        if (reading.text == text) return {reading.cid, true};
    if (!readings.empty() && (facts_.cff || shown_.size() >= most_cids)) return {readings.front().cid, false};
    if (shown_.size() >= most_cids) return {0, false};
    const unsigned cid = fresh_cid(glyph);
    private_ = private_ || holds_private_character(text);
    readings.push_back({std::string(text), cid});
    shown_.push_back({cid, glyph, std::string(text)});
    return {cid, true};
}

std::vector<PdfFont::Shown> PdfFont::by_cid() const {
    std::vector<Shown> sorted = shown_;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Shown& a, const Shown& b) { return a.cid < b.cid; });
    return sorted;
}

// Runs of widths under consecutive CIDs (ISO 32000-1, 9.7.4.3); what is as wide as the default is left out.
PdfArray PdfFont::width_runs(PdfFile& file, const std::vector<Shown>& shown) const {
    constexpr std::size_t most_in_run = 4096;
    PdfArray widths = file.array(), run;
    std::size_t in_run = 0;
    unsigned next = 0;
    for (const auto& one : shown) {
        const int width = widths_.width(one.glyph);
        if (width == default_width) continue;
        if (in_run == 0 || in_run == most_in_run || one.cid != next) {
            run = file.array();
            widths.add(static_cast<int>(one.cid));
            widths.add(run);
            in_run = 0;
        }
        run.add(width);
        ++in_run;
        next = one.cid + 1;
    }
    return widths;
}

PdfDict PdfFont::descendant(PdfFile& file, const std::string& name, const FontSubset& subset,
                            const std::vector<Shown>& shown, PdfDict descriptor) const {
    PdfDict system = file.dict({{"Registry", PdfText{"Adobe"}}, {"Ordering", PdfText{"Identity"}}, {"Supplement", 0}});
    PdfDict font = file.indirect_dict({{"Type", PdfName{"Font"}},
                                       {"Subtype", PdfName{facts_.cff ? "CIDFontType0" : "CIDFontType2"}},
                                       {"BaseFont", PdfName{name}},
                                       {"CIDSystemInfo", system},
                                       {"FontDescriptor", descriptor},
                                       {"DW", default_width},
                                       {"W", width_runs(file, shown)}});
    if (!facts_.cff) font.set("CIDToGIDMap", file.stream(glyph_map(subset.new_glyphs)));
    return font;
}

bool PdfFont::write(PdfFile& file, PdfDict font, bool with_cid_set) const {
    const std::vector<Shown> shown = by_cid();
    const auto subset = subset_face(face_, glyphs_of(shown), facts_.cff && !facts_.cids);
    if (!subset) return false;
    const std::string name = subset_tag(subset->bytes) + "+" + facts_.name;
    std::vector<std::string> lines;
    for (const auto& one : shown)
        if (one.glyph != 0) append_mapping(lines.emplace_back(), one.cid, one.text);
    font.set("Type", PdfName{"Font"});
    font.set("Subtype", PdfName{"Type0"});
    font.set("BaseFont", PdfName{facts_.cff ? name + "-Identity-H" : name});
    font.set("Encoding", PdfName{"Identity-H"});
    PdfDict descriptor = write_descriptor(file, facts_, name, symbolic, subset->bytes);
    if (with_cid_set) descriptor.set("CIDSet", file.stream(cid_set(shown)));
    font.set("DescendantFonts", file.array({descendant(file, name, *subset, shown, descriptor)}));
    font.set("ToUnicode", file.stream(to_unicode_map(lines)));
    return true;
}

}  // namespace rapporteur
