#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Writes small PDF files for tests: text of the standard fonts at given places, and rules. Points, y up, A4.
class PdfMaker {
public:
    PdfMaker() { page(); }

    void page() {
        pages_.emplace_back();
        entries_.emplace_back();
    }

    /// Further entries of the page's dictionary ("/Rotate 90"), of its resources and of the catalogue.
    PdfMaker& entry(std::string_view text) {
        entries_.back() += " " + std::string(text);
        return *this;
    }
    PdfMaker& resource(std::string_view text) {
        resources_ += " " + std::string(text);
        return *this;
    }
    PdfMaker& catalogue(std::string_view text) {
        catalogue_ += " " + std::string(text);
        return *this;
    }

    /// An object of its own; returns how others refer to it ("6 0 R").
    std::string object(std::string_view body) {
        extra_.emplace_back(body);
        return std::to_string(fixed_objects + extra_.size()) + " 0 R";
    }

    /// A link to that address over an area of the page.
    PdfMaker& link(double x0, double y0, double x1, double y1, std::string_view target) {
        annotations_.resize(pages_.size());
        annotations_.back() +=
            object("<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [" + number(x0) + " " + number(y0) + " " +
                   number(x1) + " " + number(y1) + "] /A << /S /URI /URI (" + escaped(target) + ") >> >>") +
            " ";
        return *this;
    }

    /// A grey picture of one point, stretched over an area.
    PdfMaker& picture(double x, double y, double width, double height) {
        return draw("q " + number(width) + " 0 0 " + number(height) + " " + number(x) + " " + number(y) +
                    " cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n");
    }

    /// A form field of one line with its value, without any appearance.
    PdfMaker& field(double x0, double y0, double x1, double y1, std::string_view value, std::string_view more = "") {
        annotations_.resize(pages_.size());
        const std::string field =
            object("<< /Type /Annot /Subtype /Widget /FT /Tx /T (f" + std::to_string(extra_.size()) + ") /V (" +
                   escaped(value) + ") /Rect [" + number(x0) + " " + number(y0) + " " + number(x1) + " " + number(y1) +
                   "] " + std::string(more) + " >>");
        annotations_.back() += field + " ";
        fields_ += field + " ";
        return *this;
    }

    /// A line of text; `font` is 1 (regular), 2 (bold) or 3 (italic).
    PdfMaker& text(double x, double y, std::string_view line, double size = 10, int font = 1) {
        pages_.back() += "BT /F" + std::to_string(font) + " " + number(size) + " Tf " + number(x) + " " + number(y) +
                         " Td (" + escaped(line) + ") Tj ET\n";
        return *this;
    }

    PdfMaker& rule(double x0, double y0, double x1, double y1) {
        pages_.back() += number(x0) + " " + number(y0) + " m " + number(x1) + " " + number(y1) + " l S\n";
        return *this;
    }

    /// Drawing commands as they are.
    PdfMaker& draw(std::string_view commands) {
        pages_.back() += commands;
        return *this;
    }

    std::string bytes() const {
        return assembled(objects(), "", [](const std::string& body, std::size_t) { return body; });
    }

protected:
    static constexpr std::size_t fixed_objects = 5;

    std::vector<std::string> objects() const {
        std::vector<std::string> objects{"", ""};
        for (const char* font : {"Helvetica", "Helvetica-Bold", "Helvetica-Oblique"}) {
            objects.push_back(std::string("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /") +
                              font + " >>");
        }
        objects.insert(objects.end(), extra_.begin(), extra_.end());
        std::string kids;
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            objects.push_back("<< /Length " + std::to_string(pages_[i].size()) + " >>\nstream\n" + pages_[i] +
                              "endstream");
            const std::string contents = std::to_string(objects.size());
            const std::string annotations =
                i < annotations_.size() ? " /Annots [" + annotations_[i] + "]" : std::string();
            objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + contents +
                              " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>" + resources_ + " >>" +
                              annotations + entries_[i] + " >>");
            kids += std::to_string(objects.size()) + " 0 R ";
        }
        const std::string form = fields_.empty() ? "" : " /AcroForm << /Fields [" + fields_ + "] >>";
        objects[0] = "<< /Type /Catalog /Pages 2 0 R" + form + catalogue_ + " >>";
        objects[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>";
        return objects;
    }

    /// The file; `wrap` sees each object (numbers from 1) before it is written.
    template <typename Wrap>
    static std::string assembled(const std::vector<std::string>& objects, const std::string& trailer, Wrap wrap) {
        std::string out = "%PDF-1.4\n";
        std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects.size(); ++i) {
            const std::string at = std::to_string(out.size());
            table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
            out += std::to_string(i + 1) + " 0 obj\n" + wrap(objects[i], i + 1) + "\nendobj\n";
        }
        const std::string start = std::to_string(out.size());
        return out + table + "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R" + trailer +
               " >>\nstartxref\n" + start + "\n%%EOF\n";
    }

private:
    static std::string number(double value) {
        const long hundredths = static_cast<long>(value * 100 + (value < 0 ? -0.5 : 0.5));
        const long rest = hundredths % 100;
        return std::to_string(hundredths / 100) + "." + (rest < 10 ? "0" : "") + std::to_string(rest);
    }

    static std::string escaped(std::string_view text) {
        std::string out;
        for (const char c : text) {
            if (c == '(' || c == ')' || c == '\\') out += '\\';
            out += c;
        }
        return out;
    }

    std::vector<std::string> pages_;
    std::vector<std::string> entries_;
    std::vector<std::string> annotations_;
    std::vector<std::string> extra_;
    std::string resources_, catalogue_, fields_;
};

}  // namespace rapporteur
