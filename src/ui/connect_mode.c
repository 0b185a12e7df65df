/* connect_mode: drawing a link: go to the other end, Enter. */
#include <inttypes.h>

#include "base/i18n.h"
#include "ui/desk.h"
#include "ui/view_list.h"

static const struct hint connect_hints[] = {
	{"h j k l", N_("go to the other end")},
	{"Enter", N_("link")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static void connect_finish(struct desk *desk)
{
	const struct sticky *target = desk_sticky(desk);

	if (!target) {
		desk_say(desk, "%s", _("there is no sticky here"));
		return;
	}
	if (desk_do(desk, NULL, "link %" PRId64 " %" PRId64, desk->link_from, target->id))
		return;
	desk->link_from = 0;
	desk_settle(desk, &canvas_mode);
}

static void connect_key(struct desk *desk, struct key key)
{
	if (key.code == KEY_CODE_ENTER || key_equal(key, (struct key){.code = 'c'})) {
		connect_finish(desk);
	} else if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c')) {
		desk->link_from = 0;
		desk_settle(desk, &canvas_mode);
	} else {
		canvas_mode.key(desk, key);
	}
}

const struct mode link_mode = {.hints = connect_hints, .key = connect_key};

void view_connect(struct desk *desk, int choice)
{
	const struct sticky *sticky = desk_sticky(desk);

	(void)choice;
	if (!sticky) {
		desk_say(desk, "%s", _("there is no sticky here to link from"));
		return;
	}
	desk->link_from = sticky->id;
	canvas_let_go(&desk->canvas);
	desk->mode = &link_mode;
}
