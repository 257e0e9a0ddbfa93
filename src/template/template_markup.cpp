#include "template/template_markup.h"

#include <algorithm>
#include <map>
#include <set>

#include "template/markup_scan.h"

namespace rapporteur {
namespace {

constexpr std::size_t deepest = 20;  // partials in partials, as in template/lint.cpp

/// A file with its pieces. The pieces point into the tags.
struct Scanned {
    const NamedText* file = nullptr;
    std::vector<TemplateTag> tags;
    std::vector<MarkupPiece> pieces;
};

/// What is wrong with the Mustache tags, template/lint.cpp reports.
void scan(const NamedText& file, Scanned& out, Diagnostics& problems) {
    Diagnostics told_elsewhere;
    out.file = &file;
    out.tags = scan_tags(file, told_elsewhere);
    out.pieces = scan_markup(file, out.tags, problems);
}

/// Walks the pieces as they will be written, with the elements that are open at each.
class MarkupChecker {
public:
    MarkupChecker(const std::map<std::string, Scanned>& partials, const MarkupSchema& schema, Diagnostics& problems)
        : partials_(partials), schema_(schema), problems_(problems) {}

    void walk(const Scanned& scanned) {
        const Scanned* outer = scanned_;
        scanned_ = &scanned;
        const std::size_t outer_floor = floor_;
        floor_ = elements_.size();
        for (const MarkupPiece& piece : scanned.pieces) take(piece);
        close_down_to(floor_, "");
        floor_ = outer_floor;
        scanned_ = outer;
    }

private:
    struct Element {
        std::string name;
        const Scanned* in = nullptr;
        std::size_t at = 0;
    };
    struct Section {
        std::string name;
        std::size_t depth = 0;  // elements open at its beginning
    };

    void problem(const Scanned& in, std::size_t at, std::string detail) {
        if (told_.insert({in.file->name, at}).second)
            problems_.push_back({Code::template_invalid, place_in(*in.file, at), std::move(detail)});
    }
    void problem(std::size_t at, std::string detail) { problem(*scanned_, at, std::move(detail)); }

    /// Elements below this depth were opened outside the section or the file at hand.
    std::size_t floor() const { return sections_.empty() ? floor_ : std::max(floor_, sections_.back().depth); }
    std::string parent() const { return elements_.empty() ? "" : elements_.back().name; }
    /// Where the elements above the floor were opened.
    std::string where() const { return sections_.empty() ? "this file" : "{{#" + sections_.back().name + "}}"; }

    void take(const MarkupPiece& piece) {
        switch (piece.kind) {
            case MarkupPiece::Kind::open:
            case MarkupPiece::Kind::empty:
                return open(piece);
            case MarkupPiece::Kind::close:
                return close(piece);
            case MarkupPiece::Kind::words:
                return check_words(piece);
            case MarkupPiece::Kind::mustache:
                return take_tag(*piece.tag);
        }
    }

    void open(const MarkupPiece& piece) {
        // Below an element that is not known nothing is said of its children.
        if (elements_.empty() || schema_.is_element(parent())) {
            const std::string fault = schema_.fault_of_child(parent(), piece.name);
            if (!fault.empty()) problem(piece.at, fault);
        }
        for (const MarkupAttribute& attribute : piece.attributes) check_attribute(piece, attribute);
        if (piece.kind == MarkupPiece::Kind::open) elements_.push_back({piece.name, scanned_, piece.at});
    }

    void check_attribute(const MarkupPiece& piece, const MarkupAttribute& attribute) {
        std::string fault = schema_.fault_of_attribute(piece.name, attribute.key);
        if (fault.empty() && attribute.fixed && schema_.is_element(piece.name))
            fault = schema_.fault_of_value(piece.name, attribute.key, attribute.value);
        if (!fault.empty()) problem(attribute.at, fault);
    }

    void close(const MarkupPiece& piece) {
        const auto is_namesake = [&](const Element& element) { return element.name == piece.name; };
        const auto first = elements_.begin() + static_cast<std::ptrdiff_t>(std::min(floor(), elements_.size()));
        const auto found = std::find_if(elements_.rbegin(), std::make_reverse_iterator(first), is_namesake);
        const bool is_there = found != std::make_reverse_iterator(first);
        if (!is_there && elements_.size() > floor() && !schema_.is_element(parent())) return elements_.pop_back();
        if (!is_there) return problem(piece.at, stray(piece.name, std::any_of(elements_.begin(), first, is_namesake)));
        if (found != elements_.rbegin())
            problem(piece.at, "</" + piece.name + "> stands where <" + parent() + "> of line " +
                                  line_of(elements_.back()) + " is open");
        elements_.erase(std::prev(found.base()), elements_.end());
    }

    std::string stray(const std::string& name, bool outside) const {
        return outside ? "</" + name + "> closes what was opened outside " + where()
                       : "nothing is open that </" + name + "> closes";
    }

    static std::string line_of(const Element& element) {
        return std::to_string(place_in(*element.in->file, element.at).line);
    }

    void check_words(const MarkupPiece& piece) {
        if (elements_.empty()) {
            problem(piece.at, "words outside <pack>");
        } else if (schema_.is_element(parent()) && !schema_.takes_text(parent())) {
            problem(piece.at, "text does not belong into <" + parent() + ">");
        }
    }

    void take_tag(const TemplateTag& tag) {
        if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) {
            sections_.push_back({tag.name, elements_.size()});
        } else if (tag.kind == TagKind::end) {
            end_section(tag.name);
        } else if (tag.kind == TagKind::partial) {
            include(tag);
        }
    }

    /// Sections that do not end where they should are told by template/lint.cpp.
    void end_section(const std::string& name) {
        const auto is_it = [&](const Section& section) { return section.name == name; };
        if (std::none_of(sections_.begin(), sections_.end(), is_it)) return;
        while (!is_it(sections_.back())) sections_.pop_back();
        close_down_to(sections_.back().depth, " inside " + where());
        sections_.pop_back();
    }

    /// Tells of the elements above a depth that they are not closed, and closes them.
    void close_down_to(std::size_t depth, const std::string& inside) {
        while (elements_.size() > depth) {
            const Element& element = elements_.back();
            problem(*element.in, element.at, "<" + element.name + "> is not closed" + inside);
            elements_.pop_back();
        }
    }

    void include(const TemplateTag& tag) {
        const auto partial = partials_.find(tag.name);
        if (partial == partials_.end() || path_.size() == deepest) return;
        if (std::find(path_.begin(), path_.end(), tag.name) != path_.end()) return;
        if (!walked_.insert({tag.name, parent()}).second) return;
        path_.push_back(tag.name);
        std::vector<Section> outer;
        outer.swap(sections_);
        walk(partial->second);
        sections_ = std::move(outer);  // what the partial left open is told by template/lint.cpp
        path_.pop_back();
    }

    const std::map<std::string, Scanned>& partials_;
    const MarkupSchema& schema_;
    Diagnostics& problems_;
    const Scanned* scanned_ = nullptr;
    std::vector<Element> elements_;
    std::vector<Section> sections_;
    std::size_t floor_ = 0;  // elements that were open where the file at hand began
    std::vector<std::string> path_;
    std::set<std::pair<std::string, std::string>> walked_;  // partial, element around it
    std::set<std::pair<std::string, std::size_t>> told_;    // file, byte
};

}  // namespace

Diagnostics check_markup(const TemplateFiles& files, const MarkupSchema& schema) {
    Diagnostics problems;
    std::map<std::string, Scanned> partials;
    for (const NamedText& file : files.partials) scan(file, partials[partial_name(file.name)], problems);
    Scanned pack;
    scan(files.pack, pack, problems);
    MarkupChecker(partials, schema, problems).walk(pack);
    return problems;
}

}  // namespace rapporteur
