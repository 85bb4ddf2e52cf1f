package import SpecPipeline

/// One of the two versions that are compared, read as far as it can be.
package typealias DiffSide = ClientReading
