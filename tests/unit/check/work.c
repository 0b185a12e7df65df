#include "unit/check/work.h"

#include "base/mem.h"

#define COLUMNS 9
#define ROWS 6

static const char *const work_texts[] = {"Order placed", "placed orders", "Place order", "Order", "Paid?",
	"Payment failed", "Page viewed", "PO updated", "주문됨", "주문 됨", "주문하기", "User", "Customer", "customers",
	"PayPal", "Pay Pal", "OrderManager", "Send letter", "Letter sent", "Why is this so?", ""};

static struct place work_place(const struct work *work)
{
	return (struct place){1 + gen_below(work->gen, COLUMNS), 1 + gen_below(work->gen, ROWS)};
}

/* A sticky that may be there. */
static int64_t work_sticky(const struct work *work)
{
	struct place place = work_place(work);
	const struct sticky *sticky = board_at(work->easel->board, place);

	return sticky ? sticky->id : 1;
}

static const char *work_text(const struct work *work)
{
	return work_texts[gen_below(work->gen, ARRAY_SIZE(work_texts))];
}

/* Mostly of the kinds that sentences are made of. */
static enum kind work_kind(const struct work *work)
{
	static const enum kind kinds[] = {KIND_EVENT, KIND_COMMAND, KIND_AGGREGATE, KIND_ACTOR};

	return gen_once_in(work->gen, 3) ? (enum kind)gen_below(work->gen, KIND_COUNT)
					 : kinds[gen_below(work->gen, ARRAY_SIZE(kinds))];
}

static void work_add(const struct work *work, struct error *err)
{
	struct sticky sticky = {.kind = work_kind(work),
		.text = (char *)work_text(work),
		.place = work_place(work),
		.author = gen_below(work->gen, 4)};

	edit_create(&work->easel->edit, ENTITY_STICKY, &sticky, err);
}

static void work_delete(const struct work *work, struct error *err)
{
	edit_delete(&work->easel->edit, ENTITY_STICKY, work_sticky(work), err);
}

static void work_move(const struct work *work, struct error *err)
{
	struct place place = work_place(work);

	/* Two may share a slot in the midst of an action only. */
	if (!board_at(work->easel->board, place))
		edit_move(&work->easel->edit, work_sticky(work), place, err);
}

static void work_swap(const struct work *work, struct error *err)
{
	int64_t left = work_sticky(work), right = work_sticky(work);
	const struct sticky *one = board_sticky(work->easel->board, left);
	const struct sticky *two = board_sticky(work->easel->board, right);
	struct place place;

	if (!one || !two || one == two)
		return;
	place = one->place;
	edit_move(&work->easel->edit, left, two->place, err);
	edit_move(&work->easel->edit, right, place, err);
}

static void work_set(const struct work *work, struct error *err)
{
	static const struct {
		const char *field, *values[4];
	} fields[] = {
		{"kind", {"command", "aggregate", "actor", ""}},
		{"kind", {"policy", "hotspot", "external-system", "opportunity"}},
		{"note", {"", "a", "b", "c"}},
		{"resolved", {"", "1", "", "1"}},
		{"author", {"", "1", "2", "3"}},
		{"dismissed", {"", "event-past-tense", "same-text event-no-trigger", "actor-everything"}},
		{"pivotal", {"", "1", "", "1"}},
		{"public", {"", "1", "", "1"}},
		{"rejection", {"", "Refused", "", "Refused"}},
	};
	size_t at = (size_t)gen_below(work->gen, ARRAY_SIZE(fields) + 3);

	if (at < ARRAY_SIZE(fields))
		edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), fields[at].field,
			fields[at].values[gen_below(work->gen, 4)], err);
	else
		edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), "text", work_text(work), err);
}

static void work_link(const struct work *work, struct error *err)
{
	struct link link = {.source = work_sticky(work), .target = work_sticky(work)};

	edit_create(&work->easel->edit, ENTITY_LINK, &link, err);
}

static void work_unlink(const struct work *work, struct error *err)
{
	const struct sticky *sticky = board_sticky(work->easel->board, work_sticky(work));

	if (sticky && sticky->first_out)
		edit_delete(&work->easel->edit, ENTITY_LINK, sticky->first_out->id, err);
}

static void work_shift(const struct work *work, struct error *err)
{
	bool columns = gen_once_in(work->gen, 2), opens = gen_once_in(work->gen, 2);
	struct shift shift = {.axis = columns ? AXIS_COLUMNS : AXIS_ROWS,
		.at = 2 + gen_below(work->gen, columns ? COLUMNS : ROWS),
		.by = opens ? 1 : -1};

	edit_shift(&work->easel->edit, shift, err);
}

void work_enter(const struct work *work, struct error *err)
{
	static const char *const contexts[] = {"", "1", "2", "3"};

	edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), "context",
		contexts[gen_below(work->gen, ARRAY_SIZE(contexts))], err);
}

void work_context(const struct work *work, struct error *err)
{
	static const char *const names[] = {"A", "B", "Order service", "주문서비스"};
	struct context context = {.name = (char *)names[gen_below(work->gen, ARRAY_SIZE(names))], .colour = 1};

	edit_create(&work->easel->edit, ENTITY_CONTEXT, &context, err);
}

/* One that may be there: those made first are in use most. */
static int64_t work_some(const struct work *work, enum entity entity)
{
	int64_t next = board_next_id(work->easel->board, entity);

	return 1 + gen_below(work->gen, next > 6 ? 6 : (int)next);
}

static void work_relate(const struct work *work, struct error *err)
{
	static const char *const patterns[] = {NULL, NULL, "open-host", "conformist", "partnership", "separate-ways"};
	struct relation relation = {.source = work_some(work, ENTITY_CONTEXT),
		.target = work_some(work, ENTITY_CONTEXT),
		.style = (int)gen_below(work->gen, RELATION_STYLE_COUNT),
		.source_pattern = (char *)patterns[gen_below(work->gen, ARRAY_SIZE(patterns))],
		.target_pattern = (char *)patterns[gen_below(work->gen, ARRAY_SIZE(patterns))]};

	if (relation.source != relation.target)
		edit_create(&work->easel->edit, ENTITY_RELATION, &relation, err);
}

static void work_unrelate(const struct work *work, struct error *err)
{
	edit_delete(&work->easel->edit, ENTITY_RELATION, work_some(work, ENTITY_RELATION), err);
}

static void work_reroute(const struct work *work, struct error *err)
{
	edit_set(&work->easel->edit, ENTITY_RELATION, work_some(work, ENTITY_RELATION), "style",
		gen_once_in(work->gen, 2) ? "async" : "", err);
}

static void work_rename(const struct work *work, struct error *err)
{
	edit_set(&work->easel->edit, ENTITY_CONTEXT, work_some(work, ENTITY_CONTEXT), "name",
		gen_once_in(work->gen, 2) ? "Order service" : "Order", err);
}

static void work_uncontext(const struct work *work, struct error *err)
{
	if (gen_once_in(work->gen, 6))
		edit_delete(&work->easel->edit, ENTITY_CONTEXT, work_some(work, ENTITY_CONTEXT), err);
}

/* The fields of one of the stickies that are carried most, or of another. */
static void work_fill(const struct work *work, struct error *err)
{
	static const char *const payloads[] = {
		"", "id;name;sum;day", "id;name;sum;day sensitive", "id;name;sum;day;town;street;mail;card"};

	edit_set(&work->easel->edit, ENTITY_STICKY,
		gen_once_in(work->gen, 2) ? 1 + gen_below(work->gen, 3) : work_sticky(work), "payload",
		payloads[gen_below(work->gen, ARRAY_SIZE(payloads))], err);
}

/* Something about a context or a relation that no command of the others touches. */
static void work_answer(const struct work *work, struct error *err)
{
	static const struct {
		const char *field, *values[3];
	} fields[] = {
		{"consistency", {"eventual", "eventual", "latest"}},
		{"sensitive", {"", "no", "yes"}},
		{"autonomous", {"", "yes", "yes"}},
		{"compensated", {"", "yes", "yes"}},
		{"when_slow", {"", "outbox", "none-needed"}},
		{"when_failed", {"", "retry", "saga"}},
		{"when_disordered", {"", "", "reorder"}},
		{"when_twice", {"", "deduplicate", "deduplicate"}},
		{"dismissed", {"", "map-unfounded=why", "failure-open state-stale"}},
	};
	size_t at = (size_t)gen_below(work->gen, ARRAY_SIZE(fields));

	edit_set(&work->easel->edit, ENTITY_RELATION, work_some(work, ENTITY_RELATION), fields[at].field,
		fields[at].values[gen_below(work->gen, 3)], err);
}

static void work_dismiss(const struct work *work, struct error *err)
{
	edit_set(&work->easel->edit, ENTITY_CONTEXT, work_some(work, ENTITY_CONTEXT), "dismissed",
		gen_once_in(work->gen, 2) ? "" : "same-subscription 'context-empty=it will not'", err);
}

/* Two stickies are carried most, so that contexts share what they are sent. */
static void work_carry(const struct work *work, struct error *err)
{
	static const char *const uses[] = {NULL, NULL, "id", "id name sum day"};
	struct message message = {.relation = work_some(work, ENTITY_RELATION),
		.sticky = gen_once_in(work->gen, 2) ? 1 + gen_below(work->gen, 3) : work_sticky(work),
		.type = 1 + gen_below(work->gen, MESSAGE_TYPE_COUNT - 1),
		.uses = (char *)uses[gen_below(work->gen, ARRAY_SIZE(uses))]};

	if (!board_message(work->easel->board, message.relation, message.sticky))
		edit_create(&work->easel->edit, ENTITY_MESSAGE, &message, err);
}

static void work_unload(const struct work *work, struct error *err)
{
	edit_delete(&work->easel->edit, ENTITY_MESSAGE, work_some(work, ENTITY_MESSAGE), err);
}

static void work_retype(const struct work *work, struct error *err)
{
	static const char *const types[] = {"", "notification", "state-snapshot", "domain-event"};

	edit_set(&work->easel->edit, ENTITY_MESSAGE, work_some(work, ENTITY_MESSAGE), "type",
		types[gen_below(work->gen, ARRAY_SIZE(types))], err);
}

/* An event, a policy and a command in a row that lead on to each other, as people draw them. */
static void work_react(const struct work *work, struct error *err)
{
	static const enum kind kinds[] = {KIND_EVENT, KIND_POLICY, KIND_COMMAND};
	struct place place = work_place(work);

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++, place.column++) {
		const struct sticky *there = board_at(work->easel->board, place);
		struct sticky sticky = {.kind = kinds[i], .text = (char *)work_text(work), .place = place};

		if (there && there->kind != (int)kinds[i])
			edit_set(&work->easel->edit, ENTITY_STICKY, there->id, "kind",
				i == 0   ? ""
				: i == 1 ? "policy"
					 : "command",
				err);
		else if (!there)
			edit_create(&work->easel->edit, ENTITY_STICKY, &sticky, err);
	}
}

void work_integrate(const struct work *work, struct error *err)
{
	static void (*const works[])(const struct work *work, struct error *err) = {work_relate, work_relate,
		work_answer, work_answer, work_carry, work_carry, work_carry, work_set, work_enter, work_react,
		work_fill, work_fill, work_fill};

	works[gen_below(work->gen, ARRAY_SIZE(works))](work, err);
}

void work_any(const struct work *work)
{
	static void (*const works[])(const struct work *work, struct error *err) = {work_add, work_add, work_add,
		work_delete, work_move, work_move, work_swap, work_set, work_set, work_set, work_set, work_link,
		work_link, work_link, work_unlink, work_shift, work_enter, work_enter, work_enter, work_context,
		work_relate, work_relate, work_unrelate, work_reroute, work_rename, work_uncontext, work_answer,
		work_answer, work_dismiss, work_carry, work_carry, work_carry, work_unload, work_retype, work_react,
		work_fill, work_fill};
	struct error err = ERROR_INIT;

	works[gen_below(work->gen, ARRAY_SIZE(works))](work, &err);
}
