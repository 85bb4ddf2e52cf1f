// The client of this module is made of hostile-text.json on every build; SwiftPM asks for a source file of its own.
