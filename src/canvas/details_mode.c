/* details_mode: all that is known about the sticky under the cursor, with keys to add to it. */
#include <inttypes.h>

#include "base/i18n.h"
#include "draw/details.h"
#include "model/payload.h"
#include "shell/prompt.h"
#include "text/words.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

static void details_draw(struct shell *shell, struct cellbuf *buf)
{
	struct veil veil = shell_veil(shell);

	details_panel(buf, shell_board(shell), canvas_sticky(shell), shell->looks.kinds, &veil);
}

/* Asks for the command line "COMMAND ID", starting with the existing fields; says why if the sticky cannot have
 * any. */
static void details_ask(struct shell *shell, const struct sticky *sticky, const char *command,
	const struct payload *fields, const char *text)
{
	const struct command *row = command_find(command);
	struct strbuf line = STRBUF_INIT;

	if (row->kinds && !(row->kinds & KIND_BIT(sticky->kind))) {
		shell_say(shell, "%s", _(row->why));
		return;
	}
	strbuf_addf(&line, "%s %" PRId64 " ", command, sticky->id);
	if (fields)
		payload_format(fields, "; ", &line);
	words_quote_rest(&line, text ? text : "");
	prompt_begin(shell, line.text);
	strbuf_release(&line);
}

/* The sticky that keys act on; NULL, after saying why, if there is none or it may not be read. */
static const struct sticky *details_sticky(struct shell *shell)
{
	const struct sticky *sticky = canvas_sticky(shell);

	if (!sticky)
		shell_say(shell, "%s", _("no sticky here"));
	return sticky && !shell_is_veiled(shell, sticky) ? sticky : NULL;
}

/* Asks for what a message carries or, with BESIDE, for its metadata. */
static void details_ask_fields(struct shell *shell, int beside)
{
	const struct sticky *sticky = details_sticky(shell);
	struct payload payload;

	if (!sticky)
		return;
	payload_init(&payload);
	if (beside)
		payload_read_metadata(&payload, sticky->metadata);
	else
		payload_read(&payload, sticky->payload);
	details_ask(shell, sticky, beside ? "metadata" : "payload", &payload, NULL);
	payload_release(&payload);
}

static void details_publish(struct shell *shell, int argument)
{
	const struct sticky *sticky = details_sticky(shell);

	(void)argument;
	if (sticky)
		shell_run(shell, sticky->public ? "unpublish ." : "publish .");
}

static void details_ask_rejection(struct shell *shell, int argument)
{
	const struct sticky *sticky = details_sticky(shell);

	(void)argument;
	if (sticky)
		details_ask(shell, sticky, "rejection", NULL, sticky->rejection);
}

/* Asks for the definition or, with ALWAYS, for the invariants. */
static void details_ask_meaning(struct shell *shell, int always)
{
	const struct sticky *sticky = details_sticky(shell);

	if (sticky)
		details_ask(shell, sticky, always ? "invariants" : "define", NULL,
			always ? sticky->invariants : sticky->definition);
}

static bool details_types(const struct shell *shell, const struct binding *row)
{
	(void)shell;
	return row->run == details_ask_fields || row->run == details_ask_rejection || row->run == details_ask_meaning;
}

static void details_offers(const struct shell *shell, struct vec *offers)
{
	static const char *const commands[] = {
		"fields", "publish", "close", "metadata", "rejection", "definition", "invariants", NULL};

	(void)shell;
	vec_add(offers, struct offer) = (struct offer){"go left", NULL, _("go on")};
	for (const char *const *command = commands; *command; command++)
		vec_add(offers, struct offer) = (struct offer){*command, NULL, NULL};
}

static const struct binding details_rows[] = {
	{"f", "fields", N_("fields"), N_("fields that the message carries"), details_ask_fields, false,
		ROLE_PARTICIPANT, NULL},
	{"F", "metadata", N_("metadata"), N_("fields sent along with the message"), details_ask_fields, true,
		ROLE_PARTICIPANT, NULL},
	{"p", "publish", N_("public or private"), NULL, details_publish, 0, ROLE_PARTICIPANT, NULL},
	{"r", "rejection", N_("rejection"), N_("what happens when the command is rejected"), details_ask_rejection, 0,
		ROLE_PARTICIPANT, NULL},
	{"d", "definition", N_("definition"), N_("what its words mean in its context"), details_ask_meaning, false,
		ROLE_PARTICIPANT, NULL},
	{"i", "invariants", N_("invariants"), N_("what is always true of the aggregate"), details_ask_meaning, true,
		ROLE_PARTICIPANT, NULL},
	{"Esc Space q C-c", "close", N_("close"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode details_mode = {
	.name = "details",
	.title = N_("Keys of the details"),
	.rows = details_rows,
	.calm = MODE_FREE,
	.passes = true,
	.types = details_types,
	.offers = details_offers,
	.draw = details_draw,
};

void details_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &details_mode);
}
