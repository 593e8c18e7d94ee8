// What one VM may use.

/// The limits of a VM; memory holds for its life, the others for each outermost run.
public struct Limits: Sendable, Equatable {
    /// Bytes.
    public var memory: Int
    /// Wall-clock time, nil for none.
    public var deadline: Duration?
    /// VM instructions, nil for none.
    ///
    /// A budget makes tight loops about twice as slow.
    public var instructions: Int?
    /// Bytes that `print` may write.
    public var output: Int

    /// Limits; 256 MiB, no deadline, no budget and 16 MiB of output unless said otherwise.
    public init(
        memory: Int = 256 << 20,
        deadline: Duration? = nil,
        instructions: Int? = nil,
        output: Int = 16 << 20
    ) {
        self.memory = memory
        self.deadline = deadline
        self.instructions = instructions
        self.output = output
    }
}
