#pragma once

#include <string>
#include <vector>

#include "template/word/word_flatten.h"
#include "template/word/word_package.h"

namespace rapporteur {

/// Brings into a template what the paragraphs of another Word file need: styles and lists that it lacks (those that it
/// has stay as they are), pictures and links. The new names of all go to `context`; `parts` are those of the template
/// that the paragraphs may come to stand in, `number` tells the files apart.
void merge_package(const WordPackage& from, const WordNode& body, std::size_t number,
                   const std::vector<std::string>& parts, WordPackage& into, WordContext& context);

}  // namespace rapporteur
