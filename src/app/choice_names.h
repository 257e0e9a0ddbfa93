#pragma once

#include <map>
#include <string>

#include "app/options.h"

/// The words that choices go by, on the command line and in project files.
namespace rapporteur {

inline const std::map<std::string, GroupBy> grouping_names{
    {"meeting", GroupBy::meeting}, {"theme", GroupBy::theme}, {"both", GroupBy::both}};

inline const std::map<std::string, PackFormat> format_names{{"pdf", PackFormat::pdf}, {"docx", PackFormat::docx}};

inline const std::map<std::string, ExportFormat> export_names{
    {"records", ExportFormat::records}, {"csv", ExportFormat::csv}, {"ics", ExportFormat::ics}};

inline const std::map<std::string, Classification> classification_names{
    {"general", Classification::general},
    {"limited", Classification::limited},
    {"restricted", Classification::restricted},
    {"confidential", Classification::confidential},
    {"strictly-confidential", Classification::strictly_confidential}};

}  // namespace rapporteur
