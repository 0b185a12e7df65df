/* sub_verify: checks that a board's file is intact. */
#include <stdbool.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "format/quoted.h"
#include "store/store.h"

/* Problems being printed. */
struct sub_verify {
	bool json;
	bool any; /* has anything been printed? */
};

static void sub_verify_tell(void *context, const char *about, const char *said)
{
	struct sub_verify *verify = context;
	struct strbuf string = STRBUF_INIT;

	if (verify->json) {
		quoted_text(&string, said);
		printf("%s  {\"about\": \"%s\", \"finding\": %s}", verify->any ? ",\n" : "[\n", about, string.text);
	} else {
		output_text(stdout, said, strlen(said));
		fputc('\n', stdout);
	}
	verify->any = true;
	strbuf_release(&string);
}

static int sub_verify_run(const struct request *request, struct error *err)
{
	struct sub_verify verify = {.any = false};
	struct strbuf path = STRBUF_INIT;
	size_t format;
	int failed = request_choice(request, "format", &format, err);

	verify.json = format;
	if (!failed)
		failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed)
		failed = store_inspect(path.text, sub_verify_tell, &verify, err);
	if (verify.json && failed >= 0)
		fputs(verify.any ? "\n]\n" : "[]\n", stdout);
	strbuf_release(&path);
	return failed > 0 ? -ERROR_REFUSED : failed;
}

const struct subcommand sub_verify = {
	.name = "verify",
	.operands = "BOARD",
	.sentence = N_("check that the file is sound and its log agrees with its tables; "
		       "exit status 1 when something is wrong"),
	.least = 1,
	.most = 1,
	.options =
		{
			{'f', "format", "text|json", N_("output format (default: text)")},
		},
	.run = sub_verify_run,
};
