#pragma once

#include <string>
#include <vector>

#include "app/edition_desk.h"
#include "app/files.h"
#include "app/material.h"
#include "app/options.h"
#include "app/packs.h"
#include "app/project.h"
#include "app/report.h"
#include "app/resources.h"
#include "store/store.h"

namespace rapporteur {

/// What the packs of a run have in common.
struct RunSetting {
    const RunOptions& options;
    const Project& project;
    const SharedOptions& shared;
    const Resources& resources;
    const Knowledge& knowledge;
    const TimeZone& zone;
    std::int64_t now = 0;
    Files& files;
    Store& store;
    Report& report;

    PartialDate today() const;
};

/// Makes the packs of one group in one language that are due and say something new. Material is that of the whole
/// project, papers that are superseded left out.
void make_project_packs(const ProjectPack& group, const std::string& language, const Material& material,
                        const std::vector<SupersededRow>& superseded, const RunSetting& setting);

/// True where a group may have packs that are due: only then has anything to be put together.
bool may_be_due(const ProjectPack& group, const RunSetting& setting);

/// To be called when all languages of the group are made: its regular moments have been kept.
void note_turn(const ProjectPack& group, const RunSetting& setting);

}  // namespace rapporteur
