/* check_hotspots: checks of open questions and ideas. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "check/finding.h"
#include "check/hangul.h"
#include "check/trigger.h"
#include "text/utf8.h"

#define CHECK_HOTSPOTS_ONLY KIND_BIT(KIND_HOTSPOT)
#define CHECK_HOTSPOTS_EVENTS_EACH 10 /* at least one hotspot for so many events */

#define CHECK_HOTSPOTS_SYLLABLES_LEAST 4 /* of a Korean word that says enough */

/* So many words say what a hotspot is about even if it stands alone; Korean ones say more. */
#define CHECK_HOTSPOTS_WORDS_ENOUGH 5
#define CHECK_HOTSPOTS_WORDS_ENOUGH_KOREAN 3

#define CHECK_HOTSPOTS_DAY_MS INT64_C(86400000)

static bool check_hotspots_none_run(const struct check_input *input, int64_t *sticky)
{
	size_t events = board_count_kind(input->board, KIND_EVENT);

	(void)sticky;
	return events >= CHECK_HOTSPOTS_EVENTS_EACH &&
	       board_count_kind(input->board, KIND_HOTSPOT) * CHECK_HOTSPOTS_EVENTS_EACH < events;
}

static void check_hotspots_none_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	(void)finding;
	strbuf_addf(out, _(": %zu for %zu events"), board_count_kind(input->board, KIND_HOTSPOT),
		board_count_kind(input->board, KIND_EVENT));
}

/* One word does not say enough. In Korean only a short word says too little: 재고부족 says as much as two. */
static bool check_hotspots_is_one_word(const struct sticky *sticky)
{
	const char *text = sticky->text ? sticky->text : "";
	int32_t code = 0;

	if (strpbrk(text, " \n"))
		return false;
	utf8_decode(text, strlen(text), &code);
	return !tokens_is_hangul(code) || strlen(text) < CHECK_HOTSPOTS_SYLLABLES_LEAST * HANGUL_BYTES;
}

/* Is it a whole sentence, which can be understood wherever it stands? */
static bool check_hotspots_is_sentence(const struct sticky *sticky)
{
	const char *text = sticky->text ? sticky->text : "";
	int words = 0, least = CHECK_HOTSPOTS_WORDS_ENOUGH;
	int32_t code = 0;

	utf8_decode(text, strlen(text), &code);
	if (tokens_is_hangul(code))
		least = CHECK_HOTSPOTS_WORDS_ENOUGH_KOREAN;
	for (const char *at = text; *(at += strspn(at, " \n")); at += strcspn(at, " \n"))
		words++;
	return words >= least;
}

/* Is it below or above something else in its column, perhaps with slots between, as remarks are? */
static bool check_hotspots_is_of_column(const struct board *board, const struct sticky *sticky)
{
	for (int32_t step = -TRIGGER_REACH; step <= TRIGGER_REACH; step++) {
		struct place place = {sticky->place.column, sticky->place.row + step};
		const struct sticky *other = board_at(board, place);

		if (other && !(KIND_BIT(other->kind) & KIND_REMARKS))
			return true;
	}
	return false;
}

static bool check_hotspots_bare_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)other;
	if (sticky->resolved)
		return false;
	return check_hotspots_is_one_word(sticky) ||
	       (!check_hotspots_is_sentence(sticky) &&
		       !trigger_find(input->board, sticky, KIND_ANY & ~KIND_REMARKS, TRIGGER_AROUND) &&
		       !check_hotspots_is_of_column(input->board, sticky));
}

static bool check_hotspots_open_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)input, (void)other;
	return !sticky->resolved;
}

static void check_hotspots_open_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(input->board, finding->sticky);
	int64_t days = (clock_now_ms() - sticky->created) / CHECK_HOTSPOTS_DAY_MS;

	if (!sticky->created)
		return;
	if (days < 1)
		strbuf_addstr(out, _(" since today"));
	else if (days == 1)
		strbuf_addstr(out, _(" for a day"));
	else
		strbuf_addf(out, _(" for %" PRId64 " days"), days);
}

/* Is nothing of KIND resolved yet, as on the day on which it was written? */
static bool check_hotspots_without_answers(const struct check_input *input, enum kind kind)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(input->board, ENTITY_STICKY, &at));)
		if (sticky->kind == (int)kind && sticky->resolved)
			return false;
	return true;
}

static bool check_hotspots_none_resolved(const struct check_input *input)
{
	return check_hotspots_without_answers(input, KIND_HOTSPOT);
}

static bool check_hotspots_none_decided(const struct check_input *input)
{
	return check_hotspots_without_answers(input, KIND_OPPORTUNITY);
}

const struct check check_hotspots_none = {
	.id = "hotspot-none",
	.step = 4,
	.sentence = N_("there are few hotspots"),
	.reason = N_("Where nobody disagrees and everything seems clear, people have not dug deep enough yet, or do "
		     "not dare to say so."),
	.offer = N_("ask what is unclear, slow, disputed or missing"),
	.example = N_("30 events and not a single question: what was too easy?"),
	.command = "add hotspot TEXT",
	.scope = CHECK_BOARD,
	.run_board = check_hotspots_none_run,
	.say = check_hotspots_none_say,
};

const struct check check_hotspots_bare = {
	.id = "hotspot-bare",
	.step = 4,
	.sentence = N_("a single word, or next to no sticky"),
	.reason = N_("Next week nobody will know what it was about."),
	.offer = N_("write it out, and put it next to what it is about"),
	.example = N_("“Returns” becomes “Who pays the postage of a return?”, next to “Return accepted”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = KIND_RESOLVABLE,
	.run = check_hotspots_bare_run,
};

const struct check check_hotspots_open = {
	.id = "hotspot-open",
	.step = 4,
	.sentence = N_("still open"),
	.reason = N_("An open question that nobody follows up comes back as a surprise in the "
		     "finished software."),
	.offer = N_("resolve it with a note of what was decided, or vote on what comes first"),
	.example = N_("“Who pays when a parcel is lost?” gets an answer, or somebody who will find one."),
	.command = "resolve ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_HOTSPOTS_ONLY,
	.run = check_hotspots_open_run,
	.say = check_hotspots_open_say,
	.run_none = check_hotspots_none_resolved,
	.sentence_none = N_("no hotspot is resolved yet"),
};

const struct check check_hotspots_opportunity_open = {
	.id = "opportunity-open",
	.step = 4,
	.sentence = N_("still undecided"),
	.reason = N_("Ideas that nobody takes up are forgotten once everybody has left the room."),
	.offer = N_("vote on what to do first, and resolve it with a note of what was decided"),
	.example = N_("“Deliver on Sundays” gets a first step, or a reason why not."),
	.command = "resolve ID",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_OPPORTUNITY),
	.run = check_hotspots_open_run,
	.say = check_hotspots_open_say,
	.run_none = check_hotspots_none_decided,
	.sentence_none = N_("no opportunity is decided yet"),
};
