/*
 * page_list: a field of a page (page.h) that is a list of things with ids, of which some are the board's and some are
 * people's:
 *
 *	sends:
 *	  - id: order-placed
 *	    version: latest
 */
#ifndef FORMAT_PAGE_LIST_H
#define FORMAT_PAGE_LIST_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "base/vec.h"

struct page_item {
	char *part;  /* the name of the list, a slash, and a hash of the item's id or, without one, of the item */
	char *lines; /* all its lines */
};

struct page_list {
	char *head;       /* the lines above the items, or NULL */
	struct vec items; /* of struct page_item */
	size_t indent;    /* blanks before each item */
};

/* Are LINES, of the field NAME, such a list, perhaps an empty one? */
bool page_list_is(const char *name, const char *lines);

/* Divides LINES of the field NAME; NULL is an empty list. */
void page_list_init(struct page_list *list, const char *name, const char *lines);
void page_list_release(struct page_list *list);

/* The item that is PART, or NULL. */
const struct page_item *page_list_find(const struct page_list *list, const char *part);

/* Appends the lines of an item that has HAS blanks before it, with WANTS instead. */
void page_list_put(const char *lines, size_t has, size_t wants, struct strbuf *out);

#endif
