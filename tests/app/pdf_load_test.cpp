#include "app/pack_contents.h"
#include "model/record_json.h"
#include "support/hash.h"
#include "writers/pdf_check/check.h"

using namespace rapporteur;

// What PDF packs carry besides their pages, and what they promise.
namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";
const std::string samples = std::string(RAPPORTEUR_SOURCE_DIR) + "/samples";

std::map<std::string, std::string> pdf_packs(const ScratchFolder& folder, std::vector<std::string> more) {
    more.insert(more.begin(), {"build", "--out", folder / "packs", "--format", "pdf", "--as-of", "2015-02-01"});
    const Ended ended = run_program(more);
    CHECK_MESSAGE(ended.status == 0, ended.err);
    auto files = files_of(folder / "packs");
    files.erase("manifest.json");
    return files;
}

std::string harbour_pack(const std::map<std::string, std::string>& files) {
    for (const auto& [name, bytes] : files)
        if (name.starts_with("fourth-harbour-meeting")) return bytes;
    return "";
}

struct Attached {
    std::string bytes, relation, checksum;
};

std::map<std::string, Attached> attached_to(const std::string& pdf) {
    std::map<std::string, Attached> out;
    auto file = opened(pdf);
    for (auto& one : file->getRoot().getKey("/AF").getArrayAsVector()) {
        QPDFObjectHandle stream = one.getKey("/EF").getKey("/UF");
        const auto data = stream.getStreamData(qpdf_dl_all);
        out[one.getKey("/UF").getUTF8Value()] = {
            {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()},
            one.getKey("/AFRelationship").getName(),
            stream.getDict().getKey("/Params").getKey("/CheckSum").getStringValue()};
    }
    return out;
}

}  // namespace

TEST_CASE("every pack of the samples keeps to PDF/UA-1 and PDF/A-3a, whatever its template") {
    for (const std::string& from : {samples, inputs})
        for (const std::string name : {"", "meeting", "theme", "summary"}) {
            const ScratchFolder folder;
            std::vector<std::string> arguments{from, "--embed-sources"};
            if (!name.empty()) arguments.insert(arguments.end(), {"--template", name});
            const auto packs = pdf_packs(folder, arguments);
            CHECK(packs.size() > 1);
            for (const auto& [file, bytes] : packs)
                CHECK_MESSAGE(pdf_check::check_pdf(bytes).words() == "", name << " " << file);
        }
}

TEST_CASE("a pack carries its records, without the folders that the documents lay in") {
    const ScratchFolder folder;
    const auto attached = attached_to(harbour_pack(pdf_packs(folder, {inputs})));
    REQUIRE(attached.size() == 1);
    const auto& [name, file] = *attached.begin();
    CHECK(name == "records.jsonl");
    CHECK(file.relation == "/Data");
    CHECK(file.checksum == md5_bytes(file.bytes));
    const auto records = records_from_jsonl(file.bytes, name);
    REQUIRE(records.ok());
    CHECK(records->documents.size() == 2);
    CHECK(records->recommendations.size() > 0);
    CHECK(records->meetings.size() > 0);
    CHECK(file.bytes.find("tests/app/input") == std::string::npos);
}

TEST_CASE("--embed-sources attaches the documents as they were read") {
    const ScratchFolder folder;
    const auto attached = attached_to(harbour_pack(pdf_packs(folder, {inputs, "--embed-sources"})));
    REQUIRE(attached.contains("letter.txt"));
    REQUIRE(attached.contains("minutes.md"));
    CHECK(attached.at("letter.txt").bytes == content_of(inputs + "/letter.txt"));
    CHECK(attached.at("minutes.md").relation == "/Source");
}

TEST_CASE("packs in Arabic and with other scripts keep to PDF/UA-1 and PDF/A-3a") {
    const std::string folders = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/samples/";
    for (const std::string name : {"arabic", "scripts"}) {
        const ScratchFolder folder;
        const Ended ended = run_program({"build", folders + name, "--out", folder / "packs", "--format", "pdf",
                                         "--as-of", "2015-02-01", "--language", name == "arabic" ? "ar" : "en"});
        CHECK(ended.status == 0);
        CHECK_MESSAGE(ended.err.find("does not claim") == std::string::npos, ended.err);
        for (const auto& [file, bytes] : files_of(folder / "packs")) {
            if (!file.ends_with(".pdf")) continue;
            CHECK_MESSAGE(pdf_check::check_pdf(bytes).words() == "", file);
            CHECK(bytes.find("<pdfuaid:part>1</pdfuaid:part>") != std::string::npos);
        }
    }
}

TEST_CASE("--embed-sources takes documents out of archives") {
    const ScratchFolder folder;
    const auto archive = write_zip({{"papers/letter.txt", content_of(inputs + "/letter.txt")},
                                    {"papers/minutes.md", content_of(inputs + "/minutes.md")}});
    REQUIRE(archive.ok());
    put(folder / "in/bundle.zip", *archive);
    const auto attached = attached_to(harbour_pack(pdf_packs(folder, {folder / "in", "--embed-sources"})));
    REQUIRE(attached.contains("letter.txt"));
    CHECK(attached.at("letter.txt").bytes == content_of(inputs + "/letter.txt"));
    CHECK(attached.contains("minutes.md"));
}

TEST_CASE(
    "--encrypt-with locks the packs with the password on the file's first line, and says what they no longer claim") {
    const ScratchFolder folder;
    put(folder / "password", "Häfen & Türme\r\nanother line\n");
    const Ended ended = run_program({"build", inputs, "--out", folder / "packs", "--format", "pdf", "--encrypt-with",
                                     folder / "password", "--only", "harbour meeting"});
    CHECK(ended.status == 0);
    CHECK(ended.err.find("the PDF does not claim: PDF/A-3a: it is encrypted") != std::string::npos);
    const std::string pdf = harbour_pack(files_of(folder / "packs"));
    CHECK(pdf.find("Harbour") == std::string::npos);
    CHECK(pdf_check::check_pdf(pdf).has("S-open"));
    pdf_check::CheckedFor accessible;
    accessible.archival = false;
    CHECK(pdf_check::check_pdf(pdf, accessible, "Häfen & Türme").words() == "");
    const auto read = [&](const std::string& password) {
        const std::unique_ptr<poppler::document> document(
            poppler::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size()), "", password));
        return document && !document->is_locked() && document->pages() > 0;
    };
    CHECK(read("Häfen & Türme"));
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("another line"));
}

TEST_CASE("no DOCX is written where packs are to be locked, nor a pack without a password") {
    const ScratchFolder folder;
    put(folder / "password", "secret\n");
    put(folder / "empty", "\nsecret\n");
    const std::vector<std::string> build{"build", inputs, "--out", folder / "packs", "--encrypt-with"};
    const auto ended = [&](std::vector<std::string> more) {
        more.insert(more.begin(), build.begin(), build.end());
        return run_program(more);
    };
    const Ended both = ended({folder / "password"});
    CHECK(both.status == 64);
    CHECK(both.err.find("a DOCX or an export would stay open") != std::string::npos);
    CHECK(ended({folder / "password", "--format", "docx"}).status == 64);
    CHECK(ended({folder / "empty", "--format", "pdf"}).status == 65);
    CHECK(ended({folder / "none", "--format", "pdf"}).status != 0);
    CHECK_FALSE(std::filesystem::exists(folder / "packs"));
}
