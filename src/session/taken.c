#include "session/taken.h"

#include "base/i18n.h"
#include "session/action_text.h"
#include "session/touched.h"

void taken_init(struct taken *taken)
{
	*taken = (struct taken){.text = STRBUF_INIT};
}

void taken_release(struct taken *taken)
{
	strbuf_release(&taken->text);
}

void taken_reset(struct taken *taken)
{
	strbuf_reset(&taken->text);
	taken->count = 0;
}

void taken_begin(struct taken *taken, const struct board *board, const struct action *done)
{
	if (taken->count)
		return;
	strbuf_reset(&taken->text);
	action_text_deed(board, done, &taken->text);
}

void taken_end(struct taken *taken, const struct board *board, const struct action *action)
{
	struct touched touched;

	if (action->kind == ACTION_DO)
		return;
	taken->again = action->kind == ACTION_REDO;
	if (taken->again && !taken->count) {
		strbuf_reset(&taken->text);
		action_text_deed(board, action, &taken->text);
	}
	taken->leads = action_leads(action);
	taken->moot = (!taken->count || taken->moot) && !action_first(action);
	taken->count++;
	touched_init(&touched);
	touched_read(&touched, board, action);
	taken->place = touched.place;
	touched_release(&touched);
}

void taken_format(const struct taken *taken, struct strbuf *out)
{
	if (taken->moot)
		strbuf_addstr(out, taken->again ? _("nothing was redone") : _("nothing was undone"));
	else if (taken->again)
		strbuf_addf(out, taken->leads ? _("redone, for everybody: %s") : _("redone: %s"), taken->text.text);
	else
		strbuf_addf(out, taken->leads ? _("undone, for everybody: %s") : _("undone: %s"), taken->text.text);
	if (taken->count > 1 && !taken->moot)
		strbuf_addf(out,
			ngettext(", and %zu action more", ", and %zu actions more", (unsigned long)taken->count - 1),
			taken->count - 1);
}
