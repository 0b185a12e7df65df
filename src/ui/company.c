#include "ui/company.h"

#include "base/clock.h"

/* At most so often are the others told of a moving cursor. */
#define COMPANY_PAUSE_MS 100

static void company_say(struct company *company, struct place place, bool typing)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_here(company->name.text, place, typing, &text);
	if (company->bell)
		doorbell_ring(company->bell, text.text, text.len);
	strbuf_release(&text);
	company->told_place = place;
	company->told_typing = typing;
	company->told_ms = clock_span_ms();
}

void company_init(struct company *company, struct doorbell *bell, const char *name,
	struct place place)
{
	*company = (struct company){.bell = bell, .fd = bell ? doorbell_listen(bell) : -1};
	presence_init(&company->presence);
	strbuf_init(&company->name);
	strbuf_addstr(&company->name, name);
	company_say(company, place, false);
}

void company_release(struct company *company)
{
	struct strbuf text = STRBUF_INIT;

	presence_say_gone(&text);
	if (company->bell)
		doorbell_ring(company->bell, text.text, text.len);
	strbuf_release(&text);
	presence_release(&company->presence);
	strbuf_release(&company->name);
}

bool company_hear(struct company *company)
{
	char bytes[DOORBELL_BYTES], from[DOORBELL_NAME_BYTES];
	unsigned news = 0;
	size_t len;

	while (company->fd >= 0 && doorbell_read(company->bell, bytes, &len, from))
		news |= presence_hear(&company->presence, bytes, len, from, clock_span_ms());
	presence_expire(&company->presence, clock_span_ms());
	if (news & PRESENCE_NEW)
		company_say(company, company->told_place, company->told_typing);
	return news & PRESENCE_LOG;
}

static bool company_is_told(const struct company *company, struct place place, bool typing)
{
	return place.column == company->told_place.column && place.row == company->told_place.row &&
	       typing == company->told_typing;
}

int company_next_ms(const struct company *company, struct place place, bool typing)
{
	int64_t since = clock_span_ms() - company->told_ms;
	int64_t wait = company_is_told(company, place, typing) ? PRESENCE_BEAT_MS : COMPANY_PAUSE_MS;

	if (company->fd < 0 || !company->presence.people.count)
		return -1;
	return since >= wait ? 0 : (int)(wait - since);
}

void company_tell(struct company *company, struct place place, bool typing)
{
	if (company_next_ms(company, place, typing) == 0)
		company_say(company, place, typing);
}

void company_list(const struct company *company, struct vec *people)
{
	for (size_t i = 0; i < company->presence.people.count; i++) {
		const struct presence_person *person = vec_at(&company->presence.people, i);

		*(struct scene_person *)vec_push(people) =
			(struct scene_person){person->name, person->place, person->typing};
	}
}
