#include "support/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <utility>

#include "support/text.h"
#include "support/zip_recovery.h"

namespace rapporteur {
namespace {

constexpr unsigned unix_kind = 0170000, unix_link = 0120000;  // st_mode in the upper half of the external attributes

Diagnostic failed(std::string why) { return {Code::document_damaged, {}, "ZIP archive: " + std::move(why)}; }

bool is_link(zip_t* archive, zip_uint64_t index) {
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) return false;
    return system == ZIP_OPSYS_UNIX && ((attributes >> 16) & unix_kind) == unix_link;
}

ZipMember member_of(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    ZipMember member;
    if (zip_stat_index(archive, index, 0, &stat) != 0) return member;
    if ((stat.valid & ZIP_STAT_NAME) != 0) member.path = to_valid_utf8(stat.name);
    if ((stat.valid & ZIP_STAT_SIZE) != 0) member.bytes = stat.size;
    if ((stat.valid & ZIP_STAT_COMP_SIZE) != 0) member.packed = stat.comp_size;
    member.locked = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
    member.folder = member.path.ends_with('/');
    member.link = is_link(archive, index);
    return member;
}

/// Unpacks to the end, whatever size the directory claims: no more is allocated than its bytes could give.
Result<ZipContent> unpacked(zip_file_t* file, const ZipMember& member, std::size_t most_bytes) {
    constexpr std::size_t most_dense = 1100;  // no deflated byte gives more
    constexpr std::size_t first_step = std::size_t{1} << 16;
    ZipContent out;
    std::size_t filled = 0;
    const std::size_t likely = std::min({member.bytes, member.packed * most_dense, most_bytes}) + 1;
    while (true) {
        if (filled == out.bytes.size()) out.bytes.resize(filled == 0 ? likely : std::max(first_step, filled * 2));
        const zip_int64_t got = zip_fread(file, out.bytes.data() + filled, out.bytes.size() - filled);
        out.whole = got >= 0;
        if (got <= 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > most_bytes) return Diagnostic{Code::document_too_large, {}, ""};
    }
    out.bytes.resize(filled);
    return out;
}

}  // namespace

struct ZipArchive::Handle {
    zip_t* archive = nullptr;
    std::unique_ptr<const std::string>
        repaired;  // what is read in place of the bytes given, where these lack a directory
    ~Handle() {
        if (archive != nullptr) zip_discard(archive);
    }
};

ZipArchive::ZipArchive(std::unique_ptr<Handle> handle) : handle_(std::move(handle)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(std::string_view bytes, std::size_t most_members) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return failed("no memory");
    auto handle = std::make_unique<Handle>();
    handle->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (handle->archive == nullptr) {
        zip_source_free(source);
        return failed(zip_error_strerror(&error));
    }
    zip_t* archive = handle->archive;
    ZipArchive out(std::move(handle));
    const zip_int64_t count = zip_get_num_entries(archive, 0);
    if (count < 0 || static_cast<std::size_t>(count) > most_members) return failed("holds too many files");
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) out.members_.push_back(member_of(archive, i));
    return out;
}

Result<ZipArchive> ZipArchive::open_or_recover(std::string_view bytes) {
    Result<ZipArchive> whole = open(bytes);
    if (whole) return whole;
    auto repaired = std::make_unique<const std::string>(with_directory(bytes));
    if (repaired->empty()) return whole;
    Result<ZipArchive> found = open(*repaired);
    if (!found) return whole;
    found->handle_->repaired = std::move(repaired);
    return found;
}

bool ZipArchive::recovered() const { return handle_->repaired != nullptr; }

const ZipMember* ZipArchive::find(std::string_view path) const {
    const auto found =
        std::find_if(members_.begin(), members_.end(), [&](const ZipMember& member) { return member.path == path; });
    return found == members_.end() ? nullptr : &*found;
}

Result<std::string> ZipArchive::read(std::size_t index, std::size_t most_bytes) const {
    Result<ZipContent> content = salvage(index, most_bytes);
    if (!content) return content.error();
    if (!content->whole) return failed("a file in it is damaged");
    return std::move(content->bytes);
}

Result<ZipContent> ZipArchive::salvage(std::size_t index, std::size_t most_bytes) const {
    const ZipMember& member = members_[index];
    if (member.locked) return Diagnostic{Code::document_encrypted, {}, ""};
    if (member.bytes > most_bytes) return Diagnostic{Code::document_too_large, {}, ""};
    zip_file_t* file = zip_fopen_index(handle_->archive, index, 0);
    if (file == nullptr) return failed(zip_strerror(handle_->archive));
    Result<ZipContent> out = unpacked(file, member, most_bytes);
    zip_fclose(file);
    if (out && member.packed == 0 && member.bytes > 0) out->whole = false;  // libzip checks nothing of no bytes
    return out;
}

Result<std::string> ZipArchive::read(std::string_view path, std::size_t most_bytes) const {
    const ZipMember* member = find(path);
    if (member == nullptr) return Diagnostic{Code::file_missing, {std::string(path)}, ""};
    return read(static_cast<std::size_t>(member - members_.data()), most_bytes);
}

}  // namespace rapporteur
