#include "app/clock.h"

#include <cstdlib>
#include <ctime>

namespace rapporteur {

std::int64_t now() {
    std::tm given{};
    const char* clock = std::getenv("RAPPORTEUR_CLOCK");
    const char* end = clock == nullptr ? nullptr : strptime(clock, "%Y-%m-%dT%H:%M:%SZ", &given);
    return end != nullptr && *end == '\0' ? timegm(&given) : std::time(nullptr);
}

PartialDate day_here(std::int64_t moment) {
    const std::time_t time = moment;
    std::tm local{};
    localtime_r(&time, &local);
    return {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}

}  // namespace rapporteur
