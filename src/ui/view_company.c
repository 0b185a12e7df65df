/* view_company: calling out to the others, and following one of them. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "ui/company.h"
#include "ui/desk.h"
#include "ui/view_list.h"

/* Is anybody else here? Says so when not. */
static bool view_has_company(struct desk *desk)
{
	bool has = desk->company && desk->company->presence.people.count;

	if (!has)
		desk_say(desk, "%s", _("nobody else is here"));
	return has;
}

void view_summon(struct desk *desk, int choice)
{
	struct presence_call call = {.type = PRESENCE_SUMMON, .place = desk->canvas.cursor};
	size_t count;

	(void)choice;
	if (!view_has_company(desk))
		return;
	count = desk->company->presence.people.count;
	company_call(desk->company, &call);
	desk_say(desk, ngettext("%zu person is called to your cursor", "%zu people are called to your cursor",
			       count), count);
}

void view_spotlight(struct desk *desk, int choice)
{
	const struct sticky *sticky = desk->given->given ? board_sticky(desk_board(desk), desk->given->number)
							 : desk_sticky(desk);
	struct presence_call call = {.type = PRESENCE_SPOTLIGHT};

	(void)choice;
	if (!sticky) {
		desk_say(desk, "%s", _("there is no sticky here"));
		return;
	}
	call.sticky = sticky->id;
	snprintf(call.name, sizeof(call.name), "%s", session_name(desk->session));
	if (desk->company)
		company_call(desk->company, &call);
	attention_hear(desk, &call);
}

void view_say(struct desk *desk, int choice)
{
	struct presence_call call = {.type = PRESENCE_SAY};
	const struct strbuf *text = &desk->given->text;

	(void)choice;
	if (!view_has_company(desk))
		return;
	if (text->len > PRESENCE_SAID_BYTES) {
		desk_say(desk, "%s", _("that is too long to be said at once"));
		return;
	}
	memcpy(call.text, text->text, text->len + 1);
	snprintf(call.name, sizeof(call.name), "%s", session_name(desk->session));
	company_call(desk->company, &call);
	attention_hear(desk, &call);
}

void view_follow_person(struct desk *desk, const char *name)
{
	const struct presence_person *person = desk->company ? company_find(desk->company, name) : NULL;

	if (!person) {
		desk_say(desk, _("“%.60s” is not here; P shows who is"), name);
		return;
	}
	snprintf(desk->attention.follow, sizeof(desk->attention.follow), "%s", person->name);
	desk->attention.led = person->state.place;
	canvas_go(&desk->canvas, person->state.place);
	desk_say(desk, _("you follow %s until you move yourself"), person->name);
}

void view_follow(struct desk *desk, int choice)
{
	(void)choice;
	view_follow_person(desk, desk->given->text.text);
}

void view_unfollow(struct desk *desk, int choice)
{
	(void)choice;
	if (desk->attention.follow[0])
		desk_say(desk, _("you follow %s no longer"), desk->attention.follow);
	else
		desk_say(desk, "%s", _("you follow nobody"));
	desk->attention.follow[0] = '\0';
}
