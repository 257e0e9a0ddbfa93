#include "app/core_share.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace rapporteur;

TEST_CASE("threads take the cores that the workers leave") {
    CoreShare cores(3);
    cores.set_workers(2);
    CHECK(cores.take());
    CHECK_FALSE(cores.take());
    cores.give();
    CHECK(cores.take());
    cores.set_workers(1);
    CHECK(cores.take());
    CHECK_FALSE(cores.take());
    cores.forget_threads();
    CHECK(cores.take());
    cores.give();
    cores.give();
    cores.give();
    CHECK(cores.take());
    CHECK(cores.take());
    CHECK_FALSE(cores.take());
}

TEST_CASE("what one process takes is taken for all") {
    CoreShare cores(2);
    cores.set_workers(1);
    const pid_t child = fork();
    if (child == 0) _exit(cores.take() ? 0 : 1);
    int status = 1;
    waitpid(child, &status, 0);
    CHECK(status == 0);
    CHECK_FALSE(cores.take());
}
