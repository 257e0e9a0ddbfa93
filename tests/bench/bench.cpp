// Times each stage on generated documents: rapporteur_bench [WORDS [RUNS]]. Prints the median of the runs of every
// stage in processor time, for WORDS and for twice as many, so that growth faster than the document shows.
// rapporteur_bench FOLDER [RUNS] reads and extracts the folder's documents in this process: beside `rapporteur extract
// --jobs 1 --ocr off` it shows what workers cost.
// rapporteur_bench PACK.xml OUT.pdf sets one pack: timed as a whole process it stands beside other typesetters.
// rapporteur_bench papers FOLDER COUNT writes that many papers of 800 words for meetings of twenty each, for measuring
// `rapporteur run`.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "app/pack_kit.h"
#include "extract/extract.h"
#include "generated.h"
#include "layout/lay_out.h"
#include "layout/pack_reader.h"
#include "model/record_json.h"
#include "readers/reader.h"
#include "store/merge.h"
#include "writers/docx/docx_writer.h"
#include "writers/pdf/pdf_writer.h"

namespace {

using namespace rapporteur;

struct Setting {
    Knowledge knowledge;
    PackKit kit;
};

[[noreturn]] void give_up(const Diagnostic& why) {
    std::fprintf(stderr, "%s\n", wording(why).c_str());
    std::exit(1);
}

template <class T>
T or_give_up(Result<T> result) {
    if (!result.ok()) give_up(result.error());
    return std::move(result).value();
}

Setting load(const Files& files) {
    const Resources resources = or_give_up(find_resources("", "", "", files));
    const auto rules = or_give_up(read_texts(resources.rules, {".xml"}, files));
    const auto themes = or_give_up(read_texts(resources.themes, {".xml"}, files));
    return {or_give_up(load_knowledge(rules, themes)), or_give_up(load_kit(resources, {{"meeting"}}, files))};
}

/// Milliseconds of processor time: other programs on the machine do not count.
double ms_of(const std::function<void()>& work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
}

double median_ms(int runs, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) times.push_back(ms_of(work));
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void print(const char* stage, std::size_t words, double ms) {
    std::printf("%-16s %8zu words %10.1f ms %12.0f words/s\n", stage, words, ms,
                static_cast<double>(words) * 1000 / ms);
}

void measure(const Setting& setting, std::size_t words, int runs) {
    const std::string paper = bench::Author(1).paper(words);
    const Document document = or_give_up(read_document({"paper.md", paper}));
    const Records records = extract(document, setting.knowledge);
    const Pack pack = or_give_up(read_pack(bench::Author(2).pack(words), "pack.xml"));
    const Style& style = setting.kit.templates.begin()->second.style;
    Diagnostics diagnostics;
    const Pages pages = lay_out(pack, style, setting.kit.fonts, diagnostics);
    const auto faces = setting.kit.fonts.faces(pages.faces);
    const std::string pdf = or_give_up(write_pdf(pages, faces));

    std::printf("%zu recommendations and outcomes found; %zu pages laid out\n",
                records.recommendations.size() + records.outcomes.size(), pages.pages.size());
    print("read Markdown", words, median_ms(runs, [&] { (void)read_document({"paper.md", paper}); }));
    print("read PDF", words, median_ms(runs, [&] { (void)read_document({"paper.pdf", pdf}); }));
    print("extract", words, median_ms(runs, [&] { (void)extract(document, setting.knowledge); }));
    print("merge", words, median_ms(runs, [&] { (void)merge({records}); }));
    print("lay out", words, median_ms(runs, [&] { (void)lay_out(pack, style, setting.kit.fonts, diagnostics); }));
    print("write PDF", words, median_ms(runs, [&] { (void)write_pdf(pages, faces); }));
    print("write DOCX", words, median_ms(runs, [&] { (void)write_docx(pack, style, pages); }));
}

/// Reads and extracts as `rapporteur extract` does, but without workers, confinement and recognition. The least of the
/// runs is printed; the rules are loaded anew for each.
void measure_folder(const std::string& folder, const Files& files, int runs) {
    Diagnostics problems;
    const std::vector<std::string> paths = find_documents({folder}, {"", false}, files, problems);
    double least_loading = 1e9, least_reading = 1e9, least_extraction = 1e9;
    for (int run = 0; run < runs; ++run) {
        std::optional<Setting> setting;
        double reading = 0, extraction = 0;
        least_loading = std::min(least_loading, ms_of([&] { setting = load(files); }));
        for (const std::string& path : paths) {
            const std::string bytes = or_give_up(files.read(path, std::size_t{512} << 20));
            Result<Document> document = Diagnostic{};
            reading += ms_of([&] { document = read_document({path, bytes}); });
            if (document) extraction += ms_of([&] { (void)to_jsonl(extract(*document, setting->knowledge)); });
        }
        least_reading = std::min(least_reading, reading);
        least_extraction = std::min(least_extraction, extraction);
    }
    std::printf("%zu documents: loading %.1f ms, reading %.1f ms, extraction %.1f ms\n", paths.size(), least_loading,
                least_reading, least_extraction);
}

/// From pack XML to a PDF file, once.
void set_pack(const std::string& from, const std::string& to, Files& files) {
    const Resources resources = or_give_up(find_resources("", "", "", files));
    const PackKit kit = or_give_up(load_kit(resources, {{"meeting"}}, files));
    const Pack pack = or_give_up(read_pack(or_give_up(files.read(from, std::size_t{512} << 20)), from));
    Diagnostics diagnostics;
    const Pages pages =
        lay_out(pack, kit.templates.begin()->second.style, kit.fonts, diagnostics, kit.patterns.hyphenation);
    const WrittenPdf pdf = or_give_up(write_pdf(pages, kit.fonts.faces(pages.faces), {}));
    if (const auto problem = files.write(to, pdf.bytes)) give_up(*problem);
    std::printf("%zu pages\n", pages.pages.size());
}

}  // namespace

void write_papers(const std::string& folder, std::size_t count, rapporteur::Files& files) {
    constexpr std::size_t a_meeting = 20, words = 800;
    if (const auto problem = files.make_folder(folder)) give_up(*problem);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string paper = rapporteur::bench::Author(i + 1).meeting_paper(i / a_meeting, words);
        if (const auto problem = files.write(join_path(folder, "paper-" + std::to_string(i) + ".md"), paper))
            give_up(*problem);
    }
}

int main(int argc, char** argv) {
    const auto files = rapporteur::make_disk_files();
    if (argc > 2 && std::string_view(argv[1]).ends_with(".xml")) {
        set_pack(argv[1], argv[2], *files);
        return 0;
    }
    const std::size_t words = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20000;
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    if (argc == 4 && std::string_view(argv[1]) == "papers") {
        write_papers(argv[2], std::strtoul(argv[3], nullptr, 10), *files);
        return 0;
    }
    if (argc > 1 && files->kind_of(argv[1]) == PathKind::folder) {
        measure_folder(argv[1], *files, runs);
        return 0;
    }
    const Setting setting = load(*files);
    print("load rules", words, median_ms(1, [&] { (void)load(*files); }));
    measure(setting, words, runs);
    measure(setting, words * 2, runs);
    return 0;
}
