#ifndef ASSAY_CLINUX_SHIM_H
#define ASSAY_CLINUX_SHIM_H

/* Swift reads the headers of glibc without _GNU_SOURCE, which hides what only Linux has. */

#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* renameat2(2) with RENAME_NOREPLACE: the new name must be free. */
static inline int assay_rename_to_free_name(int from_folder, const char *from,
                                            int to_folder, const char *to) {
    return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 1u);
}

/* A timer that sends the signal to the thread that makes it, and to no other. */
static inline int assay_timer_for_this_thread(int signal, timer_t *timer) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_THREAD_ID;
    event.sigev_signo = signal;
    event._sigev_un._tid = (int)syscall(SYS_gettid);
    return timer_create(CLOCK_MONOTONIC, &event, timer);
}

/* What <fcntl.h> calls O_PATH: to pass through a folder one may not list. */
static const int assay_passing_only = __O_PATH;

#endif
