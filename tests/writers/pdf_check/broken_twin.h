#pragma once

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <vector>

namespace rapporteur::pdf_check {

/// A sound file made to meet one condition.
struct BrokenTwin {
    std::string condition;
    std::function<void(QPDF&)> breaks;
};

using Twins = std::vector<BrokenTwin>;

// By topic; together they break every condition that objects of a file can break.
Twins document_twins();
Twins structure_twins();
Twins content_twins();
Twins annotation_twins();
Twins font_twins();
Twins archive_twins();

/// The file again, after breaking.
std::string broken(const std::string& pdf, const BrokenTwin& twin);

/// The `index`th structure element of that type; throws where there is none.
QPDFObjectHandle element(QPDF& file, const std::string& type, int index = 0);
/// The `index`th annotation of that kind.
QPDFObjectHandle annotation(QPDF& file, const std::string& kind, int index = 0);
/// A dictionary or name from PDF syntax: "<< /A 1 >>".
QPDFObjectHandle parsed(const std::string& syntax);
/// An indirect stream with that dictionary.
QPDFObjectHandle stream(QPDF& file, const std::string& dictionary, const std::string& bytes);
/// Replaces the first page's content by what `change` makes of it.
void change_content(QPDF& file, const std::function<std::string(const std::string&)>& change);
/// Draws more at the end of the first page.
void draw(QPDF& file, const std::string& content);
/// Gives the first page a resource.
void add_resource(QPDF& file, const std::string& kind, const std::string& name, QPDFObjectHandle object);
/// The text with the first `from` replaced; throws where there is none.
std::string replaced(std::string text, const std::string& from, const std::string& to);
/// Replaces words in the XMP metadata.
void change_metadata(QPDF& file, const std::string& from, const std::string& to);

}  // namespace rapporteur::pdf_check
