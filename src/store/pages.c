#include "store/pages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"

#define PAGES_BYTES_LEAST 512
#define PAGES_BYTES_MOST 65536
#define PAGES_HEADER_BYTES 100

/* No record of a board is longer. */
#define PAGES_RECORD_BYTES_MOST 10000000

/* Larger files are not boards. */
#define PAGES_FILE_BYTES_MOST ((off_t)64 << 30)

/* The first byte of a page. */
#define PAGES_INTERIOR 0x05
#define PAGES_LEAF 0x0d

/* The bytes that readers lock to keep others from writing: see "Locking" in SQLite's os_unix.c. */
#define PAGES_LOCK_FIRST 0x40000002
#define PAGES_LOCK_BYTES 510

struct pages {
	int fd;
	off_t size;  /* of the file */
	bool headed; /* it has the header of an SQLite file */
	unsigned char header[PAGES_HEADER_BYTES];
	uint32_t bytes;      /* of a page */
	uint32_t usable;     /* of these, without the bytes reserved at its end */
	uint32_t count;      /* of pages; the last may be cut off */
	unsigned char *seen; /* a bit for each page already read */
	size_t faults;
	unsigned char *page;     /* the current page */
	unsigned char *overflow; /* the current overflow page */
	struct strbuf payload;   /* of a record with overflow pages */
};

static uint32_t pages_u16(const unsigned char *at)
{
	return (uint32_t)at[0] << 8 | at[1];
}

static uint32_t pages_u32(const unsigned char *at)
{
	return pages_u16(at) << 16 | pages_u16(at + 2);
}

/* Reads a number of 1 to 9 bytes at *AT, before END; *AT moves past it. False if it is cut off. */
static bool pages_varint(const unsigned char **at, const unsigned char *end, uint64_t *number)
{
	*number = 0;
	for (int i = 0; i < 9 && *at < end; i++) {
		unsigned char byte = *(*at)++;

		if (i == 8) {
			*number = *number << 8 | byte;
			return true;
		}
		*number = *number << 7 | (byte & 0x7f);
		if (!(byte & 0x80))
			return true;
	}
	return false;
}

/* Marks the page as read; false if it was already. */
static bool pages_take(struct pages *pages, uint32_t number)
{
	unsigned char *byte = &pages->seen[number / 8], bit = (unsigned char)(1 << number % 8);
	bool before = *byte & bit;

	*byte |= bit;
	return before;
}

static bool pages_is_number(const struct pages *pages, uint32_t number)
{
	return number >= 1 && number <= pages->count;
}

/* Reads page NUMBER; bytes that the file lacks become 0. */
static bool pages_read(const struct pages *pages, uint32_t number, unsigned char *page)
{
	off_t at = (off_t)(number - 1) * pages->bytes;
	size_t got = 0;

	while (got < pages->bytes) {
		ssize_t count = pread(pages->fd, page + got, pages->bytes - got, at + (off_t)got);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			break;
		got += (size_t)count;
	}
	memset(page + got, 0, pages->bytes - got);
	return got > 0;
}

/* The offset of the page header in the page. */
static size_t pages_start(uint32_t number)
{
	return number == 1 ? PAGES_HEADER_BYTES : 0;
}

/* Finds the number of cells and the list of their offsets. False if it is not a page of TYPE. */
static bool pages_cells(const struct pages *pages, const unsigned char *page, uint32_t number, unsigned char type,
	const unsigned char **list, size_t *count)
{
	size_t start = pages_start(number), head = type == PAGES_INTERIOR ? 12 : 8;

	*list = page + start + head;
	*count = pages_u16(page + start + 3);
	return page[start] == type && start + head + 2 * *count <= pages->usable;
}

/* How many of the PAYLOAD bytes of a record are in the page itself. */
static size_t pages_local(const struct pages *pages, size_t payload)
{
	size_t most = pages->usable - 35, least = (pages->usable - 12) * 32 / 255 - 23, local;

	if (payload <= most)
		return payload;
	local = least + (payload - least) % (pages->usable - 4);
	return local <= most ? local : least;
}

/* Appends REST bytes of payload from the chain of overflow pages that begins at page NEXT. */
static bool pages_follow(struct pages *pages, uint32_t next, size_t rest)
{
	while (rest) {
		size_t part = rest < pages->usable - 4 ? rest : pages->usable - 4;

		if (!pages_is_number(pages, next) || pages_take(pages, next) ||
			!pages_read(pages, next, pages->overflow))
			return false;
		strbuf_add(&pages->payload, pages->overflow + 4, part);
		rest -= part;
		next = pages_u32(pages->overflow);
	}
	return true;
}

/* Reads an integer of BYTES bytes. */
static int64_t pages_integer(const unsigned char *at, size_t bytes)
{
	uint64_t number = bytes && at[0] & 0x80 ? UINT64_MAX : 0;

	for (size_t i = 0; i < bytes; i++)
		number = number << 8 | at[i];
	return (int64_t)number;
}

/* Reads a value of serial type CODE at *BODY, before END; *BODY moves past it. */
static bool pages_value(uint64_t code, const unsigned char **body, const unsigned char *end, struct pages_value *value)
{
	static const unsigned char widths[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
	size_t len;

	memset(value, 0, sizeof(*value));
	if (code == 10 || code == 11)
		return false;
	if (code >= 12 && (code - 12) / 2 > PAGES_RECORD_BYTES_MOST)
		return false;
	len = code >= 12 ? (size_t)(code - 12) / 2 : widths[code];
	if (len > (size_t)(end - *body))
		return false;
	if (code >= 12) {
		value->type = code % 2 ? PAGES_TEXT : PAGES_OTHER;
		value->bytes = (const char *)*body;
		value->len = len;
	} else if (code == 7) {
		value->type = PAGES_OTHER; /* a floating-point number */
	} else if (code) {
		value->type = PAGES_INTEGER;
		value->number = code == 9 ? 1 : pages_integer(*body, len);
	}
	*body += len;
	return true;
}

/* Reads a record of LEN bytes. */
static bool pages_parse(const unsigned char *bytes, size_t len, struct pages_record *record)
{
	const unsigned char *head = bytes, *body, *end = bytes + len;
	uint64_t head_bytes, code;

	record->count = 0;
	if (!pages_varint(&head, end, &head_bytes) || head_bytes > len || head_bytes < (size_t)(head - bytes))
		return false;
	body = bytes + head_bytes;
	while (head < bytes + head_bytes) {
		if (record->count == PAGES_COLUMNS_MOST || !pages_varint(&head, bytes + head_bytes, &code) ||
			!pages_value(code, &body, end, &record->values[record->count]))
			return false;
		record->count++;
	}
	return true;
}

/* Reads the record in the cell that begins at byte AT of a leaf. */
static bool pages_cell(struct pages *pages, const unsigned char *page, size_t at, struct pages_record *record)
{
	const unsigned char *cell = page + at, *end = page + pages->usable;
	uint64_t payload, key;
	size_t local;

	if (at >= pages->usable || !pages_varint(&cell, end, &payload) || payload > PAGES_RECORD_BYTES_MOST ||
		!pages_varint(&cell, end, &key))
		return false;
	record->key = (int64_t)key;
	local = pages_local(pages, (size_t)payload);
	if (local == payload)
		return local <= (size_t)(end - cell) && pages_parse(cell, local, record);
	if (local + 4 > (size_t)(end - cell))
		return false;
	strbuf_reset(&pages->payload);
	strbuf_add(&pages->payload, cell, local);
	return pages_follow(pages, pages_u32(cell + local), (size_t)payload - local) &&
	       pages_parse((const unsigned char *)pages->payload.text, (size_t)payload, record);
}

static void pages_leaf(
	struct pages *pages, const unsigned char *page, uint32_t number, pages_visit *visit, void *context)
{
	struct pages_record record;
	const unsigned char *list;
	size_t count;

	if (!pages_cells(pages, page, number, PAGES_LEAF, &list, &count)) {
		pages->faults++;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		if (pages_cell(pages, page, pages_u16(list + 2 * i), &record))
			visit(context, &record);
		else
			pages->faults++;
	}
}

/* Pushes the children of an interior page on the stack PENDING, the first one last. */
static void pages_children(struct pages *pages, const unsigned char *page, uint32_t number, struct vec *pending)
{
	const unsigned char *list;
	size_t count;

	if (!pages_cells(pages, page, number, PAGES_INTERIOR, &list, &count)) {
		pages->faults++;
		return;
	}
	vec_add(pending, uint32_t) = pages_u32(page + pages_start(number) + 8);
	while (count--) {
		size_t at = pages_u16(list + 2 * count);

		if (at + 4 <= pages->usable)
			vec_add(pending, uint32_t) = pages_u32(page + at);
		else
			pages->faults++;
	}
}

void pages_table(struct pages *pages, uint32_t root, pages_visit *visit, void *context)
{
	struct vec pending = VEC_INIT(uint32_t);

	vec_add(&pending, uint32_t) = root;
	while (pending.count) {
		uint32_t number = vec_end(&pending, uint32_t);

		vec_remove(&pending, pending.count - 1);
		if (!pages_is_number(pages, number) || pages_take(pages, number) ||
			!pages_read(pages, number, pages->page)) {
			pages->faults++;
			continue;
		}
		if (pages->page[pages_start(number)] == PAGES_INTERIOR)
			pages_children(pages, pages->page, number, &pending);
		else if (pages->page[pages_start(number)] == PAGES_LEAF)
			pages_leaf(pages, pages->page, number, visit, context);
		else
			pages->faults++;
	}
	vec_release(&pending);
}

/* Marks as read the pages that the header lists as free: their records were removed. */
static void pages_take_free(struct pages *pages)
{
	uint32_t trunk = pages_header(pages, 32);

	while (pages_is_number(pages, trunk) && !pages_take(pages, trunk) && pages_read(pages, trunk, pages->page)) {
		uint32_t count = pages_u32(pages->page + 4);

		for (uint32_t i = 0; i < count && 8 + 4 * (size_t)i + 4 <= pages->usable; i++) {
			uint32_t number = pages_u32(pages->page + 8 + 4 * (size_t)i);

			if (pages_is_number(pages, number))
				pages_take(pages, number);
		}
		trunk = pages_u32(pages->page);
	}
}

void pages_rest(struct pages *pages, pages_visit *visit, void *context)
{
	pages_take_free(pages);
	for (uint32_t number = 2; number <= pages->count; number++) {
		bool taken = pages->seen[number / 8] & 1 << number % 8;

		if (taken || !pages_read(pages, number, pages->page) || pages->page[0] != PAGES_LEAF)
			continue;
		pages_take(pages, number);
		pages_leaf(pages, pages->page, number, visit, context);
	}
}

/* Sets the size of pages, of which the last RESERVED bytes are not used. */
static void pages_resize(struct pages *pages, uint32_t bytes, uint32_t reserved)
{
	pages->bytes = bytes;
	pages->usable = bytes - reserved;
	pages->count = (uint32_t)((pages->size + bytes - 1) / bytes);
}

/* How many records the leaves of tables have at the current page size. Wrong sizes give few or none, because records
 * are at the end of their page. */
static uint64_t pages_fit(struct pages *pages)
{
	const unsigned char *list;
	uint64_t records = 0;

	for (uint32_t number = 1; number <= pages->count; number++) {
		size_t start = pages_start(number), count = 0, content;
		bool fits = pages_read(pages, number, pages->page) &&
			    pages_cells(pages, pages->page, number, PAGES_LEAF, &list, &count);

		content = pages_u16(pages->page + start + 5);
		fits = fits && count && content <= pages->usable && content >= start + 8 + 2 * count;
		for (size_t i = 0; i < count && fits; i++)
			fits = pages_u16(list + 2 * i) >= content && pages_u16(list + 2 * i) < pages->usable;
		records += fits ? count : 0;
	}
	return records;
}

/* How far records reach into their pages, counting only those that fit into one page. */
static size_t pages_reach(struct pages *pages)
{
	const unsigned char *list;
	size_t count, reach = 0;

	for (uint32_t number = 1; number <= pages->count; number++) {
		if (!pages_read(pages, number, pages->page) ||
			!pages_cells(pages, pages->page, number, PAGES_LEAF, &list, &count))
			continue;
		for (size_t i = 0; i < count; i++) {
			size_t at = pages_u16(list + 2 * i);
			const unsigned char *cell = pages->page + at, *end = pages->page + pages->bytes;
			uint64_t payload, key;

			if (at < pages->bytes && pages_varint(&cell, end, &payload) && pages_varint(&cell, end, &key) &&
				payload < pages->bytes / 2 && payload <= (size_t)(end - cell) &&
				(size_t)(cell - pages->page) + payload > reach)
				reach = (size_t)(cell - pages->page) + (size_t)payload;
		}
	}
	return reach;
}

/* Sets the page size from the header, or without a header to the size that gives the most records. */
static void pages_measure(struct pages *pages)
{
	uint32_t bytes = pages_u16(pages->header + 16), reserved = pages->header[20], best = 4096;
	uint64_t most = 0;

	if (bytes == 1)
		bytes = PAGES_BYTES_MOST;
	pages->headed = !memcmp(pages->header, "SQLite format 3", 16) && bytes >= PAGES_BYTES_LEAST &&
			!(bytes & (bytes - 1)) && bytes - reserved >= 480;
	if (pages->headed) {
		pages_resize(pages, bytes, reserved);
		return;
	}
	for (bytes = PAGES_BYTES_LEAST; bytes <= PAGES_BYTES_MOST; bytes *= 2) {
		uint64_t fit;

		pages_resize(pages, bytes, 0);
		fit = pages_fit(pages);
		if (fit > most) {
			most = fit;
			best = bytes;
		}
	}
	pages_resize(pages, best, 0);
	reserved = best - (uint32_t)pages_reach(pages); /* the first record of a page is at its end */
	if (reserved <= UINT8_MAX)
		pages_resize(pages, best, reserved);
}

int pages_open(const char *path, const char *shown, struct pages **out, struct error *err)
{
	struct flock lock = {
		.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = PAGES_LOCK_FIRST, .l_len = PAGES_LOCK_BYTES};
	struct pages *pages = mem_zalloc(sizeof(*pages));
	struct stat found;

	strbuf_init(&pages->payload);
	pages->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (pages->fd < 0 || fstat(pages->fd, &found)) {
		int failed = error_set(err, ERROR_SYSTEM, "%s: %s", shown, strerror(errno));

		pages_free(pages);
		return failed;
	}
	if (!S_ISREG(found.st_mode) || found.st_size > PAGES_FILE_BYTES_MOST) {
		pages_free(pages);
		return error_set(err, ERROR_SYSTEM, _("%s: not a file that could hold a board"), shown);
	}
	fcntl(pages->fd, F_SETLK, &lock); /* without the lock, read the file anyway */
	pages->size = found.st_size;
	pages->page = mem_zalloc(PAGES_BYTES_MOST);
	pages->overflow = mem_zalloc(PAGES_BYTES_MOST);
	pages->bytes = PAGES_HEADER_BYTES;
	pages_read(pages, 1, pages->header);
	pages_measure(pages);
	pages->seen = mem_zalloc(pages->count / 8 + 1);
	*out = pages;
	return 0;
}

void pages_free(struct pages *pages)
{
	if (!pages)
		return;
	if (pages->fd >= 0)
		close(pages->fd);
	free(pages->seen);
	free(pages->page);
	free(pages->overflow);
	strbuf_release(&pages->payload);
	free(pages);
}

uint32_t pages_header(const struct pages *pages, size_t at)
{
	return pages->headed ? pages_u32(pages->header + at) : 0;
}

size_t pages_faults(const struct pages *pages)
{
	return pages->faults;
}
