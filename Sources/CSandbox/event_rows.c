// Walks through events: the iterator of `each`, and the loop that asks a Lua function about each event.
#include <string.h>

#include "event.h"

// ---- each

static size_t brink_rows_bytes(size_t count) { return sizeof(brink_rows) + count * sizeof(uint32_t); }

void brink_rows_free(brink_vm *vm, brink_rows *rows) {
    brink_allocate(vm, rows, brink_rows_bytes(rows->count), 0);
}

brink_rows *brink_rows_create(brink_vm *vm, const uint32_t *rows, size_t count) {
    lua_State *L = vm->depth > 0 ? vm->running : vm->main;
    brink_event_state *state = brink_event_state_of(L);
    for (size_t place = 0; place < count; place++)
        if (rows[place] >= state->columns.counts.events) return NULL;
    // Rows that an error kept from reaching Lua are not needed any more.
    while (state->pending) {
        brink_rows *left = state->pending;
        state->pending = left->next;
        brink_rows_free(vm, left);
    }
    brink_rows *copy = brink_allocate(vm, NULL, 0, brink_rows_bytes(count));
    if (!copy) return NULL;
    copy->count = count;
    copy->position = 0;
    copy->epoch = state->epoch;
    if (count > 0) memcpy(copy->rows, rows, count * sizeof *rows);
    copy->next = NULL;
    state->pending = copy;
    return copy;
}

// Upvalues: 1 the rows, 2 the cache of events, 3 the metatable of events.
static int brink_rows_next(lua_State *L) {
    brink_event_state *state = brink_event_state_of(L);
    brink_rows *rows = *(brink_rows **)lua_touserdata(L, lua_upvalueindex(1));
    if (rows->position >= rows->count) return 0;
    // The cache, too, is that of the binding under which the walk began.
    if (rows->epoch != state->epoch) return luaL_error(L, "the events have changed since this loop began");
    brink_push_cached_event_raises(L, rows->rows[rows->position++], lua_upvalueindex(2), lua_upvalueindex(3));
    return 1;
}

static void brink_rows_push_raises(lua_State *L, uint64_t payload) {
    brink_event_state *state = brink_event_state_of(L);
    brink_rows **slot = lua_newuserdatauv(L, sizeof *slot, 0);
    *slot = NULL;
    luaL_setmetatable(L, BRINK_ROWS_TYPE);
    // Only what this VM made and still owns is taken over.
    for (brink_rows **link = &state->pending; *link && !*slot; link = &(*link)->next) {
        if ((uint64_t)(uintptr_t)*link != payload) continue;
        *slot = *link;
        *link = (*link)->next;
        break;
    }
    if (!*slot) luaL_error(L, "these rows are not at hand any more");
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    luaL_getmetatable(L, BRINK_EVENT_TYPE);
    lua_pushcclosure(L, brink_rows_next, 3);
}

static uint64_t brink_rows_read(lua_State *L, int index) {
    (void)L;
    (void)index;
    return 0;
}

static const brink_handle_kind brink_rows_kind = {BRINK_ROWS_TYPE, brink_rows_read, brink_rows_push_raises};

static int brink_rows_collect(lua_State *L) {
    brink_rows **slot = lua_touserdata(L, 1);
    brink_rows *rows = *slot;
    *slot = NULL;
    if (rows) brink_rows_free(brink_vm_of(L), rows);
    return 0;
}

// ---- select

typedef struct {
    int64_t predicate;
    const uint32_t *rows;
    size_t count;
    uint8_t *keep;
} brink_selection;

static int brink_select_raises(lua_State *L) {
    const brink_selection *selection = lua_touserdata(L, 1);
    brink_event_state *state = brink_event_state_of(L);
    uint64_t epoch = state->epoch;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &brink_event_cache_key);
    luaL_getmetatable(L, BRINK_EVENT_TYPE);
    lua_rawgeti(L, LUA_REGISTRYINDEX, selection->predicate);
    int predicate = lua_gettop(L), metatable = predicate - 1, cache = predicate - 2;
    for (size_t place = 0; place < selection->count; place++) {
        brink_check_raises(L);
        if (state->epoch != epoch) return luaL_error(L, "the events have changed while they were selected");
        if (selection->rows[place] >= state->columns.counts.events) return luaL_error(L, "there is no such event");
        lua_pushvalue(L, predicate);
        brink_push_cached_event_raises(L, selection->rows[place], cache, metatable);
        lua_call(L, 1, 1);
        selection->keep[place] = (uint8_t)lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
    return 0;
}

int brink_vm_select_events(brink_vm *vm, int64_t predicate, const uint32_t *rows, size_t count, uint8_t *keep,
                           brink_failure *failure) {
    brink_selection selection = {predicate, rows, count, keep};
    return brink_enter(vm, brink_select_raises, &selection, failure);
}

void brink_event_rows_install_raises(lua_State *L) {
    static const luaL_Reg rows[] = {
        {"__gc", brink_rows_collect}, {"__newindex", brink_event_newindex}, {NULL, NULL}};
    brink_handle_kind_add_raises(L, &brink_rows_kind);
    brink_event_metatable_raises(L, BRINK_ROWS_TYPE, rows);
}
