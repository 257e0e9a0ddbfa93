#include "app/run_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rapporteur {

// A record lock belongs to this process alone; one of flock would live on in workers that outlive a program that was
// killed.
Result<std::unique_ptr<RunLock>> RunLock::take(const std::string& path, bool wait) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) return Diagnostic{Code::output_unwritable, {path}, strerrordesc_np(errno)};
    std::unique_ptr<RunLock> lock(new RunLock(file));
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    int taken = 0;
    do {
        taken = fcntl(file, wait ? F_SETLKW : F_SETLK, &whole);
    } while (taken != 0 && errno == EINTR);
    if (taken == 0) return lock;
    if (errno == EACCES || errno == EAGAIN) return std::unique_ptr<RunLock>();
    return Diagnostic{Code::output_unwritable, {path}, strerrordesc_np(errno)};
}

RunLock::~RunLock() { close(file_); }

}  // namespace rapporteur
