#include "model/parking.h"

#include <strings.h>

#include "base/mem.h"

/* “Parking lot” in all languages, in lower case. */
static const char *const parking_names[] = {"parking lot", "주차장", "보류"};

bool parking_is_lot(const struct lane *lane)
{
	for (size_t i = 0; lane->name && i < ARRAY_SIZE(parking_names); i++)
		if (!strcasecmp(lane->name, parking_names[i]))
			return true;
	return false;
}

int32_t parking_row(const struct board *board)
{
	const struct lane *lane;
	int64_t row = 0;

	for (size_t at = 0; (lane = board_next(board, ENTITY_LANE, &at));)
		if (parking_is_lot(lane) && (!row || lane->row < row))
			row = lane->row;
	return (int32_t)row;
}

bool parking_holds(const struct board *board, const struct sticky *sticky)
{
	const struct lane *lane = board_lane_at(board, sticky->place.row);

	return lane && parking_is_lot(lane);
}

bool parking_is_used(const struct board *board)
{
	const struct sticky *sticky;

	if (!parking_row(board))
		return false;
	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		if (parking_holds(board, sticky))
			return true;
	return false;
}
