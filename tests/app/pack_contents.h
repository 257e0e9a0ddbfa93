#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>

#include "app/program.h"
#include "support/text.h"
#include "support/zip.h"
#include "writers/pdf_file_check.h"

namespace rapporteur {

/// The files of a folder with their bytes, by name.
inline std::map<std::string, std::string> files_of(const std::string& folder) {
    std::map<std::string, std::string> out;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) out[entry.path().filename().string()] = content_of(entry.path().string());
    return out;
}

/// Everything that an object of a PDF says: its strings as bytes and as UTF-8, names, and decoded streams.
inline void append_object(QPDFObjectHandle object, std::string& out) {
    if (object.isString()) out += object.getStringValue() + "\n" + object.getUTF8Value() + "\n";
    if (object.isName()) out += object.getName() + "\n";
    if (object.isArray())
        for (auto& item : object.getArrayAsVector())
            if (!item.isIndirect()) append_object(item, out);
    QPDFObjectHandle entries = object.isStream() ? object.getDict() : object;
    if (entries.isDictionary())
        for (const std::string& key : entries.getKeys()) {
            out += key + "\n";
            if (!entries.getKey(key).isIndirect()) append_object(entries.getKey(key), out);
        }
    if (!object.isStream()) return;
    const auto data = object.getStreamData(qpdf_dl_all);
    out.append(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

/// All that is in a pack's file, decompressed, and the text of its pages.
inline std::string said_by_pdf(const std::string& pdf) {
    std::string out;
    auto file = opened(pdf);
    for (auto& object : file->getAllObjects()) append_object(object, out);
    append_object(file->getTrailer(), out);
    for (int page = 0; page < static_cast<int>(file->getAllPages().size()); ++page)
        out += collapse_space(text_of_page(pdf, page)) + "\n";
    return out;
}

inline std::string said_by_docx(const std::string& docx) {
    std::string out;
    const auto entries = read_zip(docx);
    REQUIRE(entries.ok());
    for (const auto& entry : *entries) out += entry.path + "\n" + entry.bytes + "\n";
    return out;
}

/// The words as UTF-16BE: how PDF writes what is beyond ASCII.
inline std::string in_utf16(const std::string& words) {
    std::string out;
    for (const char c : words) out += std::string(1, '\0') + c;
    return out;
}

/// Whether the words stand in it in any encoding, whatever their capitals.
inline bool says(const std::string& all, const std::string& words) {
    const std::string folded = to_lower(to_valid_utf8(all)), wanted = to_lower(words);
    return folded.find(wanted) != std::string::npos || all.find(in_utf16(words)) != std::string::npos;
}

}  // namespace rapporteur
