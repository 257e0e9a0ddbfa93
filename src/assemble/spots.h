#pragma once

namespace rapporteur {

struct Briefing;

/// Names every place where the pack prints a statement once more, so that its pages can tell where it stands.
void name_spots(Briefing& briefing);

}  // namespace rapporteur
