#include "canvas/attention.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "session/peers.h"
#include "canvas/canvas.h"
#include "shell/away.h"

void attention_init(struct attention *attention)
{
	*attention = (struct attention){0};
	vec_init(&attention->said, sizeof(char *));
}

void attention_release(struct attention *attention)
{
	vec_release_strings(&attention->said);
}

static void attention_say(struct attention *attention, const char *name, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	if (attention->said.count >= ATTENTION_SAID_MOST) {
		free(vec_get(&attention->said, char *, 0));
		vec_remove(&attention->said, 0);
	}
	strbuf_addf(&line, "%s: %s", name, text);
	vec_add(&attention->said, char *) = strbuf_detach(&line);
	attention->said_ms = clock_span_ms();
}

/* Is the user just moving about the canvas, so that their view may move? */
static bool attention_is_free(const struct shell *shell)
{
	return !boardview_has_selection(&canvas_of(shell)->view) && !shell->keys.count && !shell->pressed &&
	       shell_top(shell)->calm == MODE_FREE;
}

/* Are they reading something that may be closed for a summons? */
static bool attention_is_reading(const struct shell *shell)
{
	return shell_top(shell)->calm == MODE_READING && !shell->pressed;
}

static void attention_go(struct shell *shell, struct place place)
{
	if (shell_top(shell)->calm != MODE_FREE)
		shell_open(shell, shell_lowest(shell));
	boardview_go(&canvas_of(shell)->view, place);
	canvas_of(shell)->attention.led = place;
}

static void attention_summon(struct shell *shell, const struct presence_call *call)
{
	struct attention *attention = &canvas_of(shell)->attention;

	memcpy(attention->summoner, call->name, sizeof(attention->summoner));
	attention->summon = call->place;
	if (!attention_is_free(shell) && !attention_is_reading(shell))
		attention_say(attention, call->name, _("come here! You will go there when you are done."));
}

static void attention_show(struct shell *shell, const struct presence_call *call)
{
	struct attention *attention = &canvas_of(shell)->attention;
	const struct sticky *sticky = board_sticky(shell_board(shell), call->sticky);
	char text[80];

	if (!sticky)
		return;
	memcpy(attention->presenter, call->name, sizeof(attention->presenter));
	attention->shown = call->sticky;
	attention->shown_ms = clock_span_ms();
	snprintf(text, sizeof(text), _("look at column %d, row %d"), (int)sticky->place.column, (int)sticky->place.row);
	if (!place_rect_holds(viewport_slots(&canvas_of(shell)->view.viewport), sticky->place))
		attention_say(attention, call->name, text);
}

void attention_hear(struct shell *shell, const struct presence_call *call)
{
	if (call->type == PRESENCE_SUMMON)
		attention_summon(shell, call);
	else if (call->type == PRESENCE_SPOTLIGHT)
		attention_show(shell, call);
	else
		attention_say(&canvas_of(shell)->attention, call->name, call->text);
	if (call->type == PRESENCE_SAY && away_is(shell)) /* the notice about the file covers that line */
		shell_say(shell, "%s: %s", call->name, call->text);
}

static void attention_follow(struct shell *shell)
{
	struct attention *attention = &canvas_of(shell)->attention;
	const struct presence_person *person = peers_find(canvas_of(shell)->peers, attention->follow);

	if (!person) {
		shell_say(shell, _("%s has left; you follow nobody now"), attention->follow);
		attention->follow[0] = '\0';
	} else if (!place_equal(person->state.place, attention->led) && attention_is_free(shell)) {
		attention_go(shell, person->state.place);
	}
}

void attention_lead(struct shell *shell)
{
	struct attention *attention = &canvas_of(shell)->attention;

	if (attention->summoner[0] && (attention_is_free(shell) || attention_is_reading(shell))) {
		attention_go(shell, attention->summon);
		shell_say(shell, _("%s called everybody here"), attention->summoner);
		attention->summoner[0] = '\0';
	}
	if (attention->follow[0] && canvas_of(shell)->peers)
		attention_follow(shell);
}

void attention_act(struct shell *shell, struct place before)
{
	struct attention *attention = &canvas_of(shell)->attention;

	if (attention->said_ms && clock_span_ms() - attention->said_ms >= ATTENTION_READ_MS)
		attention->said_ms = 0;
	if (attention->follow[0] && !place_equal(canvas_of(shell)->view.cursor, before) &&
		!place_equal(canvas_of(shell)->view.cursor, attention->led)) {
		shell_say(shell, _("you moved and no longer follow %s"), attention->follow);
		attention->follow[0] = '\0';
	}
}

const char *attention_said(const struct attention *attention)
{
	return attention->said_ms && attention->said.count ? vec_end(&attention->said, char *) : NULL;
}

int64_t attention_shown(const struct attention *attention)
{
	return attention->shown && clock_span_ms() - attention->shown_ms < ATTENTION_SHOW_MS ? attention->shown : 0;
}

bool attention_is_bright(const struct attention *attention)
{
	return (clock_span_ms() - attention->shown_ms) / ATTENTION_PULSE_MS % 2 == 0;
}

int attention_next_ms(const struct attention *attention)
{
	int64_t since = clock_span_ms() - attention->shown_ms;

	if (!attention_shown(attention))
		return -1;
	return ATTENTION_PULSE_MS - (int)(since % ATTENTION_PULSE_MS);
}
