#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/pack_export.h"
#include "app/pack_maker.h"
#include "app/worker.h"
#include "assemble/distribution.h"
#include "assemble/selection.h"
#include "model/date.h"
#include "readers/reader.h"

namespace rapporteur {

/// What every command takes.
struct SharedOptions {
    int jobs = 1;       // workers at a time
    WorkLimits limits;  // of one document
    ReadOptions reading;
    bool convert = true;    // whether LibreOffice may convert what no reader reads
    std::string data;       // folder of rules, templates and fonts; empty: found by itself
    std::string themes;     // folder or file of themes; empty: those of the data folder
    std::string templates;  // folder of templates; empty: that of the data folder
    bool follow_links = false;
    bool strict = false;
    bool json = false;
    bool quiet = false;
};

struct BuildOptions {
    std::vector<std::string> inputs;
    GroupBy by = GroupBy::both;
    std::vector<PackFormat> formats{PackFormat::pdf, PackFormat::docx};
    std::string out = "packs";
    std::string template_name;    // empty: by the kind of pack
    std::string language = "en";  // of the packs' own words
    std::string style;            // name, file or folder; empty: the template's
    std::string only;             // makes the packs whose title holds this text
    PartialDate as_of;
    std::string prepared_for;
    std::string logo;                // file of a picture for the covers; empty: none
    std::string logo_alt;            // what it is, in words
    std::string delegation;          // that the packs are for; empty: for nobody in particular
    std::string instructions;        // file of its notes; empty: none
    std::vector<std::string> notes;  // earlier packs that people wrote in, or folders of them
    bool embed_sources = false;
    std::optional<Classification> classification;  // the most that readers of the packs may see; empty: everything
    std::string encrypt_with;  // file whose first line is the password of the packs; empty: they are not encrypted
    std::string store;         // file that keeps what was read; empty: nothing is kept
    bool annex = false;        // the papers stand behind the packs
    std::string reference;     // house document of the DOCX packs; empty: none
    std::vector<ExportFormat> exports;  // beside the packs
};

struct ExtractOptions {
    std::vector<std::string> inputs;
    std::string output = "-";  // "-": standard output
};

struct MergeOptions {
    std::vector<std::string> records;
    std::string output = "-";
    bool explain = false;
};

enum class InspectForm { document, text, records, explain, xml, pack, pages };

struct InspectOptions {
    std::string file;
    InspectForm form = InspectForm::document;
    PartialDate as_of;
    std::string language = "en";  // of a pack's own words
    std::string style;            // as of build
};

struct ListRulesOptions {
    bool count = false;  // how many there are, in place of the list
};
struct ListTemplatesOptions {};

struct LintOptions {
    std::vector<std::string> templates;  // names or folders; empty: all at hand
    std::string commented;               // file for a copy of the Word template with its mistakes as comments
};

struct NewTemplateOptions {
    std::string name;
    std::string from = "meeting";
    std::string into = "templates";  // folder of templates, made where it is missing
};

struct TemplateDataOptions {
    std::vector<std::string>
        inputs;  // that the samples are taken from; empty: the documents that come with the program
    std::string language = "en";
    std::string delegation;  // whose concerns are among the samples
    PartialDate as_of;
};

inline constexpr const char* usual_store = "rapporteur.sqlite";

struct FindOptions {
    std::string words;
    std::string store = usual_store;
    std::size_t most = 50;
};

struct PurgeOptions {
    std::string document;  // id or its beginning, path, file name or symbol
    std::string store = usual_store;
};

struct RunOptions {
    std::string project = "rapporteur.toml";
    bool force = false;       // packs are made that say nothing new, too, and that are not due
    bool dry_run = false;     // tells what would be done
    bool wait = false;        // for another run to end
    bool supplement = false;  // editions after the first come as loose sheets, too
};

struct InitOptions {
    std::string folder = ".";
};

struct VerifyOptions {
    std::string folder;
    bool inputs = false;  // the documents are compared, too
};

using Command = std::variant<BuildOptions, ExtractOptions, MergeOptions, InspectOptions, ListRulesOptions,
                             ListTemplatesOptions, LintOptions, NewTemplateOptions, TemplateDataOptions, FindOptions,
                             PurgeOptions, RunOptions, InitOptions, VerifyOptions>;

/// One command line, understood.
struct Options {
    SharedOptions shared;
    Command command;
};

/// What to print in place of a command, and the exit status: help 0, wrong usage 64.
struct Answer {
    int status = 0;
    std::string text;
};

/// True where packs are to be encrypted and something beside them is not: nobody is to believe that a DOCX is locked,
/// or an export.
bool leaves_packs_open(const BuildOptions& build);

/// What the command line asks for; `today` is the date of packs where it gives none.
std::variant<Options, Answer> parse_options(int argc, const char* const* argv, const PartialDate& today);

}  // namespace rapporteur
