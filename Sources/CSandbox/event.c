// Events in a VM: the columns that are bound to it, and handles of four bytes, one for each event that is held.
#include <string.h>

#include "event.h"

const char brink_event_state_key = 0;
const char brink_event_cache_key = 0;
const char brink_event_names_key = 0;

brink_event_state *brink_event_state_of(lua_State *L) { return brink_vm_of(L)->events; }

void *brink_event_test(lua_State *L, int index, const char *name) { return luaL_testudata(L, index, name); }

void brink_event_metatable_raises(lua_State *L, const char *name, const luaL_Reg *functions) {
    luaL_getmetatable(L, name);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_state_key);
    luaL_setfuncs(L, functions, 1);
    lua_pushstring(L, name);
    lua_setfield(L, -2, "__metatable");
    lua_pop(L, 1);
}

int brink_no_field_raises(lua_State *L, const char *type, int key, int names) {
    const char *article = strchr("aeiou", type[0]) ? "an" : "a";
    if (lua_type(L, key) != LUA_TSTRING)
        return luaL_error(L, "%s %s has no [%s]", article, type, luaL_tolstring(L, key, NULL));
    const char *name = lua_tostring(L, key);
    brink_suggest_raises(L, names, name);
    return luaL_error(L, "%s %s has no field '%s'%s", article, type, name, lua_tostring(L, -1));
}

const char *brink_type_word(lua_State *L, int index) {
    if (luaL_getmetafield(L, index, "__name") == LUA_TSTRING) return lua_tostring(L, -1);
    return luaL_typename(L, index);
}

// Joins any two values as their texts, so that a date or an actor list can stand in a sentence.
int brink_event_concat(lua_State *L) {
    lua_settop(L, 2);
    luaL_tolstring(L, 1, NULL);
    luaL_tolstring(L, 2, NULL);
    lua_concat(L, 2);
    return 1;
}

int brink_event_newindex(lua_State *L) {
    return luaL_error(L, "a %s cannot be changed", brink_type_word(L, 1));
}

// ---- handles

void brink_push_cached_event_raises(lua_State *L, uint32_t row, int cache, int metatable) {
    if (lua_rawgeti(L, cache, (lua_Integer)row + 1) != LUA_TNIL) return;
    lua_pop(L, 1);
    brink_event *event = lua_newuserdatauv(L, sizeof *event, 0);
    event->row = row;
    lua_pushvalue(L, metatable);
    lua_setmetatable(L, -2);
    // The same event must be the same value as long as a script holds it, or it would be two keys of a table.
    lua_pushvalue(L, -1);
    lua_rawseti(L, cache, (lua_Integer)row + 1);
}

void brink_push_event_raises(lua_State *L, brink_event_state *state, uint32_t row) {
    if (row >= state->columns.counts.events) luaL_error(L, "there is no event at row %d", (int)row);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    luaL_getmetatable(L, BRINK_EVENT_TYPE);
    int top = lua_gettop(L);
    brink_push_cached_event_raises(L, row, top - 1, top);
    lua_replace(L, top - 1);
    lua_settop(L, top - 1);
}

uint32_t brink_self_event_raises(lua_State *L, brink_event_state *state) {
    const brink_event *event = lua_touserdata(L, 1);
    // An index beyond the columns would read foreign memory, so this is asked again at every read.
    if (event->row >= state->columns.counts.events) luaL_error(L, "this event is no longer in the store");
    return event->row;
}

uint32_t brink_check_event_raises(lua_State *L, brink_event_state *state, int index) {
    brink_event *event = luaL_checkudata(L, index, BRINK_EVENT_TYPE);
    if (event->row >= state->columns.counts.events) luaL_error(L, "this event is no longer in the store");
    return event->row;
}

static uint64_t brink_event_read(lua_State *L, int index) {
    return ((const brink_event *)lua_touserdata(L, index))->row;
}

static void brink_event_push_raises(lua_State *L, uint64_t payload) {
    brink_push_event_raises(L, brink_event_state_of(L), (uint32_t)payload);
}

static const brink_handle_kind brink_event_kind = {BRINK_EVENT_TYPE, brink_event_read, brink_event_push_raises};

// ---- binding

static int brink_state_collect(lua_State *L) {
    brink_event_state *state = lua_touserdata(L, 1);
    while (state->pending) {
        brink_rows *rows = state->pending;
        state->pending = rows->next;
        brink_rows_free(state->vm, rows);
    }
    void *owner = state->owner;
    state->owner = NULL;
    // Nothing reads columns that may be gone, whatever finaliser still runs.
    state->columns.counts.events = 0;
    if (owner) state->vm->host.release(owner);
    return 0;
}

static void brink_new_weak_table_raises(lua_State *L, const char *key, const char *mode) {
    lua_newtable(L);
    if (mode) {
        lua_createtable(L, 0, 1);
        lua_pushstring(L, mode);
        lua_setfield(L, -2, "__mode");
        lua_setmetatable(L, -2);
    }
    lua_rawsetp(L, LUA_REGISTRYINDEX, key);
}

void brink_event_install_raises(lua_State *L) {
    brink_event_state *state = lua_newuserdatauv(L, sizeof *state, 0);
    memset(state, 0, sizeof *state);
    state->vm = brink_vm_of(L);
    state->vm->events = state;
    lua_createtable(L, 0, 1);
    lua_pushcfunction(L, brink_state_collect);
    lua_setfield(L, -2, "__gc");
    lua_setmetatable(L, -2);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &brink_event_state_key);
    brink_new_weak_table_raises(L, &brink_event_cache_key, "v");
    brink_new_weak_table_raises(L, &brink_event_names_key, NULL);
    // In the order of the tags in events.h.
    brink_handle_kind_add_raises(L, &brink_event_kind);
    brink_event_dates_install_raises(L);
    brink_event_actors_install_raises(L);
    brink_event_rows_install_raises(L);
    brink_event_fields_install_raises(L);
}

typedef struct {
    const brink_columns *columns;
    void *owner;
} brink_binding;

// The row after the binding of an event that a script holds.
static uint32_t brink_row_after(const brink_event *event, const brink_columns *before, const brink_columns *after) {
    return event->row < before->counts.events ? brink_row_of_id(after, before->id[event->row]) : UINT32_MAX;
}

// Every event that a script holds is in the cache. What can raise comes first and changes nothing that is seen; the
// switch itself allocates nothing, so that no event is ever read with a row of other columns.
static int brink_bind_raises(lua_State *L) {
    brink_binding *binding = lua_touserdata(L, 1);
    brink_event_state *state = brink_event_state_of(L);
    const brink_columns *after = binding->columns;
    brink_new_weak_table_raises(L, &brink_event_names_key, NULL);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    int old = lua_gettop(L);
    brink_new_weak_table_raises(L, &brink_event_cache_key, "v");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    int fresh = old + 1;
    lua_pushvalue(L, old);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    lua_pushnil(L);
    while (lua_next(L, old)) {
        uint32_t row = brink_row_after(lua_touserdata(L, -1), &state->columns, after);
        if (row != UINT32_MAX) {
            lua_rawseti(L, fresh, (lua_Integer)row + 1);
        } else {
            lua_pop(L, 1);
        }
    }
    lua_pushnil(L);
    while (lua_next(L, old)) {
        brink_event *event = lua_touserdata(L, -1);
        event->row = brink_row_after(event, &state->columns, after);
        lua_pop(L, 1);
    }
    void *owner = state->owner;
    state->columns = *after;
    state->owner = binding->owner;
    state->epoch++;
    binding->owner = owner;
    lua_pushvalue(L, fresh);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    return 0;
}

int brink_vm_bind_events(brink_vm *vm, const brink_columns *columns, void *owner, brink_failure *failure) {
    brink_binding binding = {columns, owner};
    int kind = brink_enter(vm, brink_bind_raises, &binding, failure);
    // The owner that is not needed: the one before, or the new one where the columns were not taken over.
    if (binding.owner) vm->host.release(binding.owner);
    return kind;
}

void *brink_vm_events_owner(brink_vm *vm) {
    lua_State *L = vm->depth > 0 ? vm->running : vm->main;
    return brink_event_state_of(L)->owner;
}
