// Coroutines that record which of them runs, and through which no stop is lost.
#include "vm.h"

static bool brink_is_stopped_coroutine(lua_State *coroutine) {
    return (*(uintptr_t *)lua_getextraspace(coroutine) & 1) != 0;
}

// Its hooks stay off for good where a hook's error ended it, so its `__close` handlers must never run.
static void brink_mark_stopped(lua_State *coroutine) { *(uintptr_t *)lua_getextraspace(coroutine) |= 1; }

// Makes `coroutine` the running one; raises where the run is stopped.
static void brink_switch_raises(lua_State *L, lua_State *coroutine) {
    brink_vm *vm = brink_vm_of(L);
    if (vm->resume_depth >= BRINK_BOXES_MAX) luaL_error(L, "C stack overflow");
    brink_stop_hook(vm, coroutine);
    vm->resumers[vm->resume_depth++] = L;
    // From here a signal sets the hook on the new one; one that came just before is seen by the next line.
    vm->running = coroutine;
    if (vm->stopped) {
        vm->running = L;
        vm->resume_depth--;
        brink_stop_raises(L);
    }
}

static void brink_switch_back_raises(lua_State *L, lua_State *coroutine, int status) {
    brink_vm *vm = brink_vm_of(L);
    vm->running = L;
    vm->resume_depth--;
    if (status == LUA_ERRMEM) brink_stop(vm, BRINK_ERROR_MEMORY);
    if (vm->stopped) {
        if (status != LUA_OK && status != LUA_YIELD) brink_mark_stopped(coroutine);
        brink_stop_raises(L);  // also sets the hook on L, which had none
    }
}

// Moves arguments over, resumes, moves results back. The number of results, or −1 with the error on top.
static int brink_resume_raises(lua_State *L, lua_State *coroutine, int arguments) {
    brink_spend_raises(L, BRINK_LIMIT_SWITCH_INSTRUCTIONS * BRINK_LIMIT_WORK_PER_INSTRUCTION);
    if (!lua_checkstack(coroutine, arguments)) {
        lua_pushliteral(L, "too many arguments to resume");
        return -1;
    }
    brink_switch_raises(L, coroutine);
    lua_xmove(L, coroutine, arguments);
    int results = 0;
    int status = lua_resume(coroutine, L, arguments, &results);
    brink_switch_back_raises(L, coroutine, status);
    if (status == LUA_OK || status == LUA_YIELD) {
        if (!lua_checkstack(L, results + 1)) {
            lua_pop(coroutine, results);
            lua_pushliteral(L, "too many results to resume");
            return -1;
        }
        lua_xmove(coroutine, L, results);
        return results;
    }
    lua_xmove(coroutine, L, 1);
    return -1;
}

static lua_State *brink_coroutine_argument_raises(lua_State *L) {
    lua_State *coroutine = lua_tothread(L, 1);
    luaL_argexpected(L, coroutine, 1, "coroutine");
    return coroutine;
}

static int brink_coroutine_resume(lua_State *L) {
    lua_State *coroutine = brink_coroutine_argument_raises(L);
    int results = brink_resume_raises(L, coroutine, lua_gettop(L) - 1);
    lua_pushboolean(L, results >= 0);
    if (results < 0) results = 1;
    lua_insert(L, -(results + 1));
    return results + 1;
}

static bool brink_is_running_or_normal(lua_State *L, lua_State *coroutine) {
    if (coroutine == L) return true;
    lua_Debug activation;
    return lua_status(coroutine) == LUA_OK && lua_getstack(coroutine, 0, &activation) == 1;
}

// Runs the pending `__close` handlers; the status, with the error value on the coroutine's top where there is one.
static int brink_reset_raises(lua_State *L, lua_State *coroutine) {
    brink_vm *vm = brink_vm_of(L);
    // Lua 5.4.4 starts counting C calls anew here, so a chain of closing coroutines would run off the C stack.
    if (vm->close_depth >= BRINK_LIMIT_CLOSE_DEPTH) return luaL_error(L, "too many nested coroutine.close");
    brink_switch_raises(L, coroutine);
    vm->close_depth++;
    int status = lua_resetthread(coroutine);
    vm->close_depth--;
    brink_switch_back_raises(L, coroutine, status);
    return status;
}

static int brink_coroutine_close(lua_State *L) {
    lua_State *coroutine = brink_coroutine_argument_raises(L);
    brink_check_raises(L);
    if (brink_is_running_or_normal(L, coroutine))
        return luaL_error(L, "cannot close a %s coroutine", coroutine == L ? "running" : "normal");
    if (brink_is_stopped_coroutine(coroutine)) {
        lua_pushboolean(L, 0);
        lua_pushliteral(L, "the coroutine was stopped by a limit");
        return 2;
    }
    int status = brink_reset_raises(L, coroutine);
    lua_pushboolean(L, status == LUA_OK);
    if (status == LUA_OK) return 1;
    lua_xmove(coroutine, L, 1);
    return 2;
}

static int brink_wrapped(lua_State *L) {
    lua_State *coroutine = lua_tothread(L, lua_upvalueindex(1));
    int results = brink_resume_raises(L, coroutine, lua_gettop(L));
    if (results >= 0) return results;
    int status = lua_status(coroutine);
    if (status != LUA_OK && status != LUA_YIELD && !brink_is_stopped_coroutine(coroutine)) {
        // lua_resume left a second copy of the error for the handlers; closing gives it, or a newer one, back.
        status = brink_reset_raises(L, coroutine);
        lua_xmove(coroutine, L, 1);
    }
    if (status != LUA_ERRMEM && lua_type(L, -1) == LUA_TSTRING) {
        luaL_where(L, 1);
        lua_insert(L, -2);
        lua_concat(L, 2);
    }
    return lua_error(L);
}

static int brink_coroutine_create(lua_State *L) {
    luaL_checktype(L, 1, LUA_TFUNCTION);
    // A new coroutine counts its instructions from zero; this is what it could hide by ending early.
    brink_spend_raises(L, (uint64_t)BRINK_LIMIT_COUNT_STEP * BRINK_LIMIT_WORK_PER_INSTRUCTION);
    lua_State *coroutine = lua_newthread(L);
    lua_pushvalue(L, 1);
    lua_xmove(L, coroutine, 1);
    return 1;
}

static int brink_coroutine_wrap(lua_State *L) {
    brink_coroutine_create(L);
    lua_pushcclosure(L, brink_wrapped, 1);
    return 1;
}

void brink_library_coroutine_raises(lua_State *L) {
    static const char *const kept[] = {"yield", "status", "isyieldable", "running", NULL};
    static const luaL_Reg ours[] = {
        {"create", brink_coroutine_create}, {"resume", brink_coroutine_resume}, {"close", brink_coroutine_close},
        {"wrap", brink_coroutine_wrap},     {NULL, NULL}};
    brink_open_some_raises(L, luaopen_coroutine, kept);
    luaL_setfuncs(L, ours, 0);
}
