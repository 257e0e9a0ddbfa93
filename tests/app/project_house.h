#pragma once

#include <doctest/doctest.h>

#include <cstdlib>

#include "app/program.h"
#include "support/text.h"
#include "support/zip.h"

namespace rapporteur {

/// A folder with a project, papers and what runs make of them.
class ProjectHouse {
public:
    explicit ProjectHouse(const std::string& project) { put(folder_ / "rapporteur.toml", project); }
    ~ProjectHouse() { unsetenv("RAPPORTEUR_CLOCK"); }

    std::string operator/(const std::string& name) const { return folder_ / name; }

    /// Runs at that moment ("2025-02-21T12:00:00Z"); an empty one is that of the machine's clock.
    Ended run(const std::string& moment, std::vector<std::string> more = {}) const {
        moment.empty() ? unsetenv("RAPPORTEUR_CLOCK") : setenv("RAPPORTEUR_CLOCK", moment.c_str(), 1);
        more.insert(more.begin(), {"run", folder_ / "rapporteur.toml"});
        return run_program(more);
    }

    void add_sample(const std::string& name, const std::string& as = "") const {
        put(folder_ / ("papers/" + (as.empty() ? name : as)), sample(name));
    }
    void remove(const std::string& name) const { std::filesystem::remove(folder_ / ("papers/" + name)); }

    static std::string sample(const std::string& name) {
        return content_of(std::string(RAPPORTEUR_SOURCE_DIR) + "/samples/" + name);
    }

    /// A text with other words in the place of some that it must hold.
    static std::string reworded(std::string text, const std::string& words, const std::string& by) {
        const std::size_t at = text.find(words);
        REQUIRE_MESSAGE(at != text.npos, words);
        return text.replace(at, words.size(), by);
    }

private:
    ScratchFolder folder_;
};

/// The paragraphs of a DOCX, one a line; marks of emphasis are left out.
inline std::vector<std::string> paragraphs_of(const std::string& docx) {
    const auto entries = read_zip(docx);
    REQUIRE(entries.ok());
    std::string xml;
    for (const auto& entry : *entries)
        if (entry.path == "word/document.xml") xml = entry.bytes;
    std::vector<std::string> out;
    for (std::size_t at = xml.find("<w:p>"), next = 0; at != xml.npos; at = next) {
        next = xml.find("<w:p>", at + 1);
        std::string words;
        const std::string paragraph = xml.substr(at, next == xml.npos ? next : next - at);
        for (std::size_t t = paragraph.find("<w:t"); t != paragraph.npos; t = paragraph.find("<w:t", t + 1)) {
            if (paragraph[t + 4] != '>' && paragraph[t + 4] != ' ') continue;
            const std::size_t begin = paragraph.find('>', t) + 1;
            words += paragraph.substr(begin, paragraph.find('<', begin) - begin);
        }
        if (!collapse_space(words).empty()) out.push_back(collapse_space(words));
    }
    return out;
}

/// What the page of changes of a DOCX pack says; empty where there is none.
inline std::string changes_said(const std::string& docx) {
    std::string out;
    bool inside = false;
    std::size_t headings = 0;
    for (const std::string& paragraph : paragraphs_of(docx)) {
        const bool heading = paragraph.find("Changed since edition") != paragraph.npos;
        // It stands in the contents first, then over the page itself.
        if (heading) inside = ++headings == 2;
        if (inside && paragraph.find("Summary") != paragraph.npos) break;
        if (inside) out += "    " + paragraph + "\n";
    }
    return out;
}

}  // namespace rapporteur
