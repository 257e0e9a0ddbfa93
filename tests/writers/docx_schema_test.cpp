#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "docx_file.h"
#include "support/text.h"
#include "writers/docx/docx_writer.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

const fs::path schemas = fs::path(RAPPORTEUR_SOURCE_DIR) / ".." / "shared" / "ooxml-xsd";

bool runs(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

// A folder that is gone with the test.
class Scratch {
public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "rapporteur-docx-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()));
        path_ = pattern;
    }
    ~Scratch() { fs::remove_all(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

void save(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string output_of(const std::string& command) {
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe);
    std::array<char, 4096> buffer{};
    while (const std::size_t read = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), read);
    pclose(pipe);
    return out;
}

std::string schema_of(const std::string& part) {
    if (part == "[Content_Types].xml") return "opc-contentTypes.xsd";
    if (part.ends_with(".rels")) return "opc-relationships.xsd";
    if (part == "docProps/core.xml") return "opc-coreProperties.xsd";
    if (part == "docProps/custom.xml") return "shared-documentPropertiesCustom.xsd";
    if (part == "docProps/app.xml") return "shared-documentPropertiesExtended.xsd";
    return part.ends_with(".xml") ? "wml.xsd" : "";
}

std::string written_sample() {
    auto docx = write_docx(sample_pack(), house_style(), {});
    REQUIRE(docx.ok());
    return *docx;
}

TEST_CASE("every part of a DOCX is valid by the schemas of ECMA-376") {
    if (!fs::is_directory(schemas) || !runs("xmllint --version")) {
        MESSAGE("skipped: the schemas or xmllint are not at hand");
        return;
    }
    const Scratch scratch;
    const DocxFile file(written_sample());
    for (const auto& name : file.names()) {
        const std::string schema = schema_of(name);
        if (schema.empty()) continue;
        const fs::path part = scratch.path() / name;
        save(part, file.part(name));
        CHECK_MESSAGE(
            runs("xmllint --noout --nonet --schema '" + (schemas / schema).string() + "' '" + part.string() + "'"),
            name);
    }
}

TEST_CASE("LibreOffice shows the words of the pack") {
    if (!runs("soffice --version") || !runs("pdftotext -v")) {
        MESSAGE("skipped: LibreOffice or pdftotext is not at hand");
        return;
    }
    const Scratch scratch;
    save(scratch.path() / "pack.docx", written_sample());
    const std::string folder = scratch.path().string();
    REQUIRE(runs("soffice -env:UserInstallation=file://" + folder + "/profile --headless --convert-to pdf --outdir " +
                 folder + " " + folder + "/pack.docx"));
    const std::string text = collapse_space(output_of("pdftotext -layout -enc UTF-8 " + folder + "/pack.pdf -"));
    for (const std::string words :
         {"Ninth Round Table on", "Delegation of Atlantis", "Changed since edition 1", "northern mole",
          "Nguyễn Thị Ánh said, “within a week”", "HSB/9/4, ¶ 33, p. 8", "(b) Keepers of lights;",
          "(d) The numbering jumps", "12bis An odd one", "Tomás Brandt, Port of Ellen", "Moderator", "Position", "VTS",
          "A footnote with its own emphasis", "Page 2 of 10", "Edition 2, 9 April 2031"})
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

}  // namespace
}  // namespace rapporteur
