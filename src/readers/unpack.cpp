#include "readers/unpack.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "readers/file_kind.h"
#include "readers/mail/mail_reader.h"
#include "support/text.h"
#include "support/zip_archive.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_path = 1000;
constexpr std::size_t most_listed = 20000;

// What systems put into archives beside what people do.
constexpr std::array<std::string_view, 3> system_files{"__MACOSX", "Thumbs.db", "desktop.ini"};

enum class Place { inside, hidden, elsewhere };

/// Where a path inside an archive leads; backslashes have become slashes.
Place place_of(std::string_view path) {
    if (path.empty() || path.size() > longest_path || path.starts_with('/')) return Place::elsewhere;
    if (std::any_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
        return Place::elsewhere;
    bool hidden = false;
    for (const std::string_view part : split(path, '/')) {
        if (part.empty() || part == "." || part == ".." || part.ends_with(':')) return Place::elsewhere;
        hidden = hidden || part.starts_with('.') ||
                 std::find(system_files.begin(), system_files.end(), part) != system_files.end();
    }
    return hidden ? Place::hidden : Place::inside;
}

class Unpacker {
public:
    Unpacker(std::string_view bytes, const std::string& name, const UnpackLimits& limits)
        : bytes_(bytes), name_(name), limits_(limits) {
        const std::size_t by_ratio =
            bytes.size() > limits.bytes / limits.ratio ? limits.bytes : bytes.size() * limits.ratio;
        left_ = std::min(limits.bytes, std::max(limits.free_bytes, by_ratio));
    }

    Unpacked unpack() {
        if (kind_of(bytes_, name_) == FileKind::mail) {
            take_attachments();
        } else {
            take_members();
        }
        std::stable_sort(out_.members.begin(), out_.members.end(),
                         [](const Member& a, const Member& b) { return a.path < b.path; });
        return std::move(out_);
    }

private:
    void refuse(const std::string& path, std::string why) {
        out_.refused.push_back({Code::member_refused, {path.empty() ? name_ : name_ + "/" + path}, std::move(why)});
    }

    void take_attachments() {
        for (Attachment& attachment : attachments_of(bytes_)) {
            if (!attachment.bytes.empty()) {
                keep(free_name(attachment.name), Result<std::string>(std::move(attachment.bytes)));
            }
        }
    }

    /// Messages may attach two files of one name.
    std::string free_name(const std::string& name) const {
        std::string out = name;
        for (int i = 2; taken_.contains(out); ++i) out = std::to_string(i) + " " + name;
        return out;
    }

    void take_members() {
        const Result<ZipArchive> archive = ZipArchive::open(bytes_, most_listed);
        if (!archive) {
            Diagnostic why = archive.error();
            why.place.file = name_;
            out_.refused.push_back(std::move(why));
            return;
        }
        for (std::size_t i = 0; i < archive->members().size(); ++i) {
            if (!take_member(*archive, i)) return;
        }
    }

    /// False where the limits are reached.
    bool take_member(const ZipArchive& archive, std::size_t index) {
        const ZipMember& member = archive.members()[index];
        if (member.folder) return true;
        std::string path = member.path;
        std::replace(path.begin(), path.end(), '\\', '/');
        const Place place = place_of(path);
        if (place == Place::hidden) return true;
        if (place == Place::elsewhere) return refuse("", "the path of a file in it leads elsewhere"), true;
        if (member.link) return refuse(path, "it is a link"), true;
        if (taken_.contains(path)) return refuse(path, "a file of that path stands before it"), true;
        if (out_.members.size() == limits_.members) {
            refuse("", "it holds more than " + std::to_string(limits_.members) + " files");
            return false;
        }
        keep(path, archive.read(index, left_));
        return true;
    }

    void keep(const std::string& path, Result<std::string> bytes) {
        taken_.insert(path);
        Member member{path, "", std::nullopt};
        if (bytes && bytes->size() > left_) bytes = Diagnostic{Code::document_too_large, {}, ""};
        if (bytes) {
            left_ -= bytes->size();
            member.bytes = std::move(bytes).value();
        } else {
            member.problem = bytes.error();
            member.problem->place.file = name_ + "/" + path;
        }
        out_.members.push_back(std::move(member));
    }

    std::string_view bytes_;
    const std::string& name_;
    const UnpackLimits& limits_;
    std::size_t left_ = 0;
    std::set<std::string, std::less<>> taken_;
    Unpacked out_;
};

}  // namespace

Unpacked unpack(std::string_view bytes, const std::string& name, const UnpackLimits& limits) {
    return Unpacker(bytes, name, limits).unpack();
}

}  // namespace rapporteur
