#include "extract/meeting_cast.h"

#include <algorithm>
#include <map>

namespace rapporteur {
namespace {

/// Series beyond this many are compared by equal words only, so that a hostile text costs no more than a long one.
constexpr std::size_t most_compared = 400;

/// No series has more meetings in one document.
constexpr std::size_t most_of_one_series = 300;

int year_of(const MeetingMention& mention) {
    return mention.year > 0 ? mention.year : mention.start ? mention.start->year : 0;
}

/// The meetings of one series.
class SeriesCast {
public:
    void add(const MeetingMention& mention) {
        if (mention.bare() && !mention.principal) {
            bare_.push_back(&mention);
            return;
        }
        MeetingEntity* entity = find(mention);
        if (!entity && entities_.size() >= most_of_one_series) return;
        if (!entity) {
            entities_.emplace_back();
            entity = &entities_.back();
        }
        join(*entity, mention);
    }

    std::vector<MeetingEntity> finish(const SeriesName& series) {
        pair_left_over();
        settle_bare();
        for (MeetingEntity& entity : entities_) entity.series = series;
        return std::move(entities_);
    }

private:
    static bool fits(const MeetingEntity& entity, const MeetingMention& mention) {
        const int year = year_of(mention);
        if (mention.number > 0 && entity.number > 0) return mention.number == entity.number;
        if (mention.start && entity.start) return agree(*mention.start, *entity.start);
        return year > 0 && entity.year == year;
    }

    MeetingEntity* find(const MeetingMention& mention) {
        for (MeetingEntity& entity : entities_) {
            if (fits(entity, mention)) return &entity;
        }
        // The document's own meeting, where neither says anything that tells them apart.
        const bool single = mention.principal && mention.bare() && entities_.size() == 1;
        return single ? &entities_.front() : nullptr;
    }

    static void join(MeetingEntity& entity, const MeetingMention& mention) {
        entity.mentions.push_back(&mention);
        entity.principal = entity.principal || mention.principal;
        if (entity.number == 0) entity.number = mention.number;
        if (entity.year == 0) entity.year = year_of(mention);
        const bool finer = mention.start && (!entity.start || *entity.start < *mention.start) &&
                           (!entity.start || agree(*entity.start, *mention.start));
        if (finer) entity.start = mention.start, entity.end = mention.end;
    }

    static void absorb(MeetingEntity& into, MeetingEntity& other) {
        for (const MeetingMention* mention : other.mentions) join(into, *mention);
        other.mentions.clear();
    }

    /// "the second" and "the 2013 one" are one meeting where all others are told.
    void pair_left_over() {
        std::vector<MeetingEntity*> numbered, dated;
        for (MeetingEntity& entity : entities_) {
            if (entity.number > 0 && entity.year == 0) numbered.push_back(&entity);
            if (entity.number == 0 && entity.year > 0) dated.push_back(&entity);
        }
        if (numbered.size() == 1 && dated.size() == 1) absorb(*numbered.front(), *dated.front());
        std::erase_if(entities_, [](const MeetingEntity& entity) { return entity.mentions.empty(); });
    }

    void settle_bare() {
        if (bare_.empty()) return;
        auto own = std::find_if(entities_.begin(), entities_.end(), [](const MeetingEntity& e) { return e.principal; });
        if (own == entities_.end() && entities_.size() == 1) own = entities_.begin();
        if (own == entities_.end() && !entities_.empty()) return;
        if (own == entities_.end()) own = entities_.insert(entities_.end(), MeetingEntity{});
        for (const MeetingMention* mention : bare_) join(*own, *mention);
    }

    std::vector<MeetingEntity> entities_;
    std::vector<const MeetingMention*> bare_;
};

struct Series {
    SeriesName name;
    std::vector<const MeetingMention*> mentions;
};

/// Series of equal words, the longest names first, so that shorter ones find what they leave out.
std::vector<Series> by_words(const std::vector<MeetingMention>& mentions, const MeetingSeries& series) {
    std::map<SeriesName, std::vector<const MeetingMention*>> exact;
    for (const MeetingMention& mention : mentions) {
        SeriesName name = series.name_of(mention);
        if (!name.empty()) exact[std::move(name)].push_back(&mention);
    }
    std::vector<Series> all;
    for (auto& [name, of_them] : exact) all.push_back({name, std::move(of_them)});
    std::stable_sort(all.begin(), all.end(),
                     [](const Series& a, const Series& b) { return a.name.size() > b.name.size(); });
    return all;
}

/// Adds each series to the one longer series that holds it; where two do, it stays apart.
std::vector<Series> joined(std::vector<Series> all) {
    std::vector<Series> kept;
    for (Series& series : all) {
        Series* home = nullptr;
        int homes = 0;
        for (std::size_t i = 0; i < kept.size() && i < most_compared; ++i) {
            if (same_series(kept[i].name, series.name)) home = &kept[i], ++homes;
        }
        if (homes == 1) {
            home->mentions.insert(home->mentions.end(), series.mentions.begin(), series.mentions.end());
        } else {
            kept.push_back(std::move(series));
        }
    }
    return kept;
}

}  // namespace

std::vector<MeetingEntity> cast_meetings(const std::vector<MeetingMention>& mentions, const MeetingSeries& series) {
    std::vector<MeetingEntity> entities;
    for (Series& one : joined(by_words(mentions, series))) {
        std::sort(one.mentions.begin(), one.mentions.end());  // as given: one array holds them all
        SeriesCast cast;
        for (const MeetingMention* mention : one.mentions) cast.add(*mention);
        for (MeetingEntity& entity : cast.finish(one.name)) entities.push_back(std::move(entity));
    }
    std::stable_sort(entities.begin(), entities.end(), [](const MeetingEntity& a, const MeetingEntity& b) {
        if (a.principal != b.principal) return a.principal;
        return a.mentions.front() < b.mentions.front();
    });
    return entities;
}

}  // namespace rapporteur
