#include "template/mustache.h"

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <map>
#include <unordered_map>
#include <vector>

#include "support/text.h"
#include "support/xml.h"
#include "template/prepared.h"

namespace rapporteur {
namespace {

namespace km = kainjow::mustache;

// The library takes lines that hold nothing but section tags away after it has filled them, when it cannot know any
// more what stood there. Preparation has done that; line ends are hidden from it, and the text does not begin with a
// tag.
constexpr char hidden_line_end = '\x13', hidden_return = '\x14', first_letter = '\x15';

// Names no value: tells, each time that a section is entered, how much text that adds.
constexpr char text_count = '\x16';

/// Bytes between the beginning and the end of each section, by the byte behind its first tag.
std::map<std::size_t, std::size_t> section_sizes(const std::string& text) {
    std::map<std::size_t, std::size_t> sizes;
    std::vector<std::size_t> open;
    for (std::size_t at = text.find(tag_begin); at != text.npos; at = text.find(tag_begin, at + 1)) {
        const char kind = at + 1 < text.size() ? text[at + 1] : ' ';
        const std::size_t end = text.find(tag_end, at);
        if (end == text.npos) break;
        if (kind == '#' || kind == '^') open.push_back(end + 1);
        if (kind != '/' || open.empty()) continue;
        sizes[open.back()] = at - open.back();
        open.pop_back();
    }
    return sizes;
}

std::string hidden(const std::string& text) {
    std::string out = std::string("{{=") + tag_begin + ' ' + tag_end + "=}}" + first_letter;
    std::size_t from = 0;
    for (const auto& [at, size] : section_sizes(text)) {
        out.append(text, from, at - from);
        (out += tag_begin) += '&';
        (out += text_count) += std::to_string(size) + tag_end;
        from = at;
    }
    out.append(text, from);
    std::replace(out.begin(), out.end(), '\n', hidden_line_end);
    std::replace(out.begin(), out.end(), '\r', hidden_return);
    return out;
}

struct TooMuch {};

/// What the library looks names up in: values take its form only where a tag names them.
class ValueContext : public km::basic_context<std::string> {
public:
    ValueContext(const Value& values, std::size_t most_bytes) : bytes_left_(most_bytes) { open_.push_back(&values); }

    void push(const km::data* data) override {
        const auto found = meant_.find(data);
        open_.push_back(found == meant_.end() ? nullptr : found->second);
    }
    void pop() override { open_.pop_back(); }

    const km::data* get(const std::string& name) const override {
        std::size_t bytes = 1;
        if (name.starts_with(text_count)) std::from_chars(name.data() + 1, name.data() + name.size(), bytes);
        if (bytes > bytes_left_) throw TooMuch();
        bytes_left_ -= bytes;
        const Value* value = find(name);
        return value ? &form_of(*value) : nullptr;
    }
    const km::data* get_partial(const std::string&) const override { return nullptr; }

private:
    const Value* find(std::string_view name) const {
        if (name == ".") return open_.back();
        const std::size_t dot = name.find('.');
        const std::string_view first = name.substr(0, dot);
        const Value* value = nullptr;
        for (auto scope = open_.rbegin(); scope != open_.rend() && !value; ++scope)
            if (*scope) value = (*scope)->field(first);
        if (dot == name.npos) return value;
        const std::string_view rest = name.substr(dot + 1);
        for (const std::string_view part : split(rest, '.'))
            if (value) value = value->field(part);
        return value;
    }

    const km::data& form_of(const Value& value) const {
        const auto known = forms_.find(&value);
        if (known != forms_.end()) return known->second;
        const km::data& form = forms_.emplace(&value, make_form(value)).first->second;
        meant_[&form] = &value;
        if (const Value::List* list = value.list()) {
            const auto& entries = form.list_value();
            for (std::size_t i = 0; i < list->size(); ++i) meant_[&entries[i]] = &(*list)[i];
        }
        return form;
    }

    /// Entries of lists and fields of objects are found by their place, not by what stands there.
    static km::data make_form(const Value& value) {
        if (const std::string* text = value.text()) return km::data(*text);
        if (value.fields()) return km::data(km::data::type::object);
        if (const bool* flag = value.flag()) return km::data(*flag);
        km::data data(km::data::type::list);
        for (std::size_t i = 0; i < value.list()->size(); ++i) data.push_back(km::data(true));
        return data;
    }

    std::vector<const Value*> open_;
    mutable std::size_t bytes_left_;
    mutable std::unordered_map<const Value*, km::data> forms_;
    mutable std::unordered_map<const km::data*, const Value*> meant_;
};

/// Takes what is rendered, up to a limit.
class Sink {
public:
    explicit Sink(std::size_t most) : most_(most) {}

    Sink& operator<<(const std::string& part) {
        if (part.size() > most_ - out_.size()) throw TooMuch();
        out_ += part;
        return *this;
    }
    std::string take() {
        std::replace(out_.begin(), out_.end(), hidden_line_end, '\n');
        std::replace(out_.begin(), out_.end(), hidden_return, '\r');
        if (!out_.empty() && out_.front() == first_letter) out_.erase(0, 1);
        return std::move(out_);
    }

private:
    std::size_t most_;
    std::string out_;
};

}  // namespace

Result<std::string> render_prepared(const std::string& text, const Value& values, const RenderOptions& options,
                                    const std::string& file) {
    km::mustache mustache(hidden(text));
    if (!mustache.is_valid()) return Diagnostic{Code::template_invalid, {file}, mustache.error_message()};
    std::size_t made = 0;
    mustache.set_custom_escape([&](const std::string& value) {
        std::string escaped = options.escape(value);
        made += escaped.size();
        if (made > options.most_bytes) throw TooMuch();
        return escaped;
    });
    Sink sink(options.most_bytes);
    try {
        ValueContext context(values, options.most_bytes);
        mustache.render(context, sink);
    } catch (const TooMuch&) {
        return Diagnostic{Code::template_invalid, {file}, "more comes of its loops than a pack can hold"};
    }
    if (!mustache.is_valid()) return Diagnostic{Code::template_invalid, {file}, mustache.error_message()};
    return sink.take();
}

Result<std::string> render_mustache(const std::string& text, const Value& values, const std::string& file) {
    return render_prepared(prepared(text), values, {escape_xml, std::size_t{1} << 30}, file);
}

}  // namespace rapporteur
