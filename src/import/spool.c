#include "import/spool.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "text/clean.h"

/* NAME is safe to print. */
static int spool_copy(FILE *in, const char *name, FILE *out, struct error *err)
{
	char bytes[65536];
	size_t count, left = (size_t)SPOOL_MIB_MOST << 20;

	while ((count = fread(bytes, 1, sizeof(bytes), in)) > 0 && count <= left) {
		left -= count;
		if (fwrite(bytes, 1, count, out) != count)
			return error_set(err, ERROR_SYSTEM, _("a temporary file: %s"), strerror(errno));
	}
	if (ferror(in))
		return error_set(err, ERROR_SYSTEM, "%s: %s", name, strerror(errno));
	if (count)
		return error_set(
			err, ERROR_REFUSED, _("%s: more than %d MiB; save it as a file first"), name, SPOOL_MIB_MOST);
	if (fflush(out))
		return error_set(err, ERROR_SYSTEM, _("a temporary file: %s"), strerror(errno));
	rewind(out);
	return 0;
}

static int spool_read(FILE *in, const char *name, FILE **spool, struct error *err)
{
	FILE *out = tmpfile();
	int failed;

	if (!out)
		return error_set(err, ERROR_SYSTEM, _("a temporary file: %s"), strerror(errno));
	failed = spool_copy(in, name, out, err);
	if (failed)
		fclose(out);
	else
		*spool = out;
	return failed;
}

static int spool_read_path(const char *path, FILE **spool, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	FILE *in = fopen(path, "re");
	int failed = 0;

	clean_for_display(&name, path, strlen(path));
	if (in) {
		failed = spool_read(in, name.text, spool, err);
		fclose(in);
	}
	strbuf_release(&name);
	return failed;
}

int spool_open(const char *path, FILE **spool, struct error *err)
{
	struct stat status;
	bool input = !strcmp(path, "-");

	*spool = NULL;
	if ((input ? fstat(fileno(stdin), &status) : stat(path, &status)) || S_ISREG(status.st_mode) ||
		S_ISDIR(status.st_mode))
		return 0;
	return input ? spool_read(stdin, _("standard input"), spool, err) : spool_read_path(path, spool, err);
}
