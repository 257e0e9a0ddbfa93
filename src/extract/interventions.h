#pragma once

#include <optional>
#include <string>

#include "extract/evidence.h"

namespace rapporteur {

/// Follows who speaks through the units of one block after another and gathers what each says into passages.
class SpeakerWalk {
public:
    explicit SpeakerWalk(const Scene& scene) : scene_(scene) {}

    /// A passage with the block in which it stands.
    struct Found {
        std::size_t block = 0;
        Judged<Intervention> judged;
        bool turn = false;  // of a dialogue ("Name: words"): only a guess until the name comes again
    };

    /// Takes the next unit in. A unit of another block, another speaker or a stop ends the passage before it.
    void take(const Moment& moment);
    /// Whoever spoke last in the block of the last unit taken; empty where nobody was named.
    const std::string& speaker() const { return speaker_; }
    /// Ends the last passage and gives all of them.
    std::vector<Found> finish();

private:
    /// A passage that still grows.
    struct Passage {
        Moment opened;
        RuleMatch match;  // in the unit that opened it
        Range range;
        std::string speaker, affiliation;
        bool goes_on = false;  // all that follows in the block is the same speaker's, until another is named
        bool turn = false;
    };

    void open(const Moment& moment, RuleMatch match, std::string_view text);
    void go_on(const Unit& unit);
    bool continues(const Moment& moment, std::string_view text) const;
    void close();

    const Scene& scene_;
    std::optional<Passage> passage_;
    std::string speaker_;
    std::size_t block_ = 0;
    std::vector<Found> found_;
};

}  // namespace rapporteur
