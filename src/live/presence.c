#include "live/presence.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"

/* The most people remembered, whatever is shown. */
#define PRESENCE_MOST 500

/* Everything that is shown or sent is text that begins like this. */
#define PRESENCE_MAGIC "evstorm3 "

/* Added to the number of a role for a guest, and for an assistant. */
#define PRESENCE_GUEST 4
#define PRESENCE_ASSISTANT 8

/* The most calls that wait to be taken. */
#define PRESENCE_CALLS_MOST 32

/* The most digits of a number. */
#define PRESENCE_DIGITS 18

/* The longest idle time reported, in seconds. */
#define PRESENCE_IDLE_MOST (7 * 24 * 3600)

/* The word for each call, and who may make it. */
static const struct {
	const char *word;
	enum role role;
} presence_calls[PRESENCE_CALL_COUNT] = {
	[PRESENCE_SUMMON] = {"summon ", ROLE_FACILITATOR},
	[PRESENCE_SPOTLIGHT] = {"spotlight ", ROLE_FACILITATOR},
	[PRESENCE_SAY] = {"say ", ROLE_PARTICIPANT},
};

void presence_init(struct presence *presence)
{
	vec_init(&presence->people, sizeof(struct presence_person));
	vec_init(&presence->calls, sizeof(struct presence_call));
}

void presence_release(struct presence *presence)
{
	vec_release(&presence->people);
	vec_release(&presence->calls);
}

/* Bytes of the beginning of NAME that is shown. */
static size_t presence_name_bytes(const char *name)
{
	size_t len = 0, total = strlen(name);

	for (int i = 0; i < PRESENCE_NAME_CHARACTERS && len < total; i++) {
		size_t cluster = utf8_cluster(name + len, total - len);

		if (len + cluster >= sizeof(((struct presence_person *)0)->name))
			break;
		len += cluster;
	}
	return len;
}

bool presence_is_called(const struct presence_person *person, const char *name)
{
	size_t len = presence_name_bytes(name);

	return strlen(person->name) == len && !memcmp(person->name, name, len);
}

void presence_say_here(const char *name, const struct presence_state *state, struct strbuf *out)
{
	const struct place_rect *sight = &state->sight;

	strbuf_addf(out,
		PRESENCE_MAGIC "here %" PRId32 " %" PRId32 " %d %d %" PRId64 " %" PRId32 " %" PRId32 " %" PRId64
			       " %" PRId32 " %" PRId32 " %" PRId32 " %" PRId32 " ",
		state->place.column, state->place.row,
		(int)state->role + (state->guest ? PRESENCE_GUEST : 0) + (state->assistant ? PRESENCE_ASSISTANT : 0),
		(int)state->doing, state->sticky, state->corner.column, state->corner.row, state->touched_ms,
		sight->first.column, sight->first.row, sight->last.column, sight->last.row);
	strbuf_add(out, name, presence_name_bytes(name));
}

void presence_say_call(const struct presence_call *call, struct strbuf *out)
{
	strbuf_addf(out, PRESENCE_MAGIC "%s", presence_calls[call->type].word);
	if (call->type == PRESENCE_SUMMON)
		strbuf_addf(out, "%" PRId32 " %" PRId32, call->place.column, call->place.row);
	else if (call->type == PRESENCE_SPOTLIGHT)
		strbuf_addf(out, "%" PRId64, call->sticky);
	else
		strbuf_addstr(out, call->text);
}

bool presence_same(const struct presence_state *a, const struct presence_state *b)
{
	return place_equal(a->place, b->place) && place_equal(a->corner, b->corner) && a->role == b->role &&
	       a->guest == b->guest && a->assistant == b->assistant && a->doing == b->doing && a->sticky == b->sticky;
}

bool presence_is_seen(const struct presence_state *state, struct place_rect sight)
{
	struct place a = state->place, b = state->corner;

	/* the frame of a selection also shows in the slots next to it */
	return (a.column < b.column ? a.column : b.column) <= sight.last.column + 1 &&
	       (a.column > b.column ? a.column : b.column) >= sight.first.column - 1 &&
	       (a.row < b.row ? a.row : b.row) <= sight.last.row + 1 &&
	       (a.row > b.row ? a.row : b.row) >= sight.first.row - 1 && sight.first.column <= sight.last.column &&
	       sight.first.row <= sight.last.row;
}

int64_t presence_idle_s(const struct presence_state *state, int64_t now_ms)
{
	int64_t idle = (now_ms - state->touched_ms) / 1000;

	return idle < 0 ? 0 : idle < PRESENCE_IDLE_MOST ? idle : PRESENCE_IDLE_MOST;
}

static struct presence_person *presence_find(const struct presence *presence, const struct doorbell_sender *from)
{
	for (size_t i = 0; i < presence->people.count; i++) {
		struct presence_person *person = vec_at(&presence->people, i);

		if (!strcmp(person->from, from->name) && person->user == from->user)
			return person;
	}
	return NULL;
}

static bool presence_is_place(struct place place)
{
	return place.column >= 1 && place.column <= PLACE_MOST && place.row >= 1 && place.row <= PLACE_MOST;
}

static bool presence_is_state(const struct presence_state *state, int64_t role, int64_t doing)
{
	return presence_is_place(state->place) && presence_is_place(state->corner) && role >= 0 && role < ROLE_COUNT &&
	       doing >= 0 && doing < PRESENCE_DOING_COUNT && state->sticky >= 0 && state->sticky <= ITEM_ID_MOST;
}

/* How many numbers say where somebody is, what they do and what they see. */
#define PRESENCE_NUMBERS 12

/* Reads COUNT numbers from TEXT, each with a blank after it; returns the rest, or NULL. With many people this runs all
 * the time, so it does not use sscanf(). */
static const char *presence_numbers(const char *text, int64_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		bool minus = *text == '-';
		int digits = 0;

		numbers[i] = 0;
		for (text += minus; *text >= '0' && *text <= '9'; text++) {
			if (++digits > PRESENCE_DIGITS)
				return NULL;
			numbers[i] = numbers[i] * 10 + (*text - '0');
		}
		if (!digits || *text++ != ' ')
			return NULL;
		if (minus)
			numbers[i] = -numbers[i];
	}
	return text;
}

static struct place presence_place(int64_t column, int64_t row)
{
	return column >= 1 && column <= PLACE_MOST && row >= 1 && row <= PLACE_MOST
		       ? (struct place){(int32_t)column, (int32_t)row}
		       : (struct place){0, 0};
}

/* The slots that somebody sees: none if a value is out of range. */
static struct place_rect presence_sight(const int64_t numbers[4])
{
	struct place first = presence_place(numbers[0], numbers[1]), last = presence_place(numbers[2], numbers[3]);

	if (!presence_is_place(first) || !presence_is_place(last))
		return (struct place_rect)PLACE_RECT_EMPTY;
	return (struct place_rect){first, last};
}

/* Reads text from presence_say_here(); false if a value is out of range. */
static bool presence_read(const char *text, struct presence_person *person)
{
	struct presence_state *state = &person->state;
	struct strbuf name = STRBUF_INIT;
	int64_t n[PRESENCE_NUMBERS], role;
	bool good;

	text = presence_numbers(text, n, PRESENCE_NUMBERS);
	if (!text)
		return false;
	role = n[2];
	state->place = presence_place(n[0], n[1]);
	state->sticky = n[4];
	state->corner = presence_place(n[5], n[6]);
	state->touched_ms = n[7];
	state->sight = presence_sight(n + 8);
	state->assistant = role >= PRESENCE_ASSISTANT;
	role -= state->assistant ? PRESENCE_ASSISTANT : 0;
	state->guest = role >= PRESENCE_GUEST;
	role -= state->guest ? PRESENCE_GUEST : 0;
	good = presence_is_state(state, role, n[3]) && !clean_text(&name, text, strlen(text), CLEAN_ONE_LINE, NULL) &&
	       name.len && name.len < sizeof(person->name);
	if (good) {
		state->role = (enum role)role;
		state->doing = (enum presence_doing)n[3];
		memcpy(person->name, name.text, name.len + 1);
	}
	strbuf_release(&name);
	return good;
}

static unsigned presence_lose(struct presence *presence, const struct doorbell_sender *from)
{
	const struct presence_person *person = presence_find(presence, from);

	if (!person)
		return PRESENCE_NOTHING;
	vec_remove(&presence->people, (size_t)(person - (const struct presence_person *)presence->people.items));
	return PRESENCE_PEOPLE;
}

/* What is new about somebody who was BEFORE and is NOW, for a user who sees the slots SIGHT. */
static unsigned presence_compare(
	const struct presence_person *before, const struct presence_person *now, struct place_rect sight)
{
	if (strcmp(before->name, now->name) || before->state.role != now->state.role ||
		before->state.guest != now->state.guest || before->state.assistant != now->state.assistant)
		return PRESENCE_PEOPLE;
	if (presence_same(&before->state, &now->state))
		return PRESENCE_NOTHING;
	return presence_is_seen(&before->state, sight) || presence_is_seen(&now->state, sight) ? PRESENCE_MOVED
											       : PRESENCE_NOTHING;
}

unsigned presence_see(
	struct presence *presence, const char *text, const struct doorbell_sender *from, struct place_rect sight)
{
	static const char here[] = PRESENCE_MAGIC "here ";
	struct presence_person *person = presence_find(presence, from);
	struct presence_person read = {.user = from->user, .calls = PRESENCE_CALLS_AT_ONCE};
	unsigned news = PRESENCE_PEOPLE;

	if (!text)
		return presence_lose(presence, from);
	if (!from->name[0] || strncmp(text, here, strlen(here)) || !presence_read(text + strlen(here), &read))
		return PRESENCE_NOTHING;
	if (!from->writes)
		read.state.role = ROLE_OBSERVER;
	memcpy(read.from, from->name, sizeof(read.from));
	if (person) {
		read.calls = person->calls;
		read.calls_ms = person->calls_ms;
		news = presence_compare(person, &read, sight);
	} else if (presence->people.count < PRESENCE_MOST) {
		person = vec_push(&presence->people);
	} else {
		return PRESENCE_NOTHING;
	}
	*person = read;
	return news;
}

/* May PERSON make another call now? Counts it. */
static bool presence_may_call(struct presence_person *person, int64_t now_ms)
{
	int64_t more = (now_ms - person->calls_ms) / PRESENCE_CALLS_PAUSE_MS;

	if (more > 0) {
		person->calls = more < PRESENCE_CALLS_AT_ONCE - person->calls ? person->calls + (int)more
									      : PRESENCE_CALLS_AT_ONCE;
		person->calls_ms += more * PRESENCE_CALLS_PAUSE_MS;
	}
	if (!person->calls)
		return false;
	person->calls--;
	return true;
}

/* Reads the part of a call after its word. */
static bool presence_read_call(const char *text, struct presence_call *call)
{
	struct strbuf said = STRBUF_INIT;
	int used = 0;
	bool good;

	if (call->type == PRESENCE_SUMMON)
		return sscanf(text, "%" SCNd32 " %" SCNd32 "%n", &call->place.column, &call->place.row, &used) == 2 &&
		       !text[used] && presence_is_place(call->place);
	if (call->type == PRESENCE_SPOTLIGHT)
		return sscanf(text, "%" SCNd64 "%n", &call->sticky, &used) == 1 && !text[used] && call->sticky >= 1 &&
		       call->sticky <= ITEM_ID_MOST;
	good = !clean_text(&said, text, strlen(text), CLEAN_ONE_LINE, NULL) && said.len &&
	       said.len < sizeof(call->text);
	if (good)
		memcpy(call->text, said.text, said.len + 1);
	strbuf_release(&said);
	return good;
}

static unsigned presence_hear_call(
	struct presence *presence, const char *text, const struct doorbell_sender *from, int64_t now_ms)
{
	struct presence_person *person = presence_find(presence, from);
	struct presence_call call = {0};
	size_t type = 0;

	while (type < PRESENCE_CALL_COUNT &&
		strncmp(text, presence_calls[type].word, strlen(presence_calls[type].word)))
		type++;
	if (type == PRESENCE_CALL_COUNT)
		return PRESENCE_NOTHING;
	if (!person)
		return PRESENCE_UNKNOWN;
	if (person->state.role < presence_calls[type].role)
		return PRESENCE_NOTHING;
	call.type = (enum presence_call_type)type;
	if (!presence_read_call(text + strlen(presence_calls[type].word), &call) ||
		presence->calls.count >= PRESENCE_CALLS_MOST || !presence_may_call(person, now_ms))
		return PRESENCE_NOTHING;
	memcpy(call.name, person->name, sizeof(call.name));
	vec_add(&presence->calls, struct presence_call) = call;
	return PRESENCE_CALL;
}

bool presence_take_call(struct presence *presence, struct presence_call *call)
{
	if (!presence->calls.count)
		return false;
	*call = vec_get(&presence->calls, struct presence_call, 0);
	vec_remove(&presence->calls, 0);
	return true;
}

unsigned presence_hear(
	struct presence *presence, const char *bytes, size_t len, const struct doorbell_sender *from, int64_t now_ms)
{
	const size_t magic = strlen(PRESENCE_MAGIC);
	char text[DOORBELL_BYTES + 1];

	if (len > DOORBELL_BYTES || len < magic || memcmp(bytes, PRESENCE_MAGIC, magic))
		return PRESENCE_NOTHING;
	memcpy(text, bytes + magic, len - magic);
	text[len - magic] = '\0';
	return presence_hear_call(presence, text, from, now_ms);
}
