#include "app/fingerprint.h"

#include "app/converter.h"
#include "app/recognition_setup.h"
#include "support/hash.h"

namespace rapporteur {
namespace {

/// No program is larger.
constexpr std::size_t most_program_bytes = std::size_t{1} << 30;

/// A version alone would not tell one build from another.
std::string program_hash(const Files& files) {
    const Result<std::string> program = files.read("/proc/self/exe", most_program_bytes);
    return sha256_hex(program ? *program : std::string(RAPPORTEUR_VERSION));
}

/// Whether a converter or models of languages are there counts: what failed for want of them may be read now.
std::string words_of(SharedOptions options, const Files& files) {
    set_up_recognition(options, files);
    const ReadOptions& reading = options.reading;
    std::string out = reading.password + "\n" + std::to_string(static_cast<int>(reading.tracked)) + "\n" +
                      std::to_string(static_cast<int>(reading.recognition.pages)) + "\n";
    for (const std::string& model : reading.recognition.models) out += model + " ";
    out += options.convert && Converter::find(options.limits.time) ? "\nconverted\n" : "\n\n";
    return out;
}

}  // namespace

Result<Fingerprints> take_fingerprints(const Resources& resources, const SharedOptions& options, const Files& files) {
    const auto rules = read_texts(resources.rules, {".xml"}, files);
    if (!rules) return rules.error();
    const auto themes = read_texts(resources.themes, {".xml"}, files);
    if (!themes) return themes.error();
    return Fingerprints{sha256_hex(program_hash(files) + "\n" + words_of(options, files)),
                        RuleFingerprints(*rules, *themes)};
}

}  // namespace rapporteur
