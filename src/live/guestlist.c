#include "live/guestlist.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/smallfile.h"
#include "text/clean.h"
#include "text/utf8.h"

#define GUESTLIST_FILE "guests"

/* The largest file. */
#define GUESTLIST_BYTES_MOST ((size_t)GUESTLIST_MOST * 1024)

static void guestlist_forget(struct guestlist *guests, size_t at)
{
	struct guest *guest = vec_at(&guests->list, at);

	free(guest->name);
	free(guest->token);
	free(guest->from);
	vec_remove(&guests->list, at);
}

void guestlist_init(struct guestlist *guests)
{
	vec_init(&guests->list, sizeof(struct guest));
}

void guestlist_release(struct guestlist *guests)
{
	while (guests->list.count)
		guestlist_forget(guests, guests->list.count - 1);
	vec_release(&guests->list);
}

void guestlist_path(const char *invited, struct strbuf *path)
{
	const char *slash = strrchr(invited, '/');

	strbuf_add(path, invited, slash ? (size_t)(slash + 1 - invited) : 0);
	strbuf_addstr(path, GUESTLIST_FILE);
}

/* Reads one line; false if it is invalid. */
static bool guestlist_read(const char *line, struct guest *guest)
{
	char state[4], token[GUESTLIST_TOKEN_MOST + 1], address[64], port[8];
	int used = 0;

	if (sscanf(line, "%3s %80s %63s port %7s %n", state, token, address, port, &used) != 4 || !line[used] ||
		!clean_is_clean(line + used, CLEAN_ONE_LINE))
		return false;
	*guest = (struct guest){.out = !strcmp(state, "out")};
	if ((!guest->out && strcmp(state, "in")) || (strcmp(token, "-") && !guestlist_is_token(token)))
		return false;
	guest->name = mem_strdup(line + used);
	guest->token = mem_strdup(token);
	guest->from = mem_alloc(strlen(address) + strlen(port) + sizeof(" port "));
	sprintf(guest->from, "%s port %s", address, port);
	return true;
}

int guestlist_load(struct guestlist *guests, const char *invited, struct error *err)
{
	struct strbuf path = STRBUF_INIT, text = STRBUF_INIT;
	size_t at = 0, len;
	char *line;
	int failed;

	guestlist_path(invited, &path);
	failed = smallfile_read(path.text, GUESTLIST_BYTES_MOST, &text, err);
	failed = failed < 0 ? error_prefix(err, failed, "%s", path.text) : 0;
	while (!failed && smallfile_line(&text, &at, &line, &len)) {
		struct guest guest;

		if (guestlist_read(line, &guest))
			vec_add(&guests->list, struct guest) = guest;
		else
			failed = error_set(err, ERROR_SYSTEM, _("%s: not a guest's line: “%.40s”"), path.text, line);
	}
	strbuf_release(&path);
	strbuf_release(&text);
	return failed;
}

int guestlist_save(const struct guestlist *guests, const char *invited, struct error *err)
{
	struct strbuf path = STRBUF_INIT, temporary = STRBUF_INIT;
	bool good;
	FILE *out;

	guestlist_path(invited, &path);
	strbuf_addf(&temporary, "%s.new", path.text);
	unlink(temporary.text); /* left by a process that was killed */
	out = fopen(temporary.text, "wxe");
	for (size_t i = 0; out && i < guests->list.count; i++) {
		const struct guest *guest = vec_at(&guests->list, i);

		fprintf(out, "%s %s %s %s\n", guest->out ? "out" : "in", guest->token, guest->from, guest->name);
	}
	good = out && !ferror(out);
	if (out && fclose(out))
		good = false;
	good = good && !rename(temporary.text, path.text);
	if (!good)
		error_set(err, ERROR_SYSTEM, "%s: %s", path.text, strerror(errno));
	strbuf_release(&path);
	strbuf_release(&temporary);
	return good ? 0 : ERROR_SYSTEM;
}

bool guestlist_is_token(const char *text)
{
	static const char signs[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
	size_t len = strlen(text);

	return len >= GUESTLIST_TOKEN_LEAST && len <= GUESTLIST_TOKEN_MOST && strspn(text, signs) == len;
}

bool guestlist_same_name(const char *a, const char *b)
{
	struct strbuf one = STRBUF_INIT, two = STRBUF_INIT;
	bool same;

	utf8_fold(&one, a, strlen(a));
	utf8_fold(&two, b, strlen(b));
	same = !strcmp(one.text, two.text);
	strbuf_release(&one);
	strbuf_release(&two);
	return same;
}

const struct guest *guestlist_named(const struct guestlist *guests, const char *name)
{
	for (size_t i = 0; i < guests->list.count; i++) {
		const struct guest *guest = vec_at(&guests->list, i);

		if (guestlist_same_name(guest->name, name))
			return guest;
	}
	return NULL;
}

/* Is TOKEN the guest's, and not "-"? */
static bool guestlist_is_of(const struct guest *guest, const char *token)
{
	return strcmp(token, "-") && !strcmp(guest->token, token);
}

const struct guest *guestlist_known(const struct guestlist *guests, const char *token)
{
	for (size_t i = guests->list.count; i-- > 0;)
		if (guestlist_is_of(vec_at(&guests->list, i), token))
			return vec_at(&guests->list, i);
	return NULL;
}

bool guestlist_is_out(const struct guestlist *guests, const char *token)
{
	for (size_t i = 0; i < guests->list.count; i++) {
		const struct guest *guest = vec_at(&guests->list, i);

		if (guest->out && guestlist_is_of(guest, token))
			return true;
	}
	return false;
}

int guestlist_enter(struct guestlist *guests, const char *name, const char *token, const char *from, struct error *err)
{
	const struct guest *guest = guestlist_named(guests, name);

	if (guest && (guest->out || !guestlist_is_of(guest, token)))
		return error_set(err, ERROR_REFUSED, _("“%s” is taken"), name);
	if (guest)
		guestlist_forget(guests, (size_t)(guest - (const struct guest *)guests->list.items));
	if (guests->list.count >= GUESTLIST_MOST)
		return error_set(err, ERROR_REFUSED, _("no room for more guests"));
	vec_add(&guests->list, struct guest) =
		(struct guest){mem_strdup(name), mem_strdup(token), mem_strdup(from), false};
	return 0;
}

size_t guestlist_expel(struct guestlist *guests, const char *name)
{
	const struct guest *gone = guestlist_named(guests, name);
	size_t count = 0;

	for (size_t i = 0; gone && i < guests->list.count; i++) {
		struct guest *guest = vec_at(&guests->list, i);

		if (guest != gone && !guestlist_is_of(guest, gone->token))
			continue;
		guest->out = true;
		count++;
	}
	return count;
}

int64_t guestlist_until(const struct guestlist *guests, const struct invites *invites, const char *name,
	const char *board, enum role role)
{
	const struct invite *key = invites_guests(invites, board);
	const struct guest *guest = key ? guestlist_named(guests, name) : NULL;

	return guest && !guest->out && !strcmp(guest->name, name) && invite_grants(key, board)->role == role
		       ? key->until
		       : 0;
}
