#include <doctest/doctest.h>
#include <openssl/evp.h>

#include <array>
#include <numeric>
#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {
namespace {

std::string md5(const std::string& text) {
    std::string out(16, '\0');
    unsigned length = 0;
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(out.data()), &length, EVP_md5(), nullptr);
    return out;
}

std::string rc4(const std::string& key, std::string text) {
    std::array<unsigned char, 256> box{};
    std::iota(box.begin(), box.end(), static_cast<unsigned char>(0));
    for (std::size_t i = 0, k = 0; i < 256; ++i) {
        k = (k + box[i] + static_cast<unsigned char>(key[i % key.size()])) % 256;
        std::swap(box[i], box[k]);
    }
    std::size_t i = 0;
    std::size_t k = 0;
    for (char& c : text) {
        i = (i + 1) % 256;
        k = (k + box[i]) % 256;
        std::swap(box[i], box[k]);
        c = static_cast<char>(static_cast<unsigned char>(c) ^ box[(box[i] + box[k]) % 256]);
    }
    return text;
}

std::string hex(const std::string& text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "<";
    for (const char c : text) {
        out += digits[static_cast<unsigned char>(c) / 16];
        out += digits[static_cast<unsigned char>(c) % 16];
    }
    return out + ">";
}

/// Writes files that are locked with RC4 of 40 bits (PDF 32000-1, 7.6.3: V 1, R 2).
class LockedMaker : public PdfMaker {
public:
    std::string locked(const std::string& user, const std::string& owner) const {
        const std::string id(16, 'i');
        const std::string o = rc4(md5(padded(owner)).substr(0, 5), padded(user));
        const std::string rights = "\xFC\xFF\xFF\xFF";  // -4, the lowest byte first
        const std::string key = md5(padded(user) + o + rights + id).substr(0, 5);
        const std::string u = rc4(key, padded(""));
        const std::string trailer = " /ID [" + hex(id) + hex(id) +
                                    "] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O " + hex(o) + " /U " + hex(u) +
                                    " >>";
        return assembled(objects(), trailer, [&](const std::string& body, std::size_t number) {
            const std::size_t stream = body.find("stream\n");
            if (stream == std::string::npos) return body;
            const std::size_t begin = stream + 7;
            const std::size_t end = body.rfind("endstream");
            const std::string count{static_cast<char>(number), '\0', '\0', '\0', '\0'};
            const std::string sealed = rc4(md5(key + count).substr(0, 10), body.substr(begin, end - begin));
            return body.substr(0, begin) + sealed + body.substr(end);
        });
    }

private:
    static std::string padded(const std::string& password) {
        static constexpr std::array<unsigned char, 32> filling{
            0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
            0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A};
        return (password + std::string(filling.begin(), filling.end())).substr(0, 32);
    }
};

std::string text_with(const std::string& bytes, const std::string& password) {
    ReadOptions options;
    options.password = password;
    const auto document = read_document({"locked.pdf", bytes}, options);
    return document ? document->text : std::string(name_of(document.error().code));
}

}  // namespace

TEST_CASE("locked files open with the empty password, the user's or the owner's, and say so when none does") {
    LockedMaker maker;
    maker.text(72, 740, "The minutes of the closed meeting.");
    const std::string open = maker.locked("", "owner");
    CHECK(open.find("closed meeting") == std::string::npos);
    CHECK(text_with(open, "") == "The minutes of the closed meeting.");
    CHECK(text_with(open, "wrong") == "The minutes of the closed meeting.");
    const std::string locked = maker.locked("user", "m\xF6we");
    CHECK(text_with(locked, "") == "document-encrypted");
    CHECK(text_with(locked, "wrong") == "document-encrypted");
    CHECK(text_with(locked, "user") == "The minutes of the closed meeting.");
    CHECK(text_with(locked, "m\xC3\xB6we") == "The minutes of the closed meeting.");
}

}  // namespace rapporteur
