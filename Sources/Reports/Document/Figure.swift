package import Assessment

/// A picture of data, with what it shows in words and as a table.
package struct Figure: Sendable, Hashable {
    package let title: String
    /// What a reader should see in it, in a sentence that stands for it where nothing is drawn.
    package let finding: String
    package let chart: Chart
    /// The same data in rows.
    package let table: Table
    /// Whose marks a chart of ranges shows, in their order.
    package var people: [String] = []
    /// What the upright lines of such a chart stand for.
    package var settled = ReportWords.settled

    package init(_ title: String, finding: String, _ chart: Chart, _ table: Table) {
        self.title = title
        self.finding = finding
        self.chart = chart
        self.table = table
    }
}

/// The few forms that our questions need.
package enum Chart: Sendable, Hashable {
    /// One score between nothing and everything, with the pass mark and how far it may be off.
    case score(Double, of: Double, cut: Double?, likely: ClosedRange<Double>?)
    /// One dot for each learner along the scores, a circle for passed and a square for not.
    case strip([Dot], of: Double, cut: Double?)
    /// Bars of one length scale, each of a part and a whole.
    case bars([Bar])
    /// Rows of learners over columns of questions; a share of the marks in each field, or nothing.
    case grid(rows: [String], columns: [String], shares: [[Double?]])
    /// For each row the marks of several people between the ends of a scale.
    case ranges([Range], on: ClosedRange<Double>)

    package struct Dot: Sendable, Hashable {
        package let label: String
        package let value: Double
        package let verdict: Verdict

        package init(_ label: String, _ value: Double, _ verdict: Verdict) {
            self.label = label
            self.value = value
            self.verdict = verdict
        }
    }

    package struct Bar: Sendable, Hashable {
        package let label: String
        package let part: Double
        package let whole: Double
        /// How it is written at its end: `3 of 4`.
        package let text: String
        /// One that the reader is to look at, as the key among the options is.
        package let isMarked: Bool

        package init(
            _ label: String, _ part: Double, of whole: Double, _ text: String,
            isMarked: Bool = false
        ) {
            self.label = label
            self.part = part
            self.whole = whole
            self.text = text
            self.isMarked = isMarked
        }
    }

    package struct Range: Sendable, Hashable {
        package let label: String
        /// One mark each, in the same order on every row; nil where somebody gave none.
        package let marks: [Double?]
        /// What was settled on.
        package let settled: Double?

        package init(_ label: String, _ marks: [Double?], settled: Double?) {
            self.label = label
            self.marks = marks
            self.settled = settled
        }
    }
}
