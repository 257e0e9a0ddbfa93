#include "readers/mail/mail_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readers/html/html_reader.h"
#include "readers/language.h"
#include "readers/mail/mime.h"
#include "readers/text/text_reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

// What machines add to messages.
constexpr std::array<std::string_view, 6> machine_types{
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/ms-tnef",
    "text/x-amp-html",           "application/pgp-encrypted"};

bool is_text(const MimePart& part) { return part.type == "text/plain" || part.type == "text/html"; }

/// A part that the message shows: text that is neither attached nor has a name.
bool is_shown(const MimePart& part) { return is_text(part) && !part.attached && part.filename.empty(); }

/// The parts that are text of that type, in order.
void find_shown(const MimePart& part, std::string_view type, std::vector<const MimePart*>& out) {
    if (part.type == type && is_shown(part)) out.push_back(&part);
    for (const MimePart& inner : part.parts) find_shown(inner, type, out);
}

std::string shown_text(const MimePart& message, std::string_view type) {
    std::vector<const MimePart*> parts;
    find_shown(message, type, parts);
    std::string out;
    for (const MimePart* part : parts) out += text_of_part(*part) + "\n\n";
    return out;
}

bool is_attachment(const MimePart& part) {
    if (!part.parts.empty() || part.body.empty() || is_shown(part)) return false;
    if (part.type.starts_with("multipart/")) return false;
    if (part.embedded && part.type.starts_with("image/")) return false;
    return std::find(machine_types.begin(), machine_types.end(), part.type) == machine_types.end();
}

/// A name that can stand for a file: no path, nothing hidden.
std::string file_name(std::string_view name) {
    const std::size_t slash = name.find_last_of("/\\");
    if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
    std::string out = collapse_space(name);
    while (out.starts_with('.')) out.erase(0, 1);
    return out;
}

std::string name_of_attachment(const MimePart& part, std::size_t number) {
    std::string name = file_name(part.filename);
    if (!name.empty()) return name;
    std::string ending;
    if (part.type == "message/rfc822") ending = ".eml";
    if (part.type == "text/html") ending = ".html";
    if (part.type == "text/plain") ending = ".txt";
    if (part.type == "text/calendar") ending = ".ics";
    return "attachment " + std::to_string(number) + ending;
}

void collect(const MimePart& part, std::vector<Attachment>& out) {
    if (is_attachment(part)) out.push_back({name_of_attachment(part, out.size() + 1), part.body});
    for (const MimePart& inner : part.parts) collect(inner, out);
}

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// "Wed, 12 Mar 2025 10:00:00 +0100" (RFC 5322, 3.3) as "12 March 2025"; as it stands where it has another form.
std::string plain_date(const std::string& field) {
    const std::size_t comma = field.find(", ");
    const std::vector<std::string_view> parts =
        split(std::string_view(field).substr(comma == std::string::npos ? 0 : comma + 2), ' ');
    const auto is_number = [](std::string_view text) {
        return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (parts.size() < 3 || !is_number(parts[0]) || !is_number(parts[2]) || parts[1].size() != 3) return field;
    for (const std::string_view month : months) {
        if (!month.starts_with(parts[1])) continue;
        const std::string_view day = parts[0].starts_with('0') ? parts[0].substr(1) : parts[0];
        return std::string(day) + " " + std::string(month) + " " + std::string(parts[2]);
    }
    return field;
}

void add_line(Drafts& drafts, std::string_view name, const std::string& value) {
    if (value.empty()) return;
    Draft draft;
    draft.text = (name.empty() ? "" : std::string(name) + ": ") + value;
    draft.after_space = true;
    if (name.empty()) {
        draft.block.kind = BlockKind::heading;
        draft.block.level = 1;
        draft.marked = true;
    }
    drafts.push_back(std::move(draft));
}

/// Takes the signature off, which begins at a line "-- " (RFC 3676, 4.3).
std::string take_signature(std::string& text) {
    const std::size_t at = text.rfind("\n-- \n");
    if (at == std::string::npos) return {};
    std::string signature = collapse_space(text.substr(at + 5));
    text.resize(at + 1);
    return signature;
}

Reading read_text_of(const MimePart& message, Tracked tracked) {
    std::string plain = shown_text(message, "text/plain");
    if (trim(plain).empty()) {
        const std::string html = shown_text(message, "text/html");
        return trim(html).empty() ? Reading() : read_html(html, tracked);
    }
    const std::string signature = take_signature(plain);
    Reading reading = read_text(plain, language_of(plain));
    if (!signature.empty()) reading.left_out.push_back({"signature", signature, 0});
    return reading;
}

}  // namespace

Reading read_mail(std::string_view bytes, Tracked tracked) {
    const MimePart message = read_mime(bytes);
    Reading reading = read_text_of(message, tracked);
    Drafts drafts;
    add_line(drafts, "", message.subject);
    add_line(drafts, "Date", plain_date(message.date));
    add_line(drafts, "From", message.from);
    add_line(drafts, "To", message.to);
    add_line(drafts, "Cc", message.cc);
    for (Draft& draft : reading.drafts) {
        draft.block.line = 0;  // lines of the text, not of the file
        drafts.push_back(std::move(draft));
    }
    reading.drafts = std::move(drafts);
    for (const Attachment& attachment : attachments_of(bytes)) {
        reading.left_out.push_back({"attachment", attachment.name, 0});
    }
    return reading;
}

std::vector<Attachment> attachments_of(std::string_view bytes) {
    std::vector<Attachment> out;
    collect(read_mime(bytes), out);
    return out;
}

}  // namespace rapporteur
