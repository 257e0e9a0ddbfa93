#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>

#include "writers/pdf_check/check.h"

// usage: pdf_ua_check [--conditions] [--no-archive] [--password=WORD] FILE...
// Prints what each file fails; ends with 1 where one fails anything.
int main(int count, char** arguments) {
    namespace check = rapporteur::pdf_check;
    check::CheckedFor what;
    std::string password;
    int failed = 0, files = 0;
    for (int i = 1; i < count; ++i) {
        const std::string argument = arguments[i];
        if (argument == "--no-archive") {
            what.archival = false;
        } else if (argument.starts_with("--password=")) {
            password = argument.substr(std::strlen("--password="));
        } else if (argument == "--conditions") {
            for (const auto& condition : check::conditions())
                std::cout << condition.number << ' ' << condition.words << '\n';
        } else {
            std::ifstream in(argument, std::ios::binary);
            std::ostringstream bytes;
            bytes << in.rdbuf();
            const auto findings = check::check_pdf(bytes.str(), what, password);
            ++files;
            if (findings.all().empty()) continue;
            ++failed;
            std::cout << argument << ":\n" << findings.words();
        }
    }
    std::cout << files << " files checked, " << failed << " with findings\n";
    return failed > 0 ? 1 : 0;
}
