package import Assessment

/// The right to go on with a sitting: one terminal has it at a time.
package struct Lease: Sendable, Hashable {
    /// Where a sitting runs, in words for the person at another terminal.
    package struct Holder: Sendable, Hashable {
        package var host: String
        package var process: Int
        /// When that process began, by its machine's clock, since numbers of processes are reused.
        package var processStart: Int64
        /// The machine's start, since all its processes ended with the one before.
        package var boot: String
        /// The terminal, where there is one.
        package var terminal: String?

        package init(
            host: String, process: Int, processStart: Int64, boot: String, terminal: String?
        ) {
            self.host = host
            self.process = process
            self.processStart = processStart
            self.boot = boot
            self.terminal = terminal
        }
    }

    package let sitting: UniqueID<SittingRecord>
    /// Who took over has another.
    package let token: UniqueID<Lease>
    package let holder: Holder
    package let time: Timestamp

    package init(
        sitting: UniqueID<SittingRecord>, token: UniqueID<Lease>, holder: Holder, time: Timestamp
    ) {
        self.sitting = sitting
        self.token = token
        self.holder = holder
        self.time = time
    }
}

extension ResultsStore {
    /// Takes the lease of a sitting that nobody has, or whose holder is gone.
    ///
    /// Where another terminal has it, the fault says which; `takingOver` takes it all the same, and
    /// from then on what the other one adds is refused.
    package func take(
        _ lease: Lease, takingOver: Bool = false, isRunning: (Lease.Holder) -> Bool
    ) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            let current = try self.lease(of: lease.sitting)
            if let current, current.token != lease.token, !takingOver, isRunning(current.holder) {
                throw .heldElsewhere(current)
            }
            try setLease(lease, of: lease.sitting)
        }
    }

    /// Gives the lease back; nothing happens where another terminal has it by now.
    package func giveBack(_ lease: Lease) throws(StoreFault) {
        try writing { () throws(StoreFault) in
            guard try self.lease(of: lease.sitting)?.token == lease.token else { return }
            try setLease(nil, of: lease.sitting)
        }
    }

    func check(_ lease: Lease) throws(StoreFault) {
        guard let current = try self.lease(of: lease.sitting) else {
            throw StoreFault(
                .leased, "this sitting was closed from another terminal",
                advice: "look at it there, or resume it here")
        }
        if current.token != lease.token { throw .heldElsewhere(current) }
    }
}

extension StoreFault {
    fileprivate static func heldElsewhere(_ lease: Lease) -> StoreFault {
        let terminal = lease.holder.terminal.map { " in terminal \($0)" } ?? ""
        return StoreFault(
            .leased,
            "this sitting is open on \(lease.holder.host)\(terminal), process "
                + "\(lease.holder.process), since \(lease.time)",
            advice: "go on there, or take it over here with --take-over")
    }
}
