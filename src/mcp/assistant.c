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

/* What the client has asked for within this time is made again when the board has changed, so that it need not wait for
 * it; but only once the board has been at rest for so long. */
#define ASSISTANT_WANTED_MS 60000
#define ASSISTANT_CALM_MS 200

struct assistant_text {
	assistant_make *make;
	struct strbuf text;
	uint64_t generation; /* of the board that it was made from */
	int64_t asked_ms;    /* when the client last asked for it, by clock_span_ms() */
};

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
	vec_init(&assistant->texts, sizeof(struct assistant_text));
	vec_init(&assistant->in_time, sizeof(const struct sticky *));
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
	for (size_t i = 0; i < assistant->texts.count; i++)
		strbuf_release(&vec_get(&assistant->texts, struct assistant_text, i).text);
	vec_release(&assistant->texts);
	vec_release(&assistant->in_time);
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

/* Notes whether the board has changed. */
static void assistant_notice(struct assistant *assistant)
{
	uint64_t generation = board_generation(session_board(assistant->session));

	if (assistant->seen == generation)
		return;
	assistant->seen = generation;
	assistant->moved_ms = clock_span_ms();
}

int assistant_look(struct assistant *assistant, struct error *err)
{
	int failed;

	if (session_is_touched(assistant->session))
		session_look(assistant->session);
	failed = assistant_check_file(assistant, err);
	if (!failed)
		failed = session_catch_up(assistant->session, NULL, err);
	assistant_notice(assistant);
	return failed;
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

const struct vec *assistant_in_time(struct assistant *assistant)
{
	uint64_t generation = board_generation(session_board(assistant->session));

	if (assistant->in_time.count && assistant->ordered == generation)
		return &assistant->in_time;
	vec_reset(&assistant->in_time);
	board_list_in_time(assistant_board(assistant), &assistant->in_time);
	assistant->ordered = generation;
	return &assistant->in_time;
}

/* Makes TEXT again if the board has changed. */
static void assistant_renew(struct assistant *assistant, struct assistant_text *text)
{
	uint64_t generation = board_generation(session_board(assistant->session));

	if (text->generation == generation && text->text.len)
		return;
	strbuf_reset(&text->text);
	text->make(assistant, &text->text);
	text->generation = generation;
}

const struct strbuf *assistant_text(struct assistant *assistant, assistant_make *make)
{
	struct assistant_text *text = NULL;

	for (size_t i = 0; i < assistant->texts.count && !text; i++)
		if (vec_get(&assistant->texts, struct assistant_text, i).make == make)
			text = vec_at(&assistant->texts, i);
	if (!text) {
		text = vec_push(&assistant->texts);
		*text = (struct assistant_text){.make = make, .text = STRBUF_INIT};
	}
	text->asked_ms = clock_span_ms();
	assistant_renew(assistant, text);
	return &text->text;
}

/* Is what the client asked for at ASKED_MS worth to be made again? */
static bool assistant_wants(int64_t asked_ms)
{
	return asked_ms && clock_span_ms() - asked_ms < ASSISTANT_WANTED_MS;
}

/* A text that is wanted and out of date, or NULL. */
static struct assistant_text *assistant_stale(const struct assistant *assistant)
{
	uint64_t generation = board_generation(session_board(assistant->session));

	for (size_t i = 0; i < assistant->texts.count; i++) {
		struct assistant_text *text = vec_at(&assistant->texts, i);

		if (text->generation != generation && assistant_wants(text->asked_ms))
			return text;
	}
	return NULL;
}

/* Are findings wanted and out of date? */
static bool assistant_must_check(const struct assistant *assistant)
{
	return assistant_wants(assistant->checked_ms) && checklist_next_ms(assistant->checklist) >= 0;
}

/* The time in ms until the board has been at rest for long enough to make again what is wanted; -1: nothing is. */
static int assistant_calm_ms(const struct assistant *assistant)
{
	int64_t left = assistant->moved_ms + ASSISTANT_CALM_MS - clock_span_ms();

	if (!assistant_must_check(assistant) && !assistant_stale(assistant))
		return -1;
	return left > 0 ? (int)left : 0;
}

struct checklist *assistant_findings(struct assistant *assistant)
{
	assistant->checked_ms = clock_span_ms();
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
	assistant_notice(assistant);
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
	int next = clock_earlier(peers_next_ms(&assistant->peers, &state), assistant_calm_ms(assistant)), watch;

	(void)session_watch(assistant->session, &watch);
	if (peers_must_look(&assistant->peers))
		next = clock_earlier(next, ASSISTANT_LOOK_MS);
	return clock_earlier(next, watch);
}

void assistant_idle(struct assistant *assistant)
{
	if (assistant_calm_ms(assistant))
		return;
	if (!assistant_must_check(assistant)) {
		assistant_renew(assistant, assistant_stale(assistant));
		return;
	}
	checklist_hurry(assistant->checklist);
	checklist_work(assistant->checklist, CHECKLIST_SLICE);
}
