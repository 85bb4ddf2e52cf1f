print("mutations")
