#include "reference.h"

#include <stdlib.h>

int assay_reference_items(const unsigned char *codes, long learners, int items, const long *units,
                          int stride, long *sums) {
    int top = 0;
    for (int slot = 0; slot < items; slot++) {
        long most = 0;
        for (int code = 0; code < stride; code++)
            if (units[slot * stride + code] > most) most = units[slot * stride + code];
        top += (int)most;
    }
    long width = (long)items * stride;
    unsigned *counts = calloc((size_t)(top + 1) * (size_t)width, sizeof *counts);
    if (!counts) return -1;
    for (long learner = 0; learner < learners; learner++) {
        const unsigned char *row = codes + learner * items;
        long total = 0;
        const long *unit = units;
        for (int item = 0; item < items; item++, unit += stride) total += unit[row[item]];
        unsigned *count = counts + total * width;
        for (int item = 0; item < items; item++, count += stride) count[row[item]]++;
    }
    for (int item = 0; item < items; item++) {
        long *sum = sums + item * 6;
        for (int of = 0; of < 6; of++) sum[of] = 0;
        for (long total = 0; total <= top; total++)
            for (int code = 1; code < stride; code++) {
                long times = counts[total * width + item * stride + code];
                long mark = units[item * stride + code], rest = total - mark;
                sum[0] += times;
                sum[1] += times * mark;
                sum[2] += times * rest;
                sum[3] += times * mark * mark;
                sum[4] += times * rest * rest;
                sum[5] += times * mark * rest;
            }
    }
    free(counts);
    return 0;
}
