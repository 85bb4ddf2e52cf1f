// The client of this module is made of every-type.json on every build; SwiftPM asks for a source file of its own.
