#pragma once

#include <string>
#include <vector>

#include "extract/rule_set.h"
#include "extract/themes.h"
#include "model/document.h"
#include "model/record.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// What extraction knows before it sees a document: the rules and the themes.
struct Knowledge {
    RuleSet rules;
    Themes themes;
};

/// Reads the rule files ("en/recommendation.xml" …) and the theme files. Fails with the file and line of what is wrong.
/// Rules that a user has changed or written are compiled and so checked whole; `shipped` says when those are that the
/// program was built with.
Result<Knowledge> load_knowledge(const std::vector<NamedText>& rule_files, const std::vector<NamedText>& theme_files,
                                 Compile shipped = Compile::at_first_use);

/// All records of one document, unmerged: each kind in the order of the text, every source in this document.
Records extract(const Document& document, const Knowledge& knowledge);

/// For people (`inspect --explain`): every sentence in which statements are looked for, with its place and roles, the
/// rule that found something and what it captured, what raised and lowered its confidence, the rules that it outranks,
/// and why others were refused; then the rows of tables and the passages of speakers that were taken. What a scan's
/// doubtful words take from the confidence is not in it.
std::string explain(const Document& document, const Knowledge& knowledge);

}  // namespace rapporteur
