#include "writers/pdf/pdf_encryption.h"

#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace rapporteur {

Result<std::string> encrypt_pdf(const std::string& bytes, const std::string& password) {
    try {
        const auto file = QPDF::create();
        file->setSuppressWarnings(true);
        file->processMemoryFile("pack.pdf", bytes.data(), bytes.size());
        QPDFWriter writer(*file);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        // An owner's password of its own would be one more that opens the file.
        writer.setR6EncryptionParameters(password.c_str(), password.c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    } catch (const std::exception& error) {
        return Diagnostic{Code::pdf_failed, {}, error.what()};
    }
}

}  // namespace rapporteur
