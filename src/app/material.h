#pragma once

#include <string>
#include <vector>

#include "app/reading.h"
#include "app/source_files.h"
#include "assemble/changes_page.h"
#include "assemble/distribution.h"
#include "assemble/library.h"
#include "assemble/withholding.h"
#include "extract/themes.h"

namespace rapporteur {

/// What documents say, put together: everything that packs are made from.
struct Material {
    Records records;
    std::vector<Document> documents;
    Members members;
};

/// Papers of which a later issue is at hand are left out, and told; paragraphs that a corrigendum prints stand as it
/// prints them.
std::vector<SupersededRow> leave_out_superseded(std::vector<ReadInput>& inputs, Report& report);

Material merged(std::vector<ReadInput> inputs);

/// Leaves out all that readers of the packs may not see, before anything is made of it; each document is reported.
std::vector<WithheldStatements> leave_out(Material& material, Classification most, Report& report);

/// The themes by their titles in a language.
std::vector<ThemeName> theme_names(const Themes& themes, const std::string& language);

}  // namespace rapporteur
