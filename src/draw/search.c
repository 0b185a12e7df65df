#include "draw/search.h"

#include "text/needle.h"

void search_init(struct search *search)
{
	*search = (struct search){.needle = STRBUF_INIT, .typed = STRBUF_INIT};
}

void search_release(struct search *search)
{
	strbuf_release(&search->needle);
	strbuf_release(&search->typed);
}

void search_set(struct search *search, const char *text, bool notes)
{
	search_end(search);
	needle_make(&search->needle, text);
	strbuf_addstr(&search->typed, text);
	search->notes = notes;
}

void search_end(struct search *search)
{
	strbuf_reset(&search->needle);
	strbuf_reset(&search->typed);
	search->notes = false;
}

bool search_hits(const struct search *search, const struct veil *veil, const struct sticky *sticky)
{
	const char *note = search->notes && !veil_hides(veil, sticky) ? sticky->note : NULL;

	if (!search->needle.len)
		return false;
	return needle_occurs(search->needle.text, veil_text(veil, sticky)) ||
	       (note && needle_occurs(search->needle.text, note));
}
