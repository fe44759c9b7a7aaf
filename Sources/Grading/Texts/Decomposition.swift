/// Unicode's canonical decomposition (NFD), which makes é and e with an accent the same scalars.
///
/// The standard library compares texts by it and offers no way to see it; without it there is no
/// telling a letter from its accent. Annex 15 of the Unicode Standard describes the algorithm.
enum Decomposition {
    /// The scalars, taken apart and their marks put in canonical order.
    static func decomposed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        // Nothing below À has a decomposition or is a mark.
        guard scalars.contains(where: { $0.value >= 0xC0 }) else { return scalars }
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(scalars.count + scalars.count / 4)
        for scalar in scalars {
            if scalar.value < 0xC0 {
                result.append(scalar)
            } else if (0xAC00...0xD7A3).contains(scalar.value) {
                appendHangul(scalar, to: &result)
            } else if let parts = mappings[scalar] {
                result += parts
            } else {
                result.append(scalar)
            }
        }
        orderMarks(of: &result)
        return result
    }

    /// Section 3.12 of the Unicode Standard: a syllable is computed from its number.
    private static func appendHangul(_ syllable: Unicode.Scalar, to result: inout [Unicode.Scalar])
    {
        let index = syllable.value - 0xAC00
        let parts = [0x1100 + index / 588, 0x1161 + index % 588 / 28, 0x11A7 + index % 28]
        result += parts.filter { $0 != 0x11A7 }.compactMap { Unicode.Scalar($0) }
    }

    /// Sorts every run of marks by class; marks of one class keep their order.
    private static func orderMarks(of scalars: inout [Unicode.Scalar]) {
        var start = 0
        while start < scalars.count {
            guard scalars[start].combiningClass != 0 else {
                start += 1
                continue
            }
            var end = start + 1
            while end < scalars.count, scalars[end].combiningClass != 0 { end += 1 }
            if end - start > 1 {
                let run = scalars[start..<end].enumerated().sorted {
                    ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
                }
                scalars.replaceSubrange(start..<end, with: run.map(\.element))
            }
            start = end
        }
    }

    /// What each scalar comes apart into, as far as it goes.
    private static let mappings: [Unicode.Scalar: [Unicode.Scalar]] = {
        var steps: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        var next: UInt32 = 0
        for word in table.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            if word.last == UInt8(ascii: ":") {
                next = number(word.dropLast())
                continue
            }
            let parts = word.split(separator: UInt8(ascii: "+"))
            if let scalar = Unicode.Scalar(next) {
                steps[scalar] = parts.compactMap { Unicode.Scalar(number($0)) }
            }
            next += 1
        }
        return steps.mapValues { whole($0, steps) }
    }()

    private static func number(_ digits: Substring.UTF8View) -> UInt32 {
        UInt32(String(Substring(digits)), radix: 16) ?? 0
    }

    private static func whole(
        _ parts: [Unicode.Scalar], _ steps: [Unicode.Scalar: [Unicode.Scalar]]
    ) -> [Unicode.Scalar] {
        parts.flatMap { part in steps[part].map { whole($0, steps) } ?? [part] }
    }
}

extension Unicode.Scalar {
    /// Zero for what stands by itself, and the place where it is put for most marks.
    var combiningClass: UInt8 { properties.canonicalCombiningClass.rawValue }
}
