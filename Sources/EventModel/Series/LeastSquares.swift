// Ordinary least squares by Householder's reflections, for the few columns of a lagged regression.

/// A linear regression: coefficients and what is left unexplained.
struct LeastSquares {
    /// One for each column.
    let coefficients: [Double]
    /// The sum of the squared residuals.
    let residual: Double

    /// The regression of `values` on columns of the same length.
    ///
    /// Nil where there are no more rows than columns, or a column follows from others.
    init?(_ values: [Double], on columns: [[Double]]) {
        let rowCount = values.count
        guard rowCount > columns.count, columns.allSatisfy({ $0.count == rowCount }) else { return nil }
        var columns = columns
        var values = values
        let scale = columns.map { $0.reduce(0) { max($0, abs($1)) } }
        for pivot in columns.indices {
            let norm = columns[pivot][pivot...].reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > scale[pivot] * 1e-10, norm > 0 else { return nil }
            let head = columns[pivot][pivot] > 0 ? -norm : norm
            var mirror = columns[pivot]
            mirror[pivot] -= head
            let length = mirror[pivot...].reduce(0) { $0 + $1 * $1 }
            func reflect(_ vector: inout [Double]) {
                var product = 0.0
                for row in pivot..<rowCount { product += mirror[row] * vector[row] }
                let factor = 2 * product / length
                for row in pivot..<rowCount { vector[row] -= factor * mirror[row] }
            }
            for other in pivot..<columns.count { reflect(&columns[other]) }
            reflect(&values)
        }
        var coefficients = [Double](repeating: 0, count: columns.count)
        for pivot in columns.indices.reversed() {
            var rest = values[pivot]
            for later in (pivot + 1)..<max(pivot + 1, columns.count) {
                rest -= columns[later][pivot] * coefficients[later]
            }
            coefficients[pivot] = rest / columns[pivot][pivot]
        }
        self.coefficients = coefficients
        residual = values[columns.count...].reduce(0) { $0 + $1 * $1 }
    }
}
