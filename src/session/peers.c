#include "session/peers.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"

/* The others are shown a moving cursor at most this often. */
#define PEERS_PAUSE_MS 100

/* Keys that change nothing else are shown at most this often. */
#define PEERS_TOUCHED_MS 1000

/* How many messages are handled before keys get their turn. */
#define PEERS_AT_ONCE 200

/* Who reads what the others show. */
struct peers_reader {
	struct peers *peers;
	struct place_rect sight; /* the slots that the user sees */
};

static void peers_read(struct peers *peers, struct place_rect sight);

/* Receives one message; false if there is none. With READS, a message from somebody unknown makes it read what the
 * others show. */
static bool peers_hear_one(struct peers *peers, bool reads)
{
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	unsigned heard;
	size_t len;

	if (peers->fd < 0 || !doorbell_read(peers->bell, bytes, &len, &from))
		return false;
	heard = presence_hear(&peers->presence, bytes, len, &from, clock_span_ms());
	if (heard & PRESENCE_UNKNOWN && reads) { /* callers show who they are first */
		peers_read(peers, peers->told.sight);
		heard = presence_hear(&peers->presence, bytes, len, &from, clock_span_ms());
	}
	peers->news |= heard & PRESENCE_CALL;
	return true;
}

/* Handles what somebody shows (doorbell_visit). If they are gone, their last calls come first. */
static void peers_read_one(void *context, const struct doorbell_sender *from, const char *text)
{
	const struct peers_reader *reader = context;

	for (int i = 0; !text && i < PEERS_AT_ONCE && peers_hear_one(reader->peers, false); i++)
		;
	reader->peers->news |= presence_see(&reader->peers->presence, text, from, reader->sight);
}

static void peers_read(struct peers *peers, struct place_rect sight)
{
	struct peers_reader reader = {peers, sight};

	if (peers->bell)
		doorbell_see(peers->bell, peers_read_one, &reader);
}

static void peers_show(struct peers *peers, const struct presence_state *state)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(peers->name.text, state, &text);
	peers->hidden = peers->fd >= 0 && !doorbell_show(peers->bell, text.text);
	strbuf_release(&text);
	peers->told = *state;
	peers->told_ms = clock_span_ms();
}

static void peers_wake(struct peers *peers)
{
	if (peers->bell)
		doorbell_wake(peers->bell);
	peers->owes = false;
}

/* Starts to listen, if possible. */
static void peers_hang(struct peers *peers)
{
	if (peers->bell)
		peers->fd = doorbell_listen(peers->bell);
	peers->reach = peers->bell ? doorbell_reach(peers->bell) : DOORBELL_NOBODY;
}

void peers_init(struct peers *peers, struct doorbell *bell, const char *name, const struct presence_state *state)
{
	*peers = (struct peers){.bell = bell, .fd = -1};
	strbuf_init(&peers->name);
	strbuf_addstr(&peers->name, name);
	presence_init(&peers->presence);
	peers_hang(peers);
	peers_show(peers, state);
	peers_wake(peers);
	peers_read(peers, state->sight);
}

void peers_meet(struct peers *peers, const struct presence_state *state)
{
	presence_release(&peers->presence);
	presence_init(&peers->presence);
	peers_hang(peers);
	peers_show(peers, state);
	peers_wake(peers);
	peers_read(peers, state->sight);
}

void peers_release(struct peers *peers)
{
	if (peers->owes)
		peers_wake(peers);
	presence_release(&peers->presence);
	strbuf_release(&peers->name);
}

bool peers_must_look(const struct peers *peers)
{
	return peers->fd < 0 || peers->reach != DOORBELL_ALL || doorbell_must_poll(peers->bell);
}

bool peers_look(struct peers *peers, bool news)
{
	bool unrung = peers->unrung, silent = peers->fd < 0;

	peers->unrung = news; /* a late ring clears it */
	peers_hang(peers);
	if (silent && peers->fd >= 0) {
		peers_show(peers, &peers->told);
		peers_wake(peers);
	}
	return unrung;
}

bool peers_hear(struct peers *peers, bool *news)
{
	bool woken = peers->fd >= 0 && doorbell_woken(peers->bell);
	int came = 0;

	while (came < PEERS_AT_ONCE && peers_hear_one(peers, !came))
		came++;
	*news |= peers->news & PRESENCE_CALL;
	peers->news &= ~(unsigned)PRESENCE_CALL;
	peers->unrung = peers->unrung && !came && !woken;
	return came || woken;
}

bool peers_see(struct peers *peers, struct place_rect sight)
{
	bool news;

	peers_read(peers, sight);
	news = peers->news;
	peers->news = PRESENCE_NOTHING;
	return news;
}

bool peers_has_seen(const struct peers *peers)
{
	return peers->news;
}

static bool peers_sees_the_same(struct place_rect a, struct place_rect b)
{
	return place_equal(a.first, b.first) && place_equal(a.last, b.last);
}

int peers_next_ms(const struct peers *peers, const struct presence_state *state)
{
	bool same = presence_same(state, &peers->told), sight = peers_sees_the_same(state->sight, peers->told.sight);
	int64_t since = clock_span_ms() - (same ? peers->told_ms : peers->news_ms);

	if (peers->owes)
		return 0;
	if (peers->fd < 0 || !peers->presence.people.count || (same && sight))
		return -1;
	return since >= PEERS_PAUSE_MS ? 0 : (int)(PEERS_PAUSE_MS - since);
}

void peers_owe(struct peers *peers)
{
	peers->owes = true;
}

/* Shows the user who could not be shown before. */
static void peers_show_again(struct peers *peers, const struct presence_state *state)
{
	peers_show(peers, state);
	if (!peers->hidden)
		peers_wake(peers);
}

/* Can anybody see where the user was BEFORE, or is now? */
static bool peers_are_concerned(const struct peers *peers, const struct presence_state *before)
{
	if (before->role != peers->told.role || before->guest != peers->told.guest ||
		before->assistant != peers->told.assistant)
		return true;
	for (size_t i = 0; i < peers->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&peers->presence.people, i);

		if (presence_is_seen(before, person->state.sight) ||
			presence_is_seen(&peers->told, person->state.sight))
			return true;
	}
	return false;
}

void peers_tell(struct peers *peers, const struct presence_state *state)
{
	struct presence_state before = peers->told;
	bool same = presence_same(state, &before), wakes = peers->owes;
	int next = peers_next_ms(peers, state);

	if (peers->hidden)
		peers_show_again(peers, state);
	if (next) {
		if (next < 0 && peers->presence.people.count &&
			state->touched_ms - before.touched_ms >= PEERS_TOUCHED_MS)
			peers_show(peers, state);
		return;
	}
	if (!same)
		peers->news_ms = clock_span_ms();
	if (peers->presence.people.count)
		peers_show(peers, state);
	if (!wakes) {
		peers_read(peers, state->sight); /* what they see may have changed, and what this user sees */
		wakes = !same && peers_are_concerned(peers, &before);
	}
	if (wakes)
		peers_wake(peers);
}

void peers_call(struct peers *peers, const struct presence_call *call)
{
	struct strbuf text = STRBUF_INIT;

	peers_show(peers, &peers->told); /* so that listeners know who calls */
	presence_say_call(call, &text);
	if (peers->bell)
		doorbell_ring(peers->bell, text.text, text.len);
	strbuf_release(&text);
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
