import Assessment
import Results
import Testing

@Suite struct `A sitting's lease` {
    @Test(arguments: StoreKind.allCases)
    func `is held by one terminal, and says where`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let other = room.place.open()
        let first = room.make.lease(room.open.id, on: "lab-1")
        let second = room.make.lease(room.open.id, on: "lab-2")
        try room.store.take(first) { _ in true }
        var asked: [Lease.Holder] = []
        let found = fault {
            try other.take(second) {
                asked.append($0)
                return true
            }
        }
        #expect(asked == [first.holder])
        #expect(found?.kind == .leased && found?.outcome == .notSaved)
        #expect(
            found?.message
                == "this sitting is open on lab-1 in terminal pts/3, process 4711, since "
                + "\(first.time)")
        #expect(try held(room) == first)
        // Another sitting is another matter.
        try other.take(room.make.lease(room.sitting.id, on: "lab-2")) { _ in true }
    }

    @Test(arguments: StoreKind.allCases)
    func `outlives its holder, from whom anybody takes it`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let first = room.make.lease(room.open.id, on: "lab-1")
        try room.store.take(first) { _ in true }
        let other = room.place.open()
        #expect(
            try other.reading { () throws(StoreFault) in try other.lease(of: room.open.id) }
                == first)
        let second = room.make.lease(room.open.id, on: "lab-2")
        try other.take(second) { $0.host != "lab-1" }
        #expect(try held(room) == second)
    }

    @Test(arguments: StoreKind.allCases)
    func `is renewed by whoever has it, without asking`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let first = room.make.lease(room.open.id, on: "lab-1")
        try room.store.take(first) { _ in true }
        let later = Lease(
            sitting: first.sitting, token: first.token, holder: first.holder, time: room.make.tick()
        )
        try room.store.take(later) { _ in
            Issue.record("nobody has to be asked")
            return true
        }
        #expect(try held(room) == later)
    }

    @Test(arguments: StoreKind.allCases)
    func `can be taken over, and then the first holder adds nothing`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        let other = room.place.open()
        let first = room.make.lease(room.open.id, on: "lab-1")
        let second = room.make.lease(room.open.id, on: "lab-2")
        try room.store.take(first) { _ in true }
        let saved = room.make.step(room.open, 2, .moved)
        try room.store.add([saved], at: room.make.tick(), holding: first)
        try other.take(second, takingOver: true) { _ in true }

        let before = try room.store.everything()
        let late = room.make.step(room.open, 3, .submitted)
        let found = fault { try room.store.add([late], at: room.make.tick(), holding: first) }
        #expect(found?.kind == .leased && found?.outcome == .notSaved)
        #expect(found?.message.contains("lab-2") == true)
        #expect(try room.store.everything() == before)
        // What it added in time it may ask for again.
        try room.store.add([saved], at: room.make.tick(), holding: first)

        // Nor does giving back take it from the second one.
        try room.store.giveBack(first)
        #expect(try held(room) == second)
        try other.add([late], at: room.make.tick(), holding: second)
        #expect(try other.findings().isEmpty)
    }

    @Test(arguments: StoreKind.allCases)
    func `is free once it is given back, and its holder adds nothing more`(_ kind: StoreKind) throws
    {
        let room = try Classroom(kind)
        let first = room.make.lease(room.open.id, on: "lab-1")
        try room.store.take(first) { _ in true }
        try room.store.giveBack(first)
        try room.store.giveBack(first)
        #expect(try held(room) == nil)
        let step = room.make.step(room.open, 2, .moved)
        let found = fault { try room.store.add([step], at: room.make.tick(), holding: first) }
        #expect(found?.kind == .leased)
        #expect(found?.message == "this sitting was closed from another terminal")
        let second = room.make.lease(room.open.id, on: "lab-2")
        try room.store.take(second) { _ in true }
        try room.store.add([step], at: room.make.tick(), holding: second)
    }

    @Test(arguments: StoreKind.allCases)
    func `keeps every word of where it is, and needs no terminal`(_ kind: StoreKind) throws {
        let room = try Classroom(kind)
        for terminal in [nil, "", "pts/0", "tty\u{0}é"] {
            let lease = Lease(
                sitting: room.open.id, token: room.make.id(),
                holder: Lease.Holder(
                    host: "h\u{E9}", process: .max, processStart: .min, boot: "", terminal: terminal
                ),
                time: Timestamp(microseconds: -1))
            try room.store.take(lease, takingOver: true) { _ in true }
            let other = room.place.open()
            #expect(
                try other.reading { () throws(StoreFault) in try other.lease(of: room.open.id) }
                    == lease)
            #expect(try held(room) == lease)
        }
    }

    private func held(_ room: Classroom) throws -> Lease? {
        try room.store.reading { () throws(StoreFault) in try room.store.lease(of: room.open.id) }
    }
}
