#include "format/catalogue_page.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/catalogue_steps.h"
#include "format/markdown.h"
#include "format/term.h"
#include "model/payload.h"

/* What a new thing is; later versions are people's. */
#define CATALOGUE_PAGE_VERSION "1.0.0"

/* A picture of a thing and its neighbours, which EventCatalog draws. */
#define CATALOGUE_PAGE_GRAPH "<NodeGraph />\n"

/* A page being made. */
struct catalogue_page {
	const struct catalogue *catalogue;
	const struct catalogue_thing *thing;
	struct yaml yaml;   /* its fields */
	struct strbuf text; /* the board's part of its text */
};

static bool catalogue_page_is_blank(const char *text)
{
	while (text && isspace((unsigned char)*text))
		text++;
	return !text || !*text;
}

/* Adds a line "- LABEL: TEXT" unless TEXT is empty. In an item of a list nothing is taken for code. */
static void catalogue_page_line(struct catalogue_page *page, const char *label, const char *text)
{
	if (catalogue_page_is_blank(text))
		return;
	strbuf_addf(&page->text, "- %s: ", label);
	markdown_text(&page->text, text);
	strbuf_addch(&page->text, '\n');
}

/* Opens an item that refers to THING. */
static void catalogue_page_open_pointer(struct catalogue_page *page, const struct catalogue_thing *thing)
{
	yaml_open_item(&page->yaml);
	yaml_text(&page->yaml, "id", thing->id);
	yaml_text(&page->yaml, "version", "latest");
}

/* Refers to all things of KIND under KEY. */
static void catalogue_page_pointers(struct catalogue_page *page, const char *key, enum catalogue_kind kind)
{
	size_t count = 0;

	for (size_t i = 0; i < page->catalogue->things.count; i++) {
		const struct catalogue_thing *thing = vec_get(&page->catalogue->things, struct catalogue_thing *, i);

		if (thing->kind != kind)
			continue;
		if (!count++)
			yaml_open(&page->yaml, key);
		catalogue_page_open_pointer(page, thing);
		yaml_close(&page->yaml);
	}
	if (count)
		yaml_close(&page->yaml);
}

/* Refers to the messages that a service sends or, with RECEIVED, receives, and the channels that they take. */
static void catalogue_page_messages(struct catalogue_page *page, bool received)
{
	const struct vec *list = received ? &page->thing->receives : &page->thing->sends;

	if (list->count)
		yaml_open(&page->yaml, received ? "receives" : "sends");
	for (size_t i = 0; i < list->count; i++) {
		const struct catalogue_thing *message = vec_get(list, struct catalogue_thing *, i);
		const struct catalogue_thing *channel =
			catalogue_channel(page->catalogue, message, page->thing, received);

		catalogue_page_open_pointer(page, message);
		if (channel) {
			yaml_open(&page->yaml, received ? "from" : "to");
			catalogue_page_open_pointer(page, channel);
			yaml_close(&page->yaml);
			yaml_close(&page->yaml);
		}
		yaml_close(&page->yaml);
	}
	if (list->count)
		yaml_close(&page->yaml);
}

static void catalogue_page_domain(struct catalogue_page *page)
{
	catalogue_page_pointers(page, "services", CATALOGUE_SERVICE);
	catalogue_page_pointers(page, "flows", CATALOGUE_FLOW);
	catalogue_page_line(page, "Purpose", board_facts(page->catalogue->board)->purpose);
}

/* Adds the stickies of the service's context that are of KIND. */
static void catalogue_page_members(struct catalogue_page *page, enum kind kind, const char *label)
{
	struct vec list = VEC_INIT(const struct sticky *);

	board_list_in_time(page->catalogue->board, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (sticky->kind != (int)kind || sticky->context != page->thing->context->id || sticky->resolved)
			continue;
		catalogue_page_line(page, label, sticky->text);
		if (sticky->invariants)
			catalogue_page_line(page, "Always true of it", sticky->invariants);
	}
	vec_release(&list);
}

static void catalogue_page_service(struct catalogue_page *page)
{
	const struct context *context = page->thing->context;

	catalogue_page_messages(page, false);
	catalogue_page_messages(page, true);
	if (!context) {
		yaml_word(&page->yaml, "externalSystem", "true");
		catalogue_page_line(page, "Note", page->thing->sticky->note);
		return;
	}
	catalogue_page_line(page, "Purpose", context->purpose);
	if (context->subdomain != SUBDOMAIN_UNKNOWN)
		catalogue_page_line(page, "Subdomain", subdomain_token((enum subdomain)context->subdomain));
	catalogue_page_line(page, "Roles", context->roles);
	catalogue_page_line(page, "Assumptions", context->assumptions);
	catalogue_page_members(page, KIND_AGGREGATE, "Aggregate");
	catalogue_page_members(page, KIND_POLICY, "Policy");
	catalogue_page_members(page, KIND_HOTSPOT, "Open question");
}

/* Adds the fields of a message. */
static void catalogue_page_fields(struct catalogue_page *page, const char *label, const char *text)
{
	struct payload payload;

	payload_init(&payload);
	payload_read(&payload, text);
	for (size_t i = 0; i < payload.fields.count; i++) {
		const struct payload_field *field = payload_at(&payload, i);
		struct strbuf line = STRBUF_INIT;

		strbuf_addf(&line, "%s%s%s%s", field->name, *field->type ? ": " : "", field->type,
			field->sensitive ? " (sensitive)" : "");
		catalogue_page_line(page, label, line.text);
		strbuf_release(&line);
	}
	payload_release(&payload);
}

static void catalogue_page_message(struct catalogue_page *page)
{
	const struct sticky *sticky = page->thing->sticky;

	if (!sticky)
		return;
	catalogue_page_line(page, "Note", sticky->note);
	catalogue_page_line(page, "Meaning", sticky->definition);
	if (sticky->kind == KIND_EVENT && sticky->public)
		catalogue_page_line(page, "Visibility", "public");
	catalogue_page_fields(page, "Field", sticky->payload);
	catalogue_page_fields(page, "Metadata", sticky->metadata);
	catalogue_page_line(page, "When rejected", sticky->rejection);
}

static void catalogue_page_channel(struct catalogue_page *page)
{
	yaml_text(&page->yaml, "address", page->thing->channel->address);
	catalogue_page_line(page, "Carries", page->thing->channel->text);
}

static void catalogue_page_flow(struct catalogue_page *page)
{
	catalogue_steps_write(page->catalogue, page->thing, &page->yaml);
}

/* Writes TERM; AGAIN if the same word is in another context, too. */
static void catalogue_page_term(
	struct catalogue_page *page, const struct term *term, bool again, struct identifiers *names)
{
	const struct context *context = board_context(page->catalogue->board, term->sticky->context);
	struct strbuf id = STRBUF_INIT, name = STRBUF_INIT, place = STRBUF_INIT;

	strbuf_addf(&name, again && context ? "%s (%s)" : "%s", term->sticky->text, context ? context->name : "");
	strbuf_addf(&place, context ? "%s in %s" : "%s", kind_token((enum kind)term->sticky->kind),
		context ? context->name : "");
	identifiers_make(names, name.text, "term", term->sticky->id, &id);
	yaml_open_item(&page->yaml);
	yaml_text(&page->yaml, "id", id.text);
	yaml_text(&page->yaml, "name", name.text);
	yaml_text(&page->yaml, "summary", term->definition ? term->definition : place.text);
	if (term->sticky->note)
		yaml_text(&page->yaml, "description", term->sticky->note);
	yaml_close(&page->yaml);
	strbuf_release(&id);
	strbuf_release(&name);
	strbuf_release(&place);
}

static void catalogue_page_language(struct catalogue_page *page)
{
	struct vec stickies = VEC_INIT(const struct sticky *);
	struct identifiers names;
	struct terms terms;

	identifiers_init(&names, IDENTIFIERS_SLUG, NULL);
	board_list(page->catalogue->board, ENTITY_STICKY, &stickies);
	terms_init(&terms, &stickies);
	if (terms.list.count)
		yaml_open(&page->yaml, "dictionary");
	else
		yaml_word(&page->yaml, "dictionary", "[]");
	for (size_t first = 0, end; first < terms.list.count; first = end) {
		end = terms_end(&terms, first);
		for (size_t i = first; i < end; i++)
			catalogue_page_term(page, terms_at(&terms, i), end - first > 1, &names);
	}
	terms_release(&terms);
	identifiers_release(&names);
	vec_release(&stickies);
}

static void catalogue_page_team(struct catalogue_page *page)
{
	yaml_text(&page->yaml, "id", page->thing->id);
	yaml_text(&page->yaml, "name", "Nobody yet");
	yaml_text(
		&page->yaml, "summary", "Owns what nobody has taken yet. Put teams of your own into the field owners.");
	strbuf_addstr(&page->text, "Put teams of your own into the field `owners` of services and messages.\n");
}

/* The sentence that stands for THING in lists. */
static const char *catalogue_page_summary(const struct catalogue *catalogue, const struct catalogue_thing *thing)
{
	const char *candidates[4] = {NULL, NULL, thing->name, thing->id};

	if (thing->sticky) {
		candidates[0] = thing->sticky->definition;
		candidates[1] = thing->sticky->note;
	} else if (thing->kind == CATALOGUE_SERVICE) {
		candidates[0] = thing->context->purpose;
	} else if (thing->kind == CATALOGUE_DOMAIN) {
		candidates[0] = board_facts(catalogue->board)->purpose;
	}
	for (size_t i = 0; i < ARRAY_SIZE(candidates) - 1; i++)
		if (!catalogue_page_is_blank(candidates[i]))
			return candidates[i];
	return thing->id;
}

/* What the pages of each kind say; `bare` ones are neither owned nor versioned. */
static const struct catalogue_page_row {
	void (*write)(struct catalogue_page *page);
	bool bare;
} catalogue_page_rows[CATALOGUE_KIND_COUNT] = {
	[CATALOGUE_DOMAIN] = {catalogue_page_domain, false},
	[CATALOGUE_LANGUAGE] = {catalogue_page_language, true},
	[CATALOGUE_SERVICE] = {catalogue_page_service, false},
	[CATALOGUE_EVENT] = {catalogue_page_message, false},
	[CATALOGUE_COMMAND] = {catalogue_page_message, false},
	[CATALOGUE_QUERY] = {catalogue_page_message, false},
	[CATALOGUE_CHANNEL] = {catalogue_page_channel, false},
	[CATALOGUE_FLOW] = {catalogue_page_flow, false},
	[CATALOGUE_TEAM] = {catalogue_page_team, true},
};

/* Writes what everything that is owned and versioned has. */
static void catalogue_page_head(struct catalogue_page *page)
{
	const struct catalogue_thing *thing = page->thing;
	struct yaml *yaml = &page->yaml;

	yaml_text(yaml, "id", thing->id);
	yaml_text(yaml, "name", catalogue_page_is_blank(thing->name) ? thing->id : thing->name);
	yaml_text(yaml, "version", CATALOGUE_PAGE_VERSION);
	yaml_text(yaml, "summary", catalogue_page_summary(page->catalogue, thing));
	yaml_open(yaml, "owners");
	yaml_item(yaml, CATALOGUE_NOBODY);
	yaml_close(yaml);
}

void catalogue_page_make(const struct catalogue *catalogue, const struct catalogue_thing *thing, struct page *page)
{
	const struct catalogue_page_row *row = &catalogue_page_rows[thing->kind];
	struct catalogue_page work = {.catalogue = catalogue, .thing = thing, .text = STRBUF_INIT};
	struct strbuf whole = STRBUF_INIT;
	char *fields = NULL;
	size_t len = 0;

	work.yaml.out = open_memstream(&fields, &len);
	if (!work.yaml.out)
		BUG("no memory for a page");
	work.yaml.bare = true;
	if (!row->bare)
		catalogue_page_head(&work);
	row->write(&work);
	fclose(work.yaml.out);
	if (!row->bare && work.text.len)
		strbuf_addch(&work.text, '\n');
	if (!row->bare)
		strbuf_addstr(&work.text, CATALOGUE_PAGE_GRAPH);
	strbuf_addf(&whole, "---\n%s---\n", fields);
	if (work.text.len)
		strbuf_addf(&whole, PAGE_BEGIN "\n\n%s\n" PAGE_END "\n", work.text.text);
	if (!page_read(page, whole.text))
		BUG("a page that cannot be read");
	strbuf_release(&whole);
	strbuf_release(&work.text);
	free(fields);
}
