#include "app/options.h"

#include <doctest/doctest.h>

#include <vector>

using namespace rapporteur;

namespace {

std::variant<Options, Answer> parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "rapporteur");
    return parse_options(static_cast<int>(arguments.size()), arguments.data(), {2014, 6, 2});
}

int status_of(const std::vector<const char*>& arguments) {
    const auto parsed = parse(arguments);
    const auto* answer = std::get_if<Answer>(&parsed);
    REQUIRE(answer != nullptr);
    CHECK(answer->text != "");
    return answer->status;
}

}  // namespace

TEST_CASE("wrong usage ends with 64, help and version with 0") {
    CHECK(status_of({}) == 64);
    CHECK(status_of({"brew"}) == 64);
    CHECK(status_of({"extract"}) == 64);
    CHECK(status_of({"extract", "a", "--no-such-option"}) == 64);
    CHECK(status_of({"extract", "a", "--jobs", "0"}) == 64);
    CHECK(status_of({"extract", "a", "--jobs", "many"}) == 64);
    CHECK(status_of({"extract", "a", "--time-limit", "-1"}) == 64);
    CHECK(status_of({"inspect", "a", "--text", "--records"}) == 64);
    CHECK(status_of({"build", "a", "--by", "weather"}) == 64);
    CHECK(status_of({"build", "a", "--format", "pdf,odt"}) == 64);
    CHECK(status_of({"build", "a", "--as-of", "2014-02-30"}) == 64);
    CHECK(status_of({"build", "a", "--as-of", "soon"}) == 64);
    CHECK(status_of({"--help"}) == 0);
    CHECK(status_of({"extract", "--help"}) == 0);
    CHECK(status_of({"--version"}) == 0);
}

TEST_CASE("options come into their fields") {
    const auto parsed = parse({"extract", "a", "b", "-o", "r.jsonl", "--jobs", "3", "--time-limit", "7",
                               "--memory-limit", "512", "--strict", "--themes", "t"});
    const auto& options = std::get<Options>(parsed);
    const auto& extract = std::get<ExtractOptions>(options.command);
    CHECK(extract.inputs == std::vector<std::string>{"a", "b"});
    CHECK(extract.output == "r.jsonl");
    CHECK(options.shared.jobs == 3);
    CHECK(options.shared.limits.time == std::chrono::seconds(7));
    CHECK(options.shared.limits.memory == std::size_t{512} << 20);
    CHECK(options.shared.strict);
    CHECK_FALSE(options.shared.json);
    CHECK(options.shared.themes == "t");
}

TEST_CASE("how documents are read is said for the whole batch") {
    const auto parsed = parse({"extract", "a", "--password", "harbour", "--tracked", "original"});
    REQUIRE(std::holds_alternative<Options>(parsed));
    const ReadOptions& reading = std::get<Options>(parsed).shared.reading;
    CHECK(reading.password == "harbour");
    CHECK(reading.tracked == Tracked::original);
    CHECK(status_of({"extract", "a", "--tracked", "half"}) == 64);
}

TEST_CASE("options of build come into their fields") {
    const auto parsed = parse({"build", "a", "--by", "theme", "--format", "docx,pdf", "--out", "o", "--only", "ports",
                               "--template", "summary", "--as-of", "2013-02-20", "--prepared-for", "the pilots"});
    const auto& build = std::get<BuildOptions>(std::get<Options>(parsed).command);
    CHECK(build.by == GroupBy::theme);
    CHECK(build.formats == std::vector<PackFormat>{PackFormat::docx, PackFormat::pdf});
    CHECK(build.out == "o");
    CHECK(build.only == "ports");
    CHECK(build.template_name == "summary");
    CHECK(build.as_of == PartialDate{2013, 2, 20});
    CHECK(build.prepared_for == "the pilots");
    const auto plain = parse({"build", "a"});
    const auto& usual = std::get<BuildOptions>(std::get<Options>(plain).command);
    CHECK(usual.by == GroupBy::both);
    CHECK(usual.formats == std::vector<PackFormat>{PackFormat::pdf, PackFormat::docx});
    CHECK(usual.as_of == PartialDate{2014, 6, 2});
}

TEST_CASE("what is not said has a sensible value") {
    const auto parsed = parse({"inspect", "a.txt"});
    const auto& options = std::get<Options>(parsed);
    CHECK(options.shared.jobs >= 1);
    CHECK(options.shared.limits.time == std::chrono::seconds(60));
    CHECK(std::get<InspectOptions>(options.command).form == InspectForm::document);
    const auto text = parse({"inspect", "a.txt", "--text"});
    CHECK(std::get<InspectOptions>(std::get<Options>(text).command).form == InspectForm::text);
}
