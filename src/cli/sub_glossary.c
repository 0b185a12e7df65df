/* sub_glossary: prints the names of things on all boards, and which of them may mean different things. */
#include "base/i18n.h"
#include "base/mem.h"
#include "check/glossary.h"
#include "cli/boardfile.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "cli/shelf.h"
#include "cli/subcommand.h"
#include "text/clean.h"

static const struct listing_column sub_glossary_columns[] = {
	{"term", N_("Term"), LISTING_TEXT},
	{"kind", N_("Kind"), LISTING_TEXT},
	{"context", N_("Context"), LISTING_TEXT},
	{"board", N_("Board"), LISTING_TEXT},
	{"sticky", N_("Id"), LISTING_ID},
	{"stickies", N_("Stickies"), LISTING_NUMBER},
	{"note", N_("Note"), LISTING_TEXT},
	{"differs", N_("Differs"), LISTING_TEXT},
	{NULL, NULL, LISTING_TEXT},
};

/* What is said of a term whose meanings differ so; the first that applies. */
static const struct {
	enum glossary_difference difference;
	const char *name;     /* for programs */
	const char *sentence; /* translated when printed */
} sub_glossary_differences[] = {
	{GLOSSARY_NOTE, "note", N_("means different things: the notes differ")},
	{GLOSSARY_KIND, "kind", N_("means different things: the kinds differ")},
	{GLOSSARY_CONTEXT, "context", N_("may mean different things: the contexts differ")},
};

static int sub_glossary_board(void *context, const char *name, const char *path, struct error *err)
{
	struct boardfile file;
	int failed = boardfile_open(&file, path, err);

	if (!failed)
		glossary_add(context, name, file.board);
	boardfile_release(&file);
	return failed;
}

/* Prints TEXT on one line; the name of a board is that of a file and may hold anything. */
static void sub_glossary_print(const char *before, const char *text, const char *after)
{
	struct strbuf line = STRBUF_INIT;

	clean_flatten(&line, text);
	fputs(before, stdout);
	output_text(stdout, line.text, line.len);
	fputs(after, stdout);
	strbuf_release(&line);
}

static void sub_glossary_print_term(const struct glossary *glossary, const struct glossary_term *term)
{
	const struct glossary_meaning *meanings = vec_at(&glossary->meanings, term->first);

	sub_glossary_print("", meanings->text, "\n");
	for (size_t i = 0; i < term->count; i++) {
		const struct glossary_meaning *meaning = &meanings[i];

		printf("  %s", kind_token(meaning->kind));
		if (meaning->context)
			sub_glossary_print(" [", meaning->context, "]");
		sub_glossary_print(" ", meaning->board, "");
		if (meaning->note)
			sub_glossary_print(": ", meaning->note, "");
		putchar('\n');
	}
	for (size_t i = 0; i < ARRAY_SIZE(sub_glossary_differences); i++)
		if (term->differences & sub_glossary_differences[i].difference) {
			printf("  ! %s\n", _(sub_glossary_differences[i].sentence));
			break;
		}
}

static void sub_glossary_list(
	struct listing *listing, const struct glossary *glossary, const struct glossary_term *term)
{
	const struct glossary_meaning *meanings = vec_at(&glossary->meanings, term->first);
	struct strbuf differs = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(sub_glossary_differences); i++)
		if (term->differences & sub_glossary_differences[i].difference)
			strbuf_addf(&differs, "%s%s", differs.len ? " " : "", sub_glossary_differences[i].name);
	for (size_t i = 0; i < term->count; i++) {
		listing_text(listing, meanings[i].text);
		listing_text(listing, kind_token(meanings[i].kind));
		listing_text(listing, meanings[i].context);
		listing_text(listing, meanings[i].board);
		listing_number(listing, meanings[i].sticky);
		listing_number(listing, (int64_t)meanings[i].stickies);
		listing_text(listing, meanings[i].note);
		listing_text(listing, differs.text);
	}
	strbuf_release(&differs);
}

/* Prints all terms, or those that DIFFER. */
static void sub_glossary_print_all(struct listing *listing, const struct glossary *glossary, bool differ)
{
	for (size_t i = 0; i < glossary->terms.count; i++) {
		const struct glossary_term *term = vec_at(&glossary->terms, i);

		if (differ && !term->differences)
			continue;
		if (listing_is_text(listing))
			sub_glossary_print_term(glossary, term);
		else
			sub_glossary_list(listing, glossary, term);
	}
	if (!listing_is_text(listing))
		listing_print(listing);
}

static int sub_glossary_run(const struct request *request, struct error *err)
{
	struct shelf shelf = {VEC_INIT(char *)};
	struct glossary glossary;
	struct listing listing;
	int status = listing_init(&listing, sub_glossary_columns, request, err);

	glossary_init(&glossary);
	if (!status)
		status = shelf_find(&shelf, request, 0, err);
	if (!status) {
		status = shelf_each(&shelf, sub_glossary_board, &glossary);
		glossary_end(&glossary);
		sub_glossary_print_all(&listing, &glossary, request_option(request, "differing"));
	}
	glossary_release(&glossary);
	listing_release(&listing);
	shelf_release(&shelf);
	return status;
}

const struct subcommand sub_glossary = {
	.name = "glossary",
	.rest = "[BOARD ...]",
	.sentence = N_("list the names of things on all boards, and which may mean different things"),
	.most = SUBCOMMAND_MANY,
	.options =
		{
			LISTING_FORMAT,
			{0, "differing", NULL, N_("only names that may mean different things")},
		},
	.run = sub_glossary_run,
};
