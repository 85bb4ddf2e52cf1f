// What this module is made of follows.
