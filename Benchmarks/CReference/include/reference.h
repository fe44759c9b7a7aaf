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

/* Counts who earned which mark at which total in one pass over a byte a mark, where a code is a place
   among its item's units and marks are not below zero; then adds up, item by item, how many were
   asked, their marks, their rests, the squares of both and the products: 0, or -1. */
int assay_reference_items(const unsigned char *codes, long learners, int items, const long *units,
                          int stride, long *sums);

#endif
