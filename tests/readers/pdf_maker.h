#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Writes small PDF files for tests: text of the standard fonts at given places, and rules. Points, y up, A4.
class PdfMaker {
public:
    PdfMaker() { page(); }

    void page() { pages_.emplace_back(); }

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
        std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
        for (const char* font : {"Helvetica", "Helvetica-Bold", "Helvetica-Oblique"}) {
            objects.push_back(std::string("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /") +
                              font + " >>");
        }
        std::string kids;
        for (const std::string& content : pages_) {
            objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
            const std::string contents = std::to_string(objects.size());
            objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + contents +
                              " 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>");
            kids += std::to_string(objects.size()) + " 0 R ";
        }
        objects[1] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [" + kids + "] >>";
        return assembled(objects);
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

    static std::string assembled(const std::vector<std::string>& objects) {
        std::string out = "%PDF-1.4\n";
        std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
        for (std::size_t i = 0; i < objects.size(); ++i) {
            const std::string at = std::to_string(out.size());
            table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
            out += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
        }
        const std::string start = std::to_string(out.size());
        return out + table + "trailer << /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
               start + "\n%%EOF\n";
    }

    std::vector<std::string> pages_;
};

}  // namespace rapporteur
