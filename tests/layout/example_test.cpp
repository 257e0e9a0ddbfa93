#include "layout/example.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <list>
#include <map>

#include "layout/font_manifest.h"
#include "layout/pack_reader.h"
#include "support/text.h"

namespace rapporteur::test {
namespace {

std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// The bytes of fonts, kept as long as the program runs.
std::vector<FontFile> load_fonts() {
    static std::list<std::string> bytes;
    const auto manifest = read_font_manifest({"fonts.toml", repository_file("fonts/fonts.toml")});
    REQUIRE_MESSAGE(manifest.ok(), wording(manifest.error()));
    std::vector<FontFile> files;
    for (const FontCandidate& candidate : *manifest) {
        for (const std::string& path : candidate.paths) {
            bytes.push_back(file_text(path));
            if (bytes.back().empty()) continue;
            files.push_back({candidate.role, path, candidate.index, bytes.back()});
            break;
        }
    }
    return files;
}

}  // namespace

std::string repository_file(const std::string& path) {
    std::string text = file_text(std::string(RAPPORTEUR_SOURCE_DIR) + "/" + path);
    REQUIRE_MESSAGE(!text.empty(), "missing: " << path);
    return text;
}

const Style& print_style() {
    static const Style style = [] {
        auto read = read_style({"print.toml", repository_file("templates/styles/print.toml")});
        REQUIRE_MESSAGE(read.ok(), wording(read.error()));
        return *read;
    }();
    return style;
}

const FontSet& fonts() {
    static const FontSet set = [] {
        auto made = FontSet::make(load_fonts());
        REQUIRE_MESSAGE(made.ok(), wording(made.error()));
        return std::move(made).value();
    }();
    return set;
}

const Hyphenation& no_patterns() {
    static const Hyphenation none;
    return none;
}

Pack pack_of(const std::string& blocks) {
    const bool whole = blocks.starts_with("<pack");
    auto pack = read_pack(whole ? blocks : "<pack lang=\"en\" title=\"Test\">" + blocks + "</pack>", "test.xml");
    REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
    return *pack;
}

Pages laid_out(const Pack& pack, Diagnostics* diagnostics) {
    Diagnostics own;
    return lay_out(pack, print_style(), fonts(), diagnostics ? *diagnostics : own);
}

std::vector<const TextItem*> texts(const Page& page) {
    std::vector<const TextItem*> out;
    for (const PageItem& item : page.items)
        if (const auto* text = std::get_if<TextItem>(&item)) out.push_back(text);
    return out;
}

std::string text_of(const Page& page) {
    std::map<long, std::map<double, std::string>> lines;
    for (const TextItem* text : texts(page)) {
        const bool body = text->baseline > print_style().page.top && text->baseline < print_style().body_bottom();
        if (body) lines[std::lround(text->baseline * 4)][text->x] = trim(text->text);
    }
    std::string out;
    for (const auto& [baseline, parts] : lines) {
        std::string line;
        for (const auto& [x, part] : parts) line += (line.empty() ? "" : "|") + part;
        out += line + "\n";
    }
    return out;
}

}  // namespace rapporteur::test

TEST_CASE("the print style and the fonts of the manifest can be read") {
    using namespace rapporteur;
    CHECK(test::print_style().body_height() == doctest::Approx(686).epsilon(0.001));
    CHECK(test::fonts().files().size() >= 9);
    CHECK(test::fonts().covers(test::fonts().chain("serif", false, false).front(), U'é'));
    CHECK(!test::fonts().covers(test::fonts().chain("serif", false, false).front(), U'م'));
}
