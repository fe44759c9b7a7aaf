#ifndef ASSAY_FUZZER_H
#define ASSAY_FUZZER_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's own ways to change an input; it says how long the result is. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

#endif
