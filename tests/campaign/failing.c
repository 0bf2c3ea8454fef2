/* Lets writes to case files fail below SQLite: put before libc by LD_PRELOAD, armed by `faults.py`.

   Writes of files whose path holds ".reconciler" are counted, or reads if these shall fail; from the armed
   one on, so many do. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

enum { SHORT = 1, IO_ERROR = 2, NO_SPACE = 3, UNREADABLE = 4 };

static long calls, at, count;
static int mode;

void fault_arm(long first, long how_many, int how) { calls = 0; at = first; count = how_many; mode = how; }
long fault_calls(void) { return calls; }

static int is_case(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return strstr(path, ".reconciler") != NULL && strstr(path, "-shm") == NULL && strstr(path, ".lock") == NULL;
}

static int fails(int fd, int reads) {
    if (!at || reads != (mode == UNREADABLE) || !is_case(fd)) return 0;
    calls++;
    return calls >= at && calls < at + count;
}

static int error_of(void) { return mode == IO_ERROR ? EIO : ENOSPC; }

#define NEXT(name) static __typeof__(name) *real; if (!real) real = dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
    NEXT(pwrite64);
    if (!fails(fd, 0)) return real(fd, data, size, offset);
    if (mode == SHORT && size > 1) { real(fd, data, size / 2, offset); }
    errno = error_of();
    return -1;
}

ssize_t pread64(int fd, void *data, size_t size, off64_t offset) {
    NEXT(pread64);
    if (!fails(fd, 1)) return real(fd, data, size, offset);
    errno = EIO;
    return -1;
}

ssize_t pread(int fd, void *data, size_t size, off_t offset) { return pread64(fd, data, size, offset); }

ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    return pwrite64(fd, data, size, offset);
}

ssize_t write(int fd, const void *data, size_t size) {
    NEXT(write);
    if (!fails(fd, 0)) return real(fd, data, size);
    if (mode == SHORT && size > 1) { real(fd, data, size / 2); }
    errno = error_of();
    return -1;
}

int fsync(int fd) {
    NEXT(fsync);
    if (!fails(fd, 0)) return real(fd);
    errno = EIO;
    return -1;
}

int fdatasync(int fd) {
    NEXT(fdatasync);
    if (!fails(fd, 0)) return real(fd);
    errno = EIO;
    return -1;
}

int ftruncate64(int fd, off64_t size) {
    NEXT(ftruncate64);
    if (!fails(fd, 0)) return real(fd, size);
    errno = error_of();
    return -1;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

/* The wall clock stands still while a scenario is played: what no fault touched is then the same each time. */
int clock_gettime(clockid_t clock, struct timespec *now) {
    NEXT(clock_gettime);
    if (!at || clock != CLOCK_REALTIME) return real(clock, now);
    now->tv_sec = 1767323045;
    now->tv_nsec = 0;
    return 0;
}
