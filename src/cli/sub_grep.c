/* sub_grep: searches the texts of all boards. */
#include <string.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/listing.h"
#include "cli/shelf.h"
#include "cli/subcommand.h"
#include "text/clean.h"
#include "text/needle.h"

static const struct listing_column sub_grep_columns[] = {
	{"board", N_("Board"), LISTING_TEXT},
	{"id", N_("Id"), LISTING_ID},
	{"kind", N_("Kind"), LISTING_TEXT},
	{"context", N_("Context"), LISTING_TEXT},
	{"text", N_("Text"), LISTING_TEXT},
	{"note", N_("Note"), LISTING_TEXT},
	{NULL, NULL, LISTING_TEXT},
};

struct sub_grep {
	struct strbuf needle; /* prepared by text/needle.h */
	struct listing listing;
};

/* Adds a match: KIND says of what. */
static void sub_grep_add(struct sub_grep *grep, const char *name, int64_t id, const char *kind, const char *context,
	const char *text, const char *note)
{
	listing_text(&grep->listing, name);
	listing_number(&grep->listing, id);
	listing_text(&grep->listing, kind);
	listing_text(&grep->listing, context);
	listing_text(&grep->listing, text);
	listing_text(&grep->listing, note);
}

static bool sub_grep_hits(const struct sub_grep *grep, const char *text)
{
	return text && needle_occurs(grep->needle.text, text);
}

static void sub_grep_stickies(struct sub_grep *grep, const char *name, const struct board *board)
{
	struct vec list = VEC_INIT(const void *);

	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);
		const struct context *context = sticky->context ? board_context(board, sticky->context) : NULL;
		bool noted = sub_grep_hits(grep, sticky->note);

		if (noted || sub_grep_hits(grep, sticky->text))
			sub_grep_add(grep, name, sticky->id, kind_token((enum kind)sticky->kind),
				context ? context->name : NULL, sticky->text, noted ? sticky->note : NULL);
	}
	vec_release(&list);
}

/* Adds the items of ENTITY whose FIELD matches. */
static void sub_grep_names(
	struct sub_grep *grep, const char *name, const struct board *board, enum entity entity, const char *field)
{
	struct vec list = VEC_INIT(const void *);
	struct strbuf text = STRBUF_INIT;

	board_list(board, entity, &list);
	for (size_t i = 0; i < list.count; i++) {
		strbuf_reset(&text);
		field_format(field_find(entity, field), vec_get(&list, const void *, i), &text);
		if (sub_grep_hits(grep, text.text))
			sub_grep_add(grep, name, 0, entity_type(entity)->name, NULL, text.text, NULL);
	}
	strbuf_release(&text);
	vec_release(&list);
}

static int sub_grep_board(void *context, const char *name, const char *path, struct error *err)
{
	struct sub_grep *grep = context;
	struct boardfile file;
	int failed = boardfile_open(&file, path, err);

	if (!failed) {
		sub_grep_names(grep, name, file.board, ENTITY_BOARD, "title");
		sub_grep_stickies(grep, name, file.board);
		sub_grep_names(grep, name, file.board, ENTITY_CONTEXT, "name");
		sub_grep_names(grep, name, file.board, ENTITY_RELATION, "label");
		sub_grep_names(grep, name, file.board, ENTITY_PHASE, "name");
		sub_grep_names(grep, name, file.board, ENTITY_LANE, "name");
	}
	boardfile_release(&file);
	return failed;
}

/* Prepares the needle from the first operand. */
static int sub_grep_read(struct sub_grep *grep, const char *text, struct error *err)
{
	struct strbuf clean = STRBUF_INIT;
	int failed = clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, err);

	if (!failed)
		needle_make(&grep->needle, clean.text);
	if (!failed && !clean.len)
		failed = error_set(err, ERROR_USAGE, _("grep: the text to find is empty"));
	strbuf_release(&clean);
	return failed;
}

static int sub_grep_run(const struct request *request, struct error *err)
{
	struct sub_grep grep = {.needle = STRBUF_INIT};
	struct shelf shelf = {VEC_INIT(char *)};
	int status = listing_init(&grep.listing, sub_grep_columns, request, err);

	grep.listing.bare = true;
	if (!status)
		status = sub_grep_read(&grep, request_operand(request, 0), err);
	if (!status)
		status = shelf_find(&shelf, request, 1, err);
	if (!status) {
		status = shelf_each(&shelf, sub_grep_board, &grep);
		listing_print(&grep.listing);
		if (!status && !listing_rows(&grep.listing))
			status = -ERROR_REFUSED;
	}
	listing_release(&grep.listing);
	shelf_release(&shelf);
	strbuf_release(&grep.needle);
	return status;
}

const struct subcommand sub_grep = {
	.name = "grep",
	.operands = "TEXT",
	.rest = "[BOARD ...]",
	.sentence = N_("search all boards of the board folder; exit status 1 when nothing is found"),
	.least = 1,
	.most = SUBCOMMAND_MANY,
	.options =
		{
			LISTING_FORMAT,
		},
	.run = sub_grep_run,
};
