// The client of this module is made of nameless.json on every build; SwiftPM asks for a source file of its own.
