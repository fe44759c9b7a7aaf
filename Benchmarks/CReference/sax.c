#include "reference.h"

#include <libxml/parser.h>

static void count_element(void *elements, const xmlChar *name, const xmlChar *prefix,
                          const xmlChar *uri, int namespaces, const xmlChar **namespace_list,
                          int attributes, int defaulted, const xmlChar **attribute_list) {
    *(long *)elements += 1;
}

static void end_element(void *elements, const xmlChar *name, const xmlChar *prefix,
                        const xmlChar *uri) {}

static void pass_over(void *elements, const xmlChar *text, int count) {}

long assay_reference_sax(const char *bytes, int count) {
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = count_element,
        .endElementNs = end_element,
        .characters = pass_over,
        .ignorableWhitespace = pass_over,
        .cdataBlock = pass_over,
    };
    const int piece = 64 << 10;
    long elements = 0;
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, &elements, NULL, 0, NULL);
    if (parser == NULL) return -1;
    for (int at = 0; at < count; at += piece)
        xmlParseChunk(parser, bytes + at, count - at < piece ? count - at : piece, 0);
    xmlParseChunk(parser, bytes, 0, 1);
    int is_whole = parser->wellFormed;
    xmlFreeParserCtxt(parser);
    return is_whole ? elements : -1;
}
