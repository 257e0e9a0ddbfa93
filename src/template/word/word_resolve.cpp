#include "template/word/word_resolve.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "support/text.h"
#include "support/xml.h"
#include "template/word/word_marks.h"

namespace rapporteur {
namespace {

constexpr const char* relation_space_uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::size_t longest_name = 40;  // of a bookmark (ECMA-376-1, 17.13.6.2)

bool is_address(std::string_view target) {
    return target.starts_with("http://") || target.starts_with("https://") || target.starts_with("mailto:");
}

/// Names of bookmarks, each given once; capitals make no difference to Word.
class BookmarkNames {
public:
    std::string fresh(std::string_view wish) {
        std::string name;
        for (const char c : wish.substr(0, longest_name)) {
            const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                               (static_cast<unsigned char>(c) & 0x80) != 0;
            name += plain ? c : '_';
        }
        if (name.empty() || (name[0] >= '0' && name[0] <= '9')) name.insert(0, "_");
        std::string given = name;
        std::size_t& times = used_[to_lower(name)];
        while (!taken_.insert(to_lower(given)).second) given = shortened(name, ++times + 1);
        return given;
    }

private:
    static std::string shortened(const std::string& name, std::size_t number) {
        const std::string ending = "_" + std::to_string(number);
        std::size_t kept = std::min(name.size(), longest_name - ending.size());
        while (kept > 0 && (static_cast<unsigned char>(name[kept]) & 0xC0) == 0x80) --kept;
        return name.substr(0, kept) + ending;
    }

    std::map<std::string, std::size_t> used_;
    std::set<std::string> taken_;
};

/// A table that is being written.
struct OpenTable {
    std::size_t begin = 0;  // byte of the text
    std::size_t rows = 0;
    std::set<std::string> above, here;  // columns of merged cells in the row above and in this one
};

/// A text that is being written, and the part that it belongs to.
struct Writing {
    std::string text;
    std::string part;
    std::vector<OpenTable> tables;
    std::vector<std::size_t> blocks;
};

class Resolver {
public:
    Resolver(const std::string& filled, const WordSurroundings& around, const WordFigures& figures,
             WordPackage& package)
        : filled_(filled), around_(around), figures_(figures), package_(package) {
        next_note_[0] = around.first_note[0];
        next_note_[1] = around.first_note[1];
    }

    void run() {
        name_anchors();
        writings_.emplace_back();
        std::size_t plain = 0;
        for (std::size_t at = 0; at < filled_.size(); ++at) {
            if (static_cast<unsigned char>(filled_[at]) > tab_mark) continue;
            now().text.append(filled_, plain, at - plain);
            if (filled_[at] == line_break_mark) {
                now().text += is_word() ? "</w:t><w:br/><w:t xml:space=\"preserve\">" : " ";
            } else if (filled_[at] == tab_mark) {
                now().text += is_word() ? "</w:t><w:tab/><w:t xml:space=\"preserve\">" : " ";
            } else if (filled_[at] == mark_begin) {
                at = take_mark(at);
            }
            plain = at + 1;
        }
        now().text.append(filled_, plain);
        finish_part();
        write_relationships();
    }

private:
    Writing& now() { return writings_.back(); }
    bool is_word() { return now().part.find("docProps/") != 0; }

    /// Links may lead to what comes later.
    void name_anchors() {
        const std::string begin{mark_begin, static_cast<char>(WordMark::anchor)};
        for (std::size_t at = filled_.find(begin); at != filled_.npos; at = filled_.find(begin, at + 1)) {
            const std::string anchor = filled_.substr(at + 2, filled_.find(mark_end, at) - at - 2);
            if (!anchor.empty() && !anchors_.contains(anchor)) anchors_[anchor] = names_.fresh(anchor);
        }
    }

    /// Gives the last byte of the mark.
    std::size_t take_mark(std::size_t at) {
        const std::size_t end = std::min(filled_.find(mark_end, at), filled_.size() - 1);
        const auto kind = static_cast<WordMark>(filled_[at + 1]);
        take(kind, filled_.substr(at + 2, end - at - 2));
        return end;
    }

    void take(WordMark kind, const std::string& words) {
        switch (kind) {
            case WordMark::part:
                return begin_part(words);
            case WordMark::drawing:
                return add(std::to_string(++drawings_));
            case WordMark::bookmark:
                return add(std::to_string(bookmark_numbers_[words] = ++bookmarks_));
            case WordMark::bookmark_end:
                return add(std::to_string(bookmark_numbers_[words]));
            case WordMark::name:
                return add(names_.fresh(words));
            case WordMark::anchor:
                return add_anchor(words);
            case WordMark::link:
                return add_link(words);
            case WordMark::figure:
                return add_figure(words);
            case WordMark::note:
            case WordMark::note_begin:
            case WordMark::note_number:
            case WordMark::note_end:
            case WordMark::notes:
                return take_note(kind, words == "1" ? 1 : 0);
            case WordMark::list:
                first_entry_ = true;
                return;
            case WordMark::separator:
                separator_ = now().text.size();
                return;
            case WordMark::separated:
                if (first_entry_) now().text.resize(separator_);
                first_entry_ = false;
                return;
            default:
                return take_block(kind, words);
        }
    }

    void take_block(WordMark kind, const std::string& words) {
        Writing& writing = now();
        if (kind == WordMark::table) return writing.tables.push_back({writing.text.size(), 0, {}, {}});
        if (kind == WordMark::blocks) return writing.blocks.push_back(writing.text.size());
        if (kind == WordMark::blocks_end && !writing.blocks.empty()) {
            const bool closed = std::string_view(writing.text).substr(writing.blocks.back()).ends_with("</w:p>");
            writing.blocks.pop_back();
            if (!closed) writing.text += words;
            return;
        }
        if (writing.tables.empty()) return;
        OpenTable& table = writing.tables.back();
        if (kind == WordMark::row) {
            ++table.rows;
            table.above = std::exchange(table.here, {});
        } else if (kind == WordMark::table_end) {
            if (table.rows == 0) writing.text.resize(table.begin);
            writing.tables.pop_back();
        } else {
            const bool goes_on = kind == WordMark::merged_on && table.above.contains(words);
            table.here.insert(words);
            writing.text += goes_on ? " w:val=\"continue\"" : " w:val=\"restart\"";
        }
    }

    void take_note(WordMark kind, int notes) {
        if (kind == WordMark::note) {
            add(std::to_string(next_note_[notes]));
        } else if (kind == WordMark::note_begin) {
            writings_.push_back({"", around_.note_parts[notes], {}, {}});
        } else if (kind == WordMark::note_number) {
            add(std::to_string(next_note_[notes]++));
        } else if (kind == WordMark::note_end && writings_.size() > 1) {
            notes_[notes] += now().text;
            writings_.pop_back();
        } else if (kind == WordMark::notes) {
            add(notes_[notes]);
        }
    }

    void add(const std::string& text) { now().text += text; }

    void begin_part(const std::string& number) {
        finish_part();
        now() = {"", around_.parts[std::stoul(number)], {}, {}};
    }

    void finish_part() {
        if (!now().part.empty()) package_.set(now().part, std::move(now().text));
    }

    void add_anchor(const std::string& anchor) {
        if (anchor.empty() || !placed_.insert(anchor).second) return;
        const std::string number = std::to_string(++bookmarks_);
        add("<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + anchors_[anchor] + "\"/><w:bookmarkEnd w:id=\"" +
            number + "\"/>");
    }

    void add_link(const std::string& target) {
        if (target.starts_with('#')) {
            const auto anchor = anchors_.find(target.substr(1));
            if (anchor != anchors_.end()) add(" w:anchor=\"" + anchor->second + "\" w:history=\"1\"");
        } else if (is_address(target)) {
            const std::string id = relationship("hyperlink", plain_address(target), true);
            add(std::string(" xmlns:r=\"") + relation_space_uri + "\" r:id=\"" + id + "\" w:history=\"1\"");
        }
    }

    /// What of an escaped address can stand in one.
    static std::string plain_address(const std::string& escaped) {
        const auto read = parse_xml("<a>" + escaped + "</a>", "");
        std::string out;
        for (const char c : read ? read->all_text() : escaped)
            if (c > ' ' && c != '"' && c != '<' && c != '>') out += c;
        return out;
    }

    std::string relationship(const std::string& kind, const std::string& target, bool external) {
        std::vector<WordRelationship>& all = added_[now().part];
        std::string& id = ids_[now().part + " " + target];
        if (!id.empty()) return id;
        do id = "rIdPack" + std::to_string(++last_id_);
        while (has_relationship(id));
        all.push_back({id, relation_space_uri + ("/" + kind), target, external});
        return id;
    }

    bool has_relationship(const std::string& id) {
        const std::vector<WordRelationship>& all = package_.relationships(now().part);
        return std::any_of(all.begin(), all.end(), [&](const WordRelationship& one) { return one.id == id; });
    }

    void add_figure(const std::string& name) {
        const auto found = figures_.find(name);
        if (found == figures_.end()) return;
        for (std::size_t i = 0; i < found->second.size(); ++i) {
            const WordFigure& figure = found->second[i];
            const std::string path = "pack-" + name + "-" + std::to_string(i + 1) + ".emf";
            package_.set("word/media/" + path, figure.bytes);
            package_.set_type("word/media/" + path, "image/x-emf");
            const std::string target = "/word/media/" + path;
            add(drawing(figure, relationship("image", target, false), i == 0 ? figure.alt : std::string()));
        }
    }

    /// A drawing in the line (ECMA-376-1, 20.4.2.8), no wider than the text.
    std::string drawing(const WordFigure& figure, const std::string& id, const std::string& alt) {
        const double scale = around_.width > 0 && figure.width > around_.width ? around_.width / figure.width : 1;
        const auto emu = [&](double points) { return std::to_string(std::lround(points * scale * 12700)); };
        const std::string number = std::to_string(++drawings_),
                          size = " cx=\"" + emu(figure.width) + "\" cy=\"" + emu(figure.height) + "\"";
        const std::string names =
            " id=\"" + number + "\" name=\"Figure " + number + "\" descr=\"" + escape_xml(alt) + "\"";
        return "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
               "wordprocessingDrawing\" distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent" +
               size + "/><wp:docPr" + names +
               "/><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:graphicData "
               "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
               "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr><pic:cNvPr" +
               names + "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r=\"" + relation_space_uri +
               "\" r:embed=\"" + id +
               "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
               "y=\"0\"/><a:ext" +
               size +
               "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
               "</a:graphic></wp:inline></w:drawing></w:r>";
    }

    void write_relationships() {
        for (auto& [part, added] : added_) {
            std::vector<WordRelationship> all = package_.relationships(part);
            all.insert(all.end(), added.begin(), added.end());
            package_.set_relationships(part, std::move(all));
        }
    }

    const std::string& filled_;
    const WordSurroundings& around_;
    const WordFigures& figures_;
    WordPackage& package_;
    std::vector<Writing> writings_;
    std::string notes_[2];
    int next_note_[2] = {1, 1};
    int drawings_ = 0, bookmarks_ = 0;
    BookmarkNames names_;
    std::map<std::string, int> bookmark_numbers_;
    std::map<std::string, std::string> anchors_;
    std::set<std::string> placed_;
    std::map<std::string, std::vector<WordRelationship>> added_;
    std::map<std::string, std::string> ids_;
    std::size_t last_id_ = 0;
    bool first_entry_ = true;
    std::size_t separator_ = 0;
};

}  // namespace

void resolve_marks(const std::string& filled, const WordSurroundings& around, const WordFigures& figures,
                   WordPackage& package) {
    Resolver(filled, around, figures, package).run();
}

}  // namespace rapporteur
