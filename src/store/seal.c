#include "store/seal.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#define SEAL_PAGE_MOST 65536

/* SQLite's file format: "The Database Header" and "The Rollback Journal". */
#define SEAL_FILE_HEADER 100
#define SEAL_FILE_COUNT 24
#define SEAL_JOURNAL_HEADER 28
#define SEAL_JOURNAL_LEAST 512
static const unsigned char seal_journal_magic[8] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

/* After the header of a journal: this text, the count and the stamp before the commit, and the stamp after it. */
static const char seal_note[8] = "evstorm";
#define SEAL_NOTE_BYTES (8 + 4 + 8 + 8)

struct seal {
	sqlite3_vfs vfs; /* a copy of SQLite's own with some functions replaced */
	sqlite3_vfs *real;
	char name[40];
	const char *file_name; /* SQLite's name of the board's file */
	sqlite3_file *file;    /* that file, owned by SQLite, or NULL */
	const sqlite3_io_methods *file_real, *journal_real;
	sqlite3_io_methods file_methods, journal_methods; /* copies with some replaced */
	bool always;                                      /* seal even without a journal */
	bool commits;                                     /* pages written now belong to a commit */
	bool open;                                        /* page 1 says that a commit is being written */
	bool looked;                                      /* `before` was set by seal_look() */
	struct seal_mark before;                          /* of page 1, before the current commit */
	struct seal_mark after;                           /* of page 1, after it */
	uint32_t current;                                 /* the commit number in page 1 of the file */
	uint32_t page_bytes;                              /* of the file */
	bool sealed;                                      /* its pages have room for a seal */
	enum seal_fault fault;
	seal_got *got; /* called once there is a lock for reading, or NULL */
	void *got_context;
	unsigned char page[SEAL_PAGE_MOST];
};

static uint32_t seal_get(const unsigned char *bytes, int count)
{
	uint32_t number = 0;

	for (int i = 0; i < count; i++)
		number = number << 8 | bytes[i];
	return number;
}

static uint64_t seal_get_stamp(const unsigned char *bytes)
{
	return (uint64_t)seal_get(bytes, 4) << 32 | seal_get(bytes + 4, 4);
}

static void seal_put(unsigned char *bytes, uint64_t number, int count)
{
	while (count-- > 0) {
		bytes[count] = (unsigned char)number;
		number >>= 8;
	}
}

static bool seal_is_sealed(const unsigned char *tail)
{
	return !memcmp(tail + 12, "evs", 3);
}

static void seal_get_tail(const unsigned char *tail, struct seal_mark *mark)
{
	if (!seal_is_sealed(tail))
		return;
	mark->number = seal_get(tail, 4);
	mark->stamp = seal_get_stamp(tail + 4);
}

static void seal_put_tail(unsigned char *tail, const struct seal_mark *mark, bool open)
{
	seal_put(tail, mark->number, 4);
	seal_put(tail + 4, mark->stamp, 8);
	memcpy(tail + 12, "evs", 3);
	tail[15] = open;
}

/* Reads the header of a database. */
static void seal_parse(const unsigned char bytes[SEAL_FILE_HEADER], struct seal_header *header)
{
	uint32_t size = seal_get(bytes + 16, 2);

	*header = (struct seal_header){.sqlite = !memcmp(bytes, "SQLite format 3", 16),
		.wal = bytes[18] == 2 || bytes[19] == 2,
		.page_bytes = size == 1 ? SEAL_PAGE_MOST : size,
		.reserved = bytes[20],
		.application = seal_get(bytes + 68, 4),
		.format = seal_get(bytes + 60, 4),
		.mark.count = seal_get(bytes + SEAL_FILE_COUNT, 4)};
	header->sqlite =
		header->sqlite && header->page_bytes >= 512 && !(header->page_bytes & (header->page_bytes - 1));
}

bool seal_read(struct seal *seal, struct seal_header *header)
{
	unsigned char bytes[SEAL_FILE_HEADER], tail[SEAL_BYTES];

	if (!seal->file || seal->file_real->xRead(seal->file, bytes, sizeof(bytes), 0))
		return false;
	seal_parse(bytes, header);
	if (!header->sqlite || header->reserved != SEAL_BYTES)
		return true;
	if (seal->file_real->xRead(seal->file, tail, SEAL_BYTES, header->page_bytes - SEAL_BYTES))
		return false;
	seal_get_tail(tail, &header->mark);
	return true;
}

bool seal_look(struct seal *seal, struct seal_header *header)
{
	if (!seal_read(seal, header))
		return false;
	seal->before = header->mark;
	seal->looked = true;
	return true;
}

void seal_forget(struct seal *seal)
{
	if (seal)
		seal->looked = false;
}

enum seal_fault seal_take_fault(struct seal *seal)
{
	enum seal_fault fault = seal->fault;

	seal->fault = SEAL_NO_FAULT;
	return fault;
}

static int seal_refuse(struct seal *seal, enum seal_fault fault, int status)
{
	seal->fault = fault;
	return status;
}

/* Finds page 1 among the RECORDS of a journal of another program, and reads its mark; false if it is missing. */
static bool seal_find_page(const struct seal_header *file, sqlite3_file *journal, uint32_t records, uint32_t sector,
	struct seal_mark *mark)
{
	const int64_t step = (int64_t)file->page_bytes + 8;
	unsigned char bytes[SEAL_FILE_HEADER];
	struct seal_header page;
	sqlite3_int64 size = 0, at = sector;

	if (sector < 32 || sector > SEAL_PAGE_MOST || journal->pMethods->xFileSize(journal, &size))
		return false;
	for (; records-- > 0 && at + step <= size; at += step) {
		if (journal->pMethods->xRead(journal, bytes, 4, at))
			return false;
		if (seal_get(bytes, 4) != 1)
			continue;
		if (journal->pMethods->xRead(journal, bytes, SEAL_FILE_HEADER, at + 4))
			return false;
		seal_parse(bytes, &page);
		*mark = page.mark;
		if (page.reserved != SEAL_BYTES)
			return true;
		if (journal->pMethods->xRead(journal, bytes, SEAL_BYTES, at + 4 + file->page_bytes - SEAL_BYTES))
			return false;
		seal_get_tail(bytes, mark);
		return true;
	}
	return false;
}

/* Was JOURNAL, of another program, made for the file? */
static bool seal_fits_foreign(
	struct seal *seal, const struct seal_header *file, const unsigned char *header, sqlite3_file *journal)
{
	uint32_t records = seal_get(header + 8, 4);
	struct seal_mark before;
	sqlite3_int64 size = 0;

	if (!records) /* nothing was written to the file yet; SQLite will restore its size */
		return !seal->file_real->xFileSize(seal->file, &size) &&
		       size == (int64_t)seal_get(header + 16, 4) * file->page_bytes;
	return seal_find_page(file, journal, records, seal_get(header + 20, 4), &before) &&
	       file->mark.stamp == before.stamp && file->mark.count - before.count <= 1;
}

/* Does JOURNAL end like that of a transaction over several files? No board takes part in one, so it is not played
 * back. */
static bool seal_is_of_several(sqlite3_file *journal)
{
	unsigned char end[sizeof(seal_journal_magic)];
	sqlite3_int64 size = 0;

	return !journal->pMethods->xFileSize(journal, &size) && size >= (sqlite3_int64)sizeof(end) &&
	       !journal->pMethods->xRead(journal, end, sizeof(end), size - (sqlite3_int64)sizeof(end)) &&
	       !memcmp(end, seal_journal_magic, sizeof(end));
}

/* Was JOURNAL made for the file as it is now? Perhaps only the beginning of page 1 is on disk, not its end. */
static enum seal_fault seal_fits(struct seal *seal, sqlite3_file *journal)
{
	unsigned char bytes[SEAL_JOURNAL_LEAST];
	const unsigned char *note = bytes + SEAL_JOURNAL_HEADER;
	struct seal_header file;
	int status = journal->pMethods->xRead(journal, bytes, sizeof(bytes), 0);
	uint64_t stamp;

	if (status && status != SQLITE_IOERR_SHORT_READ)
		return SEAL_NO_FAULT; /* SQLite will get the same error */
	if (!*bytes)
		return SEAL_NO_FAULT; /* it was not on disk yet, so SQLite will not play it back */
	if (memcmp(bytes, seal_journal_magic, sizeof(seal_journal_magic)) || seal_is_of_several(journal))
		return SEAL_NO_JOURNAL;
	if (!seal_read(seal, &file) || !file.sqlite || seal_get(bytes + 24, 4) != file.page_bytes)
		return SEAL_STRANGE_JOURNAL;
	if (memcmp(note, seal_note, sizeof(seal_note)))
		return seal_fits_foreign(seal, &file, bytes, journal) ? SEAL_NO_FAULT : SEAL_STRANGE_JOURNAL;
	stamp = file.mark.stamp;
	if (file.mark.count - seal_get(note + 8, 4) <= 1 &&
		(stamp == seal_get_stamp(note + 12) || stamp == seal_get_stamp(note + 20)))
		return SEAL_NO_FAULT;
	return SEAL_STRANGE_JOURNAL;
}

/* The seal that has the functions of FILE at OFFSET. */
static struct seal *seal_of(const sqlite3_file *file, size_t offset)
{
	return (struct seal *)((char *)(uintptr_t)file->pMethods - offset);
}

static struct seal *seal_of_file(const sqlite3_file *file)
{
	return seal_of(file, offsetof(struct seal, file_methods));
}

static struct seal *seal_of_journal(const sqlite3_file *file)
{
	return seal_of(file, offsetof(struct seal, journal_methods));
}

/* Begins the journal of a commit: adds to the HEADER that SQLite is about to write to which commit it belongs. */
static bool seal_begin(struct seal *seal, unsigned char *header)
{
	unsigned char *note = header + SEAL_JOURNAL_HEADER;
	struct seal_header file;

	if (!seal->looked) {
		if (!seal_read(seal, &file))
			return false;
		seal->before = file.mark;
	}
	seal->after.number = seal->before.number + 1;
	sqlite3_randomness(sizeof(seal->after.stamp), &seal->after.stamp);
	memcpy(note, seal_note, sizeof(seal_note));
	seal_put(note + 8, seal->before.count, 4);
	seal_put(note + 12, seal->before.stamp, 8);
	seal_put(note + 20, seal->after.stamp, 8);
	return true;
}

static int seal_journal_write(sqlite3_file *journal, const void *bytes, int count, sqlite3_int64 at)
{
	struct seal *seal = seal_of_journal(journal);

	if (!at && count >= SEAL_JOURNAL_HEADER + SEAL_NOTE_BYTES) {
		/* the buffer is SQLite's scratch space */
		if (!seal_begin(seal, (unsigned char *)(uintptr_t)bytes))
			return SQLITE_IOERR_WRITE;
	} else if (!at && count < SEAL_JOURNAL_HEADER) {
		seal->commits = true; /* the number of records is written last, before the pages */
	}
	return seal->journal_real->xWrite(journal, bytes, count, at);
}

static int seal_journal_read(sqlite3_file *journal, void *bytes, int count, sqlite3_int64 at)
{
	struct seal *seal = seal_of_journal(journal);

	seal->commits = false; /* SQLite is playing it back */
	return seal->journal_real->xRead(journal, bytes, count, at);
}

/* Once the journal is on disk, pages are written to the file: the last moment to check that it is still the same. */
static int seal_journal_sync(sqlite3_file *journal, int flags)
{
	struct seal *seal = seal_of_journal(journal);
	int status = seal->journal_real->xSync(journal, flags);
	struct seal_header file;

	if (status || !seal->commits || seal->open)
		return status;
	if (!seal_read(seal, &file) || file.mark.count != seal->before.count || file.mark.stamp != seal->before.stamp)
		return seal_refuse(seal, SEAL_REPLACED, SQLITE_IOERR_FSYNC);
	return SQLITE_OK;
}

/* Writes page 1 of a commit, with the state 1 until all pages are written. */
static int seal_write_first(struct seal *seal, unsigned char *page, int count)
{
	seal->page_bytes = (uint32_t)count;
	seal->sealed = page[20] == SEAL_BYTES;
	if (!seal->sealed)
		return seal->file_real->xWrite(seal->file, page, count, 0);
	seal->current = seal->after.number;
	seal_put_tail(page + count - SEAL_BYTES, &seal->after, false);
	memcpy(seal->page, page, (size_t)count);
	seal->page[count - 1] = 1;
	seal->open = true;
	return seal->file_real->xWrite(seal->file, seal->page, count, 0);
}

static int seal_file_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
	struct seal *seal = seal_of_file(file);
	unsigned char *page = (unsigned char *)(uintptr_t)bytes;

	if (!seal->commits && !seal->always)
		return seal->file_real->xWrite(file, bytes, count, at);
	/* the seal also goes into SQLite's own copy of the page, so that this stays the same as the file */
	if (!at && count >= 512)
		return seal_write_first(seal, page, count);
	if (seal->sealed && (uint32_t)count == seal->page_bytes)
		seal_put_tail(page + count - SEAL_BYTES, &seal->after, false);
	return seal->file_real->xWrite(file, bytes, count, at);
}

static int seal_file_sync(sqlite3_file *file, int flags)
{
	struct seal *seal = seal_of_file(file);
	const unsigned char whole = 0;

	if (seal->open) {
		int status = seal->file_real->xWrite(file, &whole, 1, seal->page_bytes - 1);

		if (status)
			return status;
		seal->open = false;
	}
	return seal->file_real->xSync(file, flags);
}

/* Checks page 1, which was read. */
static int seal_check_first(struct seal *seal, const unsigned char *page, int count)
{
	const unsigned char *tail = page + count - SEAL_BYTES;
	struct seal_header header;

	seal_parse(page, &header);
	seal->page_bytes = header.page_bytes;
	seal->sealed = header.sqlite && header.reserved == SEAL_BYTES && (uint32_t)count == header.page_bytes;
	if (seal->sealed)
		seal_get_tail(tail, &header.mark);
	seal->current = header.mark.number;
	if (seal->sealed && seal_is_sealed(tail) && tail[15])
		return seal_refuse(seal, SEAL_CUT_OFF, SQLITE_IOERR_DATA);
	return SQLITE_OK;
}

/* Checks another page, which was read. */
static int seal_check_page(struct seal *seal, const unsigned char *page, int count)
{
	struct seal_mark mark = {0};

	if (!seal->sealed || (uint32_t)count != seal->page_bytes)
		return SQLITE_OK;
	seal_get_tail(page + count - SEAL_BYTES, &mark);
	if ((int32_t)(mark.number - seal->current) > 0)
		return seal_refuse(seal, SEAL_TORN, SQLITE_IOERR_DATA);
	return SQLITE_OK;
}

static int seal_file_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
	struct seal *seal = seal_of_file(file);
	int status = seal->file_real->xRead(file, bytes, count, at);
	struct seal_header header;

	if (status)
		return status;
	if (!at && count >= 512)
		return seal_check_first(seal, bytes, count);
	if (at != SEAL_FILE_COUNT || count != 16)
		return seal_check_page(seal, bytes, count);
	/* SQLite checks whether the file has changed; it will read page 1 again only when it needs it */
	if (seal_read(seal, &header))
		seal->current = header.mark.number;
	return SQLITE_OK;
}

static int seal_file_lock(sqlite3_file *file, int level)
{
	struct seal *seal = seal_of_file(file);
	int status = seal->file_real->xLock(file, level);

	if (status != SQLITE_BUSY && level == SQLITE_LOCK_SHARED && seal->got)
		seal->got(seal->got_context);
	return status;
}

/* Hides the ability to write several pages atomically: SQLite would then use no journal, and nothing would be
 * sealed. */
static int seal_file_device(sqlite3_file *file)
{
	int traits = seal_of_file(file)->file_real->xDeviceCharacteristics(file);

	return traits & (SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN);
}

static struct seal *seal_of_vfs(sqlite3_vfs *vfs)
{
	return (struct seal *)((char *)vfs - offsetof(struct seal, vfs));
}

static bool seal_is_journal(const struct seal *seal, const char *name)
{
	size_t len = seal->file_name ? strlen(seal->file_name) : 0;

	return len && name && !strncmp(name, seal->file_name, len) && !strcmp(name + len, "-journal");
}

static void seal_take_file(struct seal *seal, const char *name, sqlite3_file *file)
{
	seal->file = file;
	seal->file_name = name;
	seal->file_real = file->pMethods;
	seal->file_methods = *file->pMethods;
	seal->file_methods.xRead = seal_file_read;
	seal->file_methods.xWrite = seal_file_write;
	seal->file_methods.xSync = seal_file_sync;
	seal->file_methods.xLock = seal_file_lock;
	seal->file_methods.xDeviceCharacteristics = seal_file_device;
	file->pMethods = &seal->file_methods;
}

static int seal_take_journal(struct seal *seal, sqlite3_file *journal, int flags)
{
	const int plays_back = SQLITE_OPEN_READWRITE;

	if ((flags & (SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) == plays_back) {
		enum seal_fault fault = seal_fits(seal, journal);

		if (fault) {
			journal->pMethods->xClose(journal);
			journal->pMethods = NULL;
			return seal_refuse(seal, fault, SQLITE_CANTOPEN);
		}
	}
	seal->commits = seal->open = false;
	seal->journal_real = journal->pMethods;
	seal->journal_methods = *journal->pMethods;
	seal->journal_methods.xRead = seal_journal_read;
	seal->journal_methods.xWrite = seal_journal_write;
	seal->journal_methods.xSync = seal_journal_sync;
	journal->pMethods = &seal->journal_methods;
	return SQLITE_OK;
}

static int seal_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	struct seal *seal = seal_of_vfs(vfs);
	int status = seal->real->xOpen(seal->real, name, file, flags, out);

	if (status)
		return status;
	if ((flags & SQLITE_OPEN_MAIN_DB) && !seal->file)
		seal_take_file(seal, name, file);
	else if ((flags & SQLITE_OPEN_MAIN_JOURNAL) && seal_is_journal(seal, name))
		return seal_take_journal(seal, file, flags);
	return SQLITE_OK;
}

/* Keeps SQLite from removing the journal next to an empty file: it may be all that is left of a board. */
static int seal_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	struct seal *seal = seal_of_vfs(vfs);
	sqlite3_int64 size = 1;

	if (seal_is_journal(seal, name) && seal->file && !seal->file_real->xFileSize(seal->file, &size) && !size)
		return SQLITE_OK;
	return seal->real->xDelete(seal->real, name, sync_folder);
}

static int seal_access(sqlite3_vfs *vfs, const char *name, int flags, int *out)
{
	struct seal *seal = seal_of_vfs(vfs);

	return seal->real->xAccess(seal->real, name, flags, out);
}

static int seal_full_name(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
	struct seal *seal = seal_of_vfs(vfs);

	return seal->real->xFullPathname(seal->real, name, size, out);
}

struct seal *seal_new(void)
{
	struct seal *seal = mem_zalloc(sizeof(*seal));

	seal->real = sqlite3_vfs_find(NULL);
	if (!seal->real)
		BUG("SQLite has no VFS");
	seal->vfs = *seal->real;
	snprintf(seal->name, sizeof(seal->name), "evstorm-%" PRIxPTR, (uintptr_t)seal);
	seal->vfs.zName = seal->name;
	seal->vfs.pNext = NULL;
	seal->vfs.xOpen = seal_open;
	seal->vfs.xDelete = seal_delete;
	seal->vfs.xAccess = seal_access;
	seal->vfs.xFullPathname = seal_full_name;
	sqlite3_vfs_register(&seal->vfs, 0);
	return seal;
}

void seal_free(struct seal *seal)
{
	if (!seal)
		return;
	sqlite3_vfs_unregister(&seal->vfs);
	free(seal);
}

const char *seal_vfs(const struct seal *seal)
{
	return seal->name;
}

void seal_on_reading(struct seal *seal, seal_got *got, void *context)
{
	seal->got = got;
	seal->got_context = context;
}

void seal_always(struct seal *seal)
{
	seal->always = true;
	seal->after.number = 1;
	sqlite3_randomness(sizeof(seal->after.stamp), &seal->after.stamp);
}
