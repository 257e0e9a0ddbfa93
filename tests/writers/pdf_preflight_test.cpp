#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "app/scratch_folder.h"
#include "sample_pdf.h"

// PDFBox's preflight knows PDF/A-1b: it is shown the sample pack as such a file, which differs from the pack's usual
// form in what it claims and leaves out only.
namespace rapporteur {
namespace {

// The Java libraries of Debian's libpdfbox2-java and libjaxb-api-java; nothing where one is missing.
std::string class_path() {
    std::string path;
    for (const std::string name : {"pdfbox2", "preflight", "xmpbox", "fontbox2", "commons-logging", "commons-io",
                                   "jaxb-api", "javax.activation"}) {
        const std::string jar = "/usr/share/java/" + name + ".jar";
        if (!std::filesystem::exists(jar)) return {};
        path += (path.empty() ? "" : ":") + jar;
    }
    return path;
}

// What the validator prints.
std::string preflight(const std::string& jars, const std::string& pdf) {
    const ScratchFolder folder;
    std::ofstream(folder / "pack.pdf", std::ios::binary) << pdf;
    const std::string command =
        "java -cp '" + jars + "' org.apache.pdfbox.preflight.Validator_A1b '" + (folder / "pack.pdf") + "' 2>&1";
    std::string out;
    FILE* pipe = popen(command.c_str(), "r");
    if (!pipe) return out;
    std::array<char, 512> buffer{};
    while (fgets(buffer.data(), buffer.size(), pipe)) out += buffer.data();
    pclose(pipe);
    return out;
}

TEST_CASE("PDFBox's preflight passes the pack as PDF/A-1b, and not one without its output intent") {
    const std::string jars = class_path();
    if (jars.empty() || std::system("java -version >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: Java, libpdfbox2-java or libjaxb-api-java is not installed");
        return;
    }
    PdfOptions options;
    options.archival_1b = true;
    const auto sample = written_sample(options);
    if (!sample) return;
    const std::string said = preflight(jars, sample->bytes);
    CHECK_MESSAGE(said.find("is a valid PDF/A-1b file") != std::string::npos, said);
    std::string broken = sample->bytes;
    broken.replace(broken.find("/GTS_PDFA1"), 10, "/GTS_PDFX1");
    CHECK(preflight(jars, broken).find("is not a valid") != std::string::npos);
}

}  // namespace
}  // namespace rapporteur
