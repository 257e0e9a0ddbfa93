#include "extract/extract.h"
#include "fuzz/fuzz_target.h"

/// Rule files, each named by what its piece is taken for.
void rapporteur::fuzz::take(std::string_view bytes) {
    std::vector<NamedText> files;
    for (const std::string_view piece : pieces_of(bytes))
        files.push_back({"en/rules" + std::to_string(files.size()) + ".xml", std::string(piece)});
    const Result<Knowledge> knowledge = load_knowledge(files, {});
    if (!knowledge) demand(!knowledge.error().place.file.empty(), "a mistake in a rule file is told with its file");
}
