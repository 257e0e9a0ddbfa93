#pragma once

#include <vector>

#include "layout/page.h"
#include "layout/strip.h"
#include "layout/style.h"

namespace rapporteur {

/// A page number to print once all pages are made.
struct PendingNumber {
    std::size_t page = 0;  // index of the page that it is printed on
    Flow::PageNumber number;
};

/// Where headings and numbers came to stand.
struct Pagination {
    std::vector<Page> pages;
    std::vector<std::size_t> page_of_heading;  // index of `pages` by index of Flow::headings
    std::vector<double> top_of_heading;        // points
    std::vector<bool> heading_begins_page;
    std::vector<std::string> running;  // what the running head of each page shows
    std::vector<int> stamps;           // of each page: index of Flow::stamps, -1 for running head and foot
    std::vector<int> numberings;       // of each page: index of Flow::numberings, where one begins, else -1
    std::vector<PendingNumber> numbers;
};

/// Where a strip begins that comes after what ends at `y`.
double top_of(const Strip& strip, double y, const Style& style);

/// Cuts the flow into pages: keeps what belongs together, repeats heads of tables, draws their rules and the tint of
/// boxes, sets footnotes at the foot. Takes the items out of the flow. Each strip is looked at a bounded number of
/// times.
Pagination paginate(Flow& flow, const Style& style);

}  // namespace rapporteur
