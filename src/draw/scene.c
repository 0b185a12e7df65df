#include "draw/scene.h"

void scene_init(struct scene *scene)
{
	*scene = (struct scene){.caret_x = -1, .caret_y = -1};
	vec_init(&scene->marks, sizeof(struct mark));
	strbuf_init(&scene->pool);
}

void scene_release(struct scene *scene)
{
	vec_release(&scene->marks);
	strbuf_release(&scene->pool);
}

void scene_reset(struct scene *scene, int width, int height)
{
	vec_reset(&scene->marks);
	strbuf_reset(&scene->pool);
	scene->width = width;
	scene->height = height;
	scene->caret_x = scene->caret_y = -1;
}

static struct mark *scene_add(
	struct scene *scene, enum mark_type type, int x, int y, int width, int height, enum style style)
{
	struct mark *mark = vec_push(&scene->marks);

	mark->type = type;
	mark->style = style;
	mark->x = x;
	mark->y = y;
	mark->width = width;
	mark->height = height;
	return mark;
}

void scene_fill(struct scene *scene, int x, int y, int width, int height, enum style style)
{
	scene_add(scene, MARK_FILL, x, y, width, height, style);
}

void scene_text(struct scene *scene, int x, int y, int width, const char *text, size_t len, enum style style)
{
	struct mark *mark = scene_add(scene, MARK_TEXT, x, y, width, 1, style);

	mark->text = scene->pool.len;
	mark->len = len;
	strbuf_add(&scene->pool, text, len);
}

void scene_frame(struct scene *scene, int x, int y, int width, int height, enum frame frame, enum style style)
{
	scene_add(scene, MARK_FRAME, x, y, width, height, style)->frame = frame;
}
