/// Every text that a value's user can make of it.
func printedForms(of value: some Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    var printed = ""
    print(value, to: &printed)
    debugPrint(value, to: &printed)
    var forms = [
        dumped, printed, "\(value)", String(reflecting: value), String(describing: Optional(value)), "\([value])",
    ]
    func walk(_ mirror: Mirror) {
        for child in mirror.children {
            forms.append("\(child.label ?? ""): \(child.value) \(String(reflecting: child.value))")
            walk(Mirror(reflecting: child.value))
        }
    }
    walk(Mirror(reflecting: value))
    return forms
}
