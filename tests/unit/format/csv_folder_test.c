#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "format/format_rows.h"
#include "model/board_apply.h"
#include "lib/format_desk.h"

static const char *const file_names[] = {"stickies.csv", "contexts.csv", "relations.csv", "messages.csv", "details.csv",
	"phases.csv", "lanes.csv", "people.csv", "changes.csv"};

/* A board with a file behind it. */
struct library {
	struct format_desk desk;
	struct board *board;
	struct store *store;
};

static void library_open(struct library *library)
{
	struct error err = ERROR_INIT;

	format_desk_open(&library->desk);
	library->board = board_new();
	assert_int_equal(store_open(format_desk_path(&library->desk, "b.evs"), STORE_NEW, &library->store, &err), 0);
	assert_int_equal(store_load(library->store, library->board, &err), 0);
}

static void library_close(struct library *library)
{
	store_close(library->store);
	board_free(library->board);
	format_desk_close(&library->desk);
}

static void library_append(struct library *library, struct action *action)
{
	struct error err = ERROR_INIT;

	assert_int_equal(store_begin(library->store, &err), 0);
	assert_int_equal(store_append(library->store, action, library->board, &err), 0);
	assert_int_equal(store_commit(library->store, &err), 0);
}

/* Every field that only a folder holds. */
static void do_details(struct edit *edit)
{
	static const struct {
		enum entity entity;
		int64_t item;
		const char *field, *text;
	} fields[] = {
		{ENTITY_STICKY, 1, "public", "1"},
		{ENTITY_STICKY, 1, "payload", "id: uuid\nname: text sensitive"},
		{ENTITY_STICKY, 1, "metadata", "tenant"},
		{ENTITY_STICKY, 1, "dismissed", "event-vague same-text"},
		{ENTITY_STICKY, 2, "rejection", "=1"},
		{ENTITY_STICKY, 2, "definition", "a sum"},
		{ENTITY_STICKY, 2, "invariants", "never below 0"},
		{ENTITY_CONTEXT, 1, "purpose", "to sell, well"},
		{ENTITY_CONTEXT, 1, "subdomain", "core"},
		{ENTITY_CONTEXT, 1, "roles", "gateway"},
		{ENTITY_CONTEXT, 1, "assumptions", "=all pay"},
		{ENTITY_CONTEXT, 1, "map_column", "3"},
		{ENTITY_CONTEXT, 1, "map_row", "4"},
		{ENTITY_CONTEXT, 1, "dismissed", "context-most"},
		{ENTITY_RELATION, 2, "consistency", "latest"},
		{ENTITY_RELATION, 2, "sensitive", "yes"},
		{ENTITY_RELATION, 2, "autonomous", "no"},
		{ENTITY_RELATION, 2, "compensated", "yes"},
		{ENTITY_RELATION, 2, "when_slow", "retry"},
		{ENTITY_RELATION, 2, "when_failed", "-we wait"},
		{ENTITY_RELATION, 2, "when_disordered", "none-needed: one, at a time"},
		{ENTITY_RELATION, 2, "when_twice", "deduplicate"},
		{ENTITY_RELATION, 2, "dismissed", "map-unfounded"},
		{ENTITY_MESSAGE, 1, "type", "state-delta"},
		{ENTITY_MESSAGE, 1, "uses", "id name"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		assert_int_equal(edit_set_raw(edit, fields[i].entity, fields[i].item,
					 field_find(fields[i].entity, fields[i].field), fields[i].text, NULL),
			0);
}

static void do_first(struct edit *edit)
{
	struct person kim = {.name = (char *)"Kim", .role = ROLE_FACILITATOR};
	struct person lee = {.name = (char *)"이 영희", .role = ROLE_OBSERVER};
	struct context shop = {.name = (char *)"Shop", .colour = 1};
	struct context till = {.name = (char *)"=Till", .colour = 2};
	struct sticky sticky = {.text = (char *)"Ordered\n\"twice\"",
		.place = {1, 1},
		.author = 1,
		.step = 1,
		.created = 1000,
		.updated = 1000};
	struct phase phase = {.column = 1, .name = (char *)"Order, first"};
	struct lane lane = {.row = 2, .name = (char *)"Back office"};
	struct relation relation = {.source = 1,
		.style = RELATION_ASYNC,
		.target = 2,
		.label = (char *)"tells",
		.target_pattern = (char *)"conformist"};
	struct context stock = {.name = (char *)"Stock", .colour = 5, .map_column = 2, .map_row = 1};
	struct relation asks = {.source = 3, .target = 1, .label = (char *)"asks, twice"};
	struct message tells = {.relation = 1, .sticky = 1};
	struct message asked = {.relation = 2, .sticky = 2};
	struct link link = {.source = 1, .target = 2};
	struct vote vote = {.sticky = 2, .person = 1, .dots = 1};

	assert_int_equal(edit_create(edit, ENTITY_PERSON, &kim, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_PERSON, &lee, NULL), 2);
	assert_int_equal(edit_create(edit, ENTITY_CONTEXT, &shop, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_CONTEXT, &till, NULL), 2);
	sticky.context = 1;
	assert_int_equal(edit_create(edit, ENTITY_STICKY, &sticky, NULL), 1);
	sticky.place.column = 2;
	sticky.text = (char *)"-1";
	assert_int_equal(edit_create(edit, ENTITY_STICKY, &sticky, NULL), 2);
	assert_int_equal(edit_create(edit, ENTITY_PHASE, &phase, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_LANE, &lane, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_RELATION, &relation, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_LINK, &link, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_VOTE, &vote, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_CONTEXT, &stock, NULL), 3);
	assert_int_equal(edit_create(edit, ENTITY_RELATION, &asks, NULL), 2);
	assert_int_equal(edit_create(edit, ENTITY_MESSAGE, &tells, NULL), 1);
	assert_int_equal(edit_create(edit, ENTITY_MESSAGE, &asked, NULL), 2);
	do_details(edit);
}

static void do_second(struct edit *edit)
{
	assert_int_equal(edit_set(edit, ENTITY_STICKY, 1, "text", "=SUM(A1)", NULL), 0);
	assert_int_equal(edit_set(edit, ENTITY_STICKY, 1, "note", "'=quoted", NULL), 0);
	assert_int_equal(edit_set(edit, ENTITY_PERSON, 1, "name", "Kim, the elder", NULL), 0);
	assert_int_equal(edit_shift(edit, (struct shift){AXIS_COLUMNS, 2, 3}, NULL), 0);
	assert_int_equal(edit_delete(edit, ENTITY_CONTEXT, 2, NULL), 0); /* and what it hears */
}

/* Two actions and one that takes back the second, or says so. */
static void library_fill(struct library *library)
{
	struct action action;
	struct edit edit = {library->board, &action};

	action_init(&action);
	action.time_ms = INT64_C(1795183500000);
	action.step = 1;
	action.person = 1;
	do_first(&edit);
	library_append(library, &action);
	action_release(&action);
	action.time_ms = INT64_C(1795183500001);
	action.step = 2;
	action.person = 1;
	do_second(&edit);
	library_append(library, &action);
	action_release(&action);
	action.time_ms = INT64_C(1795183600000);
	action.person = 2;
	action.step = 2;
	action.kind = ACTION_UNDO;
	action.target = 2;
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "note", "", NULL), 0);
	library_append(library, &action);
	action_release(&action);
}

static void library_export(struct library *library, const char *name)
{
	struct format_options options = {0};
	struct error err = ERROR_INIT;

	assert_int_equal(csv_format.write_folder(library->board, library->store, &options,
				 format_desk_path(&library->desk, name), &err),
		0);
}

static void assert_same_file(const struct format_desk *desk, const char *a, const char *b, const char *name)
{
	char path[64], *left, *right;

	snprintf(path, sizeof(path), "%s/%s", a, name);
	left = format_desk_get(desk, path);
	snprintf(path, sizeof(path), "%s/%s", b, name);
	right = format_desk_get(desk, path);
	assert_string_equal(left, right);
	free(left);
	free(right);
}

static void a_folder_holds_the_whole_board(void **state)
{
	static const char *const wanted[ARRAY_SIZE(file_names)] = {
		"id,kind,text,column,row,context,links,note,votes,resolved,pivotal,author,step,"
		"created,updated\n"
		"1,event,'=SUM(A1),1,1,Shop,2,,,,,\"Kim, the "
		"elder\",1,1970-01-01T00:00:01Z,2026-11-20T14:06:40Z\n"
		"2,event,'-1,5,1,Shop,,,1,,,\"Kim, the "
		"elder\",1,1970-01-01T00:00:01Z,1970-01-01T00:00:01Z\n",
		"id,name,stickies,colour,map_column,map_row,dismissed,purpose,subdomain,roles,assumptions\n"
		"1,Shop,1 2,1,3,4,context-most,\"to sell, well\",core,gateway,'=all pay\n3,Stock,,5,2,1,,,,,\n",
		"from,style,to,label,from_pattern,to_pattern,consistency,sensitive,autonomous,"
		"compensated,when_slow,when_failed,when_disordered,when_twice,dismissed\n"
		"Stock,sync,Shop,\"asks, twice\",,,latest,yes,no,yes,retry,'-we wait,"
		"\"none-needed: one, at a time\",deduplicate,map-unfounded\n",
		"from,to,label,sticky,type,uses\nStock,Shop,\"asks, twice\",2,,\n",
		"id,public,payload,metadata,rejection,dismissed,definition,invariants\n"
		"1,1,\"id: uuid\nname: text sensitive\",tenant,,event-vague same-text,,\n"
		"2,,,,'=1,,a sum,never below 0\n",
		"column,name\n1,\"Order, first\"\n",
		"row,name\n2,Back office\n",
		"name,role\n\"Kim, the elder\",facilitator\n이 영희,observer\n",
		NULL,
	};
	struct library library;
	char path[64], *text;

	(void)state;
	library_open(&library);
	library_fill(&library);
	library_export(&library, "out");
	for (size_t i = 0; i < ARRAY_SIZE(file_names); i++) {
		snprintf(path, sizeof(path), "out/%s", file_names[i]);
		text = format_desk_get(&library.desk, path);
		if (wanted[i])
			assert_string_equal(text, wanted[i]);
		free(text);
	}
	library_close(&library);
}

static void the_log_is_a_table(void **state)
{
	static const char *const wanted[] = {
		"change,action,time,person,step,entity,item,field,before,after,kind,target\n",
		"1,1,2026-11-20T14:05:00Z,Kim,1,person,1,,,name=Kim role=facilitator,do,\n",
		",1,2026-11-20T14:05:00Z,Kim,1,relation,1,,,source=1 style=async target=2 "
		"label=tells "
		"target_pattern=conformist,do,\n",
		",2,2026-11-20T14:05:00.001Z,\"Kim, the elder\",2,sticky,1,note,,''=quoted,do,\n",
		",2,2026-11-20T14:05:00.001Z,\"Kim, the elder\",2,board,1,columns,,2+3,do,\n",
		",3,2026-11-20T14:06:40Z,이 영희,2,sticky,1,note,''=quoted,,undo,2\n",
	};
	struct library library;
	char *text;

	(void)state;
	library_open(&library);
	library_fill(&library);
	library_export(&library, "out");
	text = format_desk_get(&library.desk, "out/changes.csv");
	for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		print_message("# %s", wanted[i]);
		assert_non_null(strstr(text, wanted[i]));
	}
	free(text);
	library_close(&library);
}

/* Applies and appends each action that is read, as it is. */
static int restore(void *context, const struct action *read, struct error *err)
{
	struct library *library = context;
	struct action action;
	int failed = 0;

	action_init(&action);
	action.time_ms = read->time_ms;
	action.person = read->person;
	action.step = read->step;
	action.kind = read->kind;
	action.target = read->target;
	for (size_t i = 0; i < read->changes.count && !failed; i++) {
		const struct change *change = action_change(read, i);

		failed = board_apply(library->board, change, err);
		action_add(&action, change->entity, change->item, change->field, change->before, change->after);
	}
	if (!failed)
		library_append(library, &action);
	action_release(&action);
	return failed;
}

static void a_session_can_be_carried_as_plain_text(void **state)
{
	struct library library, copy;
	struct error err = ERROR_INIT;
	char out[256];

	(void)state;
	library_open(&library);
	library_fill(&library);
	library_export(&library, "one");
	snprintf(out, sizeof(out), "%s", format_desk_path(&library.desk, "one"));
	assert_true(import_has_history(out, NULL));
	library_open(&copy);
	assert_int_equal(import_history(out, NULL, restore, &copy, &err), 0);
	assert_int_equal(store_verify(copy.store, &err), 0);
	rmdir(format_desk_path(&library.desk, "two"));
	snprintf(out, sizeof(out), "%s", format_desk_path(&library.desk, "two"));
	assert_int_equal(csv_format.write_folder(copy.board, copy.store, &(struct format_options){0}, out, &err), 0);
	for (size_t i = 0; i < ARRAY_SIZE(file_names); i++)
		assert_same_file(&library.desk, "one", "two", file_names[i]);
	library_close(&copy);
	library_close(&library);
}

static void a_folder_is_read_back_without_its_history(void **state)
{
	struct library library;
	struct format_desk desk;
	struct import_options options = {0};
	char path[256];

	(void)state;
	library_open(&library);
	library_fill(&library);
	library_export(&library, "one");
	snprintf(path, sizeof(path), "%s", format_desk_path(&library.desk, "one"));
	format_desk_open(&desk);
	assert_int_equal(import_read(&desk.edit, path, &options, &desk.report, &desk.err), 0);
	snprintf(path, sizeof(path), "%s", format_desk_path(&library.desk, "two"));
	assert_int_equal(
		csv_format.write_folder(desk.edit.board, library.store, &(struct format_options){0}, path, &desk.err),
		0);
	for (size_t i = 0; i < ARRAY_SIZE(file_names); i++)
		assert_same_file(&library.desk, "one", "two", file_names[i]);
	format_desk_close(&desk);
	library_close(&library);
}

static void the_files_of_a_folder_fit_together(void **state)
{
	struct format_desk desk;
	const struct board *board;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	format_desk_put(&desk, "contexts.csv", "name,stickies,id,x\nShop,a b,7,\nTill,,7,\n");
	format_desk_put(&desk, "stickies.csv", "id,text\na,A\nb,B\nc,C\n");
	assert_int_equal(format_desk_import(&desk, ""), 0);
	assert_int_equal(board_context_named(board, "Shop")->id, 7);
	assert_int_equal(board_context_named(board, "Till")->id, 8);
	assert_int_equal(board_sticky(board, 2)->context, 7);
	assert_int_equal(board_sticky(board, 3)->context, 0);
	format_desk_put(&desk, "contexts.csv", "id,name,stickies\n7,Shop,d\n");
	assert_int_equal(format_desk_import(&desk, ""), ERROR_REFUSED);
	assert_non_null(strstr(desk.err.text, "contexts.csv: row 2, column 3 (stickies): no sticky of"));
	format_desk_close(&desk);
}

static void parts_that_do_not_fit_are_refused(void **state)
{
	static const struct {
		const char *name, *file, *where;
	} cases[] = {
		{"people.csv", "name,role\nKim,king\n", "people.csv: row 2, column 2 (role): “king” is not a role"},
		{"people.csv", "name,role\n,observer\n", "people.csv: row 2, column 1 (name): a name is missing"},
		{"phases.csv", "column,name\n0,A\n", "phases.csv: row 2, column 1 (column): “0” is not a number"},
		{"phases.csv", "column,name\n,A\n", "phases.csv: row 2, column 1 (column): a number is missing"},
		{"phases.csv", "column,name\n1,A\n1,A\n1,B\n",
			"phases.csv: row 4, column 1 (column): already has the name “A”"},
		{"lanes.csv", "row,name\n1,\n", "lanes.csv: row 2, column 2 (name): a name is missing"},
		{"lanes.csv", "name\nA\n", "lanes.csv: row 1: no column is called row"},
		{"contexts.csv", "id,name\n1,\n", "contexts.csv: row 2, column 2 (name): a name is missing"},
		{"contexts.csv", "name,map_row\nShop,100\n",
			"contexts.csv: row 2, column 2 (map_row): “100” is not valid here"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;

		format_desk_open(&desk);
		format_desk_put(&desk, "stickies.csv", "id,text\n1,A\n");
		format_desk_put(&desk, cases[i].name, cases[i].file);
		assert_int_equal(format_desk_import(&desk, ""), ERROR_REFUSED);
		print_message("# %s\n", desk.err.text);
		assert_non_null(strstr(desk.err.text, cases[i].where));
		format_desk_close(&desk);
	}
}

static int count_changes(void *context, const struct action *action, struct error *err)
{
	(void)err;
	*(size_t *)context += action->changes.count + 100;
	return 0;
}

#define LOG "action,time,person,step,entity,item,field,before,after,kind,target\n"
#define TIME "2026-11-20T14:05:00Z"

static void a_log_that_does_not_fit_is_refused(void **state)
{
	static const struct {
		const char *file, *where;
	} cases[] = {
		{LOG "2," TIME ",,1,phase,1,,,name=A,do,\n", "row 2, column 1 (action): actions must be numbered"},
		{LOG "1," TIME ",,1,phase,1,,,name=A,do,\n3," TIME ",,1,phase,1,,name=A,,do,\n",
			"row 3, column 1 (action): actions must be numbered"},
		{LOG ",,,,,,,,x,,\n", "row 2, column 1 (action): actions must be numbered"},
		{LOG "1,now,,1,phase,1,,,name=A,do,\n", "row 2, column 2 (time): “now” is not a time"},
		{LOG "1," TIME ",Eve,1,phase,1,,,name=A,do,\n", "row 2, column 3 (person): nobody called “Eve”"},
		{LOG "1," TIME ",,9,phase,1,,,name=A,do,\n", "row 2, column 4 (step): “9” is not a number"},
		{LOG "1," TIME ",,1,house,1,,,name=A,do,\n", "row 2, column 5 (entity): “house” is not something"},
		{LOG "1," TIME ",,1,phase,x,,,name=A,do,\n", "row 2, column 6 (item): “x” is not a number"},
		{LOG "1," TIME ",,1,phase,1,roof,,A,do,\n", "row 2, column 7 (field): “roof” is not one of"},
		{LOG "1," TIME ",,1,phase,1,,a,b,do,\n", "row 2, column 9 (after): an item is either"},
		{LOG "1," TIME ",,1,phase,1,,,name=A,did,\n", "row 2, column 10 (kind): “did” is not do"},
		{LOG "1," TIME ",,1,phase,1,,,name=A,undo,1\n", "row 2, column 11 (target): “1” is not a number"},
		{LOG "1," TIME ",,1,phase,1,,,name=A,undo,\n", "row 2, column 11 (target): undo and redo"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;
		size_t count = 0;

		format_desk_open(&desk);
		format_desk_put(&desk, "changes.csv", cases[i].file);
		assert_int_equal(import_history(desk.folder, NULL, count_changes, &count, &desk.err), ERROR_REFUSED);
		print_message("# %s\n", desk.err.text);
		assert_non_null(strstr(desk.err.text, cases[i].where));
		format_desk_close(&desk);
	}
}

static int refuse_action(void *context, const struct action *action, struct error *err)
{
	(void)context;
	(void)action;
	return error_set(err, ERROR_SYSTEM, "it does not fit");
}

static void a_log_is_read_action_by_action(void **state)
{
	struct format_desk desk;
	size_t count = 0;

	(void)state;
	format_desk_open(&desk);
	format_desk_put(&desk, "changes.csv",
		LOG "1," TIME ",,1,phase,1,,,name=A,do,\n"
		    "1," TIME ",,1,phase,2,,,name=B,do,\n2," TIME ",,1,,,,,,do,\n3," TIME
		    ",,1,phase,1,name,A,,redo,1\n");
	assert_int_equal(import_history(desk.folder, NULL, count_changes, &count, &desk.err), 0);
	assert_int_equal(count, 303);
	assert_int_equal(import_history(desk.folder, NULL, refuse_action, NULL, &desk.err), ERROR_SYSTEM);
	assert_non_null(strstr(desk.err.text, "changes.csv: row 2: it does not fit"));
	format_desk_close(&desk);
}

static void a_failed_export_leaves_what_was_there(void **state)
{
	struct library library;
	struct format_options options = {0};
	struct error err = ERROR_INIT;
	char *text;

	(void)state;
	library_open(&library);
	library_fill(&library);
	format_desk_put(&library.desk, "file", "x");
	assert_int_equal(csv_format.write_folder(
				 library.board, library.store, &options, format_desk_path(&library.desk, "file"), &err),
		ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "file: exists and is not a folder"));
	assert_int_equal(csv_format.write_folder(library.board, library.store, &options,
				 format_desk_path(&library.desk, "none/x"), &err),
		ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "No such file"));
	library_export(&library, "out");
	format_desk_put(&library.desk, "out/lanes.csv", "old");
	assert_int_equal(unlink(format_desk_path(&library.desk, "out/stickies.csv")), 0);
	assert_int_equal(mkdir(format_desk_path(&library.desk, "out/stickies.csv"), 0777), 0);
	assert_int_equal(csv_format.write_folder(
				 library.board, library.store, &options, format_desk_path(&library.desk, "out"), &err),
		ERROR_SYSTEM);
	text = format_desk_get(&library.desk, "out/lanes.csv");
	assert_string_equal(text, "old");
	free(text);
	library_close(&library);
}

/* Names that end in the number of a process are of files that are not whole. */
static size_t count_files(const char *folder)
{
	DIR *dir = opendir(folder);
	size_t count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void a_full_disk_is_reported_and_leaves_nothing(void **state)
{
	struct library library;
	struct format_options options = {0};
	struct error err = ERROR_INIT;
	struct rlimit old, tight;
	int failed;

	(void)state;
	library_open(&library);
	library_fill(&library);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	tight = (struct rlimit){100, old.rlim_max};
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	failed = csv_format.write_folder(
		library.board, library.store, &options, format_desk_path(&library.desk, "out"), &err);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	assert_int_equal(failed, ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "out/stickies.csv: File too large"));
	assert_int_not_equal(access(format_desk_path(&library.desk, "out"), F_OK), 0);
	library_export(&library, "out");
	assert_int_equal(count_files(format_desk_path(&library.desk, "out")), ARRAY_SIZE(file_names));
	library_close(&library);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_folder_holds_the_whole_board),
		cmocka_unit_test(the_log_is_a_table),
		cmocka_unit_test(a_session_can_be_carried_as_plain_text),
		cmocka_unit_test(a_folder_is_read_back_without_its_history),
		cmocka_unit_test(the_files_of_a_folder_fit_together),
		cmocka_unit_test(parts_that_do_not_fit_are_refused),
		cmocka_unit_test(a_log_that_does_not_fit_is_refused),
		cmocka_unit_test(a_log_is_read_action_by_action),
		cmocka_unit_test(a_failed_export_leaves_what_was_there),
		cmocka_unit_test(a_full_disk_is_reported_and_leaves_nothing),
	};

	return cmocka_run_group_tests_name("format/folder", tests, NULL, NULL);
}
