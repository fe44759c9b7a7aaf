#ifndef ASSAY_CQPDF_SHIM_H
#define ASSAY_CQPDF_SHIM_H

#include <qpdf/qpdf-c.h>

#endif
