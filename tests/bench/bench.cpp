// Times each stage on generated documents: rapporteur_bench [WORDS [RUNS]]. Prints the median of the runs of every
// stage, for WORDS and for twice as many, so that growth faster than the document shows.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "app/pack_kit.h"
#include "extract/extract.h"
#include "generated.h"
#include "layout/lay_out.h"
#include "layout/pack_reader.h"
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
    return {or_give_up(load_knowledge(rules, themes)), or_give_up(load_kit(resources, {"meeting"}, files))};
}

double median_ms(int runs, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
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

}  // namespace

int main(int argc, char** argv) {
    const std::size_t words = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 20000;
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
    const auto files = rapporteur::make_disk_files();
    const Setting setting = load(*files);
    print("load rules", words, median_ms(1, [&] { (void)load(*files); }));
    measure(setting, words, runs);
    measure(setting, words * 2, runs);
    return 0;
}
