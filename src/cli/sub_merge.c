/* sub_merge: brings what was done on another board into this one, if both began as one. */
#include <string.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/rehearsal.h"
#include "cli/subcommand.h"
#include "model/copy.h"
#include "model/reconcile.h"
#include "session/fork.h"
#include "session/session.h"

struct sub_merge {
	struct replay *ours, *theirs;
	struct board *base;
	struct vec our_shifts, their_shifts; /* of struct shift */
	struct strbuf name;                  /* of the other board */
	int64_t parted;                      /* the last action that both have */
	struct session *session;             /* on this board */
	struct reconcile_sides sides;
	struct reconcile_report report;
};

/* Reads both logs, up to where they parted and from there on. */
static int sub_merge_read(struct sub_merge *work, const char *path, const char *other, struct error *err)
{
	size_t parted = 0;
	int failed = replay_open(path, &work->ours, err);

	if (!failed)
		failed = replay_open(other, &work->theirs, err);
	if (!failed)
		failed = fork_find(replay_store(work->ours), replay_store(work->theirs), &parted, err);
	if (!failed && !parted)
		failed = error_set(err, ERROR_REFUSED,
			_("these boards did not begin as one; to add “%s”, export it and import that"),
			work->name.text);
	if (!failed)
		failed = replay_shifts(work->theirs, parted, replay_count(work->theirs), &work->their_shifts, err);
	if (!failed)
		failed = replay_seek(work->ours, parted, err);
	if (failed)
		return failed;
	work->parted = replay_action(work->ours, parted - 1)->id;
	work->base = copy_board(replay_board(work->ours));
	work->sides = (struct reconcile_sides){.base = work->base,
		.theirs = replay_board(work->theirs),
		.our_shifts = &work->our_shifts,
		.their_shifts = &work->their_shifts,
		.name = work->name.text};
	return 0;
}

static void sub_merge_release(struct sub_merge *work)
{
	replay_close(work->ours);
	replay_close(work->theirs);
	board_free(work->base);
	vec_release(&work->our_shifts);
	vec_release(&work->their_shifts);
	strbuf_release(&work->name);
}

static int sub_merge_edit(void *context, struct edit *edit, struct error *err)
{
	struct sub_merge *work = context;
	int failed;

	vec_reset(&work->our_shifts);
	failed = store_shifts_since(session_store(work->session), work->parted, &work->our_shifts, err);
	return failed ? failed : reconcile_boards(edit, &work->sides, &work->report, err);
}

/* Shows what the merge would change. */
static int sub_merge_rehearse(struct sub_merge *work, struct error *err)
{
	struct rehearsal rehearsal;
	int failed = rehearsal_run(&rehearsal, work->session, sub_merge_edit, work, err);

	if (!failed)
		rehearsal_print(&rehearsal);
	rehearsal_release(&rehearsal);
	return failed;
}

/* Prints how many columns and rows were inserted and deleted. */
static void sub_merge_print_shifts(const struct reconcile_report *report)
{
	const size_t *inserted = report->inserted, *closed = report->closed;

	if (inserted[AXIS_COLUMNS])
		printf(ngettext("; %zu column inserted", "; %zu columns inserted", inserted[AXIS_COLUMNS]),
			inserted[AXIS_COLUMNS]);
	if (inserted[AXIS_ROWS])
		printf(ngettext("; %zu row inserted", "; %zu rows inserted", inserted[AXIS_ROWS]), inserted[AXIS_ROWS]);
	if (closed[AXIS_COLUMNS])
		printf(ngettext("; %zu column deleted", "; %zu columns deleted", closed[AXIS_COLUMNS]),
			closed[AXIS_COLUMNS]);
	if (closed[AXIS_ROWS])
		printf(ngettext("; %zu row deleted", "; %zu rows deleted", closed[AXIS_ROWS]), closed[AXIS_ROWS]);
}

static void sub_merge_print(const struct reconcile_report *report, bool rehearsed)
{
	if (rehearsed)
		fputs(_("preview: "), stdout);
	printf(ngettext("%zu sticky added", "%zu stickies added", report->added), report->added);
	printf(ngettext("; %zu altered", "; %zu altered", report->altered), report->altered);
	printf(ngettext("; %zu deleted", "; %zu deleted", report->deleted), report->deleted);
	sub_merge_print_shifts(report);
	if (report->conflicts)
		printf(ngettext("; %zu conflict, with a hotspot", "; %zu conflicts, each with a hotspot",
			       report->conflicts),
			report->conflicts);
	if (report->places)
		printf(ngettext("; %zu moved on both boards, left where it is here",
			       "; %zu moved on both boards, left where they are here", report->places),
			report->places);
	if (report->moved)
		printf(ngettext("; %zu moved to the next free slot below", "; %zu moved to the next free slots below",
			       report->moved),
			report->moved);
	putchar('\n');
}

static int sub_merge_run(const struct request *request, struct error *err)
{
	struct sub_merge work = {
		.our_shifts = VEC_INIT(struct shift), .their_shifts = VEC_INIT(struct shift), .name = STRBUF_INIT};
	struct strbuf path = STRBUF_INIT, other = STRBUF_INIT;
	bool rehearses = request_option(request, "dry-run");
	int failed = boardpath_existing(request_operand(request, 0), &path, err);

	if (!failed)
		failed = boardpath_existing(request_operand(request, 1), &other, err);
	boardpath_name(other.text, &work.name);
	if (!failed)
		failed = sub_merge_read(&work, path.text, other.text, err);
	if (!failed)
		failed = session_open(
			path.text, rehearses ? STORE_READ : STORE_WRITE, request_person(request), &work.session, err);
	if (!failed)
		failed = rehearses ? sub_merge_rehearse(&work, err)
				   : session_edit(work.session, sub_merge_edit, &work, err);
	if (!failed)
		sub_merge_print(&work.report, rehearses);
	session_close(work.session);
	sub_merge_release(&work);
	strbuf_release(&path);
	strbuf_release(&other);
	return failed;
}

const struct subcommand sub_merge = {
	.name = "merge",
	.operands = "BOARD OTHER",
	.sentence = N_("bring what was done on OTHER into BOARD, if both began as one"),
	.least = 2,
	.most = 2,
	.options =
		{
			{'n', "dry-run", NULL, N_("only show what would change")},
			SUBCOMMAND_AS,
		},
	.run = sub_merge_run,
};
