/*
 * Fuzz target: what comes over the doorbell, a line from each of five processes in turn, a tenth of a second after each
 * other: sent, and shown; who shows an empty line is gone. Whatever it is, names and texts are clean, places are on the
 * board, and nobody stays who is gone.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "live/presence.h"
#include "live/roster.h"
#include "text/clean.h"

#define PRESENCE_FUZZ_SENDERS 5
#define PRESENCE_FUZZ_PAUSE_MS 100

static bool presence_fuzz_is_place(struct place place)
{
	return place.column >= 1 && place.column <= PLACE_MOST && place.row >= 1 && place.row <= PLACE_MOST;
}

static bool presence_fuzz_is_clean(const char *text)
{
	return *text && clean_is_clean(text, CLEAN_ONE_LINE);
}

/* What one says of themselves is heard as it was said. */
static void presence_fuzz_pass_on(const struct presence_person *person)
{
	struct strbuf text = STRBUF_INIT;
	const struct presence_person *heard;
	const struct doorbell_sender from = {.name = "1", .writes = true};
	struct presence other;

	presence_init(&other);
	presence_say_here(person->name, &person->state, &text);
	if (text.len >= ROSTER_TEXT_BYTES)
		BUG("a line of %zu bytes", text.len);
	if (presence_see(&other, text.text, &from, person->state.sight) != PRESENCE_PEOPLE)
		BUG("“%s” is not taken for what it is", text.text);
	heard = vec_at(&other.people, 0);
	if (!presence_same(&heard->state, &person->state))
		BUG("“%s” is heard as something else", text.text);
	presence_release(&other);
	strbuf_release(&text);
}

static void presence_fuzz_look(const struct presence *presence)
{
	if (presence->people.count > PRESENCE_FUZZ_SENDERS)
		BUG("%zu people from %d processes", presence->people.count, PRESENCE_FUZZ_SENDERS);
	for (size_t i = 0; i < presence->people.count; i++) {
		const struct presence_person *person = vec_at(&presence->people, i);
		const struct presence_state *state = &person->state;

		if (!presence_fuzz_is_clean(person->name))
			BUG("a name that is not clean");
		if (!presence_fuzz_is_place(state->place) || !presence_fuzz_is_place(state->corner) ||
			state->role >= ROLE_COUNT || state->doing >= PRESENCE_DOING_COUNT || state->sticky < 0 ||
			presence_idle_s(state, 0) < 0)
			BUG("somebody is where nobody can be, or does what nobody can do");
		presence_fuzz_pass_on(person);
	}
}

static void presence_fuzz_take(struct presence *presence)
{
	struct presence_call call;

	while (presence_take_call(presence, &call)) {
		if (!presence_fuzz_is_clean(call.name))
			BUG("a call by nobody");
		if (call.type == PRESENCE_SUMMON && !presence_fuzz_is_place(call.place))
			BUG("a summons to nowhere");
		if (call.type == PRESENCE_SAY && !presence_fuzz_is_clean(call.text))
			BUG("a saying that is not clean");
	}
}

/* The line AT is sent by FROM, and shown. */
static void presence_fuzz_take_in(
	struct presence *presence, const char *at, size_t len, const struct doorbell_sender *from, int64_t now)
{
	const struct place_rect sight = {{1, 1}, {9, 9}};
	char *text = mem_strndup(at, len);

	presence_hear(presence, at, len, from, now);
	presence_see(presence, len ? text : NULL, from, sight);
	free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct doorbell_sender senders[PRESENCE_FUZZ_SENDERS] = {{.name = "1", .writes = true},
		{.name = "22", .writes = true}, {.name = "333", .user = 1000}, {.name = ""},
		{.name = "4194304", .user = 1000, .writes = true}};
	const char *at = (const char *)data, *end = at + size;
	struct presence presence;
	int64_t now = 0;

	presence_init(&presence);
	for (int number = 0; at < end; number++, now += PRESENCE_FUZZ_PAUSE_MS) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((stop ? stop : end) - at);

		presence_fuzz_take_in(&presence, at, len, &senders[number % PRESENCE_FUZZ_SENDERS], now);
		presence_fuzz_look(&presence);
		if (number % 7 == 0)
			presence_fuzz_take(&presence);
		at += len + (stop != NULL);
	}
	presence_fuzz_take(&presence);
	for (int i = 0; i < PRESENCE_FUZZ_SENDERS; i++)
		presence_fuzz_take_in(&presence, "", 0, &senders[i], now);
	if (presence.people.count)
		BUG("%zu people stay for ever", presence.people.count);
	presence_release(&presence);
	return 0;
}
