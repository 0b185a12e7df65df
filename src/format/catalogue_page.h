/*
 * catalogue_page: what the file of a thing of the catalogue says, as EventCatalog reads it. Sentences are English in
 * any locale, so that the same board gives the same bytes.
 */
#ifndef FORMAT_CATALOGUE_PAGE_H
#define FORMAT_CATALOGUE_PAGE_H

#include "format/catalogue.h"
#include "format/yaml.h"

/* Fills PAGE, which is new, with what the board says about THING. */
void catalogue_page_make(const struct catalogue *catalogue, const struct catalogue_thing *thing, struct page *page);

#endif
