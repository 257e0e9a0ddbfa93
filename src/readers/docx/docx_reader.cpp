#include "readers/docx/docx_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "readers/docx/docx_face.h"
#include "readers/docx/docx_notes.h"
#include "readers/docx/docx_story.h"
#include "readers/docx/docx_xml.h"
#include "support/docx_package.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// How many pages the program that saved the file counted, 0 where it does not say.
int counted_pages(DocxPackage& package) {
    const DocxPart part = package.root_part("extended-properties");
    XmlStream xml = docx_stream(part.bytes);
    bool here = false;
    while (xml.inside(1)) {
        if (xml.is_text() && here) {
            const std::string_view text = trim(xml.raw_text());
            int pages = 0;
            std::from_chars(text.data(), text.data() + text.size(), pages);
            return pages;
        }
        here = !xml.is_text() && xml.name() == "Pages";
    }
    return 0;
}

/// Marks of printed pages are worth something only where all of them are there: programs other than the one that
/// printed drop some. A page without them is better than a wrong one.
bool pages_are_whole(int seen, int counted) {
    if (seen == 0) return false;
    return counted == 0 || seen == counted || (counted >= 10 && std::abs(seen - counted) <= 1);
}

void forget_pages(DocxBlocks& blocks) {
    for (DocxBlock& block : blocks) {
        block.draft.block.page = 0;
        block.draft.block.page_breaks.clear();
    }
}

/// A block that no text of its own places stands where the one before it ends.
void fill_pages(DocxBlocks& blocks) {
    int page = 1;
    for (DocxBlock& block : blocks) {
        if (block.draft.block.page == 0) block.draft.block.page = page;
        page = std::max(page, last_page(block.draft));
    }
}

/// The size in which most of the running text is set.
double body_size(const DocxBlocks& blocks) {
    std::map<double, std::size_t> bytes;
    for (const DocxBlock& block : blocks) {
        if (block.draft.block.kind == BlockKind::paragraph) bytes[block.draft.size] += block.draft.text.size();
    }
    const auto most =
        std::max_element(bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == bytes.end() ? 0 : most->first;
}

void leave_out_comments(DocxPackage& package, const DocxPart& main, DocxContext& context) {
    const DocxPart part = package.part(main.target_of("comments"));
    if (part.bytes.empty()) return;
    DocxStory story(part, context);
    std::vector<LeftOut> comments;
    for (const DocxStory::Entry& entry : story.read_entries("comment")) {
        std::string text = entry.author.empty() ? "" : collapse_space(to_valid_utf8(entry.author)) + ":";
        for (const DocxBlock& block : entry.blocks) text += (text.empty() ? "" : " ") + block.draft.text;
        comments.push_back({"comment", std::move(text), 0});
    }
    std::move(comments.begin(), comments.end(), std::back_inserter(context.left_out));
}

DocxContext context_of(DocxPackage& package, const DocxPart& main, Tracked tracked) {
    DocxContext context;
    context.tracked = tracked;
    const DocxPart styles = package.part(main.target_of("styles"));
    context.styles = DocxStyles(styles.bytes);
    const DocxPart numbering = package.part(main.target_of("numbering"));
    context.numbering = DocxNumbering(numbering.bytes, context.styles);
    return context;
}

Diagnostic in_file(Diagnostic diagnostic, const std::string& file) {
    diagnostic.place.file = file;
    return diagnostic;
}

}  // namespace

Result<Reading> read_docx(std::string_view bytes, Tracked tracked, const std::string& file) {
    Result<DocxPackage> package = DocxPackage::open(bytes);
    if (!package) return in_file(package.error(), file);
    const Result<DocxPart> main = package->main();
    if (!main) return in_file(main.error(), file);
    DocxContext context = context_of(*package, *main, tracked);
    DocxStory story(*main, context);
    DocxBlocks blocks = story.read();
    Reading reading;
    reading.paragraphs_are_marked = true;
    const bool broken = story.broken() || !main->whole;
    if (blocks.empty() && broken)
        return Diagnostic{Code::document_damaged, {file}, "the document's text is not well-formed"};
    if (broken) context.warnings.push_back({Code::text_cut_off, {}, "the file is damaged: what follows is lost"});
    if (!broken && package->cut_off())
        context.warnings.push_back(
            {Code::text_cut_off, {}, "the file is cut off: notes, styles or numbers may be lost"});
    const bool paged = pages_are_whole(story.pages(), counted_pages(*package));
    fill_docx_notes(blocks, *package, *main, context);
    const DocxStyles& styles = context.styles;
    DocxBlocks face = read_docx_face(*package, *main, context);
    blocks.insert(blocks.begin(), std::make_move_iterator(face.begin()), std::make_move_iterator(face.end()));
    leave_out_comments(*package, *main, context);
    find_typed_notes(blocks);
    settle_docx_headings(blocks, styles);
    if (paged) {
        fill_pages(blocks);
    } else {
        forget_pages(blocks);
    }
    if (blocks.empty()) context.warnings.push_back({Code::page_without_text, {}, "no text"});
    reading.pages = paged ? story.pages() : 0;
    reading.body_size = body_size(blocks);
    for (DocxBlock& block : blocks) reading.drafts.push_back(std::move(block.draft));
    reading.left_out = std::move(context.left_out);
    if (!paged) {
        for (LeftOut& left : reading.left_out) left.page = 0;
    }
    reading.warnings = std::move(context.warnings);
    return reading;
}

}  // namespace rapporteur
