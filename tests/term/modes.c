#include "term/modes.h"

#include "lib/must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MODES_MAX 64
#define MODES_PARAMS_MAX 32

/* Private modes that are on from the start. */
#define MODES_WRAP 7
#define MODES_CURSOR 25

struct modes {
	struct {
		int number;
		bool on;
		bool seen; /* was switched on */
	} private[MODES_MAX];
	size_t count;
	bool keypad;             /* sends application codes */
	int titles;              /* pushed and not popped */
	bool foreground;         /* has a colour that is not the default */
	bool background;         /* the same */
	unsigned int attributes; /* bit n for SGR n */
	bool graphics;           /* the character set is not letters */
};

/* A control sequence: CSI private? params final. */
struct modes_sequence {
	char prefix; /* one of < = > ?, or NUL */
	int params[MODES_PARAMS_MAX];
	size_t count; /* at least 1; an empty one is 0 */
	char final;
};

static void modes_switch(struct modes *m, int number, bool on)
{
	size_t i = 0;

	while (i < m->count && m->private[i].number != number)
		i++;
	if (i == MODES_MAX)
		return;
	if (i == m->count)
		m->private[m->count++].number = number;
	m->private[i].on = on;
	m->private[i].seen |= on;
}

/* Select graphic rendition. */
static void modes_render(struct modes *m, const struct modes_sequence *seq)
{
	for (size_t i = 0; i < seq->count; i++) {
		int n = seq->params[i];

		if (n == 0) {
			m->foreground = m->background = false;
			m->attributes = 0;
		} else if (n < 10) {
			m->attributes |= 1u << n;
		} else if (n == 22) {
			m->attributes &= ~(1u << 1 | 1u << 2);
		} else if (n > 20 && n < 30) {
			m->attributes &= ~(1u << (n - 20));
		} else if ((n >= 30 && n <= 39) || (n >= 90 && n <= 97)) {
			m->foreground = n != 39;
		} else if ((n >= 40 && n <= 49) || (n >= 100 && n <= 107)) {
			m->background = n != 49;
		}
		/* An indexed colour takes two more, one of three parts four. */
		if ((n == 38 || n == 48) && i + 1 < seq->count)
			i += seq->params[i + 1] == 5 ? 2 : 4;
	}
}

static void modes_obey(struct modes *m, const struct modes_sequence *seq)
{
	if (seq->prefix == '?' && (seq->final == 'h' || seq->final == 'l')) {
		for (size_t i = 0; i < seq->count; i++)
			modes_switch(m, seq->params[i], seq->final == 'h');
	} else if (!seq->prefix && seq->final == 'm') {
		modes_render(m, seq);
	} else if (!seq->prefix && seq->final == 't' && seq->params[0] == 22) {
		m->titles++;
	} else if (!seq->prefix && seq->final == 't' && seq->params[0] == 23) {
		m->titles--;
	}
}

/* Reads the sequence behind "ESC [" and returns what follows it. */
static const char *modes_sequence(struct modes_sequence *seq, const char *p, const char *end)
{
	*seq = (struct modes_sequence){.count = 1};
	if (p < end && strchr("<=>?", *p))
		seq->prefix = *p++;
	for (; p < end && (unsigned char)*p < 0x40; p++) {
		int *param = &seq->params[seq->count - 1];

		if (*p >= '0' && *p <= '9' && *param < 100000)
			*param = *param * 10 + (*p - '0');
		else if ((*p == ';' || *p == ':') && seq->count < MODES_PARAMS_MAX)
			seq->count++;
	}
	if (p < end)
		seq->final = *p++;
	return p;
}

/* Skips a string for the terminal, up to BEL or ESC \. */
static const char *modes_string(const char *p, const char *end)
{
	while (p < end && *p != '\a' && *p != '\033')
		p++;
	if (p < end && *p == '\033')
		p++;
	return p < end ? p + 1 : end;
}

/* Takes what stands behind ESC and returns what follows it. */
static const char *modes_escape(struct modes *m, const char *p, const char *end)
{
	struct modes_sequence seq;

	switch (*p) {
	case '[':
		p = modes_sequence(&seq, p + 1, end);
		modes_obey(m, &seq);
		return p;
	case ']':
	case 'P':
	case '_':
	case '^': return modes_string(p + 1, end);
	case '=':
	case '>': m->keypad = *p == '='; return p + 1;
	case '(': m->graphics = p + 1 < end && p[1] != 'B'; return p + 1 < end ? p + 2 : end;
	}
	return p + 1;
}

static void modes_read(struct modes *m, const char *bytes, size_t len)
{
	const char *end = bytes + len;

	memset(m, 0, sizeof(*m));
	modes_switch(m, MODES_WRAP, true);
	modes_switch(m, MODES_CURSOR, true);
	while (bytes < end) {
		if (*bytes++ == '\033' && bytes < end)
			bytes = modes_escape(m, bytes, end);
	}
}

bool modes_seen(const char *bytes, size_t len, int number)
{
	struct modes m;

	modes_read(&m, bytes, len);
	for (size_t i = 0; i < m.count; i++)
		if (m.private[i].number == number)
			return m.private[i].seen;
	return false;
}

char *modes_left(const char *bytes, size_t len)
{
	char *text = NULL;
	size_t size;
	FILE *out = must(open_memstream(&text, &size));
	struct modes m;

	modes_read(&m, bytes, len);
	for (size_t i = 0; i < m.count; i++) {
		int number = m.private[i].number;

		if (m.private[i].on != (number == MODES_WRAP || number == MODES_CURSOR))
			fprintf(out, "private mode %d is %s\n", number, m.private[i].on ? "on" : "off");
	}
	if (m.keypad)
		fputs("the keypad sends application codes\n", out);
	if (m.titles)
		fprintf(out, "%d titles are on the stack\n", m.titles);
	if (m.foreground || m.background || m.attributes)
		fputs("text has a colour or an attribute\n", out);
	if (m.graphics)
		fputs("the character set is another\n", out);
	fclose(out);
	return must(text);
}
