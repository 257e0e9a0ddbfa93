#include "store/paper_merge.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/clusters.h"
#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Shorter titles ("Report", "Note by the Secretariat") are shared by papers that have nothing else in common.
constexpr std::size_t least_title_words = 4;

/// A paper or a document at hand.
struct Work {
    std::string symbol, title;
    std::vector<std::string> author;
};

std::string comparable_title(std::string_view title) {
    const std::vector<std::string> all = comparable_words(title);
    return all.size() < least_title_words ? "" : join(all, " ");
}

bool authors_agree(const Work& a, const Work& b) {
    if (a.author.empty() || b.author.empty()) return true;
    return holds_all(a.author, b.author) || holds_all(b.author, a.author) || likeness(a.author, b.author) >= 0.5;
}

std::vector<Work> works_of(const std::vector<Paper>& papers, const std::vector<DocumentRecord>& documents) {
    std::vector<Work> out;
    for (const Paper& paper : papers)
        out.push_back({comparable_symbol(paper.symbol), comparable_title(paper.title), content_words(paper.author)});
    for (const DocumentRecord& document : documents)
        out.push_back({comparable_symbol(document.symbol), comparable_title(document.title), {}});
    return out;
}

/// Joins works over both lists: papers first, then documents.
class PaperMerge {
public:
    PaperMerge(std::vector<Paper>& papers, std::vector<DocumentRecord>& documents, std::vector<MergeReason>& reasons)
        : papers_(papers),
          documents_(documents),
          reasons_(reasons),
          works_(works_of(papers, documents)),
          clusters_(works_.size()) {}

    void run() {
        join_by_symbol();
        join_by_title();
        settle();
    }

private:
    const std::string& id_of(std::size_t at) const {
        return at < papers_.size() ? papers_[at].id : documents_[at - papers_.size()].id;
    }

    void join(std::size_t a, std::size_t b, const std::string& why) {
        if (clusters_.join(a, b)) reasons_.push_back({"paper", id_of(a), id_of(b), why});
    }

    void join_by_symbol() {
        std::map<std::string, std::size_t> first;
        for (std::size_t i = 0; i < works_.size(); ++i) {
            const std::string& symbol = works_[i].symbol;
            if (symbol.empty()) continue;
            const auto [known, is_new] = first.try_emplace(symbol, i);
            if (!is_new) join(known->second, i, "symbol " + symbol);
        }
    }

    /// Works of one title that have no symbol join the one symbol, or the others without, of that title.
    void join_by_title() {
        std::map<std::string, std::vector<std::size_t>> by_title;
        for (std::size_t i = 0; i < works_.size(); ++i) {
            if (!works_[i].title.empty()) by_title[works_[i].title].push_back(i);
        }
        for (const auto& [title, positions] : by_title) join_title(title, positions);
    }

    void join_title(const std::string& title, const std::vector<std::size_t>& positions) {
        std::vector<std::size_t> heads;  // one work of each paper that is known by now
        for (const bool with_symbol : {true, false}) {
            for (const std::size_t at : positions) {
                if (works_[at].symbol.empty() == with_symbol) continue;
                place(title, at, heads);
            }
        }
    }

    void place(const std::string& title, std::size_t at, std::vector<std::size_t>& heads) {
        std::set<std::size_t> same;
        for (const std::size_t head : heads) {
            const bool other_symbol = !works_[at].symbol.empty() && works_[head].symbol != works_[at].symbol;
            // A page and a report of one meeting may bear its name alike and are two documents all the same.
            const bool both_at_hand = at >= papers_.size() && head >= papers_.size();
            if (!other_symbol && !both_at_hand && authors_agree(works_[head], works_[at]))
                same.insert(clusters_.root(head));
        }
        if (same.size() == 1) join(*same.begin(), at, "title \"" + title + "\"");
        const bool known = std::any_of(heads.begin(), heads.end(), [&](std::size_t head) {
            return clusters_.root(head) == clusters_.root(at) && works_[head].author == works_[at].author;
        });
        if (!known && heads.size() < most_heads) heads.push_back(at);
    }

    void settle() {
        std::map<std::size_t, std::string> ids;
        for (std::size_t i = 0; i < works_.size(); ++i) {
            std::string& id = ids.try_emplace(clusters_.root(i), id_of(i)).first->second;
            id = std::min(id, id_of(i));
        }
        for (std::size_t i = 0; i < papers_.size(); ++i) papers_[i].cluster = ids[clusters_.root(i)];
        for (std::size_t i = 0; i < documents_.size(); ++i)
            documents_[i].cluster = ids[clusters_.root(papers_.size() + i)];
    }

    /// Different papers of one title that are kept apart; a hostile list has more.
    static constexpr std::size_t most_heads = 64;

    std::vector<Paper>& papers_;
    std::vector<DocumentRecord>& documents_;
    std::vector<MergeReason>& reasons_;
    std::vector<Work> works_;
    Clusters clusters_;
};

}  // namespace

std::string comparable_symbol(std::string_view symbol) {
    std::string out;
    for (const char c : fold(symbol)) {
        const bool parting = c == '.' || c == '/' || c == '-' || c == ' ';
        if (parting && (out.empty() || out.back() == '/')) continue;
        out += parting ? '/' : c;
    }
    while (out.ends_with('/')) out.pop_back();
    return out;
}

void merge_papers(std::vector<Paper>& papers, std::vector<DocumentRecord>& documents,
                  std::vector<MergeReason>& reasons) {
    PaperMerge(papers, documents, reasons).run();
}

}  // namespace rapporteur
