#include "support/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>

namespace rapporteur {
namespace {

/// A label without its punctuation, and the name under which ICU knows that encoding.
struct Charset {
    std::string_view label;
    const char* converter;
};

// The labels of the WHATWG Encoding Standard (section 4.2) that stand in documents. ISO 8859-1 and -9 are read as
// the Windows code pages that hold them, GB 2312 as GB 18030, as the standard has it.
constexpr Charset charsets[] = {
    {"866", "ibm-866"},
    {"arabic", "iso-8859-6"},
    {"ascii", "windows-1252"},
    {"ansix341968", "windows-1252"},
    {"big5", "Big5-HKSCS"},
    {"big5hkscs", "Big5-HKSCS"},
    {"chinese", "gb18030"},
    {"cnbig5", "Big5-HKSCS"},
    {"cp1250", "windows-1250"},
    {"cp1251", "windows-1251"},
    {"cp1252", "windows-1252"},
    {"cp1253", "windows-1253"},
    {"cp1254", "windows-1254"},
    {"cp1255", "windows-1255"},
    {"cp1256", "windows-1256"},
    {"cp1257", "windows-1257"},
    {"cp1258", "windows-1258"},
    {"cp819", "windows-1252"},
    {"cp866", "ibm-866"},
    {"cyrillic", "iso-8859-5"},
    {"dos874", "windows-874"},
    {"eucjp", "euc-jp"},
    {"euckr", "windows-949"},
    {"gb18030", "gb18030"},
    {"gb2312", "gb18030"},
    {"gb231280", "gb18030"},
    {"gbk", "gb18030"},
    {"greek", "iso-8859-7"},
    {"greek8", "iso-8859-7"},
    {"hebrew", "iso-8859-8"},
    {"ibm819", "windows-1252"},
    {"ibm866", "ibm-866"},
    {"iso2022jp", "iso-2022-jp"},
    {"iso88591", "windows-1252"},
    {"iso885910", "iso-8859-10"},
    {"iso885911", "windows-874"},
    {"iso885913", "iso-8859-13"},
    {"iso885914", "iso-8859-14"},
    {"iso885915", "iso-8859-15"},
    {"iso88592", "iso-8859-2"},
    {"iso88593", "iso-8859-3"},
    {"iso88594", "iso-8859-4"},
    {"iso88595", "iso-8859-5"},
    {"iso88596", "iso-8859-6"},
    {"iso88597", "iso-8859-7"},
    {"iso88598", "iso-8859-8"},
    {"iso88598i", "iso-8859-8"},
    {"iso88599", "windows-1254"},
    {"koi", "koi8-r"},
    {"koi8", "koi8-r"},
    {"koi8r", "koi8-r"},
    {"koi8u", "koi8-u"},
    {"korean", "windows-949"},
    {"ksc56011987", "windows-949"},
    {"ksc5601", "windows-949"},
    {"l1", "windows-1252"},
    {"l2", "iso-8859-2"},
    {"l5", "windows-1254"},
    {"l9", "iso-8859-15"},
    {"latin1", "windows-1252"},
    {"latin2", "iso-8859-2"},
    {"latin3", "iso-8859-3"},
    {"latin4", "iso-8859-4"},
    {"latin5", "windows-1254"},
    {"latin6", "iso-8859-10"},
    {"mac", "macintosh"},
    {"macintosh", "macintosh"},
    {"mskanji", "windows-31j"},
    {"shiftjis", "windows-31j"},
    {"sjis", "windows-31j"},
    {"tis620", "windows-874"},
    {"usascii", "windows-1252"},
    {"windows1250", "windows-1250"},
    {"windows1251", "windows-1251"},
    {"windows1252", "windows-1252"},
    {"windows1253", "windows-1253"},
    {"windows1254", "windows-1254"},
    {"windows1255", "windows-1255"},
    {"windows1256", "windows-1256"},
    {"windows1257", "windows-1257"},
    {"windows1258", "windows-1258"},
    {"windows31j", "windows-31j"},
    {"windows874", "windows-874"},
    {"windows949", "windows-949"},
    {"xcp1250", "windows-1250"},
    {"xcp1251", "windows-1251"},
    {"xcp1252", "windows-1252"},
    {"xeucjp", "euc-jp"},
    {"xgbk", "gb18030"},
    {"xmaccyrillic", "x-mac-cyrillic"},
    {"xmacroman", "macintosh"},
    {"xsjis", "windows-31j"},
    {"xxbig5", "Big5-HKSCS"},
};

/// Letters and digits of a label, in lower case.
std::string bare(std::string_view label) {
    std::string out;
    for (const char c : label.substr(0, 64)) {
        if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
    }
    return out;
}

const char* converter_of(std::string_view label) {
    const std::string wanted = bare(label);
    const auto found = std::find_if(std::begin(charsets), std::end(charsets),
                                    [&](const Charset& charset) { return charset.label == wanted; });
    return found == std::end(charsets) ? nullptr : found->converter;
}

template <auto close>
struct Closer {
    template <class T>
    void operator()(T* handle) const {
        close(handle);
    }
};

constexpr std::size_t sampled_bytes = 1 << 16;  // enough for the detector, whatever the document's length

}  // namespace

std::optional<std::string> decode_charset(std::string_view bytes, std::string_view label) {
    const char* name = converter_of(label);
    if (!name || bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, Closer<ucnv_close>> converter(ucnv_open(name, &status));
    if (U_FAILURE(status)) return std::nullopt;
    const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    wide.toUTF8String(out);
    return out;
}

std::optional<CharsetGuess> guess_charset(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, sampled_bytes);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, Closer<ucsdet_close>> detector(ucsdet_open(&status));
    if (U_FAILURE(status)) return std::nullopt;
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const char* name = ucsdet_getName(matches[i], &status);
        const int confidence = ucsdet_getConfidence(matches[i], &status);
        if (U_SUCCESS(status) && converter_of(name)) return CharsetGuess{name, confidence};
    }
    return std::nullopt;
}

}  // namespace rapporteur
