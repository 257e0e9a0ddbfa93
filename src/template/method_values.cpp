#include <optional>

#include "template/object_value.h"
#include "template/page_values.h"

namespace rapporteur {
namespace {

std::string_view kind_label(GapKind kind) {
    switch (kind) {
        case GapKind::missing:
            return "gap_kind.missing";
        case GapKind::damaged:
            return "gap_kind.damaged";
        case GapKind::doubtful:
            return "gap_kind.doubtful";
        case GapKind::conflicting:
            return "gap_kind.conflicting";
        case GapKind::low_confidence:
            return "gap_kind.low_confidence";
    }
    return "gap_kind.missing";
}

std::string read_as(const ReadRow& row, const Labels& labels) {
    const std::string key = "media." + row.media_type;
    const std::string type = labels.text(labels.has(key) ? key : "media.other");
    return row.status == DocumentStatus::ok ? type : labels.text("media.partial", {{"type", type}});
}

std::string extent(const ReadRow& row, const Labels& labels) {
    if (row.pages > 0) return labels.counted("method.pages", static_cast<std::size_t>(row.pages));
    return row.lines > 0 ? labels.counted("method.lines", static_cast<std::size_t>(row.lines)) : std::string();
}

Value read_row(const ReadRow& row, const Wording& wording) {
    const Labels& labels = wording.labels();
    return ObjectValue("read_row")
        .set("source", wording.document(row.name))
        .set("target", "#" + row.anchor)
        .set("anchor", row.anchor)
        .set("read_as", read_as(row, labels))
        .set("extent", extent(row, labels))
        .set("damaged", std::to_string(row.damaged))
        .set("cited_by", labels.text("cited_by." + row.cited_by))
        .take();
}

Value read_rows(const MethodPage& page, const StatementValues& values, const std::string& letter) {
    const Wording& wording = values.wording();
    return ObjectValue("read_rows")
        .set("letter", letter)
        .set("rows", list_of(page.read, [&](const ReadRow& row) { return read_row(row, wording); }))
        .set("not_listed",
             page.not_listed == 0 ? std::string() : wording.labels().counted("method.not_listed", page.not_listed))
        .take();
}

/// Cuts a gap's label at its braces: the label's words are the pack's own, {subject} and {text} the source's.
class GapPieces {
public:
    GapPieces(const GapRow& row, const StatementValues& values) : row_(row), values_(values) {}

    Value make() {
        const Labels& labels = values_.wording().labels();
        const std::string key = "gap." + row_.code;
        cut(labels.has(key) ? labels.text(key) : labels.counted(key, row_.count));
        return std::move(pieces_);
    }

private:
    void cut(std::string_view label) {
        while (!label.empty()) {
            const std::size_t open = label.find('{');
            const std::size_t close = open == label.npos ? label.npos : label.find('}', open);
            add_own(label.substr(0, open));
            if (close == label.npos) return;
            add(label.substr(open + 1, close - open - 1));
            label.remove_prefix(close + 1);
        }
    }

    void add(std::string_view name) {
        if (name == "subject" || name == "text") {
            const std::string& words = name == "text" ? row_.text : row_.subject;
            if (!words.empty()) pieces_.push_back(ObjectValue("piece").set("quote", words).take());
        } else if (name == "count") {
            add_own(std::to_string(row_.count));
        } else if (name == "cites") {
            pieces_.push_back(ObjectValue("piece").set("cites", values_.cites(row_.references)).take());
        }
    }

    void add_own(std::string_view words) {
        if (!words.empty()) pieces_.push_back(ObjectValue("piece").set("own", std::string(words)).take());
    }

    const GapRow& row_;
    const StatementValues& values_;
    Value::List pieces_;
};

Value gap_value(const GapRow& row, const std::string& label, const StatementValues& values) {
    const std::string number = std::to_string(row.number);
    return ObjectValue("gap")
        .set("label", label)
        .set("number", number)
        .set("anchor", "gap-" + number)
        .set("pieces", GapPieces(row, values).make())
        .set("quotations", values.quotations(row.quotations))
        .take();
}

Value gap_rows(const MethodPage& page, const StatementValues& values, const std::string& letter) {
    Value::List rows;
    for (const GapGroup& group : page.gaps)
        for (const GapRow& row : group.rows) {
            const bool first = &row == &group.rows.front();
            const std::string label = first ? values.wording().labels().text(kind_label(group.kind)) : std::string();
            rows.push_back(gap_value(row, label, values));
        }
    return ObjectValue("gap_rows").set("letter", letter).set("none", rows.empty()).set("rows", std::move(rows)).take();
}

}  // namespace

Value method_value(const Briefing& briefing, const StatementValues& values, const std::string& numeral) {
    PartNumbers letters(PartNumbers::Kind::letters, briefing.method.read.empty() ? 1 : 2);
    ObjectValue value("method");
    value.set("numeral", numeral);
    if (!briefing.method.read.empty()) value.set("read", read_rows(briefing.method, values, letters.next()));
    value.set("gaps", gap_rows(briefing.method, values, letters.next()));
    return value.take();
}

}  // namespace rapporteur
