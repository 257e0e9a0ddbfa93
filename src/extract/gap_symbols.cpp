#include "extract/gap_symbols.h"

#include <algorithm>
#include <map>

#include "extract/lookup.h"
#include "extract/symbols.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// So many ways of printing one symbol are told.
constexpr std::size_t most_forms = 4;

/// One way of printing a symbol, where it stands first.
struct PrintedSymbol {
    std::string symbol;
    std::size_t block = 0;
    Range range;
};

/// What two ways of printing one symbol have in common.
std::string letters_and_figures(std::string_view symbol) {
    std::string key;
    for (char c : fold(symbol)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    }
    return key;
}

/// The ways of printing each symbol, in the order of the text.
class PrintedSymbols {
public:
    void add(PrintedSymbol printed) {
        const std::string key = letters_and_figures(printed.symbol);
        std::vector<PrintedSymbol>& forms = by_key_[key];
        const auto same = [&](const PrintedSymbol& form) {
            return symbol_key(form.symbol) == symbol_key(printed.symbol);
        };
        if (forms.size() >= most_forms || std::any_of(forms.begin(), forms.end(), same)) return;
        if (forms.size() == 1) twice_.push_back(key);
        forms.push_back(std::move(printed));
    }

    template <class Visitor>
    void for_each_conflict(Visitor&& visit) const {
        for (const std::string& key : twice_) visit(by_key_.at(key));
    }

private:
    std::map<std::string, std::vector<PrintedSymbol>> by_key_;
    std::vector<std::string> twice_;
};

}  // namespace

void find_symbol_conflicts(const Document& document, const RuleSet& rules, GapMaker& gaps) {
    const RuleGroup* papers = group_or_default(rules, document.language, "paper");
    PrintedSymbols printed;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const Block& block = document.blocks[at];
        if (block.kind == BlockKind::damaged) continue;
        for (const FoundSymbol& found : find_symbols(papers, document.text_of(block))) {
            printed.add(
                {found.symbol, at, {found.range.begin + block.range.begin, found.range.end + block.range.begin}});
        }
    }
    printed.for_each_conflict([&](const std::vector<PrintedSymbol>& forms) {
        std::string text;
        std::vector<Source> sources;
        for (const PrintedSymbol& form : forms) {
            text += (text.empty() ? "" : ", ") + form.symbol;
            sources.push_back(gaps.source(form.block, form.range));
        }
        gaps.add(GapCode::symbol_conflict, text, forms.front().symbol, std::move(sources));
    });
}

}  // namespace rapporteur
