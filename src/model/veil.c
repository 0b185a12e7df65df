#include "model/veil.h"

#include <inttypes.h>

#include "base/i18n.h"

struct veil veil_for(const struct board *board, int64_t person)
{
	const struct board_facts *facts = board_facts(board);

	return (struct veil){facts->silent, person, facts->votes_hidden};
}

bool veil_hides(const struct veil *veil, const struct sticky *sticky)
{
	return veil->silent && sticky->id >= veil->silent && (!sticky->author || sticky->author != veil->person);
}

int veil_guard(const struct veil *veil, const struct sticky *sticky, struct error *err)
{
	if (!veil_hides(veil, sticky))
		return 0;
	return error_set(err, ERROR_REFUSED, _("sticky %" PRId64 " belongs to its author until the silent round ends"),
		sticky->id);
}

const char *veil_text(const struct veil *veil, const struct sticky *sticky)
{
	if (veil_hides(veil, sticky))
		return "…";
	return sticky->text ? sticky->text : "";
}

int64_t veil_dots(const struct veil *veil, const struct sticky *sticky)
{
	const struct vote *own;

	if (!veil->hides_dots)
		return board_dots(sticky);
	own = veil->person ? board_vote(sticky, veil->person) : NULL;
	return own ? own->dots : 0;
}
