/*
 * action_text: an action as a sentence for people: "adds event “Order placed”".
 */
#ifndef SESSION_ACTION_TEXT_H
#define SESSION_ACTION_TEXT_H

#include "model/board.h"
#include "model/action.h"

/* The change that an action is about before all others; NULL when it has none that is worth a
 * word. */
const struct change *action_text_main(const struct action *action);

/* Appends what ACTION did, which has been done on BOARD; without who did it. One clean line. */
void action_text_format(const struct board *board, const struct action *action, struct strbuf *out);

/* The same, of ACTION as if it were done for the first time. */
void action_text_deed(const struct board *board, const struct action *action, struct strbuf *out);

#endif
