#include "template/word/word_template.h"

#include <algorithm>

#include "support/xml.h"
#include "template/context.h"
#include "template/label_values.h"
#include "template/mustache.h"
#include "template/word/word_loader.h"
#include "template/word/word_marks.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_pack_bytes = std::size_t{256} << 20;

std::string with_marks(std::string_view value) {
    std::string out = escape_xml(value);
    std::erase(out, '\r');
    std::replace(out.begin(), out.end(), '\n', line_break_mark);
    std::replace(out.begin(), out.end(), '\t', tab_mark);
    return out;
}

}  // namespace

Value WordTemplate::values_of(const Briefing& briefing) const {
    return make_context(briefing, Wording(labels_, !briefing.by_theme));
}

Result<std::string> WordTemplate::render(Value values, const WordFigures& figures) const {
    values.set("labels", label_values_);
    Result<std::string> filled = render_prepared(text_, values, {with_marks, most_pack_bytes}, package_.file());
    if (!filled) return filled.error();
    WordPackage package = package_;
    resolve_marks(*filled, around_, figures, package);
    return package.write();
}

bool WordTemplate::draws_figures() const {
    return text_.find(std::string{mark_begin, static_cast<char>(WordMark::figure)}) != std::string::npos;
}

WordTemplate load_word_template(const WordFiles& files, Diagnostics& problems) {
    return WordLoader(files, problems).load();
}

}  // namespace rapporteur
