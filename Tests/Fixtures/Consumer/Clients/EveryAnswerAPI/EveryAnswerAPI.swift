// The client of this module is made of every-answer.json on every build; SwiftPM asks for a source file of its own.
