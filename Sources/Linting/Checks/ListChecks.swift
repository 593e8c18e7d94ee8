// Checks of lists of values, phrases and alternatives.

extension LintCheck {
    static let duplicateValue = LintCheck(
        "duplicate-value",
        .note,
        "A list names each value once.",
        why: "The second says nothing, and often another value was meant.",
        isFixable: true,
        bad: .step("type = { \"ASSAULT\", \"COERCE\", \"ASSAULT\" }, modality = \"actual\","),
        mended: .step("type = { \"ASSAULT\", \"COERCE\" }, modality = \"actual\",")
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, _ in
            let fields = (expression.fields ?? []).filter(\.isPositional)
            guard fields.count > 1, fields.allSatisfy({ $0.value.string != nil }) else { return }
            var seen: Set<String> = []
            for field in fields where !seen.insert(field.value.string ?? "").inserted {
                let fix = file.removing(field, from: fields)
                found.append(
                    Found(file, field.range, "'\(field.value.string ?? "")' stands in the list already", fix: fix)
                )
            }
        }
        return found
    }

    static let redundantPhrase = LintCheck(
        "redundant-phrase",
        .note,
        "No phrase of 'says' is covered by another.",
        why: "'retaliat*' finds all that 'retaliated' finds.",
        isFixable: true,
        bad: .step("type = \"ASSAULT\", modality = \"actual\", text = says(\"retaliat*\", \"retaliated\"),"),
        mended: .step("type = \"ASSAULT\", modality = \"actual\", text = says(\"retaliat*\"),")
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, _ in
            guard let (function, arguments) = expression.call, function.name == "says" else { return }
            for (place, argument) in arguments.enumerated() {
                guard let text = argument.string?.lowercased() else { continue }
                let other = arguments.enumerated().first { otherPlace, other in
                    guard otherPlace != place, let phrase = other.string?.lowercased() else { return false }
                    if phrase == text { return otherPlace < place }
                    return phrase.hasSuffix("*") && !phrase.contains(" ") && !text.contains(" ")
                        && text.hasPrefix(phrase.dropLast())
                }
                guard let other, let phrase = other.element.string else { continue }
                let range =
                    place > 0
                    ? arguments[place - 1].range.upperBound..<argument.range.upperBound
                    : argument.range.lowerBound..<arguments[1].range.lowerBound
                let hasComment = file.comments.contains { range.contains($0.range.lowerBound) }
                found.append(
                    Found(
                        file,
                        argument.range,
                        "'\(phrase)' finds all that this phrase finds",
                        fix: hasComment ? [] : [TextEdit(range, "")]
                    )
                )
            }
        }
        return found
    }

    static let loneAlternative = LintCheck(
        "lone-alternative",
        .note,
        "A choice has more than one alternative.",
        why: "'any { x }' is 'x': either something was forgotten, or the choice is in the way of the reader.",
        isFixable: true,
        bad: .step("type = any { \"ASSAULT\" }, modality = \"actual\","),
        mended: .step("type = \"ASSAULT\", modality = \"actual\",")
    ) { subject in
        var found: [Found] = []
        subject.forEachExpression { file, expression, _ in
            guard let (function, arguments) = expression.call, let name = function.name,
                ["any", "all", "one_of", "all_of"].contains(name), arguments.count == 1,
                let fields = arguments[0].fields, fields.count == 1, fields[0].isPositional
            else { return }
            let inner = fields[0].value.range
            let hasComment = file.comments.contains { comment in
                expression.range.contains(comment.range.lowerBound) && !inner.contains(comment.range.lowerBound)
            }
            // A choice over a list in a variable has as many alternatives as the list.
            guard fields[0].value.name == nil else { return }
            let before = TextEdit(expression.range.lowerBound..<inner.lowerBound, "")
            let after = TextEdit(inner.upperBound..<expression.range.upperBound, "")
            found.append(
                Found(
                    file,
                    expression.range,
                    "'\(name)' has one alternative",
                    fix: hasComment ? [] : [before, after]
                )
            )
        }
        return found
    }
}
