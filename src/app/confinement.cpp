#include "app/confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace rapporteur {
namespace {

/// Calls that computing needs: memory, time, and what is open already.
constexpr std::array harmless{SCMP_SYS(read),
                              SCMP_SYS(readv),
                              SCMP_SYS(pread64),
                              SCMP_SYS(write),
                              SCMP_SYS(writev),
                              SCMP_SYS(recvfrom),
                              SCMP_SYS(recvmsg),
                              SCMP_SYS(sendto),
                              SCMP_SYS(lseek),
                              SCMP_SYS(close),
                              SCMP_SYS(fstat),
                              SCMP_SYS(newfstatat),
                              SCMP_SYS(statx),
                              SCMP_SYS(getdents64),
                              SCMP_SYS(poll),
                              SCMP_SYS(ppoll),
                              SCMP_SYS(pause),
                              SCMP_SYS(brk),
                              SCMP_SYS(munmap),
                              SCMP_SYS(mremap),
                              SCMP_SYS(madvise),
                              SCMP_SYS(futex),
                              SCMP_SYS(rt_sigaction),
                              SCMP_SYS(rt_sigprocmask),
                              SCMP_SYS(rt_sigreturn),
                              SCMP_SYS(sigaltstack),
                              SCMP_SYS(restart_syscall),
                              SCMP_SYS(clock_gettime),
                              SCMP_SYS(clock_nanosleep),
                              SCMP_SYS(nanosleep),
                              SCMP_SYS(gettimeofday),
                              SCMP_SYS(time),
                              SCMP_SYS(getrandom),
                              SCMP_SYS(getpid),
                              SCMP_SYS(gettid),
                              SCMP_SYS(rseq),
                              SCMP_SYS(set_robust_list),
                              SCMP_SYS(sched_yield),
                              SCMP_SYS(sched_getaffinity),
                              SCMP_SYS(getrusage),
                              SCMP_SYS(sysinfo),
                              SCMP_SYS(exit),
                              SCMP_SYS(exit_group)};

/// Calls that only an attacker makes: other programs and processes, the network, changes to files or to the machine.
constexpr std::array deadly{SCMP_SYS(execve),
                            SCMP_SYS(execveat),
                            SCMP_SYS(fork),
                            SCMP_SYS(vfork),
                            SCMP_SYS(socket),
                            SCMP_SYS(socketpair),
                            SCMP_SYS(connect),
                            SCMP_SYS(bind),
                            SCMP_SYS(listen),
                            SCMP_SYS(accept),
                            SCMP_SYS(accept4),
                            SCMP_SYS(creat),
                            SCMP_SYS(unlink),
                            SCMP_SYS(unlinkat),
                            SCMP_SYS(rename),
                            SCMP_SYS(renameat),
                            SCMP_SYS(renameat2),
                            SCMP_SYS(link),
                            SCMP_SYS(linkat),
                            SCMP_SYS(symlink),
                            SCMP_SYS(symlinkat),
                            SCMP_SYS(mkdir),
                            SCMP_SYS(mkdirat),
                            SCMP_SYS(rmdir),
                            SCMP_SYS(mknod),
                            SCMP_SYS(mknodat),
                            SCMP_SYS(truncate),
                            SCMP_SYS(chmod),
                            SCMP_SYS(fchmodat),
                            SCMP_SYS(chown),
                            SCMP_SYS(lchown),
                            SCMP_SYS(fchownat),
                            SCMP_SYS(mount),
                            SCMP_SYS(umount2),
                            SCMP_SYS(chroot),
                            SCMP_SYS(pivot_root),
                            SCMP_SYS(ptrace),
                            SCMP_SYS(process_vm_readv),
                            SCMP_SYS(process_vm_writev),
                            SCMP_SYS(kill),
                            SCMP_SYS(setuid),
                            SCMP_SYS(setgid),
                            SCMP_SYS(bpf),
                            SCMP_SYS(perf_event_open),
                            SCMP_SYS(userfaultfd),
                            SCMP_SYS(init_module),
                            SCMP_SYS(finit_module),
                            SCMP_SYS(kexec_load),
                            SCMP_SYS(io_uring_setup),
                            SCMP_SYS(memfd_create),
                            SCMP_SYS(open_by_handle_at)};

constexpr unsigned changing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

/// What makes a thread of this process and nothing else; what would be new (a name space, say) may not be.
constexpr scmp_datum_t of_thread = CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD;
constexpr scmp_datum_t of_clone = of_thread | CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC |
                                  CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET | CLONE_IO | CLONE_PTRACE | CLONE_VFORK |
                                  CLONE_PIDFD;

struct Descriptor {
    explicit Descriptor(long opened) : number(static_cast<int>(opened)) {}
    ~Descriptor() {
        if (number >= 0) close(number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number;
};

void allow_below(const std::string& folder, int ruleset) {
    const Descriptor opened(open(folder.c_str(), O_PATH | O_CLOEXEC));
    if (opened.number < 0) return;  // a library without its data does without it
    landlock_path_beneath_attr rule{};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    rule.parent_fd = opened.number;
    syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

/// False where the kernel has no Landlock.
bool close_file_system(const std::vector<std::string>& readable) {
    landlock_ruleset_attr attributes{};
    // All rights of the first version of Landlock; seccomp answers for what later versions added.
    attributes.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
    const Descriptor ruleset(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes, 0));
    if (ruleset.number < 0) return false;
    for (const std::string& folder : readable) allow_below(folder, ruleset.number);
    return syscall(SYS_landlock_restrict_self, ruleset.number, 0) == 0;
}

class Filter {
public:
    /// What is on no list is answered with an error, as if the kernel did not have it.
    Filter() : context_(seccomp_init(SCMP_ACT_ERRNO(ENOSYS)), &seccomp_release) {}

    void add(std::uint32_t action, int call) { keep(seccomp_rule_add(context_.get(), action, call, 0)); }
    void add(std::uint32_t action, int call, scmp_arg_cmp condition) {
        keep(seccomp_rule_add(context_.get(), action, call, 1, condition));
    }
    bool load() { return context_ && ok_ && seccomp_load(context_.get()) == 0; }

private:
    void keep(int status) {
        // A call that this architecture does not have cannot be made either.
        if (status != 0 && status != -EDOM && status != -EINVAL) ok_ = false;
    }

    std::unique_ptr<void, decltype(&seccomp_release)> context_;
    bool ok_ = true;
};

bool close_kernel(bool may_read_files, bool may_start_threads) {
    Filter filter;
    for (const int call : harmless) filter.add(SCMP_ACT_ALLOW, call);
    for (const int call : deadly) filter.add(SCMP_ACT_KILL_PROCESS, call);
    // Processes: none. The answer that there is no `clone3` (whose flags no filter can see) makes libraries use
    // `clone`.
    if (may_start_threads) {
        filter.add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0));
        filter.add(SCMP_ACT_ALLOW, SCMP_SYS(clone), SCMP_A0_64(SCMP_CMP_MASKED_EQ, of_clone, of_thread));
    } else {
        filter.add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone));
    }
    // A file to write kills; one to read is Landlock's to allow.
    const std::uint32_t reading = may_read_files ? SCMP_ACT_ALLOW : SCMP_ACT_ERRNO(EACCES);
    filter.add(reading, SCMP_SYS(openat), SCMP_A2_64(SCMP_CMP_MASKED_EQ, changing, 0));
    filter.add(reading, SCMP_SYS(open), SCMP_A1_64(SCMP_CMP_MASKED_EQ, changing, 0));
    for (const unsigned flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND}) {
        filter.add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(openat), SCMP_A2_64(SCMP_CMP_MASKED_EQ, flag, flag));
        filter.add(SCMP_ACT_KILL_PROCESS, SCMP_SYS(open), SCMP_A1_64(SCMP_CMP_MASKED_EQ, flag, flag));
    }
    // Memory that can be written is never run.
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(mmap), SCMP_A2_64(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(mprotect), SCMP_A2_64(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(fcntl), SCMP_A1_64(SCMP_CMP_EQ, F_GETFL));
    // abort() signals the process itself; `getpid` is what it was when the filter was made.
    const auto self = static_cast<scmp_datum_t>(getpid());
    filter.add(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), SCMP_A0_64(SCMP_CMP_EQ, self));
    return filter.load();
}

}  // namespace

std::optional<std::string> confine(const Leave& leave) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return "no_new_privs";
    const bool closed = close_file_system(leave.readable);
    if (!close_kernel(closed, leave.threads)) return "seccomp";
    return std::nullopt;
}

}  // namespace rapporteur
