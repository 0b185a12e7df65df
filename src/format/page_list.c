#include "format/page_list.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/page_text.h"

/* The fields whose items are told apart by their ids; those of others are read as one. */
static const char *const page_list_names[] = {"services", "flows", "sends", "receives", "dictionary"};

/* The blanks before the first item, or -1. */
static int page_list_indent(const char *lines)
{
	for (size_t at = page_text_line(lines); lines[at]; at += page_text_line(lines + at)) {
		size_t indent = strspn(lines + at, " ");

		if (lines[at + indent] == '-')
			return (int)indent;
		if (!strchr("#\r\n", lines[at + indent]))
			return -1;
	}
	return -1;
}

bool page_list_is(const char *name, const char *lines)
{
	struct strbuf value = STRBUF_INIT;
	bool listed = false, empty;

	for (size_t i = 0; i < ARRAY_SIZE(page_list_names); i++)
		listed |= !strcmp(page_list_names[i], name);
	/* An empty one with a comment is people's. */
	empty = page_text_value(lines, &value) && (!value.len || !strcmp(value.text, "[]")) && !strchr(lines, '#');
	strbuf_release(&value);
	return listed && (empty || page_list_indent(lines) >= 0);
}

/* The id of the item with LINES, or all of it. */
static void page_list_id(const char *lines, size_t indent, struct strbuf *id)
{
	size_t inside = indent + 1 + strspn(lines + indent + 1, " ");

	for (size_t at = 0, len; lines[at]; at += len) {
		struct strbuf name = STRBUF_INIT;
		bool is_id;

		len = page_text_line(lines + at);
		is_id = len > inside && strspn(lines + at, " ") >= (at ? inside : indent) &&
			page_text_name(lines + at + inside, len - inside, &name) && !strcmp(name.text, "id");
		strbuf_release(&name);
		if (is_id) {
			struct strbuf line = STRBUF_INIT;

			strbuf_add(&line, lines + at + inside, len - inside);
			page_text_value(line.text, id);
			strbuf_release(&line);
			return;
		}
	}
	strbuf_addstr(id, lines);
}

static void page_list_add(struct page_list *list, const char *name, const char *lines)
{
	struct page_item *item = vec_push(&list->items);
	struct strbuf id = STRBUF_INIT, part = STRBUF_INIT;

	page_list_id(lines, list->indent, &id);
	strbuf_addf(&part, "%s/", name);
	page_text_hash(&part, id.text);
	item->part = strbuf_detach(&part);
	item->lines = mem_strdup(lines);
	strbuf_release(&id);
}

void page_list_init(struct page_list *list, const char *name, const char *lines)
{
	struct strbuf item = STRBUF_INIT;
	int indent = lines ? page_list_indent(lines) : -1;

	*list = (struct page_list){.items = VEC_INIT(struct page_item), .indent = indent < 0 ? 0 : (size_t)indent};
	for (size_t at = 0, len; indent >= 0 && lines[at]; at += len) {
		len = page_text_line(lines + at);
		if (at && strspn(lines + at, " ") == list->indent && lines[at + list->indent] == '-') {
			if (list->head)
				page_list_add(list, name, item.text);
			else
				list->head = mem_strdup(item.text);
			strbuf_reset(&item);
		}
		strbuf_add(&item, lines + at, len);
	}
	if (item.len)
		page_list_add(list, name, item.text);
	strbuf_release(&item);
}

void page_list_release(struct page_list *list)
{
	for (size_t i = 0; i < list->items.count; i++) {
		struct page_item *item = vec_at(&list->items, i);

		free(item->part);
		free(item->lines);
	}
	vec_release(&list->items);
	free(list->head);
}

const struct page_item *page_list_find(const struct page_list *list, const char *part)
{
	for (size_t i = 0; i < list->items.count; i++) {
		const struct page_item *item = vec_at(&list->items, i);

		if (!strcmp(item->part, part))
			return item;
	}
	return NULL;
}

void page_list_put(const char *lines, size_t has, size_t wants, struct strbuf *out)
{
	for (size_t at = 0, len; lines[at]; at += len) {
		size_t blanks = strspn(lines + at, " ");

		len = page_text_line(lines + at);
		blanks = blanks < has ? blanks : has;
		strbuf_addf(out, "%*s", (int)wants, "");
		strbuf_add(out, lines + at + blanks, len - blanks);
	}
}
