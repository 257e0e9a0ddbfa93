#include <doctest/doctest.h>

#include <cstdlib>

#include "app/program.h"
#include "model/record_json.h"
#include "support/zip.h"

namespace rapporteur {
namespace {

const std::string minutes = "Minutes of the Harbour Board\n\nThe Board met at Port Elin on 12 March 2025.\n";

Records extracted(const std::vector<std::string>& arguments, std::string* told = nullptr) {
    std::vector<std::string> all{"extract"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Ended ended = run_program(all);
    if (told != nullptr) *told = ended.err;
    Result<Records> records = records_from_jsonl(ended.out, "standard output");
    REQUIRE(records.ok());
    return std::move(*records);
}

std::string zip_of(const std::vector<ZipEntry>& entries) { return write_zip(entries).value(); }

bool has_office() { return std::system("command -v soffice >/dev/null 2>&1") == 0; }

}  // namespace

TEST_CASE("an archive is searched like a folder, archives inside it, too") {
    const ScratchFolder folder;
    const std::string inner = zip_of({{"deep.txt", "The Board agreed on the budget.\n"}});
    put(folder / "bundle.zip", zip_of({{"papers/b.txt", minutes}, {"inner.zip", inner}, {"scan.png", "\x89PNG\r\n"}}));
    put(folder / "bundle.zip.txt", "A note on the bundle.\n");
    const Records records = extracted({folder.path()});
    REQUIRE(records.documents.size() == 4);
    CHECK(records.documents[0].file == folder / "bundle.zip.txt");
    CHECK(records.documents[1].file == folder / "bundle.zip/inner.zip/deep.txt");
    CHECK(records.documents[2].file == folder / "bundle.zip/papers/b.txt");
    CHECK(records.documents[2].status == DocumentStatus::ok);
    CHECK(records.documents[3].status == DocumentStatus::failed);
    CHECK(extracted({folder.path(), "--jobs", "3"}).documents[1].file == records.documents[1].file);
}

TEST_CASE("the same bytes inside and outside an archive are one document") {
    const ScratchFolder folder;
    put(folder / "a.zip", zip_of({{"m.txt", minutes}}));
    put(folder / "m.txt", minutes);
    const Records records = extracted({folder.path()});
    REQUIRE(records.documents.size() == 1);
    CHECK(records.documents[0].file == folder / "m.txt");
    CHECK(records.documents[0].also == std::vector<std::string>{folder / "a.zip/m.txt"});
}

TEST_CASE("archives that are empty, damaged or nested without end are told of") {
    const ScratchFolder folder;
    put(folder / "empty.zip", zip_of({{".hidden", "x"}}));
    put(folder / "damaged.zip", "PK\x03\x04 no more");
    std::string nested = zip_of({{"m.txt", minutes}});
    for (int i = 0; i < 6; ++i) nested = zip_of({{"inner.zip", nested}});
    put(folder / "nested.zip", nested);
    std::string told;
    const Records records = extracted({folder.path()}, &told);
    REQUIRE(records.documents.size() == 3);
    for (const DocumentRecord& document : records.documents) CHECK(document.status == DocumentStatus::failed);
    CHECK(told.find("empty.zip: the folder holds no documents") != std::string::npos);
    CHECK(told.find("damaged.zip: the document is damaged") != std::string::npos);
    CHECK(told.find("too deep inside other files") != std::string::npos);
}

TEST_CASE("a message and what is attached to it are documents of their own") {
    const ScratchFolder folder;
    put(folder / "call.eml",
        "Message-ID: <1@example.org>\nFrom: clerk@example.org\nTo: board@example.org\n"
        "Subject: Meeting of the Board\nContent-Type: multipart/mixed; boundary=b\n\n"
        "--b\n\nThe agenda is attached.\n--b\n"
        "Content-Disposition: attachment; filename=agenda.txt\n\n" +
            minutes + "--b--\n");
    const Records records = extracted({folder.path()});
    REQUIRE(records.documents.size() == 2);
    CHECK(records.documents[0].media_type == "message/rfc822");
    CHECK(records.documents[1].file == folder / "call.eml/agenda.txt");
}

TEST_CASE("LibreOffice converts what no reader reads, where it is installed and wanted") {
    const ScratchFolder folder;
    put(folder / "minutes.rtf", "{\\rtf1\\ansi Minutes of the Board\\par The Board {\\b approved} the budget.\\par}");
    std::string told;
    const Records refused = extracted({folder.path(), "--convert", "off"}, &told);
    REQUIRE(refused.documents.size() == 1);
    CHECK(refused.documents[0].status == DocumentStatus::failed);
    CHECK(told.find("an RTF document; install LibreOffice") != std::string::npos);
    if (!has_office()) {
        MESSAGE("skipped: soffice is not installed");
        return;
    }
    const Ended read = run_program({"inspect", folder / "minutes.rtf"});
    CHECK(read.status == 0);
    CHECK(read.out.find("application/rtf") != std::string::npos);
    CHECK(read.out.find("run bold: approved") != std::string::npos);
    const Ended late = run_program({"inspect", folder / "minutes.rtf", "--time-limit", "1"});
    const bool said = late.err.find("took too long") != std::string::npos || late.status == 0;
    CHECK(said);
}

}  // namespace rapporteur
