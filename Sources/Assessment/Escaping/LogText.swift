extension StringProtocol {
    /// The same text within one line of a log: nothing in it ends a record, or acts where the log
    /// is shown.
    ///
    /// Logs are read in terminals, so both boundaries are one; no line break is ever kept here.
    package func logSafe() -> String {
        terminalSafe()
    }
}
