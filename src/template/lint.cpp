#include "template/lint.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "support/text.h"
#include "template/field_table.h"
#include "template/nearest_name.h"
#include "template/tag.h"

namespace rapporteur {
namespace {

constexpr std::size_t deepest = 20;  // partials in partials

/// A file with its tags.
struct Scanned {
    const NamedText* file = nullptr;
    std::vector<TemplateTag> tags;
};

std::map<std::string, Scanned> scan_partials(const TemplateFiles& files, Diagnostics& problems) {
    std::map<std::string, Scanned> partials;
    for (const NamedText& file : files.partials) {
        partials[partial_name(file.name)] = {&file, scan_tags(file, problems)};
    }
    return partials;
}

/// Walks the tags as rendering will, with the objects that are open at each.
class Linter {
public:
    Linter(const std::map<std::string, Scanned>& partials, const Labels& labels, Diagnostics& problems)
        : partials_(partials), labels_(labels), problems_(problems) {}

    void walk(const Scanned& scanned) {
        std::vector<const TemplateTag*> open;
        const std::size_t depth = scopes_.size();
        for (const TemplateTag& tag : scanned.tags) {
            file_ = scanned.file;
            if (tag.kind == TagKind::section || tag.kind == TagKind::inverted) {
                open.push_back(&tag);
                enter(tag);
            } else if (tag.kind == TagKind::end) {
                leave(scanned, tag, open);
            } else if (tag.kind == TagKind::partial && !tag.broken) {
                include(tag);
            } else if (tag.kind == TagKind::variable && !tag.broken) {
                check_variable(tag);
            }
        }
        file_ = scanned.file;
        for (const TemplateTag* tag : open)
            problem(Code::template_invalid, *tag, "{{#" + tag->name + "}} is not closed");
        scopes_.resize(depth);
        loops_.resize(depth - 1);
    }

private:
    /// A list that is gone through, as far as the section at hand does so.
    struct Loop {
        const FieldRow* row = nullptr;
        bool apart = false;  // from a list inside which it stands
    };

    void problem(Code code, const TemplateTag& tag, std::string detail) {
        const Diagnostic found{code, {file_->name, 0, tag.line, tag.column}, std::move(detail)};
        if (told_.insert({found.place.file, tag.begin}).second) problems_.push_back(found);
    }

    void enter(const TemplateTag& tag) {
        const FieldRow* row = tag.broken ? nullptr : resolve(tag);
        loops_.push_back(loop_of(tag, row));
        scopes_.push_back(row && tag.kind == TagKind::section ? row->of : std::string_view{});
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
    void leave(const Scanned& scanned, const TemplateTag& tag, std::vector<const TemplateTag*>& open) {
        const auto is_its_own = [&](const TemplateTag* opened) { return opened->name == tag.name; };
        const auto closes_later = [&](const TemplateTag& other) {
            return other.begin > tag.begin && other.kind == TagKind::end && other.name == open.back()->name;
        };
        const bool is_around = std::any_of(open.begin(), open.end(), is_its_own);
        while (is_around && !is_its_own(open.back()) &&
               std::none_of(scanned.tags.begin(), scanned.tags.end(), closes_later)) {
            problem(Code::template_invalid, *open.back(), "{{#" + open.back()->name + "}} is not closed");
            close_one(open);
        }
        if (open.empty())
            return problem(Code::template_invalid, tag, "nothing is open that {{/" + tag.name + "}} closes");
        if (!is_its_own(open.back()))
            problem(Code::template_invalid, tag,
                    "{{/" + tag.name + "}} stands where {{#" + open.back()->name + "}} of line " +
                        std::to_string(open.back()->line) + " is open");
        close_one(open);
    }

    void close_one(std::vector<const TemplateTag*>& open) {
        open.pop_back();
        scopes_.pop_back();
        loops_.pop_back();
    }

    void include(const TemplateTag& tag) {
        const auto partial = partials_.find(tag.name);
        if (partial == partials_.end()) {
            std::vector<std::string> names;
            for (const auto& [name, scanned] : partials_) names.push_back(name);
            return problem(Code::template_missing, tag, "partial " + tag.name + nearest(tag.name, names));
        }
        if (std::find(path_.begin(), path_.end(), tag.name) != path_.end() || path_.size() == deepest)
            return problem(Code::template_invalid, tag, "partial " + tag.name + " includes itself");
        if (!walked_.insert({tag.name, scopes_}).second) return;
        path_.push_back(tag.name);
        const NamedText* file = file_;
        walk(partial->second);
        file_ = file;
        path_.pop_back();
    }

    void check_variable(const TemplateTag& tag) {
        if (tag.name == ".") return;
        if (tag.name.starts_with("labels.")) return check_label(tag);
        const FieldRow* row = resolve(tag);
        if (row && row->kind != FieldKind::text)
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

    /// The field that a name means: of the innermost open object that has it, as Mustache looks it up.
    const FieldRow* resolve(const TemplateTag& tag) {
        const std::vector<std::string_view> parts = split(tag.name, '.');
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            std::string_view object = *scope;
            const FieldRow* row = nullptr;
            for (const std::string_view part : parts) {
                row = find_field(object, part);
                if (!row) break;
                object = row->kind == FieldKind::object ? row->of : std::string_view{};
            }
            found_scope_ = static_cast<std::size_t>(scopes_.rend() - scope) - 1;
            if (row) return row;
        }
        problem(Code::template_tag_unknown, tag, tag.name + nearest(tag.name, names_in_scope()));
        return nullptr;
    }

    std::vector<std::string> names_in_scope() const {
        std::vector<std::string> names;
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
            for (std::string& name : field_names(*scope)) names.push_back(std::move(name));
        return names;
    }

    const std::map<std::string, Scanned>& partials_;
    const Labels& labels_;
    Diagnostics& problems_;
    const NamedText* file_ = nullptr;
    std::vector<std::string_view> scopes_ = {"pack"};
    std::vector<Loop> loops_;      // of each scope but the first
    std::size_t found_scope_ = 0;  // that had the name resolved last
    std::vector<std::string> path_;
    std::set<std::pair<std::string, std::vector<std::string_view>>> walked_;
    std::set<std::pair<std::string, std::size_t>> told_;
};

void expand(const NamedText& file, const std::map<std::string, Scanned>& partials, const std::vector<TemplateTag>& tags,
            std::size_t depth, std::string& out) {
    std::size_t at = 0;
    for (const TemplateTag& tag : tags) {
        if (tag.kind != TagKind::partial) continue;
        out.append(file.text, at, tag.begin - at);
        at = tag.end;
        const auto partial = partials.find(tag.name);
        if (partial != partials.end() && depth < deepest)
            expand(*partial->second.file, partials, partial->second.tags, depth + 1, out);
    }
    out.append(file.text, at);
    if (depth > 0 && out.ends_with('\n')) out.pop_back();  // a partial inside a line adds no space
}

}  // namespace

Diagnostics lint(const TemplateFiles& files) {
    Diagnostics problems;
    const Labels labels = scan_labels(files.labels, problems);
    const std::map<std::string, Scanned> partials = scan_partials(files, problems);
    Linter(partials, labels, problems).walk({&files.pack, scan_tags(files.pack, problems)});
    std::stable_sort(problems.begin(), problems.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.place.file, a.place.line, a.place.column) <
               std::tie(b.place.file, b.place.line, b.place.column);
    });
    return problems;
}

std::string with_partials(const TemplateFiles& files) {
    Diagnostics ignored;
    const std::map<std::string, Scanned> partials = scan_partials(files, ignored);
    std::string out;
    expand(files.pack, partials, scan_tags(files.pack, ignored), 0, out);
    return out;
}

std::string partial_name(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::string file = slash == std::string::npos ? path : path.substr(slash + 1);
    return file.substr(0, file.find('.'));
}

}  // namespace rapporteur
