#include <algorithm>
#include <array>
#include <string_view>

#include "writers/pdf_check/rules.h"

namespace rapporteur::pdf_check {
namespace {

// ISO 32000-1, table 169.
constexpr std::array<std::string_view, 26> kinds = {
    "/Text",        "/Link",      "/FreeText",       "/Line",     "/Square",    "/Circle", "/Polygon",
    "/PolyLine",    "/Highlight", "/Underline",      "/Squiggly", "/StrikeOut", "/Stamp",  "/Caret",
    "/Ink",         "/Popup",     "/FileAttachment", "/Sound",    "/Movie",     "/Widget", "/Screen",
    "/PrinterMark", "/TrapNet",   "/Watermark",      "/3D",       "/Redact"};

constexpr std::array<std::string_view, 8> allowed_actions = {"/GoTo",  "/GoToR",      "/GoToE",  "/URI",
                                                             "/Named", "/SubmitForm", "/Thread", "/Hide"};

class AnnotationCheck {
public:
    AnnotationCheck(const CheckedFile& file, QPDFObjectHandle page, QPDFObjectHandle annotation, Findings& findings)
        : file_(file), page_(page), annotation_(annotation), findings_(findings), place_(file.place_of(page)) {
        kind_ = annotation_.getKey("/Subtype").isName() ? annotation_.getKey("/Subtype").getName() : "";
        QPDFObjectHandle key = annotation_.getKey("/StructParent");
        element_ = key.isInteger() ? file_.element_of(file_.owner(key.getIntValue())) : -1;
        place_ += ", " + kind_ + " (object " + std::to_string(annotation_.getObjectID()) + ")";
    }

    void check() {
        if (is_outside() || kind_ == "/Popup") return;
        findings_.add_unless(std::find(kinds.begin(), kinds.end(), kind_) != kinds.end(), "28-006", place_);
        if (kind_ == "/TrapNet") return findings_.add("28-007", place_);
        if (kind_ == "/PrinterMark") return findings_.add_unless(element_ < 0, "28-017", place_);
        check_place();
        check_words();
        check_media();
        check_look();
        check_target();
        check_action(annotation_.getKey("/A"));
    }

private:
    bool has_words(QPDFObjectHandle object, const char* key) const {
        return object.isDictionary() && object.getKey(key).isString() && !object.getKey(key).getUTF8Value().empty();
    }
    bool element_has_words() const {
        return element_ >= 0 && has_words(file_.elements()[static_cast<std::size_t>(element_)].object, "/Alt");
    }

    // Hidden ones and those outside the page need no tag (ISO 14289-1, 7.18.1).
    bool is_outside() {
        QPDFObjectHandle flags = annotation_.getKey("/F");
        constexpr long long hidden = 2;
        return flags.isInteger() && (flags.getIntValue() & hidden) != 0 && kind_ != "/Link" && kind_ != "/Widget";
    }

    void check_place() {
        const char* condition = kind_ == "/Widget" ? "28-010" : kind_ == "/Link" ? "28-011" : "28-002";
        const char* role = kind_ == "/Widget" ? "Form" : kind_ == "/Link" ? "Link" : "Annot";
        if (element_ < 0) return findings_.add(condition, place_ + " is in no element");
        findings_.add_unless(file_.is_under(element_, role), condition, place_);
        const auto& named = file_.elements()[static_cast<std::size_t>(element_)].annotations;
        findings_.add_unless(std::find(named.begin(), named.end(), name_of(annotation_)) != named.end(), condition,
                             place_ + " is not named by its element");
    }

    void check_words() {
        if (kind_ == "/Widget") {
            const bool told = has_words(annotation_, "/TU") || has_words(annotation_.getKey("/Parent"), "/TU");
            return findings_.add_unless(told || element_has_words(), "28-005", place_);
        }
        if (kind_ == "/Link") findings_.add_unless(has_words(annotation_, "/Contents"), "28-012", place_);
        findings_.add_unless(has_words(annotation_, "/Contents") || element_has_words(), "28-004", place_);
        if (kind_ == "/FileAttachment") {
            QPDFObjectHandle file = annotation_.getKey("/FS");
            findings_.add_unless(has_words(file, "/F") && has_words(file, "/UF"), "28-016", place_);
        }
    }

    void check_media() {
        QPDFObjectHandle rendition = annotation_.getKey("/A");
        if (!rendition.isDictionary() || !rendition.getKey("/S").isNameAndEquals("/Rendition")) return;
        QPDFObjectHandle clip =
            rendition.getKey("/R").isDictionary() ? rendition.getKey("/R").getKey("/C") : QPDFObjectHandle::newNull();
        if (!clip.isDictionary()) return;
        findings_.add_unless(clip.hasKey("/CT"), "28-014", place_);
        findings_.add_unless(clip.hasKey("/Alt"), "28-015", place_);
    }

    // ISO 19005-3, 6.3.2 and 6.3.3.
    void check_look() {
        constexpr long long hidden = 2, printed = 4, no_view = 32, invisible = 1;
        QPDFObjectHandle flags = annotation_.getKey("/F");
        const long long value = flags.isInteger() ? flags.getIntValue() : 0;
        findings_.add_unless((value & printed) != 0 && (value & (hidden | no_view | invisible)) == 0, "A-6.3.2",
                             place_);
        if (kind_ == "/Link") return;
        QPDFObjectHandle look = annotation_.getKey("/AP");
        findings_.add_unless(look.isDictionary() && !look.getKey("/N").isNull(), "A-6.3.3", place_);
        if (kind_ == "/Widget")
            findings_.add_unless(!annotation_.hasKey("/A") && !annotation_.hasKey("/AA"), "A-6.4.1", place_);
    }

    void check_target() {
        QPDFObjectHandle there = annotation_.getKey("/Dest");
        QPDFObjectHandle action = annotation_.getKey("/A");
        if (action.isDictionary() && action.getKey("/S").isNameAndEquals("/GoTo")) there = action.getKey("/D");
        if (there.isArray())
            findings_.add_unless(there.getArrayItem(0).isDictionaryOfType("/Page"), "S-destination", place_);
    }

    void check_action(QPDFObjectHandle action) {
        if (!action.isDictionary()) return;
        const std::string kind = action.getKey("/S").isName() ? action.getKey("/S").getName() : "";
        const bool allowed = std::find(allowed_actions.begin(), allowed_actions.end(), kind) != allowed_actions.end();
        findings_.add_unless(allowed && kind != "/Hide", "A-6.5.1", place_ + ": " + kind);
    }

    const CheckedFile& file_;
    QPDFObjectHandle page_, annotation_;
    Findings& findings_;
    std::string place_, kind_;
    int element_ = -1;
};

}  // namespace

void check_annotations(const CheckedFile& file, Findings& findings) {
    for (QPDFObjectHandle page : file.pages()) {
        const auto annotations = items_of(page.getKey("/Annots"));
        if (annotations.empty()) continue;
        const bool told = page.hasKey("/Tabs");
        findings.add_unless(told, "28-008", file.place_of(page));
        if (told) findings.add_unless(page.getKey("/Tabs").isNameAndEquals("/S"), "28-009", file.place_of(page));
        for (const auto& annotation : annotations)
            if (QPDFObjectHandle(annotation).isDictionary()) AnnotationCheck(file, page, annotation, findings).check();
    }
}

}  // namespace rapporteur::pdf_check
