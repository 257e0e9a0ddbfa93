#include "app/inspect.h"

#include "app/inputs.h"
#include "model/record_json.h"

namespace rapporteur {
namespace {

std::string form_of(const ReadInput& input, InspectForm form, const Knowledge& knowledge) {
    if (form == InspectForm::text) return input.document->text;
    if (form == InspectForm::records) return to_jsonl(input.records);
    if (form == InspectForm::explain) return explain(*input.document, knowledge);
    return summary(*input.document) + "\n" + dump(*input.document);
}

}  // namespace

void inspect(const InspectOptions& inspected, const SharedOptions& shared, const Knowledge& knowledge,
             const Files& files, std::ostream& out, Report& report) {
    const bool with_document = inspected.form != InspectForm::records;
    const std::vector<ReadInput> inputs = read_inputs({inspected.file}, with_document ? Keep::documents : Keep::records,
                                                      knowledge, shared, files, report);
    for (const ReadInput& input : inputs) {
        if (with_document && !input.document) continue;
        out << form_of(input, inspected.form, knowledge);
    }
}

}  // namespace rapporteur
