#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "extract/extract.h"
#include "extract/face.h"
#include "extract/shipped_rules.h"
#include "extract/statements.h"
#include "readers/reader.h"

// Prints every statement that the rules take from the documents in the folders given, one line of JSON each, with the
// features that its confidence is worked out from: what fit.py joins with labels.
namespace {

namespace fs = std::filesystem;
using namespace rapporteur;

template <class Statement>
void print(const Document& document, std::string_view kind, const std::vector<Judged<Statement>>& statements) {
    for (const Judged<Statement>& judged : statements) {
        const Source& source = judged.record.sources.front();
        const nlohmann::json line = {{"file", fs::path(document.file).filename().string()},
                                     {"sha256", document.sha256},
                                     {"kind", kind},
                                     {"start", source.start},
                                     {"end", source.end},
                                     {"rule", judged.record.rule},
                                     {"text", judged.record.text},
                                     {"certainty", judged.features.certainty},
                                     {"features", judged.features.names},
                                     {"confidence", judged.record.confidence}};
        std::cout << line.dump() << '\n';
    }
}

void print_statements(const fs::path& path, const RuleSet& rules) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    const auto document = read_document({path.string(), bytes});
    if (!document.ok()) return;
    const Outline outline = make_outline(*document);
    Records records;
    find_face(*document, outline, rules, records);
    const JudgedStatements found = judge_statements(*document, outline, rules, records);
    print(*document, "recommendation", found.recommendations);
    print(*document, "outcome", found.outcomes);
    print(*document, "intervention", found.interventions);
}

}  // namespace

int main(int count, char** arguments) {
    const auto rules = load_rules(shipped_rules());
    if (!rules.ok()) {
        std::cerr << wording(rules.error()) << '\n';
        return 65;
    }
    std::vector<fs::path> paths;
    for (int i = 1; i < count; ++i) {
        for (const auto& entry : fs::recursive_directory_iterator(arguments[i]))
            if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const fs::path& path : paths) print_statements(path, *rules);
}
