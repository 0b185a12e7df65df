/*
 * catalogue_steps: a flow of a catalogue: who sends what to whom, as steps from one to the next. Somebody who receives
 * something several times is a step each time, so that nothing goes round in circles.
 */
#ifndef FORMAT_CATALOGUE_STEPS_H
#define FORMAT_CATALOGUE_STEPS_H

#include "format/catalogue.h"
#include "format/yaml.h"

/* Writes the steps of FLOW, a thing of that kind, as a field. */
void catalogue_steps_write(const struct catalogue *catalogue, const struct catalogue_thing *flow, struct yaml *yaml);

#endif
