#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Where lines may be broken (UAX #14, with ICU's dictionaries for scripts that write no spaces). One instance serves
/// one thread.
class LineBreaker {
public:
    /// `language` is BCP 47; an unknown one gets the root rules.
    explicit LineBreaker(std::string_view language);
    ~LineBreaker();
    LineBreaker(LineBreaker&&) noexcept;
    LineBreaker& operator=(LineBreaker&&) noexcept;

    /// The bytes inside the text (neither its start nor its end) before which a line may begin, in order.
    std::vector<std::size_t> opportunities(std::string_view text);

private:
    struct Iterator;
    std::unique_ptr<Iterator> iterator_;
};

}  // namespace rapporteur
