#include "terminal/sequence.h"

#include <string.h>

#include "text/utf8.h"

/* How long to wait for the rest of a sequence, which also delays Alt-[; a line that needs longer is broken, not
 * slow. */
#define SEQUENCE_BEGUN_MS 1000

#define SEQUENCE_ESC 0x1b
#define SEQUENCE_CAN 0x18
#define SEQUENCE_CTRL_X SEQUENCE_CAN
#define SEQUENCE_SUB 0x1a
#define SEQUENCE_BEL 0x07
#define SEQUENCE_X10_BYTES 3

enum sequence_state {
	SEQUENCE_GROUND,
	SEQUENCE_IN_CHARACTER, /* a character of several bytes */
	SEQUENCE_AFTER_ESC,
	SEQUENCE_IN_CSI,
	SEQUENCE_AFTER_DOLLAR, /* ESC [ 7 $: a key of rxvt, or more comes */
	SEQUENCE_IN_CONSOLE,   /* ESC [ [ */
	SEQUENCE_IN_X10,
	SEQUENCE_IN_SS3,
	SEQUENCE_IN_STRING,
	SEQUENCE_IN_OSC,       /* a string that BEL can end too */
	SEQUENCE_AFTER_STRING, /* an ESC in a string: ST or something else follows */
	SEQUENCE_AFTER_CTRL_X,
	SEQUENCE_AFTER_CTRL_X_AT,
	SEQUENCE_HOLDING_AT, /* a Ctrl-X was a key after all, and so is the @ after it */
	SEQUENCE_AFTER_SUPER,
};

void sequence_start(struct sequence *sequence)
{
	*sequence = (struct sequence){.state = SEQUENCE_GROUND};
}

static enum sequence_result sequence_done(struct sequence *sequence, enum sequence_type type)
{
	sequence->type = sequence->cut && type != SEQUENCE_STRING ? SEQUENCE_BROKEN : type;
	sequence->state = SEQUENCE_GROUND;
	return SEQUENCE_DONE;
}

/* Ends the sequence before the current byte, which is not part of it. */
static enum sequence_result sequence_before(struct sequence *sequence, enum sequence_type type)
{
	sequence_done(sequence, type);
	return SEQUENCE_BEFORE;
}

static void sequence_keep(struct sequence *sequence, unsigned char byte)
{
	sequence->cut |= sequence->len == SEQUENCE_BODY_BYTES;
	if (sequence->len < SEQUENCE_BODY_BYTES)
		sequence->body[sequence->len++] = (char)byte;
	sequence->body[sequence->len] = '\0';
}

static void sequence_forget(struct sequence *sequence)
{
	sequence->len = 0;
	sequence->body[0] = '\0';
	sequence->cut = false;
	sequence->code = 0;
	sequence->opener = '\0';
	sequence->before = 0;
}

/* What the byte after ESC, or the 8-bit form of both, opens; SEQUENCE_GROUND: nothing. */
static enum sequence_state sequence_opens(int byte)
{
	switch (byte) {
	case '[': return SEQUENCE_IN_CSI;
	case 'O': return SEQUENCE_IN_SS3;
	case ']': return SEQUENCE_IN_OSC;
	case 'P':
	case 'X':
	case '^':
	case '_': return SEQUENCE_IN_STRING;
	default: return SEQUENCE_GROUND;
	}
}

static enum sequence_result sequence_open(struct sequence *sequence, int opener)
{
	sequence_forget(sequence);
	sequence->opener = (char)opener;
	sequence->state = (int)sequence_opens(opener);
	return SEQUENCE_MORE;
}

/* Handles a complete character. C1 characters open sequences; a stray ST is ignored. */
static enum sequence_result sequence_character(struct sequence *sequence, int32_t code)
{
	if (code >= 0x80 && code < 0xa0 && sequence_opens((int)code - 0x40) != SEQUENCE_GROUND)
		return sequence_open(sequence, (int)code - 0x40);
	sequence->code = code;
	return sequence_done(sequence, SEQUENCE_CHARACTER);
}

/* How many bytes follow BYTE in a character; -1: it does not start one. */
static int sequence_following(unsigned char byte)
{
	return byte < 0x80 ? 0 : byte < 0xc2 ? -1 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : -1;
}

static enum sequence_result sequence_begin_character(struct sequence *sequence, unsigned char byte)
{
	int bytes = sequence_following(byte);

	if (bytes < 0 && byte >= 0xa0)
		return sequence_done(sequence, SEQUENCE_NOISE);
	if (bytes <= 0)
		return sequence_character(sequence, byte);
	sequence->bytes = bytes;
	sequence->state = SEQUENCE_IN_CHARACTER;
	sequence_keep(sequence, byte);
	return SEQUENCE_MORE;
}

static enum sequence_result sequence_begin(struct sequence *sequence, unsigned char byte)
{
	sequence_forget(sequence);
	sequence->escaped = false;
	if (byte == SEQUENCE_ESC)
		sequence->state = SEQUENCE_AFTER_ESC;
	return byte == SEQUENCE_ESC ? SEQUENCE_MORE : sequence_begin_character(sequence, byte);
}

static enum sequence_result sequence_ground(struct sequence *sequence, unsigned char byte)
{
	sequence->super = false;
	if (byte != SEQUENCE_CTRL_X)
		return sequence_begin(sequence, byte);
	sequence_forget(sequence);
	sequence->escaped = false;
	sequence->state = SEQUENCE_AFTER_CTRL_X;
	return SEQUENCE_MORE;
}

/* Handles the start of Qt's mark of Super: any other byte shows that the Ctrl-X was a key, and so was the @ after
 * it. */
static enum sequence_result sequence_after_ctrl_x(struct sequence *sequence, unsigned char byte)
{
	bool had_at = sequence->state == SEQUENCE_AFTER_CTRL_X_AT;

	if (byte == (had_at ? 's' : '@')) {
		sequence->state = had_at ? SEQUENCE_AFTER_SUPER : SEQUENCE_AFTER_CTRL_X_AT;
		return SEQUENCE_MORE;
	}
	sequence->code = SEQUENCE_CTRL_X;
	sequence_before(sequence, SEQUENCE_CHARACTER);
	if (had_at)
		sequence->state = SEQUENCE_HOLDING_AT;
	return SEQUENCE_BEFORE;
}

static enum sequence_result sequence_holding_at(struct sequence *sequence, unsigned char byte)
{
	(void)byte;
	sequence->code = '@';
	return sequence_before(sequence, SEQUENCE_CHARACTER);
}

static enum sequence_result sequence_after_super(struct sequence *sequence, unsigned char byte)
{
	sequence->super = true;
	return sequence_begin(sequence, byte);
}

static enum sequence_result sequence_in_character(struct sequence *sequence, unsigned char byte)
{
	int32_t code;

	if ((byte & 0xc0) != 0x80)
		return sequence_before(sequence, SEQUENCE_NOISE);
	sequence_keep(sequence, byte);
	if (--sequence->bytes)
		return SEQUENCE_MORE;
	if (!utf8_decode(sequence->body, sequence->len, &code))
		return sequence_done(sequence, SEQUENCE_NOISE);
	return sequence_character(sequence, code);
}

/* ESC ESC counts as one ESC; with a sequence after it, it is rxvt's Alt with that key. */
static enum sequence_result sequence_after_esc(struct sequence *sequence, unsigned char byte)
{
	if (sequence_opens(byte) != SEQUENCE_GROUND)
		return sequence_open(sequence, byte);
	sequence->escaped = true;
	if (byte == SEQUENCE_ESC)
		return SEQUENCE_MORE;
	return sequence_begin_character(sequence, byte);
}

/* Handles a byte that cannot come here: CAN and SUB end a sequence, others are taken next. */
static enum sequence_result sequence_break(struct sequence *sequence, unsigned char byte)
{
	if (byte == SEQUENCE_CAN || byte == SEQUENCE_SUB)
		return sequence_done(sequence, SEQUENCE_BROKEN);
	return sequence_before(sequence, SEQUENCE_BROKEN);
}

static bool sequence_is_number(const struct sequence *sequence)
{
	return sequence->len && strspn(sequence->body, "0123456789") == sequence->len;
}

static enum sequence_result sequence_in_csi(struct sequence *sequence, unsigned char byte)
{
	bool rxvt = byte == '$' && sequence_is_number(sequence);

	if (byte < 0x20 || byte >= 0x7f)
		return sequence_break(sequence, byte);
	if (!sequence->len && (byte == '[' || byte == 'M')) {
		if (byte == '[')
			sequence_keep(sequence, byte);
		sequence->bytes = SEQUENCE_X10_BYTES;
		sequence->state = byte == '[' ? SEQUENCE_IN_CONSOLE : SEQUENCE_IN_X10;
		return SEQUENCE_MORE;
	}
	sequence_keep(sequence, byte);
	if (byte >= 0x40)
		return sequence_done(sequence, SEQUENCE_CSI);
	sequence->state = rxvt ? SEQUENCE_AFTER_DOLLAR : SEQUENCE_IN_CSI;
	return SEQUENCE_MORE;
}

static enum sequence_result sequence_after_dollar(struct sequence *sequence, unsigned char byte)
{
	if (byte < 0x20 || byte >= 0x7f)
		return sequence_before(sequence, SEQUENCE_CSI);
	sequence->state = SEQUENCE_IN_CSI;
	return sequence_in_csi(sequence, byte);
}

static enum sequence_result sequence_in_console(struct sequence *sequence, unsigned char byte)
{
	if (byte < 0x20 || byte >= 0x7f)
		return sequence_break(sequence, byte);
	sequence_keep(sequence, byte);
	return sequence_done(sequence, SEQUENCE_CSI);
}

static enum sequence_result sequence_in_x10(struct sequence *sequence, unsigned char byte)
{
	if (byte < 0x20)
		return sequence_break(sequence, byte);
	sequence_keep(sequence, byte);
	return --sequence->bytes ? SEQUENCE_MORE : sequence_done(sequence, SEQUENCE_X10);
}

static enum sequence_result sequence_in_ss3(struct sequence *sequence, unsigned char byte)
{
	if (byte < 0x20 || byte >= 0x7f)
		return sequence_break(sequence, byte);
	sequence_keep(sequence, byte);
	return (byte >= '0' && byte <= '9') || byte == ';' ? SEQUENCE_MORE : sequence_done(sequence, SEQUENCE_SS3);
}

static enum sequence_result sequence_in_string(struct sequence *sequence, unsigned char byte)
{
	int before = sequence->before;

	sequence->before = byte;
	if (byte == SEQUENCE_ESC) {
		sequence->state = SEQUENCE_AFTER_STRING;
		return SEQUENCE_MORE;
	}
	if ((byte == SEQUENCE_BEL && sequence->state == SEQUENCE_IN_OSC) || (byte == 0x9c && before == 0xc2))
		return sequence_done(sequence, SEQUENCE_STRING);
	if (byte < 0x20 && (byte < 0x08 || byte > 0x0d)) /* not text; Ctrl-C is one of them */
		return sequence_done(sequence, SEQUENCE_BROKEN);
	sequence_keep(sequence, byte);
	return SEQUENCE_MORE;
}

/* An ESC without ST ends the string too; urxvt ends its answers like that. */
static enum sequence_result sequence_after_string(struct sequence *sequence, unsigned char byte)
{
	if (byte == '\\')
		return sequence_done(sequence, SEQUENCE_STRING);
	if (sequence_opens(byte) == SEQUENCE_GROUND)
		return sequence_before(sequence, SEQUENCE_STRING);
	sequence->escaped = false;
	return sequence_open(sequence, byte);
}

enum sequence_result sequence_take(struct sequence *sequence, unsigned char byte)
{
	static enum sequence_result (*const take[])(struct sequence *, unsigned char) = {
		[SEQUENCE_GROUND] = sequence_ground,
		[SEQUENCE_IN_CHARACTER] = sequence_in_character,
		[SEQUENCE_AFTER_ESC] = sequence_after_esc,
		[SEQUENCE_IN_CSI] = sequence_in_csi,
		[SEQUENCE_AFTER_DOLLAR] = sequence_after_dollar,
		[SEQUENCE_IN_CONSOLE] = sequence_in_console,
		[SEQUENCE_IN_X10] = sequence_in_x10,
		[SEQUENCE_IN_SS3] = sequence_in_ss3,
		[SEQUENCE_IN_STRING] = sequence_in_string,
		[SEQUENCE_IN_OSC] = sequence_in_string,
		[SEQUENCE_AFTER_STRING] = sequence_after_string,
		[SEQUENCE_AFTER_CTRL_X] = sequence_after_ctrl_x,
		[SEQUENCE_AFTER_CTRL_X_AT] = sequence_after_ctrl_x,
		[SEQUENCE_HOLDING_AT] = sequence_holding_at,
		[SEQUENCE_AFTER_SUPER] = sequence_after_super,
	};

	return take[sequence->state](sequence, byte);
}

int sequence_wait_ms(const struct sequence *sequence, int esc_ms)
{
	switch (sequence->state) {
	case SEQUENCE_AFTER_ESC:
	case SEQUENCE_AFTER_DOLLAR:
	case SEQUENCE_AFTER_CTRL_X: return esc_ms;
	case SEQUENCE_HOLDING_AT: return 0;
	case SEQUENCE_AFTER_CTRL_X_AT:
	case SEQUENCE_AFTER_SUPER:
	case SEQUENCE_IN_CONSOLE:
	case SEQUENCE_IN_X10:
	case SEQUENCE_IN_SS3:
	case SEQUENCE_AFTER_STRING: return SEQUENCE_BEGUN_MS;
	case SEQUENCE_IN_CHARACTER:
	case SEQUENCE_GROUND: return -1;
	default: return sequence->len ? -1 : SEQUENCE_BEGUN_MS;
	}
}

bool sequence_is_string(const struct sequence *sequence)
{
	return sequence->len && (sequence->state == SEQUENCE_IN_STRING || sequence->state == SEQUENCE_IN_OSC);
}

bool sequence_end(struct sequence *sequence)
{
	int state = sequence->state;

	if (state == SEQUENCE_GROUND)
		return false;
	if (state == SEQUENCE_AFTER_ESC) {
		sequence->escaped = false;
		sequence->code = SEQUENCE_ESC;
		sequence_done(sequence, SEQUENCE_CHARACTER);
	} else if (state == SEQUENCE_AFTER_CTRL_X || state == SEQUENCE_AFTER_CTRL_X_AT) {
		sequence_after_ctrl_x(sequence, '\0');
	} else if (state == SEQUENCE_HOLDING_AT) {
		sequence_holding_at(sequence, '\0');
	} else if (state == SEQUENCE_AFTER_DOLLAR) {
		sequence_done(sequence, SEQUENCE_CSI);
	} else {
		sequence->super |= state == SEQUENCE_AFTER_SUPER;
		sequence_done(sequence, state == SEQUENCE_AFTER_STRING ? SEQUENCE_STRING : SEQUENCE_BROKEN);
	}
	return true;
}

static void sequence_name_byte(unsigned char byte, struct strbuf *out)
{
	if (byte < ' ' || byte == 0x7f)
		strbuf_addch(out, '^');
	strbuf_addch(out, (char)(byte < ' ' || byte == 0x7f ? byte ^ 0x40 : byte < 0x80 ? byte : '?'));
}

void sequence_name(const struct sequence *sequence, struct strbuf *out)
{
	if (sequence->super)
		strbuf_addstr(out, "^X@s");
	if (sequence->super && sequence->type == SEQUENCE_BROKEN && !sequence->opener)
		return;
	if (sequence->escaped)
		strbuf_addstr(out, "^[");
	if (!sequence->opener && sequence->code >= 0x80)
		utf8_append(out, sequence->code);
	else if (!sequence->opener)
		sequence_name_byte((unsigned char)sequence->code, out);
	else
		strbuf_addf(out, "^[%c%s", sequence->opener, sequence->type == SEQUENCE_X10 ? "M" : "");
	for (size_t i = 0; sequence->opener && i < sequence->len; i++)
		sequence_name_byte((unsigned char)sequence->body[i], out);
}
