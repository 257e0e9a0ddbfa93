#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/page.h"

namespace rapporteur {

/// One line of the contents.
struct ContentsEntry {
    int level = 1;
    std::string number, title, change;
    std::string bookmark;
    std::string page;  // empty where layout did not say
};

/// The places of a pack that something can lead to, and the names that Word knows them by: bookmarks of at most 40
/// letters, digits and underscores (ECMA-376-1, 17.13.6.2).
class DocxPlaces {
public:
    DocxPlaces(const Pack& pack, const Pages& pages);

    /// The bookmark of an anchor, empty where the pack has no such place.
    std::string bookmark(const std::string& anchor) const;
    /// The bookmark of a heading, which has one even without an anchor.
    std::string bookmark(const Heading& heading) const;
    const std::vector<ContentsEntry>& contents() const { return contents_; }

    /// `content` as the place of that bookmark; `content` alone where there is none, or where the place was already
    /// set.
    std::string placed(const std::string& bookmark, const std::string& content);

private:
    bool add(const std::string& anchor);  // true where it is new
    void add_heading(const Heading& heading);
    void add_blocks(const std::vector<PackBlock>& blocks);
    void number_contents(const Pages& pages);
    void add_table(const Table& table);
    void add_paragraphs(const std::vector<Paragraph>& paragraphs);
    std::string fresh_bookmark() const;

    std::map<std::string, std::string> pages_;  // printed, by anchor
    std::map<std::string, std::string> by_anchor_;
    std::map<const Heading*, std::string> by_heading_;
    std::map<std::string, int> set_;  // bookmarks that were set, with their ids
    std::vector<ContentsEntry> contents_;
};

/// The text of inlines without any look.
std::string words_of(const Inlines& inlines);

}  // namespace rapporteur
