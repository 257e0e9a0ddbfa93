#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "shaped_text.h"
#include "writers/pdf/pdf_writer.h"

namespace rapporteur {

/// Pages under construction, with the faces they use.
class PageMaker {
public:
    PageMaker() {
        pages_.title = "Pack of the Committee";
        pages_.language = "en-GB";
        pages_.date_iso = "2031-04-09";
        add_page("1");
    }

    void add_page(const std::string& label) { pages_.pages.push_back({595, 842, label, {}}); }

    int add_face(const SystemFace& face) {
        faces_.push_back(face.face());
        pages_.faces.push_back({"", 0});
        return static_cast<int>(faces_.size()) - 1;
    }

    int add_element(const std::string& role, int parent = -1) {
        Element element;
        element.role = role;
        element.parent = parent;
        pages_.elements.push_back(element);
        return static_cast<int>(pages_.elements.size()) - 1;
    }

    void add(PageItem item) { pages_.pages.back().items.push_back(std::move(item)); }

    /// A line of its own element, below the one before.
    void add_line(const SystemFace& face, const std::string& text, const std::string& role = "P") {
        TextItem item = shaped(face, add_face(face), text, 40, baseline_ += 24);
        item.element = add_element(role);
        add(item);
    }

    Pages& pages() { return pages_; }
    std::string write() const {
        auto pdf = write_pdf(pages_, faces_);
        REQUIRE_MESSAGE(pdf.ok(), pdf.error().detail);
        return *pdf;
    }

private:
    Pages pages_;
    std::vector<hb_face_t*> faces_;
    double baseline_ = 30;
};

}  // namespace rapporteur
