#include "live/invite.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/smallfile.h"
#include "live/pubkey.h"
#include "model/field.h"
#include "text/clean.h"

/* The largest list. */
#define INVITE_FILE_BYTES_MOST 4194304

#define INVITE_HEAD "restrict,pty,command=\""

static void invite_release(struct invite *invite)
{
	for (size_t i = 0; i < invite->grants.count; i++)
		free(vec_get(&invite->grants, struct invite_grant, i).board);
	vec_release(&invite->grants);
	free(invite->key);
	free(invite->name);
}

void invites_init(struct invites *invites)
{
	vec_init(&invites->list, sizeof(struct invite));
}

void invites_release(struct invites *invites)
{
	for (size_t i = 0; i < invites->list.count; i++)
		invite_release(vec_at(&invites->list, i));
	vec_release(&invites->list);
}

const struct invite_grant *invite_grants(const struct invite *invite, const char *board)
{
	for (size_t i = 0; i < invite->grants.count; i++) {
		const struct invite_grant *grant = vec_at(&invite->grants, i);

		if (!strcmp(grant->board, board))
			return grant;
	}
	return NULL;
}

static void invite_grant(struct invite *invite, const char *board, enum role role)
{
	struct invite_grant *grant = (struct invite_grant *)invite_grants(invite, board);

	if (!grant) {
		grant = vec_push(&invite->grants);
		grant->board = mem_strdup(board);
	}
	grant->role = role;
}

int invite_name(const char *name, struct strbuf *clean, struct error *err)
{
	int failed = clean_text(clean, name, strlen(name), CLEAN_ONE_LINE, err);

	if (failed)
		return error_prefix(err, failed, "%s", _("the name"));
	if (!clean->len)
		return error_set(err, ERROR_USAGE, _("the name is empty"));
	if (clean->len > INVITE_NAME_BYTES)
		return error_set(err, ERROR_USAGE, _("the name is longer than %d bytes"), INVITE_NAME_BYTES);
	return 0;
}

/* Appends WORD for a shell, in single quotes; `"` is then escaped once more for sshd. */
static void invite_quote(const char *word, struct strbuf *out)
{
	strbuf_addch(out, '\'');
	for (; *word; word++) {
		if (*word == '\'')
			strbuf_addstr(out, "'\\''");
		else if (*word == '"')
			strbuf_addstr(out, "\\\"");
		else
			strbuf_addch(out, *word);
	}
	strbuf_addch(out, '\'');
}

void invite_write(const struct invite *invite, const char *program, const char *file, struct strbuf *out)
{
	strbuf_addstr(out, INVITE_HEAD);
	invite_quote(program, out);
	strbuf_addf(out, " %s -- ", invite->until ? "welcome" : "attend");
	invite_quote(file, out);
	strbuf_addch(out, ' ');
	if (invite->until)
		strbuf_addf(out, "'%" PRId64 "'", invite->until);
	else
		invite_quote(invite->name, out);
	for (size_t i = 0; i < invite->grants.count; i++) {
		const struct invite_grant *grant = vec_at(&invite->grants, i);

		strbuf_addf(out, " '%s' ", role_token(grant->role));
		invite_quote(grant->board, out);
	}
	strbuf_addf(out, "\" %s", invite->key);
}

bool invite_word(const char **text, struct strbuf *word)
{
	const char *at = *text + strspn(*text, " ");

	strbuf_reset(word);
	if (!*at)
		return false;
	while (*at && *at != ' ') {
		size_t len = *at == '\'' ? strcspn(at + 1, "'") : 1;

		if (*at == '\'' && !at[1 + len])
			return false;
		if (*at == '\\' && !at[1])
			return false;
		strbuf_add(word, at + (*at == '\'' || *at == '\\'), len);
		at += len + (*at == '\'' ? 2 : *at == '\\');
	}
	*text = at;
	return true;
}

/* Appends the command at TEXT without sshd's escapes; returns the text after the closing quote, or NULL. */
static const char *invite_command(const char *text, struct strbuf *command)
{
	for (; *text && *text != '"'; text++) {
		if (text[0] == '\\' && text[1] == '"')
			text++;
		strbuf_addch(command, *text);
	}
	return text[0] == '"' && text[1] == ' ' ? text + 2 : NULL;
}

/* Reads "'EVSTORM' attend -- 'LIST'" or "... welcome -- 'LIST'"; returns the text after it, or NULL. */
static const char *invite_read_program(const char *command, bool *guests)
{
	struct strbuf word = STRBUF_INIT;
	bool good = invite_word(&command, &word) && invite_word(&command, &word);

	*guests = good && !strcmp(word.text, "welcome");
	good = good && (*guests || !strcmp(word.text, "attend")) && invite_word(&command, &word) &&
	       !strcmp(word.text, "--") && invite_word(&command, &word);
	strbuf_release(&word);
	return good ? command : NULL;
}

/* Reads whom a command is for: a name or, for guests, until when. */
static bool invite_read_whom(const char *word, bool guests, struct invite *invite)
{
	char *end = NULL;

	if (guests)
		invite->until = strtoll(word, &end, 10);
	invite->name = mem_strdup(guests ? "" : word);
	return guests ? word[0] && !*end && invite->until > 0 : true;
}

/* Reads "'EVSTORM' attend -- 'LIST' 'NAME' 'ROLE' 'BOARD' ..." into INVITE, or the same for guests. */
static bool invite_read(const char *command, struct invite *invite)
{
	struct strbuf word = STRBUF_INIT;
	enum role role;
	bool guests, good;

	command = invite_read_program(command, &guests);
	good = command && invite_word(&command, &word) && invite_read_whom(word.text, guests, invite);
	while (good && invite_word(&command, &word)) {
		good = role_parse(word.text, &role) && !(guests && role > ROLE_PARTICIPANT) &&
		       invite_word(&command, &word) && word.text[0] == '/';
		if (good)
			invite_grant(invite, word.text, role);
	}
	strbuf_release(&word);
	return good && !*command && invite->grants.count;
}

int invite_parse(const char *line, struct invite *invite, struct error *err)
{
	struct strbuf command = STRBUF_INIT, key = STRBUF_INIT;
	struct invite read = {.grants = VEC_INIT(struct invite_grant)};
	const char *behind = strncmp(line, INVITE_HEAD, strlen(INVITE_HEAD))
				     ? NULL
				     : invite_command(line + strlen(INVITE_HEAD), &command);
	int failed = 0;

	if (!behind || !invite_read(command.text, &read) || pubkey_read(behind, strlen(behind), &key, NULL))
		failed = error_set(err, ERROR_SYSTEM, _("not an evstorm invitation"));
	strbuf_release(&command);
	if (failed) {
		strbuf_release(&key);
		invite_release(&read);
		return failed;
	}
	read.key = strbuf_detach(&key);
	*invite = read;
	return 0;
}

int invites_load(struct invites *invites, const char *file, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	size_t at = 0, len;
	int failed = smallfile_read(file, INVITE_FILE_BYTES_MOST, &text, err), number = 0;
	char *line;

	if (failed < 0)
		error_prefix(err, failed, "%s", file);
	else
		failed = 0;
	while (!failed && smallfile_line(&text, &at, &line, &len)) {
		struct invite invite;

		number++;
		failed = invite_parse(line, &invite, err);
		if (failed)
			error_prefix(err, failed, _("%s, line %d"), file, number);
		else
			vec_add(&invites->list, struct invite) = invite;
	}
	strbuf_release(&text);
	return failed;
}

int invites_save(const struct invites *invites, const char *file, const char *program, struct error *err)
{
	struct strbuf text = STRBUF_INIT, temporary = STRBUF_INIT;
	FILE *out;
	bool good;

	for (size_t i = 0; i < invites->list.count; i++) {
		invite_write(vec_at(&invites->list, i), program, file, &text);
		strbuf_addch(&text, '\n');
	}
	strbuf_addf(&temporary, "%s.new", file);
	unlink(temporary.text); /* left by a process that was killed */
	out = fopen(temporary.text, "wxe");
	good = out && !fchmod(fileno(out), 0600) && fwrite(text.text, 1, text.len, out) == text.len && !fflush(out) &&
	       !fsync(fileno(out));
	if (out && fclose(out))
		good = false;
	good = good && !rename(temporary.text, file);
	if (!good)
		error_set(err, ERROR_SYSTEM, "%s: %s", file, strerror(errno));
	strbuf_release(&text);
	strbuf_release(&temporary);
	return good ? 0 : ERROR_SYSTEM;
}

static struct invite *invites_find(struct invites *invites, const char *key)
{
	for (size_t i = 0; i < invites->list.count; i++) {
		struct invite *invite = vec_at(&invites->list, i);

		if (!strcmp(invite->key, key))
			return invite;
	}
	return NULL;
}

int invites_add(struct invites *invites, const char *key, const char *name, const char *board, enum role role,
	bool *changed, struct error *err)
{
	struct invite *invite = invites_find(invites, key);
	const struct invite_grant *grant;

	if (invite && invite->until)
		return error_set(err, ERROR_REFUSED, _("this is the guests' key; use a personal one"));
	if (invite && strcmp(invite->name, name))
		return error_set(err, ERROR_REFUSED,
			_("this key already belongs to “%.80s”; each person needs their own"), invite->name);
	if (!invite) {
		invite = vec_push(&invites->list);
		*invite = (struct invite){mem_strdup(key), mem_strdup(name), 0, VEC_INIT(struct invite_grant)};
	}
	grant = invite_grants(invite, board);
	*changed = grant && grant->role != role;
	invite_grant(invite, board, role);
	return 0;
}

bool invites_allow(const struct invites *invites, const char *name, const char *board, enum role role)
{
	for (size_t i = 0; i < invites->list.count; i++) {
		const struct invite *invite = vec_at(&invites->list, i);
		const struct invite_grant *grant = invite_grants(invite, board);

		if (grant && grant->role == role && !invite->until && !strcmp(invite->name, name))
			return true;
	}
	return false;
}

size_t invites_remove(struct invites *invites, const char *name, const char *board)
{
	size_t count = 0;

	for (size_t i = invites->list.count; i-- > 0;) {
		struct invite *invite = vec_at(&invites->list, i);

		for (size_t g = invite->grants.count; g-- > 0 && !invite->until && !strcmp(invite->name, name);) {
			struct invite_grant *grant = vec_at(&invite->grants, g);

			if (strcmp(grant->board, board))
				continue;
			free(grant->board);
			vec_remove(&invite->grants, g);
			count++;
		}
		if (!invite->grants.count) {
			invite_release(invite);
			vec_remove(&invites->list, i);
		}
	}
	return count;
}

void invites_add_guests(struct invites *invites, const char *key, const char *board, enum role role, int64_t until)
{
	struct invite *invite = invites_find(invites, key);

	if (!invite) {
		invite = vec_push(&invites->list);
		*invite = (struct invite){mem_strdup(key), mem_strdup(""), 0, VEC_INIT(struct invite_grant)};
	}
	invite->until = until;
	invite_grant(invite, board, role < ROLE_PARTICIPANT ? role : ROLE_PARTICIPANT);
}

const struct invite *invites_guests(const struct invites *invites, const char *board)
{
	for (size_t i = 0; i < invites->list.count; i++) {
		const struct invite *invite = vec_at(&invites->list, i);

		if (invite->until && invite_grants(invite, board))
			return invite;
	}
	return NULL;
}

size_t invites_remove_guests(struct invites *invites, const struct vec *boards, int64_t now)
{
	size_t count = 0;

	for (size_t i = invites->list.count; i-- > 0;) {
		struct invite *invite = vec_at(&invites->list, i);
		bool gone = invite->until && invite->until <= now;

		for (size_t b = 0; invite->until && b < boards->count && !gone; b++)
			gone = invite_grants(invite, vec_get(boards, char *, b));
		if (!gone)
			continue;
		invite_release(invite);
		vec_remove(&invites->list, i);
		count++;
	}
	return count;
}
