import Disk
import Foundation
import Testing

@Suite struct `A fault of the disk` {
    @Test(arguments: [
        (ENOSPC, "'m.csv' was not saved: the disk is full", "free some space, then try again"),
        (
            EROFS, "'m.csv' was not saved: the disk can only be read",
            "choose a folder on another disk"
        ),
        (
            EACCES, "'m.csv' was not saved: you are not allowed to do that there",
            "choose a folder of your own, or ask the owner of this one"
        ),
        (
            EEXIST, "'m.csv' was not saved: it already exists",
            "choose another name, or move the old one away"
        ),
        (
            ENOENT, "'m.csv' was not saved: the folder it should be in does not exist",
            "make that folder first, or check its name"
        ),
        (
            EPROTO, "'m.csv' was not saved: Protocol error",
            "try again, or choose another folder"
        ),
    ])
    func `says what to do`(_ code: Int32, _ message: String, _ advice: String) {
        let fault = DiskFault(.save, "m.csv", code: code)
        #expect(fault.message == message)
        #expect("\(fault)" == message)
        #expect(fault.advice == advice)
        #expect(fault.code == code)
    }

    @Test(arguments: [
        (DiskFault.Operation.settle, "it is not certain that 'a' was saved: the disk is full"),
        (.makeFolder, "the folder 'a' was not made: the disk is full"),
        (.inspect, "'a' cannot be examined: the disk is full"),
        (.lock, "'a' cannot be locked: the disk is full"),
    ])
    func `says what was attempted`(_ operation: DiskFault.Operation, _ message: String) {
        #expect(DiskFault(operation, "a", code: ENOSPC).message == message)
    }

    @Test func `is one line that acts on no terminal`() {
        let operations: [DiskFault.Operation] = [.save, .settle, .makeFolder, .inspect, .lock]
        for operation in operations {
            for kind in DiskFault.Kind.allCases {
                let fault = DiskFault(operation, "a\u{1B}[31m\nb", kind, code: EPROTO)
                #expect(fault.message.contains(#"'a\u{1B}[31m\u{A}b'"#))
                #expect(!fault.message.contains("\u{1B}") && !fault.message.contains("\n"))
                for text in [fault.message, fault.advice] {
                    #expect(!text.hasSuffix(".") && !text.isEmpty)
                }
                #expect(fault.advice.first?.isLowercase == true)
            }
        }
    }
}
