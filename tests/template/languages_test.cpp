#include <doctest/doctest.h>

#include <set>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "model/record_json.h"
#include "support/text.h"
#include "template/render.h"
#include "template/shipped_template.h"
#include "template/wording.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t shortest_phrase = 8;  // bytes that are told from the source's own words

/// The languages of the shipped labels files.
std::vector<std::string> languages() {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(std::string(RAPPORTEUR_SOURCE_DIR) + "/templates/labels"))
        out.push_back(entry.path().stem().extension().string().substr(1));
    std::sort(out.begin(), out.end());
    return out;
}

Labels labels_of(const std::string& language) {
    Result<Labels> read = read_labels(shipped::files("meeting", language).labels);
    REQUIRE_MESSAGE(read.ok(), wording(read.error()));
    return std::move(*read);
}

/// The stretches of a label between its braces.
std::vector<std::string> fixed_words(const std::string& label) {
    std::vector<std::string> out;
    for (const std::string_view part : split(label, '{')) {
        const std::size_t close = part.find('}');
        out.emplace_back(trim(close == part.npos ? part : part.substr(close + 1)));
    }
    return out;
}

/// What the harbour's documents say, whose words a pack quotes.
std::string quotable() {
    std::string words;
    for (const Document& document : harbour::documents()) words += document.text + '\n';
    return words + to_jsonl(harbour::records());
}

/// English words of labels that neither another language nor the sources use: sentences and phrases wherever they stand
/// in the pack XML, single words where they are all of a text or an attribute.
std::vector<std::string> marks_of_english(const Labels& other) {
    std::set<std::string> used;
    for (const auto& [key, text] : other.texts())
        for (const std::string& words : fixed_words(text)) used.insert(words);
    std::vector<std::string> marks;
    const Labels english = labels_of("en");
    const std::string sources = quotable();
    for (const auto& [key, text] : english.texts())
        for (const std::string& words : fixed_words(text)) {
            if (words.size() < 4 || used.contains(words) || sources.find(words) != sources.npos ||
                key.starts_with("languages."))
                continue;
            const bool phrase = words.find(' ') != words.npos;
            if (phrase && words.size() >= shortest_phrase) marks.push_back(words);
            if (phrase) continue;
            marks.push_back(">" + words + "<");
            if (words.front() < 'a') marks.push_back("\"" + words + "\"");
        }
    return marks;
}

std::vector<std::string> harbour_packs(const std::string& language) {
    const Records records = harbour::records();
    const std::vector<Document> documents = harbour::documents();
    const Library library(records, documents, {{"fees", "-"}});
    AssembleOptions options;
    options.as_of = PartialDate{2019, 6, 2};
    options.prepared_for = "Oldport";
    options.edition = "2";
    options.language = language;
    std::vector<std::string> packs;
    for (const Selection& selection : selections(library, GroupBy::both))
        for (const std::string name : {selection.by_theme ? "theme" : "meeting", "summary"}) {
            const Result<std::string> xml =
                render(shipped::files(name, language), assemble(library, selection, options));
            REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
            packs.push_back(*xml);
        }
    return packs;
}

}  // namespace

TEST_CASE("the labels of every language are complete, their braces English ones, and every template lints with them") {
    const Labels english = labels_of("en");
    for (const std::string& language : languages()) {
        CAPTURE(language);
        const Labels labels = labels_of(language);
        CHECK(labels.language() == language);
        for (const char* name : {"meeting", "theme", "summary", "supplement"})
            for (const Diagnostic& problem : lint(shipped::files(name, language))) FAIL_CHECK(wording(problem));
        for (const auto& [key, text] : english.texts()) {
            const std::string_view plain = std::string_view(key).substr(0, key.rfind('.'));
            const bool counted = english.has(std::string(plain) + ".other") && english.has(std::string(plain) + ".one");
            if (!counted) CHECK_MESSAGE(labels.has(key), key);
            const std::string translated = labels.text(key);
            for (std::string_view rest = translated; rest.find('{') != rest.npos;) {
                rest.remove_prefix(rest.find('{'));
                const std::string brace(rest.substr(0, rest.find('}') + 1));
                const bool number = counted && brace == "{count}";
                CHECK_MESSAGE((!labels.has(key) || number || text.find(brace) != std::string::npos), key << brace);
                rest.remove_prefix(brace.size());
            }
        }
    }
}

TEST_CASE("packs in another language print no English label") {
    for (const std::string& language : languages()) {
        if (language == "en") continue;
        CAPTURE(language);
        const std::vector<std::string> marks = marks_of_english(labels_of(language));
        CHECK(marks.size() > 200);
        for (const std::string& xml : harbour_packs(language)) {
            CHECK(xml.find("<pack lang=\"" + language + "\"") == 0);
            for (const std::string& mark : marks)
                if (xml.find(mark) != xml.npos) FAIL_CHECK("English in the pack: " << mark);
        }
    }
}

TEST_CASE("dates and plurals in further languages") {
    const Labels arabic = labels_of("ar"), russian = labels_of("ru"), spanish = labels_of("es"),
                 chinese = labels_of("zh");
    CHECK(Wording(arabic).date({2032, 2, 1}) == "1 شباط/فبراير 2032");
    CHECK(arabic.counted("method.pages", 1) == "صفحة واحدة");
    CHECK(arabic.counted("method.pages", 2) == "صفحتان");
    CHECK(arabic.counted("method.pages", 3) == "3 صفحات");
    CHECK(arabic.counted("method.pages", 11) == "11 صفحة");
    CHECK(Wording(russian).date({2032, 3, 1}) == "1 марта 2032\u00a0года");
    CHECK(Wording(russian).date({2032, 3}) == "март 2032\u00a0года");
    CHECK(russian.counted("method.pages", 21) == "21 страница");
    CHECK(russian.counted("method.pages", 3) == "3 страницы");
    CHECK(russian.counted("method.pages", 12) == "12 страниц");
    CHECK(Wording(spanish).dates({PartialDate{2032, 3, 1}, PartialDate{2032, 3, 3}}) == "1 a 3 de marzo de 2032");
    CHECK(Wording(chinese).full_date({2032, 3, 1}) == "2032年3月1日星期一");
}

TEST_CASE("French dates, numbers and times") {
    const Labels french = labels_of("fr");
    const Wording words(french);
    CHECK(words.date({2032, 3, 1}) == "1er mars 2032");
    CHECK(words.full_date({2032, 3, 1}) == "Lundi 1er mars 2032");
    CHECK(words.dates({PartialDate{2032, 3, 1}, PartialDate{2032, 3, 3}}) == "1er-3 mars 2032");
    CHECK(words.times("9:30", "13:00") == "9\u00a0h\u00a030-13\u00a0h\u00a000");
    CHECK(words.list({"a", "b", "c"}) == "a, b et c");
    CHECK(french.counted("cover.at_hand", 0) == "0 document disponible");
    CHECK(french.counted("cover.at_hand", 1) == "1 document disponible");
    CHECK(french.counted("cover.at_hand", 2) == "2 documents disponibles");
}
