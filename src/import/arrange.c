#include "import/arrange.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

enum arrange_band {
	BAND_ACTOR,
	BAND_FLOW,   /* commands, events, policies */
	BAND_THING,  /* what these are about, and what people look at */
	BAND_REMARK, /* comments */
	BAND_COUNT
};

static const struct arrange_rule {
	enum arrange_band band;
	bool follows; /* it belongs to the previous flow sticky in the file, not to the next */
} arrange_rules[] = {
	[KIND_EVENT] = {BAND_FLOW, false},
	[KIND_COMMAND] = {BAND_FLOW, false},
	[KIND_POLICY] = {BAND_FLOW, false},
	[KIND_ACTOR] = {BAND_ACTOR, false},
	[KIND_READ_MODEL] = {BAND_THING, false},
	[KIND_UI] = {BAND_THING, false},
	[KIND_AGGREGATE] = {BAND_THING, false},
	[KIND_EXTERNAL_SYSTEM] = {BAND_THING, true},
	[KIND_HOTSPOT] = {BAND_REMARK, true},
	[KIND_OPPORTUNITY] = {BAND_REMARK, true},
	[KIND_VALUE] = {BAND_REMARK, true},
};

_Static_assert(ARRAY_SIZE(arrange_rules) == KIND_COUNT, "a kind has no place");

struct arrange {
	int64_t start;            /* the column where the stretch begins */
	int64_t last[BAND_COUNT]; /* the last column used, in each band */
	int32_t row[BAND_COUNT];  /* of each band */
	int64_t context;          /* of the stretch */
	const char *phase;        /* of the stretch, or NULL */
	bool flows;               /* is there a flow sticky yet? */
	int flow;                 /* the kind of the last one */
};

static const struct arrange_rule *arrange_rule(const struct draft *draft)
{
	return &arrange_rules[draft->sticky.kind];
}

static void arrange_init(struct arrange *arrange, const struct intake *intake, int32_t first)
{
	bool used[BAND_COUNT] = {false};
	int32_t row = 1;

	memset(arrange, 0, sizeof(*arrange));
	arrange->start = first;
	for (size_t i = 0; i < intake->drafts.count; i++)
		if (!drafts_at(intake, i)->sticky.place.column)
			used[arrange_rule(drafts_at(intake, i))->band] = true;
	for (int band = 0; band < BAND_COUNT; band++) {
		arrange->last[band] = first - 1;
		arrange->row[band] = row;
		row += used[band];
	}
}

/* Is DRAFT in another context than what comes before it? The stickies before the first flow sticky share the first
 * columns, whatever their contexts. */
static bool arrange_crosses(const struct arrange *arrange, const struct draft *draft)
{
	return arrange->flows && draft->sticky.context && draft->sticky.context != arrange->context;
}

/* Does DRAFT begin a new stretch: another phase, or another context? */
static bool arrange_begins(const struct arrange *arrange, const struct draft *draft)
{
	if (draft->phase && (!arrange->phase || strcmp(draft->phase, arrange->phase)))
		return true;
	return arrange_crosses(arrange, draft);
}

/* Begins the stretch of DRAFT. A table goes on with the next context where the story of the last has ended, so a free
 * column separates them: neighbours would be taken for cause and effect. Only a policy leads from one to the other, and
 * not if something that is no part of the flow opens the next. */
static void arrange_begin(struct arrange *arrange, const struct draft *draft)
{
	bool leads = arrange_rule(draft)->band == BAND_FLOW &&
		     (arrange->flow == KIND_POLICY || draft->sticky.kind == KIND_POLICY);
	bool apart = arrange_crosses(arrange, draft) && !leads;
	int64_t last = arrange->start - 1;

	for (int band = 0; band < BAND_COUNT; band++)
		if (arrange->last[band] > last)
			last = arrange->last[band];
	for (int band = 0; band < BAND_COUNT; band++)
		arrange->last[band] = last;
	arrange->start = last + 1 + apart;
}

static int64_t arrange_column(const struct arrange *arrange, const struct arrange_rule *rule)
{
	int64_t column = arrange->last[BAND_FLOW] + (rule->follows ? 0 : 1);

	if (column < arrange->start)
		column = arrange->start;
	return column > arrange->last[rule->band] ? column : arrange->last[rule->band] + 1;
}

int arrange_drafts(const struct intake *intake, int32_t first, struct error *err)
{
	struct arrange arrange;

	arrange_init(&arrange, intake, first);
	for (size_t i = 0; i < intake->drafts.count; i++) {
		struct draft *draft = drafts_at(intake, i);
		const struct arrange_rule *rule = arrange_rule(draft);
		int64_t column;

		if (draft->sticky.place.column)
			continue;
		if (arrange_begins(&arrange, draft))
			arrange_begin(&arrange, draft);
		if (draft->phase)
			arrange.phase = draft->phase;
		if (draft->sticky.context)
			arrange.context = draft->sticky.context;
		column = arrange_column(&arrange, rule);
		if (column > PLACE_MOST)
			return error_set(err, ERROR_REFUSED,
				_("no room to the right of the board for the stickies without a place"));
		arrange.last[rule->band] = column;
		if (rule->band == BAND_FLOW) {
			arrange.flows = true;
			arrange.flow = draft->sticky.kind;
		}
		draft->sticky.place = (struct place){(int32_t)column, arrange.row[rule->band]};
	}
	return 0;
}
