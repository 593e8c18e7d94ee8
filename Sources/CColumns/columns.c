// Where the sections of a block stand; the one place that turns counts into offsets.
#include "columns.h"

#include <string.h>

#define BRINK_MAGIC 0x314C4F434B4E5242ull /* "BRNKCOL1" on a little-endian machine, so that others refuse it */
#define BRINK_ALIGNMENT 64u

typedef struct brink_header {
    uint64_t magic;
    brink_counts counts;
} brink_header;

static uint64_t brink_aligned(uint64_t offset) {
    return (offset + BRINK_ALIGNMENT - 1) & ~(uint64_t)(BRINK_ALIGNMENT - 1);
}

uint64_t brink_columns_bytes(const brink_counts *counts) {
    uint64_t offset = brink_aligned(sizeof(brink_header));
#define BRINK_SIZE(element, name, count)                                                                               \
    offset = brink_aligned(offset + ((uint64_t)counts->count + 1) * sizeof(element));
    BRINK_SECTIONS(BRINK_SIZE)
#undef BRINK_SIZE
    return offset;
}

bool brink_columns_format(void *block, uint64_t block_bytes, const brink_counts *counts, brink_columns *view) {
    if (block_bytes < brink_columns_bytes(counts)) return false;
    brink_header header = {BRINK_MAGIC, *counts};
    memcpy(block, &header, sizeof header);
    return brink_columns_bind(block, block_bytes, view);
}

bool brink_columns_bind(const void *block, uint64_t block_bytes, brink_columns *view) {
    brink_header header;
    if (block_bytes < sizeof header) return false;
    memcpy(&header, block, sizeof header);
    if (header.magic != BRINK_MAGIC) return false;
    // A count of strings near 2^64 would wrap the sum; no block that exists comes near.
    if (header.counts.string_bytes > block_bytes || block_bytes < brink_columns_bytes(&header.counts)) return false;
    view->block = block;
    view->block_bytes = block_bytes;
    view->counts = header.counts;
    const brink_counts *counts = &header.counts;
    uint64_t offset = brink_aligned(sizeof(brink_header));
#define BRINK_PLACE(element, name, count)                                                                              \
    view->name = (const element *)((const char *)block + offset);                                                      \
    offset = brink_aligned(offset + ((uint64_t)counts->count + 1) * sizeof(element));
    BRINK_SECTIONS(BRINK_PLACE)
#undef BRINK_PLACE
    return true;
}

uint32_t brink_row_of_id(const brink_columns *view, uint64_t id) {
    uint32_t low = 0, high = view->counts.events;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (view->id[view->row_by_id[middle]] < id) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == view->counts.events) return UINT32_MAX;
    uint32_t row = view->row_by_id[low];
    return view->id[row] == id ? row : UINT32_MAX;
}
