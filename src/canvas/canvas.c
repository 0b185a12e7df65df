#include "canvas/canvas.h"

#include <stdlib.h>

void canvas_clear_clipboard(struct vec *clipboard)
{
	for (size_t i = 0; i < clipboard->count; i++)
		free(vec_get(clipboard, struct copied, i).text);
	vec_reset(clipboard);
}

void canvas_init(struct canvas *canvas, const char *file)
{
	*canvas = (struct canvas){.file = file, .before = {1, 1}};
	boardview_init(&canvas->view);
	vec_init(&canvas->carried, sizeof(int64_t));
	landing_init(&canvas->landing);
	vec_init(&canvas->clipboard, sizeof(struct copied));
	strbuf_init(&canvas->outside.text);
	vec_init(&canvas->people, sizeof(struct scene_person));
	attention_init(&canvas->attention);
}

void canvas_release(struct canvas *canvas)
{
	canvas_clear_clipboard(&canvas->clipboard);
	vec_release(&canvas->clipboard);
	strbuf_release(&canvas->outside.text);
	vec_release(&canvas->people);
	attention_release(&canvas->attention);
	boardview_release(&canvas->view);
	vec_release(&canvas->carried);
	landing_release(&canvas->landing);
	minimap_release(&canvas->minimap);
}

struct canvas *canvas_of(const struct shell *shell)
{
	return shell_home_state(shell);
}

const struct sticky *canvas_sticky(const struct shell *shell)
{
	const struct boardview *view = &canvas_of(shell)->view;
	const struct sticky *sticky = board_at(shell_board(shell), view->cursor);

	return sticky && !(view->hidden & KIND_BIT(sticky->kind)) ? sticky : NULL;
}
