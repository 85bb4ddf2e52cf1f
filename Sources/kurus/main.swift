print("kurus")
