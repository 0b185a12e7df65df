#include "live/presence.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "text/clean.h"
#include "text/utf8.h"

/* More than this many are not remembered, whatever comes in. */
#define PRESENCE_MOST 500

/* Every message is text that begins like this. */
#define PRESENCE_MAGIC "evstorm1 "

void presence_init(struct presence *presence)
{
	vec_init(&presence->people, sizeof(struct presence_person));
}

void presence_release(struct presence *presence)
{
	vec_release(&presence->people);
}

void presence_say_log(struct strbuf *out)
{
	strbuf_addstr(out, PRESENCE_MAGIC "log");
}

void presence_say_gone(struct strbuf *out)
{
	strbuf_addstr(out, PRESENCE_MAGIC "gone");
}

/* Bytes of the first characters of NAME that are passed on. */
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

void presence_say_here(const char *name, struct place place, bool typing, struct strbuf *out)
{
	strbuf_addf(out, PRESENCE_MAGIC "here %" PRId32 " %" PRId32 " %d ", place.column, place.row,
		typing);
	strbuf_add(out, name, presence_name_bytes(name));
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

/* Reads "COLUMN ROW TYPING NAME"; what is out of range makes it no message. */
static bool presence_read(const char *text, struct presence_person *person)
{
	struct strbuf name = STRBUF_INIT;
	int typing, used = 0;
	bool good;

	if (sscanf(text, "%" SCNd32 " %" SCNd32 " %d %n", &person->place.column, &person->place.row,
		    &typing, &used) != 3 || !used)
		return false;
	good = person->place.column >= 1 && person->place.column <= PLACE_MOST &&
	       person->place.row >= 1 && person->place.row <= PLACE_MOST &&
	       !clean_text(&name, text + used, strlen(text + used), CLEAN_ONE_LINE, NULL) &&
	       name.len && name.len < sizeof(person->name);
	if (good) {
		person->typing = typing == 1;
		memcpy(person->name, name.text, name.len + 1);
	}
	strbuf_release(&name);
	return good;
}

static unsigned presence_hear_here(struct presence *presence, const char *text, const char *from,
	int64_t now_ms)
{
	struct presence_person *person = presence_find(presence, from), read = {.seen_ms = now_ms};
	bool known = person;

	if (!from[0] || !presence_read(text, &read))
		return PRESENCE_NOTHING;
	if (!known && presence->people.count >= PRESENCE_MOST)
		return PRESENCE_NOTHING;
	if (!known)
		person = vec_push(&presence->people);
	snprintf(read.from, sizeof(read.from), "%s", from);
	*person = read;
	return known ? PRESENCE_PEOPLE : PRESENCE_PEOPLE | PRESENCE_NEW;
}

static unsigned presence_hear_gone(struct presence *presence, const char *from)
{
	for (size_t i = 0; i < presence->people.count; i++) {
		if (strcmp(((struct presence_person *)vec_at(&presence->people, i))->from, from))
			continue;
		vec_remove(&presence->people, i);
		return PRESENCE_PEOPLE;
	}
	return PRESENCE_NOTHING;
}

unsigned presence_hear(struct presence *presence, const char *bytes, size_t len, const char *from,
	int64_t now_ms)
{
	const size_t magic = strlen(PRESENCE_MAGIC);
	char text[DOORBELL_BYTES + 1];

	if (len > DOORBELL_BYTES || len < magic || memcmp(bytes, PRESENCE_MAGIC, magic))
		return PRESENCE_NOTHING;
	memcpy(text, bytes + magic, len - magic);
	text[len - magic] = '\0';
	if (!strcmp(text, "log"))
		return PRESENCE_LOG;
	if (!strcmp(text, "gone"))
		return presence_hear_gone(presence, from);
	if (!strncmp(text, "here ", 5))
		return presence_hear_here(presence, text + 5, from, now_ms);
	return PRESENCE_NOTHING;
}

bool presence_expire(struct presence *presence, int64_t now_ms)
{
	size_t before = presence->people.count;

	for (size_t i = before; i-- > 0;) {
		const struct presence_person *person = vec_at(&presence->people, i);

		if (now_ms - person->seen_ms > PRESENCE_GONE_MS)
			vec_remove(&presence->people, i);
	}
	return presence->people.count != before;
}
