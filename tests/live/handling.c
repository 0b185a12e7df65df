#include "live/handling.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session/session.h"

static _Noreturn void handling_give_up(const char *what, const char *why)
{
	dprintf(STDERR_FILENO, "# process %ld: %s: %s\n", (long)getpid(), what, why);
	_exit(3);
}

static void handling_say(struct handling_ends ends, int seat, int number)
{
	struct handling_word word = {seat, number};

	if (write(ends.words, &word, sizeof(word)) != sizeof(word))
		handling_give_up("the pipe", strerror(errno));
}

static bool handling_permitted(struct handling_ends ends)
{
	char byte;

	return read(ends.permits, &byte, 1) == 1;
}

/* Notes in a file of its own where SEAT knows the board to be. */
static void handling_note(int seat, const char *path)
{
	char name[32];
	FILE *out;

	snprintf(name, sizeof(name), "where.%d", seat);
	out = fopen(name, "a");
	if (!out || fprintf(out, "%s\n", path) < 0 || fclose(out))
		handling_give_up(name, strerror(errno));
}

/* The file is away: the board is saved, by the function behind :write or that for whoever leaves. */
static void handling_save(struct session *session, int seat)
{
	const struct whereabouts *where = session_whereabouts(session);
	struct strbuf file = STRBUF_INIT, note = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!whereabouts_is_lost(where)) {
		strbuf_release(&file);
		return;
	}
	if (seat % 2) {
		strbuf_addf(&file, "written.%d.evs", seat);
		if (session_write(session, file.text, &note, &err))
			handling_give_up("writing", err.text);
		handling_note(seat, file.text);
	} else {
		if (session_rescue(session, &file, &err))
			handling_give_up("keeping", err.text);
		handling_note(seat, file.text);
	}
	strbuf_release(&file);
	strbuf_release(&note);
}

static bool handling_act(struct session *session, int seat, int number, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	char line[64];
	struct words words;
	int failed;

	snprintf(line, sizeof(line), "add event w%d-%d", seat, number);
	words_from_line(&words, line);
	failed = session_run(session, &words, 1, NULL, &report, err);
	session_report_release(&report);
	return !failed;
}

_Noreturn void handling_work(struct handling_ends ends, int seat, const char *path, int need_not)
{
	struct session *session = NULL;
	struct error err = ERROR_INIT;
	char name[16];
	int number = 1, most_ms;

	snprintf(name, sizeof(name), "w%d", seat);
	if (session_open(path, STORE_WRITE, name, &session, &err)) {
		handling_say(ends, seat, 0);
		_exit(need_not ? 0 : 3);
	}
	session_watch(session, &most_ms);
	handling_say(ends, seat, -1);
	for (; handling_permitted(ends); number++) {
		if (!handling_act(session, seat, number, &err)) {
			handling_say(ends, seat, 0);
			break;
		}
		handling_say(ends, seat, number);
		if (session_is_touched(session))
			session_look(session);
	}
	session_look(session);
	handling_save(session, seat);
	session_close(session);
	_exit(0);
}

/* Does what “evstorm do -” has said it did, and where it left the board if it had to. */
static _Noreturn void handling_end_feeding(int seat, FILE *says, pid_t pid)
{
	char line[1024] = "", *kept;
	int status;

	while (fgets(line, sizeof(line), says))
		if ((kept = strstr(line, "kept in "))) {
			kept[strcspn(kept, "\n")] = '\0';
			handling_note(seat, kept + strlen("kept in "));
		}
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || (WEXITSTATUS(status) && WEXITSTATUS(status) != 3))
		handling_give_up("evstorm do", line);
	_exit(0);
}

_Noreturn void handling_feed(struct handling_ends ends, int seat)
{
	int in[2], out[2], err[2];
	char line[64];
	FILE *answers, *says;
	pid_t pid;

	signal(SIGPIPE, SIG_IGN);
	if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC) || (pid = fork()) < 0)
		handling_give_up("a process", strerror(errno));
	if (!pid) {
		if (dup2(in[0], 0) < 0 || dup2(out[1], 1) < 0 || dup2(err[1], 2) < 0)
			_exit(99);
		execlp("evstorm", "evstorm", "do", "b.evs", "--as", "w2", "-", (char *)NULL);
		_exit(99);
	}
	close(in[0]);
	close(out[1]);
	close(err[1]);
	answers = fdopen(out[0], "r");
	says = fdopen(err[0], "r");
	handling_say(ends, seat, -1);
	for (int number = 1; handling_permitted(ends); number++) {
		dprintf(in[1], "add event w%d-%d\n", seat, number);
		if (!fgets(line, sizeof(line), answers)) {
			handling_say(ends, seat, 0);
			break;
		}
		handling_say(ends, seat, number);
	}
	close(in[1]);
	handling_end_feeding(seat, says, pid);
}
