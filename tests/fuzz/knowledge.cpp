#include "fuzz/knowledge.h"

#include "app/reading.h"
#include "fuzz/fuzz_target.h"

namespace rapporteur::fuzz {
namespace {

Resources own_resources() {
    const std::unique_ptr<Files> files = make_disk_files();
    Result<Resources> found = find_resources("", "", "", *files);
    demand(bool(found), "the data of the source tree is found");
    return *found;
}

}  // namespace

const Knowledge& own_knowledge() {
    static const Result<Knowledge> knowledge = read_knowledge(own_resources(), *make_disk_files());
    demand(bool(knowledge), "the rules can be read");
    return *knowledge;
}

const PackKit& own_kit() {
    static const Result<PackKit> kit = load_kit(own_resources(), {{"meeting", "theme"}}, *make_disk_files());
    demand(bool(kit), "the templates and fonts can be read");
    return *kit;
}

}  // namespace rapporteur::fuzz
