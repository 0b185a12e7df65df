#include "mcp/subscriptions.h"

#include "mcp/reading.h"
#include "mcp/rpc.h"

struct subscription {
	json_t *id;                    /* owned, or NULL */
	const struct reading *reading; /* NULL: its stream has nothing to tell */
};

void subscriptions_init(struct subscriptions *subscriptions)
{
	vec_init(&subscriptions->list, sizeof(struct subscription));
}

void subscriptions_release(struct subscriptions *subscriptions)
{
	for (size_t i = 0; i < subscriptions->list.count; i++)
		json_decref(vec_get(&subscriptions->list, struct subscription, i).id);
	vec_release(&subscriptions->list);
}

static bool subscriptions_same(const json_t *id, const json_t *other)
{
	return id == other || (id && other && json_equal(id, other));
}

bool subscriptions_add(struct subscriptions *subscriptions, const json_t *id, const struct reading *reading)
{
	for (size_t i = 0; i < subscriptions->list.count; i++) {
		const struct subscription *known = vec_at(&subscriptions->list, i);

		if (known->reading == reading && subscriptions_same(known->id, id))
			return true;
	}
	if (subscriptions->list.count >= SUBSCRIPTIONS_MOST)
		return false;
	vec_add(&subscriptions->list, struct subscription) =
		(struct subscription){id ? json_incref((json_t *)id) : NULL, reading};
	return true;
}

/* Removes those in the stream ID, or in none; READING: only that one. */
static void subscriptions_drop(struct subscriptions *subscriptions, const json_t *id, const struct reading *reading)
{
	for (size_t i = subscriptions->list.count; i-- > 0;) {
		struct subscription *known = vec_at(&subscriptions->list, i);

		if (!subscriptions_same(known->id, id) || (reading && known->reading != reading))
			continue;
		json_decref(known->id);
		vec_remove(&subscriptions->list, i);
	}
}

void subscriptions_remove(struct subscriptions *subscriptions, const struct reading *reading)
{
	subscriptions_drop(subscriptions, NULL, reading);
}

void subscriptions_close(struct subscriptions *subscriptions, const json_t *id)
{
	if (id)
		subscriptions_drop(subscriptions, id, NULL);
}

json_t *subscriptions_meta(const json_t *id)
{
	return json_pack("{s:O}", "io.modelcontextprotocol/subscriptionId", id);
}

void subscriptions_tell(const struct subscriptions *subscriptions, struct strbuf *out)
{
	struct strbuf uri = STRBUF_INIT;

	for (size_t i = 0; i < subscriptions->list.count; i++) {
		const struct subscription *subscription = vec_at(&subscriptions->list, i);
		json_t *params;

		if (!subscription->reading)
			continue;
		params = json_object();
		strbuf_reset(&uri);
		reading_uri(subscription->reading, &uri);
		json_object_set_new(params, "uri", json_string(uri.text));
		if (subscription->id)
			json_object_set_new(params, "_meta", subscriptions_meta(subscription->id));
		rpc_write(rpc_notification("notifications/resources/updated", params), out);
	}
	strbuf_release(&uri);
}

void subscriptions_end(struct subscriptions *subscriptions, struct strbuf *out)
{
	for (size_t i = 0; i < subscriptions->list.count;) {
		json_t *id = vec_get(&subscriptions->list, struct subscription, i).id;

		if (!id) {
			i++;
			continue;
		}
		json_incref(id);
		rpc_write(rpc_result(id,
				  json_pack("{s:s, s:o}", "resultType", "complete", "_meta", subscriptions_meta(id))),
			out);
		subscriptions_close(subscriptions, id);
		json_decref(id);
	}
}
