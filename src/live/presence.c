#include "live/presence.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"

/* The most people remembered, whatever messages come in. */
#define PRESENCE_MOST 500

/* Every message is text that begins like this. */
#define PRESENCE_MAGIC "evstorm2 "

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

/* Pauses are doubled with this many people, tripled with twice as many, and so on. */
#define PRESENCE_FEW 20

int presence_slowness(size_t people)
{
	return 1 + (int)(people / PRESENCE_FEW);
}

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

void presence_say_log(struct strbuf *out)
{
	strbuf_addstr(out, PRESENCE_MAGIC "log");
}

void presence_say_gone(struct strbuf *out)
{
	strbuf_addstr(out, PRESENCE_MAGIC "gone");
}

void presence_say_who(struct strbuf *out)
{
	strbuf_addstr(out, PRESENCE_MAGIC "who");
}

/* Bytes of the beginning of NAME that is sent. */
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

void presence_say_here(const char *name, const struct presence_state *state, struct strbuf *out)
{
	int64_t idle = state->idle_s < PRESENCE_IDLE_MOST ? state->idle_s : PRESENCE_IDLE_MOST;

	strbuf_addf(out,
		PRESENCE_MAGIC "here %" PRId32 " %" PRId32 " %d %d %" PRId64 " %" PRId32 " %" PRId32 " %" PRId64 " ",
		state->place.column, state->place.row,
		(int)state->role + (state->guest ? PRESENCE_GUEST : 0) + (state->assistant ? PRESENCE_ASSISTANT : 0),
		(int)state->doing, state->sticky, state->corner.column, state->corner.row, idle);
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

static struct presence_person *presence_find(const struct presence *presence, const char *from)
{
	for (size_t i = 0; i < presence->people.count; i++) {
		struct presence_person *person = vec_at(&presence->people, i);

		if (!strcmp(person->from, from))
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
	       doing >= 0 && doing < PRESENCE_DOING_COUNT && state->sticky >= 0 && state->sticky <= ITEM_ID_MOST &&
	       state->idle_s >= 0 && state->idle_s <= PRESENCE_IDLE_MOST;
}

/* How many numbers a message has about where somebody is and what they do. */
#define PRESENCE_NUMBERS 8

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

/* Reads a message from presence_say_here(); false if a value is out of range. */
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
	state->idle_s = n[7];
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

static unsigned presence_hear_here(
	struct presence *presence, const char *text, const struct doorbell_sender *from, int64_t now_ms)
{
	struct presence_person *person = presence_find(presence, from->name);
	struct presence_person read = {.user = from->user, .seen_ms = now_ms};
	bool known = person, same;

	if (!from->name[0] || !presence_read(text, &read))
		return PRESENCE_NOTHING;
	if (!from->writes)
		read.state.role = ROLE_OBSERVER;
	if (!known && presence->people.count >= PRESENCE_MOST)
		return PRESENCE_NOTHING;
	if (!known) {
		person = vec_push(&presence->people);
		*person = (struct presence_person){.calls = PRESENCE_CALLS_AT_ONCE, .calls_ms = now_ms};
	}
	read.calls = person->calls;
	read.calls_ms = person->calls_ms;
	memcpy(read.from, from->name, sizeof(read.from));
	same = known && presence_same(&read.state, &person->state) && !strcmp(read.name, person->name);
	*person = read;
	if (same)
		return PRESENCE_NOTHING;
	return known ? PRESENCE_PEOPLE : PRESENCE_PEOPLE | PRESENCE_NEW;
}

static unsigned presence_hear_gone(struct presence *presence, const char *from)
{
	for (size_t i = 0; i < presence->people.count; i++) {
		if (strcmp(vec_get(&presence->people, struct presence_person, i).from, from))
			continue;
		vec_remove(&presence->people, i);
		return PRESENCE_PEOPLE;
	}
	return PRESENCE_NOTHING;
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

static unsigned presence_hear_call(struct presence *presence, const char *text, const char *from, int64_t now_ms)
{
	struct presence_person *person = presence_find(presence, from);
	struct presence_call call = {0};
	size_t type = 0;

	while (type < PRESENCE_CALL_COUNT &&
		strncmp(text, presence_calls[type].word, strlen(presence_calls[type].word)))
		type++;
	if (type == PRESENCE_CALL_COUNT || !person || person->state.role < presence_calls[type].role)
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
	if (!strcmp(text, "log"))
		return PRESENCE_LOG;
	if (!strcmp(text, "who"))
		return PRESENCE_WHO;
	if (!strcmp(text, "gone"))
		return presence_hear_gone(presence, from->name);
	if (!strncmp(text, "here ", 5))
		return presence_hear_here(presence, text + 5, from, now_ms);
	return presence_hear_call(presence, text, from->name, now_ms);
}

bool presence_expire(struct presence *presence, int64_t now_ms)
{
	size_t before = presence->people.count;
	int64_t gone_ms = PRESENCE_GONE_MS * (int64_t)presence_slowness(before);

	for (size_t i = before; i-- > 0;) {
		const struct presence_person *person = vec_at(&presence->people, i);

		if (now_ms - person->seen_ms > gone_ms)
			vec_remove(&presence->people, i);
	}
	return presence->people.count != before;
}
