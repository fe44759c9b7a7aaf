#ifndef ASSAY_CPANGO_SHIM_H
#define ASSAY_CPANGO_SHIM_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* Macros with casts do not reach Swift. */
static inline void assay_unref(void *object) { g_object_unref(object); }

#endif
