#include "attack/attack.h"
#include "support/zip.h"

namespace rapporteur::attack {
namespace {

const ZipEntry paper{"paper.txt", "The Council should act.\n"};

std::string zip(std::vector<ZipEntry> entries) { return *write_zip(entries); }

std::string many_members() {
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 20'000; ++i) entries.push_back({std::to_string(i) + ".txt", "x"});
    return zip(std::move(entries));
}

std::string zips_in_zips() {
    std::string inner = zip({paper});
    for (int i = 0; i < 30; ++i) inner = zip({{"inner.zip", inner}});
    return inner;
}

/// Puts `to` in the place of `from`, which is as long: names that no honest archiver writes.
std::string renamed(std::string bytes, const std::string& from, const std::string& to) {
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at))
        bytes.replace(at, from.size(), to);
    return bytes;
}

/// Changes the size that the directory at the end tells of the only member.
std::string lying_size() {
    std::string bytes = zip({{"paper.txt", times(1000, "The Council should act.\n")}});
    const std::size_t at = bytes.rfind("PK\x01\x02");
    bytes.replace(at + 24, 4, "\xF0\xFF\xFF\x7F", 4);
    return bytes;
}

std::string mail(const std::string& headers, const std::string& body) {
    return "From: ana@example.org\nTo: desk@example.org\nSubject: Papers\nDate: Mon, 3 Mar 2025 09:00:00 +0000\n" +
           headers + "\n" + body;
}

std::string parts_in_parts() {
    std::string body;
    for (int i = 0; i < 2000; ++i) {
        const std::string boundary = "b" + std::to_string(i);
        body += "--b" + (i == 0 ? std::string("x") : std::to_string(i - 1)) +
                "\nContent-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n";
    }
    return mail("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"bx\"\n", body);
}

std::string attachment_named(const std::string& name) {
    return mail("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"b\"\n",
                "--b\nContent-Type: text/plain\n\nPlease see below.\n--b\nContent-Type: text/plain; name=\"" + name +
                    "\"\nContent-Disposition: attachment; filename=\"" + name +
                    "\"\n\nThe Council should act.\n--b--\n");
}

}  // namespace

std::vector<Attack> archive_attacks() {
    return {
        {"three-hundred-megabytes-in-one-member.zip", zip({{"blanks.txt", times(300 << 10, times(1024, " "))}})},
        {"twenty-thousand-members.zip", many_members()},
        {"thirty-archives-deep.zip", zips_in_zips()},
        {"member-above-the-folder.zip",
         zip({{"../../outside.txt", "x"}, {"paper.txt", "Paper 1: the Council should act.\n"}})},
        {"member-at-the-root.zip",
         zip({{"/etc/outside.txt", "x"}, {"paper.txt", "Paper 2: the Council should act.\n"}})},
        {"member-on-another-drive.zip", zip({{"C:\\outside.txt", "x"},
                                             {"a\\..\\..\\b.txt", "x"},
                                             {"paper.txt", "Paper 3: the Council should act.\n"}})},
        {"member-with-control-characters.zip",
         renamed(zip({{"a??[31mred.txt", "The Council should act."}, paper}), "a??", "a\n\x1B")},
        {"size-that-lies.zip", lying_size()},
        {"cut-off.zip", zip({paper}).substr(0, 40)},
        {"directory-only.zip", zip({paper}).substr(zip({paper}).find("PK\x01\x02"))},
        {"parts-in-parts.eml", parts_in_parts()},
        {"attachment-above-the-folder.eml", attachment_named("../../outside.txt")},
        {"boundary-of-nothing.eml", mail("Content-Type: multipart/mixed; boundary=\"\"\n", times(10'000, "--\n"))},
        {"header-of-ten-megabytes.eml", mail("X-Long: " + times(10 << 20, "x") + "\n", "The Council should act.\n")},
    };
}

}  // namespace rapporteur::attack
