#include "writers/pdf/pdf_object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string_view>

#include "support/hash.h"
#include "support/text.h"
#include "writers/pdf/pdf_syntax.h"

namespace rapporteur {
namespace {

void* bytes_object(HPDF_MMgr memory, const std::string& bytes) {
    std::string copy = bytes;  // libharu asks for writable bytes
    return HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()), static_cast<HPDF_UINT>(copy.size()));
}

// libharu refuses strings of more than 65,535 bytes.
std::string_view text_within_limits(std::string_view utf8) {
    constexpr std::size_t most = 16000;
    if (utf8.size() <= most) return utf8;
    std::size_t end = 0;
    for (std::size_t points = 0; points < most && end < utf8.size(); ++points) end += decode_at(utf8, end).bytes;
    return utf8.substr(0, end);
}

void* text_object(HPDF_MMgr memory, const std::string& utf8) {
    const std::string text(text_within_limits(utf8));
    if (is_printable_ascii(text)) return HPDF_String_New(memory, text.c_str(), nullptr);
    return bytes_object(memory, utf16_bytes(text));
}

struct ObjectMaker {
    HPDF_MMgr memory;
    void* operator()(bool value) const { return HPDF_Boolean_New(memory, value ? HPDF_TRUE : HPDF_FALSE); }
    void* operator()(int value) const { return HPDF_Number_New(memory, value); }
    void* operator()(double value) const {
        const double safe =
            std::isfinite(value) ? std::clamp<double>(value, HPDF_LIMIT_MIN_REAL, HPDF_LIMIT_MAX_REAL) : 0;
        return HPDF_Real_New(memory, static_cast<HPDF_REAL>(safe));
    }
    void* operator()(const PdfName& name) const { return HPDF_Name_New(memory, name.value.c_str()); }
    void* operator()(const PdfText& text) const { return text_object(memory, text.utf8); }
    void* operator()(const PdfBytes& bytes) const { return bytes_object(memory, bytes.bytes); }
    void* operator()(PdfNull) const { return HPDF_Null_New(memory); }
    void* operator()(PdfDict dict) const { return dict.object(); }
    void* operator()(PdfArray array) const { return array.object(); }
};

struct FirstError {
    HPDF_STATUS code = HPDF_OK;
    HPDF_STATUS detail = 0;
};

void record_first_error(HPDF_STATUS code, HPDF_STATUS detail, void* first_error) {
    auto& first = *static_cast<FirstError*>(first_error);
    if (first.code == HPDF_OK) first = {code, detail};
}

HPDF_Dict filled(HPDF_Dict dict, PdfEntries entries) {
    PdfDict handle(dict);
    for (const auto& [key, value] : entries) handle.set(key, value);
    return dict;
}

std::string read_saved(HPDF_Doc doc) {
    HPDF_UINT32 size = HPDF_GetStreamSize(doc);
    std::string bytes(size, '\0');
    HPDF_ResetStream(doc);
    HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    bytes.resize(size);
    return bytes;
}

HPDF_UINT filter_of(Compression compression) {
    if (compression == Compression::jpeg) return HPDF_STREAM_FILTER_DCT_DECODE;
    return compression == Compression::deflate ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
}

Diagnostic failed(const std::string& detail) { return {Code::pdf_failed, {}, detail}; }

}  // namespace

struct PdfFile::State {
    FirstError error;
    HPDF_Doc doc = nullptr;
    std::string fingerprint;  // a chain of hashes over all streams

    void remember(std::string_view bytes) { fingerprint = sha256_hex(fingerprint + sha256_hex(bytes)); }
    HPDF_Dict indirect(HPDF_Dict object) const {
        if (doc) HPDF_Xref_Add(doc->xref, object);
        return object;
    }
};

void PdfDict::set(const char* key, const PdfValue& value) {
    const auto dict = static_cast<HPDF_Dict>(object_);
    if (dict) HPDF_Dict_Add(dict, key, std::visit(ObjectMaker{dict->mmgr}, value));
}

void PdfArray::add(const PdfValue& value) {
    const auto array = static_cast<HPDF_Array>(object_);
    if (array) HPDF_Array_Add(array, std::visit(ObjectMaker{array->mmgr}, value));
}

PdfFile::PdfFile() : state_(std::make_unique<State>()) {
    // The real struct types of the headers are only those of the library where both are of one version.
    if (std::strcmp(HPDF_GetVersion(), HPDF_VERSION_TEXT) != 0) return;
    state_->doc = HPDF_NewEx(record_first_error, nullptr, nullptr, 0, &state_->error);
    if (!state_->doc) return;
    HPDF_SetCompressionMode(state_->doc, HPDF_COMP_ALL);
    HPDF_SetPagesConfiguration(state_->doc, 64);
}

PdfFile::~PdfFile() {
    if (state_->doc) HPDF_Free(state_->doc);
}

PdfDict PdfFile::dict(PdfEntries entries) {
    return state_->doc ? PdfDict(filled(HPDF_Dict_New(state_->doc->mmgr), entries)) : PdfDict();
}

PdfDict PdfFile::indirect_dict(PdfEntries entries) {
    if (!state_->doc) return {};
    return PdfDict(filled(state_->indirect(HPDF_Dict_New(state_->doc->mmgr)), entries));
}

PdfArray PdfFile::array(std::initializer_list<PdfValue> values) {
    if (!state_->doc) return {};
    PdfArray made(HPDF_Array_New(state_->doc->mmgr));
    for (const auto& value : values) made.add(value);
    return made;
}

PdfArray PdfFile::indirect_array() {
    const PdfArray made = array();
    if (made.object()) HPDF_Xref_Add(state_->doc->xref, made.object());
    return made;
}

PdfDict PdfFile::stream(std::string_view bytes, Compression compression) {
    if (!state_->doc) return {};
    const HPDF_Dict made = HPDF_DictStream_New(state_->doc->mmgr, state_->doc->xref);
    if (!made) return {};
    made->filter = filter_of(compression);
    HPDF_Stream_Write(made->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                      static_cast<HPDF_UINT>(bytes.size()));
    state_->remember(bytes);
    return PdfDict(made);
}

PdfDict PdfFile::add_page(double width, double height) {
    if (!state_->doc) return {};
    const HPDF_Page page = HPDF_AddPage(state_->doc);
    if (!page) return {};
    HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
    HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
    return PdfDict(page);
}

void PdfFile::set_content(PdfDict page, std::string_view content, PdfDict fonts) {
    const auto object = static_cast<HPDF_Page>(page.object());
    if (!object) return;
    HPDF_Stream_Write(static_cast<HPDF_PageAttr>(object->attr)->stream,
                      reinterpret_cast<const HPDF_BYTE*>(content.data()), static_cast<HPDF_UINT>(content.size()));
    PdfDict(HPDF_Dict_GetItem(object, "Resources", HPDF_OCLASS_DICT)).set("Font", fonts);
    state_->remember(content);
}

void PdfFile::add_xobject(PdfDict page, const char* name, PdfDict object) {
    if (!page.object()) return;
    const auto resources =
        static_cast<HPDF_Dict>(HPDF_Dict_GetItem(static_cast<HPDF_Dict>(page.object()), "Resources", HPDF_OCLASS_DICT));
    PdfDict objects(HPDF_Dict_GetItem(resources, "XObject", HPDF_OCLASS_DICT));
    if (!objects.known()) {
        objects = dict();
        PdfDict(resources).set("XObject", objects);
    }
    objects.set(name, object);
}

void PdfFile::add_annotation(PdfDict page, PdfDict annotation) {
    const auto object = static_cast<HPDF_Page>(page.object());
    if (!object) return;
    void* list = HPDF_Dict_GetItem(object, "Annots", HPDF_OCLASS_ARRAY);
    if (!list) {
        list = array().object();
        page.set("Annots", PdfArray(list));
    }
    PdfArray(list).add(annotation);
}

PdfDict PdfFile::add_outline(PdfDict parent, const std::string& title, bool open) {
    if (!state_->doc) return {};
    const HPDF_Outline made =
        HPDF_CreateOutline(state_->doc, static_cast<HPDF_Outline>(parent.object()), "title", nullptr);
    if (!made) return {};
    HPDF_Outline_SetOpened(made, open ? HPDF_TRUE : HPDF_FALSE);
    PdfDict handle(made);
    handle.set("Title", PdfText{title});
    state_->remember(title);
    return handle;
}

PdfDict PdfFile::catalog() { return PdfDict(state_->doc ? state_->doc->catalog : nullptr); }
PdfDict PdfFile::info() { return PdfDict(state_->doc ? state_->doc->info : nullptr); }

Result<std::string> PdfFile::save(PdfVersion version) {
    if (!state_->doc) return failed("the libharu at hand is not the version that this program was built with");
    const std::string id = state_->fingerprint.substr(0, 16);
    PdfDict(state_->doc->trailer).set("ID", array({PdfBytes{id}, PdfBytes{id}}));
    state_->doc->pdf_version = version == PdfVersion::v1_4 ? HPDF_VER_14 : HPDF_VER_17;
    std::string bytes;
    if (HPDF_SaveToStream(state_->doc) == HPDF_OK) bytes = read_saved(state_->doc);
    if (state_->error.code != HPDF_OK || bytes.empty())
        return failed("libharu error " + std::to_string(state_->error.code) + ", " +
                      std::to_string(state_->error.detail));
    return bytes;
}

}  // namespace rapporteur
