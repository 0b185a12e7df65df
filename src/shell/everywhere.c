#include "shell/everywhere.h"

#include "base/i18n.h"
#include "shell/prompt.h"
#include "shell/shell.h"

/* An open prompt is not replaced by another. */
static bool everywhere_may_write(const struct shell *shell)
{
	return shell_top(shell) != &prompt_mode && shell_may(shell, "write");
}

static const struct binding everywhere_rows[] = {
	{"? F1", "help", NULL, N_("this help"), NULL, 0, ROLE_OBSERVER, NULL},
	{"C-l", "repaint", NULL, N_("redraw everything"), NULL, 0, ROLE_OBSERVER, NULL},
	{"C-s", "write", NULL, N_("save the board to a file"), NULL, 0, ROLE_OBSERVER, everywhere_may_write},
	{0},
};

const struct mode everywhere_mode = {.name = "everywhere", .rows = everywhere_rows};

void everywhere_key(const struct shell *shell, const char *command, struct strbuf *out)
{
	size_t len = out->len;

	for (size_t i = shell->modes.count; i-- > 0 && out->len == len;) {
		const struct mode *mode = shell_mode_at(shell, i);

		keymap_first(&shell->keymap, mode, command, out);
		if (!mode->passes)
			break;
	}
	if (out->len == len)
		shell_key_of(shell, &everywhere_mode, command, out);
}
