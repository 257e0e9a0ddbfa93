#include "app/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "model/json_number.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* format_name = "rapporteur manifest 1";
constexpr std::size_t id_digits = 16;

Json json_of(const std::vector<HashedFile>& files) {
    Json out = Json::array();
    for (const HashedFile& file : files)
        out.push_back({{"file", file.file}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return out;
}

Json json_of(const ManifestPack& pack) {
    Json options = Json::object();
    for (const auto& [name, value] : pack.options) options[name] = value;
    return {{"title", pack.title}, {"by", pack.kind},       {"program", pack.program},     {"date", pack.date},
            {"options", options},  {"inputs", pack.inputs}, {"files", json_of(pack.files)}};
}

bool is_hash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// True for a name below the folder, spelt in the one way in which it can be.
bool is_inside(const std::string& file) {
    if (file.empty() || file.find('\0') != file.npos) return false;
    const std::vector<std::string_view> parts = split(file, '/');
    return std::none_of(parts.begin(), parts.end(),
                        [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

/// What is wrong with a manifest that is JSON.
struct Wrong {
    std::string words;
};

std::vector<HashedFile> files_of(const Json& json) {
    std::vector<HashedFile> out;
    for (const Json& each : json) {
        HashedFile file{each.at("file").get<std::string>(), whole_of<std::size_t>(each.at("bytes")),
                        each.at("sha256").get<std::string>()};
        if (!is_hash(file.sha256)) throw Wrong{"not a SHA-256: " + file.sha256};
        out.push_back(std::move(file));
    }
    return out;
}

ManifestPack pack_of(const Json& json) {
    ManifestPack pack;
    pack.title = json.at("title").get<std::string>();
    pack.kind = json.at("by").get<std::string>();
    pack.program = json.at("program").get<std::string>();
    pack.date = json.at("date").get<std::string>();
    for (const auto& [name, value] : json.at("options").items())
        pack.options.emplace_back(name, value.get<std::string>());
    for (const Json& id : json.at("inputs")) pack.inputs.push_back(id.get<std::string>());
    pack.files = files_of(json.at("files"));
    return pack;
}

Manifest manifest_of(const Json& json) {
    if (json.at("format").get<std::string>() != format_name) throw Wrong{"its format is not “rapporteur manifest 1”"};
    Manifest out;
    out.inputs = files_of(json.at("inputs"));
    std::set<std::string> names;
    for (const Json& each : json.at("packs")) {
        ManifestPack pack = pack_of(each);
        for (const HashedFile& file : pack.files) {
            if (!is_inside(file.file)) throw Wrong{"it names a file outside its folder: " + file.file};
            if (!names.insert(file.file).second) throw Wrong{"it names a file twice: " + file.file};
        }
        out.packs.push_back(std::move(pack));
    }
    return out;
}

void keep_used_inputs(Manifest& manifest) {
    std::set<std::string> used;
    for (const ManifestPack& pack : manifest.packs) used.insert(pack.inputs.begin(), pack.inputs.end());
    const auto key = [](const HashedFile& file) { return std::tie(file.file, file.sha256); };
    auto& inputs = manifest.inputs;
    std::erase_if(inputs, [&](const HashedFile& file) { return !used.contains(file.sha256.substr(0, id_digits)); });
    std::sort(inputs.begin(), inputs.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    inputs.erase(
        std::unique(inputs.begin(), inputs.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
        inputs.end());
}

}  // namespace

HashedFile hashed_file(std::string name, std::string_view bytes) {
    return {std::move(name), bytes.size(), sha256_hex(bytes)};
}

std::string to_json(const Manifest& manifest) {
    Json packs = Json::array();
    for (const ManifestPack& pack : manifest.packs) packs.push_back(json_of(pack));
    const Json out{{"format", format_name}, {"inputs", json_of(manifest.inputs)}, {"packs", packs}};
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<Manifest> read_manifest(std::string_view json, const std::string& file) {
    const auto refused = [&](const std::string& why) {
        return Diagnostic{Code::document_damaged, {file}, "no manifest of packs: " + why};
    };
    try {
        return manifest_of(Json::parse(json));
    } catch (const Json::exception& error) {
        return refused(error.what());
    } catch (const Wrong& wrong) {
        return refused(wrong.words);
    }
}

std::map<std::string, std::string> hashes_of(const Manifest& manifest) {
    std::map<std::string, std::string> out;
    for (const ManifestPack& pack : manifest.packs)
        for (const HashedFile& file : pack.files) out.emplace(file.file, file.sha256);
    return out;
}

std::vector<std::string> forget_input(Manifest& manifest, const std::string& id) {
    std::vector<std::string> made_from_it;
    for (ManifestPack& pack : manifest.packs) {
        if (std::erase(pack.inputs, id) == 0) continue;
        for (const HashedFile& file : pack.files) made_from_it.push_back(file.file);
    }
    keep_used_inputs(manifest);
    return made_from_it;
}

void add_run(Manifest& manifest, Manifest run, const std::function<bool(const std::string&)>& is_there) {
    std::set<std::string> anew;
    for (const ManifestPack& pack : run.packs)
        for (const HashedFile& file : pack.files) anew.insert(file.file);
    for (ManifestPack& pack : manifest.packs)
        std::erase_if(pack.files,
                      [&](const HashedFile& file) { return anew.contains(file.file) || !is_there(file.file); });
    for (ManifestPack& pack : run.packs) manifest.packs.push_back(std::move(pack));
    std::erase_if(manifest.packs, [](const ManifestPack& pack) { return pack.files.empty(); });
    std::stable_sort(manifest.packs.begin(), manifest.packs.end(), [](const ManifestPack& a, const ManifestPack& b) {
        return a.files.front().file < b.files.front().file;
    });
    manifest.inputs.insert(manifest.inputs.end(), run.inputs.begin(), run.inputs.end());
    keep_used_inputs(manifest);
}

}  // namespace rapporteur
