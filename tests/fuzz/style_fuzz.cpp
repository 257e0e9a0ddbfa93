#include "fuzz/fuzz_target.h"
#include "layout/font_manifest.h"
#include "layout/style.h"
#include "template/labels.h"

/// The three kinds of TOML file that users may write.
void rapporteur::fuzz::take(std::string_view bytes) {
    const NamedText file{"file.toml", std::string(bytes)};
    const Result<Style> style = read_style(file);
    if (!style) demand(!style.error().place.file.empty(), "a mistake in a style is told with its file");
    const auto fonts = read_font_manifest(file);
    if (!fonts) demand(!fonts.error().place.file.empty(), "a mistake in a manifest is told with its file");
    const auto labels = read_labels(file);
    if (!labels) demand(!labels.error().place.file.empty(), "a mistake in labels is told with its file");
}
