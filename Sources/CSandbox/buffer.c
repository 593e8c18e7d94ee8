// Text under construction. Its block is a userdata on the stack: counted by the cap, freed by the collector after a raise.
#include <string.h>

#include "vm.h"

void brink_buffer_open_raises(lua_State *L, brink_buffer *buffer) {
    luaL_checkstack(L, 2, NULL);
    lua_pushnil(L);
    buffer->L = L;
    buffer->slot = lua_gettop(L);
    buffer->data = buffer->small;
    buffer->count = 0;
    buffer->capacity = sizeof buffer->small;
}

char *brink_buffer_room_raises(brink_buffer *buffer, size_t count) {
    if (buffer->capacity - buffer->count >= count) return buffer->data + buffer->count;
    lua_State *L = buffer->L;
    brink_spend_raises(L, 0);
    size_t capacity = buffer->capacity;
    // lua_newuserdatauv takes what the cap refuses; only sums must not wrap.
    if (count > SIZE_MAX / 4) luaL_error(L, "resulting string too large");
    while (capacity - buffer->count < count) {
        if (capacity > SIZE_MAX / 4) luaL_error(L, "resulting string too large");
        capacity *= 2;
    }
    luaL_checkstack(L, 1, NULL);
    char *data = lua_newuserdatauv(L, capacity, 0);
    memcpy(data, buffer->data, buffer->count);
    lua_replace(L, buffer->slot);
    buffer->data = data;
    buffer->capacity = capacity;
    return data + buffer->count;
}

void brink_buffer_add_raises(brink_buffer *buffer, const char *bytes, size_t count) {
    char *room = brink_buffer_room_raises(buffer, count);
    if (count > 0) memcpy(room, bytes, count);
    buffer->count += count;
}

void brink_buffer_push_raises(brink_buffer *buffer) {
    lua_pushlstring(buffer->L, buffer->data, buffer->count);
    // The block must not wait on the stack for the end of the call.
    lua_pushnil(buffer->L);
    lua_replace(buffer->L, buffer->slot);
}
