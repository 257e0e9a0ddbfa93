#include "extract/interventions.h"

#include <algorithm>
#include <map>
#include <set>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view record_kind = "intervention";

std::string_view last_word(std::string_view name) {
    const std::size_t space = name.find_last_of(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
}

/// "Ms. Ana Lind" and, later, "Ms. Lind".
bool same_person(std::string_view full, std::string_view later) {
    if (full == later) return true;
    const auto lists = [](std::string_view name) {
        return name.find(',') != std::string_view::npos || name.find(" and ") != std::string_view::npos;
    };
    return !lists(full) && !lists(later) && full.find(' ') != std::string_view::npos &&
           last_word(full) == last_word(later);
}

/// The words of the lists of those present.
std::set<std::string, std::less<>> words_of_the_present(const Scene& scene) {
    std::set<std::string, std::less<>> present;
    for (std::size_t block = 0; block < scene.document.blocks.size(); ++block) {
        const auto& roles = scene.settings.above(scene.outline, block).roles;
        if (std::find(roles.begin(), roles.end(), "minutes") == roles.end()) continue;
        const std::string_view text = scene.document.text_of(scene.document.blocks[block]);
        for (const Range& word : words(text)) present.emplace(text.substr(word.begin, word.size()));
    }
    return present;
}

}  // namespace

void SpeakerWalk::take(const Moment& moment) {
    if (moment.heading) return;
    if (passage_ && passage_->opened.unit.block != moment.unit.block) close();
    if (block_ != moment.unit.block) speaker_.clear();
    block_ = moment.unit.block;
    const std::string_view text = scene_.document.slice(moment.unit.range);
    const RuleGroup* group = scene_.rules.group(scene_.language, record_kind);
    RuleMatch match = best_match(group, text, moment.place(RuleKind::cue, scene_.document));
    if (match.rule == nullptr && moment.unit.first) {
        match = best_match(group, text, moment.place(RuleKind::item, scene_.document));
    }
    if (match.rule != nullptr) {
        open(moment, std::move(match), text);
    } else if (passage_ && continues(moment, text)) {
        go_on(moment.unit);
    } else if (passage_) {
        close();
    }
}

void SpeakerWalk::go_on(const Unit& unit) {
    passage_->range.end = unit.range.end;
    passage_->opened.unit.cut = passage_->opened.unit.cut || unit.cut;
}

void SpeakerWalk::open(const Moment& moment, RuleMatch match, std::string_view text) {
    std::string speaker(match.field(text, "speaker"));
    if (speaker == "subject") speaker = scene_.actors.speaker(text.substr(0, match.range_of("verb").begin));
    if (speaker.empty()) return close();
    if (passage_ && same_person(passage_->speaker, speaker) && passage_->range.end <= moment.unit.range.begin) {
        return go_on(moment.unit);
    }
    close();
    speaker_ = speaker;
    std::string_view affiliation = match.field(text, "affiliation");
    if (affiliation.empty()) affiliation = match.field(text, "affiliation_in_brackets");
    if (affiliation.empty()) affiliation = match.field(text, "position");
    const std::size_t words = match.range_of("words").begin;  // a turn's own words begin after the name
    const Range range{moment.unit.range.begin + words, moment.unit.range.end};
    const bool goes_on = match.field(text, "passage") == "paragraph";
    const bool turn = match.field(text, "turn") == "yes";
    passage_ = Passage{moment, std::move(match), range, std::move(speaker), std::string(affiliation), goes_on, turn};
}

bool SpeakerWalk::continues(const Moment& moment, std::string_view text) const {
    if (passage_->range.end > moment.unit.range.begin) return false;
    const std::string_view between = std::string_view(scene_.document.text)
                                         .substr(passage_->range.end, moment.unit.range.begin - passage_->range.end);
    if (!trim(between).empty()) return false;  // something that cannot be quoted stands between
    if (scene_.matches("same_speaker", text)) return true;
    return passage_->goes_on && !scene_.matches("passage_stops", text);
}

void SpeakerWalk::close() {
    if (!passage_) return;
    const Moment& moment = passage_->opened;
    Intervention record;
    record.speaker = passage_->speaker;
    record.affiliation = passage_->affiliation;
    record.text = scene_.document.slice(passage_->range);
    record.sources.push_back(scene_.source(moment.unit.block, passage_->range));
    record.rule = passage_->match.rule->id;
    record.cut = moment.unit.cut;
    record.id = make_id({std::string(record_kind), scene_.document.id(), record.speaker, record.text});
    const bool somebody = !record.affiliation.empty();
    const std::string_view opening = scene_.document.slice(moment.unit.range);
    const std::string_view words = scene_.document.slice(passage_->range);
    found_.push_back(
        {moment.unit.block,
         judged(scene_, moment, {record_kind, passage_->match, opening, words, false, somebody}, std::move(record)),
         passage_->turn});
    passage_.reset();
}

std::vector<SpeakerWalk::Found> SpeakerWalk::finish() {
    close();
    std::map<std::string, int> turns;
    for (const Found& found : found_) turns[found.judged.record.speaker] += found.turn ? 1 : 0;
    const auto present = words_of_the_present(scene_);
    std::erase_if(found_, [&](const Found& found) {
        const std::string& speaker = found.judged.record.speaker;
        return found.turn && turns[speaker] < 2 && !present.contains(last_word(speaker));
    });
    return std::move(found_);
}

}  // namespace rapporteur
