#include "readers/emphasis.h"

#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int longest_emphasis = 8;  // lines that one emphasis may span

bool is_escaped(std::string_view text, std::size_t at) {
    std::size_t slashes = 0;
    while (slashes < at && text[at - 1 - slashes] == '\\') ++slashes;
    return slashes % 2 == 1;
}

void collect_stars(std::string_view text, std::size_t line, std::vector<Stars>& out) {
    for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at)) {
        std::size_t end = at;
        while (end < text.size() && text[end] == '*') ++end;
        Stars stars{line, at, static_cast<int>(end - at)};
        stars.can_open = end < text.size() && !is_space(decode_at(text, end).value);
        stars.can_close = at > 0 && !is_space(decode_before(text, at).value);
        if (stars.count <= 4 && !is_escaped(text, at)) out.push_back(stars);
        at = end;
    }
}

/// Pairs runs of asterisks: which open, which close, which stay as they are.
class StarPairing {
public:
    explicit StarPairing(std::vector<Stars>& all) : all_(all) {}

    void pair() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            give_up_before(all_[i].line);
            step(i);
            all_[i].bold = bold_ >= 0;
            all_[i].italic = italic_ >= 0;
        }
        give_up_before(~std::size_t{0});
        settle();
    }

private:
    void step(std::size_t i) {
        Stars& stars = all_[i];
        const bool bold_part = stars.count >= 2;
        const bool italic_part = stars.count % 2 == 1;
        bool used = false;
        if (stars.count == 4) {
            used = close(bold_, i);
            if (used) open(bold_, i);
        } else if (stars.count == 3) {
            const bool closed_bold = close(bold_, i);
            const bool closed_italic = close(italic_, i);
            used = closed_bold || closed_italic;
            if (!closed_bold && !bold_from_here(i)) open(bold_, i), used = used || bold_ >= 0;
            if (!closed_italic) open(italic_, i), used = used || italic_ >= 0;
            if (closed_bold && closed_italic) return mark(i);
        } else if (bold_part) {
            used = close(bold_, i) || open(bold_, i);
        } else if (italic_part) {
            used = close(italic_, i) || open(italic_, i);
        }
        if (used) mark(i);
    }

    bool bold_from_here(std::size_t i) const { return bold_ == static_cast<long>(i); }
    void mark(std::size_t i) { all_[i].literal = false; }

    bool open(long& slot, std::size_t i) {
        if (slot >= 0 || !all_[i].can_open) return false;
        slot = static_cast<long>(i);
        return true;
    }

    bool close(long& slot, std::size_t i) {
        if (slot < 0 || !all_[i].can_close) return false;
        slot = -1;
        return true;
    }

    /// What was opened too far above `line` never closes: its asterisks stay as they are.
    void give_up_before(std::size_t line) {
        for (long* slot : {&bold_, &italic_}) {
            if (*slot < 0 || all_[static_cast<std::size_t>(*slot)].line + longest_emphasis > line) continue;
            failed_.push_back({static_cast<std::size_t>(*slot), slot == &bold_});
            *slot = -1;
        }
    }

    /// Takes back the emphasis that failed runs gave to those after them.
    void settle() {
        for (const auto& [from, of_bold] : failed_) {
            for (std::size_t i = from; i < all_.size(); ++i) {
                bool& state = of_bold ? all_[i].bold : all_[i].italic;
                if (!state || all_[i].line >= all_[from].line + longest_emphasis) break;
                state = false;
            }
            Stars& stars = all_[from];
            const bool also_closes = from > 0 && (all_[from - 1].bold || all_[from - 1].italic);
            if (!stars.bold && !stars.italic && !also_closes) stars.literal = true;
        }
    }

    std::vector<Stars>& all_;
    long bold_ = -1;
    long italic_ = -1;
    std::vector<std::pair<std::size_t, bool>> failed_;
};

}  // namespace

std::vector<Stars> paired_stars(const std::vector<std::string_view>& lines) {
    std::vector<Stars> stars;
    for (std::size_t i = 0; i < lines.size(); ++i) collect_stars(lines[i], i, stars);
    StarPairing(stars).pair();
    return stars;
}

}  // namespace rapporteur
