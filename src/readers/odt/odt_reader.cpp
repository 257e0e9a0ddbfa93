#include "readers/odt/odt_reader.h"

#include <algorithm>
#include <map>
#include <utility>

#include "readers/odt/odt_body.h"
#include "support/text.h"
#include "support/zip_archive.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_part_bytes = std::size_t{1} << 28;

/// Reads the files of an OpenDocument text one after the other: styles before the body.
class OdtFile {
public:
    explicit OdtFile(Tracked tracked) : tracked_(tracked) {}

    /// Reads one XML file; false where it is broken.
    bool read(std::string_view bytes) {
        XmlStream xml = odt_stream(bytes);
        while (xml.inside(0)) {
            if (!xml.is_text()) element(xml);
        }
        return !xml.broken();
    }

    bool has_body() const { return body_read_; }

    Reading finish(bool whole) {
        Reading reading = std::move(reading_);
        set_pages(reading);
        reading.lines_are_paragraphs = true;
        reading.paragraphs_are_marked = true;
        reading.body_size = body_size(reading.drafts);
        if (!whole) reading.warnings.push_back({Code::text_cut_off, {}, "the file is damaged"});
        if (too_deep_) reading.warnings.push_back({Code::text_cut_off, {}, "a part is nested too deeply"});
        return reading;
    }

private:
    void element(XmlStream& xml) {
        if (xml.space() == odt_space::office && (xml.name() == "styles" || xml.name() == "automatic-styles")) {
            styles_.read(xml);
        } else if (xml.is(odt_space::office, "master-styles")) {
            running_text(xml);
        } else if (xml.is(odt_space::meta, "document-statistic")) {
            pages_ = odt_number(xml, "page-count", 0);
        } else if (xml.space() == odt_space::office && (xml.name() == "text" || xml.name() == "presentation")) {
            read_body(xml);
        } else if (xml.is(odt_space::office, "scripts") || xml.is(odt_space::office, "settings")) {
            xml.skip();
        }
    }

    void read_body(XmlStream& xml) {
        OdtBody body(styles_, tracked_);
        if (xml.name() == "presentation") {
            body.read_slides(xml);
            pages_ = body.page();
        } else {
            body.read(xml);
        }
        body_read_ = true;
        too_deep_ = body.too_deep();
        last_page_ = body.page();
        reading_.drafts = std::move(body.drafts);
        reading_.left_out.insert(reading_.left_out.end(), body.left_out.begin(), body.left_out.end());
    }

    /// Heads and feet of pages, each text once.
    void running_text(XmlStream& xml) {
        const int depth = xml.depth();
        while (xml.inside(depth)) {
            if (xml.is_text() || xml.space() != odt_space::style) continue;
            const bool runs = xml.name().starts_with("header") || xml.name().starts_with("footer");
            if (!runs) continue;
            std::string text = join(odt_paragraphs(xml), " / ");
            const auto same = [&](const LeftOut& left) { return left.text == text; };
            if (text.empty() || std::any_of(reading_.left_out.begin(), reading_.left_out.end(), same)) continue;
            reading_.left_out.push_back({"running head", std::move(text), 0});
        }
    }

    /// Pages hold only where the breaks that were found are all that the program counted.
    void set_pages(Reading& reading) const {
        if (pages_ > 0 && last_page_ == pages_) {
            reading.pages = pages_;
            return;
        }
        for (Draft& draft : reading.drafts) {
            draft.block.page = 0;
            draft.block.page_breaks.clear();
        }
        for (LeftOut& left : reading.left_out) left.page = 0;
    }

    static double body_size(const Drafts& drafts) {
        std::map<double, std::size_t> bytes;
        for (const Draft& draft : drafts) bytes[draft.size] += draft.text.size();
        const auto most = std::max_element(bytes.begin(), bytes.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == bytes.end() ? 0 : most->first;
    }

    Tracked tracked_;
    OdtStyles styles_;
    Reading reading_;
    int pages_ = 0, last_page_ = 1;
    bool body_read_ = false, too_deep_ = false;
};

Diagnostic damaged(const std::string& file, std::string why) {
    return {Code::document_damaged, {file}, std::move(why)};
}

Result<Reading> read_packed(std::string_view bytes, Tracked tracked, const std::string& file) {
    const Result<ZipArchive> archive = ZipArchive::open_or_recover(bytes);
    if (!archive) return damaged(file, archive.error().detail);
    OdtFile odt(tracked);
    for (const std::string_view part : {"meta.xml", "styles.xml"}) {
        if (const auto xml = archive->read(part, most_part_bytes)) odt.read(*xml);
    }
    const ZipMember* content = archive->find("content.xml");
    if (content == nullptr) return damaged(file, "content.xml is missing");
    const auto index = static_cast<std::size_t>(content - archive->members().data());
    const Result<ZipContent> salvaged = archive->salvage(index, most_part_bytes);
    if (!salvaged) return Diagnostic{salvaged.error().code, {file}, "content.xml: " + wording(salvaged.error())};
    const bool whole = odt.read(salvaged->bytes) && salvaged->whole;
    if (!odt.has_body()) return damaged(file, "it holds no text document");
    return odt.finish(whole);
}

}  // namespace

Result<Reading> read_odt(std::string_view bytes, Tracked tracked, const std::string& file) {
    if (bytes.starts_with("PK")) return read_packed(bytes, tracked, file);
    OdtFile odt(tracked);
    const bool whole = odt.read(bytes);
    if (!odt.has_body()) return damaged(file, "it holds no text document");
    return odt.finish(whole);
}

}  // namespace rapporteur
