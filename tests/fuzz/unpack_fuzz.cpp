#include "readers/unpack.h"

#include "fuzz/fuzz_target.h"
#include "readers/reader.h"

/// Archives and messages: no member leads out, and all stays within the limits.
void rapporteur::fuzz::take(std::string_view bytes) {
    UnpackLimits limits;
    limits.bytes = 1 << 20;
    limits.members = 50;
    std::size_t sum = 0;
    const Unpacked unpacked = unpack(bytes, "input.zip", limits);
    demand(unpacked.members.size() <= limits.members, "no more members than allowed");
    for (const Member& member : unpacked.members) {
        sum += member.bytes.size();
        demand(!member.path.starts_with('/') && member.path.find("..") != 0, "a member stays inside");
        demand(member.path.find("/../") == std::string::npos, "a member stays inside");
    }
    demand(sum <= limits.bytes, "no more bytes than allowed");
}
