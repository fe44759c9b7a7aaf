#include "reference.h"

#include <math.h>
#include <stdlib.h>

/* What the first so many earned, from the lowest total on or from the highest; who ties at the border
   counts in part. */
static double earned(const unsigned *counts, long width, long top, int stride, const long *units,
                     double size, int fromTop) {
    double sum = 0, left = size;
    for (long step = 0; step <= top && left > 0; step++) {
        const unsigned *count = counts + (fromTop ? top - step : step) * width;
        double learners = 0, marks = 0;
        for (int code = 1; code < stride; code++) {
            learners += count[code];
            marks += (double)count[code] * (double)units[code];
        }
        if (learners == 0) continue;
        double part = learners <= left ? 1 : left / learners;
        sum += part * marks;
        left -= part * learners;
    }
    return sum;
}

/* The sum of products, had the best of the rest earned the most; hist has room for every rest. */
static double ordered(const unsigned *counts, long width, long top, int stride, const long *units,
                      long *hist) {
    for (long rest = 0; rest <= top; rest++) hist[rest] = 0;
    long marks[256] = {0};
    for (long total = 0; total <= top; total++)
        for (int code = 1; code < stride; code++) {
            long times = counts[total * width + code];
            if (!times) continue;
            marks[code] += times;
            hist[total - units[code]] += times;
        }
    double sum = 0;
    long rest = 0;
    /* Codes are in the order of their marks. */
    for (int code = 1; code < stride; code++)
        while (marks[code] > 0) {
            while (!hist[rest]) rest++;
            long both = marks[code] < hist[rest] ? marks[code] : hist[rest];
            sum += (double)both * (double)units[code] * (double)rest;
            marks[code] -= both;
            hist[rest] -= both;
        }
    return sum;
}

int assay_reference_items(const unsigned char *codes, long learners, int items, const long *units,
                          int stride, double *figures) {
    long top = 0;
    for (int slot = 0; slot < items; slot++) top += units[slot * stride + stride - 1];
    long width = (long)items * stride;
    unsigned *counts = calloc((size_t)(top + 1) * (size_t)width, sizeof *counts);
    long *hist = calloc((size_t)(top + 1), sizeof *hist);
    if (!counts || !hist) {
        free(counts);
        free(hist);
        return -1;
    }
    for (long learner = 0; learner < learners; learner++) {
        const unsigned char *row = codes + learner * items;
        long total = 0;
        const long *unit = units;
        for (int item = 0; item < items; item++, unit += stride) total += unit[row[item]];
        unsigned *count = counts + total * width;
        for (int item = 0; item < items; item++, count += stride) count[row[item]]++;
    }
    double weights = 0;
    for (int item = 0; item < items; item++) {
        const unsigned *count = counts + item * stride;
        const long *unit = units + item * stride;
        double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (long total = 0; total <= top; total++)
            for (int code = 1; code < stride; code++) {
                double times = count[total * width + code];
                double mark = (double)unit[code], rest = (double)(total - unit[code]);
                n += times;
                x += times * mark;
                y += times * rest;
                xx += times * mark * mark;
                yy += times * rest * rest;
                xy += times * mark * rest;
            }
        double ownSpread = n * xx - x * x, restSpread = n * yy - y * y, both = n * xy - x * y;
        double largest = n * ordered(count, width, top, stride, unit, hist) - x * y;
        double most = (double)unit[stride - 1];
        double size = floor((27 * n + 50) / 100);
        double high = earned(count, width, top, stride, unit, size, 1);
        double low = earned(count, width, top, stride, unit, size, 0);
        double r = both / sqrt(ownSpread) / sqrt(restSpread), reach = 1.959963984540054 / sqrt(n - 3);
        double weight = both + ownSpread < 0 ? NAN : sqrt((both + ownSpread) / (n * (n - 1)));
        double *figure = figures + item * ASSAY_REFERENCE_FIGURES;
        figure[0] = x / (n * most);
        figure[1] = sqrt(ownSpread / (n * (n - 1)));
        figure[2] = r;
        figure[3] = tanh(atanh(r) - reach);
        figure[4] = tanh(atanh(r) + reach);
        figure[5] = both / largest;
        figure[6] = (high - low) / (size * most);
        figure[7] = weight;
        figure[8] = most / (double)top;
        if (!isnan(weight)) weights += weight;
    }
    for (int item = 0; item < items; item++)
        figures[item * ASSAY_REFERENCE_FIGURES + 7] /= weights;
    free(counts);
    free(hist);
    return 0;
}
