#include "cli/lastlook.h"

#include "base/i18n.h"
#include "text/clean.h"

int lastlook_end(struct session *session, int failed, struct error *err)
{
	struct strbuf sentence = STRBUF_INIT, file = STRBUF_INIT, shown = STRBUF_INIT;

	session_look(session);
	if (!whereabouts_is_lost(session_whereabouts(session)))
		return failed;
	if (failed)
		strbuf_addstr(&sentence, err->text);
	else
		whereabouts_say(session_whereabouts(session), &sentence);
	failed = session_rescue(session, &file, err);
	clean_for_display(&shown, file.text, file.len);
	failed = failed ? error_prefix(err, ERROR_SYSTEM, "%s", sentence.text)
			: error_set(err, ERROR_SYSTEM, _("%s; what was done is kept in %s"), sentence.text, shown.text);
	strbuf_release(&sentence);
	strbuf_release(&file);
	strbuf_release(&shown);
	return failed;
}
