#pragma once

#include <string>

#include "template/word/word_tag.h"

namespace rapporteur {

/// What a rich value prints, as prepared runs in a look (w:rPr as XML, or empty).
std::string rich_runs(WordForm form, const std::string& name, const std::string& look);

/// The same without any look, to stand inside a text.
std::string rich_text(WordForm form, const std::string& name);

/// A run of prepared text in a look.
std::string word_run(const std::string& look, const std::string& text);

}  // namespace rapporteur
