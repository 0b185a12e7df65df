#include "terminal/keytable.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* In xterm and its followers a key's modifiers are the sum of these plus 1. */
enum { KEYTABLE_SHIFT = 1, KEYTABLE_ALT = 2, KEYTABLE_CTRL = 4 };

/* Caps Lock and Num Lock, which some terminals send along. */
#define KEYTABLE_LOCKS (64 | 128)

#define KEYTABLE_FIELDS 3
#define KEYTABLE_RELEASED 3
#define KEYTABLE_ESC 27

static const struct {
	const char *name; /* of the capability */
	int32_t code;
	bool shift;
	bool grows; /* the name followed by 3 to 8 is the key with those modifiers */
} keytable_names[] = {
	{"kcuu1", KEY_CODE_UP, false, false},
	{"kcud1", KEY_CODE_DOWN, false, false},
	{"kcub1", KEY_CODE_LEFT, false, false},
	{"kcuf1", KEY_CODE_RIGHT, false, false},
	{"khome", KEY_CODE_HOME, false, false},
	{"kend", KEY_CODE_END, false, false},
	{"kpp", KEY_CODE_PAGE_UP, false, false},
	{"knp", KEY_CODE_PAGE_DOWN, false, false},
	{"kich1", KEY_CODE_INSERT, false, false},
	{"kdch1", KEY_CODE_DELETE, false, false},
	{"kbs", KEY_CODE_BACKSPACE, false, false},
	{"kent", KEY_CODE_ENTER, false, false},
	{"kcbt", KEY_CODE_BACK_TAB, false, false},
	{"kri", KEY_CODE_UP, true, false},
	{"kind", KEY_CODE_DOWN, true, false},
	{"kUP", KEY_CODE_UP, true, true},
	{"kDN", KEY_CODE_DOWN, true, true},
	{"kLFT", KEY_CODE_LEFT, true, true},
	{"kRIT", KEY_CODE_RIGHT, true, true},
	{"kHOM", KEY_CODE_HOME, true, true},
	{"kEND", KEY_CODE_END, true, true},
	{"kPRV", KEY_CODE_PAGE_UP, true, true},
	{"kNXT", KEY_CODE_PAGE_DOWN, true, true},
	{"kIC", KEY_CODE_INSERT, true, true},
	{"kDC", KEY_CODE_DELETE, true, true},
};

/* The keys for numbers before "~", since the VT220; 0: none. */
static const int32_t keytable_numbers[] = {
	[1] = KEY_CODE_HOME,
	[2] = KEY_CODE_INSERT,
	[3] = KEY_CODE_DELETE,
	[4] = KEY_CODE_END,
	[5] = KEY_CODE_PAGE_UP,
	[6] = KEY_CODE_PAGE_DOWN,
	[7] = KEY_CODE_HOME,
	[8] = KEY_CODE_END,
	[11] = KEY_CODE_F1,
	[12] = KEY_CODE_F1 + 1,
	[13] = KEY_CODE_F1 + 2,
	[14] = KEY_CODE_F1 + 3,
	[15] = KEY_CODE_F1 + 4,
	[17] = KEY_CODE_F1 + 5,
	[18] = KEY_CODE_F1 + 6,
	[19] = KEY_CODE_F1 + 7,
	[20] = KEY_CODE_F1 + 8,
	[21] = KEY_CODE_F1 + 9,
	[23] = KEY_CODE_F1 + 10,
	[24] = KEY_CODE_F1 + 11,
};

/* The keys for final bytes of CSI or SS3. */
static const struct {
	char final;
	int32_t code;
} keytable_finals[] = {
	{'A', KEY_CODE_UP},
	{'B', KEY_CODE_DOWN},
	{'C', KEY_CODE_RIGHT},
	{'D', KEY_CODE_LEFT},
	{'H', KEY_CODE_HOME},
	{'F', KEY_CODE_END},
	{'P', KEY_CODE_F1},
	{'Q', KEY_CODE_F1 + 1},
	{'R', KEY_CODE_F1 + 2},
	{'S', KEY_CODE_F1 + 3},
};

/* The keypad after SS3: the keys in the order of their bytes. */
static const char keytable_pad_from = 'j';
static const char keytable_pad[] = "*+,-./0123456789";

/* The keypad in kitty's numbering: digits and signs, then the cursor keys. */
static const int32_t keytable_kitty_from = 57399;
static const int32_t keytable_kitty[] = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', '/', '*', '-', '+',
	KEY_CODE_ENTER, '=', ',', KEY_CODE_LEFT, KEY_CODE_RIGHT, KEY_CODE_UP, KEY_CODE_DOWN, KEY_CODE_PAGE_UP,
	KEY_CODE_PAGE_DOWN, KEY_CODE_HOME, KEY_CODE_END, KEY_CODE_INSERT, KEY_CODE_DELETE};

void keytable_init(struct keytable *table)
{
	vec_init(&table->rows, sizeof(struct keytable_row));
}

void keytable_release(struct keytable *table)
{
	vec_release(&table->rows);
}

/* Adds MODIFIERS to KEY; false if they include unsupported ones. */
static bool keytable_modify(struct key *key, int modifiers)
{
	modifiers &= ~KEYTABLE_LOCKS;
	key->shift |= (modifiers & KEYTABLE_SHIFT) != 0;
	key->alt |= (modifiers & KEYTABLE_ALT) != 0;
	key->ctrl |= (modifiers & KEYTABLE_CTRL) != 0;
	*key = key_plain(*key);
	return modifiers <= (KEYTABLE_SHIFT | KEYTABLE_ALT | KEYTABLE_CTRL);
}

/* Adds BYTES if they are one sequence; without a leading ESC they are a character, which needs no row. */
static void keytable_add(struct keytable *table, const char *bytes, struct key key)
{
	struct keytable_row row = {.key = key};
	enum sequence_result result = SEQUENCE_MORE;
	size_t at = 0;

	sequence_start(&row.sequence);
	if (bytes[0] != KEYTABLE_ESC)
		return;
	while (bytes[at] && result == SEQUENCE_MORE)
		result = sequence_take(&row.sequence, (unsigned char)bytes[at++]);
	if (result == SEQUENCE_MORE && sequence_end(&row.sequence))
		result = SEQUENCE_DONE;
	if (result == SEQUENCE_DONE && !bytes[at] && row.sequence.type <= SEQUENCE_SS3)
		vec_add(&table->rows, struct keytable_row) = row;
}

/* "kLFT3" to "kLFT8": the key with these modifiers. */
static void keytable_describe_modified(
	struct keytable *table, const char *(*bytes)(const char *name), const char *name, int32_t code)
{
	for (int number = 3; number <= 8; number++) {
		struct key key = {.code = code};
		char longer[16];

		keytable_modify(&key, number - 1);
		snprintf(longer, sizeof(longer), "%s%d", name, number);
		keytable_add(table, bytes(longer), key);
	}
}

void keytable_describe(struct keytable *table, const char *(*bytes)(const char *name))
{
	for (size_t i = 0; i < ARRAY_SIZE(keytable_names); i++) {
		const char *name = keytable_names[i].name;

		keytable_add(table, bytes(name),
			(struct key){.code = keytable_names[i].code, .shift = keytable_names[i].shift});
		if (keytable_names[i].grows)
			keytable_describe_modified(table, bytes, name, keytable_names[i].code);
	}
	for (int number = 1; number <= 12; number++) {
		char name[16];

		snprintf(name, sizeof(name), "kf%d", number);
		keytable_add(table, bytes(name), (struct key){.code = KEY_CODE_F1 + number - 1});
	}
}

static bool keytable_same(const struct sequence *a, const struct sequence *b)
{
	return a->super == b->super && a->type == b->type && a->code == b->code && a->escaped == b->escaped &&
	       !strcmp(a->body, b->body);
}

static bool keytable_find(const struct keytable *table, const struct sequence *sequence, struct key *key)
{
	for (size_t i = 0; i < table->rows.count; i++) {
		const struct keytable_row *row = vec_at(&table->rows, i);

		if (keytable_same(&row->sequence, sequence)) {
			*key = row->key;
			return true;
		}
	}
	return false;
}

/* Reads a character; control characters are the keys that send them. */
static enum keytable_answer keytable_character(int32_t code, struct key *key)
{
	key->code = code;
	switch (code) {
	case '\r': key->code = KEY_CODE_ENTER; break;
	case '\t': key->code = KEY_CODE_TAB; break;
	case KEYTABLE_ESC: key->code = KEY_CODE_ESC; break;
	case ' ': key->code = KEY_CODE_SPACE; break;
	case 8:
	case 127: key->code = KEY_CODE_BACKSPACE; break;
	default:
		if (code >= 0x80 && code < 0xa0)
			return KEYTABLE_NO_KEY;
		if (code < 1 || (code > 26 && code < ' '))
			return KEYTABLE_UNKNOWN;
		key->ctrl |= code <= 26;
		key->code = code <= 26 ? 'a' + code - 1 : code;
	}
	*key = key_plain(*key);
	return KEYTABLE_KEY;
}

/* Reads a key whose number is that of its character, with MODIFIERS; Shift is applied to letters. */
static enum keytable_answer keytable_numbered(int number, int modifiers, struct key *key)
{
	int from = number - keytable_kitty_from;
	bool known = keytable_modify(key, modifiers);

	if (from >= 0 && from < (int)ARRAY_SIZE(keytable_kitty))
		key->code = keytable_kitty[from];
	else if (number < KEYTABLE_ESC ? number != 8 && number != '\t' && number != '\r' : number > 0x10ffff)
		return KEYTABLE_UNKNOWN;
	else if ((number >= 0xe000 && number < 0xf900) || (number >= 0xd800 && number < 0xe000) ||
		 keytable_character(number, key) != KEYTABLE_KEY)
		return KEYTABLE_UNKNOWN;
	if (key->shift && !key->ctrl && key->code >= 'a' && key->code <= 'z')
		key->code += 'A' - 'a';
	if (key->ctrl && key->code >= 'A' && key->code <= 'Z')
		key->code += 'a' - 'A';
	if (key->code < KEY_CODE_FIRST && !key->ctrl)
		key->shift = false;
	return known ? KEYTABLE_KEY : KEYTABLE_UNKNOWN;
}

/* Reads the numbers in "13;2:3", where the one after a colon says what the key does; returns how many. */
static int keytable_fields(const char *body, int fields[KEYTABLE_FIELDS], int *event)
{
	int count = 0;

	*event = 0;
	while (count < KEYTABLE_FIELDS) {
		char *end;
		long value = strtol(body, &end, 10);

		if (end == body && *end != ';')
			break;
		fields[count++] = value >= 0 && value <= 0x10ffff ? (int)value : -1;
		if (count == 2 && *end == ':')
			*event = atoi(end + 1);
		body = end + strcspn(end, ";");
		if (*body != ';')
			break;
		body++;
	}
	return count;
}

static enum keytable_answer keytable_final(char final, int modifiers, struct key *key)
{
	for (size_t i = 0; i < ARRAY_SIZE(keytable_finals); i++)
		if (keytable_finals[i].final == final) {
			key->code = keytable_finals[i].code;
			return keytable_modify(key, modifiers) ? KEYTABLE_KEY : KEYTABLE_UNKNOWN;
		}
	return KEYTABLE_UNKNOWN;
}

/* Reads "3~" and the like; rxvt has other final bytes for Shift, Ctrl and both. */
static enum keytable_answer keytable_tilde(int number, char last, int modifiers, struct key *key)
{
	if (number < 0 || number >= (int)ARRAY_SIZE(keytable_numbers) || !keytable_numbers[number])
		return KEYTABLE_UNKNOWN;
	key->code = keytable_numbers[number];
	if (last == '$' || last == '@')
		modifiers |= KEYTABLE_SHIFT;
	if (last == '^' || last == '@')
		modifiers |= KEYTABLE_CTRL;
	return keytable_modify(key, modifiers) ? KEYTABLE_KEY : KEYTABLE_UNKNOWN;
}

/* Is it a report or an answer, not a key: focus, the terminal's type, the cursor's position, the size? */
static bool keytable_is_report(const struct sequence *sequence, int count, const int *fields, char final)
{
	if (strchr("<=>?", sequence->body[0]))
		return true;
	if (sequence->len == 1)
		return final == 'I' || final == 'O';
	return (count && strchr("cnty", final)) || (final == 'R' && count == 2 && fields[0] != 1);
}

static enum keytable_answer keytable_csi(const struct sequence *sequence, struct key *key)
{
	const char *body = sequence->body;
	char final = body[sequence->len - 1];
	int fields[KEYTABLE_FIELDS] = {0}, event;
	int count = keytable_fields(body, fields, &event);
	int modifiers = count > 1 && fields[1] > 0 ? fields[1] - 1 : 0;

	if (keytable_is_report(sequence, count, fields, final) || event == KEYTABLE_RELEASED)
		return KEYTABLE_NO_KEY;
	if (body[0] == '[' && final >= 'A' && final <= 'E')
		return keytable_tilde(11 + final - 'A', '~', 0, key);
	if (strspn(body, "0123456789;:") + 1 != sequence->len)
		return KEYTABLE_UNKNOWN;
	if (final == '~' && fields[0] == 27 && count == 3)
		return keytable_numbered(fields[2], modifiers, key);
	if (final == 'u' && count)
		return keytable_numbered(fields[0], modifiers, key);
	if (count && strchr("~$^@", final))
		return keytable_tilde(fields[0], final, modifiers, key);
	if (final == 'Z' || (!count && final >= 'a' && final <= 'd')) { /* the latter: Shift, in rxvt */
		key->code = KEY_CODE_BACK_TAB;
		return final == 'Z' ? keytable_modify(key, modifiers) ? KEYTABLE_KEY : KEYTABLE_UNKNOWN
				    : keytable_final((char)(final - 'a' + 'A'), KEYTABLE_SHIFT, key);
	}
	return count && fields[0] > 1 ? KEYTABLE_UNKNOWN : keytable_final(final, modifiers, key);
}

static enum keytable_answer keytable_ss3(const struct sequence *sequence, struct key *key)
{
	char final = sequence->body[sequence->len - 1];
	int fields[KEYTABLE_FIELDS] = {0}, event;
	int count = keytable_fields(sequence->body, fields, &event);
	int modifiers = count && fields[count - 1] > 0 ? fields[count - 1] - 1 : 0;
	size_t pad = (size_t)(final - keytable_pad_from);

	if (final >= 'a' && final <= 'd') /* rxvt */
		return keytable_final((char)(final - 'a' + 'A'), KEYTABLE_CTRL, key);
	if (final >= keytable_pad_from && pad < sizeof(keytable_pad) - 1)
		return keytable_numbered(keytable_pad[pad], modifiers, key);
	switch (final) {
	case 'M': return keytable_numbered('\r', modifiers, key);
	case 'I': return keytable_numbered('\t', modifiers, key);
	case 'X': return keytable_numbered('=', modifiers, key);
	case ' ': return keytable_numbered(' ', modifiers, key);
	default: return keytable_final(final, modifiers, key);
	}
}

enum keytable_answer keytable_read(const struct keytable *table, const struct sequence *sequence, struct key *key)
{
	struct key read = {.alt = sequence->escaped, .escaped = sequence->escaped};
	struct key found;
	enum keytable_answer answer = KEYTABLE_UNKNOWN;

	if (sequence->type <= SEQUENCE_SS3 && keytable_find(table, sequence, &found)) {
		*key = found;
		return KEYTABLE_KEY;
	}
	switch (sequence->type) {
	case SEQUENCE_CHARACTER: answer = keytable_character(sequence->code, &read); break;
	case SEQUENCE_CSI: answer = keytable_csi(sequence, &read); break;
	case SEQUENCE_SS3: answer = keytable_ss3(sequence, &read); break;
	case SEQUENCE_BROKEN: break;
	default: answer = KEYTABLE_NO_KEY;
	}
	if (answer == KEYTABLE_KEY && sequence->super)
		return KEYTABLE_UNKNOWN;
	if (answer == KEYTABLE_KEY)
		*key = read;
	return answer;
}
