#include "readers/unpack.h"

#include <doctest/doctest.h>

#include "support/zip.h"

namespace rapporteur {
namespace {

std::string zip_of(const std::vector<ZipEntry>& entries) { return write_zip(entries).value(); }

std::string replaced(std::string bytes, const std::string& from, const std::string& to) {
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + to.size()))
        bytes.replace(at, from.size(), to);
    return bytes;
}

}  // namespace

TEST_CASE("an archive gives its files by path, without what is hidden") {
    const Unpacked out = unpack(zip_of({{"z.txt", "last"},
                                        {"papers/a.pdf", "%PDF-"},
                                        {".git/config", "x"},
                                        {"__MACOSX/._a.pdf", "x"},
                                        {"papers/Thumbs.db", "x"}}),
                                "bundle.zip");
    REQUIRE(out.members.size() == 2);
    CHECK(out.members[0].path == "papers/a.pdf");
    CHECK(out.members[1].bytes == "last");
    CHECK(out.refused.empty());
}

TEST_CASE("paths that lead elsewhere and doubles are refused with a word") {
    const std::string bytes = zip_of({{"XX/evil", "x"}, {"abc", "x"}, {"one", "1"}, {"two", "2"}, {"w@x", "3"}});
    const Unpacked out = unpack(
        replaced(replaced(replaced(replaced(bytes, "XX/evil", "../evil"), "abc", "/bc"), "two", "one"), "w@x", "w\\x"),
        "b.zip");
    REQUIRE(out.members.size() == 2);
    CHECK(out.members[0].bytes == "1");
    CHECK(out.members[1].path == "w/x");
    REQUIRE(out.refused.size() == 3);
    CHECK(out.refused[0].code == Code::member_refused);
    CHECK(out.refused[0].place.file == "b.zip");
    CHECK(out.refused[2].place.file == "b.zip/one");
}

TEST_CASE("archives are bounded in number, size and ratio") {
    const std::string zip = zip_of({{"a", "1"}, {"b", "2"}, {"c", std::string(100000, 'x')}});
    UnpackLimits limits;
    limits.members = 2;
    const Unpacked few = unpack(zip, "b.zip", limits);
    CHECK(few.members.size() == 2);
    CHECK(few.refused.size() == 1);
    limits = {};
    limits.bytes = 1000;
    const Unpacked small = unpack(zip, "b.zip", limits);
    REQUIRE(small.members.size() == 3);
    REQUIRE(small.members[2].problem);
    CHECK(small.members[2].problem->code == Code::document_too_large);
    CHECK(small.members[2].problem->place.file == "b.zip/c");
    limits = {};
    limits.free_bytes = 10;
    limits.ratio = 2;
    CHECK(unpack(zip, "b.zip", limits).members[2].problem);
    CHECK_FALSE(unpack(zip, "b.zip").members[2].problem);
}

TEST_CASE("an archive that cannot be opened is one refusal") {
    const Unpacked out = unpack("PK\x03\x04 cut off", "b.zip");
    CHECK(out.members.empty());
    REQUIRE(out.refused.size() == 1);
    CHECK(out.refused[0].code == Code::document_damaged);
    CHECK(out.refused[0].place.file == "b.zip");
}

TEST_CASE("a locked file says that it is locked") {
    std::string zip = zip_of({{"a.txt", "secret"}});
    // APPNOTE 4.4.4: bit 0 of the flags, in the file's own header and in the directory.
    zip[6] = static_cast<char>(zip[6] | 1);
    const std::size_t directory = zip.find("PK\x01\x02");
    zip[directory + 8] = static_cast<char>(zip[directory + 8] | 1);
    const Unpacked out = unpack(zip, "b.zip");
    REQUIRE(out.members.size() == 1);
    REQUIRE(out.members[0].problem);
    CHECK(out.members[0].problem->code == Code::document_encrypted);
}

TEST_CASE("a message gives what is attached, two files of one name apart") {
    const std::string part = "--b\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n";
    const Unpacked out =
        unpack("Message-ID: <1@x>\r\nFrom: a\r\nTo: b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + part +
                   "one\r\n" + part + "two\r\n--b--\r\n",
               "mail.eml");
    REQUIRE(out.members.size() == 2);
    CHECK(out.members[0].path == "2 a.txt");
    CHECK(out.members[1].path == "a.txt");
}

}  // namespace rapporteur
