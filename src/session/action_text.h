/*
 * action_text: describes an action to people: "adds event “Order placed”".
 */
#ifndef SESSION_ACTION_TEXT_H
#define SESSION_ACTION_TEXT_H

#include "model/board.h"
#include "model/action.h"

/* The most important change of an action; NULL if none is worth mentioning. */
const struct change *action_text_main(const struct action *action);

/* Appends what ACTION, already applied to BOARD, did, but not who did it. One clean line. */
void action_text_format(const struct board *board, const struct action *action, struct strbuf *out);

/* The same, but describes an undo or redo like any other action. */
void action_text_deed(const struct board *board, const struct action *action, struct strbuf *out);

#endif
