/*
 * vec: a growing array of elements of one size.
 *
 * Elements lie side by side in `items`; a pointer to one is good until the next push.
 *
 * vec_get(), vec_add() and vec_end() name the type of the elements and stand for the element itself, to be read,
 * written or have its address taken. A type of another size than the vector's is a BUG, so nobody casts:
 *
 *	vec_add(&ids, int64_t) = sticky->id;
 *	struct place place = vec_get(&places, struct place, i);
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

#define VEC_INIT(type)               \
	{                            \
		.size = sizeof(type) \
	}

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

/* Element AT of VEC, the last one of VEC (which is not empty), a new and cleared one at its end; all of TYPE. */
#define vec_get(vec, type, at) (*(type *)vec_typed_at((vec), (at), sizeof(type)))
#define vec_end(vec, type) (*(type *)vec_typed_last((vec), sizeof(type)))
#define vec_add(vec, type) (*(type *)vec_typed_push((vec), sizeof(type)))

/* For the macros above: the same as the functions without `typed`, and a BUG unless elements have SIZE bytes. */
void *vec_typed_at(const struct vec *vec, size_t at, size_t size);
void *vec_typed_last(const struct vec *vec, size_t size);
void *vec_typed_push(struct vec *vec, size_t size);

/* Takes element AT out, keeping the order of the others. */
void vec_remove(struct vec *vec, size_t at);

/* Forgets all elements but keeps the memory. */
void vec_reset(struct vec *vec);

#endif
