#include "assemble/key_sentences.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numeric>

#include "assemble/stem_vectors.h"
#include "extract/shipped_knowledge.h"
#include "readers/reader.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

namespace fs = std::filesystem;

Document read(const std::string& name, std::string_view bytes) {
    auto document = read_document({name, bytes});
    REQUIRE(document.ok());
    return std::move(*document);
}

std::vector<std::string> texts_of(const Document& document, const std::vector<BodySentence>& sentences) {
    std::vector<std::string> out;
    for (const BodySentence& sentence : sentences) out.emplace_back(document.slice(sentence.range));
    return out;
}

std::vector<std::string> key_texts(const Document& document, std::size_t most) {
    return texts_of(document, key_sentences(document, make_outline(document), {}, most));
}

constexpr std::string_view ferry_paper = R"(# Ferry fares

## Background

Ferries have sailed between the islands since the harbour was dug out in the last century. They carry farmers, pupils and nurses.

## Method

The authors asked passengers of the ferries about their fares in two summers and one winter.

## Conclusions

The evaluation found that fares for pupils had doubled in ten years and that pupils now miss school in winter.
Fares for pupils had doubled in ten years, the evaluation found, and pupils miss school in winter.
However, this holds for the northern islands only.
The harbour boards should lower the fares of pupils before the next school year.
For further information on the fares of ferries, please contact the secretariat of the boards.
)";

}  // namespace

TEST_CASE("findings and what is asked for come before background, method and apparatus") {
    const Document document = read("ferries.md", ferry_paper);
    const std::vector<std::string> two = key_texts(document, 2);
    REQUIRE(two.size() == 2);
    CHECK(two[0].starts_with("The evaluation found"));
    CHECK(two[1].starts_with("The harbour boards should"));
    for (const std::string& text : key_texts(document, 20)) CHECK(text.find("please contact") == std::string::npos);
}

TEST_CASE("what one sentence says is not said again") {
    const std::vector<std::string> all = key_texts(read("ferries.md", ferry_paper), 20);
    const auto says = [](const std::string& text) { return text.find("doubled in ten years") != std::string::npos; };
    CHECK(std::count_if(all.begin(), all.end(), says) == 1);
}

TEST_CASE("a statement weighs for the sentence that it stands in") {
    const Document document = read("plain.txt",
                                   "The pier of the northern harbour was built of stone and of oak.\n\n"
                                   "The pier of the southern harbour was built of brick and of pine.\n");
    const std::size_t at = document.text.find("brick");
    const auto one = key_sentences(document, make_outline(document), {{{at, at + 5}, 0.2}}, 1);
    CHECK(texts_of(document, one).front().find("northern") != std::string::npos);
    const std::size_t start = document.text.find("The pier of the southern");
    const auto other = key_sentences(document, make_outline(document), {{{start, start + 20}, 1.0}}, 1);
    CHECK(texts_of(document, other).front().find("southern") != std::string::npos);
}

// Ten sentences each of three documents were chosen by a reader before any summary was made, with ten that would do as
// well; labels/key_sentences.json holds their offsets. A choice of ten scores 1 for each of the first and 0.5 for each
// of the second.
namespace {

struct Labels {
    std::vector<Range> first, second;  // code points
};

double score(const Labels& labels, const std::vector<Range>& chosen) {
    const auto is_in = [](const std::vector<Range>& ranges, const Range& range) {
        return std::any_of(ranges.begin(), ranges.end(), [&](const Range& other) {
            const double both = static_cast<double>(std::min(other.end, range.end)) -
                                static_cast<double>(std::max(other.begin, range.begin));
            return both > 0.8 * static_cast<double>(std::max(other.size(), range.size()));
        });
    };
    double sum = 0;
    for (const Range& range : chosen) sum += is_in(labels.first, range) ? 1 : is_in(labels.second, range) ? 0.5 : 0;
    return sum / 10;
}

std::vector<Range> in_code_points(const Document& document, const std::vector<BodySentence>& sentences) {
    const CodePointIndex index(document.text);
    std::vector<Range> out;
    for (const BodySentence& sentence : sentences)
        out.push_back({index.at_byte(sentence.range.begin), index.at_byte(sentence.range.end)});
    return out;
}

/// The first sentences of the body.
std::vector<BodySentence> lead(const Document& document) {
    return body_sentences(document, make_outline(document), 10);
}

/// LexRank (Erkan and Radev, 2004) with the threshold and damping of its authors, without any other knowledge.
std::vector<BodySentence> lex_rank(const Document& document) {
    const std::vector<BodySentence> sentences = body_sentences(document, make_outline(document), 2000);
    std::vector<std::string_view> texts;
    for (const BodySentence& sentence : sentences) texts.push_back(document.slice(sentence.range));
    const StemVectors vectors(texts);
    const std::size_t n = sentences.size();
    std::vector<std::vector<std::size_t>> near(n);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            if (cosine(vectors.of(i), vectors.of(j)) > 0.1) near[i].push_back(j);
    std::vector<double> rank(n, 1.0 / static_cast<double>(n));
    for (int step = 0; step < 50; ++step) {
        std::vector<double> next(n, 0.15 / static_cast<double>(n));
        for (std::size_t i = 0; i < n; ++i)
            for (const std::size_t j : near[i]) next[j] += 0.85 * rank[i] / static_cast<double>(near[i].size());
        rank = std::move(next);
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
    std::vector<BodySentence> out;
    for (std::size_t i = 0; i < std::min<std::size_t>(10, n); ++i) out.push_back(sentences[order[i]]);
    return out;
}

std::vector<WeighedRange> statements_of(const Document& document) {
    const Records records = extract(document, shipped_knowledge());
    const CodePointIndex index(document.text);
    std::vector<WeighedRange> out;
    for (const Recommendation& record : records.recommendations)
        out.push_back({{index.byte_of(record.sources.front().start), index.byte_of(record.sources.front().end)},
                       record.strength / 5.0});
    for (const Outcome& record : records.outcomes)
        out.push_back({{index.byte_of(record.sources.front().start), index.byte_of(record.sources.front().end)}, 0.6});
    return out;
}

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("key sentences are nearer to a reader's choice than LexRank and the first sentences") {
    const fs::path root(RAPPORTEUR_SOURCE_DIR);
    const auto labelled = nlohmann::json::parse(bytes_of(root / "tests/assemble/labels/key_sentences.json"));
    REQUIRE(labelled.size() == 3);
    double own = 0, first = 0, ranked = 0;
    for (const auto& entry : labelled) {
        fs::path path;
        for (const char* folder : {"../shared/seeds", "../shared/corpus"})
            if (fs::exists(root / folder / std::string(entry["file"])))
                path = root / folder / std::string(entry["file"]);
        if (path.empty()) {
            MESSAGE("skipped: the folder of real documents is not here");
            return;
        }
        const Document document = read(path.filename().string(), bytes_of(path));
        Labels labels;
        for (const auto& each : entry["sentences"]) labels.first.push_back({each[0], each[1]});
        for (const auto& each : entry["second"]) labels.second.push_back({each[0], each[1]});
        const double mine = score(labels, in_code_points(document, key_sentences(document, make_outline(document),
                                                                                 statements_of(document), 10)));
        const double leading = score(labels, in_code_points(document, lead(document)));
        const double lexical = score(labels, in_code_points(document, lex_rank(document)));
        MESSAGE(path.filename().string() << ": own " << mine << ", LexRank " << lexical << ", lead " << leading);
        own += mine, first += leading, ranked += lexical;
    }
    CHECK(own > ranked);
    CHECK(own > first);
}
