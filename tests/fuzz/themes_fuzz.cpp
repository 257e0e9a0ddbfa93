#include "extract/themes.h"
#include "fuzz/fuzz_target.h"

void rapporteur::fuzz::take(std::string_view bytes) {
    const Result<Themes> themes = load_themes({{"themes.xml", std::string(bytes)}});
    if (!themes) demand(!themes.error().place.file.empty(), "a mistake in a theme file is told with its file");
}
