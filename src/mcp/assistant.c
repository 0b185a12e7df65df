#include "mcp/assistant.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/copy.h"
#include "text/clean.h"

/* How often the log is polled if nobody can ring. */
#define ASSISTANT_LOOK_MS 1000

/* Where it sees others move at once: nowhere, since it reads where they are when it is asked. */
static const struct place_rect assistant_sight = PLACE_RECT_EMPTY;

static struct presence_state assistant_state(const struct assistant *assistant)
{
	return (struct presence_state){.place = assistant->place,
		.role = session_role(assistant->session),
		.corner = assistant->place,
		.touched_ms = assistant->touched_ms,
		.assistant = true,
		.sight = assistant_sight};
}

static void assistant_rings(void *context)
{
	struct assistant *assistant = context;
	struct presence_state state;

	peers_owe(&assistant->peers);
	state = assistant_state(assistant);
	peers_tell(&assistant->peers, &state);
}

void assistant_init(struct assistant *assistant, struct session *session, bool votes)
{
	struct presence_state state;

	*assistant = (struct assistant){.session = session, .votes = votes, .place = {1, 1}};
	assistant->touched_ms = clock_span_ms();
	vec_init(&assistant->said, sizeof(char *));
	assistant->checklist = checklist_new(session_board(session), ROLE_FACILITATOR);
	state = assistant_state(assistant);
	peers_init(&assistant->peers, session_doorbell(session), session_name(session), &state);
	session_on_ring(session, assistant_rings, assistant);
}

void assistant_release(struct assistant *assistant)
{
	peers_release(&assistant->peers);
	checklist_free(assistant->checklist);
	vec_release_strings(&assistant->said);
	board_free(assistant->veiled);
}

/* Fails with what happened to the file of the board. */
static int assistant_check_file(const struct assistant *assistant, struct error *err)
{
	const struct whereabouts *where = session_whereabouts(assistant->session);
	struct strbuf shown = STRBUF_INIT, sentence = STRBUF_INIT;
	const char *path = session_path(assistant->session);

	if (where->fate == WHEREABOUTS_HERE)
		return 0;
	clean_for_display(&shown, path, strlen(path));
	whereabouts_say(where, &sentence);
	error_set(err, ERROR_SYSTEM, "%s: %s", shown.text, sentence.text);
	strbuf_release(&shown);
	strbuf_release(&sentence);
	return ERROR_SYSTEM;
}

int assistant_look(struct assistant *assistant, struct error *err)
{
	int failed;

	if (session_is_touched(assistant->session))
		session_look(assistant->session);
	failed = assistant_check_file(assistant, err);
	return failed ? failed : session_catch_up(assistant->session, NULL, err);
}

const struct board *assistant_board(struct assistant *assistant)
{
	const struct board *board = session_board(assistant->session);
	struct veil veil = veil_for(board, session_person(assistant->session));

	if (assistant->veiled && assistant->copied == board_generation(board) && assistant->person == veil.person)
		return assistant->veiled;
	board_free(assistant->veiled);
	assistant->veiled = copy_veiled(board, &veil);
	assistant->copied = board_generation(board);
	assistant->person = veil.person;
	return assistant->veiled ? assistant->veiled : board;
}

struct checklist *assistant_findings(struct assistant *assistant)
{
	assistant->checks = true;
	checklist_run(assistant->checklist);
	return assistant->checklist;
}

bool assistant_may(const struct assistant *assistant, const struct command *command)
{
	return session_role(assistant->session) >= command->role && (assistant->votes || !command->ballot);
}

int assistant_run(struct assistant *assistant, const struct command *command, struct words *words,
	struct session_report *report, struct error *err)
{
	int failed = 0;

	if (command->ballot && !assistant->votes)
		failed = error_set(err, ERROR_REFUSED, "%s", _("this assistant may not vote; --votes would allow it"));
	if (!failed)
		failed = session_run(assistant->session, words, 1, NULL, report, err);
	assistant->touched_ms = clock_span_ms();
	if (report->place.column)
		assistant->place = report->place;
	return failed;
}

/* Keeps what others said. */
static void assistant_hear(struct assistant *assistant)
{
	struct strbuf line = STRBUF_INIT;
	struct presence_call call;

	while (presence_take_call(&assistant->peers.presence, &call)) {
		if (call.type != PRESENCE_SAY)
			continue;
		strbuf_reset(&line);
		strbuf_addf(&line, "%s: %s", call.name, call.text);
		vec_add(&assistant->said, char *) = mem_strdup(line.text);
		if (assistant->said.count <= ASSISTANT_SAID)
			continue;
		free(vec_get(&assistant->said, char *, 0));
		vec_remove(&assistant->said, 0);
	}
	strbuf_release(&line);
}

void assistant_see(struct assistant *assistant)
{
	peers_see(&assistant->peers, assistant_sight);
}

bool assistant_attend(struct assistant *assistant)
{
	struct presence_state state = assistant_state(assistant);
	bool news = false, came = peers_hear(&assistant->peers, &news);

	if (session_is_touched(assistant->session))
		session_look(assistant->session);
	assistant_see(assistant);
	assistant_hear(assistant);
	peers_tell(&assistant->peers, &state);
	if (!came && peers_must_look(&assistant->peers))
		peers_look(&assistant->peers, false);
	return came || peers_must_look(&assistant->peers);
}

int assistant_next_ms(const struct assistant *assistant)
{
	struct presence_state state = assistant_state(assistant);
	int tell = peers_next_ms(&assistant->peers, &state), most, watch = -1;
	int checks = assistant->checks ? checklist_next_ms(assistant->checklist) : -1;
	const int times[] = {tell, checks, peers_must_look(&assistant->peers) ? ASSISTANT_LOOK_MS : -1};

	(void)session_watch(assistant->session, &most);
	watch = most;
	for (size_t i = 0; i < ARRAY_SIZE(times); i++)
		if (times[i] >= 0 && (watch < 0 || times[i] < watch))
			watch = times[i];
	return watch;
}

void assistant_idle(struct assistant *assistant)
{
	if (assistant->checks && !checklist_next_ms(assistant->checklist))
		checklist_work(assistant->checklist, CHECKLIST_SLICE);
}
