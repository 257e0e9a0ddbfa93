#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "template/value.h"

namespace rapporteur {

/// A value that a field had, by object and field.
using FieldSamples = std::map<std::pair<std::string_view, std::string_view>, std::string>;

/// Adds the first value of every field that a context gives one and that has none yet. Texts are cut to one line; of
/// lists and objects it is told how many entries there are, or that there is one.
void add_samples(const Value& context, FieldSamples& samples);

/// The field table in words: each object with its fields, what they are, and a sample of each.
std::string words_of_fields(const FieldSamples& samples);

}  // namespace rapporteur
