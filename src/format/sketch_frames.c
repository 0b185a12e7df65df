#include "format/sketch_frames.h"

#include "base/map.h"

/* How many of the newest frames are looked at: a sticky joins one of its own context among them. What is drawn in time
 * leaves older ones behind. */
#define SKETCH_FRAMES_NEAR 32

/* The largest frame in slots, so that looking for others in it does not take for ever. */
#define SKETCH_FRAMES_SLOTS_MOST 4096

static int32_t sketch_frames_less(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

static int32_t sketch_frames_more(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static bool sketch_frames_meet(const struct place_rect *a, const struct place_rect *b)
{
	return a->first.column <= b->last.column && b->first.column <= a->last.column && a->first.row <= b->last.row &&
	       b->first.row <= a->last.row;
}

/* Has SLOTS a sticky that is not in CONTEXT, or too many slots to say? */
static bool sketch_frames_is_shared(const struct board *board, const struct place_rect *slots, int64_t context)
{
	int64_t columns = (int64_t)slots->last.column - slots->first.column + 1;
	int64_t rows = (int64_t)slots->last.row - slots->first.row + 1;

	if (columns > SKETCH_FRAMES_SLOTS_MOST || rows > SKETCH_FRAMES_SLOTS_MOST ||
		columns * rows > SKETCH_FRAMES_SLOTS_MOST)
		return true;
	for (int32_t column = slots->first.column; column <= slots->last.column; column++)
		for (int32_t row = slots->first.row; row <= slots->last.row; row++) {
			const struct sticky *sticky = board_at(board, (struct place){column, row});

			if (sticky && sticky->context != context)
				return true;
		}
	return false;
}

/* Does SLOTS overlap one of the newest frames but the one at SELF? */
static bool sketch_frames_collide(const struct vec *frames, size_t self, const struct place_rect *slots)
{
	size_t first = frames->count > SKETCH_FRAMES_NEAR ? frames->count - SKETCH_FRAMES_NEAR : 0;

	for (size_t i = first; i < frames->count; i++)
		if (i != self && sketch_frames_meet(&vec_get(frames, struct sketch_frame, i).slots, slots))
			return true;
	return false;
}

/* Finds a frame of STICKY's context that can take it in, and lets it; SIZE_MAX if there is none. */
static size_t sketch_frames_join(const struct board *board, struct vec *frames, const struct sticky *sticky)
{
	size_t first = frames->count > SKETCH_FRAMES_NEAR ? frames->count - SKETCH_FRAMES_NEAR : 0;

	for (size_t i = frames->count; i-- > first;) {
		struct sketch_frame *frame = vec_at(frames, i);
		struct place_rect slots = frame->slots;

		if (frame->context->id != sticky->context)
			continue;
		slots.first.row = sketch_frames_less(slots.first.row, sticky->place.row);
		slots.last.row = sketch_frames_more(slots.last.row, sticky->place.row);
		slots.last.column = sketch_frames_more(slots.last.column, sticky->place.column);
		if (sketch_frames_collide(frames, i, &slots) || sketch_frames_is_shared(board, &slots, sticky->context))
			continue;
		frame->slots = slots;
		return i;
	}
	return SIZE_MAX;
}

void sketch_frames(const struct board *board, const struct vec *stickies, struct vec *frames, struct vec *of)
{
	struct map counts = MAP_INIT; /* id of a context -> how many frames it has */

	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);
		size_t at = sticky->context ? sketch_frames_join(board, frames, sticky) : SIZE_MAX;
		size_t part;

		if (at == SIZE_MAX && sticky->context) {
			at = frames->count;
			part = (size_t)(uintptr_t)map_get(&counts, (uint64_t)sticky->context) + 1;
			map_set(&counts, (uint64_t)sticky->context, (void *)(uintptr_t)part);
			vec_add(frames, struct sketch_frame) = (struct sketch_frame){
				board_context(board, sticky->context), {sticky->place, sticky->place}, part};
		}
		vec_add(of, size_t) = at;
	}
	map_release(&counts);
}
