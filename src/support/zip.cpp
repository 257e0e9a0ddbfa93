#include "support/zip.h"

#include <zip.h>

#include <memory>

namespace rapporteur {
namespace {

struct CloseSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using ArchiveBytes = std::unique_ptr<zip_source_t, CloseSource>;

constexpr zip_uint16_t first_dos_date = (0 << 9) | (1 << 5) | 1;  // 1 January 1980

Diagnostic failed(std::string why) { return {Code::document_damaged, {}, "ZIP archive: " + std::move(why)}; }

bool add_entry(zip_t* archive, const ZipEntry& entry) {
    zip_source_t* source = zip_source_buffer(archive, entry.bytes.data(), entry.bytes.size(), 0);
    if (!source) return false;
    const zip_int64_t index = zip_file_add(archive, entry.path.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6) == 0 &&
           zip_file_set_dostime(archive, at, 0, first_dos_date, 0) == 0;
}

Result<std::string> bytes_of(zip_source_t* source) {
    zip_stat_t stat;
    if (zip_source_open(source) != 0) return failed("cannot be opened again");
    if (zip_source_stat(source, &stat) != 0) return failed("has no size");
    std::string out(stat.size, '\0');
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    if (got != static_cast<zip_int64_t>(out.size())) return failed("cannot be read back");
    return out;
}

Result<std::string> bytes_of_entry(zip_t* archive, zip_uint64_t index, std::size_t size) {
    zip_file_t* file = zip_fopen_index(archive, index, 0);
    if (!file) return failed("an entry cannot be opened");
    std::string out(size, '\0');
    const zip_int64_t got = zip_fread(file, out.data(), out.size());
    zip_fclose(file);
    if (got != static_cast<zip_int64_t>(size)) return failed("an entry is damaged");
    return out;
}

}  // namespace

Result<std::string> write_zip(const std::vector<ZipEntry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    ArchiveBytes source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) return failed("no memory");
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive) return failed("cannot be begun");
    zip_source_keep(source.get());  // the archive frees one reference when it closes
    for (const ZipEntry& entry : entries) {
        if (!add_entry(archive.get(), entry)) return failed("cannot take " + entry.path);
    }
    if (zip_close(archive.get()) != 0) return failed("cannot be closed");
    (void)archive.release();
    return bytes_of(source.get());
}

Result<std::vector<ZipEntry>> read_zip(const std::string& bytes, std::size_t most_bytes, std::size_t most_entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (!source) return failed("no memory");
    Archive archive(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) {
        zip_source_free(source);
        return failed(zip_error_strerror(&error));
    }
    std::vector<ZipEntry> out;
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count < 0 || static_cast<std::size_t>(count) > most_entries) return failed("holds too many entries");
    std::size_t total = 0;
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive.get(), i, 0, &stat) != 0) return failed("an entry is damaged");
        if (stat.size > most_bytes - total) return failed("unpacks to more than the limit");
        total += stat.size;
        Result<std::string> content = bytes_of_entry(archive.get(), i, stat.size);
        if (!content) return content.error();
        out.push_back({stat.name, std::move(*content)});
    }
    return out;
}

}  // namespace rapporteur
