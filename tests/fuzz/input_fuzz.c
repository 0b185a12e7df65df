/*
 * Fuzz target: what a terminal sends. Whatever it is: what a sequence is called can be shown, keys and places of the
 * mouse are such as there are, and a control sequence is a character only where it is one by its number. The first byte
 * says after how many bytes the line pauses; a paste is text.
 */
#include <string.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "terminal/keytable.h"
#include "terminal/mouse.h"
#include "terminal/paste.h"
#include "text/clean.h"
#include "text/utf8.h"

#define INPUT_FUZZ_ESC_MS 25
#define INPUT_FUZZ_PAUSE_MS 200

static const char *input_fuzz_bytes(const char *name)
{
	return !strcmp(name, "kcuu1") ? "\033OA" : !strcmp(name, "kcbt") ? "\033[Z" : "";
}

static void input_fuzz_name(const struct sequence *sequence)
{
	struct strbuf name = STRBUF_INIT;

	sequence_name(sequence, &name);
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.text[i] < ' ' || name.text[i] == 0x7f)
			BUG("a name that cannot be shown");
	if (!utf8_valid(name.text, name.len))
		BUG("a name that is no text");
	strbuf_release(&name);
}

static void input_fuzz_key(const struct sequence *sequence, struct key key)
{
	struct strbuf name = STRBUF_INIT;
	bool numbered = sequence->len > 1 && strchr("u~", sequence->body[sequence->len - 1]);

	if (key.code <= ' ' || key.code > KEY_CODE_F12 || (key.code >= 0x7f && key.code < 0xa0))
		BUG("the key %d", key.code);
	if (sequence->type == SEQUENCE_CSI && key.code < KEY_CODE_FIRST && !numbered)
		BUG("“%s” is the character %d", sequence->body, key.code);
	key_format(key, &name);
	if (!utf8_valid(name.text, name.len))
		BUG("a key whose name is no text");
	strbuf_release(&name);
}

static void input_fuzz_finish(const struct keytable *table, const struct sequence *sequence, struct paste *paste)
{
	struct key key = {0};
	struct mouse mouse;

	if (sequence->len > SEQUENCE_BODY_BYTES || (sequence->type == SEQUENCE_CSI && !sequence->len))
		BUG("a body of %zu bytes", sequence->len);
	input_fuzz_name(sequence);
	if (mouse_is_report(sequence) && mouse_read(sequence, &mouse) && (mouse.x < 0 || mouse.y < 0))
		BUG("the mouse at %d, %d", mouse.x, mouse.y);
	else if (keytable_read(table, sequence, &key) == KEYTABLE_KEY)
		input_fuzz_key(sequence, key);
	if (sequence->type == SEQUENCE_CSI && !strcmp(sequence->body, "200~"))
		paste_begin(paste, 0);
}

static void input_fuzz_look(const struct paste *paste)
{
	if (!utf8_valid(paste->text.text, paste->text.len) || memchr(paste->text.text, '\r', paste->text.len))
		BUG("a paste that is no text");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t pause = size ? data[0] + 1u : 1, at = 1;
	struct sequence sequence;
	struct keytable table;
	struct paste paste;
	int64_t now = 0;

	keytable_init(&table);
	keytable_describe(&table, input_fuzz_bytes);
	paste_init(&paste);
	sequence_start(&sequence);
	while (at < size) {
		enum sequence_result result = SEQUENCE_MORE;

		if (paste.on) {
			if (paste_take(&paste, data[at++], now))
				input_fuzz_look(&paste);
		} else {
			result = sequence_take(&sequence, data[at]);
			at += result != SEQUENCE_BEFORE;
		}
		if (result != SEQUENCE_MORE)
			input_fuzz_finish(&table, &sequence, &paste);
		if (at % pause)
			continue;
		now += INPUT_FUZZ_PAUSE_MS;
		if (paste.on && paste_idle(&paste, now, INPUT_FUZZ_ESC_MS) == PASTE_DONE)
			input_fuzz_look(&paste);
		else if (!paste.on && sequence_wait_ms(&sequence, INPUT_FUZZ_ESC_MS) >= 0 && sequence_end(&sequence))
			input_fuzz_finish(&table, &sequence, &paste);
	}
	paste_release(&paste);
	keytable_release(&table);
	return 0;
}
