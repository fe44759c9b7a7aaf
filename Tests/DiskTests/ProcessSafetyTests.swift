import Disk
import Foundation
import Testing

@Suite struct `A prepared process` {
    @Test func `makes private files and outlives a broken pipe and a limit on sizes`() async {
        await #expect(processExitsWith: .success) {
            let scratch = try Scratch()
            umask(0)
            ProcessSafety.prepare()
            close(open(scratch.path("file"), O_CREAT | O_WRONLY, 0o666))
            mkdir(scratch.path("folder"), 0o777)
            #expect(Scratch.mode(scratch.path("file")) == 0o600)
            #expect(Scratch.mode(scratch.path("folder")) == 0o700)

            var ends: [Int32] = [0, 0]
            #expect(pipe(&ends) == 0)
            close(ends[0])
            #expect(write(ends[1], "x", 1) == -1 && errno == EPIPE)

            limitFiles(to: 1)
            let file = open(scratch.path("file"), O_WRONLY)
            #expect(write(file, "xy", 2) == 1)
            #expect(write(file, "y", 1) == -1 && errno == EFBIG)
        }
    }
}
