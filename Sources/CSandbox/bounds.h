// Every limit of the sandbox in one place.
#ifndef BRINK_BOUNDS_H
#define BRINK_BOUNDS_H

#include <stddef.h>
#include <stdint.h>

// Bytes that one VM may hold.
static const size_t BRINK_LIMIT_MEMORY = (size_t)256 << 20;
// Bytes beyond the cap that unwinding may take once a VM is stopped: enough for error values, useless to a loop.
// Without them the first small growth would start a full collection, which can take longer than all the rest.
static const size_t BRINK_LIMIT_UNWIND = (size_t)64 << 10;
// Bytes that one run may print.
static const size_t BRINK_LIMIT_OUTPUT = (size_t)16 << 20;
// Stack of a VM's thread. Lua nests 200 C calls, ours take up to 2 KiB each, and closing coroutines start anew 10 times.
static const size_t BRINK_LIMIT_THREAD_STACK = (size_t)8 << 20;
// Nanoseconds of processor time after which a stopped run that still has not come back is left where it stands, and its VM given up. Only
// one C call that never ends comes to this, such as a collection of linked weak keys, which is quadratic in Lua.
static const int64_t BRINK_LIMIT_STUCK = 1500000000;
// Tables within tables that cross the wall, and nodes in one crossing.
static const int BRINK_LIMIT_MARSHAL_DEPTH = 64;
static const size_t BRINK_LIMIT_MARSHAL_NODES = 4000000;
// Nodes of a result that is only to be shown; what lies beyond is cut.
static const size_t BRINK_LIMIT_SHOW_NODES = 100000;
// Instructions between two looks at the instruction budget, and the charge for a new coroutine (whose count restarts).
static const int BRINK_LIMIT_COUNT_STEP = 1000;
// Source bytes handed to the compiler between two looks at the stop flag: jump lists make some of its steps linear.
static const size_t BRINK_LIMIT_SOURCE_PIECE = 256;
// Bytes of one chunk.
static const size_t BRINK_LIMIT_SOURCE = (size_t)16 << 20;
// Words `goto` and `break` in one chunk: closing a block costs the square of the pending ones, without a look.
static const size_t BRINK_LIMIT_JUMPS = 10000;
// coroutine.close within __close within coroutine.close …: Lua 5.4.4 does not count these C calls itself.
static const int BRINK_LIMIT_CLOSE_DEPTH = 10;
// Nested pattern items, as in Lua; a deeper one would use up the C stack.
static const int BRINK_LIMIT_PATTERN_DEPTH = 200;
// Steps of one pattern call: a base and a share for each byte of the subject. 2·10⁷ steps take about 0.1 s.
static const uint64_t BRINK_LIMIT_PATTERN_STEPS = 20000000;
static const uint64_t BRINK_LIMIT_PATTERN_STEPS_BYTE = 100;
// Steps of the matcher between two looks at the stop flag.
static const int BRINK_LIMIT_PATTERN_SLICE = 1000;
// Bytes of a string that the C functions of utf8 take, and of a date format.
static const size_t BRINK_LIMIT_UTF8_BYTES = (size_t)16 << 20;
static const size_t BRINK_LIMIT_DATE_FORMAT = 200;
// Bytes a loop of ours handles between two looks at the stop flag.
static const size_t BRINK_LIMIT_BLOCK = (size_t)1 << 20;
// What a switch between coroutines costs in instructions; without it a budget would let switches go nearly free.
static const uint64_t BRINK_LIMIT_SWITCH_INSTRUCTIONS = 20;
// Steps of native work that count as one instruction of the budget.
static const uint64_t BRINK_LIMIT_WORK_PER_INSTRUCTION = 8;
// Arguments and results of one host call.
static const int BRINK_LIMIT_ARGUMENTS = 250;

#endif
