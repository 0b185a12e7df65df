/* check_roles: checks of actors and external systems. */
#include <string.h>

#include "base/i18n.h"
#include "check/lexicon.h"
#include "check/check_rows.h"
#include "check/trigger.h"

#define CHECK_ROLES_SYSTEM KIND_BIT(KIND_EXTERNAL_SYSTEM)
#define CHECK_ROLES_ACTOR KIND_BIT(KIND_ACTOR)

static bool check_roles_system_idle_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned touched = KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY);

	(void)other;
	return !trigger_find(input->board, sticky, touched, TRIGGER_AROUND);
}

/* An actor who only looks at something takes part as well. */
static bool check_roles_actor_idle_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned done = KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI);

	(void)other;
	return !trigger_find(input->board, sticky, done, TRIGGER_AROUND);
}

static bool check_roles_actor_vague_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	static const char *const korean[] = {"사용자", "관리자", "유저", "시스템", "사람", "담당자"};
	const struct token *word = tokens_last(&input->tokens);

	(void)sticky, (void)other;
	if (input->tokens.count != 1)
		return false;
	for (size_t i = 0; word->hangul && i < sizeof(korean) / sizeof(korean[0]); i++)
		if (!strcmp(word->text, korean[i]))
			return true;
	return lexicon_has(LEXICON_VAGUE_ACTOR, word->text, word->len) ||
	       (word->text[word->len - 1] == 's' && lexicon_has(LEXICON_VAGUE_ACTOR, word->text, word->len - 1));
}

/* Is it spelled differently from the first that has the same name (duplicates.h)? */
static bool check_roles_alike_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct duplicate *first = duplicates_first(&input->duplicates, sticky->id);

	if (!first || duplicates_spelling(sticky->text) == first->spelling)
		return false;
	*other = first->id;
	return true;
}

const struct check check_roles_system_idle = {
	.id = "system-idle",
	.step = 2,
	.sentence = N_("touches nothing: no event, command or policy next to it"),
	.reason = N_("A system is on the board because something comes from it or goes to it; "
		     "that is where things fail."),
	.offer = N_("put it next to the event that it sends or receives, or link them"),
	.example = N_("“Payment provider” is next to “Payment approved”."),
	.command = "link ID OTHER",
	.scope = CHECK_STICKY,
	.kinds = CHECK_ROLES_SYSTEM,
	.run = check_roles_system_idle_run,
};

const struct check check_roles_system_alike = {
	.id = "system-alike",
	.step = 2,
	.sentence = N_("another system has nearly the same name"),
	.reason = N_("One system under two names gets counted, planned and paid for twice."),
	.offer = N_("ask whether they are the same, and use one name"),
	.example = N_("“PayPal” and “Pay Pal”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_ROLES_SYSTEM,
	.run = check_roles_alike_run,
};

const struct check check_roles_actor_idle = {
	.id = "actor-idle",
	.step = 5,
	.sentence = N_("does nothing: no command or event next to it"),
	.reason = N_("Either somebody who takes part was forgotten, or what they do was."),
	.offer = N_("put it before the command that it issues, or link them"),
	.example = N_("“Buyer” comes before “Place order”."),
	.command = "link ID OTHER",
	.scope = CHECK_STICKY,
	.kinds = CHECK_ROLES_ACTOR,
	.run = check_roles_actor_idle_run,
};

const struct check check_roles_actor_vague = {
	.id = "actor-vague",
	.step = 5,
	.sentence = N_("not a concrete role"),
	.reason = N_("“User” hides who decides, who may and who cares. Concrete roles lead to different screens and "
		     "rights."),
	.offer = N_("name the role: buyer, clerk, driver"),
	.example = N_("“User” becomes “Buyer”, or “Warehouse clerk”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_ROLES_ACTOR,
	.run = check_roles_actor_vague_run,
};

const struct check check_roles_actor_alike = {
	.id = "actor-alike",
	.step = 5,
	.sentence = N_("another actor has nearly the same name"),
	.reason = N_("Two names for one role hide that it is one; one name for two roles hides "
		     "that they are two."),
	.offer = N_("ask whether they are one role"),
	.example = N_("“Picker” and “Packer”: two people, or two names?"),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_ROLES_ACTOR,
	.run = check_roles_alike_run,
};
