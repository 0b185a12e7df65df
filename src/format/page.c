#include "format/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/page_list.h"
#include "format/page_text.h"
#include "format/quoted.h"

#define PAGE_FENCE "---"
#define PAGE_DEPRECATED "deprecated"

/* Fields without which a file is no use. */
static const char *const page_needed[] = {"id", "name", "version"};

void page_init(struct page *page)
{
	*page = (struct page){.parts = VEC_INIT(struct page_part), .seals = VEC_INIT(struct page_seal)};
}

void page_release(struct page *page)
{
	for (size_t i = 0; i < page->parts.count; i++) {
		struct page_part *part = vec_at(&page->parts, i);

		free(part->name);
		free(part->lines);
	}
	for (size_t i = 0; i < page->seals.count; i++) {
		struct page_seal *seal = vec_at(&page->seals, i);

		free(seal->part);
		free(seal->hash);
	}
	vec_release(&page->parts);
	vec_release(&page->seals);
	free(page->above);
	free(page->own);
	free(page->below);
	free(page->subject);
}

static const struct page_part *page_part(const struct page *page, const char *name)
{
	for (size_t i = 0; i < page->parts.count; i++) {
		const struct page_part *part = vec_at(&page->parts, i);

		if (!strcmp(part->name, name))
			return part;
	}
	return NULL;
}

/* The hash of PART when it was written, or NULL. */
static const char *page_sealed(const struct page *page, const char *part)
{
	for (size_t i = 0; i < page->seals.count; i++) {
		const struct page_seal *seal = vec_at(&page->seals, i);

		if (!strcmp(seal->part, part))
			return seal->hash;
	}
	return NULL;
}

/* Is TEXT what was written as PART? */
static bool page_is_ours(const struct page *page, const char *part, const char *text)
{
	const char *sealed = page_sealed(page, part);
	struct strbuf hash = STRBUF_INIT;
	bool ours;

	page_text_hash(&hash, text);
	ours = sealed && !strcmp(sealed, hash.text);
	strbuf_release(&hash);
	return ours;
}

/* Reads the mark "SUBJECT,PART=HASH,...". */
static void page_read_mark(struct page *page)
{
	struct strbuf mark = STRBUF_INIT;
	char *rest, *word;

	if (page_value(page, PAGE_MARK, &mark) && mark.len) {
		rest = mark.text;
		page->subject = mem_strdup(strsep(&rest, ","));
		while ((word = strsep(&rest, ","))) {
			char *hash = strchr(word, '=');

			if (!hash)
				continue;
			*hash++ = '\0';
			vec_add(&page->seals, struct page_seal) =
				(struct page_seal){mem_strdup(word), mem_strdup(hash)};
		}
	}
	strbuf_release(&mark);
}

/* Divides the fields; *AT is behind the line that opens them. False if no line closes them. */
static bool page_read_fields(struct page *page, const char *text, size_t *at)
{
	struct strbuf lines = STRBUF_INIT, name = STRBUF_INIT, next = STRBUF_INIT;
	bool closed = false;

	while (text[*at] && !closed) {
		size_t len = page_text_line(text + *at);

		closed = page_text_is(text + *at, len, PAGE_FENCE);
		strbuf_reset(&next);
		if (closed || page_text_name(text + *at, len, &next)) {
			if (lines.len)
				vec_add(&page->parts, struct page_part) =
					(struct page_part){mem_strdup(name.text), mem_strdup(lines.text)};
			strbuf_reset(&lines);
			strbuf_reset(&name);
			strbuf_addstr(&name, next.text);
		}
		strbuf_add(&lines, text + *at, len);
		*at += len;
	}
	strbuf_release(&lines);
	strbuf_release(&name);
	strbuf_release(&next);
	return closed;
}

/* Divides the text below the fields. */
static void page_read_text(struct page *page, const char *text)
{
	struct strbuf above = STRBUF_INIT, own = STRBUF_INIT, below = STRBUF_INIT;
	enum { ABOVE, OWN, BELOW } where = ABOVE;

	for (size_t at = 0, len; text[at]; at += len) {
		len = page_text_line(text + at);
		if (where == ABOVE && page_text_is(text + at, len, PAGE_BEGIN))
			where = OWN;
		else if (where == OWN && page_text_is(text + at, len, PAGE_END))
			where = BELOW;
		else
			strbuf_add(where == ABOVE ? &above : where == OWN ? &own : &below, text + at, len);
	}
	/* A part that nobody closed is people's. */
	if (where == OWN)
		strbuf_addf(&above, "%s\n%s", PAGE_BEGIN, own.text);
	page->above = strbuf_detach(&above);
	page->own = where == BELOW ? mem_strdup(own.text) : NULL;
	page->below = strbuf_detach(&below);
	strbuf_release(&own);
}

bool page_read(struct page *page, const char *text)
{
	size_t at = !strncmp(text, "\xef\xbb\xbf", 3) ? 3 : 0, len = page_text_line(text + at);

	if (!page_text_is(text + at, len, PAGE_FENCE))
		return false;
	at += len;
	if (!page_read_fields(page, text, &at))
		return false;
	page_read_text(page, text + at);
	page_read_mark(page);
	return true;
}

bool page_value(const struct page *page, const char *name, struct strbuf *out)
{
	const struct page_part *part = page_part(page, name);

	return part && page_text_value(part->lines, out);
}

/* A file being written. */
struct page_work {
	const struct page *fresh, *old; /* `old` may be NULL */
	struct strbuf *out;
};

/* Appends what becomes of the items of HAD, which is in the file, when the board has HAVE. */
static void page_write_items(
	const struct page_work *work, const struct page_list *had, const struct page_list *have, struct strbuf *out)
{
	for (size_t i = 0; i < had->items.count; i++) {
		const struct page_item *item = vec_at(&had->items, i), *now = page_list_find(have, item->part);

		if (!page_is_ours(work->old, item->part, item->lines))
			strbuf_addstr(out, item->lines);
		else if (now)
			page_list_put(now->lines, have->indent, had->indent, out);
	}
	for (size_t i = 0; i < have->items.count; i++) {
		const struct page_item *item = vec_at(&have->items, i);

		if (!page_list_find(had, item->part) && !(work->old && page_sealed(work->old, item->part)))
			page_list_put(item->lines, have->indent, had->head ? had->indent : have->indent, out);
	}
}

/* Writes what becomes of a list: OLD and FRESH are what it was and would be, or NULL. */
static void page_write_list(
	const struct page_work *work, const char *name, const struct page_part *old, const struct page_part *fresh)
{
	struct strbuf items = STRBUF_INIT;
	struct page_list had, have;

	page_list_init(&had, name, old ? old->lines : NULL);
	page_list_init(&have, name, fresh ? fresh->lines : NULL);
	page_write_items(work, &had, &have, &items);
	if (items.len)
		strbuf_addf(work->out, "%s%s", had.head ? had.head : have.head, items.text);
	else if (had.head && strchr(had.head, '#'))
		strbuf_addf(work->out, "%s: []\n%s", name, strchr(had.head, '#'));
	page_list_release(&had);
	page_list_release(&have);
	strbuf_release(&items);
}

/* Are the lines of one, and of the other unless it is NULL, those of a list whose items have ids? */
static bool page_are_lists(const struct page_part *one, const struct page_part *other)
{
	return one && page_list_is(one->name, one->lines) && (!other || page_list_is(other->name, other->lines));
}

/* Writes what becomes of a field that OLD has. */
static void page_write_old(const struct page_work *work, const struct page_part *old)
{
	const struct page_part *fresh = page_part(work->fresh, old->name);

	if (!strcmp(old->name, PAGE_MARK))
		return;
	if (page_are_lists(old, fresh))
		page_write_list(work, old->name, old, fresh);
	else if (!page_is_ours(work->old, old->name, old->lines))
		strbuf_addstr(work->out, old->lines);
	else if (fresh)
		strbuf_addstr(work->out, fresh->lines);
}

static bool page_is_needed(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(page_needed); i++)
		if (!strcmp(page_needed[i], name))
			return true;
	return false;
}

static void page_write_fields(const struct page_work *work)
{
	for (size_t i = 0; work->old && i < work->old->parts.count; i++)
		page_write_old(work, vec_at(&work->old->parts, i));
	for (size_t i = 0; i < work->fresh->parts.count; i++) {
		const struct page_part *fresh = vec_at(&work->fresh->parts, i);

		if (work->old && page_part(work->old, fresh->name))
			continue;
		if (page_are_lists(fresh, NULL))
			page_write_list(work, fresh->name, NULL, fresh);
		else if (!work->old || !page_sealed(work->old, fresh->name) || page_is_needed(fresh->name))
			strbuf_addstr(work->out, fresh->lines);
	}
}

static void page_seal(struct strbuf *mark, const char *part, const char *text)
{
	strbuf_addf(mark, ",%s=", part);
	page_text_hash(mark, text);
}

/* Appends the seals of all parts of FRESH. */
static void page_seal_all(const struct page *fresh, struct strbuf *mark)
{
	for (size_t i = 0; i < fresh->parts.count; i++) {
		const struct page_part *part = vec_at(&fresh->parts, i);
		struct page_list list;

		if (!page_list_is(part->name, part->lines)) {
			page_seal(mark, part->name, part->lines);
			continue;
		}
		page_list_init(&list, part->name, part->lines);
		for (size_t k = 0; k < list.items.count; k++) {
			const struct page_item *item = vec_at(&list.items, k);

			page_seal(mark, item->part, item->lines);
		}
		page_list_release(&list);
	}
	if (fresh->own)
		page_seal(mark, "", fresh->own);
}

static void page_write_mark(const char *mark, struct strbuf *out)
{
	strbuf_addstr(out, PAGE_MARK ": ");
	quoted_text(out, mark);
	strbuf_addch(out, '\n');
}

static void page_write_text(const struct page_work *work)
{
	const struct page *fresh = work->fresh, *old = work->old;
	const char *own = fresh->own;

	/* Where the board's part has been taken out, it stays out. */
	if (old && !old->own && page_sealed(old, ""))
		own = NULL;
	else if (old && old->own && !page_is_ours(old, "", old->own))
		own = old->own;
	strbuf_addstr(work->out, old ? old->above : fresh->above);
	if (own)
		strbuf_addf(work->out, "%s\n%s%s\n", PAGE_BEGIN, own, PAGE_END);
	strbuf_addstr(work->out, old ? old->below : fresh->below);
}

void page_write(const struct page *fresh, const struct page *old, const char *subject, struct strbuf *out)
{
	struct page_work work = {fresh, old, out};
	struct strbuf mark = STRBUF_INIT;

	strbuf_addstr(&mark, subject);
	page_seal_all(fresh, &mark);
	strbuf_addstr(out, PAGE_FENCE "\n");
	page_write_fields(&work);
	page_write_mark(mark.text, out);
	strbuf_addstr(out, PAGE_FENCE "\n");
	page_write_text(&work);
	strbuf_release(&mark);
}

void page_deprecate(const struct page *old, const char *message, struct strbuf *out)
{
	struct strbuf mark = STRBUF_INIT, field = STRBUF_INIT;

	page_value(old, PAGE_MARK, &mark);
	if (!page_part(old, PAGE_DEPRECATED) && !page_sealed(old, PAGE_DEPRECATED)) {
		strbuf_addstr(&field, PAGE_DEPRECATED ":\n  message: ");
		quoted_text(&field, message);
		strbuf_addch(&field, '\n');
		page_seal(&mark, PAGE_DEPRECATED, field.text);
	}
	strbuf_addstr(out, PAGE_FENCE "\n");
	for (size_t i = 0; i < old->parts.count; i++) {
		const struct page_part *part = vec_at(&old->parts, i);

		if (strcmp(part->name, PAGE_MARK) != 0)
			strbuf_addstr(out, part->lines);
	}
	strbuf_addstr(out, field.text);
	page_write_mark(mark.text, out);
	strbuf_addf(out, PAGE_FENCE "\n%s", old->above);
	if (old->own)
		strbuf_addf(out, "%s\n%s%s\n", PAGE_BEGIN, old->own, PAGE_END);
	strbuf_addstr(out, old->below);
	strbuf_release(&mark);
	strbuf_release(&field);
}
