#include "shell/shell.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"

static void *shell_find_state(const struct shell *shell, const struct mode *mode)
{
	for (size_t i = 0; i < shell->states.count; i++) {
		const struct shell_mode *entry = vec_at(&shell->states, i);

		if (entry->mode == mode)
			return entry->state;
	}
	return NULL;
}

void *shell_state(const struct shell *shell, const struct mode *mode)
{
	void *state = shell_find_state(shell, mode);

	if (!state)
		BUG("the mode %s has not been opened", mode->name);
	return state;
}

void shell_init(struct shell *shell, struct session *session, const struct view_command *const *tables,
	const struct mode *ground, void *state)
{
	*shell = (struct shell){.session = session, .tables = tables, .screen = {1, 1, SHELL_ROWS_BELOW, -1, -1}};
	vec_init(&shell->modes, sizeof(const struct mode *));
	vec_init(&shell->states, sizeof(struct shell_mode));
	for (int i = 0; i < KIND_COUNT; i++)
		shell->looks.kinds[i] = kind_name((enum kind)i);
	keymap_init(&shell->keymap);
	strbuf_init(&shell->message.text);
	strbuf_init(&shell->clip);
	if (state)
		vec_add(&shell->states, struct shell_mode) = (struct shell_mode){ground, state};
	shell_open(shell, ground);
}

void shell_release(struct shell *shell)
{
	for (size_t i = shell->states.count; i-- > 0;) {
		struct shell_mode *entry = vec_at(&shell->states, i);

		if (!entry->mode->size)
			continue;
		if (entry->mode->release)
			entry->mode->release(entry->state);
		free(entry->state);
	}
	vec_release(&shell->states);
	vec_release(&shell->modes);
	checklist_free(shell->checklist);
	keymap_release(&shell->keymap);
	strbuf_release(&shell->clip);
	strbuf_release(&shell->message.text);
}

const struct mode *shell_mode_at(const struct shell *shell, size_t at)
{
	return vec_get(&shell->modes, const struct mode *, at);
}

const struct mode *shell_top(const struct shell *shell)
{
	return shell_mode_at(shell, shell->modes.count - 1);
}

const struct mode *shell_lowest(const struct shell *shell)
{
	return shell_mode_at(shell, 0);
}

const struct mode *shell_mode(const struct shell *shell, const char *name)
{
	for (size_t i = 0; i < shell->states.count; i++) {
		const struct shell_mode *entry = vec_at(&shell->states, i);

		if (!strcmp(entry->mode->name, name))
			return entry->mode;
	}
	BUG("the mode %s has not been opened", name);
}

void *shell_home_state(const struct shell *shell)
{
	return shell_state(shell, shell_lowest(shell));
}

void shell_clear_selection(struct shell *shell)
{
	if (shell_lowest(shell)->clear_selection)
		shell_lowest(shell)->clear_selection(shell);
}

bool shell_has(const struct shell *shell, const struct mode *mode)
{
	return vec_holds(&shell->modes, const struct mode *, mode);
}

void shell_point(struct shell *shell, struct mouse mouse)
{
	const struct mode *mode = shell_top(shell);

	for (size_t i = shell->modes.count; i-- > 0 && !mode->mouse && mode->passes;)
		mode = shell_mode_at(shell, i);
	if (mode->mouse)
		mode->mouse(shell, mouse);
}

void shell_cancel_mouse(struct shell *shell)
{
	if (!shell->pressed)
		return;
	shell->pressed = false;
	shell_point(shell, (struct mouse){.action = MOUSE_CANCEL});
}

void shell_close(struct shell *shell)
{
	shell->keys.count = 0;
	if (shell->modes.count > 1)
		vec_remove(&shell->modes, shell->modes.count - 1);
}

void shell_withdraw(struct shell *shell, const struct mode *mode)
{
	if (shell_top(shell) == mode)
		shell_close(shell);
	for (size_t i = shell->modes.count; i-- > 1;)
		if (shell_mode_at(shell, i) == mode)
			vec_remove(&shell->modes, i);
}

void shell_back(struct shell *shell, int argument)
{
	(void)argument;
	shell_close(shell);
}

void shell_open(struct shell *shell, const struct mode *mode)
{
	shell_cancel_mouse(shell); /* the mode below would not hear of the button let go */
	shell->keys.count = 0;
	if (shell_has(shell, mode)) {
		while (shell_top(shell) != mode)
			shell_close(shell);
		return;
	}
	if (mode->size && !shell_find_state(shell, mode)) {
		void *state = mem_zalloc(mode->size);

		vec_add(&shell->states, struct shell_mode) = (struct shell_mode){mode, state};
		if (mode->init)
			mode->init(shell, state);
	}
	vec_add(&shell->modes, const struct mode *) = mode;
}

const struct board *shell_board(const struct shell *shell)
{
	return session_board(shell->session);
}

struct veil shell_veil(const struct shell *shell)
{
	return veil_for(shell_board(shell), session_person(shell->session));
}

bool shell_is_locked(const struct shell *shell)
{
	return shell->session && board_facts(shell_board(shell))->locked &&
	       session_role(shell->session) < ROLE_FACILITATOR;
}

bool shell_is_veiled(struct shell *shell, const struct sticky *sticky)
{
	struct veil veil = shell_veil(shell);
	bool veiled = veil_hides(&veil, sticky);

	if (veiled)
		shell_say(shell, "%s", _("hidden until the silent round ends"));
	return veiled;
}

bool shell_is_waiting(struct shell *shell)
{
	bool waiting = board_facts(shell_board(shell))->silent;

	if (waiting)
		shell_say(shell, "%s", _("not until the silent round ends"));
	return waiting;
}

void shell_watch(struct shell *shell)
{
	if (!shell->checklist)
		shell->checklist = checklist_new(shell_board(shell), ROLE_FACILITATOR);
}

void shell_check(struct shell *shell)
{
	checklist_hurry(shell->checklist);
	checklist_update(shell->checklist);
}

void shell_say(struct shell *shell, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	clean_format(&shell->message.text, format, arguments);
	va_end(arguments);
	shell->message.failed = false;
}

void shell_say_error(struct shell *shell, const struct error *err)
{
	shell_say(shell, "%s", err->text);
	shell->message.failed = true;
}

void shell_key_of(const struct shell *shell, const struct mode *mode, const char *command, struct strbuf *out)
{
	size_t len = out->len;

	keymap_first(&shell->keymap, mode, command, out);
	if (out->len == len)
		strbuf_addf(out, ":%s", command);
}

void shell_say_key(struct shell *shell, const char *format, const struct mode *mode, const char *command)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;
	const char *gap = strstr(format, "%s");

	shell_key_of(shell, mode, command, &key);
	strbuf_add(&line, format, (size_t)(gap - format));
	strbuf_addf(&line, "%s%s", key.text, gap + strlen("%s"));
	shell_say(shell, "%s", line.text);
	strbuf_release(&line);
	strbuf_release(&key);
}
