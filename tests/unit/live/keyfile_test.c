#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "live/keyfile.h"

#define ED "AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define ED_FIRST "AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/c"
#define ED_REST "EZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define BEGIN "---- BEGIN SSH2 PUBLIC KEY ----\n"
#define END "---- END SSH2 PUBLIC KEY ----\n"
#define LINE "ssh-ed25519 " ED

/* The keys in TEXT with a line feed behind each, or why there are none; to be freed. */
static char *read_text(const char *text, size_t len)
{
	struct vec keys = VEC_INIT(char *);
	struct strbuf out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (keyfile_read(text, len, &keys, &err)) {
		assert_int_equal(keys.count, 0);
		strbuf_addf(&out, "! %s", err.text);
	}
	for (size_t i = 0; i < keys.count; i++)
		strbuf_addf(&out, "%s\n", vec_get(&keys, char *, i));
	vec_release_strings(&keys);
	return strbuf_detach(&out);
}

static void keys_as_programs_write_them(void **state)
{
	static const struct {
		const char *text, *keys;
	} rows[] = {
		{LINE " ana@home\r\n", LINE "\n"},
		{LINE "\n\n  " LINE " two\r\n", LINE "\n" LINE "\n"},
		{LINE "\r" LINE, LINE "\n" LINE "\n"},
		{BEGIN "Comment: \"ana\"\n" ED "\n" END, LINE "\n"},
		{BEGIN ED_FIRST "\n" ED_REST "\n" END, LINE "\n"},
		{"\r\n---- BEGIN SSH2 PUBLIC KEY ----\r\nComment: \"a long \\\r\none\"\r\nSubject: ana\r\n" ED_FIRST
		 "\r\n" ED_REST "\r\n---- END SSH2 PUBLIC KEY ----\r\n",
			LINE "\n"},
		{BEGIN ED "\n" END LINE "\n" BEGIN ED "\n" END, LINE "\n" LINE "\n" LINE "\n"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char *keys = read_text(rows[i].text, strlen(rows[i].text));

		assert_string_equal(keys, rows[i].keys);
		free(keys);
	}
}

static void what_is_no_key_is_refused_by_its_line(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{"", "! it contains no key"},
		{" \n\r\n", "! it contains no key"},
		{"hello", "! not a public key"},
		{LINE "\nhello", "! line 2: not a public key"},
		{"\n\ncommand=\"sh\" " LINE, "! line 3: not a public key"},
		{BEGIN, "! not a public key"},
		{BEGIN END, "! not a public key"},
		{BEGIN "Comment: x\n" END, "! not a public key"},
		{BEGIN "Comment: x\\\n" ED "\n" END, "! not a public key"},
		{BEGIN ED "\n", "! not a public key"},
		{BEGIN "AAAA\n" END, "! not a public key"},
		{BEGIN "AAAA/////w==\n" END, "! not a public key"},
		{BEGIN "command=\"sh\"\n" ED "\n" END, "! not a public key"},
		{BEGIN BEGIN ED "\n" END END, "! not a public key"},
		{LINE "\n" BEGIN "\"\n" END, "! line 2: not a public key"},
		{"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "! this is a private key, "},
		{LINE "\n-----BEGIN OPENSSH PRIVATE KEY-----\n", "! this is a private key, "},
		{"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n", "! this is a private key of PuTTY, "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char *why = read_text(rows[i].text, strlen(rows[i].text));

		if (strncmp(why, rows[i].why, strlen(rows[i].why)))
			fail_msg("%s: %s", rows[i].text, why);
		free(why);
	}
}

/* However a file is cut or altered, each key that is read is one line without options. */
static void what_is_altered_stays_one_line(void **state)
{
	static const char file[] = BEGIN "Comment: x\n" ED_FIRST "\n" ED_REST "\n" END LINE " x\n";
	char text[sizeof(file)];
	size_t read = 0;

	(void)state;
	for (size_t at = 0; at < sizeof(file); at++)
		for (int byte = 0; byte < 256; byte += 5) {
			struct vec keys = VEC_INIT(char *);

			memcpy(text, file, sizeof(file));
			text[at] = (char)byte;
			keyfile_read(text, at, &keys, NULL);
			keyfile_read(text, sizeof(file) - 1, &keys, NULL);
			for (size_t i = 0; i < keys.count; i++)
				assert_null(strpbrk(vec_get(&keys, char *, i), "\n\r\"'\\,"));
			read += keys.count;
			vec_release_strings(&keys);
		}
	assert_true(read > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_as_programs_write_them),
		cmocka_unit_test(what_is_no_key_is_refused_by_its_line),
		cmocka_unit_test(what_is_altered_stays_one_line),
	};

	return cmocka_run_group_tests_name("live/keyfile", tests, NULL, NULL);
}
