#include "readers/pdf/pdf_source.h"

#include <Annot.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <Link.h>
#include <OptionalContent.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "readers/pdf/pdf_collector.h"
#include "readers/pdf/pdf_drawing.h"
#include "readers/pdf/pdf_fields.h"
#include "readers/pdf/pdf_raster.h"
#include "support/text.h"

// With the collector, the fields and the raster the only place that knows Poppler. Its core is used (not poppler-cpp)
// because one pass over a page then gives glyphs with their fonts, the rules of tables and the tags of page furniture,
// at less than the cost of its own layout analysis.
namespace rapporteur {
namespace {

constexpr std::size_t most_contents = std::size_t{1} << 28;  // bytes of drawing commands that are checked

/// The password as files before PDF 2.0 spell it; nothing where it cannot be.
std::string latin1(const std::string& password) {
    std::string out;
    for (std::size_t at = 0; at < password.size();) {
        const CodePoint c = decode_at(password, at);
        at += c.bytes;
        if (c.value > 0xFF) return "";
        out += static_cast<char>(c.value);
    }
    return out;
}

/// A page whose drawing commands hide behind an image codec is a trap: no program writes one, and it may unpack to
/// gigabytes.
bool is_trap(Page& page) {
    const auto is_image = [](const Object& object) {
        if (!object.isStream()) return false;
        for (Stream* stream = object.getStream(); stream; stream = stream->getNextStream()) {
            const StreamKind kind = stream->getKind();
            if (kind == strJBIG2 || kind == strDCT || kind == strCCITTFax || kind == strJPX) return true;
        }
        return false;
    };
    const Object contents = page.getContents();
    if (!contents.isArray()) return is_image(contents);
    for (int i = 0; i < contents.arrayGetLength(); ++i) {
        if (is_image(contents.arrayGet(i))) return true;
    }
    return false;
}

/// Only what a reader can follow on the web, or write to.
bool leads_out(const std::string& target) {
    const std::string low = to_lower(std::string_view(target).substr(0, 8));
    return low.starts_with("http://") || low.starts_with("https://") || low.starts_with("mailto:");
}

void add_links(PDFDoc& document, int number, PdfDrawing& drawing) {
    const std::unique_ptr<Links> links = document.getLinks(number);
    if (!links) return;
    std::array<double, 6> matrix{};
    document.getPage(number)->getDefaultCTM(matrix.data(), 72, 72, 0, false, false);
    const auto shown = [&](double x, double y) {
        return std::pair{matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]};
    };
    for (const AnnotLink* link : links->getLinks()) {
        const LinkAction* action = link->getAction();
        if (!action || !action->isOk() || action->getKind() != actionURI) continue;
        std::string target = to_valid_utf8(static_cast<const LinkURI*>(action)->getURI());
        if (!leads_out(target)) continue;
        double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
        link->getRect(&x0, &y0, &x1, &y1);
        const auto [ax, ay] = shown(x0, y0);
        const auto [bx, by] = shown(x1, y1);
        drawing.links.push_back(
            {std::min(ax, bx), std::min(ay, by), std::max(ax, bx), std::max(ay, by), std::move(target)});
    }
}

/// Counts what Poppler complains of while it works on the page at hand: its callback takes no argument of ours.
thread_local std::size_t complaints = 0;

void count_complaint(ErrorCategory category, Goffset, const char*) {
    if (category == errSyntaxError || category == errInternal) ++complaints;
}

/// The page's drawing commands cannot be unpacked to their end. To be asked only where there were complaints, which
/// may as well come from a font or a picture.
bool contents_break(Page& page) {
    const Object contents = page.getContents();
    const auto breaks = [](const Object& object) {
        if (!object.isStream()) return !object.isNull();
        complaints = 0;
        Stream* stream = object.getStream();
        stream->reset();
        std::size_t bytes = 0;
        while (bytes < most_contents && stream->getChar() != EOF) ++bytes;
        stream->close();
        return complaints > 0;
    };
    if (!contents.isArray()) return breaks(contents);
    for (int i = 0; i < contents.arrayGetLength(); ++i) {
        if (breaks(contents.arrayGet(i))) return true;
    }
    return false;
}

/// The layers that the document switches off.
std::vector<OptionalContentGroup*> hidden_layers(PDFDoc& document) {
    std::vector<OptionalContentGroup*> out;
    const OCGs* layers = document.getCatalog()->getOptContentConfig();
    if (!layers) return out;
    for (const auto& [ref, layer] : layers->getOCGs()) {
        if (layer->getState() == OptionalContentGroup::Off) out.push_back(layer.get());
    }
    return out;
}

/// Draws the page once more with all layers and adds what only then appears, as not seen.
void add_hidden(PDFDoc& document, int number, const std::vector<OptionalContentGroup*>& layers, PdfDrawing& drawing) {
    using Place = std::tuple<std::string, long, long>;
    const auto place_of = [](const DrawnGlyph& drawn) {
        return Place{drawn.glyph.text, std::lround(drawn.x * 4), std::lround(drawn.y * 4)};
    };
    for (OptionalContentGroup* layer : layers) layer->setState(OptionalContentGroup::On);
    PageCollector all;
    document.displayPage(&all, number, 72, 72, 0, false, true, false);
    for (OptionalContentGroup* layer : layers) layer->setState(OptionalContentGroup::Off);
    std::set<Place> shown;
    for (const DrawnGlyph& drawn : drawing.glyphs) shown.insert(place_of(drawn));
    for (DrawnGlyph& drawn : all.drawing.glyphs) {
        if (shown.contains(place_of(drawn))) continue;
        drawn.unseen = Unseen::hidden_layer;
        drawing.glyphs.push_back(std::move(drawn));
    }
}

/// For each page Poppler would work out anew how colours are turned into those of the press that the document is meant
/// for; here they only tell what is seen on a screen.
void forget_press(PDFDoc& document) {
    XRef& objects = *document.getXRef();
    Object catalog = objects.getCatalog();
    if (!catalog.isDict() || catalog.dictLookupNF("OutputIntents").isNull()) return;
    catalog.dictRemove("OutputIntents");
    objects.setModifiedObject(&catalog, {objects.getRootNum(), objects.getRootGen()});
}

}  // namespace

/// Poppler's document with what it needs to live.
class PdfSource::Body {
public:
    Body(std::string_view bytes, const std::string& password) {
        if (!globalParams) globalParams = std::make_unique<GlobalParams>();
        setErrorCallback(count_complaint);
        document = open(bytes, std::nullopt);
        for (const std::string& spelling : {password, latin1(password)}) {
            if (document->isOk() || document->getErrorCode() != errEncrypted || spelling.empty()) break;
            document = open(bytes, GooString(spelling));
        }
    }

    std::unique_ptr<PDFDoc> document;

private:
    static std::unique_ptr<PDFDoc> open(std::string_view bytes, const std::optional<GooString>& password) {
        // PDFDoc owns the stream that it is given.
        auto stream = std::make_unique<MemStream>(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
        return std::make_unique<PDFDoc>(stream.release(), password, password);
    }
};

PdfSource::PdfSource(std::unique_ptr<Body> body) : body_(std::move(body)) {}
PdfSource::PdfSource(PdfSource&&) noexcept = default;
PdfSource& PdfSource::operator=(PdfSource&&) noexcept = default;
PdfSource::~PdfSource() = default;

Result<PdfSource> PdfSource::open(std::string_view bytes, const std::string& password, const std::string& file) {
    auto body = std::make_unique<Body>(bytes, password);
    PDFDoc& document = *body->document;
    if (!document.isOk()) {
        const bool locked = document.getErrorCode() == errEncrypted;
        return Diagnostic{locked ? Code::document_encrypted : Code::document_damaged, {file}, ""};
    }
    forget_press(document);
    if (document.getNumPages() < 1) return Diagnostic{Code::document_damaged, {file}, "no pages"};
    return PdfSource(std::move(body));
}

int PdfSource::pages() const { return body_->document->getNumPages(); }

PdfPage PdfSource::page(int number) const {
    PDFDoc& document = *body_->document;
    PdfPage broken;
    broken.number = number;
    broken.damaged = true;
    try {
        Page* found = document.getPage(number);
        if (!found || !found->isOk() || is_trap(*found)) return broken;
        complaints = 0;
        PageCollector collector;
        PdfDrawing& drawing = collector.drawing;
        constexpr std::size_t not_yet = ~std::size_t{0};
        drawing.page_glyphs = not_yet;
        const auto before_annotation = [](Annot*, void* data) {
            auto& drawn = *static_cast<PdfDrawing*>(data);
            drawn.page_glyphs = std::min(drawn.page_glyphs, drawn.glyphs.size());
            return true;
        };
        document.displayPage(&collector, number, 72, 72, 0, false, true, false, nullptr, nullptr, before_annotation,
                             &drawing);
        drawing.page_glyphs = std::min(drawing.page_glyphs, drawing.glyphs.size());
        const bool breaks = complaints > 0 && contents_break(*found);
        add_fields(document, *found, drawing);
        const std::vector<OptionalContentGroup*> layers = hidden_layers(document);
        if (!layers.empty()) add_hidden(document, number, layers, drawing);
        add_links(document, number, drawing);
        find_unseen(drawing);
        PdfPage page = framed(drawing, number);
        page.damaged = breaks;
        return page;
    } catch (const std::exception&) {
        return broken;
    }
}

std::optional<Raster> PdfSource::raster(int number, double resolution, const GiveUp& give_up) const {
    PDFDoc& document = *body_->document;
    try {
        Page* found = document.getPage(number);
        if (!found || !found->isOk() || is_trap(*found)) return std::nullopt;
        return raster_of(document, number, resolution, give_up);
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

void make_fonts_known() {
    // Poppler mends what the file leaves out.
    constexpr std::string_view page =
        "%PDF-1.4\n"
        "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
        ">> "
        ">>\nendobj\n"
        "4 0 obj\n<< /Length 31 >>\nstream\nBT /F 6 Tf 1 1 Td (x) Tj ET     \nendstream\nendobj\n"
        "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n"
        "trailer\n<< /Root 1 0 R >>\n";
    if (const Result<PdfSource> source = PdfSource::open(page, "", "")) source->raster(1, 72, [] { return false; });
}

}  // namespace rapporteur
