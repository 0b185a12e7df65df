#include "store/whereabouts.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"

void whereabouts_release(struct whereabouts *whereabouts)
{
	strbuf_release(&whereabouts->now);
}

void whereabouts_copy(struct whereabouts *to, const struct whereabouts *from)
{
	to->fate = from->fate;
	to->number = from->number;
	strbuf_reset(&to->now);
	strbuf_add(&to->now, from->now.text, from->now.len);
}

bool whereabouts_same(const struct whereabouts *a, const struct whereabouts *b)
{
	return a->fate == b->fate && a->number == b->number && !strcmp(a->now.text, b->now.text);
}

bool whereabouts_is_lost(const struct whereabouts *whereabouts)
{
	switch (whereabouts->fate) {
	case WHEREABOUTS_HERE: return false;
	case WHEREABOUTS_MOVED:
	case WHEREABOUTS_REPLACED: return !whereabouts->now.len;
	default: return true;
	}
}

void whereabouts_say(const struct whereabouts *whereabouts, struct strbuf *out)
{
	struct strbuf now = STRBUF_INIT;

	clean_for_display(&now, whereabouts->now.text, whereabouts->now.len);
	switch (whereabouts->fate) {
	case WHEREABOUTS_HERE: BUG("nothing to say of a file that is in its place");
	case WHEREABOUTS_MOVED:
		if (now.len)
			strbuf_addf(out, _("the file was moved to %s"), now.text);
		else
			strbuf_addstr(out, _("the file was moved to a place that cannot be seen from here"));
		break;
	case WHEREABOUTS_REMOVED: strbuf_addstr(out, _("the file was removed")); break;
	case WHEREABOUTS_REPLACED:
		if (now.len)
			strbuf_addf(out, _("another file has its name; this board is in %s"), now.text);
		else
			strbuf_addstr(out, _("the file was replaced by another board or an older copy"));
		break;
	case WHEREABOUTS_OVERWRITTEN:
		strbuf_addstr(out, _("the file was overwritten with another board or an older copy"));
		break;
	case WHEREABOUTS_UNREACHABLE:
		strbuf_addf(out, _("the file cannot be reached: %s"), strerror(whereabouts->number));
		break;
	}
	strbuf_release(&now);
}

int whereabouts_refuse(const struct whereabouts *whereabouts, const char *shown, struct error *err)
{
	struct strbuf sentence = STRBUF_INIT;

	whereabouts_say(whereabouts, &sentence);
	error_set(err, ERROR_SYSTEM, _("%s: %s; nothing was changed"), shown, sentence.text);
	strbuf_release(&sentence);
	return ERROR_SYSTEM;
}
