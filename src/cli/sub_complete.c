/* sub_complete: what shells run to complete a word of a command line. */
#include <string.h>

#include "base/i18n.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "cli/suggest.h"

static int sub_complete_run(const struct request *request, struct error *err)
{
	struct suggestions suggestions;
	size_t count;
	const struct subcommand *const *rows = subcommand_list(&count);

	(void)err;
	suggest_init(&suggestions);
	if (request_count(request))
		suggest_words(rows, count, request_operands(request, 0), &suggestions);
	for (size_t i = 0; i < suggestions.list.count; i++) {
		const struct suggestion *suggestion = vec_at(&suggestions.list, i);

		output_text(stdout, suggestion->word, strlen(suggestion->word));
		if (suggestion->sentence) {
			putchar('\t');
			output_text(stdout, suggestion->sentence, strlen(suggestion->sentence));
		}
		putchar('\n');
	}
	if (suggestions.files)
		puts("/");
	suggest_release(&suggestions);
	return 0;
}

const struct subcommand sub_complete = {
	.name = "complete",
	.rest = "[--] [WORD ...]",
	.sentence = N_("what shells run to complete the last WORD"),
	.most = SUBCOMMAND_MANY,
	.machine = true,
	.run = sub_complete_run,
};
