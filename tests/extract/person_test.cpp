#include "extract/person.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"

namespace rapporteur {
namespace {

const PersonReader& reader() {
    static const auto rules = load_rules(shipped_rules());
    static const PersonReader reader(rules.value(), "en");
    return reader;
}

/// "title|name|affiliation|note|role" of each person of a line, joined by " + ".
std::string shown(const std::vector<FoundPerson>& people) {
    std::string out;
    for (const auto& [person, surety] : people) {
        if (!out.empty()) out += " + ";
        out += person.title + "|" + person.name + "|" + person.affiliation + "|" + person.note + "|" +
               std::string(name_of(person.role));
    }
    return out;
}

std::string people_of(std::string_view line) {
    const auto found = reader().people(line);
    return found ? shown(found->people) : "none";
}

std::string talk_of(std::string_view line) {
    const auto found = reader().talk(line);
    return found ? std::string(found->title) + " / " + shown(found->speakers.people) : "none";
}

}  // namespace

TEST_CASE("one person with what stands before and behind the name") {
    CHECK(people_of("Ines Okafor, Statistics Branch") == "|Ines Okafor|Statistics Branch||speaker");
    CHECK(people_of("Professor Nils Ågård, Bergen College") == "Professor|Nils Ågård|Bergen College||speaker");
    CHECK(people_of("H.E. Ms. Rosa de la Cruz, Permanent Representative of Samoa to the Union") ==
          "H.E. Ms.|Rosa de la Cruz|Permanent Representative of Samoa to the Union||speaker");
    CHECK(people_of("Faisal al-Amin (Ministry of Trade)") == "|Faisal al-Amin|Ministry of Trade||speaker");
    CHECK(people_of("Mr. Jon O’Dell of the Harbour Commission") == "Mr.|Jon O’Dell|Harbour Commission||speaker");
    CHECK(people_of("Lea Tanaka @ltanaka (Core)") == "|Lea Tanaka|Core||speaker");
    CHECK(people_of("Erzsébet Kis-Tóth, Head of Unit, Ports Agency (tbc)") ==
          "|Erzsébet Kis-Tóth|Head of Unit, Ports Agency|tbc|speaker");
    CHECK(people_of("Omar Said, Ports Agency (video message)") == "|Omar Said|Ports Agency|video message|speaker");
}

TEST_CASE("a role before one or several people") {
    CHECK(people_of("Moderator: Jon Baker, World Fund") == "|Jon Baker|World Fund||moderator");
    CHECK(people_of("Co-Chairs: Ms. Lea Tanaka (Japan) and Mr. Jon Baker (Fiji)") ==
          "Ms.|Lea Tanaka|Japan||chair + Mr.|Jon Baker|Fiji||chair");
    CHECK(people_of("Speakers: Lea Tanaka, Jon Baker and Ana Reis") ==
          "|Lea Tanaka|||speaker + |Jon Baker|||speaker + |Ana Reis|||speaker");
    CHECK(people_of("Panellists: Lea Tanaka, Ports Agency; Jon Baker, World Fund") ==
          "|Lea Tanaka|Ports Agency||speaker + |Jon Baker|World Fund||speaker");
    CHECK(people_of("Rapporteur: Ana Reis") == "|Ana Reis|||rapporteur");
    CHECK(people_of("Presented by Dr. Ana Reis") == "Dr.|Ana Reis|||presenter");
    CHECK(people_of("Chaired by Mr. Jon Baker (Fiji)") == "Mr.|Jon Baker|Fiji||chair");
    const auto empty = reader().people("Moderator: to be named");
    REQUIRE(empty.has_value());
    CHECK(empty->role_printed);
    CHECK(empty->people.empty());
}

TEST_CASE("what only looks like a person") {
    CHECK(people_of("Adoption of the agenda") == "none");
    CHECK(people_of("Harbour Policy Review, New Zealand") == "none");
    CHECK(people_of("Ports, Ferries and Island Links") == "none");
    CHECK(people_of("Any Other Business") == "none");
    CHECK(people_of("Safe Ports System (SPS)") == "none");
    const auto shape = reader().people("Blue Ferry");
    REQUIRE(shape.has_value());
    CHECK(shape->surety() == PersonSurety::bare);
    CHECK(reader().people("Ines Okafor, Statistics Branch")->surety() == PersonSurety::sure);
}

TEST_CASE("a title and its speaker in one line") {
    CHECK(talk_of("Ports in winter -- Lea Tanaka") == "Ports in winter / |Lea Tanaka|||speaker");
    CHECK(talk_of("What ferries give to islands Professor Lea Tanaka, Osaka College") ==
          "What ferries give to islands / Professor|Lea Tanaka|Osaka College||speaker");
    CHECK(talk_of("What ferries give to islands Lea Mary Tanaka, Osaka College") ==
          "What ferries give to islands / |Lea Mary Tanaka|Osaka College||speaker");
    CHECK(talk_of("Ports in winter (Jon Baker, World Fund)") == "Ports in winter / |Jon Baker|World Fund||speaker");
    CHECK(talk_of("Statement by Ms. Ana Reis (Chile)") ==
          "Statement by Ms. Ana Reis (Chile) / Ms.|Ana Reis|Chile||speaker");
    CHECK(talk_of("A vote of thanks to Ms. Ana Reis, Director") == "none");
    CHECK(talk_of("Ports in winter – the outlook") == "none");
    CHECK(reader().without_prefix("Key note:Ports in winter") == "Ports in winter");
    CHECK(reader().without_prefix("Ports: a view") == "Ports: a view");
}

TEST_CASE("lines that try the reader") {
    CHECK(people_of("") == "none");
    CHECK(people_of("Moderator:") == "none");
    CHECK(people_of(std::string(100000, 'A')) == "none");
    std::string many = "Speakers: ";
    for (int i = 0; i < 5000; ++i) many += "Jon Baker (Fiji), ";
    CHECK(people_of(many) == "none");
}

}  // namespace rapporteur
