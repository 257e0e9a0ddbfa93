#include "readers/mail/mail_reader.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/document_check.h"
#include "readers/mail/mime.h"
#include "readers/mail/transfer_encoding.h"

namespace rapporteur {
namespace {

const std::string head =
    "Received: from a by b\r\nFrom: =?utf-8?Q?Ana=C3=AFs?= <a@example.org>\r\nTo: board@example.org\r\n"
    "Subject: =?iso-8859-1?Q?R=E9union?=\r\n =?iso-8859-1?Q?_of?= the Board\r\n"
    "Date: Wed, 02 Apr 2025 10:00:00 +0200\r\nMIME-Version: 1.0\r\n";

/// A message with a text in two forms, a picture in it, and three files.
std::string whole_message() {
    return head +
           "Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\nIgnored.\r\n--outer\r\n"
           "Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n"
           "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "The caf=E9 is clo=\r\nsed on Monday.\r\n-- \r\nThe Clerk\r\n--inner\r\n"
           "Content-Type: text/html\r\n\r\n<p>Another form</p>\r\n--inner--\r\n--outer\r\n"
           "Content-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: "
           "base64\r\n\r\nAAAA\r\n--outer\r\n"
           "Content-Type: application/pdf; name=\"../../paper.pdf\"\r\nContent-Disposition: attachment\r\n"
           "Content-Transfer-Encoding: base64\r\n\r\nJVBE\r\nRi0x\r\n--outer\r\n"
           "Content-Type: text/plain\r\nContent-Disposition: attachment; filename*0*=utf-8''ordre%20du;"
           " filename*1*=%20jour%20%C3%A9.txt\r\n\r\nOne\r\n--outer\r\n"
           "Content-Type: message/rfc822\r\n\r\nSubject: Inner\r\n\r\nForwarded.\r\n--outer--\r\n";
}

}  // namespace

TEST_CASE("transfer encodings are undone") {
    CHECK(decode_base64("TWlu\r\ndXRlcw==") == "Minutes");
    CHECK(decode_base64("TWludXRl") == "Minute");
    CHECK(decode_quoted_printable("a=3Db=\r\nc =\nd=ZZ=") == "a=bc d=ZZ=");
    CHECK(decode_quoted_printable("a_b", true) == "a b");
    CHECK(decode_percent("%41%4") == "A%4");
}

TEST_CASE("headers are decoded from any charset, split characters included") {
    CHECK(decoded_header("=?utf-8?B?w4k=?= =?utf-8?B?dGF0?= two  =?x?") == "État two =?x?");
    CHECK(decoded_header("=?utf-8?B?w?= =?utf-8?B?4k=?=") != "");
    CHECK(decoded_header("=?utf-8*fr?q?caf=C3?= =?utf-8?q?=A9?=") == "café");
    CHECK(decoded_header("=?windows-1251?Q?=CF=F0=EE=F2=EE=EA=EE=EB?=") == "Протокол");
    CHECK(decoded_header("plain (text)") == "plain (text)");
}

TEST_CASE("a message is read as subject, date, people and its plain text") {
    const auto document = read_document({"mail.eml", whole_message()});
    REQUIRE(document.ok());
    CHECK(faults_of(*document).empty());
    CHECK(document->media_type == MediaType::mail);
    REQUIRE(document->blocks.size() == 5);
    CHECK(document->blocks[0].title);
    CHECK(document->text_of(document->blocks[0]) == "Réunion of the Board");
    CHECK(document->text_of(document->blocks[1]) == "Date: 2 April 2025");
    CHECK(document->text_of(document->blocks[2]) == "From: Anaïs <a@example.org>");
    CHECK(document->text_of(document->blocks[4]) == "The café is closed on Monday.");
    REQUIRE(document->left_out.size() == 4);
    CHECK(document->left_out[0].reason == "signature");
    CHECK(document->left_out[0].text == "The Clerk");
}

TEST_CASE("what is attached comes whole, under names that are no paths") {
    const std::vector<Attachment> attached = attachments_of(whole_message());
    REQUIRE(attached.size() == 3);
    CHECK(attached[0].name == "paper.pdf");
    CHECK(attached[0].bytes == "%PDF-1");
    CHECK(attached[1].name == "ordre du jour é.txt");
    CHECK(attached[2].name == "attachment 3.eml");
    CHECK(attached[2].bytes.find("Forwarded.") != std::string::npos);
}

TEST_CASE("a message of HTML alone is read as HTML") {
    const auto document = read_document(
        {"a.eml", head + "Content-Type: text/html; charset=utf-8\r\n\r\n<h2>Agenda</h2><p>One item.</p>"});
    REQUIRE(document.ok());
    CHECK(document->text.find("Agenda") != std::string::npos);
    CHECK(document->text.find("<p>") == std::string::npos);
}

TEST_CASE("malformed messages are read as far as they go") {
    const std::string cut = whole_message().substr(0, 700);
    CHECK(read_document({"a.eml", cut}).ok());
    std::string deep = head;
    for (int i = 0; i < 2000; ++i) deep += "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n";
    CHECK(read_document({"a.eml", deep}).ok());
    std::string many = head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n";
    for (int i = 0; i < 5000; ++i) many += "--b\r\n\r\nx\r\n";
    CHECK(read_mime(many).parts.size() <= 1000);
    CHECK(read_mime("").body.empty());
    CHECK(read_mime("\n").parts.empty());
}

}  // namespace rapporteur
