#include "ui/app.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "text/clean.h"
#include "ui/company.h"
#include "ui/config.h"
#include "ui/desk.h"
#include "ui/input.h"
#include "ui/signals.h"
#include "ui/terminal.h"

/* What the loop works with. */
struct app {
	const char *path; /* of the board */
	struct desk desk;
	struct terminal *terminal;
	struct input *input;
	struct company company;
	struct cellbuf frame;
};

static void app_draw(struct app *app)
{
	struct desk *desk = &app->desk;
	struct terminal_facts facts = terminal_facts(app->terminal);

	desk->columns = facts.columns;
	desk->rows = facts.rows;
	vec_reset(&desk->people);
	company_list(&app->company, &desk->people);
	desk_draw(desk, &app->frame);
	terminal_paint(app->terminal, &app->frame, desk->caret_x, desk->caret_y, desk->caret_x >= 0);
}

/* Handles all that has come in; keys that came together are drawn together. */
static void app_read(struct app *app)
{
	struct error err = ERROR_INIT;
	struct event event;

	company_hear(&app->company);
	if (session_catch_up(app->desk.session, NULL, &err))
		desk_say_error(&app->desk, &err);
	while (!app->desk.quit && input_next(app->input, &event)) {
		if (event.type == EVENT_PASTE)
			desk_paste(&app->desk, event.text, event.len);
		else if (event.type == EVENT_MOUSE)
			desk_mouse(&app->desk, event.mouse);
		else
			desk_key(&app->desk, event.key);
		if (app->desk.suspend)
			break;
	}
}

static bool app_is_typing(const struct app *app)
{
	return app->desk.mode == &typing_mode;
}

/* How long nothing is to be done: until the next minute of a timer that runs, or until the others want to hear of
 * us; -1: for ever. */
static int app_next_ms(const struct app *app)
{
	int64_t left = board_timer(desk_board(&app->desk)) - clock_now_ms();
	int minute = left > 0 ? (int)(left % 60000) + 1 : -1;
	int company = company_next_ms(&app->company, app->desk.canvas.cursor, app_is_typing(app));

	if (minute < 0 || company < 0)
		return minute < 0 ? company : minute;
	return minute < company ? minute : company;
}

/* Keeps what is being typed when the terminal goes away, for the next time. */
static void app_keep_draft(const struct app *app)
{
	struct draftfile draft;

	if (desk_draft(&app->desk, &draft))
		draftfile_keep(app->path, session_name(app->desk.session), &draft);
}

static void app_take_draft(struct app *app)
{
	struct draftfile draft;

	if (!session_is_read_only(app->desk.session) &&
		draftfile_take(app->path, session_name(app->desk.session), &draft)) {
		desk_take_up(&app->desk, &draft);
		strbuf_release(&draft.text);
	}
}

static void app_loop(struct app *app)
{
	unsigned flags;

	app_draw(app);
	desk_watch(&app->desk);
	for (app_draw(app); !app->desk.quit; app_draw(app)) {
		bool open = signals_wait(STDIN_FILENO, app->company.fd, app_next_ms(app), &flags);

		if (!open || flags & SIGNALS_END) {
			app_keep_draft(app);
			return;
		}
		if (flags & SIGNALS_RESIZE)
			terminal_resized(app->terminal);
		app_read(app);
		company_tell(&app->company, app->desk.canvas.cursor, app_is_typing(app));
		if (app->desk.suspend || flags & SIGNALS_STOP)
			terminal_suspend(app->terminal);
		app->desk.suspend = false;
	}
}

/* What the user has set; a mistake there is said and does not keep them from working. */
static void app_configure(struct app *app)
{
	struct config config;
	struct error err = ERROR_INIT;

	config_init(&config);
	if (config_load(&config, &err) || config_bind(&config, &app->desk.keymap, &err))
		desk_say_error(&app->desk, &err);
	app->desk.ascii = !strcmp(config.borders.text, "ascii");
	app->desk.names = !strcmp(config.names.text, "on");
	if (!strcmp(config.aggregate.text, "constraint"))
		app->desk.kinds[KIND_AGGREGATE] = _("constraint");
	config_release(&config);
}

int app_run(struct session *session, const char *path, struct error *err)
{
	struct strbuf file = STRBUF_INIT;
	const char *slash = strrchr(path, '/');
	struct app app = {.path = path};
	int failed = terminal_open(&app.terminal, err);

	if (!failed) {
		clean_for_display(&file, slash ? slash + 1 : path, strlen(slash ? slash + 1 : path));
		desk_init(&app.desk, session, file.text);
		app.input = input_new();
		app_configure(&app);
		app_take_draft(&app);
		if (!terminal_facts(app.terminal).known)
			desk_say(&app.desk, _("the terminal is not known here; drawn as for %s"),
				terminal_facts(app.terminal).name);
		company_init(&app.company, session_doorbell(session), session_name(session),
			app.desk.canvas.cursor);
		app_loop(&app);
		company_release(&app.company);
		input_free(app.input);
		terminal_close(app.terminal);
		desk_release(&app.desk);
		cellbuf_release(&app.frame);
		strbuf_release(&file);
	}
	return failed;
}
