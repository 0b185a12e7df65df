/* connect_mode: drawing a link: go to the other end, Enter. */
#include <inttypes.h>

#include "base/i18n.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

struct connect {
	int64_t from; /* where the link begins */
};

const struct sticky *connect_source(const struct shell *shell)
{
	const struct connect *connect;

	if (!shell_has(shell, &connect_mode))
		return NULL;
	connect = shell_state(shell, &connect_mode);
	return board_sticky(shell_board(shell), connect->from);
}

static void connect_finish(struct shell *shell, int argument)
{
	const struct connect *connect = shell_state(shell, &connect_mode);
	const struct sticky *target = canvas_sticky(shell);

	(void)argument;
	if (!target)
		shell_say(shell, "%s", _("no sticky here"));
	else if (!shell_do(shell, NULL, "link %" PRId64 " %" PRId64, connect->from, target->id))
		shell_close(shell);
}

static void connect_offers(const struct shell *shell, struct vec *offers)
{
	(void)shell;
	vec_add(offers, struct offer) = (struct offer){"go left", NULL, _("go to the other end")};
	vec_add(offers, struct offer) = (struct offer){"finish", NULL, NULL};
	vec_add(offers, struct offer) = (struct offer){"cancel", NULL, NULL};
}

static const struct binding connect_rows[] = {
	{"Enter c", "finish", N_("link"), NULL, connect_finish, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c", "cancel", N_("cancel"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode connect_mode = {
	.name = "link",
	.title = N_("Keys while a link is drawn"),
	.rows = connect_rows,
	.passes = true,
	.size = sizeof(struct connect),
	.offers = connect_offers,
};

void connect_open(struct shell *shell, int choice)
{
	const struct sticky *sticky = canvas_sticky(shell);
	struct connect *connect;

	(void)choice;
	if (!sticky) {
		shell_say(shell, "%s", _("no sticky here to link from"));
		return;
	}
	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &connect_mode);
	connect = shell_state(shell, &connect_mode);
	connect->from = sticky->id;
	boardview_let_go(&canvas_of(shell)->view);
}
