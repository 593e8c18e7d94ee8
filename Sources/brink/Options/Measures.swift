// Sizes and times as options.
import ArgumentParser
import LuaRuntime

/// A number of bytes, such as `64MiB`.
struct ByteSize: ExpressibleByArgument {
    let bytes: Int

    /// The size that the text tells, nil where it tells none.
    init?(argument: String) {
        guard let bytes = Int(byteSize: argument) else { return nil }
        self.bytes = bytes
    }
}

/// A span of time, such as `200ms`.
struct TimeSpan: ExpressibleByArgument {
    let duration: Duration

    /// The time that the text tells, nil where it tells none.
    init?(argument: String) {
        guard let duration = Duration(timeSpan: argument) else { return nil }
        self.duration = duration
    }
}
