#include "template/wording.h"

#include "assemble/statement.h"
#include "support/text.h"

namespace rapporteur {
namespace {

std::string number(int value) { return std::to_string(value); }

bool is_day(const std::optional<PartialDate>& date) { return date && date->day > 0; }

bool is_next_day(const PartialDate& a, const PartialDate& b) { return b.day == a.day + 1; }

/// True where only the line, the page or the paragraph differs.
bool differs_in_one_number(const Reference& a, const Reference& b) {
    const int differences = (a.line != b.line) + (a.page != b.page) + (a.paragraph != b.paragraph);
    return a.document_id == b.document_id && a.heading == b.heading && differences == 1;
}

}  // namespace

std::string Wording::day(int day_number) const {
    return day_number == 1 ? labels_.text("date.first_day") : number(day_number);
}

std::string Wording::month(int month_number) const {
    return labels_.entry("date.months", static_cast<std::size_t>(month_number) - 1);
}

/// Some languages have another form of the month's name where no day stands before it.
std::string Wording::standing_month(int month_number) const {
    const std::string name = labels_.entry("date.standing_months", static_cast<std::size_t>(month_number) - 1);
    return name.empty() ? month(month_number) : name;
}

std::string Wording::date(const PartialDate& date) const {
    const std::string year = number(date.year);
    if (date.month == 0) return labels_.text("date.year", {{"year", year}});
    if (date.day == 0) return labels_.text("date.month", {{"month", standing_month(date.month)}, {"year", year}});
    return labels_.text("date.day", {{"day", day(date.day)}, {"month", month(date.month)}, {"year", year}});
}

std::string Wording::full_date(const PartialDate& date) const {
    if (date.day == 0) return this->date(date);
    const std::string name = labels_.entry("date.weekdays", static_cast<std::size_t>(weekday(date)));
    return heading_case(labels_.text("date.with_weekday", {{"weekday", name}, {"date", this->date(date)}}));
}

std::string Wording::weekday_name(const PartialDate& date) const {
    if (date.day == 0) return {};
    return heading_case(labels_.entry("date.weekdays", static_cast<std::size_t>(weekday(date))));
}

std::string Wording::day_of_month(const PartialDate& date) const {
    return labels_.text("date.day_of_month", {{"day", day(date.day)}, {"month", month(date.month)}});
}

std::string Wording::dates(const DateSpan& span) const {
    if (!span.first) return {};
    const PartialDate& first = *span.first;
    if (!span.last || *span.last == first) return date(first);
    const PartialDate& last = *span.last;
    if (first.month == 0 && last.month == 0)
        return labels_.text("date.years", {{"first", date(first)}, {"last", date(last)}});
    if (!is_day(span.first) || !is_day(span.last) || first.year != last.year)
        return labels_.text("date.span", {{"first", date(first)}, {"last", date(last)}});
    const Labels::Arguments parts = {{"first", day(first.day)},
                                     {"last", day(last.day)},
                                     {"first_month", month(first.month)},
                                     {"month", month(last.month)},
                                     {"year", number(last.year)}};
    if (first.month != last.month) return labels_.text("date.days_of_months", parts);
    return labels_.text(is_next_day(first, last) ? "date.two_days" : "date.days", parts);
}

std::string Wording::time(const std::string& point) const {
    const std::size_t colon = point.find(':');
    if (colon == std::string::npos) return point;
    return labels_.text("time.point", {{"hour", point.substr(0, colon)}, {"minute", point.substr(colon + 1)}});
}

std::string Wording::times(const std::string& start, const std::string& end) const {
    if (start.empty() || end.empty()) return time(start);
    return labels_.text("time.span", {{"start", time(start)}, {"end", time(end)}});
}

std::string Wording::list(const std::vector<std::string>& parts) const {
    std::string words;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) words += labels_.text(i + 1 == parts.size() ? "list.last" : "list.separator");
        words += parts[i];
    }
    return words;
}

std::string Wording::document(const DocumentName& name) const {
    std::string words = name.text;
    if (name.naming == DocumentNaming::meeting_page && of_one_meeting_) words = labels_.text("citation.meeting_page");
    if (name.naming == DocumentNaming::dated && name.date)
        words = labels_.text("citation.dated", {{"name", name.text}, {"date", date(*name.date)}});
    if (words.empty()) words = labels_.text("citation.unknown");
    if (name.ordinal == 0) return words;
    return labels_.text("citation.ordinal", {{"name", words}, {"ordinal", number(name.ordinal)}});
}

std::vector<std::string> Wording::place(const Reference& reference) const {
    std::vector<std::string> parts;
    if (!reference.paragraph.empty())
        parts.push_back(labels_.text("citation.paragraph", {{"paragraph", reference.paragraph}}));
    if (reference.page > 0) parts.push_back(labels_.text("citation.page", {{"page", number(reference.page)}}));
    if (reference.line > 0) parts.push_back(labels_.text("citation.line", {{"line", number(reference.line)}}));
    if (!reference.heading.empty()) parts.push_back(reference.heading);
    return parts;
}

std::string Wording::cite(const Reference& reference) const {
    std::vector<std::string> parts = {document(reference.document)};
    for (std::string& part : place(reference)) parts.push_back(std::move(part));
    const std::string words = join(parts, labels_.text("citation.separator"));
    return reference.mark.empty() ? words
                                  : labels_.text("citation.marked", {{"place", words}, {"mark", reference.mark}});
}

std::vector<WordedCite> Wording::cites(const std::vector<Reference>& references) const {
    std::vector<WordedCite> result;
    for (std::size_t i = 0; i < references.size(); ++i) {
        const Reference& reference = references[i];
        if (i > 0 && differs_in_one_number(references[i - 1], reference)) {
            const Reference& before = references[i - 1];
            const std::string more = reference.line != before.line   ? number(reference.line)
                                     : reference.page != before.page ? number(reference.page)
                                                                     : reference.paragraph;
            result.back().words += labels_.text("citation.separator") + more;
            continue;
        }
        result.push_back(
            {cite(reference), reference.anchor.empty() ? std::string() : "#" + reference.anchor, reference.place});
    }
    return result;
}

}  // namespace rapporteur
