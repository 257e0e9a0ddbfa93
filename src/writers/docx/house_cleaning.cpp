#include "writers/docx/house_cleaning.h"

#include <algorithm>
#include <array>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_bytes = std::size_t{8} << 20;

/// What is embedded, runs or brings in other documents.
constexpr std::array<std::string_view, 8> refused_elements = {
    "w:object", "w:control", "w:subDoc", "w:altChunk", "o:OLEObject", "w:sdtPr", "w:customXmlPr", "w:dataBinding"};

/// Fields that only print what the document itself knows (ECMA-376-1, 17.16.5); all others could load or run something.
constexpr std::array<std::string_view, 27> known_fields = {
    "page",       "numpages",    "section",   "sectionpages", "styleref", "date",    "time",
    "createdate", "savedate",    "printdate", "title",        "author",   "subject", "keywords",
    "comments",   "docproperty", "filename",  "ref",          "pageref",  "quote",   "if",
    "=",          "symbol",      "seq",       "lastsavedby",  "revnum",   "info"};

bool is_relation(std::string_view attribute) { return attribute.starts_with("r:"); }

bool is_picture(std::string_view name) { return name == "w:drawing" || name == "w:pict"; }

std::string field_name(std::string_view instruction) {
    const std::string folded = to_lower(trim(instruction));
    return folded.starts_with('=') ? "=" : folded.substr(0, folded.find_first_of(" \t\n\"\\"));
}

bool is_known_field(std::string_view instruction) {
    return std::find(known_fields.begin(), known_fields.end(), field_name(instruction)) != known_fields.end();
}

void set_attribute(XmlNode& node, std::string_view key, const std::string& value) {
    for (auto& [name, old] : node.attributes)
        if (name == key) old = value;
}

/// Text of white space alone between two tags is lost in reading unless it is written as a reference.
std::string with_kept_blanks(const std::string& bytes) {
    std::string out;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('>', at), bytes.size() - 1) + 1;
        out.append(bytes, at, end - at);
        const std::size_t text = std::min(bytes.find_first_not_of(' ', end), bytes.size());
        const bool blank = text > end && bytes.compare(text, 6, "</w:t>") == 0;
        for (at = end; blank && at < text; ++at) out += "&#32;";
    }
    return out;
}

class Cleaner {
public:
    Cleaner(const Relationships& kept, Cleaned& cleaned) : cleaned_(cleaned) {
        for (const Relationship& one : kept.all()) ids_.insert(one.id);
    }

    void clean(XmlNode& root) {
        clean_children(root);
        clear_fields();
    }

private:
    /// Whether the node itself has to go.
    bool is_refused(const XmlNode& node) {
        if (std::find(refused_elements.begin(), refused_elements.end(), node.name) != refused_elements.end()) {
            if (!node.name.ends_with("Pr")) cleaned_.insert("embedded objects");
            return true;
        }
        return is_picture(node.name) && !is_whole(node);
    }

    bool is_whole(const XmlNode& picture) {
        for (const XmlNode& child : picture.children) {
            const bool shows = child.name == "a:blip" || child.name == "v:imagedata";
            for (const auto& [name, value] : child.attributes)
                if (shows && is_relation(name) && name != "r:link" && !ids_.contains(value)) return false;
            const bool linked = shows && child.has_attribute("r:link") && !child.has_attribute("r:embed");
            if (linked || !is_whole(child)) return false;
        }
        return true;
    }

    void clean_children(XmlNode& node) {
        std::erase_if(node.children, [&](const XmlNode& child) {
            const bool refused = is_refused(child);
            if (refused && is_picture(child.name)) cleaned_.insert("pictures that are linked or of unknown kinds");
            return refused || names_lost_relation(child);
        });
        for (XmlNode& child : node.children) {
            std::erase_if(child.attributes, [&](const auto& attribute) {
                return is_relation(attribute.first) && !ids_.contains(attribute.second);
            });
            note_field(child);
            clean_children(child);
        }
    }

    /// What is nothing without its relation; of links the words stay.
    bool names_lost_relation(const XmlNode& node) const {
        if (node.name == "w:hyperlink" || node.name == "a:blip" || node.name == "v:imagedata") return false;
        return std::any_of(node.attributes.begin(), node.attributes.end(), [&](const auto& attribute) {
            return is_relation(attribute.first) && !ids_.contains(attribute.second);
        });
    }

    void note_field(XmlNode& node) {
        if (node.name == "w:fldSimple" && !is_known_field(node.attribute("w:instr"))) {
            cleaned_.insert("fields that load or run something");
            set_attribute(node, "w:instr", " QUOTE ");
        }
        if (node.name == "w:fldChar") {
            const std::string_view type = node.attribute("w:fldCharType");
            if (type == "begin") open_.push_back(fields_.size()), fields_.emplace_back();
            if (type == "end" && !open_.empty()) open_.pop_back();
        }
        if (node.name == "w:instrText") {
            if (open_.empty()) fields_.emplace_back();
            fields_[open_.empty() ? fields_.size() - 1 : open_.back()].push_back(&node);
        }
    }

    /// An instruction may be split over runs so that no piece of it tells what it is.
    void clear_fields() {
        for (const std::vector<XmlNode*>& pieces : fields_) {
            std::string instruction;
            for (const XmlNode* piece : pieces) instruction += piece->all_text();
            if (pieces.empty() || is_known_field(instruction)) continue;
            cleaned_.insert("fields that load or run something");
            for (XmlNode* piece : pieces) piece->children.clear();
            XmlNode text;
            text.text = " QUOTE ";
            pieces.front()->children.push_back(std::move(text));
        }
    }

    Cleaned& cleaned_;
    std::set<std::string, std::less<>> ids_;
    std::vector<std::size_t> open_;              // fields that are open, by their place
    std::vector<std::vector<XmlNode*>> fields_;  // the pieces of each field's instruction
};

}  // namespace

Result<XmlNode> house_root(const DocxPart& part, std::string_view root_name, const std::string& file) {
    const auto refused = [&](std::string why) { return Diagnostic{Code::reference_refused, {file}, std::move(why)}; };
    if (!part.whole || part.bytes.size() > most_bytes) return refused(part.path + " is damaged or too large");
    if (part.bytes.find("<!DOCTYPE") != std::string::npos) return refused(part.path + " has a document type");
    Result<XmlNode> root = parse_xml(with_kept_blanks(part.bytes), part.path);
    if (!root) return refused(part.path + ": " + root.error().detail);
    if (root->name != root_name) return refused(part.path + " is not in the form that Word writes");
    for (const auto& [name, value] : root->attributes)
        if (value.starts_with("http://purl.oclc.org/"))
            return refused("it is a Strict Open XML document: save it as an ordinary Word document");
    return root;
}

void clean_furniture(XmlNode& root, const Relationships& kept, Cleaned& cleaned) { Cleaner(kept, cleaned).clean(root); }

bool has_page_field(const XmlNode& root) {
    if (root.name == "w:fldSimple" && field_name(root.attribute("w:instr")) == "page") return true;
    if (root.name == "w:instrText" && field_name(root.all_text()) == "page") return true;
    if (root.name == "w:pgNum") return true;
    return std::any_of(root.children.begin(), root.children.end(), has_page_field);
}

}  // namespace rapporteur
