// Values across the wall: Lua to plain data and back. Tables are copied; cycles end at the depth limit.
#include <stdio.h>
#include <string.h>

#include "vm.h"

const char brink_object_key = 0;
const char brink_handle_key = 0;

static void brink_append_opaque(lua_State *L, int index, brink_message *message) {
    char text[64];
    int count = snprintf(text, sizeof text, "%s: %p", luaL_typename(L, index), lua_topointer(L, index));
    brink_message_append_bytes(message, BRINK_OPAQUE, text, (size_t)count);
}

// The integer at a metatable's light key, or −1.
static lua_Integer brink_tag(lua_State *L, int index, const char *key) {
    if (!lua_getmetatable(L, index)) return -1;
    lua_Integer tag = lua_rawgetp(L, -1, key) == LUA_TNUMBER ? lua_tointeger(L, -1) : -1;
    lua_pop(L, 2);
    return tag;
}

static void brink_marshal_userdata(lua_State *L, int index, brink_message *message) {
    lua_Integer tag = brink_tag(L, index, &brink_object_key);
    if (tag >= 0) {
        void *object = *(void **)lua_touserdata(L, index);
        brink_message_append(message, BRINK_OBJECT, (uint32_t)tag, (int64_t)(intptr_t)object, 0);
        return;
    }
    tag = brink_tag(L, index, &brink_handle_key);
    brink_vm *vm = brink_vm_of(L);
    if (tag >= 0 && (uint32_t)tag < vm->handle_kind_count) {
        uint64_t payload = vm->handle_kinds[tag]->read(L, index);
        brink_message_append(message, BRINK_HANDLE, (uint32_t)tag, (int64_t)payload, 0);
        return;
    }
    brink_append_opaque(L, index, message);
}

static const char *brink_marshal_value_raises(lua_State *L, int index, brink_message *message, bool show, int depth);

// A key and the value above it.
static const char *brink_marshal_entry_raises(lua_State *L, int key, brink_message *message, bool show, int depth) {
    const char *reason = brink_marshal_value_raises(L, key, message, show, depth);
    return reason ? reason : brink_marshal_value_raises(L, key + 1, message, show, depth);
}

static const char *brink_marshal_table_raises(lua_State *L, int index, brink_message *message, bool show, int depth) {
    size_t limit = show ? BRINK_LIMIT_SHOW_NODES : BRINK_LIMIT_MARSHAL_NODES;
    if (depth >= BRINK_LIMIT_MARSHAL_DEPTH || message->count >= limit || !lua_checkstack(L, 8)) {
        if (!show) return depth >= BRINK_LIMIT_MARSHAL_DEPTH ? "is nested too deeply" : "is too big";
        brink_append_opaque(L, index, message);
        return NULL;
    }
    size_t head = message->count;
    uint64_t entries = 0;
    brink_message_append(message, BRINK_TABLE, 0, 0, 0);
    // The sequence first and in its order; lua_next would give some of it late and in any order.
    lua_Integer border = (lua_Integer)lua_rawlen(L, index);
    const char *reason = NULL;
    for (lua_Integer position = 1; position <= border && !reason && !message->failed; position++) {
        brink_check_raises(L);
        if (show && message->count >= limit) break;
        lua_pushinteger(L, position);
        lua_rawgeti(L, index, position);
        reason = brink_marshal_entry_raises(L, lua_gettop(L) - 1, message, show, depth + 1);
        lua_pop(L, 2);
        entries++;
    }
    lua_pushnil(L);
    while (!reason && !message->failed && lua_next(L, index)) {
        brink_check_raises(L);
        int is_integer = 0;
        lua_Integer position = lua_isinteger(L, -2) ? lua_tointegerx(L, -2, &is_integer) : 0;
        bool taken = is_integer && position >= 1 && position <= border;
        if (show && message->count >= limit) {
            lua_pop(L, 2);
            break;
        }
        if (!taken) {
            reason = brink_marshal_entry_raises(L, lua_gettop(L) - 1, message, show, depth + 1);
            entries++;
        }
        lua_pop(L, 1);
        if (!show && message->count >= limit) reason = "is too big";
    }
    if (!message->failed) message->nodes[head].second = entries;
    return reason;
}

static const char *brink_marshal_value_raises(lua_State *L, int index, brink_message *message, bool show, int depth) {
    switch (lua_type(L, index)) {
    case LUA_TNIL: brink_message_append(message, BRINK_NIL, 0, 0, 0); return NULL;
    case LUA_TBOOLEAN: brink_message_append(message, BRINK_BOOLEAN, 0, lua_toboolean(L, index), 0); return NULL;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index))
            brink_message_append(message, BRINK_INTEGER, 0, lua_tointeger(L, index), 0);
        else
            brink_message_append_number(message, lua_tonumber(L, index));
        return NULL;
    case LUA_TSTRING: {
        size_t count;
        const char *bytes = lua_tolstring(L, index, &count);
        brink_message_append_bytes(message, BRINK_STRING, bytes, count);
        return NULL;
    }
    case LUA_TTABLE: return brink_marshal_table_raises(L, index, message, show, depth);
    case LUA_TFUNCTION: {
        message->owns_functions = true;
        lua_pushvalue(L, index);
        int reference = luaL_ref(L, LUA_REGISTRYINDEX);
        brink_message_append(message, BRINK_FUNCTION, 0, reference, 0);
        if (message->failed) luaL_unref(L, LUA_REGISTRYINDEX, reference);
        return NULL;
    }
    case LUA_TUSERDATA: brink_marshal_userdata(L, index, message); return NULL;
    default: brink_append_opaque(L, index, message); return NULL;
    }
}

const char *brink_marshal_raises(lua_State *L, int index, brink_message *message, bool show) {
    const char *reason = brink_marshal_value_raises(L, lua_absindex(L, index), message, show, 0);
    if (message->failed) {
        brink_stop(brink_vm_of(L), BRINK_ERROR_MEMORY);
        brink_stop_raises(L);
    }
    return reason;
}

static void brink_push_node_raises(lua_State *L, brink_message *message, size_t *position) {
    brink_vm *vm = message->vm;
    if (*position >= message->count) {  // a host that counted wrongly
        lua_pushnil(L);
        return;
    }
    brink_node *node = &message->nodes[(*position)++];
    double number;
    switch (node->kind) {
    case BRINK_BOOLEAN: lua_pushboolean(L, node->first != 0); break;
    case BRINK_INTEGER: lua_pushinteger(L, node->first); break;
    case BRINK_NUMBER:
        memcpy(&number, &node->first, sizeof number);
        lua_pushnumber(L, number);
        break;
    case BRINK_STRING:
    case BRINK_OPAQUE: lua_pushlstring(L, message->bytes + node->first, node->second); break;
    case BRINK_TABLE: {
        uint64_t entries = node->second;
        luaL_checkstack(L, 8, "too many nested tables");
        lua_newtable(L);
        for (uint64_t entry = 0; entry < entries; entry++) {
            brink_push_node_raises(L, message, position);
            brink_push_node_raises(L, message, position);
            bool usable = !lua_isnil(L, -2) && !(lua_type(L, -2) == LUA_TNUMBER && lua_tonumber(L, -2) != lua_tonumber(L, -2));
            if (usable)
                lua_rawset(L, -3);
            else
                lua_pop(L, 2);
        }
        break;
    }
    case BRINK_FUNCTION: lua_rawgeti(L, LUA_REGISTRYINDEX, node->first); break;
    case BRINK_OBJECT: brink_host_push_object_raises(L, node->tag, &node->first); break;
    case BRINK_HANDLE:
        if (node->tag < vm->handle_kind_count) {
            vm->handle_kinds[node->tag]->push_raises(L, (uint64_t)node->first);
            break;
        }
        lua_pushnil(L);
        break;
    default: lua_pushnil(L); break;
    }
}

int brink_unmarshal_raises(lua_State *L, brink_message *message) {
    int values = 0;
    for (size_t position = 0; position < message->count; values++) {
        luaL_checkstack(L, 8, "too many values");
        brink_push_node_raises(L, message, &position);
    }
    return values;
}

uint32_t brink_handle_kind_add_raises(lua_State *L, const brink_handle_kind *kind) {
    brink_vm *vm = brink_vm_of(L);
    if (vm->handle_kind_count >= BRINK_HANDLE_KINDS_MAX) luaL_error(L, "too many kinds of handles");
    uint32_t tag = vm->handle_kind_count;
    luaL_newmetatable(L, kind->name);
    lua_pushinteger(L, tag);
    lua_rawsetp(L, -2, &brink_handle_key);
    lua_pop(L, 1);
    vm->handle_kinds[tag] = kind;
    vm->handle_kind_count++;
    return tag;
}
