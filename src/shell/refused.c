#include "shell/refused.h"

#include "base/i18n.h"
#include "shell/shell.h"

struct refused {
	struct strbuf why;
	bool failed;
	const char *again; /* the command line that Enter runs, or NULL */
	bool typed;        /* text has been typed: the next Enter belongs to it */
};

static void refused_init(struct shell *shell, void *state)
{
	struct refused *refused = state;

	(void)shell;
	strbuf_init(&refused->why);
}

static void refused_release(void *state)
{
	struct refused *refused = state;

	strbuf_release(&refused->why);
}

static struct refused *refused_of(const struct shell *shell)
{
	return shell_state(shell, &refused_mode);
}

static void refused_say(struct shell *shell)
{
	const struct refused *refused = refused_of(shell);
	struct strbuf key = STRBUF_INIT;

	shell_key_of(shell, &refused_mode, "go-on", &key);
	if (refused->again)
		shell_say(shell, "%s", refused->why.text);
	else
		shell_say(shell, _("%s (%s continues)"), refused->why.text, key.text);
	shell->message.failed = refused->failed;
	strbuf_release(&key);
}

void refused_open(struct shell *shell, const char *again)
{
	struct refused *refused;

	shell_open(shell, &refused_mode);
	refused = refused_of(shell);
	strbuf_reset(&refused->why);
	strbuf_addstr(&refused->why, shell->message.text.text);
	refused->failed = shell->message.failed;
	refused->again = again;
	refused_say(shell);
}

void refused_amend(struct shell *shell, const char *why)
{
	struct refused *refused;

	if (shell_top(shell) != &refused_mode)
		return;
	refused = refused_of(shell);
	strbuf_reset(&refused->why);
	strbuf_addstr(&refused->why, why);
	refused->failed = false;
	refused_say(shell);
}

static void refused_enter(struct shell *shell, int argument)
{
	struct refused *refused = refused_of(shell);
	const char *again = refused->again;

	(void)argument;
	if (again && refused->typed) {
		refused->typed = false;
		refused_say(shell);
		return;
	}
	shell_close(shell);
	if (again)
		shell_follow_line(shell, again);
}

/* Ignores text. Any other key counts as a key again. */
static bool refused_take(struct shell *shell, struct key key)
{
	struct strbuf text = STRBUF_INIT;
	bool typed = key_text(key, &text);

	strbuf_release(&text);
	if (typed) {
		refused_of(shell)->typed = true;
		refused_say(shell);
		return true;
	}
	shell_close(shell);
	shell_key(shell, key);
	return true;
}

static bool refused_is_typed(const struct shell *shell)
{
	return refused_of(shell)->typed;
}

static bool refused_is_fresh(const struct shell *shell)
{
	return !refused_is_typed(shell);
}

static void refused_help(struct shell *shell, int argument)
{
	(void)argument;
	shell_close(shell);
	shell_run(shell, "help");
}

/* Ignores keys that belong to text as well. */
static void refused_stay(struct shell *shell, int argument)
{
	(void)argument;
	refused_of(shell)->typed = true;
	refused_say(shell);
}

static void refused_paste(struct shell *shell, const char *text, size_t len)
{
	(void)text;
	(void)len;
	refused_of(shell)->typed = true;
	refused_say(shell);
}

static const struct binding refused_rows[] = {
	{"Enter", "again", N_("continue"), N_("continue, or do what the message says"), refused_enter, 0, ROLE_OBSERVER,
		NULL},
	{"Backspace A-Enter S-Enter C-j", "stay", NULL, N_("nothing, as they belong to text"), refused_stay, 0,
		ROLE_OBSERVER, NULL},
	{"Tab ?", "stay-typed", NULL, N_("after text, nothing"), refused_stay, 0, ROLE_OBSERVER, refused_is_typed},
	{"? F1", "help", NULL, N_("this help"), refused_help, 0, ROLE_OBSERVER, refused_is_fresh},
	{"Esc C-c", "go-on", N_("continue"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode refused_mode = {
	.name = "refused",
	.title = N_("Keys after something was refused"),
	.rows = refused_rows,
	.size = sizeof(struct refused),
	.init = refused_init,
	.release = refused_release,
	.rest = refused_take,
	.paste = refused_paste,
};
