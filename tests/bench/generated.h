#pragma once

#include <cstdint>
#include <string>

namespace rapporteur::bench {

/// Writes documents of any size whose words vary as those of real ones do (few are frequent, most are rare); the same
/// seed gives the same text.
class Author {
public:
    explicit Author(std::uint64_t seed) : state_(seed * 2654435761u + 88172645463325252u) {}

    /// A paper in Markdown: title block, sections, numbered paragraphs, recommendations among them; about `words`
    /// words.
    std::string paper(std::size_t words);

    /// A paper of a council for the meeting of that number, which it names; about `words` words.
    std::string meeting_paper(std::size_t meeting, std::size_t words);

    /// The same kind of text as pack XML.
    std::string pack(std::size_t words);

private:
    std::uint64_t next();
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
    std::string word();
    std::string phrase(std::size_t words);
    std::string sentence();
    std::string paragraph();

    std::uint64_t state_;
};

}  // namespace rapporteur::bench
