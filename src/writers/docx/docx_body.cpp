#include "writers/docx/docx_body.h"

#include <algorithm>
#include <utility>

namespace rapporteur {
namespace {

constexpr double least_line = 1;  // points: a paragraph that is not to be seen

}  // namespace

void DocxBody::close_paragraph() {
    if (open_) blocks_.push_back(paragraph_xml(open_->look, open_->content));
    open_.reset();
}

void DocxBody::add_spacer(double height) {
    close_paragraph();
    ParagraphLook look;
    look.before = 0;
    look.after = 0;
    look.line = std::max(height, least_line);
    open_ = {look, waiting_};
    waiting_.clear();
}

void DocxBody::add_paragraph(ParagraphLook look, const std::string& content, Space space, Space styled) {
    // What the block above has below itself is there already.
    const double wanted = std::exchange(fixed_, false) ? 0 : space.before - below_;
    const double before = fresh_ ? (empty() ? top_ : 0) : std::max({wanted, after_table_, 0.0});
    if (before != styled.before) look.before = before;
    if (space.after != styled.after) look.after = space.after;
    close_paragraph();
    look.page_break_before = look.page_break_before || page_break_;
    open_ = {look, waiting_ + content};
    waiting_.clear();
    below_ = space.after;
    after_table_ = 0;
    fresh_ = page_break_ = false;
}

void DocxBody::add_table(const std::string& table, Space space) {
    const double gap = std::exchange(fixed_, false) ? below_ : std::max({space.before, below_, after_table_});
    if (open_ && !page_break_ && waiting_.empty()) {
        if (gap != below_) open_->look.after = gap;
    } else if (!empty() || page_break_ || !waiting_.empty()) {
        add_spacer(fresh_ ? 0 : gap);
        open_->look.page_break_before = page_break_;
    }
    close_paragraph();
    blocks_.push_back(table);
    below_ = 0;
    after_table_ = space.after;
    fresh_ = page_break_ = false;
}

void DocxBody::add_empty_line() {
    add_spacer(0);
    fresh_ = false;
}

void DocxBody::end_section(const std::string& properties) {
    if (!open_) add_spacer(0);
    open_->content += waiting_;
    waiting_.clear();
    open_->look.section = properties;
    close_paragraph();
    fresh_ = true;
    page_break_ = fixed_ = false;
    below_ = after_table_ = 0;
}

std::string DocxBody::take(bool closed) {
    if (!waiting_.empty() || (closed && !open_)) add_spacer(0);
    close_paragraph();
    std::string out;
    for (const auto& block : blocks_) out += block;
    blocks_.clear();
    return out;
}

}  // namespace rapporteur
