#pragma once

#include <vector>

#include "extract/evidence.h"

namespace rapporteur {

/// The recommendations that a table lists: one a row where a header cell names a column of recommendations by a rule of
/// kind "column" (field "text"); further columns give number, addressee, proposer, deadline, status and response.
std::vector<Judged<Recommendation>> recommendations_in_table(const Scene& scene, std::size_t block);

}  // namespace rapporteur
