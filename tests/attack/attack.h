#pragma once

#include <string>
#include <vector>

namespace rapporteur::attack {

/// A hostile file: its name says what it tries.
struct Attack {
    std::string name;
    std::string bytes;
};

/// Attacks by way of each format. Each has a form that harms programs that trust what they read.
std::vector<Attack> pdf_attacks();
std::vector<Attack> package_attacks();  // DOCX, ODT
std::vector<Attack> archive_attacks();  // ZIP, mail
std::vector<Attack> page_attacks();     // HTML, Markdown
std::vector<Attack> text_attacks();

/// `piece` over and over.
std::string times(std::size_t count, const std::string& piece);

}  // namespace rapporteur::attack
