#include "app/read_job.h"

#include <charconv>

#include "app/message.h"
#include "app/recognition_setup.h"
#include "model/record_json.h"

namespace rapporteur {
namespace {

constexpr std::string_view read_mark = "read", unpack_mark = "unpack";

std::string unpacked_message(const Unpacked& unpacked) {
    const std::string refused = to_message(unpacked.refused);
    std::vector<std::string> problems;
    for (const Member& member : unpacked.members)
        problems.push_back(member.problem ? to_message(Diagnostics{*member.problem}) : "");
    std::vector<std::string_view> parts{refused};
    for (std::size_t i = 0; i < problems.size(); ++i)
        parts.insert(parts.end(), {unpacked.members[i].path, unpacked.members[i].bytes, problems[i]});
    return to_message(parts);
}

std::vector<int> pages_in(std::string_view text) {
    std::vector<int> pages;
    int page = 0;
    for (const char* at = text.data(); at != text.data() + text.size();) {
        const auto read = std::from_chars(at, text.data() + text.size(), page);
        if (read.ec != std::errc()) break;
        pages.push_back(page);
        at = read.ptr + 1;
    }
    return pages;
}

Diagnostic senseless(const std::string& file, std::string why) {
    return {Code::worker_crashed, {file}, std::move(why)};
}

}  // namespace

std::string read_job(std::string_view name, std::string_view bytes, std::string_view converted,
                     const Attempts& attempts) {
    std::string pages;
    for (const int page : attempts.broken_pages) pages += std::to_string(page) + " ";
    return to_message({read_mark, name, bytes, converted, pages, attempts.by_the_page ? "by the page" : ""});
}

std::string unpack_job(std::string_view name, std::string_view bytes) { return to_message({unpack_mark, name, bytes}); }

std::string perform_read_job(std::string_view job, bool with_document, const ReadOptions& reading,
                             const Knowledge& knowledge, StageMark& mark) {
    mark.set(Stage::reading);
    const std::vector<std::string_view> parts = *parts_of(job);
    const std::string name(parts[1]);
    if (parts[0] == unpack_mark) return unpacked_message(unpack(parts[2], name));
    const std::string kind = std::to_string(static_cast<int>(kind_of(parts[2], name)));
    ReadOptions options = reading;
    if (!parts[5].empty()) options.recognition.threads = 1;
    tell_of_recognition(options.recognition, mark);
    options.broken_pages = pages_in(parts[4]);
    options.on_page = [&](int page) { mark.set(Stage::reading, page); };
    const Result<Document> document = read_document({name, parts[2], parts[3]}, options);
    if (!document) return to_message({kind, to_message(Diagnostics{document.error()}), "", ""});
    mark.set(Stage::extracting);
    const std::string json = with_document ? to_json_line(*document) : "";
    return to_message({kind, "", json, to_jsonl(extract(*document, knowledge))});
}

Result<ReadReply> read_reply(std::string_view message, const std::string& file) {
    const auto parts = parts_of(message);
    if (!parts || parts->size() != 4) return senseless(file, "a senseless reply");
    const std::optional<Diagnostics> problems = diagnostics_of((*parts)[1]);
    int kind = -1;
    std::from_chars((*parts)[0].data(), (*parts)[0].data() + (*parts)[0].size(), kind);
    if (!problems || kind < 0 || kind > static_cast<int>(FileKind::binary)) return senseless(file, "a senseless reply");
    ReadReply reply;
    reply.kind = static_cast<FileKind>(kind);
    if (!problems->empty()) {
        reply.problem = problems->front();
        return reply;
    }
    if (!(*parts)[2].empty()) reply.document = document_from_json((*parts)[2]);
    Result<Records> records = records_from_jsonl((*parts)[3], file);
    if (!records) return senseless(file, records.error().detail);
    reply.records = std::move(records).value();
    return reply;
}

std::optional<Unpacked> unpack_reply(std::string_view message) {
    const auto parts = parts_of(message);
    if (!parts || parts->empty() || parts->size() % 3 != 1) return std::nullopt;
    const std::optional<Diagnostics> refused = diagnostics_of(parts->front());
    if (!refused) return std::nullopt;
    Unpacked out{{}, *refused};
    for (std::size_t i = 1; i < parts->size(); i += 3) {
        const std::optional<Diagnostics> problems = diagnostics_of((*parts)[i + 2]);
        if (!problems) return std::nullopt;
        Member member{std::string((*parts)[i]), std::string((*parts)[i + 1]), std::nullopt};
        if (!problems->empty()) member.problem = problems->front();
        out.members.push_back(std::move(member));
    }
    return out;
}

}  // namespace rapporteur
