#include "crash/losses.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/vec.h"

/* A disk writes a sector wholly or not at all. */
#define LOSSES_SECTOR 512

/* How a sector of a file was when that was synced last. */
struct losses_sector {
	char *path;
	sqlite3_int64 at;
	int count; /* bytes that the file had there */
	unsigned char bytes[LOSSES_SECTOR];
};

/* How long a file was then. */
struct losses_length {
	char *path;
	sqlite3_int64 size;
};

/* A name that was made (without content) or removed (with what was under it). */
struct losses_name {
	char *path;
	bool made;
	unsigned char *bytes;
	size_t size;
};

static struct vec losses_sectors = VEC_INIT(struct losses_sector);
static struct vec losses_lengths = VEC_INIT(struct losses_length);
static struct vec losses_names = VEC_INIT(struct losses_name);

static void losses_note_length(const char *path, sqlite3_file *file)
{
	struct losses_length *length;
	sqlite3_int64 size = 0;

	for (size_t i = 0; i < losses_lengths.count; i++) {
		length = vec_at(&losses_lengths, i);
		if (!strcmp(length->path, path))
			return;
	}
	file->pMethods->xFileSize(file, &size);
	length = vec_push(&losses_lengths);
	length->path = mem_strdup(path);
	length->size = size;
}

static bool losses_has_sector(const char *path, sqlite3_int64 at)
{
	for (size_t i = 0; i < losses_sectors.count; i++) {
		const struct losses_sector *sector = vec_at(&losses_sectors, i);

		if (sector->at == at && !strcmp(sector->path, path))
			return true;
	}
	return false;
}

void losses_write(const char *path, sqlite3_file *file, sqlite3_int64 at, int count)
{
	sqlite3_int64 size = 0;

	losses_note_length(path, file);
	file->pMethods->xFileSize(file, &size);
	for (sqlite3_int64 from = at - at % LOSSES_SECTOR; from < at + count && from < size; from += LOSSES_SECTOR) {
		struct losses_sector *sector;

		if (losses_has_sector(path, from))
			continue;
		sector = vec_push(&losses_sectors);
		sector->path = mem_strdup(path);
		sector->at = from;
		sector->count = size - from < LOSSES_SECTOR ? (int)(size - from) : LOSSES_SECTOR;
		file->pMethods->xRead(file, sector->bytes, sector->count, from);
	}
}

void losses_cut(const char *path, sqlite3_file *file, sqlite3_int64 size)
{
	sqlite3_int64 old = 0;

	file->pMethods->xFileSize(file, &old);
	losses_write(path, file, size, (int)(old > size ? old - size : 0));
}

void losses_synced(const char *path)
{
	for (size_t i = losses_sectors.count; i-- > 0;) {
		struct losses_sector *sector = vec_at(&losses_sectors, i);

		if (strcmp(sector->path, path))
			continue;
		free(sector->path);
		vec_remove(&losses_sectors, i);
	}
	for (size_t i = losses_lengths.count; i-- > 0;) {
		struct losses_length *length = vec_at(&losses_lengths, i);

		if (strcmp(length->path, path))
			continue;
		free(length->path);
		vec_remove(&losses_lengths, i);
	}
}

void losses_made(const char *path)
{
	struct losses_name *name = vec_push(&losses_names);

	name->path = mem_strdup(path);
	name->made = true;
}

void losses_removes(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct losses_name *name;
	struct stat found;

	if (fd < 0 || fstat(fd, &found))
		return;
	name = vec_push(&losses_names);
	name->path = mem_strdup(path);
	name->bytes = mem_alloc((size_t)found.st_size + 1);
	name->size = (size_t)read(fd, name->bytes, (size_t)found.st_size);
	close(fd);
}

/* The length of the folder's name in PATH. */
static size_t losses_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? (size_t)(slash - path) : 0;
}

void losses_synced_folder(const char *path)
{
	size_t len = losses_folder(path);

	for (size_t i = losses_names.count; i-- > 0;) {
		struct losses_name *name = vec_at(&losses_names, i);

		if (losses_folder(name->path) != len || strncmp(name->path, path, len))
			continue;
		free(name->path);
		free(name->bytes);
		vec_remove(&losses_names, i);
	}
}

void losses_reset(void)
{
	for (size_t i = 0; i < losses_sectors.count; i++)
		free(vec_get(&losses_sectors, struct losses_sector, i).path);
	for (size_t i = 0; i < losses_lengths.count; i++)
		free(vec_get(&losses_lengths, struct losses_length, i).path);
	for (size_t i = 0; i < losses_names.count; i++) {
		free(vec_get(&losses_names, struct losses_name, i).path);
		free(vec_get(&losses_names, struct losses_name, i).bytes);
	}
	vec_reset(&losses_sectors);
	vec_reset(&losses_lengths);
	vec_reset(&losses_names);
}

static bool losses_draw(unsigned *seed)
{
	return !*seed || rand_r(seed) & 0x100;
}

static void losses_forget_sectors(unsigned *seed)
{
	for (size_t i = 0; i < losses_sectors.count; i++) {
		const struct losses_sector *sector = vec_at(&losses_sectors, i);
		int fd = losses_draw(seed) ? open(sector->path, O_WRONLY | O_CLOEXEC) : -1;

		if (fd >= 0 && pwrite(fd, sector->bytes, (size_t)sector->count, sector->at) < 0)
			BUG("%s cannot be written", sector->path);
		if (fd >= 0)
			close(fd);
	}
	for (size_t i = 0; i < losses_lengths.count; i++) {
		const struct losses_length *length = vec_at(&losses_lengths, i);

		if (losses_draw(seed) && truncate(length->path, length->size) && !access(length->path, F_OK))
			BUG("%s cannot be cut", length->path);
	}
}

/* A file system keeps the order in which names were changed, so the latest are forgotten. */
static void losses_forget_names(unsigned *seed)
{
	for (size_t i = losses_names.count; i-- > 0 && losses_draw(seed);) {
		const struct losses_name *name = vec_at(&losses_names, i);
		int fd;

		unlink(name->path);
		if (name->made)
			continue;
		fd = open(name->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
		if (fd < 0 || write(fd, name->bytes, name->size) != (ssize_t)name->size)
			BUG("%s cannot be made", name->path);
		close(fd);
	}
}

void losses_happen(unsigned seed)
{
	losses_forget_sectors(&seed);
	losses_forget_names(&seed);
}
