import Content

extension Fault {
    /// In a rubric with a title and the scale `s` of `low` 0, `mid` 1, `top` 2 and `unseen`.
    static func rubric(_ code: String, _ text: String, advice: String? = nil) -> Fault {
        document(
            code, .rubric,
            """
            <rubric xmlns="urn:assay:rubric:1" id="r" version="1"><title>R</title>
            <scale id="s"><level id="low" points="0"><label>L</label></level>
            <level id="mid" points="1"><label>M</label></level>
            <level id="top" points="2"><label>T</label></level>
            <level id="unseen" points="none"><label>U</label></level></scale>
            \(text)</rubric>
            """, advice: advice)
    }

    /// Before, or after, one criterion `depth` on the scale.
    static func beside(_ code: String, _ text: String, advice: String? = nil) -> Fault {
        rubric(
            code,
            """
            <criteria><criterion id="depth" kind="levels" scale="s" weight="100">
            <title>Depth</title></criterion></criteria>\(text)
            """, advice: advice)
    }

    /// Among criteria that are combined without weights, the first on the scale.
    static func criterion(_ code: String, _ text: String, advice: String? = nil) -> Fault {
        rubric(
            code,
            """
            <criteria combine="mean"><criterion id="depth" kind="levels" scale="s">
            <title>Depth</title></criterion>\(text)</criteria>
            """, advice: advice)
    }

    /// The attributes and the content of a criterion of a rubric.
    static func criterion(
        _ code: String, _ attributes: String, _ text: String, advice: String? = nil
    ) -> Fault {
        criterion(
            code, "<criterion id=\"c\" \(attributes)><title>C</title>\(text)</criterion>",
            advice: advice)
    }

    static func verdict(_ code: String, _ bands: String...) -> Fault {
        let text = bands.map { band in
            let mark = band.hasPrefix("‸") && !band.hasPrefix("‸ ") ? "‸" : ""
            return "\(mark)<band \(band.dropFirst(mark.count))><label>B</label></band>"
        }.joined()
        return beside(code, "<verdict>\(text)</verdict>")
    }
}
