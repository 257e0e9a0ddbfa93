#include "app/converter.h"

#include <fcntl.h>
#include <poll.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>
#include <utility>

#include "app/files.h"
#include "app/scratch.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr std::size_t most_output_bytes = std::size_t{1} << 28;

/// How a kind of file is named for LibreOffice, and what it makes of it.
struct Route {
    FileKind kind;
    std::string_view from, to;
};

constexpr std::array routes{
    Route{FileKind::rtf, "rtf", "odt"},           Route{FileKind::word_97, "doc", "odt"},
    Route{FileKind::word_xml, "xml", "odt"},      Route{FileKind::wordperfect, "wpd", "odt"},
    Route{FileKind::powerpoint_97, "ppt", "odp"}, Route{FileKind::pptx, "pptx", "odp"},
};

// A profile that runs no macros, follows no links out of the document and asks nothing.
constexpr std::string_view profile = R"(<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
)";

/// The program's network calls fail; it goes on without.
bool deny_network() {
    const std::unique_ptr<void, decltype(&seccomp_release)> filter(seccomp_init(SCMP_ACT_ALLOW), &seccomp_release);
    if (!filter) return false;
    for (const int family : {AF_INET, AF_INET6, AF_PACKET, AF_NETLINK}) {
        const auto is_family = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(family));
        if (seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, is_family) != 0) return false;
    }
    return seccomp_load(filter.get()) == 0;
}

void limit(__rlimit_resource_t resource, rlim_t most) {
    const rlimit value{most, most};
    setrlimit(resource, &value);
}

/// One file on its way through LibreOffice.
class Running {
public:
    Running(const std::string& program, const Conversion& file, std::chrono::milliseconds time)
        : deadline_(Clock::now() + time) {
        for (const Route& route : routes) {
            if (route.kind == file.kind) route_ = route;
        }
        input_ = "document." + std::string(route_.from);
        ready_ =
            scratch_.write(input_, file.bytes) && scratch_.write("profile/user/registrymodifications.xcu", profile);
        if (ready_) start(program, time);
    }

    ~Running() { end(); }
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    /// True once the process has ended by itself or by the limit of time.
    bool is_over() {
        if (process_ <= 0) return true;
        int status = 0;
        const pid_t ended = waitpid(process_, &status, WNOHANG);
        if (ended == 0 && Clock::now() < deadline_) return false;
        timed_out_ = ended == 0;
        end();
        return true;
    }

    Result<std::string> output() const {
        if (!ready_) return failed("no room for temporary files");
        if (timed_out_) return failed("it took too long");
        const fs::path path = fs::path(scratch_.path()) / ("out/document." + std::string(route_.to));
        std::error_code error;
        const auto size = fs::file_size(path, error);
        if (error) return failed("it made nothing of it");
        if (size > most_output_bytes) return failed("what it made is too large");
        std::ifstream file(path, std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }

private:
    static Diagnostic failed(std::string why) { return {Code::conversion_failed, {}, std::move(why)}; }

    void start(const std::string& program, std::chrono::milliseconds time) {
        const std::string& folder = scratch_.path();
        const std::vector<std::string> arguments{program,
                                                 "-env:UserInstallation=file://" + folder + "/profile",
                                                 "--headless",
                                                 "--norestore",
                                                 "--nolockcheck",
                                                 "--convert-to",
                                                 std::string(route_.to),
                                                 "--outdir",
                                                 folder + "/out",
                                                 folder + "/" + input_};
        const std::vector<std::string> environment{"PATH=/usr/bin:/bin", "HOME=" + folder, "TMPDIR=" + folder,
                                                   "LC_ALL=C.UTF-8"};
        const auto pointers = [](const std::vector<std::string>& texts) {
            std::vector<char*> out;
            for (const std::string& text : texts) out.push_back(const_cast<char*>(text.c_str()));
            out.push_back(nullptr);
            return out;
        };
        const std::vector<char*> argv = pointers(arguments), envp = pointers(environment);
        process_ = fork();
        if (process_ == 0) become(argv, envp, time);
        if (process_ > 0) setpgid(process_, process_);
    }

    [[noreturn]] void become(const std::vector<char*>& argv, const std::vector<char*>& envp,
                             std::chrono::milliseconds time) const {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        const int nowhere = open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
        close_range(STDERR_FILENO + 1, ~0U, 0);
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count() + 1;
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_CPU, static_cast<rlim_t>(seconds));
        limit(RLIMIT_FSIZE, most_output_bytes);
        if (chdir(scratch_.path().c_str()) != 0 || !deny_network()) _exit(1);
        execve(argv[0], argv.data(), envp.data());
        _exit(1);
    }

    /// Ends the process and all that it started.
    void end() {
        if (process_ <= 0) return;
        kill(-process_, SIGKILL);
        while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
        }
        process_ = 0;
    }

    Scratch scratch_;
    Route route_ = routes.front();
    std::string input_;
    Clock::time_point deadline_;
    pid_t process_ = 0;
    bool ready_ = false, timed_out_ = false;
};

}  // namespace

std::optional<Converter> Converter::find(std::chrono::milliseconds time) {
    const char* path = std::getenv("PATH");
    for (const std::string_view folder : split(std::string_view(path != nullptr ? path : "/usr/bin:/bin"), ':')) {
        const std::string program = join_path(std::string(folder), "soffice");
        if (folder.starts_with('/') && access(program.c_str(), X_OK) == 0) return Converter(program, time);
    }
    return std::nullopt;
}

std::vector<Result<std::string>> Converter::convert(const std::vector<Conversion>& files) const {
    constexpr int pause = 20;  // milliseconds between two looks
    std::vector<std::unique_ptr<Running>> running;
    for (const Conversion& file : files) running.push_back(std::make_unique<Running>(program_, file, time_));
    for (const std::unique_ptr<Running>& one : running) {
        while (!one->is_over()) poll(nullptr, 0, pause);
    }
    std::vector<Result<std::string>> out;
    for (const std::unique_ptr<Running>& one : running) out.push_back(one->output());
    return out;
}

}  // namespace rapporteur
