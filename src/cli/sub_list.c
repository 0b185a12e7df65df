/* sub_list: prints what boards there are, and how far each has come. */
#include "base/i18n.h"
#include "cli/listing.h"
#include "cli/shelf.h"
#include "cli/subcommand.h"
#include "store/store.h"

/* The option `sort` names them in this order. */
static const struct listing_column sub_list_columns[] = {
	{"board", N_("Board"), LISTING_TEXT},
	{"step", N_("Step"), LISTING_NUMBER},
	{"stickies", N_("Stickies"), LISTING_NUMBER},
	{"people", N_("People"), LISTING_NUMBER},
	{"changed", N_("Last change"), LISTING_TIME},
	{"title", N_("Title"), LISTING_TEXT},
	{NULL, NULL, LISTING_TEXT},
};

static int sub_list_add(void *context, const char *name, const char *path, struct error *err)
{
	struct store_digest digest = {.title = STRBUF_INIT};
	struct listing *listing = context;
	struct store *store = NULL;
	int failed = store_open(path, STORE_READ, &store, err);

	if (!failed)
		failed = store_digest(store, &digest, err);
	if (!failed) {
		listing_text(listing, name);
		listing_number(listing, digest.step);
		listing_number(listing, digest.stickies);
		listing_number(listing, digest.people);
		listing_number(listing, digest.changed_ms);
		listing_text(listing, digest.title.text);
	}
	store_close(store);
	strbuf_release(&digest.title);
	return failed;
}

static int sub_list_run(const struct request *request, struct error *err)
{
	struct shelf shelf = {VEC_INIT(char *)};
	struct listing listing;
	size_t column;
	int status = listing_init(&listing, sub_list_columns, request, err);

	if (!status)
		status = request_choice(request, "sort", &column, err);
	if (!status)
		status = shelf_find(&shelf, request, 0, err);
	if (!status) {
		status = shelf_each(&shelf, sub_list_add, &listing);
		if (request_option(request, "sort"))
			listing_sort(&listing, column);
		listing_print(&listing);
	}
	listing_release(&listing);
	shelf_release(&shelf);
	return status;
}

const struct subcommand sub_list = {
	.name = "list",
	.rest = "[BOARD ...]",
	.sentence = N_("list the boards of the board folder: step, stickies, people, last change, title"),
	.most = SUBCOMMAND_MANY,
	.options =
		{
			LISTING_FORMAT,
			{0, "sort", "board|step|stickies|people|changed|title", N_("what to sort by (default: board)")},
		},
	.run = sub_list_run,
};
