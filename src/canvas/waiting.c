#include "canvas/waiting.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/process.h"

void waiting_init(struct waiting *waiting)
{
	*waiting = (struct waiting){.said = STRBUF_INIT, .events = VEC_INIT(struct event)};
}

void waiting_release(struct waiting *waiting)
{
	waiting_drop(waiting);
	vec_release(&waiting->events);
	strbuf_release(&waiting->said);
	free(waiting->text);
}

void waiting_put(struct waiting *waiting, const struct event *event)
{
	struct event *kept = vec_push(&waiting->events);

	*kept = *event;
	if (event->text)
		kept->text = mem_strndup(event->text, event->len);
}

bool waiting_take(struct waiting *waiting, struct event *event)
{
	free(waiting->text);
	waiting->text = NULL;
	if (!waiting->events.count)
		return false;
	*event = vec_get(&waiting->events, struct event, 0);
	vec_remove(&waiting->events, 0);
	waiting->text = (char *)event->text;
	return true;
}

size_t waiting_drop(struct waiting *waiting)
{
	struct event event;
	size_t count = 0;

	while (waiting_take(waiting, &event))
		count++;
	return count;
}

void waiting_name(const struct store_wait *wait, const char *name, struct strbuf *out)
{
	struct strbuf program = STRBUF_INIT;

	if (*wait->program)
		strbuf_addstr(&program, wait->program);
	else if (wait->holder)
		process_name(wait->holder, &program);
	if (name)
		strbuf_addstr(out, name);
	else if (program.len)
		strbuf_addf(out, _("%s (process %ld)"), program.text, wait->holder);
	else
		strbuf_addstr(out, _("another program"));
	strbuf_release(&program);
}
