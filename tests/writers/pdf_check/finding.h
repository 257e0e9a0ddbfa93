#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur::pdf_check {

/// A condition that a file must not meet. Numbers such as "01-003" are those of the Matterhorn protocol 1.02
/// (PDF/UA-1); "A-" and the clause of ISO 19005-3 stands for PDF/A-3; "S-" for the structure that ISO 32000-1 asks for.
struct Condition {
    std::string_view number, words;
};

/// All conditions that the checker knows, in order.
std::span<const Condition> conditions();

/// A condition that a file meets, and where.
struct Finding {
    std::string condition, place;
};

/// What a checker found.
class Findings {
public:
    /// `condition` is one of conditions().
    void add(std::string_view condition, std::string place);
    void add_unless(bool holds, std::string_view condition, const std::string& place) {
        if (!holds) add(condition, place);
    }
    const std::vector<Finding>& all() const { return all_; }
    bool has(std::string_view condition) const;
    /// One line a finding, the first few of each condition.
    std::string words() const;

private:
    std::vector<Finding> all_;
};

}  // namespace rapporteur::pdf_check
