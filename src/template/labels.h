#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// Every printed word that is the pack's own, in one language, by dotted key ("summary.title").
class Labels {
public:
    /// Values for the braces of a label: {"count", "3"}.
    using Arguments = std::vector<std::pair<std::string_view, std::string>>;

    bool has(std::string_view key) const { return texts_.find(key) != texts_.end(); }
    /// The label; its key where there is none (a key that lacks is reported when the labels are checked).
    std::string text(std::string_view key) const;
    std::string text(std::string_view key, const Arguments& arguments) const;
    /// The label for a number: "key.one", "key.other" or another plural form of the language, with {count} filled in.
    std::string counted(std::string_view key, std::size_t count) const;
    /// An entry of a list (months, weekdays), counting from 0; empty beyond its end.
    std::string entry(std::string_view key, std::size_t index) const;

    /// The language of the labels (BCP 47).
    std::string language() const { return text("language"); }

    /// All keys with their texts, lists left out.
    const std::map<std::string, std::string, std::less<>>& texts() const { return texts_; }

    void add(std::string key, std::string text) { texts_[std::move(key)] = std::move(text); }
    void add_entry(const std::string& key, std::string text) { lists_[key].push_back(std::move(text)); }

private:
    std::map<std::string, std::string, std::less<>> texts_;
    std::map<std::string, std::vector<std::string>, std::less<>> lists_;
};

/// Reads a labels file (TOML) as far as it goes and tells of everything that is wrong with it: `template_invalid` with
/// the line, or `label_missing` for each label that the program itself uses and that is not there.
Labels scan_labels(const NamedText& file, Diagnostics& problems);

/// Reads a labels file. Fails with the first thing wrong.
Result<Labels> read_labels(const NamedText& file);

/// Fills {name} from the arguments; braces with another name stay as they are.
std::string fill(std::string_view text, const Labels::Arguments& arguments);

}  // namespace rapporteur
