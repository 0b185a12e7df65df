#include "ui/company.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "draw/scene_board.h"

/* At most so often are the others told of a moving cursor. */
#define COMPANY_PAUSE_MS 100

/* What not all had room for is told this often in all. */
#define COMPANY_TRIES 4

/* Many who came together must not go on to speak all at once: nobody listens that fast. So some speak earlier. */
#define COMPANY_SPREAD_MS 400

/* So many messages are taken in before there is a look at the keys. */
#define COMPANY_AT_ONCE 200

static void company_ring(struct company *company, struct strbuf *text)
{
	if (company->bell)
		doorbell_ring(company->bell, text->text, text->len);
	strbuf_release(text);
}

static void company_say(struct company *company, const struct presence_state *state)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(company->name.text, state, &text);
	company_ring(company, &text);
	company->told = *state;
	company->told_ms = clock_span_ms();
	company->tries = company->bell && doorbell_missed(company->bell) ? company->tries - 1 : 0;
}

void company_init(struct company *company, struct doorbell *bell, const char *name,
	const struct presence_state *state)
{
	*company = (struct company){.bell = bell, .fd = bell ? doorbell_listen(bell) : -1,
		.beat_ms = PRESENCE_BEAT_MS - getpid() % COMPANY_SPREAD_MS};
	presence_init(&company->presence);
	strbuf_init(&company->name);
	strbuf_addstr(&company->name, name);
	company_say(company, state);
}

void company_release(struct company *company)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_gone(&text);
	company_ring(company, &text);
	presence_release(&company->presence);
	strbuf_release(&company->name);
}

/* Somebody came: they are told alone, as all others know already. */
static void company_greet(struct company *company, const char *from)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(company->name.text, &company->told, &text);
	doorbell_answer(company->bell, from, text.text, text.len);
	strbuf_release(&text);
}

bool company_hear(struct company *company, bool *news)
{
	char bytes[DOORBELL_BYTES], from[DOORBELL_NAME_BYTES];
	int came = 0;
	size_t len;

	while (company->fd >= 0 && came < COMPANY_AT_ONCE && doorbell_read(company->bell, bytes, &len, from)) {
		unsigned heard = presence_hear(&company->presence, bytes, len, from, clock_span_ms());

		if (heard & PRESENCE_NEW)
			company_greet(company, from);
		*news |= heard & ~(unsigned)PRESENCE_LOG;
		came++;
	}
	*news |= presence_expire(&company->presence, clock_span_ms());
	return came;
}

int company_next_ms(const struct company *company, const struct presence_state *state)
{
	bool same = presence_same(state, &company->told);
	int64_t since = clock_span_ms() - (same ? company->told_ms : company->news_ms);
	int64_t wait = same && company->tries <= 0 ? company->beat_ms : COMPANY_PAUSE_MS;

	if (company->fd < 0 || !company->presence.people.count)
		return -1;
	return since >= wait ? 0 : (int)(wait - since);
}

void company_tell(struct company *company, const struct presence_state *state)
{
	if (company_next_ms(company, state) != 0)
		return;
	if (!presence_same(state, &company->told)) {
		company->news_ms = clock_span_ms();
		company->tries = COMPANY_TRIES;
	}
	company_say(company, state);
}

void company_call(struct company *company, const struct presence_call *call)
{
	struct strbuf text = STRBUF_INIT;

	company_say(company, &company->told); /* so that whoever hears it knows who calls */
	presence_say_call(call, &text);
	company_ring(company, &text);
}

const struct presence_person *company_find(const struct company *company, const char *name)
{
	for (size_t i = 0; i < company->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&company->presence.people, i);

		if (!strcmp(person->name, name))
			return person;
	}
	return NULL;
}

int64_t company_idle_s(const struct presence_person *person)
{
	return person->state.idle_s + (clock_span_ms() - person->seen_ms) / 1000;
}

static struct place_rect company_selection(const struct presence_state *state)
{
	struct place a = state->place, b = state->corner;
	struct place_rect none = PLACE_RECT_EMPTY;

	if (state->doing != PRESENCE_SELECTING)
		return none;
	return (struct place_rect){
		{a.column < b.column ? a.column : b.column, a.row < b.row ? a.row : b.row},
		{a.column > b.column ? a.column : b.column, a.row > b.row ? a.row : b.row}};
}

void company_list(const struct company *company, struct vec *people)
{
	for (size_t i = 0; i < company->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&company->presence.people, i);
		const struct presence_state *state = &person->state;

		*(struct scene_person *)vec_push(people) = (struct scene_person){.name = person->name,
			.place = state->place,
			.typing = state->doing == PRESENCE_TYPING,
			.edits = state->doing == PRESENCE_EDITING ? state->sticky : 0,
			.selection = company_selection(state)};
	}
}
