public import Foundation

extension FileHandle {
    /// Reads the bytes that a pipe has; none at its end.
    ///
    /// A signal may interrupt the call, which ends the whole process in Foundation's own reading.
    public func nextBytes() -> [UInt8] {
        let room = 65_536
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, initializedCount in
                count = systemRead(fileDescriptor, buffer.baseAddress, room)
                initializedCount = max(0, count)
            }
            if count >= 0 || errno != EINTR { return bytes }
        }
    }

    /// Reads a pipe to its end.
    public func bytesToEnd() -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let bytes = nextBytes()
            if bytes.isEmpty { return all }
            all += bytes
        }
    }
}

/// `read(2)`, which has the name of a method of `FileHandle`.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
