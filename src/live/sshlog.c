#include "live/sshlog.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "live/invite.h"

/* Too many connections have not logged in: "drop connection #8 from [10.0.0.7]:4711 on ..." */
#define SSHLOG_DROP "drop connection #"

#define SSHLOG_COMMAND " attend -- "
#define SSHLOG_WELCOME " welcome -- "

/* The beginnings of lines about the end of a session. */
static const char *const sshlog_ends[] = {
	"Close session: ",
	"Disconnected from user ",
	"Connection closed by ",
	"Connection reset by ",
	"Timeout, client not responding from ",
};

/* The beginnings of lines about somebody who was not let in. */
static const char *const sshlog_refusals[] = {
	"Connection closed by authenticating user ",
	"Connection closed by invalid user ",
	"Connection reset by authenticating user ",
	"Disconnected from authenticating user ",
	"Disconnected from invalid user ",
};

void sshlog_init(struct sshlog *log)
{
	*log = (struct sshlog){.visits = VEC_INIT(struct sshlog_visit)};
}

static void sshlog_forget(struct sshlog *log, size_t at)
{
	struct sshlog_visit *visit = vec_at(&log->visits, at);

	free(visit->from);
	free(visit->name);
	vec_remove(&log->visits, at);
}

void sshlog_release(struct sshlog *log)
{
	while (log->visits.count)
		sshlog_forget(log, log->visits.count - 1);
	vec_release(&log->visits);
}

static bool sshlog_begins(const char *line, const char *const *heads, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strncmp(line, heads[i], strlen(heads[i])))
			return true;
	return false;
}

/* Appends "ADDRESS port NUMBER" from LINE: the last occurrence, as only that is written by sshd itself. */
static bool sshlog_from(const char *line, struct strbuf *from)
{
	const char *port = NULL, *start;
	size_t digits;

	for (const char *at = line; (at = strstr(at, " port ")); at++)
		port = at;
	if (!port)
		return false;
	for (start = port; start > line && start[-1] != ' '; start--)
		;
	digits = strspn(port + 6, "0123456789");
	strbuf_add(from, start, (size_t)(port + 6 - start) + digits);
	return digits > 0 && start < port;
}

/* Appends TEXT, decoding the escapes that sshd uses for bytes that are not ASCII. */
static void sshlog_unescape(const char *text, struct strbuf *out)
{
	for (; *text; text++) {
		if (text[0] == '\\' && text[1] >= '0' && text[1] <= '3' && text[2] >= '0' && text[2] <= '7' &&
			text[3] >= '0' && text[3] <= '7') {
			strbuf_addch(out, (char)((text[1] - '0') << 6 | (text[2] - '0') << 3 | (text[3] - '0')));
			text += 3;
		} else {
			text += text[0] == '\\' && text[1] == '\\';
			strbuf_addch(out, *text);
		}
	}
}

/* Adds a session of NAME from FROM. Takes over NAME. */
static void sshlog_note(struct sshlog *log, const char *from, char *name)
{
	vec_add(&log->visits, struct sshlog_visit) = (struct sshlog_visit){mem_strdup(from), name};
}

/* Is LINE about a guest? There is no sentence about them until they give their name. */
static bool sshlog_is_guest(const char *line)
{
	const char *welcome = strstr(line, SSHLOG_WELCOME), *attend = strstr(line, SSHLOG_COMMAND);

	return welcome && (!attend || welcome < attend);
}

static bool sshlog_came(struct sshlog *log, const char *line, const char *from, struct strbuf *say)
{
	struct strbuf plain = STRBUF_INIT, word = STRBUF_INIT, name = STRBUF_INIT;
	const char *at;
	bool good;

	sshlog_unescape(line, &plain);
	at = strstr(plain.text, SSHLOG_COMMAND);
	at = at ? at + strlen(SSHLOG_COMMAND) : "";
	good = !sshlog_is_guest(plain.text) && invite_word(&at, &word) && invite_word(&at, &word) &&
	       !invite_name(word.text, &name, NULL);
	if (good)
		strbuf_addf(say, _("%s joined from %.*s"), name.text, (int)strcspn(from, " "), from);
	if (good || sshlog_is_guest(plain.text))
		sshlog_note(log, from, good ? strbuf_detach(&name) : NULL);
	strbuf_release(&plain);
	strbuf_release(&word);
	strbuf_release(&name);
	return good;
}

bool sshlog_name(struct sshlog *log, const char *from, const char *name, struct strbuf *say)
{
	for (size_t i = 0; i < log->visits.count; i++) {
		struct sshlog_visit *visit = vec_at(&log->visits, i);

		if (visit->name || strcmp(visit->from, from))
			continue;
		visit->name = mem_strdup(name);
		strbuf_addf(say, _("%s joined as a guest from %.*s"), name, (int)strcspn(from, " "), from);
		return true;
	}
	return false;
}

static bool sshlog_went(struct sshlog *log, const char *from, struct strbuf *say)
{
	bool named;

	for (size_t i = 0; i < log->visits.count; i++) {
		const struct sshlog_visit *visit = vec_at(&log->visits, i);

		if (strcmp(visit->from, from))
			continue;
		named = visit->name;
		if (named)
			strbuf_addf(say, _("%s left"), visit->name);
		sshlog_forget(log, i);
		return named;
	}
	return false;
}

/* Should the warning about the address FROM, of LEN bytes, be given now? Sets *COUNT to the number of occasions since
 * the last one, this one included. */
static bool sshlog_is_due(struct sshlog_alarm *alarm, const char *from, size_t len, size_t *count)
{
	int64_t now = clock_span_ms();

	alarm->count++;
	if (!alarm->since_ms || now - alarm->since_ms >= SSHLOG_PAUSE_MS)
		*alarm = (struct sshlog_alarm){.count = alarm->count, .since_ms = now};
	if (alarm->said == SSHLOG_AT_ONCE || len >= sizeof(alarm->from) ||
		(!strncmp(alarm->from, from, len) && !alarm->from[len]))
		return false;
	memcpy(alarm->from, from, len);
	alarm->from[len] = '\0';
	*count = alarm->count;
	alarm->count = 0;
	alarm->said++;
	return true;
}

static bool sshlog_dropped(struct sshlog *log, const char *line, struct strbuf *say)
{
	const char *from = strchr(line, '[');
	size_t len = from ? strcspn(++from, "]") : 0, count;

	if (!len || !sshlog_is_due(&log->flood, from, len, &count))
		return false;
	strbuf_addf(say,
		ngettext("%.*s opens connections without logging in: %zu turned away",
			"%.*s opens connections without logging in: %zu turned away", count),
		(int)len, from, count);
	return true;
}

static bool sshlog_refused(struct sshlog *log, const char *from, struct strbuf *say)
{
	size_t len = strcspn(from, " "), count;

	if (!sshlog_is_due(&log->refusal, from, len, &count))
		return false;
	strbuf_addf(say, _("somebody from %.*s was turned away: no invited key"), (int)len, from);
	return true;
}

bool sshlog_hear(struct sshlog *log, const char *line, struct strbuf *say)
{
	struct strbuf from = STRBUF_INIT;
	bool news = false;

	if (!strncmp(line, SSHLOG_DROP, strlen(SSHLOG_DROP)))
		return sshlog_dropped(log, line, say);
	if (!sshlog_from(line, &from))
		news = false;
	else if (!strncmp(line, "Starting session: ", strlen("Starting session: ")))
		news = sshlog_came(log, line, from.text, say);
	else if (sshlog_begins(line, sshlog_ends, ARRAY_SIZE(sshlog_ends)))
		news = sshlog_went(log, from.text, say);
	if (!news && from.len && sshlog_begins(line, sshlog_refusals, ARRAY_SIZE(sshlog_refusals)))
		news = sshlog_refused(log, from.text, say);
	strbuf_release(&from);
	return news;
}
