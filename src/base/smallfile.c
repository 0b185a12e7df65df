#include "base/smallfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"

/* Reads to the end, or until it has more than MOST bytes. */
static int smallfile_fill(int fd, size_t most, struct strbuf *out, struct error *err)
{
	size_t start = out->len;
	char bytes[4096];
	ssize_t got;

	while ((got = read(fd, bytes, sizeof(bytes))) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_set(err, ERROR_SYSTEM, "%s", strerror(errno));
		if (out->len - start + (size_t)got > most)
			return error_set(err, ERROR_SYSTEM, _("this file is larger than %zu bytes"), most);
		strbuf_add(out, bytes, (size_t)got);
	}
	return 1;
}

int smallfile_read(const char *path, size_t most, struct strbuf *out, struct error *err)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC), result;
	size_t start = out->len;
	struct stat status;

	if (fd < 0 && (errno == ENOENT || errno == ENOTDIR))
		return 0;
	if (fd < 0 || fstat(fd, &status))
		result = error_set(err, ERROR_SYSTEM, "%s", strerror(errno));
	else if (!S_ISREG(status.st_mode))
		result = error_set(err, ERROR_SYSTEM, "%s", _("not a file"));
	else
		result = smallfile_fill(fd, most, out, err);
	if (fd >= 0)
		close(fd);
	if (result < 0)
		strbuf_truncate(out, start);
	return result;
}

bool smallfile_line(struct strbuf *text, size_t *at, char **line, size_t *len)
{
	char *end;

	if (*at >= text->len)
		return false;
	*line = text->text + *at;
	end = memchr(*line, '\n', text->len - *at);
	*len = end ? (size_t)(end - *line) : text->len - *at;
	(*line)[*len] = '\0';
	*at += *len + 1;
	return true;
}
