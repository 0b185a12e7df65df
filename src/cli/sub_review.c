/* sub_review: replays a workshop, on the terminal or as a recording. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/boardpath.h"
#include "cli/newboard.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "cli/workshop.h"
#include "session/when.h"
#include "shell/config.h"
#include "review/casting.h"
#include "review/reviewing.h"

/* The version, the screen and the speed of recordings, with their limits. */
#define SUB_REVIEW_VERSION 2
#define SUB_REVIEW_VERSION_MOST 3
#define SUB_REVIEW_COLUMNS 100
#define SUB_REVIEW_ROWS 30
#define SUB_REVIEW_COLUMNS_LEAST 60
#define SUB_REVIEW_ROWS_LEAST 16
#define SUB_REVIEW_MOST 500
#define SUB_REVIEW_SPEED 50
#define SUB_REVIEW_SPEED_MOST 1000

/* The actions to write into a new board. */
struct sub_review_part {
	struct replay *replay;
	size_t at;          /* the moment up to which they are written */
	store_visit *visit; /* gets each of them */
	void *visit_context;
};

/* Returns 1 to stop at the end. */
static int sub_review_visit(void *context, const struct action *action, struct error *err)
{
	const struct sub_review_part *part = context;

	if (part->at < replay_count(part->replay) && action->id >= replay_action(part->replay, part->at)->id)
		return 1;
	return part->visit(part->visit_context, action, err);
}

static int sub_review_read(void *context, store_visit *visit, void *visit_context, struct error *err)
{
	struct sub_review_part *part = context;
	int done;

	part->visit = visit;
	part->visit_context = visit_context;
	done = store_walk(replay_store(part->replay), 1, sub_review_visit, part, err);
	return done < 0 ? done : 0;
}

static int sub_review_write(
	void *context, struct replay *replay, size_t at, const char *word, struct strbuf *path, struct error *err)
{
	const struct request *request = context;
	struct sub_review_part part = {.replay = replay, .at = at};
	int failed = boardpath_find(word, path, err);

	return failed ? failed : newboard_restore(path, sub_review_read, &part, request->person, err);
}

/* Reads "120x40". */
static int sub_review_size(const struct request *request, struct casting *casting, struct error *err)
{
	const char *size = request_option(request, "size");
	char rest;

	if (!size)
		return 0;
	if (sscanf(size, "%dx%d%c", &casting->columns, &casting->rows, &rest) == 2 &&
		casting->columns >= SUB_REVIEW_COLUMNS_LEAST && casting->columns <= SUB_REVIEW_MOST &&
		casting->rows >= SUB_REVIEW_ROWS_LEAST && casting->rows <= SUB_REVIEW_MOST)
		return 0;
	return error_set(err, ERROR_USAGE, _("%s: a size is COLSxROWS, from %dx%d to %dx%d"), size,
		SUB_REVIEW_COLUMNS_LEAST, SUB_REVIEW_ROWS_LEAST, SUB_REVIEW_MOST, SUB_REVIEW_MOST);
}

static int sub_review_moment(
	const struct request *request, const char *option, const struct replay *replay, size_t *at, struct error *err)
{
	const char *when = request_option(request, option);

	return when ? when_find(replay, when, at, err) : 0;
}

/* Reads the options of the recording; the log must be open. */
static int sub_review_casting(
	const struct request *request, const struct replay *replay, struct casting *casting, struct error *err)
{
	int failed = sub_review_moment(request, "from", replay, &casting->from, err);

	casting->to = replay_count(replay);
	if (!failed)
		failed = sub_review_moment(request, "to", replay, &casting->to, err);
	if (!failed && casting->from > casting->to)
		failed = error_set(err, ERROR_USAGE, _("the recording would end before it starts"));
	return failed;
}

static int sub_review_last(
	const struct casting *casting, const struct review *review, struct cellbuf *frame, struct error *err)
{
	return workshop_frame(review->path, review->file.text, casting->person, casting->columns, casting->rows,
		review->shell.looks.ascii, frame, err);
}

static int sub_review_cast(const struct request *request, const char *board, const char *path, struct error *err)
{
	struct casting casting = {.version = SUB_REVIEW_VERSION,
		.columns = SUB_REVIEW_COLUMNS,
		.rows = SUB_REVIEW_ROWS,
		.speed = SUB_REVIEW_SPEED,
		.person = request->person,
		.last = sub_review_last};
	struct output output;
	struct review review;
	struct looks looks;
	int failed = request_number(request, "speed", 1, SUB_REVIEW_SPEED_MOST, &casting.speed, err);

	if (!failed)
		failed = request_number(
			request, "cast-version", SUB_REVIEW_VERSION, SUB_REVIEW_VERSION_MOST, &casting.version, err);
	if (!failed)
		failed = sub_review_size(request, &casting, err);
	if (failed)
		return failed;
	config_load_looks(&looks);
	casting.light = looks.light;
	review_init(&review, board);
	failed = review_open(&review, err);
	if (!failed)
		failed = sub_review_casting(request, review.replay, &casting, err);
	if (!failed)
		failed = output_open(&output, strcmp(path, "-") ? path : NULL, err);
	if (!failed)
		failed = output_close(&output, casting_write(&casting, &review, output.file, err), err);
	review_release(&review);
	return failed;
}

/* Fails if options for recordings are given without one. */
static int sub_review_check(const struct request *request, struct error *err)
{
	static const char *const names[] = {"cast-version", "speed", "size", "from", "to"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (request_option(request, names[i]))
			return error_set(err, ERROR_USAGE, _("--%s requires --cast"), names[i]);
	return 0;
}

static int sub_review_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	const char *cast = request_option(request, "cast");
	int failed = cast ? 0 : sub_review_check(request, err);

	if (!failed)
		failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed && cast) {
		failed = sub_review_cast(request, path.text, cast, err);
		strbuf_release(&path);
		return failed;
	}
	if (!failed && !(isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)))
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: the canvas needs a terminal; without one use: evstorm show"), path.text);
	if (!failed)
		failed = reviewing_run(path.text, sub_review_write, (void *)request, err);
	strbuf_release(&path);
	return failed;
}

static void sub_review_more(FILE *out)
{
	fprintf(out, "\n%s\n",
		_("The board itself stays as it is. The lowest line of the review shows its most important keys.\n"
		  "Bookmarks are kept in NAME.marks next to the board."));
}

const struct subcommand sub_review = {
	.name = "review",
	.operands = "BOARD",
	.sentence = N_("look back at a workshop, at any moment"),
	.least = 1,
	.most = 1,
	.options =
		{
			{0, "cast", "FILE", N_("record as an asciicast for asciinema; - for standard output")},
			{0, "cast-version", "2|3", N_("version of the asciicast (default: 2)")},
			{0, "speed", "N", N_("playback speed factor (default: 50)")},
			{0, "size", "COLSxROWS", N_("screen size of the recording (default: 100x30)")},
			{0, "from", "WHEN", N_("start the recording there")},
			{0, "to", "WHEN", N_("end the recording there")},
		},
	.more = sub_review_more,
	.run = sub_review_run,
};
