#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "template/tag_lint.h"
#include "template/word/word_build.h"
#include "template/word/word_flatten.h"
#include "template/word/word_template.h"

namespace rapporteur {

/// Reads the files of a Word template, tells what is wrong with them, and puts them together as prepared text.
class WordLoader {
public:
    WordLoader(const WordFiles& files, Diagnostics& problems) : files_(files), problems_(problems) {}

    WordTemplate load();

private:
    /// A part of the template that tags stand in.
    struct Part {
        std::string path;
        WordNode root;
        std::string plain;  // put down already: properties
        std::string head;   // of the root, where files that are brought in need more namespaces
    };
    /// A Word file that is called by name.
    struct Called {
        WordPackage package;
        WordNode root;
        WordStories stories;
    };

    void open();
    void read_parts();
    void read_part(const std::string& path, const std::string& place);
    void read_notes(Part& part, const std::string& kind);
    void read_properties();
    void read_partials();
    void read_partial(const std::string& name, const std::string& file);
    void bring_in(const std::string& name, Called& called, WordPartial& partial);
    void lint();
    void put_together();
    std::string put_down(WordFlattener& flattener, Part& part);
    std::string put_down_notes(WordFlattener& flattener, Part& part, const std::string& kind);
    void measure();
    void find_links(WordContext& context);
    void call(const std::vector<TemplateTag>& tags);
    void problem(const std::string& place, std::string why);

    const WordFiles& files_;
    Diagnostics& problems_;
    WordTemplate out_;
    Labels labels_;
    std::vector<std::unique_ptr<Part>> parts_;
    std::vector<std::string> roots_;  // names of the stories that are no part of another
    WordStories stories_;
    TagSource plain_;  // tags of properties
    std::map<std::string, std::unique_ptr<Called>> called_;
    WordPartials partials_;
    std::set<std::string> calls_;  // names of partials that are called and not yet read
    std::vector<WordContext> contexts_;
    std::map<std::string, TagSource> sources_;
};

}  // namespace rapporteur
