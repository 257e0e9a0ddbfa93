#include "fuzz/fuzz_target.h"
#include "fuzz/reading.h"

void rapporteur::fuzz::take(std::string_view bytes) { read_and_check("input.txt", bytes); }
