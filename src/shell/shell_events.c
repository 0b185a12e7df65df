/* shell_events: how a shell handles keys, mouse and pastes, and how it draws. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/panel.h"
#include "draw/plain.h"
#include "shell/away.h"
#include "shell/everywhere.h"
#include "shell/keyline.h"
#include "shell/refused.h"
#include "shell/shell.h"
#include "shell/twoset.h"

/* The meaning of the pressed keys in the topmost mode, or in those it passes keys to; *FOUND is the mode. */
static struct meaning shell_meaning(const struct shell *shell, const struct keys *keys, const struct mode **found)
{
	struct meaning meaning = {0};

	for (size_t i = shell->modes.count; i-- > 0;) {
		const struct mode *mode = *found = shell_mode_at(shell, i);

		meaning = keymap_find(&shell->keymap, shell, mode, keys);
		if (meaning.row || meaning.command || meaning.more || !mode->passes)
			break;
	}
	if (!meaning.row && !meaning.command && !meaning.more &&
		(!shell_top(shell)->line || keys->keys[0].ctrl || keys->keys[0].code >= KEY_CODE_F1))
		meaning = keymap_find(&shell->keymap, shell, &everywhere_mode, keys);
	return meaning;
}

/* How things are before something that text may follow. */
struct shell_outset {
	bool types;          /* text follows it */
	struct vec modes;    /* of const struct mode *: those that are open, if so */
	uint64_t generation; /* of the board */
};

static uint64_t shell_generation(const struct shell *shell)
{
	return shell->session ? board_generation(shell_board(shell)) : 0;
}

static void shell_set_out(const struct shell *shell, bool types, struct shell_outset *outset)
{
	*outset = (struct shell_outset){types, VEC_INIT(const struct mode *), shell_generation(shell)};
	for (size_t i = 0; types && i < shell->modes.count; i++)
		vec_add(&outset->modes, const struct mode *) = shell_mode_at(shell, i);
}

/* If it has opened nothing and changed nothing, but says why, it was refused: what was to be typed does nothing. */
static void shell_arrive(struct shell *shell, struct shell_outset *outset)
{
	bool opened = !vec_holds(&outset->modes, const struct mode *, shell_top(shell));

	if (outset->types && !opened && shell->message.text.len && outset->generation == shell_generation(shell))
		refused_open(shell, NULL);
	vec_release(&outset->modes);
}

int shell_follow_line(struct shell *shell, const char *line)
{
	struct shell_outset outset;
	int failed;

	shell_set_out(shell, shell_line_has(shell, line, VIEW_TYPES), &outset);
	failed = shell_run(shell, line);
	shell_arrive(shell, &outset);
	return failed;
}

static void shell_follow_row(struct shell *shell, const struct mode *mode, const struct binding *row)
{
	struct error err = ERROR_INIT;
	struct shell_outset outset;

	shell_set_out(shell, mode->types && mode->types(shell, row), &outset);
	if (shell_refuse(shell, row->command, row->role, row->role == ROLE_PARTICIPANT, &err))
		shell_say_error(shell, &err);
	else
		row->run(shell, row->argument);
	shell_arrive(shell, &outset);
}

/* Does what keys mean in MODE. */
static void shell_follow(struct shell *shell, const struct mode *mode, const struct meaning *meaning)
{
	const struct binding *row = meaning->row;

	if (row && row->run)
		shell_follow_row(shell, mode, row);
	else
		shell_follow_line(shell, row ? row->command : meaning->command);
}

/* Is KEY, which means nothing, the capital of a letter that means something? Then caps lock may be on. */
static bool shell_is_capital(struct shell *shell, struct key key)
{
	const struct mode *found;
	struct keys keys = {.count = 1};
	struct meaning meaning;

	if (!caps_small(key, &keys.keys[0]))
		return false;
	meaning = shell_meaning(shell, &keys, &found);
	if (!meaning.row && !meaning.command)
		return false;
	caps_doubt(&shell->caps);
	return true;
}

/* While caps lock seems to be on: asks whether KEY is meant. */
static bool shell_is_held(struct shell *shell, struct key key)
{
	struct strbuf name = STRBUF_INIT;

	if (!caps_holds(&shell->caps, key))
		return false;
	key_format(key, &name);
	shell_say(shell, _("caps lock seems to be on; press %s again if you mean it"), name.text);
	strbuf_release(&name);
	return true;
}

/* Handles a key that no row has. */
static void shell_rest(struct shell *shell, struct key key)
{
	const struct mode *mode = shell_top(shell);
	struct strbuf name = STRBUF_INIT, help = STRBUF_INIT;

	if (mode->line) {
		caps_type(&shell->caps, key);
		lineedit_key(mode->line(shell), key);
	} else if (!mode->rest || !mode->rest(shell, key)) {
		key_format(key, &name);
		everywhere_key(shell, "help", &help);
		if (shell_is_capital(shell, key))
			shell_say(shell, _("%s does nothing here; is caps lock on?"), name.text);
		else
			shell_say(shell, _("%s does nothing here; %s lists the keys"), name.text, help.text);
	}
	strbuf_release(&name);
	strbuf_release(&help);
}

/* Handles a key, perhaps as part of a sequence whose next key is still to come; Esc ends that. */
static void shell_press(struct shell *shell, struct key key)
{
	const struct mode *found;
	struct meaning meaning;

	if (key.code == KEY_CODE_ESC && shell->keys.count) {
		shell->keys.count = 0;
		return;
	}
	shell->keys.keys[shell->keys.count++] = key;
	meaning = shell_meaning(shell, &shell->keys, &found);
	if (!meaning.row && !meaning.command && meaning.more && shell->keys.count < KEYMAP_KEYS_MOST)
		return;
	shell->keys.count = 0;
	if (!meaning.row && !meaning.command)
		shell_rest(shell, key);
	else if (shell_top(shell)->line || !shell_is_held(shell, key))
		shell_follow(shell, found, &meaning);
}

/* Esc and a key in quick succession look like Alt and that key. If Alt with the key means nothing, they are taken as
 * two keys, unless that would drop what is being typed. */
static bool shell_splits(const struct shell *shell, struct key key)
{
	const struct mode *found;
	struct keys keys = {{key}, 1};
	struct meaning meaning;

	if (!key.escaped || shell_top(shell)->line)
		return false;
	meaning = shell_meaning(shell, &keys, &found);
	return !meaning.row && !meaning.command && !meaning.more;
}

/* Is an open mode suspended by a silent round that has begun since? */
static bool shell_is_hushed(const struct shell *shell)
{
	bool waits = false;

	for (size_t i = 0; i < shell->modes.count; i++)
		waits |= shell_mode_at(shell, i)->waits;
	return waits && board_facts(shell_board(shell))->silent;
}

/* The keys that a Hangul letter or syllable stands for as commands; none while text is typed, or if it has a binding
 * of its own. */
static size_t shell_hangul(const struct shell *shell, struct key key, char keys[TWOSET_KEYS_MOST])
{
	const struct mode *found;
	struct keys one = {{key}, 1};
	struct meaning meaning;

	if (shell->no_hangul || shell_top(shell)->line || key.ctrl || shell->keys.count == KEYMAP_KEYS_MOST)
		return 0;
	meaning = shell_meaning(shell, &one, &found);
	return meaning.row || meaning.command || meaning.more ? 0 : twoset_keys(key.code, keys);
}

/* Presses these keys. If one opens a line of text, the rest is text. */
static void shell_press_hangul(struct shell *shell, struct key key, const char *keys, size_t count)
{
	for (size_t i = 0; i < count && !shell->quit && !shell->suspend; i++) {
		key.code = shell_top(shell)->line ? twoset_letter(keys[i]) : keys[i];
		shell_key(shell, key);
	}
	if (shell->hangul_told || shell->message.text.len)
		return;
	shell->hangul_told = true;
	shell_say(shell, "%s", _("Hangul is on (한/영): its letters are taken for the keys they lie on"));
}

/* Is the screen too small to show anything? */
static bool shell_is_unseen(const struct shell *shell)
{
	return panel_lacks_room(shell->screen.columns, shell->screen.rows);
}

/* Is KEY allowed unseen: to leave the lowest mode, or to stop the program? */
static bool shell_may_press(const struct shell *shell, struct key key)
{
	return !shell_is_unseen(shell) || (key.ctrl && key.code == 'z') ||
	       (key.code == 'q' && shell_top(shell) == shell_lowest(shell));
}

static void shell_clear_message(struct shell *shell)
{
	strbuf_reset(&shell->message.text);
	shell->message.failed = false;
}

void shell_key(struct shell *shell, struct key key)
{
	char hangul[TWOSET_KEYS_MOST];
	size_t count = shell_hangul(shell, key, hangul);

	if (!shell_may_press(shell, key))
		return;
	if (shell->pressed && (key_is_esc(key) || (key.ctrl && key.code == 'c'))) {
		shell_cancel_mouse(shell);
		return;
	}
	if (count) {
		shell_press_hangul(shell, key, hangul, count);
		return;
	}
	if (shell_splits(shell, key)) {
		shell_key(shell, (struct key){.code = KEY_CODE_ESC});
		key.alt = key.escaped = false;
	}
	shell_clear_message(shell);
	if (key.ctrl && key.code == 'z')
		shell->suspend = true;
	else if (shell_is_hushed(shell) && key.code != KEY_CODE_ESC)
		shell_is_waiting(shell);
	else
		shell_press(shell, key);
}

bool shell_goes(const struct shell *shell, struct key key)
{
	const struct mode *found;
	struct keys keys = {{key}, 1};
	struct meaning meaning = shell_meaning(shell, &keys, &found);
	const char *line = meaning.row && !meaning.row->run ? meaning.row->command : meaning.command;

	return line && !meaning.more && shell_line_has(shell, line, VIEW_GOES);
}

void shell_mouse(struct shell *shell, struct mouse mouse)
{
	if (shell_is_unseen(shell)) {
		if (mouse.action == MOUSE_RELEASE)
			shell_cancel_mouse(shell); /* nobody sees what they drop */
		return;
	}
	if (mouse.action == MOUSE_PRESS && !mouse.left && shell->pressed) {
		shell_cancel_mouse(shell);
		return;
	}
	if (mouse.action == MOUSE_RELEASE)
		shell->pressed = false;
	else if (mouse.action == MOUSE_PRESS && mouse.left)
		shell->pressed = true;
	if (mouse.action == MOUSE_PRESS)
		shell_clear_message(shell);
	shell_point(shell, mouse);
}

void shell_say_full(struct shell *shell)
{
	shell_say(shell, "%s", _("there is no room for all of that; the rest was cut off"));
}

void shell_paste(struct shell *shell, const char *text, size_t len)
{
	const struct mode *mode = shell_top(shell);
	size_t line = strcspn(text, "\n");
	bool more = line < len && text[line + strspn(text + line, " \t\n")];

	shell_clear_message(shell);
	if (shell_is_unseen(shell))
		shell_say(shell, "%s", _("the terminal was too small to see it; nothing was pasted"));
	else if (shell_is_hushed(shell))
		shell_is_waiting(shell);
	else if (mode->paste)
		mode->paste(shell, text, len);
	else if (!mode->line)
		shell_say(shell, "%s", _("nothing can be pasted here"));
	else if (!lineedit_insert(mode->line(shell), text, line < len ? line : len))
		shell_say_full(shell);
	else if (more)
		shell_say(shell, "%s", _("only the first line was pasted; there is no room for others"));
}

/* Drawn instead of modes that would show what others write. */
static void shell_draw_hushed(struct cellbuf *buf)
{
	struct vec lines = VEC_INIT(char *);

	vec_add(&lines, char *) = mem_strdup(_("not until the silent round ends"));
	panel_list(buf, buf->rows - SHELL_ROWS_BELOW, buf->rows, "", &lines, 0);
	vec_release_strings(&lines);
}

/* Draws the topmost mode that covers the others, and those over it. */
static void shell_draw_modes(struct shell *shell, struct cellbuf *buf)
{
	size_t first = shell->modes.count - 1;

	while (first > 1 && !shell_mode_at(shell, first)->covers)
		first--;
	for (size_t i = first ? first : 1; i < shell->modes.count; i++)
		if (shell_mode_at(shell, i)->draw)
			shell_mode_at(shell, i)->draw(shell, buf);
}

void shell_draw(struct shell *shell, struct cellbuf *buf)
{
	shell->screen.caret_x = shell->screen.caret_y = -1;
	cellbuf_reset(buf, shell->screen.columns, shell->screen.rows, STYLE_BOARD);
	if (panel_lacks_room(buf->columns, buf->rows)) {
		panel_say_room(buf);
		return;
	}
	if (shell->checklist)
		checklist_update(shell->checklist);
	for (size_t i = 0; i < shell->modes.count; i++)
		if (shell_mode_at(shell, i)->look)
			shell_mode_at(shell, i)->look(shell);
	shell_lowest(shell)->draw(shell, buf);
	if (!shell_top(shell)->bare || shell->message.text.len)
		keyline_draw(shell, buf);
	away_draw(shell, buf);
	if (shell_is_hushed(shell))
		shell_draw_hushed(buf);
	else
		shell_draw_modes(shell, buf);
	if (shell->looks.ascii)
		plain_cells(buf);
}
