#include "writers/pdf_check/broken_twin.h"

#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "writers/pdf_check/checked_file.h"

namespace rapporteur::pdf_check {

std::string broken(const std::string& pdf, const BrokenTwin& twin) {
    const auto file = QPDF::create();
    file->setSuppressWarnings(true);
    file->processMemoryFile("sound.pdf", pdf.data(), pdf.size());
    twin.breaks(*file);
    QPDFWriter writer(*file);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setPreserveUnreferencedObjects(false);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

QPDFObjectHandle element(QPDF& file, const std::string& type, int index) {
    for (auto& object : file.getAllObjects())
        if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/StructElem") &&
            object.getKey("/S").isNameAndEquals(type) && index-- == 0)
            return object;
    throw std::runtime_error("no element " + type);
}

QPDFObjectHandle annotation(QPDF& file, const std::string& kind, int index) {
    for (auto& page : file.getAllPages())
        for (auto& one : items_of(QPDFObjectHandle(page).getKey("/Annots")))
            if (one.getKey("/Subtype").isNameAndEquals(kind) && index-- == 0) return one;
    throw std::runtime_error("no annotation " + kind);
}

QPDFObjectHandle parsed(const std::string& syntax) { return QPDFObjectHandle::parse(syntax); }

QPDFObjectHandle stream(QPDF& file, const std::string& dictionary, const std::string& bytes) {
    QPDFObjectHandle made = QPDFObjectHandle::newStream(&file, bytes);
    QPDFObjectHandle facts = parsed(dictionary);
    for (const std::string& key : facts.getKeys()) made.getDict().replaceKey(key, facts.getKey(key));
    return made;
}

void change_content(QPDF& file, const std::function<std::string(const std::string&)>& change) {
    QPDFObjectHandle content = QPDFObjectHandle(file.getAllPages()[0]).getKey("/Contents");
    content.replaceStreamData(change(stream_text(content)), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

void draw(QPDF& file, const std::string& content) {
    change_content(file, [&](const std::string& before) { return before + content; });
}

void add_resource(QPDF& file, const std::string& kind, const std::string& name, QPDFObjectHandle object) {
    QPDFObjectHandle resources = QPDFObjectHandle(file.getAllPages()[0]).getKey("/Resources");
    QPDFObjectHandle all = resources.getKey(kind).isDictionary() ? resources.getKey(kind) : parsed("<< >>");
    all.replaceKey(name, object);
    resources.replaceKey(kind, all);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("no such text: " + from);
    return text.replace(at, from.size(), to);
}

void change_metadata(QPDF& file, const std::string& from, const std::string& to) {
    QPDFObjectHandle metadata = file.getRoot().getKey("/Metadata");
    metadata.replaceStreamData(replaced(stream_text(metadata), from, to), QPDFObjectHandle::newNull(),
                               QPDFObjectHandle::newNull());
}

}  // namespace rapporteur::pdf_check
