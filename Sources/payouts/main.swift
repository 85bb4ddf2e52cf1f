print("payouts: nothing can be done yet")
