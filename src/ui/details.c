/* details: all that is known about the sticky under the cursor. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "model/step.h"
#include "text/wrap.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/view_list.h"

#define DETAILS_LINES_MOST 64
#define DETAILS_CELLS 60

static const struct hint details_hints[] = {
	{"h j k l", N_("go on")},
	{"Esc", N_("close")},
	{NULL, NULL},
};

/* Lines as they are drawn, or only counted. */
struct details {
	struct cellbuf *buf; /* NULL: they are counted */
	struct panel panel;
	int line;
};

/* A text over as many lines as it takes. */
static void details_text(struct details *details, const char *text, enum style style)
{
	struct wrap_line lines[DETAILS_LINES_MOST];
	size_t count = wrap_text(text, strlen(text), details->panel.width - 4, lines,
		DETAILS_LINES_MOST, NULL);

	for (size_t i = 0; i < count; i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_add(&line, text + lines[i].start, lines[i].len);
		if (details->buf)
			panel_line(details->buf, details->panel, details->line, 0, line.text, style);
		details->line++;
		strbuf_release(&line);
	}
}

static void details_links(struct details *details, const struct board *board,
	const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;

	for (const struct link *link = sticky->first_out; link; link = link->next_out) {
		const struct sticky *other = board_sticky(board, link->target);

		strbuf_reset(&line);
		strbuf_addf(&line, "→ %" PRId64 " %s", other->id, other->text ? other->text : "");
		details_text(details, line.text, STYLE_PANEL);
	}
	for (const struct link *link = sticky->first_in; link; link = link->next_in) {
		const struct sticky *other = board_sticky(board, link->source);

		strbuf_reset(&line);
		strbuf_addf(&line, "← %" PRId64 " %s", other->id, other->text ? other->text : "");
		details_text(details, line.text, STYLE_PANEL);
	}
	strbuf_release(&line);
}

static void details_facts(struct details *details, const struct board *board,
	const struct sticky *sticky)
{
	struct strbuf line = STRBUF_INIT;
	const struct person *author = board_person(board, sticky->author);
	const struct context *context = board_context(board, sticky->context);
	char time[CLOCK_TEXT_BYTES];

	clock_format(sticky->created, time);
	time[strcspn(time, ".Z")] = '\0';
	if (sticky->created)
		strbuf_addf(&line, "%s", time);
	if (author)
		strbuf_addf(&line, "  %s", author->name);
	if (sticky->step)
		strbuf_addf(&line, "  %s", step_name((int)sticky->step));
	if (context)
		strbuf_addf(&line, "  %s", context->name);
	if (board_dots(sticky))
		strbuf_addf(&line, "  ●%" PRId64, board_dots(sticky));
	if (sticky->resolved)
		strbuf_addf(&line, "  %s", _("resolved"));
	if (sticky->pivotal)
		strbuf_addf(&line, "  %s", _("pivotal"));
	details_text(details, line.text, STYLE_PANEL_FRAME);
	strbuf_release(&line);
}

static void details_sticky(struct details *details, const struct board *board,
	const struct sticky *sticky)
{
	if (!sticky) {
		details_text(details, _("there is no sticky here"), STYLE_PANEL);
		return;
	}
	details_text(details, sticky->text ? sticky->text : "", STYLE_PANEL_TITLE);
	details->line++;
	if (sticky->note) {
		details_text(details, sticky->note, STYLE_PANEL);
		details->line++;
	}
	details_links(details, board, sticky);
	details_facts(details, board, sticky);
}

static void details_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct sticky *sticky = desk_sticky(desk);
	int width = buf->columns - 2 < DETAILS_CELLS ? buf->columns - 2 : DETAILS_CELLS;
	int most = buf->rows - 6;
	struct details details = {NULL, {buf->columns - width - 1, 2, width, 0}, 0};
	struct strbuf title = STRBUF_INIT;

	details_sticky(&details, desk_board(desk), sticky);
	details.panel.height = details.line + 2 < most ? details.line + 2 : most;
	details.line = 0;
	details.buf = buf;
	if (sticky)
		strbuf_addf(&title, "%c %s %" PRId64, kind_letter(sticky->kind), desk->kinds[sticky->kind],
			sticky->id);
	panel_draw(buf, details.panel, title.text);
	details_sticky(&details, desk_board(desk), sticky);
	strbuf_release(&title);
}

static void details_key(struct desk *desk, struct key key)
{
	if (key.code == KEY_CODE_ESC || key.code == KEY_CODE_SPACE || key.code == 'q' ||
		(key.ctrl && key.code == 'c'))
		desk->mode = &canvas_mode;
	else
		canvas_mode.key(desk, key);
}

const struct mode details_mode = {details_hints, details_key, NULL, details_draw};

void view_details(struct desk *desk, int choice)
{
	(void)choice;
	desk->mode = &details_mode;
}
