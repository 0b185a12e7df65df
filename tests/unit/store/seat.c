#include "unit/store/seat.h"

#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "model/undo.h"

int seat_folder_make(void **state)
{
	const char *base = getenv("TMPDIR");
	char path[512];

	snprintf(path, sizeof(path), "%s/evstorm-store-XXXXXX", base ? base : "/tmp");
	if (!mkdtemp(path) || chmod(path, 0755))
		return -1;
	*state = mem_strdup(path);
	return 0;
}

/* How many files there are in FOLDER; they are removed when REMOVE_THEM is set. */
static int seat_walk_folder(const char *folder, bool remove_them)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	char path[1024];
	int count = 0;

	if (!dir)
		return 0;
	while ((entry = readdir(dir))) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		count++;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (remove_them)
			remove(path);
	}
	closedir(dir);
	return count;
}

int seat_folder_remove(void **state)
{
	chmod(*state, 0755);
	seat_walk_folder(*state, true);
	rmdir(*state);
	free(*state);
	return 0;
}

const char *seat_path(void **state, const char *name)
{
	static char paths[1024][512];
	static unsigned next;
	char *path = paths[next++ % 1024];

	snprintf(path, sizeof(paths[0]), "%s/%s", (const char *)*state, name);
	return path;
}

int seat_files(void **state)
{
	return seat_walk_folder(*state, false);
}

void seat_copy(const char *from, const char *to)
{
	int in = open(from, O_RDONLY), out = open(to, O_CREAT | O_TRUNC | O_WRONLY, 0644);
	char bytes[65536];
	ssize_t count;

	assert_true(in >= 0 && out >= 0);
	while ((count = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)count), count);
	assert_int_equal(count, 0);
	close(in);
	close(out);
}

void seat_sql(const char *path, const char *sql)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (!child) {
		if (!freopen("/dev/null", "w", stdout))
			_exit(1);
		execlp("sqlite3", "sqlite3", "-bail", path, sql, (char *)NULL);
		_exit(127);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 127)
		skip();
	if (status)
		fail_msg("sqlite3 does not do “%s”", sql);
}

void seat_open(struct seat *seat, const char *path, enum store_mode mode)
{
	struct error err = ERROR_INIT;

	memset(seat, 0, sizeof(*seat));
	action_init(&seat->action);
	seat->board = board_new();
	if (store_open(path, mode, &seat->store, &err) || store_load(seat->store, seat->board, &err))
		fail_msg("a good board does not open: %s", err.text);
}

void seat_close(struct seat *seat)
{
	store_close(seat->store);
	board_free(seat->board);
	action_release(&seat->action);
}

size_t seat_count(const char *path, enum store_mode mode)
{
	struct error err = ERROR_INIT;
	struct seat seat;
	size_t count;

	seat_open(&seat, path, mode);
	if (store_verify(seat.store, &err))
		fail_msg("%s", err.text);
	count = board_count(seat.board, ENTITY_STICKY);
	seat_close(&seat);
	return count;
}

void seat_begin(struct seat *seat, int64_t person)
{
	struct error err = ERROR_INIT;

	if (store_begin(seat->store, &err) || store_catch_up(seat->store, seat->board, NULL, &err))
		fail_msg("a transaction does not begin: %s", err.text);
	action_release(&seat->action);
	seat->action.time_ms = INT64_C(1700000000000);
	seat->action.person = person;
	seat->action.step = 1;
	seat->edit = (struct edit){seat->board, &seat->action};
}

int64_t seat_end(struct seat *seat)
{
	struct error err = ERROR_INIT;

	if (store_append(seat->store, &seat->action, seat->board, &err) || store_commit(seat->store, &err))
		fail_msg("an action is not kept: %s", err.text);
	return seat->action.id;
}

int64_t seat_put(struct seat *seat, int64_t person, const char *text, int column, int row)
{
	struct sticky sticky = {.text = (char *)text,
		.place = {column, row},
		.author = person,
		.created = INT64_C(1700000000000),
		.updated = INT64_C(1700000000000)};
	struct error err = ERROR_INIT;
	int64_t id;

	seat_begin(seat, person);
	id = edit_create(&seat->edit, ENTITY_STICKY, &sticky, &err);
	if (id < 0)
		fail_msg("no sticky: %s", err.text);
	seat_end(seat);
	return id;
}

int64_t seat_write(struct seat *seat, int64_t person, int64_t sticky, const char *text)
{
	struct error err = ERROR_INIT;

	seat_begin(seat, person);
	if (edit_set(&seat->edit, ENTITY_STICKY, sticky, "text", text, &err))
		fail_msg("no text: %s", err.text);
	return seat_end(seat);
}

int64_t seat_take_back(struct seat *seat, int64_t person, enum action_kind kind)
{
	struct vec shifts = VEC_INIT(struct shift);
	struct error err = ERROR_INIT;
	struct action done;
	size_t kept;
	int64_t target = 0;
	int found;

	action_init(&done);
	seat_begin(seat, person);
	found = store_undo_target(seat->store, person, kind, &done, &target, &err);
	if (found < 0 || (found && store_shifts_since(seat->store, done.id, &shifts, &err)) ||
		(found && undo_action(&seat->edit, &done, &shifts, &kept, &err)))
		fail_msg("nothing is taken back: %s", err.text);
	seat->action.kind = kind;
	seat->action.target = target;
	if (found)
		seat_end(seat);
	else
		store_rollback(seat->store);
	action_release(&done);
	vec_release(&shifts);
	return found ? seat->action.id : 0;
}

static void seat_check_same(const struct board *memory, const struct board *file, enum entity entity)
{
	struct vec items = VEC_INIT(const void *);
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	assert_int_equal(board_count(memory, entity), board_count(file, entity));
	board_list(memory, entity, &items);
	for (size_t i = 0; i < items.count; i++) {
		const void *item = vec_get(&items, const void *, i);
		const void *other = board_item(file, entity, *(const int64_t *)item);

		assert_non_null(other);
		strbuf_reset(&a);
		strbuf_reset(&b);
		record_format(entity, item, &a);
		record_format(entity, other, &b);
		assert_string_equal(a.text, b.text);
	}
	vec_release(&items);
	strbuf_release(&a);
	strbuf_release(&b);
}

void seat_check(struct seat *seat, const char *path)
{
	struct error err = ERROR_INIT;
	struct seat other;

	seat_open(&other, path, STORE_READ);
	for (int i = 0; i < ENTITY_COUNT; i++) {
		seat_check_same(seat->board, other.board, (enum entity)i);
		assert_true(board_next_id(other.board, (enum entity)i) >= board_next_id(seat->board, (enum entity)i));
	}
	if (store_verify(other.store, &err))
		fail_msg("the log does not give the tables: %s", err.text);
	seat_close(&other);
}

void seat_check_error(const struct error *err, const char *says)
{
	assert_int_equal(err->code, ERROR_SYSTEM);
	if (!strstr(err->text, says))
		fail_msg("“%s” does not say “%s”", err->text, says);
	assert_null(strpbrk(err->text, "\n\r\033"));
}
