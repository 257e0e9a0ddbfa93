#pragma once

#include <string>

#include "assemble/briefing.h"
#include "template/statement_values.h"

namespace rapporteur {

/// Each makes the object of one page, with its numeral; a false flag where the briefing has nothing for it.
Value meta_value(const Briefing& briefing, const Wording& wording);
Value cover_value(const Briefing& briefing, const Wording& wording);
Value key_value(const Wording& wording);
Value changes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value summary_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value long_summary_value(const Briefing& briefing, const StatementValues& values);
Value concern_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value agenda_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value sheets_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value recommendations_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value outcomes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value meetings_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value who_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value participants_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value documents_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value abbreviations_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value loose_notes_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);
Value supplement_value(const Briefing& briefing, const StatementValues& values);
Value superseded_value(const Briefing& briefing, const Labels& labels);
Value annexes_value(const Briefing& briefing, const StatementValues& values);
Value method_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral);

}  // namespace rapporteur
