// From a Lua error to plain data: message, kind, and where it stood. Taken in C, so that it needs no Lua memory.
#include <stdlib.h>
#include <string.h>

#include "vm.h"

static void brink_copy_text(char *to, size_t size, const char *from) {
    size_t count = from ? strnlen(from, size - 1) : 0;
    if (count > 0) memcpy(to, from, count);
    to[count] = 0;
}

int brink_failure_frames(lua_State *L, brink_frame *frames, int count) {
    lua_Debug activation;
    int filled = 0;
    for (int level = 0; filled < count && lua_getstack(L, level, &activation); level++) {
        lua_getinfo(L, "Sln", &activation);
        brink_frame *frame = &frames[filled];
        frame->line = activation.currentline;
        frame->is_chunk = *activation.what == 'm';
        brink_copy_text(frame->name, sizeof frame->name, activation.name);
        brink_copy_text(frame->shown, sizeof frame->shown, activation.short_src);
        // '@' and '=' only tell Lua how to show the name.
        const char *source = activation.source;
        if (*source == '@' || *source == '=') source++;
        brink_copy_text(frame->source, sizeof frame->source, source);
        // A C function without a name is our own entry into the run.
        if (*activation.what == 'C' && frame->name[0] == 0) continue;
        filled++;
    }
    return filled;
}

int brink_failure_handler(lua_State *L) {
    brink_vm *vm = brink_vm_of(L);
    if (vm->stopped) return 1;
    brink_failure *failure = vm->failure;
    // A handler that fails is called again for its own error; the first place is the one to show.
    if (failure && failure->frame_count == 0)
        failure->frame_count = brink_failure_frames(L, failure->frames, BRINK_FRAMES_MAX);
    if (lua_type(L, 1) == LUA_TSTRING) return 1;
    // `__tostring` is the script's code: hooks still work here, and a stop leads back to the first line.
    if (luaL_getmetafield(L, 1, "__tostring") != LUA_TNIL) {
        luaL_tolstring(L, 1, NULL);
        return 1;
    }
    if (lua_type(L, 1) == LUA_TNUMBER)
        lua_tolstring(L, 1, NULL);
    else
        lua_pushfstring(L, "the error is a %s, not a message", luaL_typename(L, 1));
    return 1;
}

static const char *brink_stop_words(int reason) {
    switch (reason) {
    case BRINK_ERROR_MEMORY: return "memory limit reached";
    case BRINK_ERROR_TIME: return "time limit reached";
    case BRINK_ERROR_INSTRUCTIONS: return "instruction limit reached";
    case BRINK_ERROR_OUTPUT: return "output limit reached";
    default: return "interrupted";
    }
}

void brink_failure_say(brink_failure *failure, int kind, const char *text) {
    failure->kind = kind;
    failure->message_count = strlen(text);
    memcpy(failure->message, text, failure->message_count);
}

void brink_failure_fill(brink_vm *vm, lua_State *L, int status, brink_failure *failure) {
    const char *text;
    size_t count = 0;
    failure->unfinished = false;
    if (!vm->stopped && status == LUA_ERRMEM) brink_stop(vm, BRINK_ERROR_MEMORY);
    if (vm->stopped) {
        failure->kind = vm->stopped;
        text = brink_stop_words(vm->stopped);
        count = strlen(text);
        failure->frame_count = vm->stop_frame_count;
        memcpy(failure->frames, vm->stop_frames, sizeof(brink_frame) * (size_t)vm->stop_frame_count);
    } else {
        if (failure->kind != BRINK_ERROR_SYNTAX) failure->kind = BRINK_ERROR_RUNTIME;
        text = lua_type(L, -1) == LUA_TSTRING ? lua_tolstring(L, -1, &count) : "error in error handling";
        if (count == 0) count = strlen(text);
        // Lua's own word for a text that ended too early.
        const char *mark = "<eof>";
        failure->unfinished = failure->kind == BRINK_ERROR_SYNTAX && count >= 5 && !memcmp(text + count - 5, mark, 5);
    }
    if (count > BRINK_MESSAGE_MAX) count = BRINK_MESSAGE_MAX;
    memcpy(failure->message, text, count);
    failure->message_count = count;
}

brink_failure *brink_failure_create(void) { return calloc(1, sizeof(brink_failure)); }
void brink_failure_free(brink_failure *failure) { free(failure); }
int brink_failure_kind(const brink_failure *failure) { return failure->kind; }
bool brink_failure_is_unfinished(const brink_failure *failure) { return failure->unfinished; }
int brink_failure_frame_count(const brink_failure *failure) { return failure->frame_count; }

const char *brink_failure_message(const brink_failure *failure, size_t *count) {
    *count = failure->message_count;
    return failure->message;
}

brink_frame_view brink_failure_frame(const brink_failure *failure, int index) {
    const brink_frame *frame = &failure->frames[index];
    return (brink_frame_view){frame->source, frame->shown, frame->name, frame->line, frame->is_chunk};
}
