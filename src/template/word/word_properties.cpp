#include "template/word/word_properties.h"

#include <algorithm>

#include "support/xml.h"
#include "template/prepared.h"

namespace rapporteur {
namespace {

class PlainPart {
public:
    PlainPart(const std::string& place, TagSource& source, Diagnostics& problems)
        : place_(place), source_(source), problems_(problems) {}

    std::string put_down(const WordNode& root) {
        add(root);
        return std::move(out_);
    }

private:
    void add(const WordNode& node) {
        if (node.is_text()) return add_text(node.text);
        out_ += node.head;
        if (node.children.empty()) return void(out_ += "/>");
        out_ += '>';
        for (const WordNode& child : node.children) add(child);
        ((out_ += "</") += qualified_name(node.head)) += '>';
    }

    void add_text(const std::string& xml) {
        if (xml.find("{{") == std::string::npos) return void(out_ += xml);
        const std::string text = plain_text(xml);
        Delimiters delimiters;
        std::vector<TagFault> faults;
        std::size_t at = 0;
        for (TemplateTag& tag : find_tags(text, delimiters, faults)) {
            out_ += escape_xml(text.substr(at, tag.begin - at));
            at = tag.end;
            if (tag.kind == TagKind::partial)
                faults.push_back({tag.begin, "a partial does not belong into properties"});
            if (tag.kind == TagKind::comment || tag.kind == TagKind::delimiters || tag.kind == TagKind::partial)
                continue;
            tag.unescaped = false;
            out_ += prepared_tag(tag);
            tag.place = place_;
            tag.begin = source_.tags.size();
            source_.tags.push_back(std::move(tag));
        }
        out_ += escape_xml(text.substr(at));
        for (TagFault& fault : faults)
            problems_.push_back(
                {Code::template_invalid, {source_.file + ": " + place_, 0, 0, 0}, std::move(fault.why)});
    }

    const std::string& place_;
    TagSource& source_;
    Diagnostics& problems_;
    std::string out_;
};

std::string tag(const std::string& inside) { return tag_begin + inside + tag_end; }

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string pack_date(const std::string& name) {
    return "<dcterms:" + name +
           " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
           "xsi:type=\"dcterms:W3CDTF\">" +
           tag("meta.date") + "T00:00:00Z</dcterms:" + name + ">";
}

}  // namespace

std::string prepare_plain_part(const WordNode& root, const std::string& place, TagSource& source,
                               Diagnostics& problems) {
    return PlainPart(place, source, problems).put_down(root);
}

std::string prepare_core_properties(const WordNode* root, const std::string& place, TagSource& source,
                                    Diagnostics& problems) {
    WordNode properties;
    properties.head =
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"";
    if (root) properties = *root;
    bool titled = false;
    std::erase_if(properties.children, [&](const WordNode& child) {
        if (child.name == "title")
            titled = std::any_of(child.children.begin(), child.children.end(),
                                 [](const WordNode& text) { return text.text.find("{{") != std::string::npos; });
        return (child.name == "title" && !titled) ||
               is_one_of(child.name, {"created", "modified", "lastModifiedBy", "lastPrinted", "revision"});
    });
    std::string own;
    if (!titled) own = "<dc:title xmlns:dc=\"http://purl.org/dc/elements/1.1/\">" + tag("title") + "</dc:title>";
    own += tag("#meta") + tag("#date") + pack_date("created") + pack_date("modified") + tag("/date") + tag("/meta");
    properties.children.push_back(made_text(std::move(own)));
    return prepare_plain_part(properties, place, source, problems);
}

}  // namespace rapporteur
