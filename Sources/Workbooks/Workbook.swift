package import Assessment

/// Sheets of typed cells, as a spreadsheet program opens them.
package struct Workbook: Sendable, Hashable {
    package let title: String
    /// The moment it says it was made; without one it says 1980-01-01, and the bytes stay the same.
    package let created: Timestamp?
    package internal(set) var sheets: [Sheet] = []

    package init(_ title: String, created: Timestamp?) {
        self.title = title
        self.created = created
    }

    /// Adds a sheet under a name that is allowed and that no other sheet of the workbook has.
    package mutating func add(_ sheet: Sheet) {
        var sheet = sheet
        sheet.name = sheet.name.sheetName(besides: sheets.map(\.name))
        sheets.append(sheet)
    }
}

extension Workbook {
    package struct Sheet: Sendable, Hashable {
        package internal(set) var name: String
        package let columns: [Column]
        /// Whether the titles of the columns stand in a first row that stays in sight, with filters.
        package let hasHeadings: Bool
        package var rows: [[Cell]]
        /// Sentences below the rows.
        package var notes: [String] = []
        package var charts: [Chart] = []
        /// Whether only what is in columns that may be edited can be changed.
        package var isLocked = false

        package init(
            _ name: String, _ columns: [Column], hasHeadings: Bool = true, rows: [[Cell]] = []
        ) {
            self.name = name
            self.columns = columns
            self.hasHeadings = hasHeadings
            self.rows = rows
        }
    }

    package struct Column: Sendable, Hashable {
        package let title: String
        /// In the width of a digit.
        package let width: Int
        package let isNumeric: Bool
        package let isEditable: Bool

        package init(
            _ title: String, width: Int, isNumeric: Bool = false, isEditable: Bool = false
        ) {
            self.title = title
            self.width = width
            self.isNumeric = isNumeric
            self.isEditable = isEditable
        }
    }

    /// What stands in one field; a text is never a formula or a link, whatever it begins with.
    package enum Cell: Sendable, Hashable {
        case blank
        case text(String)
        /// A text that stands out.
        case heading(String)
        /// Shown by a format code, such as `0.0%`.
        case number(Double, format: String)
        case moment(Timestamp)
        /// A text to be chosen from a list, of which other words are refused.
        case choice(String, among: [String])
    }

    /// A picture that the spreadsheet draws from cells.
    package struct Chart: Sendable, Hashable {
        package enum Kind: String, Sendable, Hashable, CaseIterable {
            /// The series lie end to end along one bar for each name.
            case bars
            /// Points by two coordinates.
            case dots
        }

        package let kind: Kind
        package let title: String
        /// What it shows, for whoever does not see it.
        package let finding: String
        /// Where the axis of values ends.
        package let end: Double
        package var series: [Series] = []

        package init(_ kind: Kind, _ title: String, finding: String, end: Double) {
            self.kind = kind
            self.title = title
            self.finding = finding
            self.end = end
        }
    }

    package struct Series: Sendable, Hashable {
        package enum Look: String, Sendable, Hashable, CaseIterable {
            case strong, marked, faint, circle, square, diamond, line
        }

        package let name: String
        package let look: Look
        /// Where the names of bars stand, or the coordinates along the axis.
        package let names: Area
        package let values: Area

        package init(_ name: String, _ look: Look, names: Area, values: Area) {
            self.name = name
            self.look = look
            self.names = names
            self.values = values
        }
    }

    /// Fields one below the other, counted from 0.
    package struct Area: Sendable, Hashable {
        package let sheet: String
        package let column: Int
        package let rows: ClosedRange<Int>

        package init(sheet: String, column: Int, rows: ClosedRange<Int>) {
            self.sheet = sheet
            self.column = column
            self.rows = rows
        }
    }
}
