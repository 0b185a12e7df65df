/*
 * vec: a growing array of elements of one size.
 *
 * Elements lie side by side in `items`; a pointer to one is good until the next push. The user
 * casts: `struct change *c = vec_at(&action->changes, i);`.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct vec {
	void *items;     /* the elements, or NULL */
	size_t count;    /* how many are in use */
	size_t capacity; /* how many fit before growing */
	size_t size;     /* bytes of one element */
};

#define VEC_INIT(type) {.size = sizeof(type)}

void vec_init(struct vec *vec, size_t element_size);
void vec_release(struct vec *vec);

/* The same of a list of char *, which are freed. */
void vec_release_strings(struct vec *vec);

/* A new, cleared element at the end. */
void *vec_push(struct vec *vec);

/* Element AT, counted from 0; out of range is a BUG. */
void *vec_at(const struct vec *vec, size_t at);

/* The last element, or NULL when there is none. */
void *vec_last(const struct vec *vec);

/* Takes element AT out, keeping the order of the others. */
void vec_remove(struct vec *vec, size_t at);

/* Forgets all elements but keeps the memory. */
void vec_reset(struct vec *vec);

#endif
