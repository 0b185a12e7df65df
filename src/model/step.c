#include "model/step.h"

#include "base/i18n.h"
#include "base/mem.h"

struct step_row {
	const char *name;
	const char *brief;
	const char *question;
	int minutes;
	enum kind kinds[3];
	size_t kinds_count;
};

static const struct step_row step_rows[] = {
	{N_("Domain events"), N_("Events"),
		N_("What happened? Put it on the timeline, left to right, in the past tense."), 50, {KIND_EVENT}, 1},
	{N_("External systems"), N_("Systems"),
		N_("Which events trigger, or come from, a legacy or outside system or process?"), 25,
		{KIND_EXTERNAL_SYSTEM, KIND_EVENT}, 2},
	{N_("Commands"), N_("Commands"), N_("What triggered each event?"), 55, {KIND_COMMAND}, 1},
	{N_("Hotspots"), N_("Hotspots"), N_("Where do we disagree, lack knowledge, or see a risk?"), 30,
		{KIND_HOTSPOT, KIND_OPPORTUNITY}, 2},
	{N_("Actors"), N_("Actors"), N_("Who issues each command, in a concrete role? What do they look at?"), 30,
		{KIND_ACTOR, KIND_READ_MODEL, KIND_UI}, 3},
	{N_("Aggregates"), N_("Aggregates"), N_("Which data do the command and the event act on?"), 60,
		{KIND_AGGREGATE, KIND_POLICY}, 2},
	{N_("Bounded contexts"), N_("Contexts"),
		N_("Which aggregates have names that belong together, and which must be kept apart?"), 75,
		{KIND_AGGREGATE}, 1},
	{N_("Context map"), N_("Map"), N_("Who calls whom, synchronously or asynchronously, and in which direction?"),
		60, {KIND_EVENT}, 1},
};

static const struct step_row *step_row(int step)
{
	if (step < STEP_FIRST || step > STEP_LAST)
		BUG("step %d", step);
	return &step_rows[step - STEP_FIRST];
}

const char *step_name(int step)
{
	return _(step_row(step)->name);
}

const char *step_short(int step)
{
	return _(step_row(step)->brief);
}

const char *step_question(int step)
{
	return _(step_row(step)->question);
}

int step_minutes(int step)
{
	return step_row(step)->minutes;
}

const enum kind *step_kinds(int step, size_t *count)
{
	*count = step_row(step)->kinds_count;
	return step_row(step)->kinds;
}
