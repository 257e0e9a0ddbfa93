#include "writers/pdf/pdf_sources.h"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <qpdf/Pl_Count.hh>
#include <qpdf/Pl_Discard.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

#include "writers/live_address.h"
#include "writers/pdf/pdf_content.h"
#include "writers/pdf/pdf_sheet_marks.h"

namespace rapporteur {
namespace {

constexpr long long most_content_bytes = 64LL << 20;  // of one page, decoded
constexpr int most_links = 500;                       // of one page
constexpr int most_layers = 2000;
constexpr double least_side = 1;  // points

using Object = QPDFObjectHandle;

double number_in(Object array, int at) {
    Object item = array.getArrayItem(at);
    return item.isNumber() ? item.getNumericValue() : 0;
}

std::optional<PageRect> rectangle_of(Object array) {
    if (!array.isArray() || array.getArrayNItems() < 4) return std::nullopt;
    const double x0 = number_in(array, 0), y0 = number_in(array, 1), x1 = number_in(array, 2), y1 = number_in(array, 3);
    return PageRect{std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
}

bool has_area(const PageRect& r) { return r.x1 - r.x0 >= least_side && r.y1 - r.y0 >= least_side; }

/// The part of a page that is seen and how it is turned (ISO 32000-1, 14.11.2): its crop box inside its media box.
struct View {
    PageRect box{0, 0, 612, 792};
    int turn = 0;  // degrees clockwise: 0, 90, 180 or 270

    explicit View(QPDFPageObjectHelper page) {
        if (const auto media = rectangle_of(page.getAttribute("/MediaBox", false)); media && has_area(*media))
            box = *media;
        if (const auto crop = rectangle_of(page.getAttribute("/CropBox", false))) {
            const PageRect inside{std::max(crop->x0, box.x0), std::max(crop->y0, box.y0), std::min(crop->x1, box.x1),
                                  std::min(crop->y1, box.y1)};
            if (has_area(inside)) box = inside;
        }
        Object rotate = page.getAttribute("/Rotate", false);
        if (rotate.isInteger()) turn = static_cast<int>(((rotate.getIntValue() % 360) + 360) % 360 / 90 * 90);
    }

    double across() const { return box.x1 - box.x0; }
    double up() const { return box.y1 - box.y0; }
    bool lies() const { return turn == 90 || turn == 270; }
    double width() const { return lies() ? up() : across(); }
    double height() const { return lies() ? across() : up(); }

    /// From the page's own space to a square of one unit as the page is seen.
    std::array<double, 6> matrix() const {
        const double w = across(), h = up();
        switch (turn) {
            case 90:
                return {0, -1 / w, 1 / h, 0, -box.y0 / h, box.x1 / w};
            case 180:
                return {-1 / w, 0, 0, -1 / h, box.x1 / w, box.y1 / h};
            case 270:
                return {0, 1 / w, -1 / h, 0, box.y1 / h, -box.x0 / w};
            default:
                return {1 / w, 0, 0, 1 / h, -box.x0 / w, -box.y0 / h};
        }
    }

    /// A rectangle of the page's own space as it is seen, from the top left corner.
    PageRect seen(const PageRect& area) const {
        const auto m = matrix();
        const auto x = [&](double px, double py) {
            return std::clamp(m[0] * px + m[2] * py + m[4], 0.0, 1.0) * width();
        };
        const auto y = [&](double px, double py) {
            return (1 - std::clamp(m[1] * px + m[3] * py + m[5], 0.0, 1.0)) * height();
        };
        const double x0 = x(area.x0, area.y0), x1 = x(area.x1, area.y1);
        const double y0 = y(area.x0, area.y0), y1 = y(area.x1, area.y1);
        return {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)};
    }
};

/// A source that libqpdf has opened; it throws on what it cannot read.
class OpenedSource {
public:
    explicit OpenedSource(const AnnexSource& source) : file_(QPDF::create()) {
        file_->setSuppressWarnings(true);
        file_->processMemoryFile("source", source.bytes.data(), source.bytes.size(),
                                 source.password.empty() ? nullptr : source.password.c_str());
        pages_ = file_->getAllPages();
    }

    QPDF& file() const { return *file_; }
    const std::vector<Object>& pages() const { return pages_; }

    std::vector<SourcePage> measure() {
        for (std::size_t i = 0; i < pages_.size(); ++i) index_[pages_[i].getObjGen()] = static_cast<int>(i);
        std::vector<SourcePage> out;
        for (Object& page : pages_) out.push_back(measured(page));
        return out;
    }

private:
    SourcePage measured(Object page) {
        SourcePage out;
        try {
            const View view((QPDFPageObjectHelper(page)));
            out.width = view.width();
            out.height = view.height();
            out.readable = can_be_decoded(page);
            out.links = links_of(page, view);
            out.broken_picture = shows_broken_picture(page);
        } catch (const std::exception&) {
            out.readable = false;
        }
        return out;
    }

    static bool can_be_decoded(Object page) {
        Pl_Discard discard;
        Pl_Count count("content", &discard);
        page.pipePageContents(&count);
        return count.getCount() <= most_content_bytes;
    }

    /// Looks at the first bytes of coded pictures only: decoding all would take longer than the pack.
    static bool shows_broken_picture(Object page) {
        Object resources = QPDFPageObjectHelper(page).getAttribute("/Resources", false);
        Object drawn = resources.isDictionary() ? resources.getKey("/XObject") : Object::newNull();
        if (!drawn.isDictionary()) return false;
        for (const auto& key : drawn.getKeys())
            if (is_broken_picture(drawn.getKey(key))) return true;
        return false;
    }

    static bool is_broken_picture(Object image) {
        if (!image.isStream() || !image.getDict().getKey("/Subtype").isNameAndEquals("/Image")) return false;
        Object filter = image.getDict().getKey("/Filter");
        if (filter.isArray() && filter.getArrayNItems() == 1) filter = filter.getArrayItem(0);
        if (!filter.isNameAndEquals("/DCTDecode")) return false;
        const std::shared_ptr<Buffer> raw = image.getRawStreamData();
        return raw->getSize() < 2 || raw->getBuffer()[0] != 0xFF || raw->getBuffer()[1] != 0xD8;
    }

    std::vector<SourceLink> links_of(Object page, const View& view) {
        std::vector<SourceLink> links;
        Object annotations = page.getKey("/Annots");
        if (!annotations.isArray()) return links;
        for (int i = 0; i < std::min(annotations.getArrayNItems(), most_links); ++i) {
            Object each = annotations.getArrayItem(i);
            if (!each.isDictionary() || !each.getKey("/Subtype").isNameAndEquals("/Link")) continue;
            const auto area = rectangle_of(each.getKey("/Rect"));
            if (!area) continue;
            SourceLink link = target_of(each);
            link.area = view.seen(*area);
            if ((!link.address.empty() || link.page >= 0) && has_area(link.area)) links.push_back(std::move(link));
        }
        return links;
    }

    SourceLink target_of(Object annotation) {
        SourceLink link;
        Object action = annotation.getKey("/A");
        if (!action.isDictionary()) {
            link.page = page_of(annotation.getKey("/Dest"));
        } else if (action.getKey("/S").isNameAndEquals("/GoTo")) {
            link.page = page_of(action.getKey("/D"));
        } else if (action.getKey("/S").isNameAndEquals("/URI") && action.getKey("/URI").isString()) {
            link.address = live_address(action.getKey("/URI").getUTF8Value());
        }
        return link;
    }

    int page_of(Object destination) {
        if (destination.isName() || destination.isString()) destination = named(destination);
        if (destination.isDictionary()) destination = destination.getKey("/D");
        if (!destination.isArray() || destination.getArrayNItems() == 0) return -1;
        const auto found = index_.find(destination.getArrayItem(0).getObjGen());
        return found == index_.end() ? -1 : found->second;
    }

    Object named(Object name) {
        if (name.isName()) {
            Object known = file_->getRoot().getKey("/Dests");
            return known.isDictionary() ? known.getKey(name.getName()) : Object::newNull();
        }
        Object names = file_->getRoot().getKey("/Names");
        Object tree = names.isDictionary() ? names.getKey("/Dests") : Object::newNull();
        Object found = Object::newNull();
        if (tree.isDictionary()) QPDFNameTreeObjectHelper(tree, *file_, false).findObject(name.getUTF8Value(), found);
        return found;
    }

    std::shared_ptr<QPDF> file_;
    std::vector<Object> pages_;
    std::map<QPDFObjGen, int> index_;
};

/// Takes pages of one source into the pack.
class SheetTaker {
public:
    SheetTaker(QPDF& pack, const AnnexSource& source, Object layers) : pack_(pack), source_(source), layers_(layers) {
        take_layers();
    }

    /// The page as a form of one unit's width and height.
    Object take(std::size_t number) {
        if (number >= source_.pages().size()) return Object::newNull();
        QPDFPageObjectHelper page(source_.pages()[number]);
        const View view(page);
        Object form = pack_.copyForeignObject(page.getFormXObjectForPage(false));
        Object dict = form.getDict();
        dict.replaceKey("/BBox", reals({view.box.x0, view.box.y0, view.box.x1, view.box.y1}));
        const auto m = view.matrix();
        dict.replaceKey("/Matrix", reals({m[0], m[1], m[2], m[3], m[4], m[5]}));
        clean(form);
        return form;
    }

private:
    static Object reals(std::initializer_list<double> values) {
        Object array = Object::newArray();
        for (const double value : values) array.appendItem(Object::newReal(value, 10));
        return array;
    }

    /// Takes out of a form or a pattern, and of those that it draws, what belongs to the source's structure tree and
    /// what is not drawn.
    void clean(Object first) {
        std::vector<Object> waiting{first};
        while (!waiting.empty()) {
            Object stream = waiting.back();
            waiting.pop_back();
            if (!stream.isStream() || !cleaned_.insert(stream.getObjGen()).second) continue;
            Object dict = stream.getDict();
            for (const char* key :
                 {"/StructParent", "/StructParents", "/AF", "/PieceInfo", "/OPI", "/Ref", "/Metadata", "/LastModified"})
                dict.removeKey(key);
            if (dict.getKey("/Subtype").isNameAndEquals("/Image")) continue;
            stream.addTokenFilter(make_mark_stripper());
            Object resources = dict.getKey("/Resources");
            if (!resources.isDictionary()) continue;
            keep_layers_only(resources.getKey("/Properties"));
            for (const char* kind : {"/XObject", "/Pattern"}) {
                Object drawn = resources.getKey(kind);
                if (!drawn.isDictionary()) continue;
                for (const auto& key : drawn.getKeys()) waiting.push_back(drawn.getKey(key));
            }
        }
    }

    static void keep_layers_only(Object properties) {
        if (!properties.isDictionary()) return;
        for (const auto& key : properties.getKeys()) {
            Object each = properties.getKey(key);
            const bool layer = each.isDictionary() && (each.getKey("/Type").isNameAndEquals("/OCG") ||
                                                       each.getKey("/Type").isNameAndEquals("/OCMD"));
            if (!layer) properties.removeKey(key);
        }
    }

    /// Layers that the source shows stay shown, the others hidden.
    void take_layers() {
        Object known = source_.file().getRoot().getKey("/OCProperties");
        if (!known.isDictionary() || !known.getKey("/OCGs").isArray()) return;
        Object settings = known.getKey("/D");
        const bool all_off = settings.isDictionary() && settings.getKey("/BaseState").isNameAndEquals("/OFF");
        std::set<QPDFObjGen> other;  // than the base state
        Object list = settings.isDictionary() ? settings.getKey(all_off ? "/ON" : "/OFF") : Object::newNull();
        for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), most_layers); ++i)
            other.insert(list.getArrayItem(i).getObjGen());
        Object groups = known.getKey("/OCGs");
        for (int i = 0; i < std::min(groups.getArrayNItems(), most_layers); ++i) {
            Object group = groups.getArrayItem(i);
            if (!group.isDictionary() || !group.isIndirect()) continue;
            Object copy = pack_.copyForeignObject(group);
            layers_.getKey("/OCGs").appendItem(copy);
            if (other.contains(group.getObjGen()) != all_off) layers_.getKey("/D").getKey("/OFF").appendItem(copy);
        }
    }

    QPDF& pack_;
    OpenedSource source_;
    Object layers_;
    std::set<QPDFObjGen> cleaned_;
};

void put(Object page, Object form) {
    Object resources = page.getKey("/Resources");
    resources = resources.isDictionary() ? resources.shallowCopy() : Object::newDictionary();
    Object drawn = Object::newDictionary();
    drawn.replaceKey("/" + std::string(sheet_name), form);
    resources.replaceKey("/XObject", drawn);
    page.replaceKey("/Resources", resources);
}

std::string written(QPDF& pack) {
    QPDFWriter writer(pack);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setMinimumPDFVersion("1.7");
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string placed(const std::string& bytes, const Pages& pages, const std::vector<AnnexSource>& sources) {
    QPDF pack;
    pack.setSuppressWarnings(true);
    pack.processMemoryFile("pack", bytes.data(), bytes.size());
    Object layers = Object::parse("<</OCGs [] /D <</OFF []>>>>");
    std::map<int, std::unique_ptr<SheetTaker>> takers;
    const std::vector<Object>& made = pack.getAllPages();
    for (std::size_t i = 0; i < std::min(made.size(), pages.pages.size()); ++i)
        for (const PageItem& item : pages.pages[i].items) {
            const auto* sheet = std::get_if<SheetItem>(&item);
            if (!sheet || sheet->source < 0 || static_cast<std::size_t>(sheet->source) >= sources.size()) continue;
            auto& taker = takers[sheet->source];
            if (!taker)
                taker = std::make_unique<SheetTaker>(pack, sources[static_cast<std::size_t>(sheet->source)], layers);
            put(made[i], taker->take(static_cast<std::size_t>(sheet->sheet)));
        }
    if (layers.getKey("/OCGs").getArrayNItems() > 0) pack.getRoot().replaceKey("/OCProperties", layers);
    return written(pack);
}

}  // namespace

Result<std::vector<SourcePage>> measure_source(const AnnexSource& source) {
    try {
        std::vector<SourcePage> pages = OpenedSource(source).measure();
        if (pages.empty()) return Diagnostic{Code::pdf_failed, {}, "no page of it can be found"};
        return pages;
    } catch (const QPDFExc& error) {
        const bool locked = error.getErrorCode() == qpdf_e_password;
        return Diagnostic{locked ? Code::document_encrypted : Code::pdf_failed, {}, error.getMessageDetail()};
    } catch (const std::exception& error) {
        return Diagnostic{Code::pdf_failed, {}, error.what()};
    }
}

Result<std::string> place_sheets(const std::string& pack, const Pages& pages, const std::vector<AnnexSource>& sources) {
    try {
        return placed(pack, pages, sources);
    } catch (const std::exception& error) {
        return Diagnostic{Code::pdf_failed, {}, std::string("annexed pages: ") + error.what()};
    }
}

}  // namespace rapporteur
