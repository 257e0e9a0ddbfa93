#include "template/tag_lint.h"

#include <algorithm>
#include <set>

#include "support/text.h"
#include "template/field_scopes.h"
#include "template/nearest_name.h"

namespace rapporteur {
namespace {

/// Walks the tags as rendering will, with the objects that are open at each.
class Linter {
public:
    Linter(const TagSources& sources, const Labels& labels, Diagnostics& problems)
        : sources_(sources), labels_(labels), problems_(problems) {}

    void walk(const TagSource& source) {
        std::vector<const TemplateTag*> open;
        const std::size_t depth = scopes_.depth();
        for (const TemplateTag& tag : source.tags) {
            file_ = &source;
            if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) {
                open.push_back(&tag);
                enter(tag);
            } else if (tag.kind == TagKind::end) {
                leave(source, tag, open);
            } else if (tag.kind == TagKind::partial && !tag.broken) {
                include(tag);
            } else if (tag.kind == TagKind::variable && !tag.broken) {
                check_variable(tag);
            }
        }
        file_ = &source;
        for (const TemplateTag* tag : open)
            problem(Code::template_invalid, *tag, "{{#" + tag->name + "}} is not closed");
        scopes_.cut_to(depth);
        loops_.resize(depth - 1);
    }

private:
    /// A list that is gone through, as far as the section at hand does so.
    struct Loop {
        const FieldRow* row = nullptr;
        bool apart = false;  // from a list inside which it stands
    };

    void problem(Code code, const TemplateTag& tag, std::string detail) {
        const std::string place = tag.place.empty() ? file_->file : file_->file + ": " + tag.place;
        if (told_.insert({file_->file, tag.begin}).second)
            problems_.push_back({code, {place, 0, tag.line, tag.column}, std::move(detail)});
    }

    void enter(const TemplateTag& tag) {
        const bool deep = scopes_.depth() > deepest_section;
        if (scopes_.depth() == deepest_section + 1)
            problem(Code::template_invalid, tag,
                    "stands inside more than " + std::to_string(deepest_section) + " sections");
        const FieldRow* row = tag.broken || deep ? nullptr : resolve(tag);
        loops_.push_back(loop_of(tag, row));
        scopes_.push(row && tag.kind == TagKind::section ? row->of : std::string_view{});
    }

    /// A list that is gone through inside another one that it does not belong to is gone through that many times more.
    Loop loop_of(const TemplateTag& tag, const FieldRow* row) {
        if (!row || tag.kind != TagKind::section || row->kind != FieldKind::list) return {};
        const auto is_same = [&](const Loop& loop) { return loop.row == row; };
        const auto inner = std::find_if(loops_.rbegin(), loops_.rend(), [](const Loop& loop) { return loop.row; });
        // The scope of a loop stands behind that of the pack.
        const Loop loop{row, inner != loops_.rend() && found_scope_ < static_cast<std::size_t>(loops_.rend() - inner)};
        const auto is_apart = [](const Loop& other) { return other.apart; };
        if (std::any_of(loops_.begin(), loops_.end(), is_same)) {
            problem(Code::template_invalid, tag, "{{#" + tag.name + "}} stands inside itself");
        } else if (loop.apart && std::any_of(loops_.begin(), loops_.end(), is_apart)) {
            problem(Code::template_invalid, tag,
                    "{{#" + tag.name + "}} is one list too many inside lists that it does not belong to");
        }
        return loop;
    }

    /// A section that is never closed ends with the one around it; two that cross are told where the first ends.
    void leave(const TagSource& source, const TemplateTag& tag, std::vector<const TemplateTag*>& open) {
        const auto is_its_own = [&](const TemplateTag* opened) { return opened->name == tag.name; };
        const auto closes_later = [&](const TemplateTag& other) {
            return other.begin > tag.begin && other.kind == TagKind::end && other.name == open.back()->name;
        };
        const bool is_around = std::any_of(open.begin(), open.end(), is_its_own);
        while (is_around && !is_its_own(open.back()) &&
               std::none_of(source.tags.begin(), source.tags.end(), closes_later)) {
            problem(Code::template_invalid, *open.back(), "{{#" + open.back()->name + "}} is not closed");
            close_one(open);
        }
        if (open.empty())
            return problem(Code::template_invalid, tag, "nothing is open that {{/" + tag.name + "}} closes");
        if (!is_its_own(open.back()))
            problem(Code::template_invalid, tag,
                    "{{/" + tag.name + "}} stands where {{#" + open.back()->name + "}} of " +
                        words_of_place(*open.back()) + " is open");
        close_one(open);
    }

    static std::string words_of_place(const TemplateTag& tag) {
        return tag.place.empty() ? "line " + std::to_string(tag.line) : tag.place;
    }

    void close_one(std::vector<const TemplateTag*>& open) {
        open.pop_back();
        scopes_.pop();
        loops_.pop_back();
    }

    void include(const TemplateTag& tag) {
        const auto partial = sources_.partials.find(tag.name);
        if (partial == sources_.partials.end()) {
            std::vector<std::string> names;
            for (const auto& [name, partial_source] : sources_.partials) names.push_back(name);
            return problem(Code::template_missing, tag, "partial " + tag.name + nearest(tag.name, names));
        }
        if (std::find(path_.begin(), path_.end(), tag.name) != path_.end() || path_.size() == deepest_partial)
            return problem(Code::template_invalid, tag, "partial " + tag.name + " includes itself");
        if (!walked_.insert({tag.name, scopes_.objects()}).second) return;
        path_.push_back(tag.name);
        const TagSource* file = file_;
        walk(partial->second);
        file_ = file;
        path_.pop_back();
    }

    void check_variable(const TemplateTag& tag) {
        if (tag.name == ".") return;
        if (tag.name.starts_with("labels.")) return check_label(tag);
        const FieldRow* row = resolve(tag);
        if (row && row->kind != FieldKind::text && !(sources_.rich && is_rich(*row)))
            problem(Code::template_invalid, tag, tag.name + " is not a text: write {{#" + tag.name + "}}");
    }

    void check_label(const TemplateTag& tag) {
        if (labels_.texts().empty()) return;  // the file cannot be read, which is told
        const std::string key = tag.name.substr(std::string_view("labels.").size());
        if (labels_.has(key)) {
            if (labels_.text(key).find('{') != std::string::npos)
                problem(Code::template_invalid, tag, "the label " + key + " needs values that a tag cannot give");
            return;
        }
        std::vector<std::string> keys;
        for (const auto& [name, text] : labels_.texts()) keys.push_back(name);
        problem(Code::label_missing, tag, key + nearest(key, keys));
    }

    static std::string nearest(const std::string& name, const std::vector<std::string>& names) {
        const std::string near = nearest_name(name, names);
        return near.empty() ? std::string() : " (nearest: " + near + ")";
    }

    const FieldRow* resolve(const TemplateTag& tag) {
        const FieldScopes::Found found = scopes_.resolve(tag.name);
        found_scope_ = found.scope;
        if (!found.row && scopes_.depth() <= deepest_section)
            problem(Code::template_tag_unknown, tag, tag.name + nearest(tag.name, scopes_.names()));
        return found.row;
    }

    const TagSources& sources_;
    const Labels& labels_;
    Diagnostics& problems_;
    const TagSource* file_ = nullptr;
    FieldScopes scopes_;
    std::vector<Loop> loops_;      // of each scope but the first
    std::size_t found_scope_ = 0;  // that had the name resolved last
    std::vector<std::string> path_;
    std::set<std::pair<std::string, std::vector<std::string_view>>> walked_;
    std::set<std::pair<std::string, std::size_t>> told_;
};

}  // namespace

bool is_rich(const FieldRow& row) {
    return (row.kind == FieldKind::object && row.of == "quotation") ||
           (row.kind == FieldKind::list && row.of == "cite");
}

Diagnostics lint_tags(const TagSources& sources, const Labels& labels) {
    Diagnostics problems;
    Linter(sources, labels, problems).walk(sources.pack);
    return problems;
}

}  // namespace rapporteur
