#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "support/xml.h"
#include "support/zip.h"

namespace rapporteur {

/// Holds a DOCX against what Open Packaging Conventions and WordprocessingML ask beyond their schemas: every part is
/// declared and reached, every relation leads somewhere, ids and bookmarks are unique and resolved, every style that is
/// used exists, nothing prompts or runs on opening.
class DocxCheck {
public:
    explicit DocxCheck(const std::string& bytes) {
        const auto entries = read_zip(bytes);
        if (!entries.ok()) {
            fault("the package cannot be unpacked");
            return;
        }
        for (const ZipEntry& entry : *entries)
            if (!parts_.emplace(entry.path, entry.bytes).second) fault("two parts are named " + entry.path);
        if (!entries->empty() && entries->front().path != "[Content_Types].xml") fault("content types are not first");
        for (const auto& [path, part] : parts_) {
            if (!is_xml(path)) continue;
            auto root = parse_xml(part, path);
            if (!root.ok())
                fault(path + " is not well-formed: " + root.error().detail);
            else
                roots_.emplace(path, *root);
        }
        check_types();
        check_relations();
        for (const auto& [path, root] : roots_)
            if (path.starts_with("word/") && !path.ends_with(".rels")) check_part(path, root);
        check_styles();
        check_bookmarks();
        check_quiet();
    }

    const std::vector<std::string>& faults() const { return faults_; }

private:
    static bool is_xml(const std::string& path) { return path.ends_with(".xml") || path.ends_with(".rels"); }
    static std::string folder_of(const std::string& path) {
        const std::size_t slash = path.rfind('/');
        return slash == std::string::npos ? "" : path.substr(0, slash + 1);
    }

    template <class Visit>
    static void walk(const XmlNode& node, Visit&& visit) {
        visit(node);
        for (const XmlNode& child : node.children) walk(child, visit);
    }

    template <class Visit>
    void walk_named(const std::string& path, const std::string& name, Visit&& visit) const {
        const auto root = roots_.find(path);
        if (root == roots_.end()) return;
        walk(root->second, [&](const XmlNode& node) {
            if (node.name == name) visit(node);
        });
    }

    void fault(std::string words) { faults_.push_back(std::move(words)); }

    void check_types() {
        std::set<std::string> extensions, overrides;
        walk_named("[Content_Types].xml", "Default", [&](const XmlNode& node) {
            if (!extensions.emplace(node.attribute("Extension")).second) fault("an extension is declared twice");
        });
        walk_named("[Content_Types].xml", "Override", [&](const XmlNode& node) {
            const std::string name(node.attribute("PartName"));
            if (!overrides.insert(name).second) fault(name + " is declared twice");
            if (!parts_.contains(name.substr(std::min<std::size_t>(name.size(), 1)))) fault(name + " is not there");
        });
        for (const auto& [path, bytes] : parts_) {
            const std::string extension = path.substr(path.rfind('.') + 1);
            if (path != "[Content_Types].xml" && !overrides.contains("/" + path) && !extensions.contains(extension))
                fault(path + " has no content type");
            if (extension == "xml" && path != "[Content_Types].xml" && !overrides.contains("/" + path))
                fault(path + " is an XML part without a type of its own");
        }
    }

    static std::string resolved(const std::string& folder, const std::string& target) {
        if (target.starts_with('/')) return target.substr(1);
        std::string path = folder + target;
        for (std::size_t at = path.find("/../"); at != std::string::npos; at = path.find("/../")) {
            const std::size_t before = at == 0 ? std::string::npos : path.rfind('/', at - 1);
            path.erase(before == std::string::npos ? 0 : before + 1,
                       at + 4 - (before == std::string::npos ? 0 : before + 1));
        }
        return path;
    }

    void check_relations() {
        std::set<std::string> reached{"[Content_Types].xml"};
        for (const auto& [path, root] : roots_) {
            if (!path.ends_with(".rels")) continue;
            const std::string folder = folder_of(path);
            const std::string owner_folder = folder.substr(0, folder.size() - std::string("_rels/").size());
            const std::string owner = owner_folder + path.substr(folder.size(), path.size() - folder.size() - 5);
            if (path != "_rels/.rels" && !parts_.contains(owner)) fault(path + " belongs to no part");
            reached.insert(path);
            walk(root, [&](const XmlNode& node) {
                if (node.name != "Relationship") return;
                if (!relations_[owner].emplace(node.attribute("Id")).second) fault(path + ": an id is there twice");
                if (node.attribute("TargetMode") == "External") return;
                const std::string target = resolved(owner_folder, std::string(node.attribute("Target")));
                if (!parts_.contains(target)) fault(path + " leads to " + target + ", which is not there");
                reached.insert(target);
            });
        }
        for (const auto& [path, bytes] : parts_)
            if (!reached.contains(path)) fault("nothing leads to " + path);
    }

    void check_part(const std::string& path, const XmlNode& root) {
        std::set<std::string> drawings, controls, cells_without_end;
        walk(root, [&](const XmlNode& node) {
            for (const auto& [name, value] : node.attributes)
                if (name.starts_with("r:") && !relations_[path].contains(value))
                    fault(path + " names " + value + ", which is no relation of it");
            if (node.name == "wp:docPr" && !drawings.emplace(node.attribute("id")).second)
                fault(path + ": two drawings share an id");
            if (node.name == "w:tbl") check_table(path, node);
            if (node.name == "w:tc" && (node.children.empty() || node.children.back().name != "w:p"))
                fault(path + ": a cell does not end with a paragraph");
            if (node.name != "w:sdtPr") return;
            if (const XmlNode* id = node.child("w:id"); id && !controls.emplace(id->attribute("w:val")).second)
                fault(path + ": two content controls share an id");
            for (const char* name : {"w:alias", "w:tag"})
                if (const XmlNode* words = node.child(name); words && words->attribute("w:val").size() > 64 * 4)
                    fault(path + ": the name of a content control is too long");
        });
    }

    /// Its look is that of a style, it has words for those who do not see it, and its head is never broken over pages.
    void check_table(const std::string& path, const XmlNode& table) {
        const XmlNode* look = table.child("w:tblPr");
        const XmlNode* style = look ? look->child("w:tblStyle") : nullptr;
        if (!style || !is_table_style(style->attribute("w:val"))) fault(path + ": a table has no style of tables");
        if (!look || !look->child("w:tblLook")) fault(path + ": a table does not say which parts of its style it has");
        if (!look || !look->child("w:tblCaption") || !look->child("w:tblDescription"))
            fault(path + ": a table has no title");
        for (const XmlNode& row : table.children) {
            const XmlNode* kept = row.child("w:trPr");
            if (kept && kept->child("w:tblHeader") && !kept->child("w:cantSplit"))
                fault(path + ": the head of a table may break over pages");
        }
    }

    bool is_table_style(std::string_view id) const {
        bool found = false;
        walk_named("word/styles.xml", "w:style", [&](const XmlNode& node) {
            found |= node.attribute("w:type") == "table" && node.attribute("w:styleId") == id;
        });
        return found;
    }

    std::set<std::string> ids(const std::string& path, const std::string& name, const std::string& attribute) {
        std::set<std::string> out;
        walk_named(path, name, [&](const XmlNode& node) {
            if (!out.emplace(node.attribute(attribute)).second)
                fault(path + ": two of " + name + " are " + std::string(node.attribute(attribute)));
        });
        return out;
    }

    void check_styles() {
        const auto styles = ids("word/styles.xml", "w:style", "w:styleId");
        std::set<std::string> names;
        walk_named("word/styles.xml", "w:style", [&](const XmlNode& node) {
            const XmlNode* name = node.child("w:name");
            if (!name ||
                !names.emplace(std::string(node.attribute("w:type")) + " " + std::string(name->attribute("w:val")))
                     .second)
                fault("a style has no name or one that another has: " + std::string(node.attribute("w:styleId")));
        });
        const auto lists = ids("word/numbering.xml", "w:num", "w:numId");
        const auto notes = ids("word/footnotes.xml", "w:footnote", "w:id");
        const std::map<std::string, const std::set<std::string>*> wanted = {
            {"w:pStyle", &styles}, {"w:rStyle", &styles}, {"w:tblStyle", &styles}, {"w:basedOn", &styles},
            {"w:next", &styles},   {"w:link", &styles},   {"w:numId", &lists}};
        for (const auto& [path, root] : roots_)
            walk(root, [&](const XmlNode& node) {
                const auto rule = wanted.find(node.name);
                const std::string value(node.attribute("w:val"));
                if (rule != wanted.end() && !rule->second->contains(value) && !(node.name == "w:numId" && value == "0"))
                    fault(path + " uses " + node.name + " " + value + ", which is not there");
                if (node.name == "w:footnoteReference" && !notes.contains(std::string(node.attribute("w:id"))))
                    fault(path + " calls a footnote that is not there");
            });
    }

    void check_bookmarks() {
        const auto names = ids("word/document.xml", "w:bookmarkStart", "w:name");
        const auto begun = ids("word/document.xml", "w:bookmarkStart", "w:id");
        if (begun != ids("word/document.xml", "w:bookmarkEnd", "w:id")) fault("a bookmark does not end");
        for (const std::string& name : names)
            if (name.size() > 40) fault("a bookmark's name is too long: " + name);
        walk_named("word/document.xml", "w:hyperlink", [&](const XmlNode& node) {
            if (node.has_attribute("w:anchor") && !names.contains(std::string(node.attribute("w:anchor"))))
                fault("a link leads to no bookmark: " + std::string(node.attribute("w:anchor")));
        });
    }

    void check_quiet() {
        walk_named("word/settings.xml", "w:updateFields", [&](const XmlNode&) { fault("Word asks on opening"); });
        walk_named("word/settings.xml", "w:attachedTemplate", [&](const XmlNode&) { fault("a template is attached"); });
        for (const auto& [path, bytes] : parts_)
            if (path.ends_with(".bin") || path.find("vbaProject") != std::string::npos) fault("a macro: " + path);
    }

    std::map<std::string, std::string> parts_;
    std::map<std::string, XmlNode> roots_;
    std::map<std::string, std::set<std::string>> relations_;  // ids, by part
    std::vector<std::string> faults_;
};

/// The faults as one text, a line each.
inline std::string docx_faults(const std::string& bytes) {
    std::string out;
    for (const std::string& fault : DocxCheck(bytes).faults()) out += fault + "\n";
    return out;
}

}  // namespace rapporteur
