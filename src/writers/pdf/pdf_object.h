#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "support/result.h"

namespace rapporteur {

/// A name object, without its slash.
struct PdfName {
    std::string value;
};

/// A text string (ISO 32000-1, 7.9.2.2): written in ASCII where that suffices, else in UTF-16BE. Cut at 16,000 code
/// points.
struct PdfText {
    std::string utf8;
};

/// A byte string, written in hexadecimal.
struct PdfBytes {
    std::string bytes;
};

struct PdfNull {};

class PdfArray;
class PdfDict;

using PdfValue = std::variant<bool, int, double, PdfName, PdfText, PdfBytes, PdfNull, PdfDict, PdfArray>;
using PdfEntries = std::initializer_list<std::pair<const char*, PdfValue>>;

/// A dictionary (or stream) of the file being written. A handle: copies name the same object.
class PdfDict {
public:
    PdfDict() = default;
    explicit PdfDict(void* object) : object_(object) {}
    /// Sets or replaces an entry; `key` has no slash.
    void set(const char* key, const PdfValue& value);
    bool known() const { return object_ != nullptr; }
    void* object() const { return object_; }
    bool operator==(const PdfDict&) const = default;

private:
    void* object_ = nullptr;
};

/// An array of the file being written, of at most `most` items. A handle: copies name the same object.
class PdfArray {
public:
    static constexpr std::size_t most = 32767;

    PdfArray() = default;
    explicit PdfArray(void* object) : object_(object) {}
    void add(const PdfValue& value);
    void* object() const { return object_; }

private:
    void* object_ = nullptr;
};

/// `jpeg`: the bytes are a JPEG already.
enum class Compression { none, deflate, jpeg };
enum class PdfVersion { v1_4, v1_7 };

/// One PDF file in memory: libharu as the writer of objects, pages and streams. Errors stick: after the first nothing
/// more is written, and save() reports it. Direct objects must be put into another object; indirect ones are owned by
/// the file.
class PdfFile {
public:
    PdfFile();
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    PdfDict dict(PdfEntries entries = {});
    PdfDict indirect_dict(PdfEntries entries = {});
    PdfArray array(std::initializer_list<PdfValue> values = {});
    PdfArray indirect_array();
    /// An indirect stream that holds the bytes.
    PdfDict stream(std::string_view bytes, Compression compression = Compression::deflate);

    /// A new last page; sizes in points.
    PdfDict add_page(double width, double height);
    /// Gives a page its content stream and the fonts it may name.
    void set_content(PdfDict page, std::string_view content, PdfDict fonts);
    /// Lets a page's content name an XObject.
    void add_xobject(PdfDict page, const char* name, PdfDict object);
    /// Adds to the annotations of a page.
    void add_annotation(PdfDict page, PdfDict annotation);
    /// A new last entry under `parent`, or at the top where that is unknown.
    PdfDict add_outline(PdfDict parent, const std::string& title, bool open);

    PdfDict catalog();
    PdfDict info();

    /// The whole file, its /ID derived from all streams; fails with `pdf_failed`.
    Result<std::string> save(PdfVersion version = PdfVersion::v1_7);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace rapporteur
