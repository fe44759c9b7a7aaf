#ifndef ASSAY_CLIBXML2_SHIM_H
#define ASSAY_CLIBXML2_SHIM_H

/* Debian's libxml2 brings in the headers of ICU, whose types clash with those of the copy within
   Foundation. Only the struct of an encoding handler has members of it, and we use none. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <libxml/relaxng.h>

/* Macros do not reach Swift. */
static const unsigned int assay_sax2_magic = XML_SAX2_MAGIC;
static inline const char *assay_xml_version(void) { return xmlParserVersion; }

#endif
