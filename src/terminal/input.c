#include "terminal/input.h"

#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "terminal/keytable.h"
#include "terminal/paste.h"
#include "terminal/probe.h"
#include "terminal/sequence.h"

/* How many bytes are taken before the loop turns to other work; enough that a paste is not slowed down. */
#define INPUT_AT_ONCE 65536

/* How long an ESC may be alone before it is the key Esc, unless ESCDELAY says otherwise. */
#define INPUT_ESC_MS 25

/* A string has stalled after this time without further bytes. */
#define INPUT_STALL_MS 1000

/* How late after its ESC the rest of a sequence may come. */
#define INPUT_LATE_MS 500

struct input {
	int fd;
	int esc_ms;
	struct keytable keys;
	struct sequence sequence; /* what has begun */
	struct paste paste;
	unsigned char bytes[4096]; /* bytes read; those from AT to LEN are still to be taken */
	size_t at, len;
	int64_t heard_ms;   /* when bytes were last read */
	int64_t alone_ms;   /* when an ESC or a Ctrl-X was last taken for a key, because nothing followed it */
	int32_t alone;      /* which of them */
	int answers;        /* how many answers about the width of a line character are still to come */
	int column;         /* in the last answer */
	bool told;          /* it was reported that a string has not ended */
	bool waits;         /* bytes may be left to take */
	struct strbuf name; /* of the last event */
};

static int input_esc_ms(void)
{
	const char *text = getenv("ESCDELAY");
	long ms = text && text[0] ? strtol(text, NULL, 10) : INPUT_ESC_MS;

	return ms >= 0 && ms <= INT_MAX ? (int)ms : INPUT_ESC_MS;
}

struct input *input_new(int fd, const char *(*bytes)(const char *name))
{
	struct input *input = mem_zalloc(sizeof(*input));

	input->fd = fd;
	input->esc_ms = input_esc_ms();
	input->alone_ms = -INPUT_LATE_MS - 1;
	keytable_init(&input->keys);
	keytable_describe(&input->keys, bytes);
	sequence_start(&input->sequence);
	paste_init(&input->paste);
	strbuf_init(&input->name);
	return input;
}

void input_free(struct input *input)
{
	if (!input)
		return;
	keytable_release(&input->keys);
	paste_release(&input->paste);
	strbuf_release(&input->name);
	free(input);
}

/* Is there a byte? If so, it is at .at. */
static bool input_fill(struct input *input)
{
	struct pollfd wait = {.fd = input->fd, .events = POLLIN};
	ssize_t count;

	if (input->at < input->len)
		return true;
	if (poll(&wait, 1, 0) < 1 || !(wait.revents & POLLIN))
		return false;
	count = read(input->fd, input->bytes, sizeof(input->bytes));
	if (count < 1)
		return false;
	input->at = 0;
	input->len = (size_t)count;
	input->heard_ms = clock_span_ms();
	input->told = false;
	return true;
}

static bool input_finish_paste(struct input *input, struct event *event)
{
	*event = (struct event){.type = EVENT_PASTE,
		.text = input->paste.text.text,
		.len = input->paste.text.len,
		.cut = input->paste.cut};
	return true;
}

static bool input_is(const struct sequence *sequence, const char *body)
{
	return sequence->type == SEQUENCE_CSI && !strcmp(sequence->body, body);
}

void input_expect_width(struct input *input)
{
	input->answers = PROBE_ANSWERS;
}

/* Is the complete sequence an expected answer? After the last one, *EVENT is set. */
static bool input_is_answer(struct input *input, struct event *event)
{
	int column = input->answers ? probe_column(&input->sequence, PROBE_ROW) : -1;

	if (column < 0)
		return false;
	*event = (struct event){.type = EVENT_WIDTH, .cells = column - input->column};
	input->column = column;
	input->answers--;
	return true;
}

/* Turns a complete sequence into an event; false if it makes none. */
static bool input_finish(struct input *input, struct event *event)
{
	const struct sequence *sequence = &input->sequence;

	*event = (struct event){.type = EVENT_KEY};
	if (input_is(sequence, "200~"))
		paste_begin(&input->paste, input->heard_ms);
	if (input_is(sequence, "200~") || input_is(sequence, "201~"))
		return false;
	if (input_is_answer(input, event))
		return !input->answers;
	if (mouse_is_report(sequence)) {
		event->type = EVENT_MOUSE;
		return mouse_read(sequence, &event->mouse);
	}
	switch (keytable_read(&input->keys, sequence, &event->key)) {
	case KEYTABLE_KEY: return true;
	case KEYTABLE_NO_KEY: return false;
	case KEYTABLE_UNKNOWN: break;
	}
	strbuf_reset(&input->name);
	sequence_name(sequence, &input->name);
	event->type = EVENT_UNKNOWN;
	event->text = input->name.text;
	event->len = input->name.len;
	return true;
}

/* On a slow line the first byte of a sequence may come so early that it was taken for Esc or Ctrl-X. Are the next
 * bytes the rest of such a sequence? They came all at once, as nobody types, and are a known key, have numbers in
 * them, or have Qt's mark of Super. */
static bool input_is_late(const struct input *input)
{
	struct sequence sequence;
	struct key key;
	size_t at = input->at;
	enum sequence_result result;

	if (input->heard_ms - input->alone_ms > INPUT_LATE_MS || !strchr("[O@", input->bytes[at]))
		return false;
	sequence_start(&sequence);
	result = sequence_take(&sequence, (unsigned char)input->alone);
	while (result == SEQUENCE_MORE && at < input->len)
		result = sequence_take(&sequence, input->bytes[at++]);
	if (result != SEQUENCE_DONE || sequence.type > SEQUENCE_X10)
		return false;
	if (sequence.super || sequence.type == SEQUENCE_CHARACTER)
		return sequence.super && at == input->len;
	return mouse_is_report(&sequence) || (sequence.len > 1 && strpbrk(sequence.body, "0123456789;")) ||
	       keytable_read(&input->keys, &sequence, &key) != KEYTABLE_UNKNOWN;
}

/* Takes the next byte; true if that makes an event. */
static bool input_take(struct input *input, struct event *event)
{
	enum sequence_result result;

	if (input->paste.on)
		return paste_take(&input->paste, input->bytes[input->at++], input->heard_ms) &&
		       input_finish_paste(input, event);
	if (input_is_late(input))
		sequence_take(&input->sequence, (unsigned char)input->alone);
	input->alone_ms = input->heard_ms - INPUT_LATE_MS - 1;
	result = sequence_take(&input->sequence, input->bytes[input->at]);
	if (result != SEQUENCE_BEFORE)
		input->at++;
	return result != SEQUENCE_MORE && input_finish(input, event);
}

/* How long after the last byte an unfinished sequence is dealt with, in ms; -1: never. */
static int input_patience_ms(const struct input *input)
{
	if (sequence_is_string(&input->sequence))
		return input->told ? -1 : INPUT_STALL_MS;
	return sequence_wait_ms(&input->sequence, input->esc_ms);
}

int input_next_ms(const struct input *input)
{
	int64_t now = clock_span_ms();
	int most = input_patience_ms(input);
	int64_t left = most - (now - input->heard_ms);

	if (input->paste.on)
		return paste_wait_ms(&input->paste, now, input->esc_ms);
	if (most < 0)
		return -1;
	return left > 0 ? (int)left : 0;
}

/* There is nothing to read: has it been long enough to make an event? */
static bool input_idle(struct input *input, struct event *event)
{
	if (input_next_ms(input))
		return false;
	if (input->paste.on) {
		*event = (struct event){.type = EVENT_STALL};
		return paste_idle(&input->paste, clock_span_ms(), input->esc_ms) != PASTE_DONE ||
		       input_finish_paste(input, event);
	}
	if (sequence_is_string(&input->sequence)) {
		input->told = true;
		*event = (struct event){.type = EVENT_UNENDED};
		return true;
	}
	if (!sequence_end(&input->sequence))
		return false;
	if (input->sequence.type == SEQUENCE_CHARACTER && !input->sequence.super) {
		input->alone_ms = clock_span_ms();
		input->alone = input->sequence.code;
	}
	return input_finish(input, event);
}

bool input_next(struct input *input, struct event *event)
{
	input->waits = true;
	for (int taken = 0; taken < INPUT_AT_ONCE; taken++) {
		if (!input_fill(input)) {
			input->waits = false;
			return input_idle(input, event);
		}
		if (input_take(input, event))
			return true;
	}
	return false;
}

bool input_waits(const struct input *input)
{
	return input->waits;
}
