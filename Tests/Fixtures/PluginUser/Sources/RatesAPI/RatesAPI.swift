// The client is generated.
