#include "app/progress.h"

#include <algorithm>
#include <string>

namespace rapporteur {
namespace {

constexpr std::size_t bar_width = 24;

}  // namespace

void Progress::show(std::string_view what, std::size_t done, std::size_t total) {
    if (!enabled_ || total == 0) return;
    const std::size_t filled = bar_width * std::min(done, total) / total;
    // "\r" goes to the start of the line, "\x1b[K" clears what is right of the cursor (ECMA-48, CR and EL).
    terminal_ << "\r\x1b[K" << what << " [" << std::string(filled, '#') << std::string(bar_width - filled, ' ') << "] "
              << done << '/' << total << std::flush;
    shown_ = true;
}

void Progress::clear() {
    if (!shown_) return;
    terminal_ << "\r\x1b[K" << std::flush;
    shown_ = false;
}

}  // namespace rapporteur
