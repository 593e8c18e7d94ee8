// Past or future, as the words around a time expression tell.

/// Which way a time lies from the article, as the verb tells.
enum TimeDirection {
    case past, future, unknown
}
