/// Files that are whole, on the disk, and readable by their owner alone.
package enum PrivateFile {
    /// Writes a file that, once this returns, outlasts a power cut and that only its owner can read.
    ///
    /// Whoever looks sees the file that was there before or the new one, never a part of it. Where
    /// it may not replace, a file that appears at the last moment is not replaced either.
    package static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool
    ) throws(DiskFault) {
        var draft = try PrivateDraft(of: path, replacing: replacing)
        try draft.write(bytes)
        try draft.commit()
    }
}
