#include <array>
#include <cmath>
#include <set>

#include "writers/pdf_check/font_program.h"
#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

std::string name_text(QPDFObjectHandle object) { return object.isName() ? object.getName() : ""; }

// ISO 32000-1, 9.7.4.3.
std::map<unsigned, double> widths_of(QPDFObjectHandle font) {
    std::map<unsigned, double> widths;
    const auto items = items_of(font.getKey("/W"));
    for (std::size_t i = 0; i + 1 < items.size();) {
        QPDFObjectHandle first = items[i], next = items[i + 1];
        auto cid = static_cast<unsigned>(first.getIntValue());
        if (next.isArray()) {
            for (auto& width : next.getArrayAsVector()) widths[cid++] = width.getNumericValue();
            i += 2;
        } else if (i + 2 < items.size()) {
            QPDFObjectHandle width = items[i + 2];
            for (; cid <= static_cast<unsigned>(next.getIntValue()); ++cid) widths[cid] = width.getNumericValue();
            i += 3;
        } else {
            break;
        }
    }
    return widths;
}

class FontCheck {
public:
    FontCheck(const ShownFont& shown, Findings& findings)
        : font_(shown.font),
          codes_(shown.codes),
          findings_(findings),
          place_(shown.place + ", font " + name_text(QPDFObjectHandle(shown.font).getKey("/BaseFont"))) {}

    void check() {
        check_unicode();
        if (font_.getKey("/Subtype").isNameAndEquals("/Type0")) return check_composite();
        check_embedded(font_.getKey("/FontDescriptor"));
        if (font_.getKey("/Subtype").isNameAndEquals("/TrueType")) check_true_type();
    }

private:
    void check_unicode() {
        const std::string encoding = name_text(font_.getKey("/Encoding"));
        const bool known = encoding == "/WinAnsiEncoding" || encoding == "/MacRomanEncoding";
        if (!font_.getKey("/ToUnicode").isStream()) {
            if (known) return;
            findings_.add("31-027", place_);
            if (!codes_.empty()) findings_.add("10-001", place_);
            return;
        }
        const UnicodeMap map = read_unicode_map(stream_text(font_.getKey("/ToUnicode")));
        for (const auto& [code, units] : map)
            for (const std::uint16_t unit : units) {
                if (unit == 0) findings_.add("31-028", place_);
                if (unit == 0xFEFF || unit == 0xFFFE) findings_.add("31-029", place_);
            }
        for (const unsigned code : codes_) {
            const auto units = map.find(code);
            if (units == map.end() || units->second.empty())
                findings_.add("10-001", place_ + ", code " + std::to_string(code));
        }
    }

    void check_embedded(QPDFObjectHandle descriptor) {
        program_ = FontProgram::read(embedded_program(descriptor));
        findings_.add_unless(program_.has_value(), "31-009", place_);
    }

    void check_composite() {
        check_character_map();
        const auto descendants = items_of(font_.getKey("/DescendantFonts"));
        if (descendants.empty()) return findings_.add("31-009", place_);
        descendant_ = descendants.front();
        check_embedded(descendant_.getKey("/FontDescriptor"));
        is_true_type_ = descendant_.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
        if (is_true_type_) check_glyph_map();
        check_cid_set();
        if (program_) check_glyphs();
    }

    void check_character_map() {
        QPDFObjectHandle encoding = font_.getKey("/Encoding");
        if (encoding.isStream()) {
            QPDFObjectHandle mode = encoding.getDict().getKey("/WMode");
            const long long said = mode.isInteger() ? mode.getIntValue() : 0;
            const bool vertical = stream_text(encoding).find("/WMode 1 def") != std::string::npos;
            return findings_.add_unless((said == 1) == vertical, "31-007", place_);
        }
        const std::string name = name_text(encoding);
        const bool known = name == "/Identity-H" || name == "/Identity-V" || name.starts_with("/Uni") ||
                           name.ends_with("-RKSJ-H") || name.ends_with("-EUC-H");
        findings_.add_unless(known, "31-006", place_ + " " + name);
    }

    void check_glyph_map() {
        QPDFObjectHandle map = descendant_.getKey("/CIDToGIDMap");
        if (map.isNull()) return findings_.add("31-005", place_);
        findings_.add_unless(map.isStream() || map.isNameAndEquals("/Identity"), "31-004", place_);
        glyph_map_ = stream_text(map);
        has_glyph_map_ = map.isStream();
    }

    std::optional<unsigned> glyph_of(unsigned cid) const {
        if (!is_true_type_) return program_->glyph_of_cid(cid);
        if (!has_glyph_map_) return cid < program_->glyph_count() ? std::optional(cid) : std::nullopt;
        if (2 * cid + 1 >= glyph_map_.size()) return std::nullopt;
        const auto high = static_cast<unsigned char>(glyph_map_[2 * cid]);
        const auto low = static_cast<unsigned char>(glyph_map_[2 * cid + 1]);
        const unsigned glyph = static_cast<unsigned>(high) << 8U | low;
        return glyph < program_->glyph_count() ? std::optional(glyph) : std::nullopt;
    }

    void check_glyphs() {
        const std::map<unsigned, double> widths = widths_of(descendant_);
        QPDFObjectHandle fallback = descendant_.getKey("/DW");
        const double usual = fallback.isNumber() ? fallback.getNumericValue() : 1000;
        for (const unsigned cid : codes_) {
            const std::string place = place_ + ", CID " + std::to_string(cid);
            const auto glyph = glyph_of(cid);
            if (!glyph) {
                findings_.add("31-011", place);
                continue;
            }
            if (*glyph == 0) findings_.add("31-030", place);
            const auto said = widths.find(cid);
            const auto real = program_->width(*glyph);
            const double width = said == widths.end() ? usual : said->second;
            // Widths are whole numbers: half a unit is lost to rounding.
            if (real) findings_.add_unless(std::abs(*real - width) <= 1.001, "31-016", place);
        }
    }

    void check_cid_set() {
        QPDFObjectHandle descriptor = descendant_.getKey("/FontDescriptor");
        if (!descriptor.isDictionary() || !descriptor.getKey("/CIDSet").isStream() || !program_) return;
        const std::string set = stream_text(descriptor.getKey("/CIDSet"));
        std::set<unsigned> listed;
        for (unsigned cid = 0; cid < 8 * set.size(); ++cid)
            if ((static_cast<unsigned char>(set[cid / 8]) & (0x80U >> (cid % 8))) != 0) listed.insert(cid);
        for (const unsigned cid : codes_)
            if (!listed.contains(cid)) findings_.add("31-014", place_);
        for (const unsigned cid : listed)
            if (!glyph_of(cid)) findings_.add("31-015", place_ + ", CID " + std::to_string(cid));
    }

    void check_true_type() {
        QPDFObjectHandle descriptor = font_.getKey("/FontDescriptor");
        if (!descriptor.isDictionary() || !program_) return;
        constexpr long long symbolic = 4;
        const bool is_symbolic = (descriptor.getKey("/Flags").getIntValue() & symbolic) != 0;
        is_symbolic ? check_symbolic() : check_non_symbolic();
    }

    void check_symbolic() {
        if (font_.hasKey("/Encoding")) findings_.add("31-024", place_);
        const auto maps = program_->maps();
        if (maps.empty()) return findings_.add("31-025", place_);
        bool for_symbols = false;
        for (const CharacterMap& map : maps) for_symbols = for_symbols || map == CharacterMap{3, 0};
        findings_.add_unless(maps.size() == 1 || for_symbols, "31-026", place_);
    }

    void check_non_symbolic() {
        QPDFObjectHandle encoding = font_.getKey("/Encoding");
        if (encoding.isNull()) return findings_.add("31-019", place_);
        std::string base = name_text(encoding);
        if (encoding.isDictionary()) {
            base = name_text(encoding.getKey("/BaseEncoding"));
            if (base.empty()) findings_.add("31-020", place_);
        }
        if (!base.empty())
            findings_.add_unless(base == "/WinAnsiEncoding" || base == "/MacRomanEncoding", "31-021", place_);
        bool has_map = false;
        for (const CharacterMap& map : program_->maps())
            has_map = has_map || map == CharacterMap{3, 1} || map == CharacterMap{1, 0};
        findings_.add_unless(has_map, "31-017", place_);
        check_simple_widths();
    }

    // Letters of ASCII have the codes that Unicode gives them.
    void check_simple_widths() {
        const auto widths = items_of(font_.getKey("/Widths"));
        for (unsigned code = 0x21; code < 0x7F; ++code) {
            const unsigned glyph = program_->glyph_of({3, 1}, code);
            if (glyph == 0) {
                findings_.add("31-018", place_ + ", code " + std::to_string(code));
                continue;
            }
            const long long first = font_.getKey("/FirstChar").getIntValue();
            const auto at = static_cast<std::size_t>(static_cast<long long>(code) - first);
            const auto real = program_->width(glyph);
            if (real && at < widths.size())
                findings_.add_unless(std::abs(*real - QPDFObjectHandle(widths[at]).getNumericValue()) <= 1.001,
                                     "31-016", place_ + ", code " + std::to_string(code));
        }
    }

    QPDFObjectHandle font_, descendant_ = QPDFObjectHandle::newNull();
    const std::set<unsigned>& codes_;
    Findings& findings_;
    std::string place_, glyph_map_;
    bool has_glyph_map_ = false, is_true_type_ = false;
    std::optional<FontProgram> program_;
};

}  // namespace

void check_fonts(const CheckedFile& file, const Shown& shown, Findings& findings) {
    for (const auto& [name, font] : shown.fonts) FontCheck(font, findings).check();
    // Fields are filled later, in the fonts of the form.
    QPDFObjectHandle form = file.root().getKey("/AcroForm");
    QPDFObjectHandle resources = form.isDictionary() ? form.getKey("/DR") : QPDFObjectHandle::newNull();
    QPDFObjectHandle fonts = resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
    if (!fonts.isDictionary()) return;
    for (const std::string& key : fonts.getKeys()) FontCheck({fonts.getKey(key), "the form", {}}, findings).check();
}

}  // namespace rapporteur::pdf_check
