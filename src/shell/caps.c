#include "shell/caps.h"

/* This many capital letters in a row are not an abbreviation. */
#define CAPS_RUN 4

bool caps_small(struct key key, struct key *small)
{
	if (key.code < 'A' || key.code > 'Z' || key.ctrl || key.alt)
		return false;
	*small = key;
	small->code += 'a' - 'A';
	return true;
}

static bool caps_is_small(struct key key)
{
	return key.code >= 'a' && key.code <= 'z' && !key.ctrl && !key.alt;
}

void caps_type(struct caps *caps, struct key key)
{
	struct key small;

	if (caps_small(key, &small))
		caps->run++;
	else if (caps_is_small(key))
		*caps = (struct caps){0};
	else if (key.code != ' ')
		caps->run = 0;
	if (caps->run >= CAPS_RUN)
		caps->on = true;
}

void caps_doubt(struct caps *caps)
{
	caps->on = true;
	caps->asked = 0;
}

bool caps_holds(struct caps *caps, struct key key)
{
	struct key small;

	if (caps_is_small(key))
		*caps = (struct caps){0};
	if (!caps->on || !caps_small(key, &small))
		return false;
	if (caps->asked == key.code) {
		*caps = (struct caps){0};
		return false;
	}
	caps->asked = key.code;
	return true;
}
