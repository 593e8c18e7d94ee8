// Where it happened.

/// A place of the gazetteer.
public struct Place: Sendable, Hashable {
    /// The canonical name.
    public var name: String
    /// ISO 3166 alpha-3, nil for seas and where unknown.
    public var country: String?
    /// Degrees north, nil where unknown.
    public var latitude: Double?
    /// Degrees east, nil where unknown.
    public var longitude: Double?

    /// A place with all that is known of it.
    public init(name: String, country: String? = nil, latitude: Double? = nil, longitude: Double? = nil) {
        self.name = name
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }
}
