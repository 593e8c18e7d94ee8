// The ways into a VM: run a text, call a function, set and read globals. Each is one protected call.
#include <string.h>

#include "vm.h"

int brink_enter(brink_vm *vm, lua_CFunction body, void *data, brink_failure *failure) {
    failure->kind = BRINK_OK;
    failure->frame_count = 0;
    failure->message_count = 0;
    failure->unfinished = false;
    if (vm->given_up) {
        brink_failure_say(failure, BRINK_ERROR_RUNTIME, "this VM was given up after a limit; nothing runs in it any more");
        return failure->kind;
    }
    if (vm->depth > 0 && vm->stopped) {  // a stopped run starts nothing more
        brink_failure_fill(vm, vm->running, LUA_ERRRUN, failure);
        return failure->kind;
    }
    brink_failure *outer = vm->failure;
    vm->failure = failure;
    lua_State *L = vm->depth > 0 ? vm->running : vm->main;
    if (vm->depth == 0 && sigsetjmp(vm->escape, 0) != 0) {
        brink_stop_give_up(vm);
        brink_failure_fill(vm, vm->main, LUA_ERRRUN, failure);
        vm->failure = NULL;
        return failure->kind;
    }
    brink_stop_begin(vm);
    int top = lua_gettop(L);
    int status = LUA_ERRMEM;
    if (lua_checkstack(L, 8)) {
        lua_pushcfunction(L, brink_failure_handler);
        lua_pushcfunction(L, body);
        lua_pushlightuserdata(L, data);
        status = lua_pcall(L, 1, 0, top + 1);
    }
    if (status != LUA_OK) brink_failure_fill(vm, L, status, failure);
    lua_settop(L, top);
    brink_stop_end(vm);
    vm->failure = outer;
    return status == LUA_OK ? BRINK_OK : failure->kind;
}

// ---- texts

typedef struct {
    lua_State *L;
    const char *bytes;
    size_t left;
} brink_source;

// Lua's reader. Raises, which lua_load allows; small pieces let a stop through.
static const char *brink_read_piece(lua_State *L, void *data, size_t *size) {
    brink_source *source = data;
    brink_spend_raises(L, 64);
    size_t count = source->left < BRINK_LIMIT_SOURCE_PIECE ? source->left : BRINK_LIMIT_SOURCE_PIECE;
    const char *piece = source->bytes;
    source->bytes += count;
    source->left -= count;
    *size = count;
    return count > 0 ? piece : NULL;
}

static size_t brink_count_jumps(const char *bytes, size_t count) {
    size_t jumps = 0;
    for (const char *at = bytes; (at = memchr(at, 'o', count - (size_t)(at - bytes))) != NULL; at++)
        if (at > bytes && at + 3 <= bytes + count && at[-1] == 'g' && at[1] == 't' && at[2] == 'o') jumps++;
    for (const char *at = bytes; (at = memchr(at, 'k', count - (size_t)(at - bytes))) != NULL; at++)
        if (at >= bytes + 4 && memcmp(at - 4, "brea", 4) == 0) jumps++;
    return jumps;
}

int brink_load_raises(lua_State *L, const char *source, size_t count, const char *chunk) {
    if (count > BRINK_LIMIT_SOURCE) {
        lua_pushfstring(L, "a chunk of more than %d bytes", (int)BRINK_LIMIT_SOURCE);
        return LUA_ERRSYNTAX;
    }
    if (brink_count_jumps(source, count) > BRINK_LIMIT_JUMPS) {
        lua_pushfstring(L, "more than %d jumps in one chunk", (int)BRINK_LIMIT_JUMPS);
        return LUA_ERRSYNTAX;
    }
    brink_source reading = {L, source, count};
    int status = lua_load(L, brink_read_piece, &reading, chunk, "t");
    if (status == LUA_ERRMEM) brink_stop(brink_vm_of(L), BRINK_ERROR_MEMORY);
    brink_check_raises(L);
    return status;
}

typedef struct {
    const char *source;
    size_t count;
    const char *chunk;
    const char *path;
    int flags;
    int64_t reference;
    int32_t function;
    bool only_compile;
    const brink_message *arguments;
    brink_message *results;
    brink_failure *failure;
} brink_entry;

static void brink_load_entry_raises(lua_State *L, const brink_entry *entry) {
    const char *source = entry->source;
    size_t count = entry->count;
    if (count >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0) source += 3, count -= 3;
    if (count > 0 && *source == '#') {  // a script's first line may name its interpreter
        const char *end = memchr(source, '\n', count);
        size_t skipped = end ? (size_t)(end - source) : count;
        source += skipped;
        count -= skipped;
    }
    if (brink_load_raises(L, source, count, entry->chunk) != LUA_OK) {
        entry->failure->kind = BRINK_ERROR_SYNTAX;
        lua_error(L);
    }
}

static void brink_return_raises(lua_State *L, int first, const brink_entry *entry) {
    int last = lua_gettop(L);
    for (int index = first; index <= last; index++) {
        const char *reason = brink_marshal_raises(L, index, entry->results, (entry->flags & BRINK_RUN_SHOW) != 0);
        if (reason) luaL_error(L, "result %d %s", index - first + 1, reason);
    }
}

static int brink_run_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    brink_load_entry_raises(L, entry);
    if (entry->only_compile) return 0;
    lua_call(L, 0, LUA_MULTRET);
    brink_return_raises(L, 2, entry);
    return 0;
}

int brink_vm_run(brink_vm *vm, const char *source, size_t count, const char *chunk, int flags,
                 brink_message *results, brink_failure *failure) {
    brink_entry entry = {
        .source = source, .count = count, .chunk = chunk, .flags = flags, .results = results, .failure = failure};
    return brink_enter(vm, brink_run_raises, &entry, failure);
}

int brink_vm_compile(brink_vm *vm, const char *source, size_t count, const char *chunk, brink_failure *failure) {
    brink_entry entry = {.source = source, .count = count, .chunk = chunk, .only_compile = true, .failure = failure};
    return brink_enter(vm, brink_run_raises, &entry, failure);
}

static int brink_call_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, entry->reference);
    int count = brink_unmarshal_raises(L, (brink_message *)entry->arguments);
    lua_call(L, count, LUA_MULTRET);
    brink_return_raises(L, 2, entry);
    return 0;
}

int brink_vm_call(brink_vm *vm, int64_t reference, const brink_message *arguments, int flags,
                  brink_message *results, brink_failure *failure) {
    brink_entry entry = {
        .reference = reference, .arguments = arguments, .flags = flags, .results = results, .failure = failure};
    return brink_enter(vm, brink_call_raises, &entry, failure);
}

static int brink_text_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    lua_settop(L, 1 + brink_unmarshal_raises(L, (brink_message *)entry->arguments));
    size_t count;
    const char *text = luaL_tolstring(L, 2, &count);
    brink_message_append_bytes(entry->results, BRINK_STRING, text, count);
    return 0;
}

int brink_vm_text(brink_vm *vm, const brink_message *value, brink_message *results, brink_failure *failure) {
    brink_entry entry = {.arguments = value, .results = results, .failure = failure};
    return brink_enter(vm, brink_text_raises, &entry, failure);
}

// ---- globals

void brink_path_raises(lua_State *L, const char *path, size_t count, bool create) {
    lua_pushglobaltable(L);
    while (count > 0) {
        const char *dot = memchr(path, '.', count);
        size_t length = dot ? (size_t)(dot - path) : count;
        lua_pushlstring(L, path, length);
        if (lua_rawget(L, -2) != LUA_TTABLE) {
            lua_pop(L, 1);
            if (!create) {
                lua_pop(L, 1);
                lua_pushnil(L);
                return;
            }
            lua_newtable(L);
            lua_pushlstring(L, path, length);
            lua_pushvalue(L, -2);
            lua_rawset(L, -4);
        }
        lua_remove(L, -2);
        path += dot ? length + 1 : length;
        count -= dot ? length + 1 : length;
    }
}

// Splits a path before its last name.
static const char *brink_last_name(const char *path, size_t *parent_count) {
    const char *dot = strrchr(path, '.');
    *parent_count = dot ? (size_t)(dot - path) : 0;
    return dot ? dot + 1 : path;
}

static int brink_set_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    size_t parent_count;
    const char *name = brink_last_name(entry->path, &parent_count);
    brink_path_raises(L, entry->path, parent_count, true);
    lua_pushstring(L, name);
    if (entry->arguments) {
        lua_settop(L, 3 + (brink_unmarshal_raises(L, (brink_message *)entry->arguments) > 0));
    } else {
        lua_pushinteger(L, entry->function);
        lua_pushcclosure(L, brink_host_function, 1);
    }
    lua_settop(L, 4);
    lua_rawset(L, 2);
    return 0;
}

int brink_vm_set(brink_vm *vm, const char *path, const brink_message *value, brink_failure *failure) {
    brink_entry entry = {.path = path, .arguments = value};
    return brink_enter(vm, brink_set_raises, &entry, failure);
}

int brink_vm_register(brink_vm *vm, const char *path, int32_t function, brink_failure *failure) {
    brink_entry entry = {.path = path, .function = function};
    return brink_enter(vm, brink_set_raises, &entry, failure);
}

static int brink_get_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    size_t parent_count;
    const char *name = brink_last_name(entry->path, &parent_count);
    brink_path_raises(L, entry->path, parent_count, false);
    if (lua_istable(L, 2)) {
        lua_pushstring(L, name);
        lua_rawget(L, 2);
        lua_replace(L, 2);
    }
    brink_return_raises(L, 2, entry);
    return 0;
}

int brink_vm_get(brink_vm *vm, const char *path, int flags, brink_message *results, brink_failure *failure) {
    brink_entry entry = {.path = path, .flags = flags, .results = results};
    return brink_enter(vm, brink_get_raises, &entry, failure);
}

static int brink_names_raises(lua_State *L) {
    const brink_entry *entry = lua_touserdata(L, 1);
    brink_path_raises(L, entry->path, strlen(entry->path), false);
    if (!lua_istable(L, 2)) return 0;
    lua_pushnil(L);
    while (lua_next(L, 2)) {
        lua_pop(L, 1);
        if (lua_type(L, -1) != LUA_TSTRING) continue;
        size_t count;
        const char *name = lua_tolstring(L, -1, &count);
        brink_message_append_bytes(entry->results, BRINK_STRING, name, count);
    }
    return 0;
}

int brink_vm_names(brink_vm *vm, const char *path, brink_message *results, brink_failure *failure) {
    brink_entry entry = {.path = path, .results = results};
    return brink_enter(vm, brink_names_raises, &entry, failure);
}

void brink_vm_release_function(brink_vm *vm, int64_t reference) {
    if (vm->given_up) return;
    lua_State *L = vm->depth > 0 ? vm->running : vm->main;
    luaL_unref(L, LUA_REGISTRYINDEX, (int)reference);
}
