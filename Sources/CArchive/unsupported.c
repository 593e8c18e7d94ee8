// What libarchive's tar writer calls for an entry that tar cannot hold. libarchive's own stands in the object file that
// names every other format, and would pull all of them with their libraries into the program. Packs have plain files
// only, so it is never called; the entry would be refused all the same, for its data cannot be written.
#include "include/CArchive.h"

void __archive_write_entry_filetype_unsupported(struct archive *a, struct archive_entry *entry, const char *format);

void __archive_write_entry_filetype_unsupported(struct archive *a, struct archive_entry *entry, const char *format) {
    archive_set_error(a, -1, "%s: a %s archive cannot hold it", archive_entry_pathname(entry), format);
}
