#include "app/stage.h"

#include <sys/mman.h>

#include <array>
#include <atomic>
#include <new>

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 6> gerunds{"", "reading", "recognising", "extracting", "composing", "writing"};

}  // namespace

struct StageMark::Shared {
    std::atomic<int> stage{0};
    std::atomic<int> page{0};
    std::atomic<long> more_time{0};  // milliseconds
};

std::string words_of(const StagePlace& place) {
    if (place.stage == Stage::waiting) return {};
    std::string words = "while " + std::string(gerunds[static_cast<std::size_t>(place.stage)]);
    if (place.page > 0) words += " page " + std::to_string(place.page);
    return words;
}

StageMark::StageMark() : shared_(nullptr) {
    void* memory = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory != MAP_FAILED) shared_ = new (memory) Shared;
}

StageMark::~StageMark() {
    if (shared_ != nullptr) munmap(shared_, sizeof(Shared));
}

void StageMark::set(Stage stage, int page) {
    if (shared_ == nullptr) return;
    shared_->stage = static_cast<int>(stage);
    shared_->page = page;
}

void StageMark::add_time(std::chrono::milliseconds more) {
    if (shared_ != nullptr) shared_->more_time += more.count();
}

void StageMark::take_time_back() {
    if (shared_ != nullptr) shared_->more_time = 0;
}

std::chrono::milliseconds StageMark::added_time() const {
    return std::chrono::milliseconds(shared_ != nullptr ? shared_->more_time.load() : 0);
}

StagePlace StageMark::get() const {
    if (shared_ == nullptr) return {};
    // The worker may have written anything there.
    const int stage = shared_->stage;
    const bool known = stage > 0 && stage < static_cast<int>(gerunds.size());
    return {known ? static_cast<Stage>(stage) : Stage::waiting, shared_->page};
}

}  // namespace rapporteur
