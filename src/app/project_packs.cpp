#include "app/project_packs.h"

#include <algorithm>

#include "app/edited_files.h"
#include "app/edition_json.h"
#include "app/edition_manifest.h"
#include "app/hook.h"
#include "app/instruction_file.h"
#include "app/message.h"
#include "app/notes_files.h"
#include "app/supplement_maker.h"
#include "app/template_files.h"
#include "app/turns.h"
#include "assemble/changes.h"
#include "assemble/supplement.h"
#include "support/hash.h"
#include "support/text.h"
#include "support/two_digits.h"

namespace rapporteur {
namespace {

std::string replaced(std::string text, std::string_view field, const std::string& by) {
    for (std::size_t at = text.find(field); at != text.npos; at = text.find(field, at + by.size()))
        text.replace(at, field.size(), by);
    return text;
}

/// The group as the options of a build.
BuildOptions build_options(const ProjectPack& group, const std::string& language, const RunSetting& setting) {
    BuildOptions out = group.build;
    out.out = setting.project.out;
    out.language = language;
    out.as_of = setting.today();
    return out;
}

bool holds_any(const std::string& text, const std::vector<std::string>& parts) {
    const std::string folded = fold(text);
    return std::any_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return folded.find(fold(part)) != std::string::npos; });
}

/// True for what the group asks for; a meeting that it does not name needs more than an entry in a calendar.
bool is_wanted(const Selection& selection, const ProjectPack& group, const Library& library) {
    if (selection.by_theme)
        return group.themes.empty() ||
               std::find(group.themes.begin(), group.themes.end(), selection.key) != group.themes.end();
    const MeetingCluster* meeting = library.meeting_of_key(selection.key);
    if (!meeting) return false;
    const bool by_name = group.meetings.empty() || holds_any(join(meeting->names, "\n"), group.meetings);
    const std::vector<std::string> series(meeting->series.begin(), meeting->series.end());
    const bool by_series = group.series.empty() || holds_any(join(series, "\n"), group.series);
    const bool in_time = (!group.from || (meeting->start && *meeting->start >= *group.from)) &&
                         (!group.until || (meeting->start && *meeting->start <= *group.until));
    return by_name && by_series && in_time && !(selection.bare && group.meetings.empty());
}

/// The date of a meeting, for rules that count from it.
struct MeetingDays {
    std::optional<PartialDate> start, end;
};

MeetingDays days_of(const Selection& selection, const Library& library) {
    const MeetingCluster* meeting = selection.by_theme ? nullptr : library.meeting_of_key(selection.key);
    return meeting ? MeetingDays{meeting->start, meeting->end} : MeetingDays{};
}

/// What a pack says now, and whether that is new.
struct Said {
    std::string digest_then;             // as of the day of the last edition: that a day has passed is nothing new
    std::string digest;                  // as of today
    std::vector<std::string> documents;  // ids of those that it is made from
    std::vector<EditionLine> lines;      // in a dry run, which counts the changes
};

bool wants_supplement(const ProjectPack& group, const RunSetting& setting) {
    return group.supplement || setting.options.supplement;
}

std::optional<Said> said_in(std::string_view message) {
    const auto parts = parts_of(message);
    auto lines = parts && parts->size() == 4 ? edition_lines_of(parts->back()) : std::nullopt;
    if (!lines) return std::nullopt;
    Said said{std::string((*parts)[0]), std::string((*parts)[1]), {}, std::move(*lines)};
    for (const std::string_view id : split((*parts)[2], '\n')) said.documents.emplace_back(id);
    return said;
}

std::string message_of(const Said& said) {
    return to_message({said.digest_then, said.digest, join(said.documents, "\n"), to_message(said.lines)});
}

/// Makes the editions of one group in one language.
class EditionRun {
public:
    EditionRun(const ProjectPack& group, const BuildOptions& build, const Library& library, const Packs& packs,
               const RunSetting& setting, std::string look)
        : group_(group),
          build_(build),
          library_(library),
          packs_(packs),
          setting_(setting),
          manifest_(build, setting.shared, setting.files, setting.report),
          turns_(setting.store, setting.now, setting.zone),
          look_(std::move(look)) {}

    void make(std::vector<DeskPack> due) {
        find_new(std::move(due));
        if (setting_.options.dry_run) return print_plan();
        std::vector<Selection> selected;
        std::map<std::string, const NewPack*> by_stem;
        for (const NewPack& made : new_) {
            selected.push_back(made.pack.selection);
            by_stem[made.pack.selection.file_stem] = &made;
        }
        const auto perform = [&](const Selection& selection, StageMark& mark) {
            return packs_.make_files(selection, mark, by_stem.at(selection.file_stem)->note);
        };
        for_each_selection(selected, perform, setting_.shared.jobs, setting_.report,
                           [&](const Selection& selection, const WorkResult& result) {
                               take(*by_stem.at(selection.file_stem), result);
                           });
        manifest_.save(library_.records().documents);
        // Now only: a run that did not live to save the manifest is followed by one that considers these packs again.
        for (const std::string& pack : answered_) answer(pack);
    }

private:
    /// A pack that says something new.
    struct NewPack {
        DeskPack pack;
        Said said;
        EditionNote note;
    };

    /// Finds out which of the packs say something new.
    void find_new(std::vector<DeskPack> due) {
        std::vector<Selection> selected;
        std::map<std::string, DeskPack*> by_stem;
        for (DeskPack& pack : due) {
            selected.push_back(pack.selection);
            by_stem[pack.selection.file_stem] = &pack;
        }
        const auto perform = [&](const Selection& selection, StageMark& mark) {
            mark.set(Stage::composing);
            return say(selection, by_stem.at(selection.file_stem)->last);
        };
        for_each_selection(selected, perform, setting_.shared.jobs, setting_.report,
                           [&](const Selection& selection, const WorkResult& result) {
                               consider(std::move(*by_stem.at(selection.file_stem)), result);
                           });
    }

    std::string say(const Selection& selection, const std::optional<PackEdition>& last) const {
        const Briefing briefing = packs_.say(selection, build_.as_of);
        const std::string now = digest(selection, briefing);
        const auto then = last ? parse_iso_date(last->date) : std::nullopt;
        const bool same_day = !then || *then == build_.as_of;
        const std::string as_then = same_day ? now : digest(selection, packs_.say(selection, then));
        if (now.empty() || as_then.empty()) return "";
        Said said{as_then, now, briefing.documents_read, {}};
        if (setting_.options.dry_run) said.lines = to_edition_lines(take_snapshot(briefing), {});
        return message_of(said);
    }

    /// Empty where the template cannot be filled.
    std::string digest(const Selection& selection, const Briefing& briefing) const {
        const Result<std::string> xml = packs_.rendered(selection, briefing);
        const std::string inside = build_.embed_sources ? "\n" + join(briefing.documents_read, "\n") : "";
        return xml ? digest_of(*xml, look_ + inside) : std::string();
    }

    void consider(DeskPack pack, const WorkResult& result) {
        auto said = result.state == WorkState::done ? said_in(result.output) : std::nullopt;
        if (!said)
            return setting_.report.add(Diagnostic{Code::internal_error, {pack.selection.file_stem}, reason_of(result)});
        if (pack.last && pack.last->digest == said->digest_then && is_whole(*pack.last) && !setting_.options.force) {
            answered_.push_back(pack.pack);
            manifest_.add_standing(file_names(pack.selection), *pack.last, std::move(said->documents));
            return unchanged_.push_back(pack.selection.title);
        }
        EditionNote note{std::to_string(pack.next_number()), last_edition(pack)};
        note.supplement = note.last && wants_supplement(group_, setting_) && has_pages(*note.last, pack.selection);
        new_.push_back({std::move(pack), std::move(*said), std::move(note)});
    }

    /// Whether its files are there; a supplement that was handed out need not be.
    bool is_whole(const PackEdition& edition) const {
        const std::string supplement = supplement_ending(std::to_string(edition.number));
        return std::all_of(edition.files.begin(), edition.files.end(), [&](const EditionFile& file) {
            return file.path.ends_with(supplement) || setting_.files.kind_of(file.path) == PathKind::file;
        });
    }

    std::optional<LastEdition> last_edition(const DeskPack& pack) const {
        if (!pack.last) return std::nullopt;
        const auto lines = setting_.report.value_or_told(setting_.store.edition_lines(pack.pack, pack.last->number));
        if (!lines) return std::nullopt;
        return LastEdition{std::to_string(pack.last->number), parse_iso_date(pack.last->date), snapshot_of(*lines),
                           in_hand_of(*lines)};
    }

    /// Told where a supplement to that edition would have no pages to go by.
    bool has_pages(const LastEdition& last, const Selection& selection) const {
        if (can_be_supplemented(last.in_hand)) return true;
        setting_.report.add(Diagnostic{Code::supplement_refused,
                                       {selection.file_stem, 0, 0, 0},
                                       "edition " + last.edition + " was kept without the pages of a PDF"});
        return false;
    }

    void take(const NewPack& made, const WorkResult& result) {
        const DeskPack& pack = made.pack;
        const Selection& selection = pack.selection;
        const auto finished = finished_pack(selection, result, build_, setting_.report);
        const bool kept =
            finished && (!pack.last || keep_edited(pack.last->files, "edited-" + std::to_string(pack.last->number),
                                                   setting_.files, setting_.report));
        auto line = kept ? write_files(file_names(selection), *finished, build_, setting_.files, setting_.report)
                         : std::nullopt;
        if (!line) return;
        line->edition = pack.next_number();
        std::vector<EditionFile> written;
        for (std::size_t i = 0; i < line->files.size(); ++i)
            written.push_back({line->files[i], sha256_hex(finished->files[i].bytes)});
        const PackEdition edition{pack.pack,           pack.next_number(), to_iso(build_.as_of), selection.title,
                                  selection.file_stem, made.said.digest,   pack.identity,        std::move(written)};
        if (auto problem = setting_.store.put_edition(edition, finished->lines)) return setting_.report.add(*problem);
        answered_.push_back(pack.pack);
        manifest_.add_made(file_names(selection), *finished);
        setting_.report.add(*line);
        tell(*line);
    }

    Selection file_names(Selection selection) const {
        const bool languages = group_.languages.size() > 1 && group_.output == "{title}";
        std::string name = languages ? "{title}-{language}" : group_.output;
        name = replaced(std::move(name), "{pack}", file_stem(group_.name));
        name = replaced(std::move(name), "{language}", build_.language);
        selection.file_stem = replaced(std::move(name), "{title}", selection.file_stem);
        return selection;
    }

    void answer(const std::string& pack) const {
        if (!counts_from_meetings(group_.when)) return;
        if (auto problem = turns_.answer(pack)) setting_.report.add(*problem);
    }

    void tell(PackLine line) const {
        for (std::string& file : line.files) file = setting_.files.canonical(file);
        std::vector<std::pair<std::string, std::string>> told{{"RAPPORTEUR_PACK", group_.name},
                                                              {"RAPPORTEUR_TITLE", line.title},
                                                              {"RAPPORTEUR_EDITION", std::to_string(line.edition)},
                                                              {"RAPPORTEUR_FILES", join(line.files, "\n")}};
        for (std::size_t i = 0; i < build_.formats.size(); ++i)
            told.emplace_back(build_.formats[i] == PackFormat::pdf ? "RAPPORTEUR_PDF" : "RAPPORTEUR_DOCX",
                              line.files[i]);
        if (line.files.back().ends_with(supplement_ending(std::to_string(line.edition))))
            told.emplace_back("RAPPORTEUR_SUPPLEMENT", line.files.back());
        if (auto problem = run_hook(setting_.project.on_pack, told)) setting_.report.add(*problem);
    }

    void print_plan() const {
        for (const std::string& title : unchanged_) setting_.report.add_plan(title + ": nothing new");
        for (const NewPack& made : new_) {
            std::string words = made.pack.selection.title + ": edition " + std::to_string(made.pack.next_number());
            if (const auto& last = made.note.last)
                words += ", changes: " + std::to_string(find_changes(*last, snapshot_of(made.said.lines)).count);
            setting_.report.add_plan(words);
        }
    }

    const ProjectPack& group_;
    const BuildOptions& build_;
    const Library& library_;
    const Packs& packs_;
    const RunSetting& setting_;
    EditionManifest manifest_;
    Turns turns_;
    std::string look_;
    std::vector<std::string> answered_;  // packs whose turn has been kept
    std::vector<NewPack> new_;
    std::vector<std::string> unchanged_;  // titles
};

/// What shapes the files of packs besides what they say: another one of it makes new editions, too. Nothing where a
/// style cannot be read.
std::optional<std::string> look_of(const BuildOptions& build, const PackKit& kit, const PackLoad& load,
                                   const RunSetting& setting) {
    std::string out;
    for (const std::string& name : template_names(build)) {
        const auto style =
            setting.report.configured(read_style_file(setting.resources.templates, name, build.style, setting.files));
        if (!style) return std::nullopt;
        out += style->text + "\n";
    }
    for (const PackFormat format : build.formats) out += ending_of(format);
    for (const ExportFormat format : build.exports) out += ending_of(format);
    if (kit.logo.picture) out += "\nlogo " + sha256_hex(kit.logo.picture->bytes) + kit.logo.alt;
    if (!load.house.bytes.empty()) out += "\nreference " + sha256_hex(load.house.bytes);
    if (!load.password.empty()) out += "\nencrypted";
    return out;
}

std::string words_of(std::int64_t moment, const TimeZone& zone) {
    const WallTime wall = zone.wall(moment);
    return to_iso({wall.year, wall.month, wall.day}) + " " + two_digits(wall.hour) + ":" + two_digits(wall.minute);
}

/// Leaves those that are due; the plan tells when the others will be.
std::vector<DeskPack> due_packs(std::vector<DeskPack> packs, const ProjectPack& group, const Library& library,
                                const RunSetting& setting) {
    const Turns turns(setting.store, setting.now, setting.zone);
    const bool all = setting.options.force || turns.group_due(group.name, group.when);
    std::erase_if(packs, [&](const DeskPack& pack) {
        const MeetingDays days = days_of(pack.selection, library);
        if (all || turns.meeting_due(pack.pack, group.when, days.start, days.end)) return false;
        const auto next = turns.next(group.when, days.start);
        if (setting.options.dry_run)
            setting.report.add_plan(pack.selection.title +
                                    (next ? ": due " + words_of(*next, setting.zone) : ": not due any more"));
        return true;
    });
    return packs;
}

/// What people wrote into the last editions, which the next ones keep; nothing where one cannot be read whole.
std::optional<std::vector<PackNotes>> written_notes(const std::vector<DeskPack>& due, const RunSetting& setting) {
    std::vector<std::string> paths;
    for (const DeskPack& pack : due) {
        if (!pack.last) continue;
        for (const EditionFile& file : pack.last->files)
            if (file.path.ends_with(".docx") && setting.files.kind_of(file.path) == PathKind::file)
                paths.push_back(file.path);
    }
    return read_notes(paths, setting.shared, setting.files, setting.report);
}

}  // namespace

PartialDate RunSetting::today() const {
    const WallTime wall = zone.wall(now);
    return {wall.year, wall.month, wall.day};
}

bool may_be_due(const ProjectPack& group, const RunSetting& setting) {
    return setting.options.force || setting.options.dry_run || counts_from_meetings(group.when) ||
           Turns(setting.store, setting.now, setting.zone).group_due(group.name, group.when);
}

void note_turn(const ProjectPack& group, const RunSetting& setting) {
    const Turns turns(setting.store, setting.now, setting.zone);
    if (setting.options.dry_run || !turns.group_due(group.name, group.when)) return;
    if (auto problem = turns.answer(group.name)) setting.report.add(*problem);
}

void make_project_packs(const ProjectPack& group, const std::string& language, const Material& material,
                        const std::vector<SupersededRow>& superseded, const RunSetting& setting) {
    BuildOptions build = build_options(group, language, setting);
    std::vector<std::string> templates = template_names(build);
    if (wants_supplement(group, setting)) templates.push_back(supplement_name);
    const auto kit = load_checked_kit({templates, language, build.style, build.logo, build.logo_alt}, setting.resources,
                                      setting.files, setting.report);
    auto assemble = assemble_options(build, setting.resources, setting.files, setting.report);
    const auto editions = setting.report.value_or_told(setting.store.last_editions());
    if (!kit || !assemble || !editions) return;
    build.formats = possible_formats(build.formats, *kit, setting.report);
    if (build.formats.empty()) return;
    auto load = load_of(build, setting.shared, *kit, setting.files, setting.report);
    const auto look = load ? look_of(build, *kit, *load, setting) : std::nullopt;
    if (!look) return;
    Material open;  // what readers of this level may see
    if (build.classification) {
        open = material;
        assemble->withheld = leave_out(open, *build.classification, setting.report);
    }
    const Material& seen = build.classification ? open : material;
    assemble->superseded = superseded;
    Library library(seen.records, seen.documents, theme_names(setting.knowledge.themes, language));
    if (build.annex) library.cite_places();
    std::vector<Selection> wanted = selections(library, build.by);
    std::erase_if(wanted, [&](const Selection& selection) { return !is_wanted(selection, group, library); });
    std::vector<DeskPack> due =
        due_packs(known_packs(wanted, library, *editions, group.name + "/" + language + "/"), group, library, setting);
    auto notes = written_notes(due, setting);
    if (!notes) return;
    assemble->notes = std::move(*notes);
    assemble->instructions = read_instructions(build.instructions, library, wanted, setting.knowledge, setting.shared,
                                               setting.files, setting.report);
    if (build.annex || build.embed_sources) {
        Diagnostics unattached;  // annexed, such a paper is typeset
        load->sources = SourceFiles(seen.records.documents, seen.members, setting.files, unattached);
        if (build.embed_sources) setting.report.add(unattached);
    }
    const Packs packs(library, *kit, build, std::move(*assemble), *load,
                      {load->sources, setting.shared.reading.password});
    EditionRun(group, build, library, packs, setting, *look).make(std::move(due));
}

}  // namespace rapporteur
