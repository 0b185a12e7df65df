#include "draw/details.h"

#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "model/integration.h"
#include "model/payload.h"
#include "model/step.h"
#include "text/wrap.h"
#include "draw/panel.h"

#define DETAILS_LINES_MOST 64
#define DETAILS_CELLS 60

/* Lines being drawn, or only counted. */
struct details {
	struct veil veil;    /* what is still hidden */
	struct cellbuf *buf; /* NULL: only counted */
	struct panel panel;
	int line;
};

/* Adds a text, over as many lines as it takes. */
static void details_text(struct details *details, const char *text, enum style style)
{
	struct wrap_line lines[DETAILS_LINES_MOST];
	size_t count = wrap_text(text, strlen(text), details->panel.width - 4, lines, DETAILS_LINES_MOST, NULL);

	for (size_t i = 0; i < count; i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_add(&line, text + lines[i].start, lines[i].len);
		if (details->buf)
			panel_line(details->buf, details->panel, details->line, 0, line.text, style);
		details->line++;
		strbuf_release(&line);
	}
}

static void details_links(struct details *details, const struct board *board, const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;

	for (const struct link *link = sticky->first_out; link; link = link->next_out) {
		const struct sticky *other = board_sticky(board, link->target);

		strbuf_reset(&line);
		strbuf_addf(&line, "→ %" PRId64 " %s", other->id, veil_text(&details->veil, other));
		details_text(details, line.text, STYLE_PANEL);
	}
	for (const struct link *link = sticky->first_in; link; link = link->next_in) {
		const struct sticky *other = board_sticky(board, link->source);

		strbuf_reset(&line);
		strbuf_addf(&line, "← %" PRId64 " %s", other->id, veil_text(&details->veil, other));
		details_text(details, line.text, STYLE_PANEL);
	}
	strbuf_release(&line);
}

/* Adds HEAD and a line for each field in TEXT; nothing if there are none. */
static void details_fields(struct details *details, const char *head, const char *text)
{
	struct strbuf line = STRBUF_INIT;
	struct payload payload;

	payload_init(&payload);
	payload_read(&payload, text);
	if (payload.fields.count)
		details_text(details, head, STYLE_PANEL_FRAME);
	for (size_t i = 0; i < payload.fields.count; i++) {
		const struct payload_field *field = payload_at(&payload, i);

		strbuf_reset(&line);
		strbuf_addf(&line, "  %s%s%s", field->name, *field->type ? ": " : "", field->type);
		if (field->sensitive)
			strbuf_addf(&line, "  (%s)", _("sensitive"));
		details_text(details, line.text, STYLE_PANEL);
	}
	payload_release(&payload);
	strbuf_release(&line);
}

/* Adds the relations that carry the sticky. */
static void details_messages(struct details *details, const struct board *board, const struct sticky *sticky)
{
	struct vec messages = VEC_INIT(const void *);
	struct strbuf line = STRBUF_INIT;

	board_list(board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < messages.count; i++) {
		const struct message *message = vec_get(&messages, const struct message *, i);
		const struct relation *relation = board_item(board, ENTITY_RELATION, message->relation);

		if (message->sticky != sticky->id)
			continue;
		strbuf_reset(&line);
		strbuf_addf(&line, _("crosses from %s to %s"), board_context(board, relation->source)->name,
			board_context(board, relation->target)->name);
		if (message->type)
			strbuf_addf(&line, ": %s", _(integration_type_name((enum message_type)message->type)));
		if (message->uses)
			strbuf_addf(&line, " (%s)", message->uses);
		details_text(details, line.text, STYLE_PANEL);
	}
	strbuf_release(&line);
	vec_release(&messages);
}

/* Adds what the sticky carries, and where it is carried. */
static void details_integration(struct details *details, const struct board *board, const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;

	details_fields(details, _("carries"), sticky->payload);
	details_fields(details, _("metadata"), sticky->metadata);
	if (sticky->rejection) {
		strbuf_addf(&line, _("when rejected: %s"), sticky->rejection);
		details_text(details, line.text, STYLE_PANEL);
	}
	details_messages(details, board, sticky);
	strbuf_release(&line);
}

static void details_facts(struct details *details, const struct board *board, const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;
	const struct person *author = board_person(board, sticky->author);
	const struct context *context = board_context(board, sticky->context);
	char time[CLOCK_TEXT_BYTES], zone[CLOCK_TEXT_BYTES];

	clock_format_local(sticky->created, time);
	clock_zone(sticky->created, zone);
	if (sticky->created)
		strbuf_addf(&line, "%.10s %.5s %s", time, time + strlen("2026-11-20T"), zone);
	if (author)
		strbuf_addf(&line, "  %s", author->name);
	if (sticky->step)
		strbuf_addf(&line, "  %s", step_name((int)sticky->step));
	if (context)
		strbuf_addf(&line, "  %s", context->name);
	if (veil_dots(&details->veil, sticky))
		strbuf_addf(&line, "  ● %" PRId64, veil_dots(&details->veil, sticky));
	if (sticky->resolved)
		strbuf_addf(&line, "  %s", _("resolved"));
	if (sticky->pivotal)
		strbuf_addf(&line, "  %s", _("pivotal"));
	if (sticky->public)
		strbuf_addf(&line, "  %s", _("public"));
	details_text(details, line.text, STYLE_PANEL_FRAME);
	strbuf_release(&line);
}

/* Adds what the words mean, and what is always true. */
static void details_meaning(struct details *details, const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;

	if (sticky->definition) {
		strbuf_addf(&line, _("means: %s"), sticky->definition);
		details_text(details, line.text, STYLE_PANEL);
	}
	strbuf_reset(&line);
	if (sticky->invariants) {
		strbuf_addf(&line, _("always true: %s"), sticky->invariants);
		details_text(details, line.text, STYLE_PANEL);
	}
	strbuf_release(&line);
}

static void details_sticky(struct details *details, const struct board *board, const struct sticky *sticky)
{
	if (!sticky) {
		details_text(details, _("no sticky here"), STYLE_PANEL);
		return;
	}
	if (veil_hides(&details->veil, sticky)) {
		details_text(details, _("Hidden until the silent round ends."), STYLE_PANEL);
		return;
	}
	details_text(details, sticky->text ? sticky->text : "", STYLE_PANEL_TITLE);
	details->line++;
	if (sticky->note) {
		details_text(details, sticky->note, STYLE_PANEL);
		details->line++;
	}
	details_meaning(details, sticky);
	details_links(details, board, sticky);
	details_integration(details, board, sticky);
	details_facts(details, board, sticky);
}

void details_panel(struct cellbuf *buf, const struct board *board, const struct sticky *sticky,
	const char *const *kinds, const struct veil *veil)
{
	int width = buf->columns - 2 < DETAILS_CELLS ? buf->columns - 2 : DETAILS_CELLS;
	int most = buf->rows - 6;
	struct details details = {*veil, NULL, {buf->columns - width - 1, 2, width, 0}, 0};
	struct strbuf title = STRBUF_INIT;

	details_sticky(&details, board, sticky);
	details.panel.height = details.line + 2 < most ? details.line + 2 : most;
	details.line = 0;
	details.buf = buf;
	if (sticky)
		strbuf_addf(&title, "%c %s %" PRId64, kind_letter(sticky->kind), kinds[sticky->kind], sticky->id);
	panel_draw(buf, details.panel, title.text);
	details_sticky(&details, board, sticky);
	strbuf_release(&title);
}
