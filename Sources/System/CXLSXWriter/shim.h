#ifndef ASSAY_CXLSXWRITER_SHIM_H
#define ASSAY_CXLSXWRITER_SHIM_H

#include <sys/syscall.h>
#include <unistd.h>

#include <xlsxwriter.h>

/* A file in memory, since this version of the library only writes to a path: memfd_create(2),
   close-on-exec. */
static inline int assay_memory_file(void) {
    return (int)syscall(SYS_memfd_create, "workbook", 1u);
}

#endif
