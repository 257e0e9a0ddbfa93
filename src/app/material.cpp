#include "app/material.h"

#include <map>

#include "store/merge.h"
#include "store/supersede.h"

namespace rapporteur {
namespace {

/// A corrigendum and what it corrects are inputs of their own.
void drop_corrected_paragraphs(std::vector<ReadInput>& inputs, const std::vector<Superseded>& superseded) {
    std::map<std::string, Records*> by_id;
    for (ReadInput& input : inputs) by_id[input.records.documents.front().id] = &input.records;
    for (const Superseded& one : superseded) {
        const auto corrected = by_id.find(one.document), by = by_id.find(one.by);
        if (!one.whole && corrected != by_id.end() && by != by_id.end())
            drop_corrected(*corrected->second, *by->second);
    }
}

}  // namespace

std::vector<SupersededRow> leave_out_superseded(std::vector<ReadInput>& inputs, Report& report) {
    std::vector<DocumentRecord> documents;
    for (const ReadInput& input : inputs)
        documents.insert(documents.end(), input.records.documents.begin(), input.records.documents.end());
    const std::vector<Superseded> superseded = find_superseded(documents);
    std::vector<SupersededRow> out;
    std::map<std::string, const Superseded*> gone;
    for (const Superseded& one : superseded) {
        out.push_back({one.symbol, one.by_symbol, one.by, one.whole});
        if (one.whole) gone.emplace(one.document, &one);
    }
    std::erase_if(inputs, [&](const ReadInput& input) {
        const DocumentRecord& face = input.records.documents.front();
        const auto by = gone.find(face.id);
        if (by == gone.end()) return false;
        report.add(Diagnostic{Code::paper_superseded, {face.file, 0, 0, 0}, "by " + by->second->by_symbol});
        return true;
    });
    drop_corrected_paragraphs(inputs, superseded);
    return out;
}

Material merged(std::vector<ReadInput> inputs) {
    Material out;
    std::vector<Records> parts;
    for (ReadInput& input : inputs) {
        parts.push_back(std::move(input.records));
        if (input.member && input.document) out.members.emplace(input.document->id(), std::move(input.member));
        if (input.document) out.documents.push_back(std::move(*input.document));
    }
    out.records = merge(std::move(parts));
    return out;
}

std::vector<WithheldStatements> leave_out(Material& material, Classification most, Report& report) {
    const Library all(material.records, material.documents, {});
    Withholding withholding = withhold(all, most);
    for (const DocumentRecord& document : material.records.documents)
        if (withholding.documents.contains(document.id))
            report.add(Diagnostic{Code::statements_withheld, {document.file, 0, 0, 0}, document.distribution});
    const auto is_withheld = [&](const Document& document) { return withholding.documents.contains(document.id()); };
    std::erase_if(material.documents, is_withheld);
    // Merged anew: a cluster bears the id of one of its records.
    std::vector<Records> parts;
    parts.push_back(without_documents(std::move(material.records), withholding.documents));
    material.records = merge(std::move(parts));
    return std::move(withholding.statements);
}

std::vector<ThemeName> theme_names(const Themes& themes, const std::string& language) {
    std::vector<ThemeName> out;
    for (const Theme& theme : themes.all()) out.push_back({theme.id, theme.title(language)});
    return out;
}

}  // namespace rapporteur
