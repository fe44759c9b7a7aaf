#ifndef ASSAY_REFERENCE_H
#define ASSAY_REFERENCE_H

/* The same work in C and nothing beyond it, for ours to be held against. */

/* Parses the bytes with callbacks that count and do nothing else: the number of elements, or -1. */
long assay_reference_sax(const char *bytes, int count);

/* Appends 4 KiB to a file and waits until they are on the disk: 0, or -1. */
int assay_reference_append(int file);

/* Adds sittings with their steps and the entries of the audit chain to a store that knows the
   content and has no sittings, a batch in one transaction: 0, or SQLite's code. Every sitting is
   another learner's. The rows have the sizes of real ones, and nothing in them is computed. */
int assay_reference_add(const char *store, const unsigned char *content, int sittings, int steps,
                        int batch);

/* Counts who earned which mark at which total in one pass over a byte a mark, and computes of that
   what ours computes, as plain C does: facility, deviation, correlation with the rest and its
   interval's ends, efficiency, upper less lower, effective and intended weight: 0, or -1. A code is a
   place among its item's units, which rise from 0 to what the item gives; the first says that it was
   not asked, and here all were. */
enum { ASSAY_REFERENCE_FIGURES = 9 };
int assay_reference_items(const unsigned char *codes, long learners, int items, const long *units,
                          int stride, double *figures);

#endif
