#include "readers/function_words.h"

#include <array>

namespace rapporteur {
namespace {

using Word = std::string_view;

constexpr std::array en_common{
    Word("the"),  Word("of"),    Word("and"),  Word("to"),     Word("in"),   Word("for"),   Word("that"), Word("is"),
    Word("on"),   Word("with"),  Word("by"),   Word("as"),     Word("was"),  Word("be"),    Word("are"),  Word("this"),
    Word("from"), Word("which"), Word("have"), Word("has"),    Word("were"), Word("it"),    Word("its"),  Word("at"),
    Word("not"),  Word("their"), Word("will"), Word("should"), Word("been"), Word("would"), Word("or"),   Word("an")};
constexpr std::array en_open{
    Word("the"),   Word("a"),       Word("an"),      Word("of"),      Word("and"),     Word("or"),     Word("to"),
    Word("for"),   Word("in"),      Word("on"),      Word("at"),      Word("by"),      Word("with"),   Word("from"),
    Word("as"),    Word("into"),    Word("that"),    Word("which"),   Word("between"), Word("among"),  Word("under"),
    Word("than"),  Word("its"),     Word("their"),   Word("these"),   Word("through"), Word("within"), Word("upon"),
    Word("is"),    Word("are"),     Word("was"),     Word("were"),    Word("be"),      Word("been"),   Word("has"),
    Word("have"),  Word("could"),   Word("would"),   Word("should"),  Word("may"),     Word("must"),   Word("will"),
    Word("but"),   Word("against"), Word("towards"), Word("during"),  Word("his"),     Word("her"),    Word("our"),
    Word("every"), Word("whose"),   Word("where"),   Word("whether"), Word("because"), Word("mr"),     Word("ms"),
    Word("mrs")};

constexpr std::array fr_common{
    Word("le"),  Word("la"),  Word("les"),  Word("de"),   Word("des"), Word("du"),   Word("et"),    Word("à"),
    Word("au"),  Word("aux"), Word("en"),   Word("dans"), Word("par"), Word("pour"), Word("sur"),   Word("avec"),
    Word("que"), Word("qui"), Word("une"),  Word("un"),   Word("est"), Word("sont"), Word("ont"),   Word("cette"),
    Word("ces"), Word("ses"), Word("plus"), Word("ne"),   Word("pas"), Word("leur"), Word("ainsi"), Word("ou")};
constexpr std::array fr_open{
    Word("le"),    Word("la"),  Word("les"),  Word("l"),   Word("de"),    Word("d"),    Word("des"),  Word("du"),
    Word("et"),    Word("ou"),  Word("à"),    Word("au"),  Word("aux"),   Word("en"),   Word("dans"), Word("par"),
    Word("pour"),  Word("sur"), Word("avec"), Word("que"), Word("qui"),   Word("dont"), Word("sans"), Word("sous"),
    Word("entre"), Word("un"),  Word("une"),  Word("ces"), Word("cette"), Word("ce"),   Word("leur"), Word("leurs"),
    Word("ses"),   Word("son"), Word("sa"),   Word("est"), Word("sont"),  Word("vers"), Word("chez"), Word("mme")};

constexpr std::array es_common{
    Word("el"),  Word("la"),    Word("los"),  Word("las"),  Word("de"),  Word("del"),  Word("y"),     Word("a"),
    Word("al"),  Word("en"),    Word("por"),  Word("para"), Word("con"), Word("que"),  Word("se"),    Word("su"),
    Word("sus"), Word("una"),   Word("un"),   Word("es"),   Word("son"), Word("como"), Word("más"),   Word("no"),
    Word("lo"),  Word("sobre"), Word("este"), Word("esta"), Word("ha"),  Word("han"),  Word("entre"), Word("o")};
constexpr std::array es_open{Word("el"),    Word("la"),   Word("los"),   Word("las"),   Word("un"),   Word("una"),
                             Word("de"),    Word("del"),  Word("y"),     Word("e"),     Word("o"),    Word("a"),
                             Word("al"),    Word("en"),   Word("por"),   Word("para"),  Word("con"),  Word("que"),
                             Word("su"),    Word("sus"),  Word("sobre"), Word("entre"), Word("sin"),  Word("desde"),
                             Word("hasta"), Word("como"), Word("es"),    Word("son"),   Word("cuyo"), Word("cuya")};

constexpr std::array de_common{
    Word("der"),  Word("die"),  Word("das"), Word("und"),   Word("in"),  Word("den"),  Word("von"),    Word("zu"),
    Word("mit"),  Word("ist"),  Word("des"), Word("im"),    Word("für"), Word("auf"),  Word("dem"),    Word("nicht"),
    Word("eine"), Word("ein"),  Word("als"), Word("auch"),  Word("es"),  Word("an"),   Word("werden"), Word("wird"),
    Word("sich"), Word("oder"), Word("bei"), Word("durch"), Word("aus"), Word("sind"), Word("zur"),    Word("zum")};
constexpr std::array de_open{Word("der"),   Word("die"),   Word("das"),     Word("und"),  Word("oder"), Word("von"),
                             Word("zu"),    Word("mit"),   Word("des"),     Word("im"),   Word("in"),   Word("für"),
                             Word("auf"),   Word("dem"),   Word("den"),     Word("eine"), Word("ein"),  Word("einer"),
                             Word("eines"), Word("bei"),   Word("durch"),   Word("aus"),  Word("zur"),  Word("zum"),
                             Word("über"),  Word("unter"), Word("zwischen")};

constexpr std::array pt_common{
    Word("o"),   Word("a"),   Word("os"),   Word("as"),   Word("de"),   Word("do"),  Word("da"),   Word("dos"),
    Word("das"), Word("e"),   Word("em"),   Word("no"),   Word("na"),   Word("por"), Word("para"), Word("com"),
    Word("que"), Word("se"),  Word("um"),   Word("uma"),  Word("não"),  Word("ao"),  Word("são"),  Word("é"),
    Word("nos"), Word("nas"), Word("pela"), Word("pelo"), Word("mais"), Word("foi"), Word("sua"),  Word("seu")};
constexpr std::array pt_open{Word("o"),   Word("os"),    Word("as"),   Word("de"),   Word("do"),   Word("da"),
                             Word("dos"), Word("das"),   Word("e"),    Word("em"),   Word("no"),   Word("na"),
                             Word("por"), Word("para"),  Word("com"),  Word("que"),  Word("um"),   Word("uma"),
                             Word("ao"),  Word("nos"),   Word("nas"),  Word("pela"), Word("pelo"), Word("sua"),
                             Word("seu"), Word("entre"), Word("sobre")};

constexpr std::array it_common{
    Word("il"),  Word("la"),    Word("le"),   Word("i"),    Word("gli"),   Word("di"),    Word("del"), Word("della"),
    Word("dei"), Word("delle"), Word("e"),    Word("in"),   Word("nel"),   Word("nella"), Word("per"), Word("con"),
    Word("che"), Word("un"),    Word("una"),  Word("è"),    Word("sono"),  Word("non"),   Word("si"),  Word("da"),
    Word("dal"), Word("al"),    Word("alla"), Word("come"), Word("anche"), Word("più"),   Word("su"),  Word("lo")};
constexpr std::array it_open{Word("il"),  Word("la"),    Word("le"),    Word("gli"),   Word("di"),
                             Word("del"), Word("della"), Word("dei"),   Word("delle"), Word("e"),
                             Word("in"),  Word("nel"),   Word("nella"), Word("per"),   Word("con"),
                             Word("che"), Word("un"),    Word("una"),   Word("da"),    Word("dal"),
                             Word("al"),  Word("alla"),  Word("tra"),   Word("sulla"), Word("sul")};

constexpr std::array ru_common{Word("и"),  Word("в"),   Word("на"),  Word("с"),   Word("по"), Word("о"),    Word("что"),
                               Word("не"), Word("для"), Word("к"),   Word("от"),  Word("из"), Word("их"),   Word("как"),
                               Word("а"),  Word("за"),  Word("его"), Word("при"), Word("об"), Word("также")};
constexpr std::array ru_open{Word("и"), Word("в"),  Word("на"), Word("с"),  Word("по"),  Word("о"),  Word("для"),
                             Word("к"), Word("от"), Word("из"), Word("за"), Word("при"), Word("об"), Word("что")};

constexpr std::array en_calendar{Word("january"),  Word("february"), Word("march"),    Word("may"),
                                 Word("june"),     Word("july"),     Word("august"),   Word("october"),
                                 Word("december"), Word("monday"),   Word("tuesday"),  Word("wednesday"),
                                 Word("thursday"), Word("friday"),   Word("saturday"), Word("sunday")};
constexpr std::array fr_calendar{Word("janvier"),  Word("février"),  Word("mars"),  Word("avril"),     Word("mai"),
                                 Word("juin"),     Word("juillet"),  Word("août"),  Word("septembre"), Word("octobre"),
                                 Word("novembre"), Word("décembre"), Word("lundi"), Word("mardi"),     Word("mercredi"),
                                 Word("jeudi"),    Word("vendredi"), Word("samedi")};
constexpr std::array es_calendar{
    Word("enero"), Word("febrero"), Word("marzo"),      Word("abril"),   Word("mayo"),      Word("junio"),
    Word("julio"), Word("agosto"),  Word("septiembre"), Word("octubre"), Word("noviembre"), Word("diciembre"),
    Word("lunes"), Word("martes"),  Word("miércoles"),  Word("jueves"),  Word("viernes")};
constexpr std::array de_calendar{Word("januar"),  Word("februar"),  Word("märz"),     Word("mai"),
                                 Word("juni"),    Word("juli"),     Word("oktober"),  Word("dezember"),
                                 Word("montag"),  Word("dienstag"), Word("mittwoch"), Word("donnerstag"),
                                 Word("freitag"), Word("samstag")};
constexpr std::array pt_calendar{Word("janeiro"),       Word("fevereiro"),  Word("março"),    Word("abril"),
                                 Word("maio"),          Word("junho"),      Word("julho"),    Word("agosto"),
                                 Word("setembro"),      Word("outubro"),    Word("novembro"), Word("dezembro"),
                                 Word("segunda-feira"), Word("terça-feira")};
constexpr std::array it_calendar{
    Word("gennaio"), Word("febbraio"), Word("marzo"),     Word("aprile"),  Word("maggio"),   Word("giugno"),
    Word("luglio"),  Word("agosto"),   Word("settembre"), Word("ottobre"), Word("novembre"), Word("dicembre"),
    Word("lunedì"),  Word("martedì"),  Word("mercoledì"), Word("giovedì"), Word("venerdì")};
constexpr std::array ru_calendar{Word("января"),   Word("февраля"), Word("марта"),  Word("апреля"),
                                 Word("мая"),      Word("июня"),    Word("июля"),   Word("августа"),
                                 Word("сентября"), Word("октября"), Word("ноября"), Word("декабря")};

constexpr std::array all{
    FunctionWords{"en", en_common, en_calendar, en_open}, FunctionWords{"fr", fr_common, fr_calendar, fr_open},
    FunctionWords{"es", es_common, es_calendar, es_open}, FunctionWords{"de", de_common, de_calendar, de_open},
    FunctionWords{"pt", pt_common, pt_calendar, pt_open}, FunctionWords{"it", it_common, it_calendar, it_open},
    FunctionWords{"ru", ru_common, ru_calendar, ru_open}};

}  // namespace

std::span<const FunctionWords> function_words() { return all; }

}  // namespace rapporteur
