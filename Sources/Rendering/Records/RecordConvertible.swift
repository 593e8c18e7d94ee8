// What a type must say of itself to be printed in every format.

/// A type whose values can be printed as rows.
public protocol RecordConvertible: Sendable {
    /// The record, as JSON gives it.
    var record: Record { get }
    /// The row as CSV gives it, nested values spread over columns where people want them so.
    var flatRecord: Record { get }
    /// The row as a table gives it: the columns that a person looks at.
    var tableRecord: Record { get }
    /// The columns of CSV where there is no row to tell them.
    static var flatHeader: [String] { get }
    /// The columns of a table where there is no row to tell them.
    static var tableHeader: [String] { get }
    /// The columns that a table leaves out where it is narrow.
    static var wideTableColumns: Set<String> { get }
}

extension RecordConvertible {
    /// The record itself.
    public var flatRecord: Record { record }
    /// The record itself.
    public var tableRecord: Record { record }
    /// None: the first row tells them.
    public static var flatHeader: [String] { [] }
    /// None: the first row tells them.
    public static var tableHeader: [String] { [] }
    /// None.
    public static var wideTableColumns: Set<String> { [] }
}

extension Record: RecordConvertible {
    /// The record itself.
    public var record: Record { self }
}
