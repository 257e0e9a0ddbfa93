#pragma once

#include <string>
#include <vector>

#include "app/files.h"
#include "support/named_text.h"

namespace rapporteur {

/// Where the program's own data stands.
struct Resources {
    std::string rules;      // folder: <language>/*.xml
    std::string templates;  // folder: <name>/pack.mustache …
    std::string themes;     // folder or file, empty where there is none
    std::string fonts;      // folder of fonts.toml
    std::string samples;    // documents that show what packs hold
};

/// Finds them: in `data` where it is given, else beside the program (share/rapporteur of an installation), else in the
/// source tree that it was built from; `themes` and `templates` take the place of its own where they are given. Fails
/// with `template_missing` where there is no such data.
Result<Resources> find_resources(const std::string& data, const std::string& themes, const std::string& templates,
                                 const Files& files);

/// All files of a folder, searched through, whose names end in one of `endings`; named by their path inside the folder.
/// A path that is a file itself gives that file.
Result<std::vector<NamedText>> read_texts(const std::string& path, const std::vector<std::string>& endings,
                                          const Files& files);

/// The folder in which the running program stands.
std::string program_folder();

}  // namespace rapporteur
