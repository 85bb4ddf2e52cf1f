import KurusJSON
import Testing

@Suite struct KeyTests {
    /// Patterns shorter than a word, of whole words, and with a rest.
    @Test(arguments: [
        ("a", 1), ("b", 0), ("status", 2), ("statuS", 0), ("itemStat", 3), ("itemStas", 0), ("itemStatus", 4),
        ("itemStatuz", 0),
        ("jtemStatus", 0), ("recipientInformation", 5), ("recipientInformatioN", 0), ("", 6), ("ş\\\"", 7),
        ("massPayoutItemExternalId", 8), ("massPayoutItemExternalIs", 0),
    ])
    func comparesByteForByte(name: String, expected: Int) throws {
        let written = JSONWriter.bytes(of: [name: 1])
        var found = 0
        try JSONReader.withReader(of: written) { (reader) throws(JSONError) in
            while let key = try reader.nextKey() {
                #expect(key.string == name)
                switch key {
                case "a": found = 1
                case "status": found = 2
                case "itemStat": found = 3
                case "itemStatus": found = 4
                case "recipientInformation": found = 5
                case "": found = 6
                case "ş\\\"": found = 7
                case "massPayoutItemExternalId": found = 8
                default: found = 0
                }
                try reader.skip()
            }
        }
        #expect(found == expected)
    }
}
