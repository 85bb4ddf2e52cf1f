@testable import kurus
print(KurusCommand.version)
