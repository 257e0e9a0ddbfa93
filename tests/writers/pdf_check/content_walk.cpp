#include "writers/pdf_check/content_walk.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapporteur::pdf_check {
namespace {

constexpr int deepest_form = 12;

template <std::size_t count>
bool is_among(const std::array<std::string_view, count>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

constexpr std::array<std::string_view, 4> showing = {"Tj", "TJ", "'", "\""};
constexpr std::array<std::string_view, 10> painting = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh"};
constexpr std::array<std::string_view, 6> device_colour = {"rg", "RG", "g", "G", "k", "K"};
constexpr std::array<std::string_view, 73> operators = {
    "b",  "B",  "b*", "B*", "BDC", "BI",  "BMC", "BT", "BX", "c",  "cm", "CS", "cs", "d",  "d0",
    "d1", "Do", "DP", "EI", "EMC", "ET",  "EX",  "f",  "F",  "f*", "G",  "g",  "gs", "h",  "i",
    "ID", "j",  "J",  "K",  "k",   "l",   "m",   "M",  "MP", "n",  "q",  "Q",  "re", "RG", "rg",
    "ri", "s",  "S",  "SC", "sc",  "SCN", "scn", "sh", "T*", "Tc", "Td", "TD", "Tf", "Tj", "TJ",
    "TL", "Tm", "Tr", "Ts", "Tw",  "Tz",  "v",   "w",  "W",  "W*", "y",  "'",  "\""};

/// A mark that is open.
struct Mark {
    bool artifact = false;
    int content = -1;  // MCID
    bool in_text = false;
};

/// Where content stands: the page, and the form inside it where it is one.
struct Stand {
    QPDFObjectHandle page, owner;  // `owner` holds /StructParents: the page or a form
    QPDFObjectHandle resources;
    std::string place;
    bool appearance = false;  // of an annotation: tagged as a whole
    int depth = 0;
};

class ContentReader : public QPDFObjectHandle::ParserCallbacks {
public:
    ContentReader(const CheckedFile& file, const Stand& stand, std::vector<Mark> marks, Shown& shown,
                  Findings& findings)
        : file_(file),
          stand_(stand),
          marks_(std::move(marks)),
          around_(marks_.size()),
          shown_(shown),
          findings_(findings) {}

    bool has_contents() const { return has_contents_; }

    void handleObject(QPDFObjectHandle object) override {
        if (!object.isOperator()) {
            operands_.push_back(object);
            return;
        }
        perform(object.getOperatorValue());
        operands_.clear();
    }

    void handleEOF() override { findings_.add_unless(marks_.size() == around_, "S-nesting", stand_.place); }

private:
    void perform(const std::string& name) {
        if (name == "BMC" || name == "BDC") return open(name);
        if (name == "EMC") return close();
        if (name == "Tf") return choose_font();
        if (name == "Do") return draw_object();
        if (name == "gs") return set_state();
        if (name == "q") return saved_.push_back(font_);
        if (name == "Q") return restore();
        if (name == "BT" || name == "ET") return set_text(name == "BT");
        findings_.add_unless(is_among(operators, name), "A-6.2.2", stand_.place + ": " + name);
        if (is_among(device_colour, name)) shown_.device_colours = true;
        if (is_among(showing, name)) show();
        if (is_among(painting, name) || name == "EI") paint(name);
    }

    void restore() {
        if (saved_.empty()) return;
        font_ = saved_.back();
        saved_.pop_back();
    }

    void set_text(bool in_text) {
        const bool crossed = !in_text && marks_.size() > around_ && marks_.back().in_text;
        findings_.add_unless(!crossed, "S-nesting", stand_.place + ": a mark opened in a text goes on after it");
        in_text_ = in_text;
    }

    QPDFObjectHandle properties() {
        if (operands_.size() < 2) return QPDFObjectHandle::newNull();
        if (!operands_[1].isName()) return operands_[1];
        return resource("/Properties", operands_[1].getName());
    }

    QPDFObjectHandle resource(const std::string& kind, const std::string& name) {
        QPDFObjectHandle all =
            stand_.resources.isDictionary() ? stand_.resources.getKey(kind) : QPDFObjectHandle::newNull();
        QPDFObjectHandle found = all.isDictionary() ? all.getKey(name) : QPDFObjectHandle::newNull();
        findings_.add_unless(!found.isNull(), "S-resource", stand_.place + ": " + kind + " " + name);
        return found;
    }

    void open(const std::string& how) {
        Mark mark;
        mark.in_text = in_text_;
        mark.artifact = !operands_.empty() && operands_[0].isName() && operands_[0].getName() == "/Artifact";
        QPDFObjectHandle facts = how == "BDC" ? properties() : QPDFObjectHandle::newNull();
        if (facts.isDictionary() && facts.getKey("/MCID").isInteger())
            mark.content = facts.getKey("/MCID").getIntValueAsInt();
        if (mark.artifact && is_in_tag()) findings_.add("01-003", stand_.place);
        if (mark.content >= 0) check_tag(mark, facts);
        marks_.push_back(mark);
    }

    void check_tag(const Mark& mark, QPDFObjectHandle facts) {
        has_contents_ = true;
        if (is_in_artifact()) findings_.add("01-004", stand_.place);
        const std::string place = stand_.place + ", MCID " + std::to_string(mark.content);
        const int element = file_.element_with(name_of(stand_.owner), mark.content);
        findings_.add_unless(element >= 0, "S-tree", place + " is in no element");
        if (element < 0) return;
        check_owner(mark.content, element, place);
        const bool told =
            facts.hasKey("/Lang") || !file_.elements()[static_cast<std::size_t>(element)].language.empty();
        findings_.add_unless(told, "11-001", place);
    }

    // ISO 32000-1, 14.7.4.4: from content to element as from element to content.
    void check_owner(int content, int element, const std::string& place) {
        QPDFObjectHandle key = stand_.owner.isStream() ? stand_.owner.getDict().getKey("/StructParents")
                                                       : stand_.owner.getKey("/StructParents");
        QPDFObjectHandle owners = key.isInteger() ? file_.owner(key.getIntValue()) : QPDFObjectHandle::newNull();
        const bool agrees = owners.isArray() && content < owners.getArrayNItems() &&
                            file_.element_of(owners.getArrayItem(content)) == element;
        findings_.add_unless(agrees, "S-tree", place + " has another element in the parent tree");
    }

    void close() {
        if (marks_.size() <= around_) return findings_.add("S-nesting", stand_.place);
        const bool crossed = in_text_ && !marks_.back().in_text;
        findings_.add_unless(!crossed, "S-nesting", stand_.place + ": a mark ends inside a text that it does not hold");
        marks_.pop_back();
    }

    bool is_in_tag() const {
        return std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.content >= 0; });
    }
    bool is_in_artifact() const {
        return std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.artifact; });
    }

    void paint(const std::string& what) {
        if (stand_.appearance || is_in_tag() || is_in_artifact()) return;
        findings_.add("01-005", stand_.place + ": " + what);
    }

    void choose_font() {
        if (operands_.size() < 2 || !operands_[0].isName()) return;
        font_ = resource("/Font", operands_[0].getName());
    }

    void show() {
        paint("text");
        if (!font_.isDictionary()) return;
        ShownFont& shown = shown_.fonts[name_of(font_)];
        if (shown.place.empty()) shown.place = stand_.place;
        shown.font = font_;
        for (auto& operand : operands_)
            for (auto& piece : items_of(operand))
                if (piece.isString()) add_codes(piece.getStringValue(), shown);
    }

    void add_codes(const std::string& text, ShownFont& shown) {
        const std::size_t bytes = font_.getKey("/Subtype").getName() == "/Type0" ? 2 : 1;
        for (std::size_t i = 0; i + bytes <= text.size(); i += bytes) {
            unsigned code = static_cast<unsigned char>(text[i]);
            if (bytes == 2) code = code << 8U | static_cast<unsigned char>(text[i + 1]);
            shown.codes.insert(code);
        }
    }

    void set_state() {
        if (operands_.empty() || !operands_[0].isName()) return;
        QPDFObjectHandle state = resource("/ExtGState", operands_[0].getName());
        if (!state.isDictionary()) return;
        const auto below_one = [&](const char* key) {
            return state.getKey(key).isNumber() && state.getKey(key).getNumericValue() < 1;
        };
        const bool masked = state.hasKey("/SMask") && !(state.getKey("/SMask").isNameAndEquals("/None"));
        const bool blended = state.getKey("/BM").isName() && !state.getKey("/BM").isNameAndEquals("/Normal");
        if (below_one("/ca") || below_one("/CA") || masked || blended) shown_.transparency = true;
    }

    void draw_object();

    const CheckedFile& file_;
    Stand stand_;
    std::vector<Mark> marks_;
    std::size_t around_;  // marks of the content that shows this one
    Shown& shown_;
    Findings& findings_;
    std::vector<QPDFObjectHandle> operands_, saved_;
    QPDFObjectHandle font_ = QPDFObjectHandle::newNull();
    bool in_text_ = false, has_contents_ = false;
};

void check_image(QPDFObjectHandle image, const std::string& place, Shown& shown, Findings& findings) {
    QPDFObjectHandle facts = image.getDict();
    const bool smoothed = facts.getKey("/Interpolate").isBool() && facts.getKey("/Interpolate").getBoolValue();
    findings.add_unless(!smoothed && !facts.hasKey("/Alternates"), "A-6.2.8", place);
    if (facts.hasKey("/SMask")) shown.transparency = true;
    if (facts.getKey("/ColorSpace").isName()) shown.device_colours = true;
}

bool read_form(const CheckedFile& file, QPDFObjectHandle form, const Stand& stand, const std::vector<Mark>& marks,
               Shown& shown, Findings& findings) {
    ContentReader reader(file, stand, marks, shown, findings);
    const std::string content = stream_text(form);
    QPDFObjectHandle::parseContentStream(QPDFObjectHandle::newStream(&file.file(), content), &reader);
    return reader.has_contents();
}

void ContentReader::draw_object() {
    if (operands_.empty() || !operands_[0].isName()) return;
    QPDFObjectHandle object = resource("/XObject", operands_[0].getName());
    if (!object.isStream() || stand_.depth > deepest_form) return;
    QPDFObjectHandle facts = object.getDict();
    if (facts.getKey("/Subtype").isNameAndEquals("/Image")) {
        paint("an image");
        return check_image(object, stand_.place, shown_, findings_);
    }
    findings_.add_unless(!facts.hasKey("/Ref"), "30-001", stand_.place);
    if (facts.hasKey("/Group")) shown_.transparency = true;
    Stand inside = stand_;
    inside.owner = object;
    if (facts.hasKey("/Resources")) inside.resources = facts.getKey("/Resources");
    inside.place += ", form " + operands_[0].getName();
    ++inside.depth;
    if (read_form(file_, object, inside, marks_, shown_, findings_) && ++shown_.tagged_forms[name_of(object)] == 2)
        findings_.add("30-002", inside.place);
}

// The resources of a page may stand with its parents.
QPDFObjectHandle resources_of(QPDFObjectHandle page) {
    for (int height = 0; page.isDictionary() && height < 50; ++height) {
        if (page.hasKey("/Resources")) return page.getKey("/Resources");
        page = page.getKey("/Parent");
    }
    return QPDFObjectHandle::newDictionary();
}

void walk_appearances(const CheckedFile& file, QPDFObjectHandle page, Shown& shown, Findings& findings) {
    for (auto& annotation : items_of(page.getKey("/Annots"))) {
        if (!annotation.isDictionary() || !annotation.getKey("/AP").isDictionary()) continue;
        QPDFObjectHandle normal = annotation.getKey("/AP").getKey("/N");
        if (!normal.isStream()) continue;
        Stand stand{page, normal, normal.getDict().getKey("/Resources"), file.place_of(page) + ", an appearance",
                    true, 1};
        read_form(file, normal, stand, {}, shown, findings);
    }
}

}  // namespace

Shown walk_contents(const CheckedFile& file, Findings& findings) {
    Shown shown;
    for (QPDFObjectHandle page : file.pages()) {
        const Stand stand{page, page, resources_of(page), file.place_of(page), false, 0};
        ContentReader reader(file, stand, {}, shown, findings);
        page.parsePageContents(&reader);
        walk_appearances(file, page, shown, findings);
        if (page.hasKey("/Group")) shown.transparency = shown.transparency || !page.getKey("/Group").hasKey("/CS");
    }
    return shown;
}

}  // namespace rapporteur::pdf_check
