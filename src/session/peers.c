#include "session/peers.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "draw/scene_board.h"

/* The others are told of a moving cursor at most this often. */
#define PEERS_PAUSE_MS 100

/* How often in all to send what some had no room for. */
#define PEERS_TRIES 4

/* People who came at the same time must not all speak at the same time, since nobody can listen that fast. So some
 * speak earlier. */
#define PEERS_SPREAD_MS 400

/* How many messages are handled before keys get their turn. */
#define PEERS_AT_ONCE 200

static void peers_ring(struct peers *peers, struct strbuf *text)
{
	if (peers->bell)
		doorbell_ring(peers->bell, text->text, text->len);
	strbuf_release(text);
}

static void peers_say(struct peers *peers, const struct presence_state *state)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(peers->name.text, state, &text);
	peers_ring(peers, &text);
	peers->owes = false;
	peers->told = *state;
	peers->told_ms = clock_span_ms();
	peers->tries = peers->bell && doorbell_missed(peers->bell) ? peers->tries - 1 : 0;
}

/* Starts to listen, if possible. */
static void peers_hang(struct peers *peers)
{
	if (peers->fd < 0 && peers->bell)
		peers->fd = doorbell_listen(peers->bell);
	peers->reach = peers->bell ? doorbell_reach(peers->bell) : DOORBELL_NOBODY;
}

void peers_init(struct peers *peers, struct doorbell *bell, const char *name, const struct presence_state *state)
{
	*peers = (struct peers){.bell = bell, .fd = -1, .beat_ms = PRESENCE_BEAT_MS - getpid() % PEERS_SPREAD_MS};
	peers_hang(peers);
	presence_init(&peers->presence);
	strbuf_init(&peers->name);
	strbuf_addstr(&peers->name, name);
	peers_say(peers, state);
}

void peers_meet(struct peers *peers, const struct presence_state *state)
{
	presence_release(&peers->presence);
	presence_init(&peers->presence);
	peers_say(peers, state);
}

void peers_release(struct peers *peers)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_gone(&text); /* this rings for everything done so far */
	peers_ring(peers, &text);
	presence_release(&peers->presence);
	strbuf_release(&peers->name);
}

/* Somebody came: tells only them, since all others know already. */
static void peers_greet(struct peers *peers, const char *from)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(peers->name.text, &peers->told, &text);
	doorbell_answer(peers->bell, from, text.text, text.len);
	strbuf_release(&text);
}

bool peers_must_look(const struct peers *peers)
{
	return peers->fd < 0 || peers->reach == DOORBELL_SOME;
}

bool peers_look(struct peers *peers, bool news)
{
	bool unrung = peers->unrung, silent = peers->fd < 0;

	peers->unrung = news; /* a late ring clears it */
	peers_hang(peers);
	if (silent && peers->fd >= 0)
		peers_say(peers, &peers->told);
	return unrung;
}

bool peers_hear(struct peers *peers, bool *news)
{
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	int came = 0;
	size_t len;

	while (peers->fd >= 0 && came < PEERS_AT_ONCE && doorbell_read(peers->bell, bytes, &len, &from)) {
		unsigned heard = presence_hear(&peers->presence, bytes, len, &from, clock_span_ms());

		if (heard & (PRESENCE_NEW | PRESENCE_WHO))
			peers_greet(peers, from.name);
		*news |= heard & ~(unsigned)(PRESENCE_LOG | PRESENCE_WHO);
		came++;
	}
	*news |= presence_expire(&peers->presence, clock_span_ms());
	peers->unrung = peers->unrung && !came;
	return came;
}

int peers_next_ms(const struct peers *peers, const struct presence_state *state)
{
	bool same = presence_same(state, &peers->told);
	int64_t since = clock_span_ms() - (same ? peers->told_ms : peers->news_ms);
	int64_t beat = peers->beat_ms * (int64_t)presence_slowness(peers->presence.people.count);
	int64_t again = PEERS_PAUSE_MS * (int64_t)presence_slowness(peers->presence.people.count);
	int64_t wait = !same ? PEERS_PAUSE_MS : peers->tries > 0 ? again : beat;

	if (peers->owes)
		return 0;
	if (peers->fd < 0 || !peers->presence.people.count)
		return -1;
	return since >= wait ? 0 : (int)(wait - since);
}

void peers_owe(struct peers *peers)
{
	peers->owes = true;
}

void peers_tell(struct peers *peers, const struct presence_state *state)
{
	if (peers_next_ms(peers, state) != 0)
		return;
	if (!presence_same(state, &peers->told)) {
		peers->news_ms = clock_span_ms();
		peers->tries = PEERS_TRIES;
	}
	peers_say(peers, state);
}

void peers_call(struct peers *peers, const struct presence_call *call)
{
	struct strbuf text = STRBUF_INIT;

	peers_say(peers, &peers->told); /* so that listeners know who calls */
	presence_say_call(call, &text);
	peers_ring(peers, &text);
}

const struct presence_person *peers_find(const struct peers *peers, const char *name)
{
	for (size_t i = 0; i < peers->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&peers->presence.people, i);

		if (!strcmp(person->name, name))
			return person;
	}
	return NULL;
}

const char *peers_of_process(const struct peers *peers, long pid)
{
	char from[DOORBELL_NAME_BYTES];

	snprintf(from, sizeof(from), "%ld", pid);
	for (size_t i = 0; i < peers->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&peers->presence.people, i);

		if (!strcmp(person->from, from))
			return person->name;
	}
	return NULL;
}

int64_t peers_idle_s(const struct presence_person *person)
{
	return person->state.idle_s + (clock_span_ms() - person->seen_ms) / 1000;
}

static struct place_rect peers_selection(const struct presence_state *state)
{
	struct place a = state->place, b = state->corner;
	struct place_rect none = PLACE_RECT_EMPTY;

	if (state->doing != PRESENCE_SELECTING)
		return none;
	return (struct place_rect){{a.column < b.column ? a.column : b.column, a.row < b.row ? a.row : b.row},
		{a.column > b.column ? a.column : b.column, a.row > b.row ? a.row : b.row}};
}

void peers_list(const struct peers *peers, struct vec *people)
{
	for (size_t i = 0; i < peers->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&peers->presence.people, i);
		const struct presence_state *state = &person->state;

		vec_add(people, struct scene_person) = (struct scene_person){.name = person->name,
			.place = state->place,
			.typing = state->doing == PRESENCE_TYPING,
			.edits = state->doing == PRESENCE_EDITING ? state->sticky : 0,
			.selection = peers_selection(state)};
	}
}
