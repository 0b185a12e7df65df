#include "ui/attention.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/company.h"
#include "ui/desk.h"
#include "ui/map_mode.h"

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
		free(*(char **)vec_at(&attention->said, 0));
		vec_remove(&attention->said, 0);
	}
	strbuf_addf(&line, "%s: %s", name, text);
	*(char **)vec_push(&attention->said) = strbuf_detach(&line);
	attention->said_ms = clock_span_ms();
}

/* Is the person of this desk going about the canvas, so that their view may move? */
static bool attention_is_free(const struct desk *desk)
{
	return !canvas_has_selection(&desk->canvas) && !desk->keys_count && !desk->drag.pressed &&
	       (desk->mode == &canvas_mode || desk->mode == &details_mode);
}

/* Are they reading something that can be put away, if it is for a summons? */
static bool attention_is_reading(const struct desk *desk)
{
	const struct mode *mode = desk->mode;

	return mode == &help_mode || mode == &outline_mode || mode == &people_mode || mode == &people_leader_mode ||
	       (mode == &map_mode && !desk->map.source && !desk->map.pressed);
}

static void attention_go(struct desk *desk, struct place place)
{
	if (desk->mode != &details_mode)
		desk_settle(desk, &canvas_mode);
	canvas_go(&desk->canvas, place);
	desk->attention.led = place;
}

static void attention_summon(struct desk *desk, const struct presence_call *call)
{
	struct attention *attention = &desk->attention;

	memcpy(attention->summoner, call->name, sizeof(attention->summoner));
	attention->summon = call->place;
	if (!attention_is_free(desk) && !attention_is_reading(desk))
		attention_say(attention, call->name, _("come here! You go there when you are done."));
}

static void attention_show(struct desk *desk, const struct presence_call *call)
{
	struct attention *attention = &desk->attention;
	const struct sticky *sticky = board_sticky(desk_board(desk), call->sticky);
	char text[80];

	if (!sticky)
		return;
	memcpy(attention->shower, call->name, sizeof(attention->shower));
	attention->shown = call->sticky;
	attention->shown_ms = clock_span_ms();
	snprintf(text, sizeof(text), _("look at column %d, row %d"), (int)sticky->place.column,
		(int)sticky->place.row);
	if (!place_rect_holds(viewport_slots(&desk->canvas.viewport), sticky->place))
		attention_say(attention, call->name, text);
}

void attention_hear(struct desk *desk, const struct presence_call *call)
{
	if (call->type == PRESENCE_SUMMON)
		attention_summon(desk, call);
	else if (call->type == PRESENCE_SPOTLIGHT)
		attention_show(desk, call);
	else
		attention_say(&desk->attention, call->name, call->text);
}

static void attention_follow(struct desk *desk)
{
	struct attention *attention = &desk->attention;
	const struct presence_person *person = company_find(desk->company, attention->follow);

	if (!person) {
		desk_say(desk, _("%s has left; you follow nobody now"), attention->follow);
		attention->follow[0] = '\0';
	} else if (!place_equal(person->state.place, attention->led) && attention_is_free(desk)) {
		attention_go(desk, person->state.place);
	}
}

void attention_lead(struct desk *desk)
{
	struct attention *attention = &desk->attention;

	if (attention->summoner[0] && (attention_is_free(desk) || attention_is_reading(desk))) {
		attention_go(desk, attention->summon);
		desk_say(desk, _("%s has called everybody here"), attention->summoner);
		attention->summoner[0] = '\0';
	}
	if (attention->follow[0] && desk->company)
		attention_follow(desk);
}

void attention_act(struct desk *desk, struct place before)
{
	struct attention *attention = &desk->attention;

	if (attention->said_ms && clock_span_ms() - attention->said_ms >= ATTENTION_READ_MS)
		attention->said_ms = 0;
	if (attention->follow[0] && !place_equal(desk->canvas.cursor, before) &&
		!place_equal(desk->canvas.cursor, attention->led)) {
		desk_say(desk, _("you have moved and follow %s no longer"), attention->follow);
		attention->follow[0] = '\0';
	}
}

const char *attention_said(const struct attention *attention)
{
	return attention->said_ms && attention->said.count ? *(char **)vec_last(&attention->said) : NULL;
}

int64_t attention_shown(const struct attention *attention)
{
	return attention->shown && clock_span_ms() - attention->shown_ms < ATTENTION_SHOW_MS
		       ? attention->shown : 0;
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
