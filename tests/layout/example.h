#pragma once

#include <string>

#include "layout/font_set.h"
#include "layout/lay_out.h"

namespace rapporteur::test {

/// A file of the repository as text; fails the test where it is missing.
std::string repository_file(const std::string& path);

/// The print style.
const Style& print_style();

/// The fonts of the manifest that are on this machine.
const FontSet& fonts();

/// Patterns of hyphenation for no language.
const Hyphenation& no_patterns();

/// The pack of this XML; `blocks` alone get a pack around them.
Pack pack_of(const std::string& blocks);

/// The pack laid out, its diagnostics appended where a place for them is given.
Pages laid_out(const Pack& pack, Diagnostics* diagnostics = nullptr);

/// The texts of a page from top to bottom, one line each; without furniture.
std::string text_of(const Page& page);

/// Every text item of a page.
std::vector<const TextItem*> texts(const Page& page);

}  // namespace rapporteur::test
