#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifndef VEC_FIRST_CAPACITY
#define VEC_FIRST_CAPACITY 8
#endif

void vec_init(struct vec *vec, size_t element_size)
{
	memset(vec, 0, sizeof(*vec));
	vec->size = element_size;
}

void vec_release(struct vec *vec)
{
	free(vec->items);
	vec_init(vec, vec->size);
}

void vec_release_strings(struct vec *vec)
{
	for (size_t i = 0; i < vec->count; i++)
		free(*(char **)vec_at(vec, i));
	vec_release(vec);
}

void *vec_push(struct vec *vec)
{
	void *element;

	if (vec->count == vec->capacity) {
		vec->capacity = vec->capacity ? vec->capacity * 2 : VEC_FIRST_CAPACITY;
		vec->items = mem_resize(vec->items, vec->capacity, vec->size);
	}
	element = (char *)vec->items + vec->count++ * vec->size;
	memset(element, 0, vec->size);
	return element;
}

void *vec_at(const struct vec *vec, size_t at)
{
	if (at >= vec->count)
		BUG("element %zu of %zu", at, vec->count);
	return (char *)vec->items + at * vec->size;
}

void *vec_last(const struct vec *vec)
{
	return vec->count ? vec_at(vec, vec->count - 1) : NULL;
}

void vec_remove(struct vec *vec, size_t at)
{
	char *element = vec_at(vec, at);

	memmove(element, element + vec->size, (vec->count - at - 1) * vec->size);
	vec->count--;
}

void vec_reset(struct vec *vec)
{
	vec->count = 0;
}

static void vec_check_size(const struct vec *vec, size_t size)
{
	if (vec->size != size)
		BUG("elements of %zu bytes taken for %zu", vec->size, size);
}

void *vec_typed_at(const struct vec *vec, size_t at, size_t size)
{
	vec_check_size(vec, size);
	return vec_at(vec, at);
}

void *vec_typed_last(const struct vec *vec, size_t size)
{
	vec_check_size(vec, size);
	if (!vec->count)
		BUG("the last of no elements");
	return vec_last(vec);
}

void *vec_typed_push(struct vec *vec, size_t size)
{
	vec_check_size(vec, size);
	return vec_push(vec);
}

bool vec_typed_holds(const struct vec *vec, const void *value, size_t size)
{
	const char *element = vec->items;

	vec_check_size(vec, size);
	for (size_t at = 0; at < vec->count; at++, element += size)
		if (!memcmp(element, value, size))
			return true;
	return false;
}
