/* view_peers: calling out to the others, and following one of them. */
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "session/peers.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

/* Is anybody else here? If not, says so. */
static bool view_has_company(struct shell *shell)
{
	bool has = canvas_of(shell)->peers && canvas_of(shell)->peers->presence.people.count;

	if (!has)
		shell_say(shell, "%s", _("nobody else is here"));
	return has;
}

void view_summon(struct shell *shell, int choice)
{
	struct presence_call call = {.type = PRESENCE_SUMMON, .place = canvas_of(shell)->view.cursor};
	size_t count;

	(void)choice;
	if (!view_has_company(shell))
		return;
	count = canvas_of(shell)->peers->presence.people.count;
	peers_call(canvas_of(shell)->peers, &call);
	shell_say(
		shell, ngettext("called %zu person to your cursor", "called %zu people to your cursor", count), count);
}

void view_spotlight(struct shell *shell, int choice)
{
	const struct sticky *sticky =
		shell->given->given ? board_sticky(shell_board(shell), shell->given->number) : canvas_sticky(shell);
	struct presence_call call = {.type = PRESENCE_SPOTLIGHT};

	(void)choice;
	if (!sticky) {
		shell_say(shell, "%s", _("no sticky here"));
		return;
	}
	call.sticky = sticky->id;
	snprintf(call.name, sizeof(call.name), "%s", session_name(shell->session));
	if (canvas_of(shell)->peers)
		peers_call(canvas_of(shell)->peers, &call);
	attention_hear(shell, &call);
}

void view_say(struct shell *shell, int choice)
{
	struct presence_call call = {.type = PRESENCE_SAY};
	const struct strbuf *text = &shell->given->text;

	(void)choice;
	if (!view_has_company(shell))
		return;
	if (text->len > PRESENCE_SAID_BYTES) {
		shell_say(shell, "%s", _("too long to say at once"));
		return;
	}
	memcpy(call.text, text->text, text->len + 1);
	snprintf(call.name, sizeof(call.name), "%s", session_name(shell->session));
	peers_call(canvas_of(shell)->peers, &call);
	attention_hear(shell, &call);
}

void view_follow_person(struct shell *shell, const char *name)
{
	const struct presence_person *person =
		canvas_of(shell)->peers ? peers_find(canvas_of(shell)->peers, name) : NULL;
	struct strbuf key = STRBUF_INIT;

	if (!person) {
		shell_key_of(shell, shell_lowest(shell), "people", &key);
		shell_say(shell, _("“%.60s” is not here; %s shows who is"), name, key.text);
		strbuf_release(&key);
		return;
	}
	snprintf(canvas_of(shell)->attention.follow, sizeof(canvas_of(shell)->attention.follow), "%s", person->name);
	canvas_of(shell)->attention.led = person->state.place;
	boardview_go(&canvas_of(shell)->view, person->state.place);
	shell_say(shell, _("following %s until you move"), person->name);
}

void view_follow(struct shell *shell, int choice)
{
	(void)choice;
	view_follow_person(shell, shell->given->text.text);
}

void view_unfollow(struct shell *shell, int choice)
{
	(void)choice;
	if (canvas_of(shell)->attention.follow[0])
		shell_say(shell, _("no longer following %s"), canvas_of(shell)->attention.follow);
	else
		shell_say(shell, "%s", _("not following anybody"));
	canvas_of(shell)->attention.follow[0] = '\0';
}
