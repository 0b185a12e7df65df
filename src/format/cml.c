/*
 * cml: a board in the language of Context Mapper (CML): the context map, and for each context its aggregates with
 * their commands and events.
 *
 * Names come from format/identifiers.h; people's own words stand beside them in quotes. Callees and senders are
 * upstream. What the language does not allow is left out with a comment.
 *
 * The context map alone only names aggregates: the language server of Context Mapper that is made with Langium knows
 * neither commands nor events.
 */
#include "format/format_rows.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/cml_model.h"
#include "format/cml_words.h"
#include "format/fieldtype.h"
#include "format/quoted.h"
#include "model/payload.h"

static void cml_quote(const char *text, FILE *out)
{
	struct strbuf quoted = STRBUF_INIT;

	quoted_text(&quoted, text);
	fputs(quoted.text, out);
	strbuf_release(&quoted);
}

/* Prints BEFORE and people's own words for NAME, if they differ from it (NULL: nothing). */
static void cml_write_words(const char *before, const char *text, const char *name, FILE *out)
{
	if (!text || !strcmp(text, name))
		return;
	fputs(before, out);
	cml_quote(text, out);
	fputc('\n', out);
}

/* Appends TEXT to a comment, which it can neither end nor break. */
static void cml_add_to_comment(struct strbuf *comment, const char *text)
{
	for (; *text; text++) {
		if (*text == '/' && comment->len && comment->text[comment->len - 1] == '*')
			strbuf_addch(comment, ' ');
		strbuf_addch(comment, *text == '\n' ? ' ' : *text);
	}
}

enum cml_side { CML_UPSTREAM, CML_DOWNSTREAM, CML_BOTH_SIDES, CML_NO_SIDE };

/* The name of a pattern in CML, and where it is allowed. With a customer and a supplier some are not. */
static const struct cml_pattern {
	const char *name;
	enum cml_side side;
	const char *role;
	bool with_customer;
} cml_patterns[] = {
	{"open-host", CML_UPSTREAM, "OHS", false},
	{"published-language", CML_UPSTREAM, "PL", true},
	{"anticorruption-layer", CML_DOWNSTREAM, "ACL", true},
	{"conformist", CML_DOWNSTREAM, "CF", false},
	{"partnership", CML_BOTH_SIDES, "P", false},
	{"shared-kernel", CML_BOTH_SIDES, "SK", false},
	{"customer-supplier", CML_NO_SIDE, NULL, true},
	{"separate-ways", CML_NO_SIDE, NULL, false},
};

static const struct cml_pattern *cml_pattern_find(const char *name)
{
	for (size_t i = 0; name && i < ARRAY_SIZE(cml_patterns); i++)
		if (!strcmp(cml_patterns[i].name, name))
			return &cml_patterns[i];
	return NULL;
}

/* A relation being written. */
struct cml_relation {
	const struct relation *relation;
	const char *source, *target;                     /* their names */
	const struct cml_pattern *at_source, *at_target; /* or NULL */
	struct strbuf comment;                           /* what is left out */
};

static bool cml_relation_has(const struct cml_relation *relation, const char *pattern)
{
	return (relation->at_source && !strcmp(relation->at_source->name, pattern)) ||
	       (relation->at_target && !strcmp(relation->at_target->name, pattern));
}

/* The role of a side, or NULL; a pattern that is not allowed there is named in the comment. */
static const char *cml_relation_role(struct cml_relation *relation, bool is_source)
{
	const struct cml_pattern *pattern = is_source ? relation->at_source : relation->at_target;
	bool upstream = is_source == (relation->relation->style != RELATION_SYNC);

	if (!pattern || !pattern->role)
		return NULL;
	if (pattern->side == (upstream ? CML_UPSTREAM : CML_DOWNSTREAM) &&
		(pattern->with_customer || !cml_relation_has(relation, "customer-supplier")))
		return pattern->role;
	strbuf_addf(&relation->comment, "%s%s of %s", relation->comment.len ? ", " : "left out: ", pattern->name,
		is_source ? relation->source : relation->target);
	return NULL;
}

/* The pattern shared by both sides, or NULL. Other patterns of either side are left out. */
static const struct cml_pattern *cml_relation_shared(struct cml_relation *relation)
{
	const struct cml_pattern *source = relation->at_source, *target = relation->at_target;
	bool from_source = source && source->side == CML_BOTH_SIDES;
	const struct cml_pattern *shared = from_source ? source : target, *other;

	if (!shared || shared->side != CML_BOTH_SIDES)
		return NULL;
	other = from_source ? target : source;
	if (other && other != shared)
		strbuf_addf(&relation->comment, "left out: %s of %s", other->name,
			from_source ? relation->target : relation->source);
	return shared;
}

/* Appends "Ordering [D,ACL]<-[U,OHS] Payment". */
static void cml_relation_ends(struct cml_relation *relation, struct strbuf *out)
{
	bool sync = relation->relation->style == RELATION_SYNC;
	bool customer = cml_relation_has(relation, "customer-supplier");
	const struct cml_pattern *shared = cml_relation_shared(relation);
	const char *role;

	if (shared) {
		strbuf_addf(out, "%s [%s]<->[%s] %s", relation->source, shared->role, shared->role, relation->target);
		return;
	}
	role = cml_relation_role(relation, true);
	strbuf_addf(out, "%s [%s%s%s%s]", relation->source, sync ? "D" : "U", customer ? (sync ? ",C" : ",S") : "",
		role ? "," : "", role ? role : "");
	role = cml_relation_role(relation, false);
	strbuf_addf(out, "%s[%s%s%s%s] %s", sync ? "<-" : "->", sync ? "U" : "D", customer ? (sync ? ",S" : ",C") : "",
		role ? "," : "", role ? role : "", relation->target);
}

/* What a relation is built with, by its style. */
static const char *const cml_styles[RELATION_STYLE_COUNT] = {
	[RELATION_SYNC] = "calls",
	[RELATION_ASYNC] = "messages",
	[RELATION_UNKNOWN] = "calls or messages",
};

static void cml_write_relation(struct cml_relation *relation, struct identifiers *names, FILE *out)
{
	const struct relation *known = relation->relation;
	struct strbuf ends = STRBUF_INIT, text = STRBUF_INIT;

	if (known->source == known->target || cml_relation_has(relation, "separate-ways")) {
		fprintf(out, "\n\t/* left out: %s and %s %s */\n", relation->source, relation->target,
			known->source == known->target ? "are the same" : "go separate ways");
		return;
	}
	cml_relation_ends(relation, &ends);
	if (relation->comment.len)
		fprintf(out, "\n\t/* %s */", relation->comment.text);
	fprintf(out, "\n\t%s", ends.text);
	if (known->label) {
		identifiers_make(names, known->label, "Relation", known->id, &text);
		fprintf(out, " : %s", text.text);
	}
	strbuf_reset(&text);
	strbuf_addstr(&text, cml_styles[known->style]);
	if (known->label)
		strbuf_addf(&text, ": %s", known->label);
	fputs(" {\n\t\timplementationTechnology = ", out);
	cml_quote(text.text, out);
	fputs("\n\t}\n", out);
	strbuf_release(&text);
	strbuf_release(&ends);
}

static void cml_write_relations(const struct cml_model *model, struct identifiers *names, FILE *out)
{
	struct vec list = VEC_INIT(const struct relation *);

	board_list(model->board, ENTITY_RELATION, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct relation *known = vec_get(&list, const struct relation *, i);
		struct cml_relation relation = {known, cml_model_context(model, known->source)->name,
			cml_model_context(model, known->target)->name, cml_pattern_find(known->source_pattern),
			cml_pattern_find(known->target_pattern), STRBUF_INIT};

		cml_write_relation(&relation, names, out);
		strbuf_release(&relation.comment);
	}
	vec_release(&list);
}

static void cml_write_map(const struct cml_model *model, FILE *out)
{
	struct strbuf name = STRBUF_INIT;
	struct identifiers names;

	identifiers_init(&names, IDENTIFIERS_TYPE, cml_words);
	identifiers_make(&names, board_title(model->board), "Board", BOARD_ITEM, &name);
	fprintf(out, "ContextMap %s {\n", name.text);
	for (size_t i = 0; i < model->contexts.count; i++)
		fprintf(out, "\tcontains %s\n", (vec_get(&model->contexts, struct cml_context *, i))->name);
	cml_write_relations(model, &names, out);
	fputs("}\n", out);
	identifiers_release(&names);
	strbuf_release(&name);
}

/* `String email hint = "sensitive"`, below people's own words for it, if these differ from the name. */
static void cml_write_field(const struct payload_field *field, struct identifiers *names, int64_t number, FILE *out)
{
	struct fieldtype type = fieldtype_read(field->type);
	struct strbuf name = STRBUF_INIT, hint = STRBUF_INIT;

	identifiers_make(names, field->name, "field", number, &name);
	cml_write_words("\t\t\t", field->name, name.text, out);
	fprintf(out, type.list ? "\t\t\tList<%s> %s" : "\t\t\t%s %s", fieldtype_cml(type.base), name.text);
	if (field->sensitive)
		strbuf_addstr(&hint, PAYLOAD_SENSITIVE);
	if (field->type[0] && (type.base == FIELDTYPE_UNKNOWN || type.base == FIELDTYPE_OBJECT))
		strbuf_addf(&hint, "%s%s", hint.len ? ", " : "", field->type);
	if (hint.len) {
		fputs(" hint = ", out);
		cml_quote(hint.text, out);
	}
	fputc('\n', out);
	strbuf_release(&name);
	strbuf_release(&hint);
}

static void cml_write_object(const struct cml_object *object, FILE *out)
{
	const struct sticky *sticky = object->sticky;
	struct identifiers names;
	struct payload payload;

	cml_write_words("\t\t", sticky->text, object->name, out);
	fprintf(out, "\t\t%s %s", sticky->kind == KIND_COMMAND ? "CommandEvent" : "DomainEvent", object->name);
	payload_init(&payload);
	payload_read(&payload, sticky->payload);
	if (payload.fields.count) {
		identifiers_init(&names, IDENTIFIERS_FIELD, cml_words);
		fputs(" {\n", out);
		for (size_t i = 0; i < payload.fields.count; i++)
			cml_write_field(payload_at(&payload, i), &names, (int64_t)i + 1, out);
		fputs("\t\t}", out);
		identifiers_release(&names);
	} else {
		fputs(" { }", out);
	}
	fputc('\n', out);
	payload_release(&payload);
}

static void cml_write_aggregate(const struct cml_aggregate *aggregate, bool strategic, FILE *out)
{
	cml_write_words("\t", aggregate->text, aggregate->name, out);
	fprintf(out, strategic ? "\tAggregate %s { }\n" : "\tAggregate %s {\n", aggregate->name);
	if (strategic)
		return;
	for (size_t i = 0; i < aggregate->objects.count; i++)
		cml_write_object(vec_at(&aggregate->objects, i), out);
	fputs("\t}\n", out);
}

static void cml_write_context(const struct cml_context *context, bool strategic, FILE *out)
{
	bool any = false;

	fprintf(out, "\nBoundedContext %s {\n", context->name);
	cml_write_words("\tdomainVisionStatement = ", context->context->name, context->name, out);
	for (size_t i = 0; i < context->aggregates.count; i++) {
		const struct cml_aggregate *aggregate = vec_get(&context->aggregates, struct cml_aggregate *, i);

		if (strategic && aggregate->made)
			continue;
		fputs(any && !strategic ? "\n" : "", out);
		cml_write_aggregate(aggregate, strategic, out);
		any = true;
	}
	fputs("}\n", out);
}

static void cml_write_head(const struct cml_model *model, FILE *out)
{
	struct strbuf comment = STRBUF_INIT;

	cml_add_to_comment(&comment, board_title(model->board));
	if (model->left_out)
		strbuf_addf(&comment, "%sleft out, as in no context: %zu", comment.len ? "; " : "", model->left_out);
	if (comment.len)
		fprintf(out, "/* %s */\n", comment.text);
	strbuf_release(&comment);
}

static int cml_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct cml_model model;

	(void)err;
	cml_model_init(&model, board);
	cml_write_head(&model, out);
	cml_write_map(&model, out);
	for (size_t i = 0; i < model.contexts.count; i++)
		cml_write_context(vec_get(&model.contexts, struct cml_context *, i), options->map, out);
	cml_model_release(&model);
	return 0;
}

const struct format cml_format = {
	.name = "cml",
	.ending = ".cml",
	.map = true,
	.write = cml_export,
	.sentence = N_("the context map and its contexts for Context Mapper"),
};
