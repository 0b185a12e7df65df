#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "live/program.h"
#include "live/pubkey.h"

#define ED "AAAAC3NzaC1lZDI1NTE5AAAAIHZ9lpt0mDI+/cEZF2miwHFZt/EkAtG5JLxFiv/+LGbb"
#define EC                                                                                     \
	"AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLsdMQRm4Fgd7zgqu1jTdNdmv2Uo7FqA" \
	"et+R4X6vNOaVAQOuwZhbHyP7zH+HRsEXKhccH01WBryBWio8+wAvbak="
static const char rsa[] = "AAAAB3NzaC1yc2EAAAADAQABAAABAQDTRKvpCr70j8SZxgda5nkdtZc6ENr20KEfwPjQvqnx2oqYDPzJmVUU"
			  "qtj/oRDvul+SDzXCXl4rkV/NTTAt3rfmzCRbTBmr9OOin35nposIwmumIIJWpyaHE6PswMTHFsRT8hitf+kA"
			  "liz+OR0SLiVHK3Aa2EBY5Hp/gpXhtsjcsSEGjXF7G441XA3VsjPL7REX1nTgAJ2iRo4/fSeiHUxDOxB/NO8n"
			  "6uiriMeKFvV+39DK2pN2A9lAn0uiZToH85UJx3KWO57hrR/aWyQV94xrMNsLcAVy8Qn5l4GNkt27JzMb+0Zs"
			  "YovIHVrdl3lT8tY6bMRt+fsaGpiTHAMuzIvZ";
static const char short_rsa[] = "AAAAB3NzaC1yc2EAAAADAQABAAAAgQDoEIf4nnmSrMXd7dFzj20mRe8SqimNrz8gPVqcEi5sDfvW0CR8MTeo"
				"Q6NDN8INquErWdTQl72/CWQmG/Bx4NDbRLGTcx0fC1mveKX+03axj3mFsOGdz42ulvYCkWxU5RhABmhzay/t"
				"10vVzXEQAxT8GfICkCofuho38C8XJk6rbw==";

static const char certificate[] =
	"AAAAHHNzaC1yc2EtY2VydC12MDFAb3BlbnNzaC5jb20AAAAgbJbvPT+MI5/oyZyoXHwHxmx5ZbCksZMei1FNzvUV"
	"rXoAAAADAQABAAAAgQC8rwljCUmyMwvO8hfaXbt1icLE4zxBkIub0vvFtbNM4G3Woa6dcrGCljDp6bTWY6GTjmgp"
	"bsUf0yEOwD+lFbe5obXAzftuStqRmhGtMZwgfIGrsO/v0wfAKJ3ilTagr5w4tLEdjAFJsj1m3bH76OuT8CefGFn/"
	"O7PBonKqHqEOKQAAAAAAAAAAAAAAAQAAAAJpZAAAAAUAAAABeAAAAAAAAAAA//////////8AAAAAAAAAggAAABVw"
	"ZXJtaXQtWDExLWZvcndhcmRpbmcAAAAAAAAAF3Blcm1pdC1hZ2VudC1mb3J3YXJkaW5nAAAAAAAAABZwZXJtaXQt"
	"cG9ydC1mb3J3YXJkaW5nAAAAAAAAAApwZXJtaXQtcHR5AAAAAAAAAA5wZXJtaXQtdXNlci1yYwAAAAAAAAAAAAAA"
	"MwAAAAtzc2gtZWQyNTUxOQAAACA0AYVoM+pE+DjoeDYq0BdnYUtGU8Zp3v08VtxPcmjeMAAAAFMAAAALc3NoLWVk"
	"MjU1MTkAAABA5HLFyQ4PhnBvuojzbpspKYXPrmwGEZ+QzRZb60Xoq9ZvRD2FKeuwsVfh8edLRMC3geiLRxZ/49qF"
	"fZMUDAosAw==";

static int read_and_check(const char *text, size_t len, struct strbuf *key, struct error *err)
{
	int failed = pubkey_read(text, len, key, err);

	return failed ? failed : pubkey_check(key, err);
}

static void keys_that_are_good(void **state)
{
	static const char *const good[] = {
		"ssh-ed25519 " ED,
		"ssh-ed25519 " ED "\n",
		"  ssh-ed25519 " ED " ana@home of many words\r\n\n",
		"ecdsa-sha2-nistp256 " EC " x",
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		struct strbuf key = STRBUF_INIT;

		assert_int_equal(read_and_check(good[i], strlen(good[i]), &key, NULL), 0);
		assert_string_equal(key.text, i < 3 ? "ssh-ed25519 " ED : "ecdsa-sha2-nistp256 " EC);
		strbuf_release(&key);
	}
}

static void what_is_no_key_is_refused_with_a_reason(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{"", "contains no key"},
		{" \n\n", "contains no key"},
		{"hello", "not a public key"},
		{"ssh-ed25519", "not a public key"},
		{ED, "not a public key"},
		{"ssh-dss " ED, "damaged"},
		{"command=\"sh\" ssh-ed25519 " ED, "not a public key"},
		{"restrict ssh-ed25519 " ED, "not a public key"},
		{"ssh-ed25519,ssh-rsa " ED, "not a public key"},
		{"# ssh-ed25519 " ED, "not a public key"},
		{"ssh-ed25519 ", "not a public key"},
		{"ssh-ed25519  " ED, "not a public key"},
		{"ssh-ed25519 " ED "=", "not a public key"},
		{"ssh-ed25519 " ED "AAAA", "damaged"},
		{"ssh-ed25519 AAAA", "damaged"},
		{"ssh-ed25519 \"" ED, "not a public key"},
		{"ssh-ed25519 /////w==", "damaged"},
		{"ssh-rsa " ED, "damaged"},
		{"ssh-ed25519 " EC, "damaged"},
		{"ssh-ed25519 " ED "\nssh-ed25519 " ED, "more than one line"},
		{"ssh-ed25519 " ED "\rssh-ed25519 " ED, "more than one line"},
		{"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n", "private key"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf key = STRBUF_INIT;
		struct error err = ERROR_INIT;

		if (!read_and_check(rows[i].text, strlen(rows[i].text), &key, &err))
			fail_msg("taken for a key: %s", rows[i].text);
		if (!strstr(err.text, rows[i].why))
			fail_msg("%s: %s", rows[i].text, err.text);
		strbuf_release(&key);
	}
}

static void a_nul_byte_is_in_no_key(void **state)
{
	static const char text[] = "ssh-ed25519 " ED " a\0b";
	struct strbuf key = STRBUF_INIT;

	(void)state;
	assert_int_not_equal(pubkey_read(text, sizeof(text) - 1, &key, NULL), 0);
	strbuf_release(&key);
}

static void a_key_that_can_be_broken_is_refused(void **state)
{
	static const struct {
		const char *type, *base64, *why; /* NULL: it is good */
	} rows[] = {
		{"ssh-rsa", rsa, NULL},
		{"ssh-rsa", short_rsa, "too short"},
		{"ssh-rsa-cert-v01@openssh.com", certificate, "type of key"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf text = STRBUF_INIT, key = STRBUF_INIT;
		struct error err = ERROR_INIT;
		int failed;

		strbuf_addf(&text, "%s %s", rows[i].type, rows[i].base64);
		failed = read_and_check(text.text, text.len, &key, &err);
		assert_int_equal(failed, rows[i].why ? ERROR_REFUSED : 0);
		if (failed && !strstr(err.text, rows[i].why))
			fail_msg("%s: %s", rows[i].type, err.text);
		strbuf_release(&text);
		strbuf_release(&key);
	}
}

/* However a key is cut or altered, it is read or refused, and what is read is one line. */
static void a_key_that_is_altered_stays_one_line(void **state)
{
	static const char key[] = "ssh-ed25519 " ED " x";

	(void)state;
	for (size_t at = 0; at < strlen(key); at++)
		for (int byte = 0; byte < 256; byte += 7) {
			struct strbuf out = STRBUF_INIT;
			char text[sizeof(key)];

			memcpy(text, key, sizeof(key));
			text[at] = (char)byte;
			pubkey_read(text, at, &out, NULL);
			strbuf_reset(&out);
			pubkey_read(text, strlen(key), &out, NULL);
			assert_null(strpbrk(out.text, "\n\r\"'\\,"));
			strbuf_release(&out);
		}
}

/* What ssh-keygen decides can only be tried where it is. */
static int with_ssh_keygen(void **state)
{
	struct strbuf path = STRBUF_INIT;
	int failed = program_find("ssh-keygen", "openssh-client", &path, NULL);

	(void)state;
	strbuf_release(&path);
	if (failed)
		skip();
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(keys_that_are_good, with_ssh_keygen),
		cmocka_unit_test_setup(what_is_no_key_is_refused_with_a_reason, with_ssh_keygen),
		cmocka_unit_test(a_nul_byte_is_in_no_key),
		cmocka_unit_test_setup(a_key_that_can_be_broken_is_refused, with_ssh_keygen),
		cmocka_unit_test(a_key_that_is_altered_stays_one_line),
	};

	return cmocka_run_group_tests_name("live/pubkey", tests, NULL, NULL);
}
