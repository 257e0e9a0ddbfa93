#include "template/field_samples.h"

#include "support/text.h"
#include "template/field_table.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_sample = 60;  // code points

std::string one_line(std::string_view text) {
    std::string line = collapse_space(text);
    if (count_code_points(line) <= longest_sample) return line;
    std::size_t end = 0;
    for (std::size_t points = 0; points + 1 < longest_sample; ++points) end += decode_at(line, end).bytes;
    return line.substr(0, end) + "…";
}

std::string sample_of(const Value& value) {
    if (const std::string* text = value.text()) return "\"" + one_line(*text) + "\"";
    if (const Value::List* list = value.list())
        return list->empty() ? "" : std::to_string(list->size()) + (list->size() == 1 ? " entry" : " entries");
    if (value.fields()) return "there is one";
    return *value.flag() ? "yes" : "";
}

void add_object(const Value& value, std::string_view object, FieldSamples& samples) {
    if (!value.fields()) return;
    for (const auto& [name, field] : *value.fields()) {
        const FieldRow* row = find_field(object, name);
        if (!row || row->name != name) continue;  // the flags of lists have no row of their own
        std::string& sample = samples[{row->object, row->name}];
        if (sample.empty()) sample = sample_of(field);
        if (row->of.empty()) continue;
        if (const Value::List* list = field.list()) {
            for (const Value& entry : *list) add_object(entry, row->of, samples);
        } else {
            add_object(field, row->of, samples);
        }
    }
}

std::string_view word_of(FieldKind kind) {
    switch (kind) {
        case FieldKind::text:
            return "text";
        case FieldKind::flag:
            return "flag";
        case FieldKind::list:
            return "list";
        case FieldKind::object:
            return "object";
    }
    return "";
}

std::string line_of(const FieldRow& row, const FieldSamples& samples) {
    const auto sample = samples.find({row.object, row.name});
    std::string line = "  " + std::string(row.name) + "\t" + std::string(word_of(row.kind));
    if (!row.of.empty()) line += (row.kind == FieldKind::list ? " of " : " ") + std::string(row.of);
    line += "\t" + std::string(row.what) + "\t";
    if (sample != samples.end()) line += sample->second;
    while (line.ends_with('\t')) line.pop_back();
    return line + "\n";
}

}  // namespace

void add_samples(const Value& context, FieldSamples& samples) { add_object(context, "pack", samples); }

std::string words_of_fields(const FieldSamples& samples) {
    std::string out;
    std::string_view object;
    for (const FieldRow& row : field_table()) {
        if (row.object != object) out += (out.empty() ? "" : "\n") + std::string(row.object) + "\n";
        object = row.object;
        out += line_of(row, samples);
    }
    return out;
}

}  // namespace rapporteur
