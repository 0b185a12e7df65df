#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "text/clean.h"

static int output_fail(const char *path, struct error *err)
{
	return error_set(err, ERROR_SYSTEM, "%s: %s", path, strerror(errno));
}

/* Opens a temporary file beside the target; OLD is the existing file, or NULL. */
static int output_open_temporary(struct output *output, const struct stat *old, struct error *err)
{
	char *real = old ? realpath(output->path.text, NULL) : NULL;
	int fd;

	strbuf_addstr(&output->target, real ? real : output->path.text);
	free(real);
	strbuf_addf(&output->temporary, "%s.%ld", output->target.text, (long)getpid());
	unlink(output->temporary.text); /* left behind by a killed process with the same id */
	fd = open(output->temporary.text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (fd < 0)
		return output_fail(output->path.text, err);
	if ((old && fchmod(fd, old->st_mode & 0777)) || !(output->file = fdopen(fd, "w"))) {
		int failed = output_fail(output->path.text, err);

		close(fd);
		unlink(output->temporary.text);
		return failed;
	}
	return 0;
}

static void output_release(struct output *output)
{
	strbuf_release(&output->path);
	strbuf_release(&output->target);
	strbuf_release(&output->temporary);
}

int output_open(struct output *output, const char *path, struct error *err)
{
	struct stat old;
	bool there;
	int failed = 0;

	*output = (struct output){stdout, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
	if (!path)
		return 0;
	strbuf_addstr(&output->path, path);
	there = !stat(path, &old);
	if (!there || S_ISREG(old.st_mode)) {
		failed = access(path, W_OK) && there ? output_fail(path, err)
						     : output_open_temporary(output, there ? &old : NULL, err);
	} else {
		output->file = fopen(path, "we");
		if (!output->file)
			failed = output_fail(path, err);
	}
	if (failed)
		output_release(output);
	return failed;
}

/* Puts the written file on disk and in its place. */
static int output_keep(struct output *output, struct error *err)
{
	bool replaces = output->temporary.len;
	bool lost = fflush(output->file) || ferror(output->file);

	if (!lost && replaces)
		lost = fsync(fileno(output->file)) || rename(output->temporary.text, output->target.text);
	return lost ? output_fail(output->path.text, err) : 0;
}

bool output_is_folder(const char *path)
{
	size_t len = path ? strlen(path) : 0;
	struct stat there;

	return len && (path[len - 1] == '/' || (!stat(path, &there) && S_ISDIR(there.st_mode)));
}

int output_close(struct output *output, int failed, struct error *err)
{
	if (output->file == stdout)
		return failed ? failed : output_check(err);
	if (!failed)
		failed = output_keep(output, err);
	fclose(output->file);
	if (failed && output->temporary.len)
		unlink(output->temporary.text);
	output_release(output);
	return failed;
}

int output_check(struct error *err)
{
	errno = 0;
	if (!fflush(stdout) && !ferror(stdout))
		return 0;
	/* The reason for an earlier failure is no longer known. */
	return error_set(err, ERROR_SYSTEM, _("standard output: %s"),
		errno ? strerror(errno) : _("not everything could be written"));
}

void output_text(FILE *out, const char *text, size_t n)
{
	struct strbuf clean = STRBUF_INIT;

	clean_for_display(&clean, text, n);
	fputs(clean.text, out);
	strbuf_release(&clean);
}
