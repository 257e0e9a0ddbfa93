#include <doctest/doctest.h>

#include "extract/extract.h"
#include "extract/shipped_knowledge.h"
#include "extract/statements.h"
#include "extract/written_document.h"

namespace rapporteur {
namespace {

Records found_in(std::string_view notation) {
    WrittenDocument written(notation);
    written.document().language = "fr";
    Records records;
    find_statements(written.document(), make_outline(written.document()), shipped_knowledge().rules, records);
    return records;
}

Recommendation only_recommendation(std::string_view notation) {
    const Records records = found_in(notation);
    INFO(std::string(notation));
    REQUIRE(records.recommendations.size() == 1);
    return records.recommendations[0];
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("French verbs of asking name whom they ask") {
    CHECK(only_recommendation("Prie le Secrétaire général de lui faire rapport ;").addressees ==
          Names{"Secrétaire général"});
    CHECK(only_recommendation("Demande aux États Membres de ratifier la Convention ;").addressees ==
          Names{"États Membres"});
    CHECK(only_recommendation("Invite tous les États et les organisations intéressées à participer au débat ;")
              .addressees == Names{"États", "organisations"});
    CHECK(only_recommendation("Le Comité a donné instruction à son Président de poursuivre ces travaux.").addressees ==
          Names{"Président"});
    CHECK(only_recommendation("Le Comité recommande à l'État partie d'ouvrir des écoles.").addressees ==
          Names{"État partie"});
    CHECK(only_recommendation("Les bureaux régionaux devraient publier la liste.").addressees ==
          Names{"bureaux régionaux"});
}

TEST_CASE("items ask those whom the clause above them names") {
    const Records records = found_in(R"(
        L'Assemblée générale,
        Rappelant sa résolution 12,
        1. Prie instamment les États Membres :
        (a) De nommer un responsable ;
        (b) De revoir leurs droits.)");
    REQUIRE(records.recommendations.size() == 2);
    CHECK(records.recommendations[0].addressees == Names{"États Membres"});
    CHECK(records.recommendations[1].addressees == Names{"États Membres"});
    CHECK(records.recommendations[1].strength == 4);
}

TEST_CASE("the body after que in the clause above a list is asked") {
    const Records records = found_in(R"(
        1. Le Comité a recommandé que les chefs de secrétariat :
        (a) publient la liste d'ici au 2e trimestre 2028 ;
        2. Il a été recommandé au Secrétariat :
        (a) de préparer un guide des feux ;
        3. Le Conseil devrait :
        (a) se réunir deux fois par an.)");
    REQUIRE(records.recommendations.size() == 3);
    CHECK(records.recommendations[0].addressees == Names{"chefs de secrétariat"});
    CHECK(records.recommendations[0].deadline == PartialDate{2028, 6});
    CHECK(records.recommendations[1].addressees == Names{"Secrétariat"});
    CHECK(records.recommendations[2].addressees == Names{"Conseil"});
}

TEST_CASE("French statements name who asks") {
    CHECK(only_recommendation("À cet égard, le Comité consultatif recommande d'approuver ces crédits.").proposer ==
          "Comité consultatif");
    CHECK(only_recommendation("Mme Okoro a exhorté les rédacteurs à abréger la liste.").proposer == "Mme Okoro");
    const Records records = found_in(R"(
        L'Assemblée générale,
        Rappelant sa résolution 12,
        1. Prie le Fonds de publier ses comptes ;
        2. Décide de se réunir à Lima.)");
    REQUIRE(records.recommendations.size() == 1);
    CHECK(records.recommendations[0].proposer == "Assemblée générale");
    REQUIRE(records.outcomes.size() == 1);
    CHECK(records.outcomes[0].type == OutcomeType::decided);
}

TEST_CASE("French deadlines and strengths use the same ladder as English ones") {
    const Recommendation urged =
        only_recommendation("Exhorte les Parties à verser leurs contributions avant le 31 mars 2027 ;");
    CHECK(urged.strength == 4);
    CHECK(urged.deadline == PartialDate{2027, 3, 31});
    CHECK(only_recommendation("Le Bureau devra rendre ses comptes d'ici à la fin de 2028.").deadline ==
          PartialDate{2028});
    CHECK(only_recommendation("Le Conseil souhaitera peut-être examiner la liste.").strength == 1);
    CHECK(only_recommendation("Les bureaux devraient publier la liste.").strength == 3);
    CHECK(only_recommendation("L'école doit être gratuite.").strength == 5);
}

TEST_CASE("French lists give status and proposer, French tables responsible units and answers") {
    const Records listed = found_in(R"(
        9. Les recommandations ci-après n'ont pas recueilli l'adhésion de la Norlande :
        9.1. Ratifier la Convention sur les ports (Estlande) ;
        10. Les recommandations ci-après recueillent l'adhésion de la Norlande :
        10.1. Publier la liste des ports (Îles (République des)).)");
    REQUIRE(listed.recommendations.size() == 2);
    CHECK(listed.recommendations[0].status == RecommendationStatus::rejected);
    CHECK(listed.recommendations[0].proposer == "Estlande");
    CHECK(listed.recommendations[1].status == RecommendationStatus::accepted);
    CHECK(listed.recommendations[1].proposer == "Îles (République des)");
    const Records table = found_in(R"(
        | N° | Recommandation | Service responsable | Date limite | Réponse de la direction |
        | 1 | Publier chaque année la liste des ports | Greffe | 31 mars 2027 | Acceptée |
        | 2 | Le Conseil devrait se réunir deux fois par an | | | N'est pas acceptée |)");
    REQUIRE(table.recommendations.size() == 2);
    CHECK(table.recommendations[0].addressees == Names{"Greffe"});
    CHECK(table.recommendations[0].deadline == PartialDate{2027, 3, 31});
    CHECK(table.recommendations[0].status == RecommendationStatus::accepted);
    CHECK(table.recommendations[1].status == RecommendationStatus::rejected);
}

TEST_CASE("French reported speech gives passages to their speakers") {
    const Records records = found_in(
        "Mme Ana Lind (Fonds des ports) a rappelé que les lampes étaient anciennes. Elle a ajouté que peu de ports "
        "en avaient. M. Brandt a salué le rapport.");
    REQUIRE(records.interventions.size() == 2);
    CHECK(records.interventions[0].speaker == "Mme Ana Lind");
    CHECK(records.interventions[0].affiliation == "Fonds des ports");
    CHECK(records.interventions[0].text.ends_with("en avaient."));
    CHECK(records.interventions[1].speaker == "M. Brandt");
}

}  // namespace rapporteur
