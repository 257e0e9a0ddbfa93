#include "app/instruction_file.h"

namespace rapporteur {

Instructions read_instructions(const std::string& file, const Library& library, const std::vector<Selection>& selected,
                               const Knowledge& knowledge, const SharedOptions& shared, const Files& files,
                               Report& report) {
    Instructions all;
    if (file.empty()) return all;
    for (const ReadInput& input : read_inputs({file}, Keep::documents, knowledge, shared, files, report)) {
        if (!input.document) continue;
        Instructions placed = place_instructions(library, selected, *input.document);
        report.add(placed.unplaced);
        all.by_item.merge(placed.by_item);
    }
    return all;
}

}  // namespace rapporteur
